//! The commands of docs/jira.md that sign a plugin, run as they stand there.

use std::fs;
use std::process::Command;

use super::sample::Dist;
use crate::process;

const DOCUMENT: &str = include_str!("../../../../docs/jira.md");

#[test]
fn the_documented_commands_make_a_signature_that_holds() {
    let version = process::output(process::program("openssl").arg("version")).unwrap_or_default();
    if !version.starts_with("OpenSSL 3") {
        eprintln!("Left out: signing needs OpenSSL 3, and here is {version:?}.");
        return;
    }
    let folder = Dist::new("signing");
    fs::write(
        folder.path().join(format!("patchbay-{}.jar", env!("CARGO_PKG_VERSION"))),
        folder.pack().unwrap(),
    )
    .unwrap();
    let commands: Vec<&str> = DOCUMENT.lines().filter(|line| line.starts_with("openssl ")).collect();
    assert_eq!(commands.len(), 5);
    for command in commands {
        let output = Command::new("sh").args(["-c", command]).current_dir(folder.path()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{command}\n{said}");
    }
    let signature =
        fs::read(folder.path().join(format!("patchbay-{}.jar.sig", env!("CARGO_PKG_VERSION")))).unwrap();
    // RFC 8032: an Ed25519 signature as it is, without any wrapping.
    assert_eq!(signature.len(), 64);
}
