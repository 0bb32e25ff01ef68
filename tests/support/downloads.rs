//! Files that the page has the browser save.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{Page, patience};

/// The folder that a page's downloads go to; removed when this is dropped.
pub struct Downloads(TempDir);

impl Page<'_> {
    /// Keeps what is downloaded from now on.
    #[track_caller]
    pub fn keeps_downloads(&self) -> Downloads {
        let folder = tempfile::tempdir().unwrap();
        let wish = json!({ "behavior": "allow", "downloadPath": folder.path() });
        self.devtools("Browser.setDownloadBehavior", &wish);
        Downloads(folder)
    }
}

impl Downloads {
    /// Waits for the file of this name and reads it.
    #[track_caller]
    pub fn json(&self, name: &str) -> Value {
        serde_json::from_str(&self.text(name)).unwrap_or_else(|error| panic!("{name} is not JSON: {error}"))
    }

    /// Waits for the file of this name and gives its text.
    #[track_caller]
    pub fn text(&self, name: &str) -> String {
        let file = self.0.path().join(name);
        // It has its name only once it is whole.
        let read = patience::until(|| {
            let text = fs::read_to_string(&file).map_err(|error| format!("{name} is not there: {error}"))?;
            if text.is_empty() { Err(format!("{name} is empty")) } else { Ok(text) }
        });
        read.unwrap_or_else(|said| panic!("{said}"))
    }
}
