//! Repositories and their indexing, as each version of Git Integration for Jira has them.

mod changing;
mod describing;
mod fields;
mod indexing;
mod listing;
mod queueing;
mod rescanning;
mod versions;

use std::time::Duration;

use patchbay_sandbox::{Gij, Options};
use serde_json::{Value, json};

use crate::running::{Answer, Running};

pub const REPOSITORY: &str = "/rest/gitplugin/1.0/repository";
pub const REINDEX: &str = "/rest/gitplugin/2.0/reindex";
pub const PROGRESS: &str = "/rest/gitplugin/1.0/index.json";

/// How long it takes to index a repository here; to scan a host takes five times as long.
pub const PACE: Duration = Duration::from_secs(10);

/// With so many demonstration integrations, whose indexing goes on only when a test says so.
pub fn running(gij: Gij, demo: u32) -> Running {
    Running::with(Options { gij, demo, pace: PACE, ..Options::default() })
}

/// Empty, and without a pace: what is started is over when the next request comes.
pub fn at_once() -> Running {
    Running::with(Options { pace: Duration::ZERO, ..Options::default() })
}

impl Running {
    /// All repositories.
    #[track_caller]
    pub fn repositories(&self) -> Vec<Value> {
        self.get(REPOSITORY).json()["repositories"].as_array().unwrap().clone()
    }

    /// Those of this integration.
    #[track_caller]
    pub fn tracked(&self, integration: i64) -> Vec<Value> {
        self.repositories().into_iter().filter(|one| one["trackedFolderId"] == integration).collect()
    }

    /// Starts to index; gives the thread.
    #[track_caller]
    pub fn reindex(&self, id: i64) -> String {
        let answer = self.ask("POST", REINDEX).json(&json!({ "repoId": id })).send();
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.json()["threadId"].as_str().unwrap().to_owned()
    }

    /// How far a thread is.
    #[track_caller]
    pub fn progress(&self, thread: &str) -> Value {
        self.get(&format!("{PROGRESS}?threadId={thread}")).json()
    }

    /// Lets the index work for so many repositories' time.
    pub fn paces(&self, number: u32) {
        self.sandbox.index_for(PACE * number);
    }

    /// Enables or disables an integration or a repository.
    #[track_caller]
    pub fn disable(&self, id: i64, disable: bool) {
        let answer = self.ask("PUT", &format!("{REPOSITORY}/{id}/disable?disable={disable}")).send();
        assert_eq!((answer.status, answer.json()), (200, json!({ "success": true })));
    }
}

/// The number of a repository.
pub fn id(repository: &Value) -> i64 {
    repository["id"].as_i64().unwrap()
}

#[track_caller]
pub fn refused(answer: &Answer, status: u16, error: &str) {
    assert_eq!((answer.status, answer.json()["error"].as_str()), (status, Some(error)), "{}", answer.text);
    assert_eq!(answer.json()["success"], false);
    assert!(!answer.json()["advice"].as_str().unwrap().is_empty());
}
