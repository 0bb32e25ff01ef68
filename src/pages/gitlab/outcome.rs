//! What came of saving, where more is to be said than that it is saved.

use super::sending::{Sending, Sent};
use crate::api::Error;
use crate::pages::page_title::focus_title;
use crate::pages::trouble::TroubleNotice;
use crate::ui::el::{El, button, el};
use crate::ui::{CopyButton, Notice, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::{Integration, Project, Readback, readback};
use patchbay_model::{Object, Schema};

/// What is to be said.
#[derive(Clone)]
pub enum Outcome {
    /// It is saved, but not all of it is as asked, or known to be.
    Compared(Compared),
    /// It is saved, and not active all the same.
    NotActive,
    /// Nothing was changed.
    Failed {
        /// "Saving failed".
        doing: &'static str,
        /// Why.
        error: Error,
        /// What trying again means.
        retry: Retry,
    },
    /// Nobody knows whether it was saved.
    Unknown {
        /// Why.
        error: Error,
        /// What was sent.
        sent: Sent,
    },
    /// After [`Outcome::Unknown`]: it was not.
    NotTaken,
    /// After [`Outcome::Unknown`]: GitLab has neither what it had before nor what was sent.
    Different,
    /// This server has no such integration any more. Nothing was sent.
    NotOffered,
    /// Somebody else did something to it meanwhile; a sentence. Nothing was sent.
    Overtaken(&'static str),
    /// The project has another number by now. Nothing was changed.
    Moved(Project),
    /// GitLab asks for what the form did not have.
    Wanted(Vec<String>),
}

/// What trying again means.
#[derive(Clone, Copy)]
pub enum Retry {
    /// Saving.
    Save,
    /// Reading the integration.
    Read,
}

/// What GitLab holds after a save, compared with what was asked.
#[derive(Clone)]
pub struct Compared {
    readback: Readback,
    /// Labels of what it does not report although it reports such things: it has most likely ignored them.
    dropped: Vec<String>,
    /// Labels of what it never reports.
    hidden: Vec<String>,
}

/// What is to be said of a save that GitLab answered; `body` is what was sent, without secrets.
pub fn outcome_of(schema: &Schema, body: &Object, now: &Integration) -> Option<Outcome> {
    if !now.active {
        return Some(Outcome::NotActive);
    }
    let mut readback = readback(schema, body, &now.settings);
    // Older servers leave out whatever has a name like these, secret or not; and flags of newer events altogether.
    let is_hidden = |label: &String| {
        let mut fields = schema.fields().filter(|field| field.label == label.as_str());
        let hides = |key: &str| {
            key.ends_with("_events") || ["key", "token", "password"].iter().any(|part| key.contains(part))
        };
        fields.any(|field| hides(&field.key))
    };
    let (hidden, dropped): (Vec<_>, Vec<_>) =
        std::mem::take(&mut readback.unverified).into_iter().partition(is_hidden);
    let nothing = readback.is_as_asked() && dropped.is_empty() && hidden.is_empty();
    (!nothing).then_some(Outcome::Compared(Compared { readback, dropped, hidden }))
}

impl Outcome {
    /// Whether it must be read now: then it takes the focus.
    pub fn is_pressing(&self) -> bool {
        match self {
            Self::Compared(compared) => !(compared.readback.is_as_asked() && compared.dropped.is_empty()),
            Self::NotActive
            | Self::Failed { .. }
            | Self::Unknown { .. }
            | Self::NotTaken
            | Self::Different
            | Self::NotOffered
            | Self::Overtaken(_)
            | Self::Moved(_)
            | Self::Wanted(_) => true,
        }
    }
}

/// Says it, with the next step.
pub fn draw(outcome: Outcome, sending: Sending) -> AnyView {
    let warning = |title: &str, text: String| {
        let title = title.to_owned();
        view! { <Notice tone=Tone::Warn title alert=true>{el("p").text(text)}</Notice> }.into_any()
    };
    match outcome {
        Outcome::Compared(compared) => draw_compared(compared),
        Outcome::NotActive => warning(
            "Saved, but GitLab did not activate it",
            "It keeps its own state: GitLab’s own settings page of this integration says what is missing.".to_owned(),
        ),
        Outcome::Failed { doing, error, retry } => {
            let on_retry = Callback::new(move |()| match retry {
                Retry::Save => sending.save(),
                Retry::Read => sending.sheet.read_again(doing),
            });
            view! { <TroubleNotice error doing on_retry /> }.into_any()
        }
        Outcome::Unknown { error, sent } => unknown(error, sent, sending),
        Outcome::NotTaken => warning(
            "It was not saved",
            "GitLab has it as it was before. What you entered is still here: save again.".to_owned(),
        ),
        Outcome::Different => warning(
            "GitLab does not have what you entered",
            "Somebody else may have changed it meanwhile, or GitLab took only a part. What you entered is still here, on top of what GitLab has now: look at it, then save again."
                .to_owned(),
        ),
        Outcome::NotOffered => warning(
            "GitLab does not offer it here any more",
            "Its version, its edition or an administrator’s setting rules it out by now, so saving again cannot help. Nothing of yours has been sent; what you entered is still here to be copied."
                .to_owned(),
        ),
        Outcome::Overtaken(sentence) => warning(
            sentence,
            "Nothing of yours has been sent yet. What you entered is still here, on top of what GitLab has now: look at it, then save again."
                .to_owned(),
        ),
        Outcome::Moved(project) => warning(
            "This project has moved",
            format!("It is {} now, number {}. Nothing has been saved yet: save again, and it goes there.", project.path, project.id),
        ),
        Outcome::Wanted(keys) => warning(
            "GitLab asks for more",
            format!(
                "It does not go without {}, which Patchbay did not know. The form has a field for it now, and what you entered is still here.",
                keys.join(", ")
            ),
        ),
    }
}

fn draw_compared(compared: Compared) -> AnyView {
    let Compared { readback, dropped, hidden } = compared;
    let is_good = readback.is_as_asked() && dropped.is_empty();
    let ignored = readback.ignored.into_iter().map(|change| {
        el("li").text(format!("{}: asked for {}, but it is {}", change.label, change.before, change.after))
    });
    let dropped = dropped.into_iter().map(|label| {
        el("li").text(format!("{label}: GitLab does not report it back, so most likely it took no notice"))
    });
    let list = (!is_good).then(|| el("ul").children(ignored.chain(dropped)));
    let hidden = (!hidden.is_empty()).then(|| {
        el("p").text(format!(
            "GitLab never reports these back, so they could not be verified: {}.",
            hidden.join(", ")
        ))
    });
    if is_good {
        return view! { <Notice tone=Tone::Info title="Saved">{hidden}</Notice> }.into_any();
    }
    view! { <Notice tone=Tone::Warn title="Saved, but GitLab ignored a part of it" alert=true>{list} {hidden}</Notice> }.into_any()
}

fn unknown(error: Error, sent: Sent, sending: Sending) -> AnyView {
    let said = format!(
        "{}. GitLab may have saved it all the same: read back what it has before you save again.",
        error.title()
    );
    let read_back = move || {
        // The button goes away meanwhile; the focus must not go with it.
        focus_title();
        sending.read_back(sent.clone());
    };
    let next = button("").text("Read it back").on_click(read_back);
    with_facts("Nobody knows yet whether it was saved", said, Some(next), error.facts)
}

/// A notice about an answer that did not come, with the next step if it is a part of it, and the facts for a bug report.
pub fn with_facts(title: &'static str, said: String, next: Option<El>, facts: String) -> AnyView {
    let said = el("p").text(said);
    let next = next.map(|next| el("p").class("actions").child(next));
    let details = el("details")
        .child(el("summary").text("Details for a bug report"))
        .child(el("pre").class("facts").text(facts.clone()))
        .view(view! { <CopyButton label="Copy details" text=facts /> });
    view! { <Notice tone=Tone::Bad title alert=true>{said} {next} {details}</Notice> }.into_any()
}
