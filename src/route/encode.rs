//! What stands in an address: percent-encoded, without credentials, and without what browsers take for folders.

use patchbay_model::text::pasted::without_credentials;
pub use patchbay_model::text::percent::{decode, encode};

/// A part of an address as people read it. What somebody pasted there goes into requests and onto the page, so a user
/// name, a password or a token in it is left out.
pub(super) fn read(text: &str) -> String {
    let text = decode(text);
    without_credentials(&text).unwrap_or(text)
}

/// The name of something that requests have in their paths; `None` if it would make browsers and proxies ask for
/// something else: they resolve `.` and `..`, encoded or not.
pub(super) fn read_name(text: &str) -> Option<String> {
    let name = read(text);
    name.split(['/', '\\']).all(|part| !matches!(decode(part).as_str(), "." | "..")).then_some(name)
}
