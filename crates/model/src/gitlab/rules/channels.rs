//! How many channels a message may go to.

use crate::form::{Lookup, Rule};

/// How many channels newer versions of GitLab take for one event.
const MOST: usize = 10;

/// The sentence for more channels than newer versions of GitLab take.
pub fn too_many(count: usize) -> String {
    format!("There are {count} channels. Newer versions of GitLab accept at most {MOST} for an event.")
}

fn check(form: &dyn Lookup, key: &str) -> Option<String> {
    let count = form.text(key).split(',').filter(|channel| !channel.trim().is_empty()).count();
    (count > MOST).then(|| too_many(count))
}

/// One for each field with channels; a function of a rule cannot know the field that it is at.
pub(super) const RULES: &[Rule] = &[
    Rule { at: "channel", check: |form| check(form, "channel") },
    Rule { at: "push_channel", check: |form| check(form, "push_channel") },
    Rule { at: "tag_push_channel", check: |form| check(form, "tag_push_channel") },
    Rule { at: "issue_channel", check: |form| check(form, "issue_channel") },
    Rule { at: "confidential_issue_channel", check: |form| check(form, "confidential_issue_channel") },
    Rule { at: "merge_request_channel", check: |form| check(form, "merge_request_channel") },
    Rule { at: "note_channel", check: |form| check(form, "note_channel") },
    Rule { at: "confidential_note_channel", check: |form| check(form, "confidential_note_channel") },
    Rule { at: "pipeline_channel", check: |form| check(form, "pipeline_channel") },
    Rule { at: "wiki_page_channel", check: |form| check(form, "wiki_page_channel") },
    Rule { at: "deployment_channel", check: |form| check(form, "deployment_channel") },
    Rule { at: "incident_channel", check: |form| check(form, "incident_channel") },
    Rule { at: "alert_channel", check: |form| check(form, "alert_channel") },
    Rule { at: "vulnerability_channel", check: |form| check(form, "vulnerability_channel") },
];
