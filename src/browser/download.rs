//! Handing a file over to be kept, made here and sent nowhere.

use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::root;

/// Has the browser save a JSON text under this name; says whether it took it.
pub fn json(name: &str, text: &str) -> bool {
    text_of("application/json", name, text)
}

/// Has the browser save a text of this media type under this name; says whether it took it.
pub fn text_of(media_type: &str, name: &str, text: &str) -> bool {
    offer(media_type, name, text).is_ok()
}

fn offer(media_type: &str, name: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let file = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&file)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    // Some browsers follow a link only if it is in the page.
    root::get().append_child(&link)?;
    link.click();
    link.remove();
    Url::revoke_object_url(&address)
}
