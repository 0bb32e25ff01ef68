//! The Terraform is well-formed, names each import, and has no secret; a strict reader of its own checks that.

use super::{HOST, everything, home, opened};
use patchbay_model::gitlab::Level;
use patchbay_model::gitlab::file::terraform;
use serde_json::json;
use std::collections::HashSet;

/// A block: its words before the brace, its arguments, its blocks.
#[derive(Debug, Default)]
struct Block {
    words: Vec<String>,
    arguments: Vec<(String, String)>,
    blocks: Vec<Block>,
}

/// The part of HCL that the export uses, and nothing else: comments of a line, blocks, arguments with texts, numbers, true,
/// false, lists of texts, objects of one argument a line, and references.
fn parse(lines: &mut std::iter::Peekable<std::str::Lines<'_>>, words: Vec<String>) -> Block {
    let mut block = Block { words, ..Block::default() };
    let is_top = block.words.is_empty();
    while let Some(line) = lines.next() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if line == "}" {
            assert!(!is_top, "a bracket too many");
            return block;
        }
        if let Some(head) = line.strip_suffix('{') {
            let words = head
                .trim()
                .trim_end_matches('=')
                .split_whitespace()
                .map(|word| word.trim_matches('"').to_owned());
            block.blocks.push(parse(lines, words.collect()));
            continue;
        }
        let (name, value) =
            line.split_once(" = ").unwrap_or_else(|| panic!("neither block nor argument: {line}"));
        let name = name.trim();
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'), "{line}");
        expression(value);
        assert!(
            !block.arguments.iter().any(|(other, _)| other == name),
            "{name} is twice in {:?}",
            block.words
        );
        block.arguments.push((name.to_owned(), value.to_owned()));
    }
    assert!(is_top, "a bracket too few");
    block
}

fn expression(text: &str) {
    if let Some(items) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
        let mut rest = items;
        while !rest.is_empty() {
            rest = quoted(rest).trim_start_matches(", ");
        }
    } else if text.starts_with('"') {
        assert_eq!(quoted(text), "", "{text}");
    } else {
        let is_reference = text.starts_with("var.") || text.starts_with("gitlab_");
        let is_plain = ["true", "false", "string"].contains(&text) || text.parse::<i64>().is_ok();
        assert!(is_reference || is_plain, "{text}");
    }
}

/// What follows a text in quotation marks.
fn quoted(text: &str) -> &str {
    let mut chars = text.char_indices();
    assert_eq!(chars.next().map(|(_, c)| c), Some('"'), "{text}");
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return &text[at + 1..],
            '\\' => assert!(chars.next().is_some_and(|(_, c)| "\"\\nrtu".contains(c)), "{text}"),
            '$' | '%' if text[at + 1..].starts_with('{') => {
                assert_eq!(text[..at].chars().last(), Some(c), "a template: {text}");
            }
            c => assert!(!c.is_control(), "{text}"),
        }
    }
    panic!("no end of {text}")
}

fn read(text: &str) -> Block {
    parse(&mut text.lines().peekable(), Vec::new())
}

#[test]
fn everything_is_well_formed_and_imported() {
    for level in [Level::Project, Level::Group] {
        let all: Vec<_> = everything(level).into_iter().map(|(_, opened)| opened).collect();
        let text = terraform(&all, HOST, "26 November 2026, 08:45 UTC");
        assert!(!text.contains("s3cret"), "{text}");
        let file = read(&text);
        let of = |kind: &str| file.blocks.iter().filter(|block| block.words[0] == kind).collect::<Vec<_>>();
        let (resources, imports, variables) = (of("resource"), of("import"), of("variable"));
        assert_eq!((resources.len(), imports.len()), if level == Level::Project { (17, 17) } else { (5, 5) });
        for resource in &resources {
            let address = format!("{}.{}", resource.words[1], resource.words[2]);
            let is_its = |import: &&&Block| {
                import.arguments
                    == [("to".to_owned(), address.clone()), ("id".to_owned(), "\"101\"".to_owned())]
            };
            assert_eq!(imports.iter().filter(is_its).count(), 1, "{address}");
            let holder = if level == Level::Project { "project" } else { "group" };
            assert!(resource.arguments.contains(&(holder.to_owned(), "\"101\"".to_owned())), "{resource:?}");
        }
        let used: HashSet<&str> = resources
            .iter()
            .flat_map(|resource| &resource.arguments)
            .filter_map(|(_, value)| value.strip_prefix("var."))
            .collect();
        let declared: HashSet<&str> = variables.iter().map(|variable| variable.words[1].as_str()).collect();
        assert_eq!(used, declared);
        let is_sensitive =
            |variable: &&Block| variable.arguments.contains(&("sensitive".to_owned(), "true".to_owned()));
        assert!(variables.iter().all(is_sensitive));
        // What has no resource stands there as a comment.
        let comments =
            text.lines().filter(|line| line.ends_with("Its settings are in the JSON export.")).count();
        assert_eq!(comments + resources.len(), all.len());
    }
}

#[test]
fn a_project_as_people_read_it() {
    let slack = json!({"properties": {"channel": "#builds", "username": "a \"b\" ${c} %{d}\\", "push_channel": ""}, "push_events": true});
    let all = [
        opened(home(Level::Project, 7, "acme/1.web"), "slack", Some(slack)),
        opened(home(Level::Project, 7, "acme/1.web"), "jira", Some(json!({"inherited": true}))),
        opened(home(Level::Project, 7, "acme/1.web"), "github", Some(json!({"active": false}))),
        opened(
            home(Level::Project, 8, "acme/1-web"),
            "pipelines-email",
            Some(json!({"properties": {"recipients": "a@b.example, c@d.example"}})),
        ),
    ];
    let text = terraform(&all, HOST, "today");
    read(&text);
    for part in [
        "# Project acme/1.web (number 7)\n",
        "# jira uses inherited settings, so there is nothing of its own to manage.\n",
        "# github is not active.\n",
        "variable \"acme_1_web_7_slack_webhook\" {\n  type      = string\n  sensitive = true\n}\n",
        "import {\n  to = gitlab_integration_slack.acme_1_web_7\n  id = \"7\"\n}\n",
        "= \"a \\\"b\\\" $${c} %%{d}\\\\\"\n",
        "  # not in the provider: channel = \"#builds\"\n",
        "= [\"a@b.example\", \"c@d.example\"]\n",
        "to = gitlab_project_integration_pipelines_email.acme_1_web\n",
        "base_url = \"https://gitlab.acme.example/api/v4/\"\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn names_of_alike_paths_differ() {
    let paths = [
        "acme/1.web",
        "acme/1-web",
        "acme/1_web",
        "acme/1/web",
        "acme/1-web_4",
        "acme/1_web-4",
        "1/x",
        "of/1/x",
        "ACME/1.web",
    ];
    let mut all: Vec<_> = (1..)
        .zip(paths)
        .map(|(id, path)| opened(home(Level::Project, id, path), "slack", Some(json!({}))))
        .collect();
    all.push(opened(home(Level::Group, 20, "acme/1"), "slack", Some(json!({}))));
    all.push(opened(home(Level::Project, 21, "acme/1_group"), "slack", Some(json!({}))));
    let text = terraform(&all, HOST, "today");
    let file = read(&text);
    for kind in ["resource", "variable"] {
        let named: Vec<_> = file
            .blocks
            .iter()
            .filter(|block| block.words[0] == kind)
            .map(|block| &block.words[1..])
            .collect();
        let different: HashSet<_> = named.iter().collect();
        assert!(named.len() >= paths.len() && different.len() == named.len(), "{text}");
    }
}
