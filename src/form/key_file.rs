//! A key that is read from a file: the file is chosen or dropped, and its text is never shown.

use super::ids::{error_id, field_id, hint_id};
use super::state::{FormState, Leaf};
use crate::browser::announcer::announce;
use crate::browser::file;
use crate::browser::reactive::{click, memo};
use crate::browser::root;
use crate::browser::task::spawn;
use crate::sentences;
use crate::ui::fresh_id;
use leptos::prelude::*;
use patchbay_model::form::{KeyFile, Required, bytes};
use patchbay_model::text::{NAME, short};
use patchbay_model::{Entry, Field, Secret};
use wasm_bindgen::JsCast;
use web_sys::{Event, File, HtmlElement};

/// The button that opens the choice of a file, and what was chosen. A file that is no key changes nothing.
#[component]
pub fn KeyFileField(
    /// The form it is in.
    form: FormState,
    /// The field.
    field: Field,
    /// What is in the file.
    file: KeyFile,
    /// Its signals.
    leaf: Leaf,
    /// What is written under it.
    problem: Memo<Option<String>>,
    /// Whether there may be a stored one.
    editing: bool,
) -> impl IntoView {
    let key = field.key.to_string();
    let (id, input_id, wrong_id) = (field_id(&key), fresh_id("key-file"), fresh_id("wrong-file"));
    let can_keep = editing && field.required != Required::Always;
    // The field of the file's name; none where the server does not take it.
    let name = form.leaf(file.name_key);
    let has_stored = memo(move || {
        let has_name = |name: Leaf| !name.differs.get() && !name.entry.read().text().is_empty();
        editing && name.is_some_and(has_name)
    });
    let wrong = RwSignal::new(None::<String>);
    let is_over = RwSignal::new(false);
    let size = memo(move || match &*leaf.entry.read() {
        Entry::Secret(Secret::Replace(text)) => Some(text.len()),
        _ => None,
    });
    let put = move |secret: Secret, named: Option<Entry>| {
        leaf.touched.set(true);
        leaf.set(Entry::Secret(secret));
        if let (Some(name), Some(named)) = (name, named) {
            name.set(named);
        }
    };
    let forget = move || {
        wrong.set(None);
        put(Secret::Keep, form.before_untracked().get(file.name_key).cloned());
    };
    // The browser may keep the page as it is, and show it again after Back, perhaps to somebody else.
    let left = window_event_listener_untyped("pagehide", move |_| {
        if size.get_untracked().is_some() {
            forget();
        }
    });
    on_cleanup(move || left.remove());
    let take = move |chosen: File| {
        spawn(async move {
            let called = chosen.name();
            // What is far too large is not even read.
            let read = match file.format.check_size(&called, chosen.size() as usize) {
                Ok(()) => file::bytes(&chosen).await.map_err(|why| why.sentence().to_owned()),
                Err(sentence) => Err(sentence),
            };
            let read = read.and_then(|content| file.format.read(&called, content));
            if wrong.is_disposed() {
                return;
            }
            match read {
                Ok(text) => {
                    announce(format!("{}, {}", short(&called, NAME), sentences::WILL_BE_SENT));
                    wrong.set(None);
                    put(Secret::Replace(text), Some(Entry::Text(called)));
                }
                Err(sentence) => wrong.set(Some(sentence)),
            }
        });
    };
    let on_chosen = move |event: Event| file::chosen(&event).into_iter().for_each(take);
    let open = {
        let input_id = input_id.clone();
        click(move || {
            if let Some(input) = root::find(&input_id) {
                input.unchecked_ref::<HtmlElement>().click();
            }
        })
    };
    let undo = {
        let id = id.clone();
        move || {
            // The button disappears, so the focus moves first.
            root::focus(&id);
            forget();
        }
    };
    let label = move || match (size.get().is_some(), has_stored.get()) {
        (true, _) => sentences::CHOOSE_ANOTHER_KEY_FILE,
        (false, true) => "Choose it again",
        (false, false) => sentences::CHOOSE_A_KEY_FILE,
    };
    // The label of a field would be all of its name.
    let name_of_key = field.label.clone();
    let described = {
        let (hint, error, wrong_id) = (hint_id(&key), error_id(&key), wrong_id.clone());
        let hint = if field.help.is_empty() { String::new() } else { hint };
        move || {
            let error = if problem.read().is_some() { error.as_str() } else { "" };
            let wrong = if wrong.read().is_some() { wrong_id.as_str() } else { "" };
            format!("{hint} {error} {wrong}").trim().to_owned()
        }
    };
    let file_name = move || {
        let text = name.map(|name| name.entry.read().text().to_owned()).unwrap_or_default();
        if text.is_empty() { "The file".to_owned() } else { short(&text, NAME) }
    };
    let state = move || {
        let (class, text) = match (size.get(), has_stored.get()) {
            (Some(size), _) => {
                ("tag good", format!("{}, {}, {}", file_name(), bytes(size), sentences::WILL_BE_SENT))
            }
            (None, _) if can_keep => ("tag plain", format!("{}, kept as stored", file_name())),
            (None, true) => ("tag plain", format!("GitLab has {}", file_name())),
            (None, false) => return None,
        };
        // Where the summary of problems leads for the name.
        Some(view! { <span class=class id=field_id(file.name_key) tabindex="-1">{text}</span> })
    };
    let undo = move || {
        let undo = undo.clone();
        size.get().is_some().then(|| {
            view! {
                <button type="button" class="link" on:click=click(undo)>
                    {sentences::DO_NOT_SEND_IT}
                </button>
            }
        })
    };
    // What the server says about the name of the file.
    let about_name = move || {
        name.and_then(|name| name.refused.get()).map(|said| view! { <span class="err">{said}</span> })
    };
    view! {
        <div
            class="secret drop"
            class:over=is_over
            on:dragover=file::on_over(is_over)
            on:dragleave=move |_| is_over.set(false)
            on:drop=file::on_drop(is_over, take)
        >
            <input id=input_id type="file" hidden accept=file.format.accept() on:change=on_chosen />
            <button
                type="button"
                id=id
                aria-label=move || format!("{}: {name_of_key}", label())
                aria-invalid=move || problem.read().is_some().then_some("true")
                aria-describedby=described
                on:click=open
            >
                {move || label()}
            </button>
            {move || state()}
            {move || undo()}
        </div>
        {move || {
            wrong.get().map(|sentence| view! { <span class="err" id=wrong_id.clone() role="alert">{sentence}</span> })
        }}
        {move || about_name()}
    }
}
