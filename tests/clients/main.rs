//! Clients of GitLab that others wrote, against the sandbox as several versions of GitLab: python-gitlab and
//! @gitbeaker/rest say in their own objects and exceptions whether it answers as they expect. A validator of
//! OpenAPI reads its description, and a script of our own drives each documented endpoint of repositories of Git Integration
//! for Jira.
//!
//! `cargo xtask test` installs what package-lock.json and requirements.txt name.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "everything in here runs in tests, which fail by panicking"
)]

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use patchbay_sandbox::{Gij, GitLab, Options, open, serve};
use patchbay_tests::clients;
use tokio::net::TcpListener;
use tokio::runtime::Builder;

/// Starts a sandbox with the demonstration integrations, and a script with its address and version.
/// Gives what the script prints, which is a number of facts that hold.
#[track_caller]
fn drive(program: Command, script: &str, gitlab: GitLab) -> u32 {
    drive_one(program, script, Options { gitlab, ..Options::default() }, &gitlab.version().to_string())
}

#[track_caller]
fn drive_one(mut program: Command, script: &str, options: Options, version: &str) -> u32 {
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let sandbox = open(Options { demo: 25, ..options }).unwrap();
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    runtime.spawn(serve(listener, sandbox.router(), std::future::pending()));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("clients").join(script);
    let output = program.arg(script).args([&origin, version]).output();
    runtime.shutdown_background();
    let output = output.unwrap_or_else(|error| panic!("{program:?} does not start: {error}"));
    let printed = String::from_utf8_lossy(&output.stdout);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{version}: {complaint}{printed}");
    let facts = printed.strip_suffix(" facts hold\n").and_then(|number| number.parse().ok());
    facts.unwrap_or_else(|| panic!("it prints {printed:?}"))
}

/// Each client with each of these versions: the manual's, the first with integrations of groups, and the newest.
macro_rules! versions {
    ($($name:ident: $gitlab:expr,)*) => { $(
        mod $name {
            use super::*;

            #[test]
            fn python_gitlab() {
                assert!(drive(clients::python(), "python_gitlab.py", $gitlab) > 50);
            }

            #[test]
            fn gitbeaker() {
                assert!(drive(clients::node(), "gitbeaker.mjs", $gitlab) > 30);
            }
        }
    )* };
}

versions! {
    v14_8: GitLab::V14_8,
    v17_9: GitLab::V17_9,
    v19_5: GitLab::V19_5,
}

#[test]
fn every_version_describes_itself_in_openapi() {
    for gitlab in GitLab::ALL {
        assert!(drive(clients::python(), "openapi.py", gitlab) > 20, "{gitlab:?}");
    }
}

#[test]
fn a_script_drives_each_endpoint_of_repositories() {
    for (gij, at_least) in [(Gij::V4_16, 200), (Gij::V5_2, 300), (Gij::V6_1, 300)] {
        let options = Options { gij, pace: Duration::ZERO, ..Options::default() };
        let facts = drive_one(clients::python(), "repositories.py", options, gij.name());
        assert!(facts > at_least, "{gij:?}: {facts}");
    }
}

#[test]
fn every_version_of_git_integration_describes_itself_in_openapi() {
    for gij in Gij::ALL {
        let options = Options { gij, ..Options::default() };
        assert!(drive_one(clients::python(), "openapi.py", options, gij.name()) > 20, "{gij:?}");
    }
}
