//! The page: words that Velocity passes on as they are, and names that lead to files.

use std::collections::BTreeMap;

use roxmltree::Document;

use super::sample::{contents, text};

#[test]
fn the_page_asks_nothing_of_velocity_and_runs_no_script() {
    let contents = contents();
    let page = text(&contents, "patchbay/page.vm");
    // Jira 10 allows templates few methods: ours calls none.
    for sign in ['$', '#', '{'] {
        assert!(!page.contains(sign), "{sign}");
    }
    assert!(page.contains("<meta name=\"decorator\" content=\"atl.admin\"/>"));
    assert!(!page.contains("<script") && !page.contains("style"));
}

#[test]
fn the_page_names_what_the_loader_asks_for() {
    let contents = contents();
    let page = Document::parse(text(&contents, "patchbay/page.vm")).unwrap();
    let place = page.descendants().find(|node| node.attribute("id") == Some("patchbay-jira")).unwrap();
    let names: BTreeMap<&str, &str> = place
        .attributes()
        .filter_map(|attribute| Some((attribute.name().strip_prefix("data-")?, attribute.value())))
        .collect();
    assert_eq!(names["files"], "/download/resources/patchbay.jira:app/");
    assert_eq!(names["css"], "patchbay-2.css");
    assert_eq!(names["js"], "patchbay-3.js");
    assert_eq!(names["wasm"], "patchbay-3_bg.wasm");
    assert!(contents.contains_key(&format!("app/{}", names["boot"])));

    let loader = text(&contents, "patchbay/loader.js");
    let asked: Vec<&str> = ["files", "css", "boot", "js", "wasm"]
        .into_iter()
        .filter(|name| loader.contains(&format!("names.{name}")))
        .collect();
    assert_eq!(asked.len(), names.len());
    assert!(loader.contains("getElementById(\"patchbay-jira\")"));
}
