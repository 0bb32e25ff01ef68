//! docs/deploy.md and docs/config.md: their commands are run, and their examples are loaded.

use std::fs;
use std::path::Path;
use std::process::Command;

use patchbay_tests::{Nginx, Server, built};
use serde_json::Value;

const DEPLOY: &str = include_str!("../../../docs/deploy.md");
const CONFIG: &str = include_str!("../../../docs/config.md");

/// What stands in fences of this language.
fn blocks<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let fence = format!("\n```{language}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("\n```").next().unwrap()).collect()
}

/// Every command for a shell, in order, with the folders of the system moved below a folder of the test.
#[test]
fn the_commands_leave_what_the_text_says() {
    let root = tempfile::tempdir().unwrap();
    let system = root.path().join("system");
    for folder in ["etc/nginx", "etc/caddy", "var/www"] {
        fs::create_dir_all(system.join(folder)).unwrap();
    }
    let (dist, hosting) = built();
    for (name, folder) in [("dist", &dist), ("dist-hosting", &hosting)] {
        let copied = Command::new("cp").arg("-R").arg(folder).arg(root.path().join(name)).status().unwrap();
        assert!(copied.success());
    }
    let commands = blocks(DEPLOY, "sh");
    // The first makes the two folders, as `cargo xtask test` has done before.
    assert!(commands[0].starts_with("cargo xtask dist --config "), "{}", commands[0]);
    assert!(commands.len() > 8, "{}", commands.len());
    for command in &commands[1..] {
        let place = system.to_str().unwrap();
        let moved =
            command.replace("/etc/", &format!("{place}/etc/")).replace("/var/", &format!("{place}/var/"));
        let status = Command::new("sh").args(["-e", "-c", &moved]).current_dir(root.path()).status().unwrap();
        assert!(status.success(), "{command}");
    }
    let read =
        |path: &Path| fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let page = read(&dist.join("index.html"));
    assert_eq!(read(&system.join("var/www/patchbay/index.html")), page);
    assert_eq!(
        read(&root.path().join("public/index.html")),
        read(&hosting.join("index-with-policy/index.html"))
    );
    assert!(!root.path().join("public/index.html.br").exists());
    for ready in ["public/_headers", ".gitlab-ci.yml", ".github/workflows/patchbay.yml"] {
        assert!(root.path().join(ready).is_file(), "{ready}");
    }
    let nginx = read(&system.join("etc/nginx/patchbay.conf"));
    assert!(nginx.contains("location ^~ /apps/git/ {") && !nginx.contains("/tools/patchbay"), "{nginx}");
    assert!(
        read(&system.join("etc/nginx/patchbay-jira.conf"))
            .contains("proxy_pass https://jira.your-company.example;")
    );
    assert!(system.join("etc/caddy/patchbay.caddy").is_file());
}

/// With each example the app starts; what it then asks may be answered with no.
#[test]
fn the_examples_of_config_are_taken() {
    let server = Server::demo();
    let examples = blocks(CONFIG, "json").into_iter().chain(blocks(DEPLOY, "json"));
    let mut count = 0;
    for example in examples {
        let nginx = Nginx::new(&server).start(&Value::Null);
        nginx.configure(Some(example));
        // What nginx refuses the browser tells of; one refusal of the sandbox's own says that there may be some.
        server.fetch(&format!("{}/no-such-file", server.origin()), &[]);
        let page = nginx.open("");
        page.becomes("the app to have a title", || page.title().contains(" – Patchbay"));
        assert!(!page.title().contains("config.json"), "{example}: {}", page.text());
        count += 1;
    }
    assert_eq!(count, 7);
}

/// What the table of docs/config.md quotes, the app says: checked by the other tests with the very words.
#[test]
fn the_table_of_messages_quotes_the_app() {
    let app = include_str!("../../../src/session/config_file.rs");
    for (quoted, in_app) in [
        ("could not be read", "could not be read"),
        ("is missing", "is missing"),
        ("is not JSON: trailing comma at line 2 column 5", "is not JSON: {error}"),
        ("jira.adress is not a field", " is not a field."),
        ("jira.url must be text", ".url must be text"),
        ("jira.auth must be \"token\"", ".auth must be \\\"token\\\""),
        ("is listed twice", "is listed twice"),
    ] {
        assert!(CONFIG.contains(quoted), "docs/config.md does not quote “{quoted}”");
        assert!(app.contains(in_app), "src/session/config_file.rs does not say “{in_app}”");
    }
}
