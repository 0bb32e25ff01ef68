//! The browser and the page that the app runs in, and addresses as this browser reckons them.

use leptos::prelude::{document, window};
use web_sys::Url;

use super::root;

/// How the browser calls itself.
pub fn browser() -> String {
    window().navigator().user_agent().unwrap_or_default()
}

/// The page's origin: `https://tools.example.com`.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// The origin of an address as the browser reckons it, with a small host and without the usual port:
/// `https://jira.example.com` of `https://Jira.example.com:443/jira`. Empty for what is no address.
pub fn origin_of(address: &str) -> String {
    Url::new(address).map(|url| url.origin()).unwrap_or_default()
}

/// An address without a trailing slash, as the browser writes it: `https://jira.example.com/jira` of
/// `HTTPS://Jira.example.com:443/jira/`. What is no address stays as it is.
pub fn normal(address: &str) -> String {
    let written = Url::new(address).map_or_else(|_| address.to_owned(), |url| url.href());
    written.trim_end_matches('/').to_owned()
}

/// A host with its port as servers know it: `xn--mnchen-3ya.example` of `München.example`. What is no host stays as it is.
pub fn ascii_host(host: &str) -> String {
    Url::new(&format!("http://{host}")).map_or_else(|_| host.to_owned(), |url| url.host())
}

/// The page's address without query and fragment, which may say more than a bug report should.
pub fn page() -> String {
    format!("{}{}", origin(), window().location().pathname().unwrap_or_default())
}

/// Whether the page is one of Jira's around the app, instead of the app's own.
pub fn is_in_jira() -> bool {
    root::files().is_some()
}

/// The name of the file that runs here; it changes with every build.
pub fn build() -> Option<String> {
    let script = document().query_selector("script[data-wasm]").ok()??;
    let address = script.get_attribute("data-wasm")?;
    Some(address.rsplit('/').next().unwrap_or_default().to_owned())
}
