//! The table of the settings of one integration. Where there is no room for its columns, each is a line below the name.

use super::settings::Setting;
use super::view::CompareView;
use crate::browser::reactive::{derive, memo};
use crate::pages::fleet::view::came_from;
use crate::pages::jira::columns::texts::{Agreement, READING, Texts};
use crate::pages::selecting::check_all;
use crate::pages::selecting::{Pick, Shown};
use crate::route::{GitLabRoute, Route, navigation};
use crate::sentences;
use crate::ui::el::{El, Words, el, while_true};
use crate::ui::{Fill, Filling, Press, RowAt, RowId, WindowedTable};
use leptos::prelude::*;
use patchbay_model::gitlab::Level;
use patchbay_model::text::{NAME, short};
use std::sync::Arc;

/// The settings that are columns, by their indexes.
pub type Layout = Arc<Vec<usize>>;

/// The rows, with a column for each of these settings.
#[component]
pub fn CompareTable(
    /// What is compared.
    view: CompareView,
    /// The settings that are columns.
    layout: Memo<Layout>,
) -> impl IntoView {
    let CompareView { view: fleet, rows, .. } = view;
    let shown: Shown = memo(move || Arc::new(rows.read().iter().map(|(at, _)| *at).collect()));
    let at: RowAt = Arc::new(move |index| {
        rows.read().get(index).map(|(entry, key)| RowId { entry: *entry, key: *key }).unwrap_or_default()
    });
    let on_press = Callback::new(move |press: Press| {
        let pick = Pick { id: Some(press.id.key), is_range: press.with_shift };
        fleet.picks.update(|picks| picks.push(pick));
    });
    let left = StoredValue::new(came_from(navigation()));
    let table = move || {
        let layout = layout.get();
        let columns = layout.clone();
        view! {
            <WindowedTable
                label=sentences::FLEET_TABLE
                class=class(layout.len())
                count=derive(move || rows.read().len())
                head=move || head(view, shown, &columns)
                at=at.clone()
                cells=cells(layout.len())
                fill=fill(view, layout)
                on_press
                focus=left.try_update_value(Option::take).flatten()
            />
        }
    };
    view! { <div class="panel">{table}</div> }
}

/// How wide the page must be for so many columns: see style/page-list.css.
fn class(columns: usize) -> &'static str {
    match columns {
        0..=3 => "integrations compare few",
        4..=6 => "integrations compare some",
        7..=10 => "integrations compare many",
        _ => "integrations compare lots",
    }
}

fn head(view: CompareView, shown: Shown, layout: &[usize]) -> impl IntoView + use<> {
    let column = move |at: &usize| {
        let label = view.compared.look(|comparing| label(comparing.settings.all.get(*at)));
        view! {
            <th scope="col" class="col">
                {label.unwrap_or_default()}
            </th>
        }
    };
    view! {
        {check_all(view.view.picks, shown)}
        <th scope="col" class="wide">
            "Project"
        </th>
        {layout.iter().map(column).collect_view()}
    }
}

fn label(setting: Option<&Setting>) -> String {
    setting.map(|setting| short(&setting.label, NAME)).unwrap_or_default()
}

/// The cells of a row; [`fill`] has the values of their blanks, in the same order.
fn cells(columns: usize) -> Vec<El> {
    let check = el("input").attr("type", "checkbox").blank("aria-label").blank("checked");
    let named =
        el("span").class("two").child(el("a").blank("href").blank_text()).child(el("small").blank_text());
    let lines = (0..columns).map(|_| el("small").blank_text());
    let lines = el("span").class("two lines").children(lines);
    let mut cells = vec![
        // The label makes the whole cell sensitive.
        el("td").class("pick").child(el("label").child(check)),
        el("th").attr("scope", "row").class("wide").child(named).child(lines),
    ];
    cells.extend(
        (0..columns)
            .map(|_| el("td").class("col").child(el("span").blank("class").blank("title").blank_text())),
    );
    cells
}

/// What fills the rows; another one when anything that they show has changed.
fn fill(view: CompareView, layout: Layout) -> Memo<Fill> {
    memo(move || {
        let rows = view.rows.get();
        view.view.selection.count();
        let keys: Vec<u64> = rows.iter().map(|(_, key)| *key).collect();
        let agreements = view.agreements.get();
        let slug = view.compared.look(|comparing| comparing.slug.clone()).unwrap_or_default();
        let columns = view.compared.follow(|comparing| {
            let column = |at: &usize| {
                let settings = &comparing.settings;
                let agreement =
                    agreements.iter().find(|(other, _)| other == at).map(|(_, agreement)| *agreement);
                Some((label(settings.all.get(*at)), settings.column(*at, &keys)?, agreement))
            };
            layout.iter().filter_map(column).collect::<Vec<_>>()
        });
        let columns: Arc<Vec<(String, Texts, Option<Agreement>)>> = Arc::new(columns.unwrap_or_default());
        Fill(Arc::new(move |entry| {
            let row = rows.iter().position(|(at, _)| *at == entry).unwrap_or_default();
            filling(view, &slug, entry, row, &columns).unwrap_or_default()
        }))
    })
}

fn filling(
    view: CompareView,
    slug: &str,
    entry: usize,
    row: usize,
    columns: &[(String, Texts, Option<Agreement>)],
) -> Option<Filling> {
    let (home, key) = view
        .view
        .id
        .look(|kept| kept.fleet.entries.get(entry).map(|entry| (entry.home.clone(), entry.key())))
        .flatten()?;
    let (is_read, why) = view.compared.look(|comparing| {
        let why = comparing.failed.get(&key).map(|error| error.title());
        (comparing.settings.has(key), why)
    })?;
    let name = short(&home.name, NAME);
    let kind = match home.level {
        Level::Project => name.clone(),
        Level::Group => format!("group {name}"),
    };
    let route =
        GitLabRoute::integration(view.view.session.server.place(), home.level, home.id.to_string(), slug);
    let path = short(&home.path, NAME);
    let about = match &why {
        Some(why) => format!("{path} · {why}"),
        None => path,
    };
    let mut filling = vec![
        says(format!("Select {kind}")),
        while_true(untrack(|| view.view.selection.is_chosen(key))),
        says(Route::GitLab(route).to_string()),
        says(name),
        says(about),
    ];
    let waits = if why.is_some() { "could not be read" } else { READING };
    let text = |texts: &Texts| if is_read { texts.text(row).to_owned() } else { waits.to_owned() };
    for (label, texts, _) in columns {
        filling.push(says(format!("{label}: {}", short(&text(texts), NAME))));
    }
    for (_, texts, agreement) in columns {
        let class =
            match agreement {
                Some(Agreement::Differs { commonest }) if is_read => {
                    if texts.of_row.get(row) == Some(commonest) { "cut same" } else { "cut differs" }
                }
                _ => "cut",
            };
        let text = text(texts);
        filling.extend([says(class), says(text.clone()), says(text)]);
    }
    Some(filling)
}

fn says(words: impl Into<Words>) -> Option<Words> {
    Some(words.into())
}
