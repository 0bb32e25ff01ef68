//! The house: which room may know which, no circles between files, where markup is written by hand, and which of it boot.js lets
//! pass. It reads the sources, and needs no browser.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "everything in here runs in tests, which fail by panicking"
)]

mod markup;
mod source;

use source::Sources;

/// The rooms of `src/` and those that each may know; docs/architecture.md has the same list. `model` may be known to
/// all, and knows none of them.
const ROOMS: [(&str, &[&str]); 11] = [
    ("shell", &["pages", "plan", "edit", "store", "session", "api", "route", "form", "ui", "browser"]),
    ("pages", &["plan", "edit", "store", "session", "api", "route", "form", "ui", "browser"]),
    ("plan", &["edit", "store", "session", "api", "route", "ui", "browser"]),
    ("edit", &["store", "session", "api", "route", "form", "ui", "browser"]),
    ("store", &["session", "api", "route", "ui", "browser"]),
    ("session", &["api", "route", "ui", "browser"]),
    ("api", &["route", "browser"]),
    ("form", &["ui", "browser"]),
    ("ui", &["browser"]),
    ("route", &["browser"]),
    ("browser", &[]),
];

#[test]
fn every_arrow_between_rooms_goes_down() {
    let sources = Sources::read("src");
    let mut wrong = Vec::new();
    for file in sources.files.keys() {
        let Some((room, _)) = file.split_once('/') else { continue };
        let Some((_, known)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!("src/{file} is in no room"));
            continue;
        };
        for path in sources.paths(file) {
            let Some(to) = path.first().filter(|to| ROOMS.iter().any(|(name, _)| name == to)) else {
                continue;
            };
            if to != room && !known.contains(&to.as_str()) {
                wrong.push(format!("src/{file}: {room} -> {to} ({})", path.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "These arrows go up:\n{}", wrong.join("\n"));
}

#[test]
fn no_files_lead_to_each_other_in_a_circle() {
    let mut circles = Vec::new();
    for folder in ["src", "crates/model/src", "crates/sandbox/src"] {
        for circle in Sources::read(folder).circles() {
            circles.push(format!("{folder}: {}", circle.join(" <-> ")));
        }
    }
    assert!(circles.is_empty(), "These files import each other:\n{}", circles.join("\n"));
}

/// Where elements may be made by hand outside `src/ui/`: the header of the file says how many bytes of the first
/// download that saves.
const BY_HAND: [&str; 3] = ["pages/jira/list.rs", "pages/jira/row.rs", "shell/bar.rs"];

/// Where the template of a row is made by hand, behind the split: it has blanks, which `view!` cannot write.
const TEMPLATES: [&str; 6] = [
    "pages/fleet/cells.rs",
    "pages/fleet/compare/table.rs",
    "pages/jira/columns/cells.rs",
    "pages/plan/table.rs",
    "pages/repositories/list/cells.rs",
    "pages/repositories/reindex/cells.rs",
];

#[test]
fn pages_are_written_as_markup() {
    let sources = Sources::read("src");
    let mut wrong = Vec::new();
    for file in sources.files.keys().filter(|file| !file.starts_with("ui/")) {
        let by_hand =
            sources.paths(file).iter().any(|path| path.starts_with(&["ui".to_owned(), "el".to_owned()]));
        if by_hand && !BY_HAND.contains(&file.as_str()) && !TEMPLATES.contains(&file.as_str()) {
            wrong.push(format!("src/{file} makes elements with `ui::el`: write them with `view!`"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_makes_elements_by_hand_says_what_that_saves() {
    for file in BY_HAND {
        let text = std::fs::read_to_string(format!("{}/../src/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let header: Vec<&str> = text.lines().take_while(|line| line.starts_with("//!")).collect();
        let says =
            header.iter().any(|line| line.contains("bytes") && line.contains(|c: char| c.is_ascii_digit()));
        assert!(says, "src/{file} makes elements by hand: its header must say how many bytes that saves");
    }
}

#[test]
fn reads_use_lines_in_all_their_forms() {
    let sources = Sources {
        files: [
            ("a/mod.rs", "mod b;\npub use b::B;\n"),
            ("a/b.rs", "use crate::c::{D, e::{self, F as G}};\n"),
            ("c/mod.rs", "pub mod e;\npub struct D;\n"),
            ("c/e.rs", "use crate::a::B;\nfn f() { super::D; }\n"),
        ]
        .map(|(file, text)| (file.to_owned(), text.to_owned()))
        .into(),
    };
    let resolved =
        |path: &[&str]| sources.resolve(&path.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
    assert_eq!(resolved(&["a", "B"]).as_deref(), Some("a/b.rs"));
    assert_eq!(resolved(&["c", "e", "F"]).as_deref(), Some("c/e.rs"));
    assert_eq!(sources.circles(), [["a/b.rs", "c/e.rs"]]);
}
