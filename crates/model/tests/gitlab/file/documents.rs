//! docs/files.md describes the format as it is.

use super::{AT, HOST, home, opened};
use patchbay_model::gitlab::Level;
use patchbay_model::gitlab::file::{export_json, read};
use serde_json::json;
use std::{fs, path::PathBuf};

#[test]
fn the_example_is_what_is_written_and_read() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/files.md");
    let text = fs::read_to_string(file).expect("docs/files.md is there");
    let example = text
        .split("```json\n")
        .filter(|part| part.contains("gitlab-integrations"))
        .find_map(|part| part.split("```").next());
    let example = example.expect("docs/files.md has an example of GitLab’s format");
    let wiki = json!({"properties": {"external_wiki_url": "https://wiki.acme.example"}});
    let slack = json!({"inherited": true, "properties": {}});
    let all = [
        opened(home(Level::Project, 101, "acme/web"), "external-wiki", Some(wiki)),
        opened(
            home(Level::Project, 101, "acme/web"),
            "youtrack",
            Some(json!({"active": false, "properties": {
            "project_url": "https://youtrack.acme.example", "issues_url": "https://youtrack.acme.example/:id", "hosted": 1}})),
        ),
        opened(home(Level::Group, 21, "acme"), "slack-slash-commands", Some(slack)),
    ];
    assert_eq!(export_json(&all, HOST, AT), example);
    assert_eq!(read(example).expect("a file").homes.len(), 2);
}
