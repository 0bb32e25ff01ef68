//! Choosing a file, dropping it, or pasting its text.

use super::Text;
use crate::browser::file::{self, NotRead};
use crate::browser::reactive::click;
use crate::browser::task::spawn;
use crate::sentences;
use crate::ui::{Notice, Tone};
use leptos::prelude::*;
use patchbay_model::file::Fault;
use patchbay_model::text::{NAME, short};
use std::sync::Arc;
use web_sys::{Event, File};

/// How many mistakes are listed.
const MOST: usize = 20;

/// The ways to a text. It is taken as soon as it is there.
#[component]
pub fn Choose(
    /// The text that was taken last.
    text: RwSignal<Option<Arc<Text>>>,
    /// Which names of files are offered, such as `.json,.txt`.
    accept: &'static str,
    /// What a file is here, in sentences.
    hint: &'static str,
    /// What the button says that takes a pasted text.
    compare_label: &'static str,
) -> impl IntoView {
    let not_read = RwSignal::new(None::<(String, NotRead)>);
    let pasted = RwSignal::new(String::new());
    let is_over = RwSignal::new(false);
    let take = move |file: File| {
        not_read.set(None);
        spawn(async move {
            let name = file.name();
            match file::text(&file).await {
                Ok(content) => drop(text.try_set(Some(Arc::new(Text { name, text: content })))),
                Err(why) => {
                    text.try_set(None);
                    not_read.try_set(Some((name, why)));
                }
            }
        });
    };
    let on_chosen = move |event: Event| file::chosen(&event).into_iter().for_each(take);
    let compare = click(move || {
        let content = pasted.get_untracked();
        // It may have secrets in it, and is not shown any more.
        pasted.set(String::new());
        not_read.set(None);
        text.set(Some(Arc::new(Text { name: "pasted text".to_owned(), text: content })));
    });
    let failed = move || {
        not_read.get().map(|(name, why)| {
            let title = format!("{} was not read", short(&name, NAME));
            view! {
                <Notice tone=Tone::Bad title alert=true>
                    <p>{why.sentence()}</p>
                </Notice>
            }
        })
    };
    view! {
        <div
            class="panel section drop"
            class:over=is_over
            on:dragover=file::on_over(is_over)
            on:dragleave=move |_| is_over.set(false)
            on:drop=file::on_drop(is_over, take)
        >
            <div class="field">
                <label for="import-file">
                    {move || if text.read().is_some() { sentences::CHOOSE_ANOTHER_FILE } else { sentences::CHOOSE_A_FILE }}
                </label>
                <input id="import-file" type="file" accept=accept on:change=on_chosen />
                <span class="hint">
                    {hint}
                </span>
            </div>
            <div class="field">
                <label for="import-text">{sentences::OR_PASTE_ITS_TEXT}</label>
                <textarea
                    id="import-text"
                    class="mono"
                    rows="3"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=pasted
                    on:input=move |event| pasted.set(event_target_value(&event))
                ></textarea>
            </div>
            <p class="actions">
                <button type="button" on:click=compare>
                    {compare_label}
                </button>
            </p>
        </div>
        {failed}
    }
}

/// Says what is wrong with a file, and where.
pub fn cannot_be_used(name: &str, faults: &[Fault]) -> AnyView {
    let title = format!("{}: {}", sentences::THE_FILE_CANNOT_BE_USED, short(name, NAME));
    let lines: Vec<_> =
        faults.iter().take(MOST).map(|fault| view! { <li>{fault.to_string()}</li> }).collect();
    let more = faults.len().saturating_sub(MOST);
    let more = (more > 0).then(|| view! { <p>{format!("And {more} more.")}</p> });
    view! {
        <Notice tone=Tone::Bad title alert=true>
            <ul>{lines}</ul>
            {more}
            <p>"None of it is used. Correct it, then choose it again."</p>
        </Notice>
    }
    .into_any()
}
