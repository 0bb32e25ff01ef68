//! What can be done with what is compared: others get the settings of one, or one setting is set in those that are chosen.
//! Both are plans, which show each change before it is sent.

use super::settings::FROM;
use super::view::CompareView;
use crate::browser::numbers::count_of;
use crate::browser::reactive::{derive, memo};
use crate::pages::gitlab_plan::begin::Begin;
use crate::pages::jira::columns::texts::Agreement;
use crate::route::navigation;
use crate::sentences;
use crate::ui::BusyButton;
use leptos::prelude::*;
use patchbay_model::gitlab::{Home, Level};
use patchbay_model::text::{NAME, short};

/// The id of the list of fields.
const FIELD: &str = "field-to-set";

/// A project or group that is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Model {
    key: u64,
    level: Level,
    id: u64,
    name: String,
}

/// The two buttons, and the choice of the field.
#[component]
pub fn Acts(
    /// What is compared.
    view: CompareView,
    /// The integration.
    slug: String,
) -> impl IntoView {
    let CompareView { view: fleet, rows, agreements, compared } = view;
    let navigation = navigation();
    let slug = StoredValue::new(slug);
    let go = move |begin: Begin, keys: &mut dyn Iterator<Item = u64>| {
        // What is hidden or does not have it is not meant.
        fleet.selection.set(keys);
        navigation.go(slug.with_value(|slug| begin.page(fleet.session, slug)));
    };
    // In the order of the rows.
    let chosen = memo(move || {
        fleet.selection.count();
        let ids = fleet.selection.ids();
        let rows = rows.read();
        rows.iter().filter(|(_, key)| ids.binary_search(key).is_ok()).copied().collect::<Vec<_>>()
    });
    let model = memo(move || {
        let (at, key) = *chosen.read().first()?;
        let of = |home: &Home| Model { key, level: home.level, id: home.id, name: short(&home.name, NAME) };
        fleet.id.look(|kept| kept.fleet.entries.get(at).map(|entry| of(&entry.home))).flatten()
    });
    let others = memo(move || rows.read().len().saturating_sub(1));
    let no_model = derive(move || {
        match (model.read().is_some(), others.get()) {
        (false, _) => Some(
            "Choose the project or group that is the model with the box before its name. The others get its settings."
                .to_owned(),
        ),
        (true, 0) => Some("No other project or group that has it is shown, so none can get its settings.".to_owned()),
        (true, _) => None,
    }
    });
    let make_alike = Callback::new(move |()| {
        let Some(model) = model.get_untracked() else { return };
        let (chosen, rows) = (chosen.get_untracked(), rows.get_untracked());
        let targets = if chosen.len() > 1 { &chosen } else { &*rows };
        go(Begin::Like(model.level, model.id), &mut targets.iter().map(|(_, key)| *key));
    });
    let meaning = move || {
        let name = model.get()?.name;
        Some(match (chosen.read().len(), others.get()) {
            (_, 0) => return None,
            (1, others) => {
                let others = count_of(others, "other that is shown", "others that are shown");
                format!("{name} is the model for the {others}.")
            }
            (2, _) => format!("{name} is the model for the other one that is chosen."),
            _ => format!(
                "{name} is the model for the others that are chosen. The next page can take another model."
            ),
        })
    };
    // By their names on the wire: what differs first, because that is what people come for.
    let fields = memo(move || {
        let agreements = agreements.read();
        let all = compared.follow(|comparing| {
            let field = |(at, agreement): &(usize, Agreement)| {
                let setting = comparing.settings.all.get(*at).filter(|setting| setting.key != FROM)?;
                Some((
                    !matches!(agreement, Agreement::Differs { .. }),
                    setting.key.clone(),
                    setting.label.clone(),
                ))
            };
            agreements.iter().filter_map(field).collect::<Vec<_>>()
        });
        let mut all = all.unwrap_or_default();
        all.sort_by_key(|(agrees, ..)| *agrees);
        all
    });
    let picked = RwSignal::new(String::new());
    let field = memo(move || {
        let fields = fields.read();
        let is_there = fields.iter().find(|(_, key, _)| *key == *picked.read());
        is_there.or(fields.first()).map(|(_, key, _)| key.clone())
    });
    let none_to_set = derive(move || match (field.read().is_some(), chosen.read().is_empty()) {
        (false, _) => Some("No settings are read yet.".to_owned()),
        (true, true) => {
            Some("Choose the projects and groups that get it with the boxes before their names.".to_owned())
        }
        (true, false) => None,
    });
    let set_field = Callback::new(move |()| {
        let Some(key) = field.get_untracked() else { return };
        go(Begin::Field(key), &mut chosen.get_untracked().iter().map(|(_, key)| *key));
    });
    let options = move || {
        let option = |(_, key, label): (bool, String, String)| view! { <option value=key>{short(&label, NAME)}</option> };
        fields.get().into_iter().map(option).collect_view()
    };
    view! {
        <div class="tools" role="group" aria-label="Change what is compared">
            <BusyButton
                label=sentences::MAKE_THESE_LIKE_THIS_ONE
                disabled_because=no_model
                on_click=make_alike
            />
            <label for=FIELD>{sentences::FIELD_TO_SET}</label>
            <select
                id=FIELD
                prop:value=move || field.get().unwrap_or_default()
                on:change=move |event| picked.set(event_target_value(&event))
            >
                {options}
            </select>
            <BusyButton
                label=sentences::SET_THIS_FIELD_ON_THOSE
                disabled_because=none_to_set
                on_click=set_field
            />
        </div>
        {move || meaning().map(|meaning| view! { <p class="sub">{meaning}</p> })}
    }
}
