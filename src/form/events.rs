//! Events: one line each, with its switch and, while it is on, the channel that gets the messages about it.

use super::field::{FieldView, error_id};
use super::state::{FormState, Leaf, field_id};
use super::text::TextField;
use crate::browser::announcer::announce;
use crate::browser::numbers;
use crate::browser::reactive::{derive, memo};
use crate::ui::el::{El, button, el, unseen};
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
    let all = (switches.len() > FEW).then(|| all_at_once(switches));
    let line = |fields: Vec<Field>| {
        let fields =
            fields.into_iter().filter_map(|field| Some(draw(form, form.leaf(&field.key)?, field, editing)));
        fields.fold(el("li"), El::view)
    };
    el("div").class("event-list").child_if(all).child(el("ul").children(lines.into_iter().map(line)))
}

fn all_at_once(switches: Vec<Leaf>) -> El {
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
    el("div")
        .class("all")
        .attr("role", "group")
        .attr("aria-label", "All events")
        .child(button("").text("Turn all on").on_click(move || turn(true)))
        .child(button("").text("Turn all off").on_click(move || turn(false)))
}

fn draw(form: FormState, leaf: Leaf, field: Field, editing: bool) -> AnyView {
    match field.kind {
        Kind::Text if field.shown.is_some() => channel(form, leaf, field),
        _ => view! { <FieldView form field leaf editing /> }.into_any(),
    }
}

/// The text beside a switch. What its label says of the event stands in the same line already, so the eye needs only
/// the first word.
fn channel(form: FormState, leaf: Leaf, field: Field) -> AnyView {
    let field = StoredValue::new(field);
    let draw = move || leaf.shown.get().then(|| shown(form, leaf, field.get_value()));
    draw.into_any()
}

fn shown(form: FormState, leaf: Leaf, field: Field) -> El {
    let key = field.key.to_string();
    let label = field.label.to_string();
    let (word, rest) =
        label.split_once(' ').map_or((label.as_str(), None), |(word, rest)| (word, Some(rest)));
    let label = el("label")
        .attr("for", field_id(&key))
        .text(word.to_owned())
        .child_if(rest.map(|rest| unseen(format!(" {rest}"))));
    let error_id = error_id(&key);
    let problem = memo(move || form.shown_problem(&key));
    let error = move || {
        let sentence = move || problem.get().unwrap_or_default();
        el("span").class("err").attr("id", error_id.clone()).live_text(sentence)
    };
    el("div")
        .class("field")
        .child(label)
        .view(view! { <TextField field leaf problem /> })
        .when(derive(move || problem.read().is_some()), error)
}
