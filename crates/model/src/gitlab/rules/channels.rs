//! How many channels a message may go to.

use crate::form::{Lookup, Rule};

/// How many channels newer versions of GitLab take for one event.
const MOST: usize = 10;

/// The sentence for more channels than newer versions of GitLab take.
pub fn too_many(count: usize) -> String {
    format!("There are {count} channels. Newer versions of GitLab accept at most {MOST} for an event.")
}

fn check(form: &dyn Lookup, at: &str) -> Option<String> {
    let count = form.text(at).split(',').filter(|channel| !channel.trim().is_empty()).count();
    (count > MOST).then(|| too_many(count))
}

/// One for each field with channels.
pub(super) const RULES: &[Rule] = &[
    Rule { at: "channel", check },
    Rule { at: "push_channel", check },
    Rule { at: "tag_push_channel", check },
    Rule { at: "issue_channel", check },
    Rule { at: "confidential_issue_channel", check },
    Rule { at: "merge_request_channel", check },
    Rule { at: "note_channel", check },
    Rule { at: "confidential_note_channel", check },
    Rule { at: "pipeline_channel", check },
    Rule { at: "wiki_page_channel", check },
    Rule { at: "deployment_channel", check },
    Rule { at: "incident_channel", check },
    Rule { at: "alert_channel", check },
    Rule { at: "vulnerability_channel", check },
];
