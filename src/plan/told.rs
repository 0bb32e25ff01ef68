//! What came of a step, in words.

use crate::api::{Cause, Error, Found};
use crate::edit::{Attempt, Ended, Goal, Outcome};
use crate::sentences;
use crate::ui::Tone;
use patchbay_model::Vendor;
use patchbay_model::edit::Verdict;
use patchbay_model::plan::{Ending, State};
use std::borrow::Cow;

/// What came of a step.
#[derive(Clone)]
pub struct Told {
    /// How good it is.
    pub tone: Tone,
    /// In a word or two: "Saved".
    pub word: Cow<'static, str>,
    /// In a sentence or two.
    pub sentence: String,
    /// What the request ran into.
    pub error: Option<Error>,
    /// What the server has, where somebody else changed it meanwhile.
    pub theirs: Option<Found>,
}

impl Told {
    /// Of settings that were saved or added.
    pub fn of_attempt(attempt: &Attempt, verdict: Verdict) -> Self {
        let (tone, mut sentence) = Outcome::in_short(attempt, verdict);
        let word = match verdict {
            Verdict::Saved if !attempt.is_sent => "Already so",
            Verdict::Saved if attempt.is_new() => match attempt.resource.server().vendor() {
                Vendor::Jira => "Added",
                Vendor::GitLab => "Set up",
            },
            Verdict::Saved if attempt.readback.is_as_asked() => "Saved",
            Verdict::Saved | Verdict::Ignored => "Saved, but different",
            other => unsaved(other),
        };
        if let (Verdict::Conflict, Some(overtaken)) = (verdict, attempt.overtaken) {
            sentence.push_str(&format!(" {overtaken}"));
        }
        for change in &attempt.readback.ignored {
            sentence.push_str(&format!(
                " {}: asked for {}, but it is {}.",
                change.label, change.before, change.after
            ));
        }
        for conflict in &attempt.conflicts {
            sentence.push_str(&format!(
                " {}: it was {} and is {} now.",
                conflict.label, conflict.base, conflict.theirs
            ));
        }
        let error = attempt.error.clone().filter(|_| !matches!(verdict, Verdict::Saved | Verdict::Ignored));
        let theirs = match (verdict, attempt.now.clone()) {
            (Verdict::Conflict, _) => Some(attempt.base.clone().map_or(Found::Absent, Found::Present)),
            (Verdict::Different, Some(theirs)) => Some(Found::Present(theirs)),
            _ => None,
        };
        // Of a refusal all reasons are said already.
        let mut sentence =
            if verdict == Verdict::Refused { sentence } else { with_words(sentence, error.as_ref()) };
        if attempt.may_be_added_late(verdict) {
            sentence = format!("{sentence} {}", sentences::LOOK_BEFORE_ADDING_AGAIN);
        }
        Self { tone, word: word.into(), sentence, error, theirs }
    }

    /// Of what was enabled, disabled or removed.
    pub fn of_operation(name: &str, goal: Goal, ended: &Ended) -> Self {
        let vendor = ended.operation.resource().server().vendor();
        let (done, word) = match goal {
            Goal::On => ("enabled", "Enabled"),
            Goal::Off => ("disabled", "Disabled"),
            Goal::Gone { .. } => ("removed", "Removed"),
        };
        let is_listed = matches!(goal, Goal::Gone { .. }) && ended.now.is_some();
        let (tone, word, sentence) = match ended.verdict {
            Verdict::Saved if is_listed => {
                (Tone::Good, "Being removed", format!("{vendor} is removing {name}."))
            }
            Verdict::Saved => (Tone::Good, word, format!("{name} is {done}.")),
            Verdict::Ignored => (
                Tone::Bad,
                "Nothing done",
                format!("{vendor} accepted the request, but {name} is not {done}. Try again in a minute."),
            ),
            Verdict::Unverified => (
                Tone::Warn,
                unsaved(Verdict::Unverified),
                format!("{vendor} says that {name} is {done}, but reading it back failed."),
            ),
            Verdict::Conflict => (
                Tone::Bad,
                unsaved(Verdict::Conflict),
                format!("{name} was not {done}: somebody renamed it meanwhile."),
            ),
            Verdict::Gone => (
                Tone::Bad,
                unsaved(Verdict::Gone),
                format!("{name} was not {done}: it does not exist any more."),
            ),
            Verdict::Unknown | Verdict::Different => (
                Tone::Bad,
                unsaved(Verdict::Unknown),
                format!("It is not known whether {name} is {done}: open it and look."),
            ),
            Verdict::NotDone | Verdict::Failed | Verdict::Refused => {
                (Tone::Bad, unsaved(Verdict::Failed), format!("{name} was not {done}."))
            }
        };
        let error = ended.error.clone();
        let theirs = match (ended.verdict, ended.now.clone()) {
            (Verdict::Conflict, Some(theirs)) => Some(Found::Present(theirs)),
            _ => None,
        };
        Self { tone, word: word.into(), sentence: with_words(sentence, error.as_ref()), error, theirs }
    }

