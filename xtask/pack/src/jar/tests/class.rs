//! The compiled class: for Java 8, and of Jira it knows three names.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::sample::{Dist, sources};
use crate::jar::class;

/// `major_version` of Java 8 in the Java Virtual Machine Specification, table 4.1-A.
const JAVA_8: u16 = 52;

#[test]
fn is_of_java_8_and_names_nothing_but_three_of_jiras_classes() {
    let home = env::var_os("JAVA_HOME").map(|home| Path::new(&home).join("bin/javac"));
    let javac = home.unwrap_or_else(|| PathBuf::from("javac"));
    if !Command::new(&javac).arg("-version").output().is_ok_and(|output| output.status.success()) {
        eprintln!("Left out: there is no javac to compile the plugin's class with.");
        return;
    }
    let folder = Dist::new();
    let bytes = class::compile(&javac, &sources(), folder.path()).unwrap();
    let class = Class(&bytes);

    assert_eq!(class.u32(0), 0xCAFE_BABE);
    assert_eq!(class.u16(6), JAVA_8);
    let strings = class.strings();
    let of_jira: Vec<&str> =
        strings.iter().map(String::as_str).filter(|string| string.contains("atlassian")).collect();
    assert_eq!(
        of_jira,
        [
            "Lcom/atlassian/jira/security/request/RequestMethod;",
            "Lcom/atlassian/jira/security/request/SupportedMethods;",
            "com/atlassian/jira/web/action/JiraWebActionSupport",
        ]
    );
    // Jira 11 has only the one, and older ones only the other.
    assert!(
        !strings.iter().any(|string| string.contains("javax") || string.contains("jakarta")),
        "{strings:?}"
    );
    // Otherwise the annotation would not be there when Jira looks for it.
    assert!(strings.contains(&"RuntimeVisibleAnnotations".to_owned()));

    let compiled =
        fs_err::read_dir(folder.path()).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_dir());
    assert_eq!(compiled.count(), 1, "classes of patchbay/ alone, none of the stand-ins");
    assert!(bytes == class::compile(&javac, &sources(), folder.path()).unwrap(), "the same bytes every time");
}

/// A class file: Java Virtual Machine Specification, chapter 4.
struct Class<'b>(&'b [u8]);

impl Class<'_> {
    fn u16(&self, at: usize) -> u16 {
        u16::from_be_bytes(self.0[at..at + 2].try_into().unwrap())
    }

    fn u32(&self, at: usize) -> u32 {
        u32::from_be_bytes(self.0[at..at + 4].try_into().unwrap())
    }

    /// Every text in the constant pool, sorted: names of classes, types, methods and attributes.
    fn strings(&self) -> Vec<String> {
        let mut strings = Vec::new();
        let mut at = 10;
        for _ in 1..self.u16(8) {
            let size = match self.0[at] {
                // Utf8
                1 => {
                    let length = usize::from(self.u16(at + 1));
                    strings.push(String::from_utf8(self.0[at + 3..at + 3 + length].to_vec()).unwrap());
                    2 + length
                }
                // Class, String
                7 | 8 => 2,
                // Fieldref, Methodref, InterfaceMethodref, NameAndType
                9..=12 => 4,
                other => panic!("constant of kind {other}, which so small a class has no need of"),
            };
            at += 1 + size;
        }
        strings.sort();
        strings
    }
}
