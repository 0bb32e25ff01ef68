//! Notices about an integration, above its form.

use super::about_home::{archived_notice, moved_title};
use super::opened::Opened;
use super::passing_on::what_saving_passes_on;
use crate::sentences;
use crate::ui::{Notice, Tone};
use leptos::prelude::*;
use patchbay_model::Kind;
use patchbay_model::form::Required;
use patchbay_model::gitlab::{Home, Level, Spec, Standing, is_activated_by_saving};

/// What must be known before anything is changed; followed.
pub fn notices(opened: Opened) -> impl IntoView {
    let (integration, home, spec) = (opened.integration(), opened.home.get(), opened.spec());
    // What cannot be saved cannot be activated by that.
    let is_read_only = opened.inherits() == Some(true) && !opened.own.get();
    let is_inactive = integration.as_ref().is_some_and(|integration| !integration.active) && !is_read_only;
    view! {
        {home.as_ref().filter(|_| opened.has_moved()).map(moved)}
        {home.as_ref().and_then(archived_notice)}
        {spec.filter(|_| integration.is_some()).and_then(leaving)}
        {is_inactive.then(|| notice(Tone::Warn, sentences::IT_IS_NOT_ACTIVE, what_saving_does(opened)))}
        {spec.and_then(restricted)}
        {spec.and_then(good_to_know)}
        {(opened.level == Level::Group && !is_read_only).then(|| what_saving_passes_on(opened.below))}
    }
}

/// A notice of one paragraph.
fn notice(tone: Tone, title: &'static str, text: String) -> AnyView {
    view! {
        <Notice tone title>
            <p>{text}</p>
        </Notice>
    }
    .into_any()
}

fn moved(home: &Home) -> AnyView {
    let text = format!(
        "The address names it by a number or path that it had before. What you save goes to {}, number {}.",
        home.path, home.id
    );
    notice(Tone::Info, moved_title(home), text)
}

fn leaving(spec: &'static Spec) -> Option<AnyView> {
    spec.leaving().map(|sentence| notice(Tone::Warn, leaving_title(spec), sentence.to_owned()))
}

/// Heads the reason why one would not set it up any more.
pub fn leaving_title(spec: &Spec) -> &'static str {
    match spec.standing {
        Standing::Removed(_) => "GitLab has removed it",
        Standing::Legacy(_)
        | Standing::Offered
        | Standing::Development
        | Standing::GitLabCom
        | Standing::SetUpElsewhere(_) => "Deprecated by GitLab",
    }
}

/// What saving does to one that is not active, and what may have gone lost.
fn what_saving_does(opened: Opened) -> String {
    let secrets: Vec<_> = opened
        .schema()
        .fields()
        .filter(|field| field.kind == Kind::Secret && field.required != Required::Always)
        .map(|field| field.label.to_string())
        .collect();
    let activating = match is_activated_by_saving(&opened.slug()) {
        true => "Saving also activates it, because GitLab cannot store a draft.",
        false => "Saving does not activate it. Only GitLab’s own page of this integration does that.",
    };
    let text = format!(
        "{activating} Some servers clear the settings of disabled integrations, so check all of them."
    );
    if secrets.is_empty() {
        text
    } else {
        format!(
            "{text} GitLab does not show whether it still has these secrets. Enter them again if they are needed: {}.",
            secrets.join(", ")
        )
    }
}

/// What the integration requires.
fn restricted(spec: &'static Spec) -> Option<AnyView> {
    // Where it is set up is said in place of the form.
    let is_said = spec.leaving().is_some() || matches!(spec.standing, Standing::SetUpElsewhere(_));
    let sentence = spec.standing_sentence().filter(|_| !is_said)?;
    Some(notice(Tone::Info, sentence, String::new()))
}

fn good_to_know(spec: &'static Spec) -> Option<AnyView> {
    let note = |note: &&'static str| view! { <li>{*note}</li> };
    (!spec.notes.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Info title="Good to know">
                <ul>{spec.notes.iter().map(note).collect_view()}</ul>
            </Notice>
        }
        .into_any()
    })
}
