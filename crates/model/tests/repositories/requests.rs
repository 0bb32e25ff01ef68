//! What is sent to start indexing and to ask for it.

use patchbay_model::gij::reindex::{INDEX_FORM, index_form, progress_path, reindex_body, reindex_everything};
use serde_json::{Value, json};

#[test]
fn sends_one_number_or_none_on_purpose() {
    assert_eq!(Value::Object(reindex_body(133)), json!({"repoId": 133}));
    assert_eq!(Value::Object(reindex_everything()), json!({}));
    let form = "--patchbay\r\nContent-Disposition: form-data; name=\"repoId\"\r\n\r\n133\r\n--patchbay--\r\n";
    assert_eq!((INDEX_FORM, index_form(133)), ("multipart/form-data; boundary=patchbay", form.to_owned()));
}

#[test]
fn asks_by_thread_or_by_number() {
    const PATH: &str = "/rest/gitplugin/1.0/index.json";
    for (thread, query) in [
        (Some("eafe58fc-d8de-42ff-8815-6fe5860b38d2"), "?threadId=eafe58fc-d8de-42ff-8815-6fe5860b38d2"),
        (Some("172"), "?threadId=172"),
        (None, "?repoId=7"),
        (Some(""), "?repoId=7"),
        // Nothing that a server sends becomes a part of an address.
        (Some("1&x=2"), "?repoId=7"),
        (Some("../x"), "?repoId=7"),
    ] {
        assert_eq!(progress_path(thread, 7), format!("{PATH}{query}"), "{thread:?}");
    }
}
