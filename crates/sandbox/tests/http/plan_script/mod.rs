//! The script of a plan, run by real shells with the real curl.

mod documents;
mod failing;
mod odd_texts;
mod reading;
mod starting;
mod whole;

use std::process::{Command, Stdio};

use patchbay_model::plan::script::{Request, Script, shell};
use patchbay_model::{Object, Vendor};
use serde_json::Value;
use tempfile::TempDir;

use crate::running::{INTEGRATION, Running};

/// A script in a file.
pub struct Plan {
    folder: TempDir,
}

/// What came of running it.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// The shells of this machine: `sh` is one of them, or another name for one.
pub fn shells() -> Vec<&'static [&'static str]> {
    let all: [&[&str]; 5] = [&["sh"], &["dash"], &["bash", "--posix"], &["busybox", "sh"], &["ksh"]];
    let is_there = |shell: &&[&str]| {
        let mut command = Command::new(shell[0]);
        command.args(&shell[1..]).args(["-c", "exit 7"]).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.code() == Some(7))
    };
    let shells: Vec<_> = all.into_iter().filter(is_there).collect();
    assert!(shells.contains(&(&["sh"] as &[&str])));
    shells
}

impl Plan {
    /// A script that is there already.
    pub fn written(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("plan.sh"), text).unwrap();
        Self { folder }
    }

    pub fn of(server: &Running, vendor: Vendor, requests: &[Request]) -> Self {
        let origin = format!("http://{}", server.address);
        let script = Script { title: "A plan", made: "today", vendor, server: &origin, requests };
        Self::written(&shell(&script))
    }

    pub fn jira(server: &Running, requests: &[Request]) -> Self {
        Self::of(server, Vendor::Jira, requests)
    }

    /// Runs it as administrator, with these variables beside.
    pub fn run(&self, shell: &[&str], variables: &[(&str, &str)]) -> Ran {
        self.run_with(shell, &[&[("TOKEN", "admin-token")], variables].concat())
    }

    /// Runs it with these variables only.
    pub fn run_with(&self, shell: &[&str], variables: &[(&str, &str)]) -> Ran {
        let path = std::env::var("PATH").unwrap();
        let mut command = Command::new(shell[0]);
        command.args(&shell[1..]).arg("plan.sh").current_dir(&self.folder);
        command.env_clear().env("PATH", path).envs(variables.iter().copied());
        let output = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Has the shell read it without running it.
    pub fn checked_by(&self, shell: &[&str]) -> bool {
        let mut command = Command::new(shell[0]);
        command.args(&shell[1..]).args(["-n", "plan.sh"]).current_dir(&self.folder);
        let output = command.output().unwrap();
        output.status.success() && output.stderr.is_empty()
    }
}

pub fn step(title: &str, method: &'static str, path: &str, body: Option<Value>) -> Request {
    let object = |body: Value| body.as_object().unwrap().clone();
    let body: Option<Object> = body.map(object);
    Request { title: title.to_owned(), method, path: path.to_owned(), body, group: Some(0) }
}

/// Renames integration `id`.
pub fn rename(id: i64, name: &str) -> Request {
    let body = serde_json::json!({ "displayName": name });
    step(&format!("Rename {id}"), "PUT", &format!("{INTEGRATION}/{id}"), Some(body))
}

pub fn names(server: &Running) -> Vec<String> {
    server.all().iter().map(|one| one["displayName"].as_str().unwrap().to_owned()).collect()
}
