//! One group: the host, who they are, and the new credentials.

use super::state::Entries;
use crate::browser::numbers::count_of;
use crate::form::{FieldView, field_id};
use leptos::prelude::*;
use patchbay_model::gij::plan::credentials::{Entered, Group};
use patchbay_model::text::{NAME, short};

/// Up to how many names are in view without being asked for.
const NAMED: usize = 12;

/// The group at this place.
#[component]
pub fn GroupView(entries: Entries, at: usize) -> impl IntoView {
    let (group, entered) = (entries.group(at)?, entries.entered(at)?);
    let form = entries.form;
    let host = short(&group.host, NAME);
    let title = match group.user.as_deref().filter(|user| !user.is_empty()) {
        Some(user) => format!("{host} as {}", short(user, NAME)),
        None => host,
    };
    let fields = move || {
        let fields = entries.fields(at, entered.get()).into_iter();
        let draw = |field: patchbay_model::Field| {
            let leaf = form.leaf(&field.key)?;
            Some(view! { <FieldView form field leaf editing=false /> })
        };
        fields.filter_map(draw).collect_view()
    };
    let ways = group.offered();
    let choice = (ways.len() > 1).then(|| way_choice(at, &ways, entered));
    let about = group.about();
    let view = view! {
        <section class="section" aria-label=title.clone()>
            <header>
                <h2>{title.clone()}</h2>
                <span class="sub">{about}</span>
            </header>
            {members(entries, &group)}
            {choice}
            <div class="grid2">{fields}</div>
        </section>
    };
    Some(view)
}

/// Who they are.
fn members(entries: Entries, group: &Group) -> AnyView {
    let names: Vec<(String, u64, bool)> = entries.chosen.with_value(|chosen| {
        let members = group.members.iter().filter_map(|at| chosen.get(*at));
        members.map(|one| (short(&one.name(), NAME), one.id, one.is_disabled())).collect()
    });
    let count = count_of(names.len(), "integration", "integrations");
    let is_open = names.len() <= NAMED;
    let items = names
        .into_iter()
        .map(|(name, id, is_disabled)| {
            let disabled = if is_disabled { ", disabled" } else { "" };
            view! { <li>{name} " " <span class="sub">{format!("#{id}{disabled}")}</span></li> }
        })
        .collect_view();
    view! {
        <details open=is_open>
            <summary>{count}</summary>
            <ul class="members">{items}</ul>
        </details>
    }
    .into_any()
}

fn way_choice(
    at: usize,
    ways: &[(Entered, &'static str)],
    entered: RwSignal<Entered>,
) -> impl IntoView + use<> {
    let name = field_id(&format!("way-{at}"));
    let radios = ways
        .iter()
        .map(|(way, label)| {
            let way = *way;
            view! {
                <label>
                    <input
                        type="radio"
                        name=name.clone()
                        prop:checked=move || entered.get() == way
                        on:change=move |_| entered.set(way)
                    />
                    <span>{*label}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="radios">
            <legend>"From now on, sign in with"</legend>
            {radios}
        </fieldset>
    }
}
