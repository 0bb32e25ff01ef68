//! Handing the person a file that was made on the page.

use std::time::Duration;

use js_sys::Array;
use leptos::prelude::{document, set_timeout};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Saves the text as a file of this name and media type; says whether the browser took it.
pub fn save(name: &str, mime: &str, text: &str) -> bool {
    start(name, mime, text).is_some()
}

fn start(name: &str, mime: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Some browsers begin to read only after the click is over.
    set_timeout(move || drop(Url::revoke_object_url(&address)), Duration::from_secs(30));
    Some(())
}
