//! Opens a page and asks it for what `measure.js` noted there.

use std::path::PathBuf;

use patchbay_tests::{Page, Server, ServerBuilder};
use serde_json::{Value, json};

/// The builds of the app that are measured: this one, and another one whose folder `PATCHBAY_BENCH_BEFORE` names.
pub fn builds(start: impl Fn(ServerBuilder) -> ServerBuilder) -> Vec<(&'static str, Server)> {
    let mut builds = vec![("Patchbay", start(Server::new()).start())];
    let before = std::env::var_os("PATCHBAY_BENCH_BEFORE").map(PathBuf::from);
    builds.extend(before.map(|folder| ("Patchbay before", start(Server::new()).folder(folder).start())));
    builds
}

/// A page that notes what is measured. It shows nothing yet.
pub fn noting(server: &Server) -> Page<'_> {
    let page = Page::blank(server);
    page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": include_str!("measure.js") }));
    page
}

/// Runs the body of an asynchronous function in the page and gives what it returns. Nothing is waited for before.
pub fn ask(page: &Page, body: &str) -> Value {
    let expression = format!("(async () => {{ {body} }})()");
    let asked = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
    let mut answer = page.devtools("Runtime.evaluate", &asked);
    assert!(answer.get("exceptionDetails").is_none(), "{answer}");
    answer["result"]["value"].take()
}

/// What is in the field while these are typed one after the other and deleted again, as JSON.
pub fn key_by_key(searches: &[&'static str]) -> Value {
    let keys = |search: &&'static str| {
        let search = *search;
        (1..=search.len()).chain((0..search.len()).rev()).map(move |end| &search[..end])
    };
    searches.iter().flat_map(keys).collect()
}
