//! The ready file of each host, from its template.

use anyhow::{Context, Result};
use regex::Regex;

use super::policy::{self, FRESH, HASHED, HSTS, KEPT};
use super::template::fill;

/// What the files depend on.
pub struct Site {
    /// Origins that the app talks to beside its own.
    pub servers: Vec<String>,
    /// The content of dist/index.html.
    pub page: String,
    /// The files of dist/, without the compressed ones.
    pub names: Vec<String>,
}

/// A template below hosting/, and its name.
macro_rules! template {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../../hosting/", $name)))
    };
}

/// The ready files: the name below dist-hosting/, and the content.
pub fn all(site: &Site) -> Result<Vec<(&'static str, String)>> {
    let headers =
        |line: fn(&str, &str) -> String| [("{headers}", lines(site, line)), ("{hsts}", line(HSTS.0, HSTS.1))];
    let with_caching = |headers: [(&'static str, String); 2]| {
        let caching = [("{fresh}", FRESH), ("{kept}", KEPT), ("{pattern}", HASHED)];
        caching.map(|(place, text)| (place, text.to_owned())).into_iter().chain(headers).collect::<Vec<_>>()
    };
    let nginx = with_caching(headers(|name, value| format!("add_header {name} \"{value}\" always;")));
    let caddy = with_caching(headers(|name, value| format!("{name} \"{value}\"")));
    let (fresh, hashed) = rules(&site.names)?;
    let netlify = headers(|name, value| format!("{name}: {value}"));
    let [netlify, hsts] = netlify;
    // A line of the block is set in.
    let hsts = (hsts.0, format!("  {}", hsts.1));
    let netlify = [netlify, hsts, ("{fresh files}", fresh), ("{hashed files}", hashed)];
    let own = std::iter::once("the origin of the page itself".to_owned());
    let servers: Vec<String> = own.chain(site.servers.iter().map(|origin| format!("`{origin}`"))).collect();

    let ready = |(name, template): (&'static str, &str), places: &[(&str, String)]| {
        fill(&format!("hosting/{name}"), template, places).map(|text| (name, text))
    };
    Ok(vec![
        ready(template!("README.md"), &[("{servers}", servers.join(", "))])?,
        ready(template!("nginx/patchbay.conf"), &nginx)?,
        ready(template!("nginx/jira.conf"), &[])?,
        ready(template!("caddy/patchbay.caddy"), &caddy)?,
        ready(template!("caddy/jira.caddy"), &[])?,
        ready(template!("netlify/_headers"), &netlify)?,
        ready(template!("gitlab-pages/.gitlab-ci.yml"), &[])?,
        ready(template!("github-pages/patchbay.yml"), &[])?,
        ready(template!("config.schema.json"), &[])?,
        ("index-with-policy/index.html", page_with_policy(site)?),
    ])
}

fn lines(site: &Site, line: impl Fn(&str, &str) -> String) -> String {
    let lines: Vec<String> =
        policy::headers(&site.servers).iter().map(|(name, value)| line(name, value)).collect();
    lines.join("\n")
}

/// What `_headers` says about files without and with a hash in their name. A path in two rules would get both headers in
/// one, so each file is named, the start page under both its names.
fn rules(names: &[String]) -> Result<(String, String)> {
    let pattern = Regex::new(HASHED)?;
    let (hashed, fresh): (Vec<&str>, Vec<&str>) =
        names.iter().map(String::as_str).partition(|name| pattern.is_match(name));
    let rule = |names: &[&str], cache: &str| {
        names.iter().map(|name| format!("/{name}\n  Cache-Control: {cache}")).collect::<Vec<_>>().join("\n")
    };
    Ok((rule(&[&[""], fresh.as_slice()].concat(), FRESH), rule(&hashed, KEPT)))
}

/// index.html with the policy before everything that it governs.
fn page_with_policy(site: &Site) -> Result<String> {
    let charset = "<meta charset=\"utf-8\" />\n";
    let (before, after) = site.page.split_once(charset).with_context(|| {
        format!("dist/index.html has no line `{}` to put the policy after.", charset.trim_end())
    })?;
    let policy = policy::in_page(&site.servers);
    Ok(format!(
        "{before}{charset}    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />\n{after}"
    ))
}
