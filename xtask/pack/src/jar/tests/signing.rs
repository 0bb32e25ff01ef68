//! The commands of docs/jira.md that sign a plugin, run as they stand there.

use std::process::Command;

use super::sample::{dist, pack};

const DOCUMENT: &str = include_str!("../../../../../docs/jira.md");

#[test]
fn the_documented_commands_make_a_signature_that_holds() {
    let version =
        Command::new("openssl").arg("version").output().map(|output| output.stdout).unwrap_or_default();
    if !version.starts_with(b"OpenSSL 3") {
        eprintln!("Left out: signing needs OpenSSL 3, and here is {:?}.", String::from_utf8_lossy(&version));
        return;
    }
    let folder = dist();
    let jar = format!("patchbay-{}.jar", env!("CARGO_PKG_VERSION"));
    fs_err::write(folder.path().join(&jar), pack(&folder).unwrap()).unwrap();
    let commands: Vec<&str> = DOCUMENT.lines().filter(|line| line.starts_with("openssl ")).collect();
    assert_eq!(commands.len(), 5);
    for command in commands {
        let output = Command::new("sh").args(["-c", command]).current_dir(folder.path()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{command}\n{said}");
    }
    let signature = fs_err::read(folder.path().join(format!("{jar}.sig"))).unwrap();
    // RFC 8032: an Ed25519 signature as it is, without any wrapping.
    assert_eq!(signature.len(), 64);
}
