//! Complaints of the browser's console that a test has asked for.

use serde_json::Value;

use crate::{Page, console};

impl Page<'_> {
    /// Takes the complaints so far out of the console, which then does not count them any more. Fails unless each has one
    /// of these texts in it, and each text is in one.
    #[track_caller]
    pub fn complains_of(&self, texts: &[&str]) {
        self.settles();
        let log = self.demand(console::read(self.client()));
        let is_complaint = |entry: &&Value| entry["level"] == "SEVERE" || entry["source"] == "security";
        let complaints: Vec<&str> = log
            .as_array()
            .into_iter()
            .flatten()
            .filter(is_complaint)
            .map(|entry| entry["message"].as_str().unwrap_or_default())
            .collect();
        for complaint in &complaints {
            assert!(
                texts.iter().any(|text| complaint.contains(text)),
                "the console complains of more: {complaint}"
            );
        }
        for text in texts {
            let has = complaints.iter().any(|complaint| complaint.contains(text));
            assert!(has, "the console does not complain of “{text}”: {complaints:#?}");
        }
    }
}
