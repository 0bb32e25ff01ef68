//! What the requests about indexing carry.

use crate::object::Object;
use serde_json::Value;

/// Where indexing is started since 4.17, behind Jira's address. An older server answers 404 or 405.
pub const REINDEX_PATH: &str = "/rest/gitplugin/2.0/reindex";

/// Where it is started until 4.16, with [`index_form`].
pub const INDEX_PATH: &str = "/rest/gitplugin/1.0/index";

/// The priority that Jira gives to what a person starts, and takes where the request names none.
pub const MANUAL_PRIORITY: u32 = 24;

/// The body of "Reindex POST API" for one repository, or for one integration (see [`super::ReindexTarget`]). The priority
/// is that of a person's own request, which Jira takes when it is left out.
pub fn reindex_body(id: u64) -> Object {
    let mut body = Object::new();
    body.insert("repoId".to_owned(), Value::from(id));
    body
}

/// The body of "Reindex POST API" without `repoId`: all repositories of all integrations. Never the result of a missing
/// number: a caller says that it means everything.
pub fn reindex_everything() -> Object {
    Object::new()
}

/// The media type of [`index_form`].
pub const INDEX_FORM: &str = "multipart/form-data; boundary=patchbay";

/// The body of the older `index`. Its documents of the time before showed JSON with a list; the last one, for "GIJ 4.16
/// users and below", has a form in several parts.
pub fn index_form(id: u64) -> String {
    format!("--patchbay\r\nContent-Disposition: form-data; name=\"repoId\"\r\n\r\n{id}\r\n--patchbay--\r\n")
}

/// Where "Reindex GET API" tells how far a run is: by its thread, which the document requires, else by what is indexed,
/// which another page of the documents does.
pub fn progress_path(thread: Option<&str>, id: u64) -> String {
    const PATH: &str = "/rest/gitplugin/1.0/index.json";
    let is_plain = |thread: &&str| {
        !thread.is_empty() && thread.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    match thread.filter(is_plain) {
        // The page with the heading calls it `threadID`, and its example `threadId`: the example was tried.
        Some(thread) => format!("{PATH}?threadId={thread}"),
        None => format!("{PATH}?repoId={id}"),
    }
}
