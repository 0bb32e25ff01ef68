//! Files that a person chooses or drops.

use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

/// The largest file that is read, in bytes: ten thousand integrations have a tenth of it.
const LARGEST: f64 = 100e6;

/// Why a file was not read, in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// The browser did not give it.
    NotGiven,
    /// It is no text in UTF-8.
    NotText,
    /// It is far larger than anything that it could be.
    TooLarge,
}

impl NotRead {
    /// What to do about it.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::NotGiven => {
                "The browser could not read it. It may have been moved or changed: choose it again."
            }
            Self::NotText => {
                "It is not a text in UTF-8. In a spreadsheet, save it as text with tabs, in UTF-8."
            }
            Self::TooLarge => "It has more than 100 MB. Choose a file that Patchbay exported.",
        }
    }
}

/// The file that was chosen in `<input type="file">`. Emptied, so that the same can be chosen again.
pub fn chosen(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event_target(event);
    let file = first(input.files());
    input.set_value("");
    file
}

/// What to do while a file is dragged over a place where it can be dropped, for `on:dragover`.
pub fn on_over(is_over: RwSignal<bool>) -> impl Fn(DragEvent) + Copy {
    move |event: DragEvent| {
        if is_dragged(&event) {
            // Else the browser opens it in place of this page.
            event.prevent_default();
            is_over.set(true);
        }
    }
}

/// What to do when a file is dropped there, for `on:drop`.
pub fn on_drop(is_over: RwSignal<bool>, take: impl Fn(File) + Copy) -> impl Fn(DragEvent) + Copy {
    move |event: DragEvent| {
        is_over.set(false);
        if is_dragged(&event) {
            event.prevent_default();
            first(event.data_transfer().and_then(|data| data.files())).into_iter().for_each(take);
        }
    }
}

/// Whether files are being dragged, and not a text or a link.
fn is_dragged(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

fn first(files: Option<FileList>) -> Option<File> {
    files.and_then(|files| files.get(0))
}

/// The text of a file.
///
/// # Errors
/// Why it was not read.
pub async fn text(file: &File) -> Result<String, NotRead> {
    String::from_utf8(bytes(file).await?).map_err(|_| NotRead::NotText)
}

/// What is in a file.
///
/// # Errors
/// Why it was not read.
pub async fn bytes(file: &File) -> Result<Vec<u8>, NotRead> {
    if file.size() > LARGEST {
        return Err(NotRead::TooLarge);
    }
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| NotRead::NotGiven)?;
    Ok(Uint8Array::new(bytes.unchecked_ref()).to_vec())
}
