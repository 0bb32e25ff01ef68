//! How many channels a message may go to.

use crate::form::{Correction, Corrector, Lookup, Rule};
use crate::text::meant::segments;

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

/// What is meant in the fields with channels.
pub(super) const CORRECTIONS: &[Corrector] = &[
    Corrector { at: "channel", correct: meant },
    Corrector { at: "push_channel", correct: meant },
    Corrector { at: "tag_push_channel", correct: meant },
    Corrector { at: "issue_channel", correct: meant },
    Corrector { at: "confidential_issue_channel", correct: meant },
    Corrector { at: "merge_request_channel", correct: meant },
    Corrector { at: "note_channel", correct: meant },
    Corrector { at: "confidential_note_channel", correct: meant },
    Corrector { at: "pipeline_channel", correct: meant },
    Corrector { at: "wiki_page_channel", correct: meant },
    Corrector { at: "deployment_channel", correct: meant },
    Corrector { at: "incident_channel", correct: meant },
    Corrector { at: "alert_channel", correct: meant },
    Corrector { at: "vulnerability_channel", correct: meant },
];

/// Channels with something else than commas between them, and the addresses of channels.
fn meant(text: &str) -> Option<Correction> {
    let is_between = |c: char| matches!(c, ',' | ';' | '，' | '；' | '、' | '\n' | '\r' | '\t');
    let there = text.split(',').map(str::trim).filter(|name| !name.is_empty());
    // A blank before the next sign of a channel or person.
    let parted = text.replace(" #", ",#").replace(" @", ",@");
    let names: Vec<&str> =
        parted.split(is_between).map(str::trim).filter(|name| !name.is_empty()).map(named).collect();
    if let Some(name) = names.iter().find(|name| name.contains(char::is_whitespace)) {
        return Some(Correction::of(format!(
            "“{name}” has a space, which names of channels do not have. Separate several channels with commas."
        )));
    }
    let is_right = names.iter().copied().eq(there);
    Some(names.join(", ")).filter(|_| !is_right).map(|value| Correction {
        sentence: format!("GitLab separates channels with commas and wants their names. Enter {value}"),
        value,
    })
}

/// The channel of an address: `…/archives/C0123`, `…/channels/town-square`.
fn named(name: &str) -> &str {
    if !name.contains("://") {
        return name;
    }
    let mut parts = segments(name).into_iter().skip_while(|part| !matches!(*part, "archives" | "channels"));
    parts.nth(1).unwrap_or(name)
}
