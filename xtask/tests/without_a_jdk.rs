//! `cargo xtask jar` where there is no Java compiler: it says so before anything is built.

use std::process::Command;

#[test]
fn the_plugin_says_what_it_needs() {
    let folder = std::env::temp_dir().join(format!("patchbay-no-jdk-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    // Nothing is on this PATH, neither a compiler nor what could install one.
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("jar")
        .env_clear()
        .env("PATH", &folder)
        .output()
        .unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success());
    assert!(said.contains("no javac 9 or newer is here"), "{said}");
    assert!(said.contains("Install a JDK"), "{said}");
}
