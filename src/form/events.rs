//! Events: one line each, with its switch and, while it is on, the channel that gets the messages about it.

use super::field::FieldView;
use super::ids::{error_id, field_id};
use super::state::{FormState, Leaf};
use super::text::TextField;
use crate::browser::announcer::announce;
use crate::browser::numbers;
use crate::browser::reactive::{click, memo};
use crate::sentences;
use leptos::prelude::*;
use patchbay_model::{Entry, Field, Kind};

/// From more than this many events on they can be switched all at once.
const FEW: usize = 3;

/// The events of a section, in its order.
#[component]
pub fn Events(
    /// The form they are in.
    form: FormState,
    /// Switches, each followed by the fields that are shown while it is on.
    fields: Vec<Field>,
    /// Whether something that exists is changed.
    editing: bool,
) -> impl IntoView {
    let mut lines: Vec<Vec<Field>> = Vec::new();
    for field in fields {
        let belongs = |line: &Vec<Field>| {
            field.shown.is_some_and(|shown| line.first().is_some_and(|first| first.key == shown.when))
        };
        match lines.last_mut() {
            Some(line) if belongs(line) => line.push(field),
            _ => lines.push(vec![field]),
        }
    }
    let switches: Vec<Leaf> = lines
        .iter()
        .filter_map(|line| line.first().filter(|field| matches!(field.kind, Kind::Toggle { .. })))
        .filter_map(|field| form.leaf(&field.key))
        .collect();
    let all = (switches.len() > FEW).then(|| view! { <AllAtOnce switches /> });
    let line = |fields: Vec<Field>| {
        let fields = fields
            .into_iter()
            .filter_map(|field| Some(draw(form, form.leaf(&field.key)?, field, editing)))
            .collect_view();
        view! { <li>{fields}</li> }
    };
    view! {
        <div class="event-list">
            {all}
            <ul>{lines.into_iter().map(line).collect_view()}</ul>
        </div>
    }
}

/// Two buttons above the lines.
#[component]
fn AllAtOnce(
    /// The switches of all events.
    switches: Vec<Leaf>,
) -> impl IntoView {
    let switches = StoredValue::new(switches);
    let count = switches.with_value(Vec::len);
    let turn = move |on: bool| {
        switches.with_value(|switches| {
            for leaf in switches {
                leaf.touched.set(true);
                leaf.set(Entry::Toggle(Some(on)));
            }
        });
        announce(format!("All {} events are {}.", numbers::count(count), if on { "on" } else { "off" }));
    };
    view! {
        <div class="all" role="group" aria-label="All events">
            <button type="button" on:click=click(move || turn(true))>
                {sentences::TURN_ALL_ON}
            </button>
            <button type="button" on:click=click(move || turn(false))>
                "Turn all off"
            </button>
        </div>
    }
}

fn draw(form: FormState, leaf: Leaf, field: Field, editing: bool) -> AnyView {
    match field.kind {
        Kind::Text if field.shown.is_some() => {
            let field = StoredValue::new(field);
            let draw =
                move || leaf.shown.get().then(|| view! { <Channel form leaf field=field.get_value() /> });
            draw.into_any()
        }
        _ => view! { <FieldView form field leaf editing /> }.into_any(),
    }
}

/// The text beside a switch. The same line already names the event, so the visible label needs only
/// the first word.
#[component]
fn Channel(
    /// The form it is in.
    form: FormState,
    /// Its signals.
    leaf: Leaf,
    /// The field.
    field: Field,
) -> impl IntoView {
    let key = field.key.to_string();
    let (id, error_id) = (field_id(&key), error_id(&key));
    let label = field.label.to_string();
    let (word, rest) = label.split_once(' ').unwrap_or((&label, ""));
    let rest = (!rest.is_empty()).then(|| view! { <span class="sr-only">{format!(" {rest}")}</span> });
    let word = word.to_owned();
    let problem = memo(move || form.shown_problem(&key));
    view! {
        <div class="field">
            <label for=id>{word} {rest}</label>
            <TextField field leaf problem required=Signal::stored(false) />
            <Show when=move || problem.read().is_some()>
                <span class="err" id=error_id.clone()>
                    {move || problem.get()}
                </span>
            </Show>
        </div>
    }
}
