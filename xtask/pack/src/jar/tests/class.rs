//! The compiled class: for Java 8, and of Jira it knows three names.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use regex::bytes::Regex;

use super::sample::sources;
use crate::jar::class;

#[test]
fn is_of_java_8_and_names_nothing_but_three_of_jiras_classes() {
    let home = env::var_os("JAVA_HOME").map(|home| Path::new(&home).join("bin/javac"));
    let javac = home.unwrap_or_else(|| PathBuf::from("javac"));
    if !Command::new(&javac).arg("-version").output().is_ok_and(|output| output.status.success()) {
        eprintln!("Left out: there is no javac to compile the plugin's class with.");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let compile = || class::compile(&javac, &sources(), folder.path()).unwrap();
    let class = compile();

    // Java Virtual Machine Specification, chapter 4: magic, minor_version, major_version of Java 8.
    assert_eq!(class[..8], [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52]);
    let found = |pattern: &str| {
        let pattern = Regex::new(pattern).unwrap();
        let mut found: Vec<String> = pattern
            .find_iter(&class)
            .map(|name| String::from_utf8(name.as_bytes().to_vec()).unwrap())
            .collect();
        found.sort();
        found
    };
    assert_eq!(
        found("L?com/atlassian/[A-Za-z/]+;?"),
        [
            "Lcom/atlassian/jira/security/request/RequestMethod;",
            "Lcom/atlassian/jira/security/request/SupportedMethods;",
            "com/atlassian/jira/web/action/JiraWebActionSupport",
        ]
    );
    // Jira 11 has only the one, and older ones only the other.
    assert!(found("javax|jakarta").is_empty());
    // Otherwise the annotation would not be there when Jira looks for it.
    assert_eq!(found("RuntimeVisibleAnnotations").len(), 1);

    let folders =
        fs_err::read_dir(folder.path()).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_dir());
    assert_eq!(folders.count(), 1, "classes of patchbay/ alone, none of the stand-ins");
    assert!(class == compile(), "the same bytes every time");
}
