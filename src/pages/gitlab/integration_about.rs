//! What one should know of an integration before changing it: what it is at present, where its settings come from.

use super::about_project::{archived_notice, link_to_gitlab};
use super::opened::Opened;
use crate::api::Record;
use crate::browser::dates;
use crate::ui::el::{El, el};
use crate::ui::{Moment, Notice, Tag, Tone};
use leptos::prelude::*;
use patchbay_model::form::Required;
use patchbay_model::gitlab::{self, Integration, Spec, Standing};
use patchbay_model::{Kind, Mode};

/// Whether it is active and since when, in a line; followed.
pub fn status(opened: Opened) -> El {
    let line = match there(opened) {
        None => vec![tag(Tone::Plain, "Not set up yet")],
        Some(there) => {
            let (tone, word) =
                if there.active { (Tone::Good, "Active") } else { (Tone::Plain, "Set up, but not active") };
            let inherited = (there.inherited == Some(true)).then(|| tag(Tone::Info, "Inherited"));
            std::iter::once(tag(tone, word)).chain(inherited).chain(changed(&there)).collect()
        }
    };
    // Where GitLab's own forms are, which can also send a test message.
    let forms = |project| link_to_gitlab(project, "/-/settings/integrations");
    let link = opened.project.read().as_ref().and_then(forms);
    el("p").class("sub standing").children(line.into_iter()).child_if(link)
}

/// The integration as GitLab has it; followed.
fn there(opened: Opened) -> Option<Integration> {
    match opened.record.get() {
        Some(Record::GitLab(integration)) => Some(integration),
        Some(Record::Jira(_)) | None => None,
    }
}

fn tag(tone: Tone, text: &'static str) -> El {
    el("span").view(view! { <Tag tone text /> })
}

fn changed(there: &Integration) -> Option<El> {
    let at = |text: &Option<String>| text.as_deref().and_then(dates::parse);
    let (created, updated) = (at(&there.created_at), at(&there.updated_at));
    let (word, at) = match (created, updated) {
        (Some(created), Some(updated)) if updated > created => ("changed ", updated),
        (Some(created), _) => ("set up ", created),
        (None, updated) => ("changed ", updated?),
    };
    Some(el("span").text(word).view(view! { <Moment at_ms=at /> }))
}

/// What must be known before anything is changed; followed.
pub fn notices(opened: Opened) -> AnyView {
    let (there, project, spec) = (there(opened), opened.project.get(), opened.spec());
    let say = |tone: Tone, title: &str, text: String| {
        let title = title.to_owned();
        view! { <Notice tone title>{el("p").text(text)}</Notice> }.into_any()
    };
    let mut notices = Vec::new();
    if let Some(project) = project {
        if opened.has_moved() {
            let text = format!(
                "The address names it by a number or path that it had before. What you save goes to {}, number {}.",
                project.path, project.id
            );
            notices.push(say(Tone::Info, "This project has moved", text));
        }
        notices.extend(archived_notice(&project));
    }
    if let Some(there) = &there {
        if let Some(spec) = spec
            && let Some(sentence) = spec.leaving()
        {
            notices.push(say(Tone::Warn, leaving_title(spec), sentence.to_owned()));
        }
        if there.inherited == Some(true) {
            let text = "Whoever changes them there changes them here too. Saving here makes a copy of this project’s own, \
                        which no longer follows them.";
            notices.push(say(
                Tone::Info,
                "Its settings come from a group or from all of GitLab",
                text.to_owned(),
            ));
        }
        if !there.active {
            notices.push(say(Tone::Warn, "It is not active", inactive(there)));
        }
    }
    if let Some(spec) = spec {
        if matches!(spec.standing, Standing::Premium | Standing::Development)
            && let Some(sentence) = spec.standing_sentence()
        {
            notices.push(say(Tone::Info, sentence, String::new()));
        }
        if !spec.notes.is_empty() {
            let notes = el("ul").children(spec.notes.iter().map(|note| el("li").text(*note)));
            notices.push(view! { <Notice tone=Tone::Info title="Good to know">{notes}</Notice> }.into_any());
        }
    }
    notices.into_any()
}

/// Heads the reason why one would not set it up any more.
pub fn leaving_title(spec: &Spec) -> &'static str {
    match spec.standing {
        Standing::Removed(_) => "GitLab has removed it",
        Standing::Legacy(_) | Standing::Offered | Standing::Premium | Standing::Development => {
            "It is at its end"
        }
    }
}

/// What saving does then, and what may have gone lost.
fn inactive(there: &Integration) -> String {
    let schema = gitlab::schema(&there.slug, Mode::Edit, &there.settings, &[]);
    let secrets: Vec<_> = schema
        .fields()
        .filter(|field| field.kind == Kind::Secret && field.required != Required::Always)
        .map(|field| field.label.to_string())
        .collect();
    let text = "Saving also activates it: GitLab cannot store a draft. Some servers clear the settings of what is disabled: \
                look through all of them.";
    if secrets.is_empty() {
        text.to_owned()
    } else {
        format!(
            "{text} Nobody can see whether they still have this one, so enter it again if it is needed: {}.",
            secrets.join(", ")
        )
    }
}
