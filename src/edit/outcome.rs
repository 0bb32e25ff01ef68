//! The outcome of an attempt that needs more words than “saved”: as data, and drawn.

use super::attempt::Attempt;
use super::refused::named;
use crate::api::{Error, is_stopped};
use crate::sentences;
use crate::session::ErrorNotice;
use crate::ui::{Notice, Tone};
use leptos::prelude::*;
use patchbay_model::edit::{Readback, Verdict};
use patchbay_model::{Change, Problem, Vendor};

/// An outcome.
#[derive(Clone)]
pub enum Outcome {
    /// It is saved, but not all of it is as asked, or known to be.
    Compared(Readback),
    /// The server accepted it and did nothing.
    NothingDone(Readback),
    /// It is saved, but not active (GitLab).
    NotActive,
    /// Nothing was changed.
    Failed {
        /// Why.
        error: Error,
        /// The answer was lost; reading back shows that nothing changed.
        was_looked_at: bool,
        /// Whether it was to be added to a list.
        is_added: bool,
    },
    /// Not known yet.
    Unknown {
        /// Why.
        error: Error,
        /// Whether the server said that it did it.
        is_accepted: bool,
        /// Whether it was to be added to a list.
        is_added: bool,
        /// Whether it was read back without a result, because only secrets were sent.
        was_read: bool,
    },
    /// The answer was lost, and the server has neither what it had before nor what was sent.
    Different,
    /// It does not exist any more.
    Gone {
        /// Whether that showed only after the change was sent.
        was_sent: bool,
    },
    /// This server does not offer it any more. Nothing was sent.
    NotOffered,
    /// Somebody else did something to it meanwhile; a sentence. Nothing was sent.
    Overtaken(&'static str),
    /// The project has this path and number by now. Nothing was changed.
    Moved(String, u64),
    /// The server asks for these, which the form did not have.
    Missing(Vec<String>),
}

impl Outcome {
    /// The outcome of something that was saved; `None` if everything is as requested.
    pub fn compared(attempt: &Attempt, verdict: Verdict) -> Option<Self> {
        let readback = attempt.readback.clone();
        let is_off = attempt.now.as_ref().is_some_and(|now| !now.is_on());
        if readback.switched == Some(false) && is_off && attempt.resource.server().vendor() == Vendor::GitLab
        {
            return Some(Self::NotActive);
        }
        if readback.is_verified() {
            return None;
        }
        let is_nothing = verdict == Verdict::Ignored && attempt.base.is_some() && attempt.base == attempt.now;
        Some(if is_nothing { Self::NothingDone(readback) } else { Self::Compared(readback) })
    }

    /// The outcome when nothing was changed.
    pub fn failed(attempt: &Attempt, verdict: Verdict) -> Self {
        let (is_added, was_looked_at) = (is_added(attempt), verdict == Verdict::NotDone);
        match attempt.error.clone() {
            Some(error) => Self::Failed { error, was_looked_at, is_added },
            None => Self::Different,
        }
    }

    /// The outcome when the result is not known yet.
    pub fn open(attempt: &Attempt, verdict: Verdict) -> Self {
        match attempt.error.clone() {
            Some(error) => {
                let (is_accepted, was_read) = (verdict == Verdict::Unverified, attempt.now.is_some());
                Self::Unknown { error, is_accepted, is_added: is_added(attempt), was_read }
            }
            None => Self::Different,
        }
    }

    /// The outcome for something that does not exist any more.
    pub fn gone(attempt: &Attempt) -> Self {
        if attempt.is_offered { Self::Gone { was_sent: attempt.is_sent } } else { Self::NotOffered }
    }

    /// Whether it must be read now: then it takes the focus.
    pub fn is_pressing(&self) -> bool {
        match self {
            Self::Compared(readback) => !readback.is_as_asked(),
            _ => true,
        }
    }

    /// That it is done, in a sentence.
    pub fn done(attempt: &Attempt) -> String {
        let name = attempt.name();
        match (attempt.is_new(), attempt.resource.server().vendor()) {
            _ if !attempt.is_sent => {
                format!("{name}{} already has these values. Nothing was sent.", attempt.place())
            }
            (true, Vendor::Jira) => format!("{name} was added. Jira now scans the host."),
            _ => format!("{name} is {}. {}", participle(attempt), attempt.afterwards()).trim_end().to_owned(),
        }
    }