    /// As it was kept while the page was reloaded.
    pub fn kept(state: State, word: String, sentence: String) -> Option<Self> {
        let tone = match state {
            State::Ended(Ending::Done) => Tone::Good,
            State::Ended(Ending::Remarked) => Tone::Warn,
            State::Ended(Ending::Failed | Ending::Unknown) => Tone::Bad,
            _ => return None,
        };
        let word = if word.is_empty() { "Done".into() } else { word.into() };
        Some(Self { tone, word, sentence, error: None, theirs: None })
    }

    /// Of one that was under way when the page was reloaded, judged by what the server has now.
    pub fn read_back(ending: Ending, vendor: Vendor) -> Self {
        let (tone, word, rest) = match ending {
            Ending::Done => (Tone::Good, "Done", "has what the plan asked for."),
            Ending::Remarked => (
                Tone::Warn,
                "Different",
                "has only a part of what the plan asked for, or something else. Open it and look.",
            ),
            Ending::Failed => (Tone::Bad, "Not done", "has what it had before. Plan it again."),
            Ending::Unknown => {
                (Tone::Bad, "Not known", "shows nothing that tells whether it was done. Open it and look.")
            }
        };
        Self { tone, word: word.into(), sentence: format!("{vendor} {rest}"), error: None, theirs: None }
    }

    /// Of both, where settings were saved before it was enabled or disabled.
    pub fn and(self, other: Self) -> Self {
        let sentence = format!("{} {}", self.sentence, other.sentence);
        let worse = if other.tone == Tone::Good { self } else { other };
        Self { sentence, ..worse }
    }
}

/// Adds why, in the words of the error.
fn with_words(sentence: String, error: Option<&Error>) -> String {
    match error {
        // The sentence may have the title already.
        Some(error) if sentence.contains(&error.title()) => format!("{sentence} {error}"),
        Some(error) => format!("{sentence} {}. {error}", error.title()),
        None => sentence,
    }
}

const fn unsaved(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "Changed meanwhile",
        Verdict::Refused => "Refused",
        Verdict::Gone => "Does not exist",
        Verdict::Unknown | Verdict::Unverified => "Not known",
        Verdict::Different => "Different",
        _ => "Failed",
    }
}

/// Why a run stopped by itself, where a step failed in a way in which all others would.
pub fn said_to_all(results: &[Option<Told>]) -> Option<Error> {
    results.iter().flatten().rev().find_map(|told| told.error.clone().filter(concerns_all))
}

/// Whether the others would fail alike: for every request, or for one that changes something.
pub fn concerns_all(error: &Error) -> bool {
    let is_about_changes = matches!(
        error.cause,
        Cause::NeedsSecureSession
            | Cause::Forbidden
            | Cause::NotAllowed(_)
            | Cause::WrongOrigin
            | Cause::Intercepted(_)
    );
    is_about_changes || error.cause.concerns_all()
}
