//! The menu of a row of the list: one for all rows, which opens beside the button that was pressed.

use super::list_view::ListView;
use super::row::RowContext;
use crate::api::{Server, jira};
use crate::browser::clipboard;
use crate::browser::effect::effect;
use crate::browser::task::spawn;
use crate::route::{JiraPage, TableQuery};
use crate::store::Row;
use crate::ui::{MenuItem, SharedMenu, Tone, toast};
use leptos::prelude::*;
use patchbay_model::text::{NAME, short};
use patchbay_model::{Vendor, command};

/// The menu; nothing while it is closed.
#[component]
pub fn RowMenu(
    /// The list.
    list: ListView,
) -> impl IntoView {
    let menu = SharedMenu::new();
    let context = list.context;
    effect(move || {
        list.menu.track();
        let Some(press) = list.menu.try_update_untracked(Option::take).flatten() else { return };
        if let Some(row) = untrack(|| context.inventory.rows().get(press.id.entry).cloned()) {
            let name = short(row.integration.name(), NAME);
            menu.toggle(press, format!("Actions for {name}"), actions(&row, context));
        }
    });
    menu.draw()
}

/// What the menu of a row offers.
fn actions(row: &Row, context: RowContext) -> Vec<MenuItem> {
    let RowContext { session, inventory, removal, .. } = context;
    let id = row.id();
    let copy = Callback::new(move |()| copy_as_curl(session.server, id));
    let remove = Callback::new(move |()| removal.ask(id));
    let is_removed = untrack(|| inventory.is_removing(id));
    let gone = is_removed.then(|| format!("{} is being removed.", short(row.integration.name(), NAME)));
    let link = |label: &str, page: JiraPage| MenuItem {
        label: label.to_owned(),
        href: Some(session.link(page)),
        disabled_because: gone.clone(),
        ..MenuItem::default()
    };
    vec![
        link("Edit", JiraPage::Edit(id)),
        link("Clone", JiraPage::Clone(id)),
        link("Repositories", JiraPage::Repositories(id, TableQuery::default())),
        link("Reindex", JiraPage::Reindex(Some(id))),
        MenuItem { label: "Copy as curl".to_owned(), on_select: Some(copy), ..MenuItem::default() },
        MenuItem {
            label: "Remove…".to_owned(),
            on_select: Some(remove),
            danger: true,
            disabled_because: gone.clone(),
            ..MenuItem::default()
        },
    ]
}

/// Copies the command that reads the integration.
fn copy_as_curl(server: Server, id: u64) {
    spawn(async move {
        let text = command::curl_get(Vendor::Jira, &server.url(&jira::integration_path(id)));
        if clipboard::copy(text).await {
            toast(
                Tone::Good,
                "Copied a curl command that reads this integration. It takes your token from $JIRA_TOKEN.",
            );
        } else {
            toast(Tone::Bad, "The browser did not allow copying.");
        }
    });
}