    /// One sentence, for a person who has left the page.
    pub fn in_short(attempt: &Attempt, verdict: Verdict) -> (Tone, String) {
        let (name, vendor, done) = (attempt.name(), attempt.resource.server().vendor(), participle(attempt));
        let why = attempt.error.as_ref().map(|error| format!(" {}.", error.title())).unwrap_or_default();
        match verdict {
            Verdict::Saved if attempt.readback.is_as_asked() => (Tone::Good, Self::done(attempt)),
            Verdict::Saved | Verdict::Ignored => (
                Tone::Warn,
                format!("{name} is {done}, but not everything is as asked. Open it to see what differs."),
            ),
            Verdict::Unverified => {
                (Tone::Warn, format!("{name} is {done}, as {vendor} says, but reading it back failed.{why}"))
            }
            Verdict::Conflict => (
                Tone::Bad,
                format!(
                    "{name} was not {done}: somebody else changed it meanwhile. Open it and change it again."
                ),
            ),
            Verdict::Refused => {
                (Tone::Bad, format!("{name} was not {done}: {vendor} refused it. {}", reasons(attempt)))
            }
            Verdict::NotDone | Verdict::Failed => (Tone::Bad, format!("{name} was not {done}.{why}")),
            Verdict::Gone => (Tone::Bad, format!("{name} was not {done}: it does not exist any more.")),
            Verdict::Different | Verdict::Unknown => {
                (Tone::Bad, format!("It is not known whether {name} is {done}: open it and look.{why}"))
            }
        }
    }
}

/// Every reason of a refusal, once, with the labels of their fields; else the words of the error.
fn reasons(attempt: &Attempt) -> String {
    let said = attempt.refusal.iter().flat_map(|refusal| refusal.problems(&attempt.schema));
    let said = said.map(|Problem { field, message }| {
        let message = match attempt.schema.field(&field) {
            Some(field) => named(&field.label, message),
            None => message,
        };
        if message.ends_with(['.', '!', '?']) { message } else { format!("{message}.") }
    });
    let said: Vec<String> = said.collect();
    let error = || attempt.error.as_ref().map(ToString::to_string).unwrap_or_default();
    if said.is_empty() { error() } else { said.join(" ") }
}

/// Whether it was to be added to a list: on GitLab every integration has its place before it is set up.
fn is_added(attempt: &Attempt) -> bool {
    attempt.is_new() && attempt.resource.server().vendor() == Vendor::Jira
}

/// What was done with it, and where: "saved in shop/website".
fn participle(attempt: &Attempt) -> String {
    let done = match (attempt.is_new(), attempt.resource.server().vendor()) {
        (true, Vendor::Jira) => "added",
        (true, Vendor::GitLab) => "set up",
        (false, Vendor::GitLab) if attempt.is_turned_on() => "saved and active",
        (false, _) => "saved",
    };
    done.to_owned() + &attempt.place()
}

/// What the buttons of an outcome do.
#[derive(Clone, Copy)]
pub struct Next {
    /// Saves again.
    pub save: Callback<()>,
    /// Reads back again.
    pub look: Callback<()>,
}

/// Draws it, with the next step.
pub fn draw_outcome(outcome: Outcome, vendor: Vendor, next: Next) -> AnyView {
    let warning = |title: String, text: String| {
        view! {
            <Notice tone=Tone::Warn title alert=true>
                <p>{text}</p>
            </Notice>
        }
        .into_any()
    };
    match outcome {
        Outcome::Compared(readback) if readback.is_as_asked() => {
            view! { <Notice tone=Tone::Info title="Saved">{unverified(vendor, &readback)}</Notice> }.into_any()
        }
        Outcome::Compared(readback) => {
            differences(sentences::SAVED_BUT_DIFFERENT.to_owned(), vendor, readback)
        }
        Outcome::NothingDone(readback) => {
            differences(format!("{vendor} accepted it, but changed nothing"), vendor, readback)
        }
        Outcome::NotActive => warning(
            "Saved, but GitLab did not activate it".to_owned(),
            "GitLab’s own settings page of this integration says what is missing.".to_owned(),
        ),
        Outcome::Failed { error, was_looked_at, is_added } if is_stopped(&error) => {
            let done = if is_added { "added" } else { "saved" };
            let (doing, more) = match (was_looked_at, is_added) {
                (false, _) => {
                    (format!("Not {done}"), sentences::NOTHING_WAS_SENT_AND_NOTHING_IS_LOST.to_owned())
                }
                (true, true) => not_so_far(done, format!("{vendor} does not list it")),
                (true, false) => not_so_far(done, format!("{vendor} has it as it was before")),
            };
            view! { <ErrorNotice error doing more on_retry=next.save /> }.into_any()
        }
        Outcome::Failed { error, was_looked_at, is_added } => {
            let doing = if is_added { sentences::ADDING_FAILED } else { sentences::SAVING_FAILED };
            let more = match (was_looked_at, is_added) {
                (false, _) => String::new(),
                (true, true) => format!("{vendor} does not list it. What you entered is still here."),
                (true, false) => format!("{vendor} has it as it was before. What you entered is still here."),
            };
            view! { <ErrorNotice error doing more on_retry=next.save /> }.into_any()
        }
        Outcome::Unknown { error, is_added, was_read: true, .. } => {
            let done = if is_added { "added" } else { "saved" };
            let title = format!("It is not known whether it was {done}");
            let more = format!("{vendor} never shows secrets, so reading back cannot tell. Save again to be sure.");
            view! { <ErrorNotice error title more retry_label="Save again" on_retry=next.save /> }.into_any()
        }
        Outcome::Unknown { error, is_accepted, is_added, .. } => {
            let done = if is_added { "added" } else { "saved" };
            let (title, more) = if is_accepted {
                (
                    format!("It is {done}, but reading it back failed"),
                    format!("{vendor} says that it did it. Read back what it has now."),
                )
            } else {
                (
                    format!("It is not known yet whether it was {done}"),
                    format!("{vendor} may have {done} it anyway. Read back what it has before you try again."),
                )
            };
            view! { <ErrorNotice error title more retry_label=sentences::READ_IT_BACK on_retry=next.look /> }.into_any()
        }
        Outcome::Different => warning(
            format!("{vendor} does not have what you entered"),
            format!("Somebody else may have changed it meanwhile, or {vendor} took only a part. What you entered is still here, on top of what {vendor} has now. Look at it, then save again."),
        ),
        Outcome::Gone { was_sent } => {
            let sent = if was_sent { "Your changes went with it." } else { "Nothing was sent." };
            warning(
                sentences::IT_DOES_NOT_EXIST_ANY_MORE.to_owned(),
                format!("Somebody removed it meanwhile. {sent} What you entered is still here to be copied."),
            )
        }
        Outcome::NotOffered => warning(
            format!("{vendor} does not offer it here any more"),
            "Its version, its edition or an administrator’s setting excludes it by now, so saving again cannot help. Nothing was sent. What you entered is still here to be copied.".to_owned(),
        ),
        Outcome::Overtaken(sentence) => warning(
            sentence.to_owned(),
            format!("Nothing was sent yet. What you entered is still here, on top of what {vendor} has now. Look at it, then save again."),
        ),
        Outcome::Moved(path, id) => warning(
            sentences::PROJECT_HAS_MOVED.to_owned(),
            format!("It is now {path}, number {id}. Nothing was saved yet. Save again, and it goes there."),
        ),
        Outcome::Missing(keys) => warning(
            format!("{vendor} asks for more"),
            format!("It requires {}, which Patchbay did not know. The form has a field for it now, and what you entered is still here.", keys.join(", ")),
        ),
    }
}

/// What is found now need not stay so: a server that has not answered goes on.
fn not_so_far(done: &str, found: String) -> (String, String) {
    let more = format!("{found}, {} What you entered is still here.", sentences::MAY_STILL_DO_IT);
    (format!("Not {done} so far"), more)
}

fn differences(title: String, vendor: Vendor, readback: Readback) -> AnyView {
    let unverified = unverified(vendor, &readback);
    let Readback { ignored, dropped, others, switched, .. } = readback;
    let asked = |change: Change| {
        view! { <li>{format!("{}: asked for {}, but it is {}", change.label, change.before, change.after)}</li> }
    };
    let ignored = ignored.into_iter().map(asked).collect_view();
    let dropped = dropped
        .into_iter()
        .map(|label| view! { <li>{format!("{label}: {vendor} does not report it, so it most likely ignored it")}</li> })
        .collect_view();
    let other = |change: Change| {
        view! {
            <li>
                {format!(
                    "{}: it was {} and is {} now, which you did not ask for. Somebody else may have changed it.",
                    change.label,
                    change.before,
                    change.after,
                )}
            </li>
        }
    };
    let others = others.into_iter().map(other).collect_view();
    let switched = switched.map(|on| {
        let state = if on { "enabled" } else { "disabled" };
        view! { <li>{format!("It is {state} now, which you did not ask for.")}</li> }
    });
    view! {
        <Notice tone=Tone::Warn title alert=true>
            <ul>{ignored} {dropped} {others} {switched}</ul>
            {unverified}
        </Notice>
    }
    .into_any()
}

fn unverified(vendor: Vendor, readback: &Readback) -> Option<AnyView> {
    let labels = &readback.unverified;
    let text =
        || format!("{vendor} does not report these, so they could not be verified: {}.", labels.join(", "));
    (!labels.is_empty()).then(|| view! { <p>{text()}</p> }.into_any())
}
