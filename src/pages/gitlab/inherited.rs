//! An integration that uses the settings of a group above it or of the instance: what they are, and the way to its own.

use super::opened::Opened;
use crate::browser::reactive::{click, derive};
use crate::sentences;
use crate::ui::{BusyButton, Notice, Tone, focus_title};
use leptos::prelude::*;
use patchbay_model::{Field, Kind, Schema, Section, Values};

/// What it uses, to be read and not to be changed.
pub fn inherited_settings(opened: Opened) -> AnyView {
    let schema = opened.schema();
    let values = schema.read(&opened.settings());
    let because = derive(move || opened.why_not());
    let turn = Callback::new(move |()| {
        // The button disappears, so the focus moves first.
        focus_title();
        opened.turn_own(true);
    });
    view! {
        {move || copying(opened)}
        <Notice tone=Tone::Info title=sentences::SETTINGS_ARE_INHERITED>
            <p>
                "GitLab does not say which. What is changed there changes here too, so nothing can be changed here while it uses them."
            </p>
            <p class="actions">
                <BusyButton label=sentences::USE_OWN_SETTINGS disabled_because=because on_click=turn />
            </p>
        </Notice>
        <div class="panel" role="group" aria-label="Inherited settings">
            {sections(&schema, &values)}
        </div>
    }
    .into_any()
}

fn sections(schema: &Schema, values: &Values) -> AnyView {
    let section = |section: &Section| {
        let shown = section.fields.iter().filter(|field| field.on_wire && field.is_shown(values));
        let line = |field: &Field| {
            let text = match (&field.kind, values.get(&field.key)) {
                (Kind::Secret, _) => "GitLab does not show it".to_owned(),
                // The form calls it “Unchanged”, which means nothing where nothing can be changed.
                (Kind::Choice { .. }, Some(entry)) if entry.text().is_empty() => "(not reported)".to_owned(),
                (_, Some(entry)) => field.show(entry, &|id| format!("#{id}")),
                (_, None) => String::new(),
            };
            view! { <div><dt>{field.label.to_string()}</dt><dd>{text}</dd></div> }
        };
        view! {
            <section class="section">
                <header>
                    <h2>{section.title}</h2>
                </header>
                <dl class="settings">{shown.map(line).collect_view()}</dl>
            </section>
        }
    };
    schema.sections.iter().map(section).collect_view().into_any()
}

/// While a group may still show what it had before.
fn copying(opened: Opened) -> Option<AnyView> {
    let before = opened.copied_over.get()?;
    let is_same = opened.record.read().as_ref().is_some_and(|now| now.settings() == before.settings());
    is_same.then(|| {
        view! {
            <Notice tone=Tone::Info title=sentences::GITLAB_COPIES_THEM>
                <p>"What is below may still be what this group had before. Read it again in a moment. If it stays the same, the settings are the same."</p>
                <p class="actions">
                    <button type="button" on:click=click(move || opened.read_again())>"Read again"</button>
                </p>
            </Notice>
        }
        .into_any()
    })
}

/// Above the form that gives it its own: what that does, and the way back. Nothing where it has its own already.
pub fn own_notice(opened: Opened) -> impl IntoView {
    let back = move || {
        focus_title();
        opened.turn_own(false);
    };
    let text = format!(
        "It no longer follows the settings that it uses now: later changes there do not reach this {}. Required secrets must be entered, because GitLab never gives them out.",
        opened.level.noun()
    );
    move || {
        let text = text.clone();
        (opened.inherits() == Some(true)).then(|| {
            view! {
                <Notice tone=Tone::Info title=sentences::IT_WILL_HAVE_ITS_OWN>
                    <p>{text}</p>
                    <p class="actions">
                        <button type="button" on:click=click(back)>
                            {sentences::KEEP_INHERITED_SETTINGS}
                        </button>
                    </p>
                </Notice>
            }
        })
    }
}
