//! What can be done with the projects and groups that are chosen in the table.

use super::chosen::{ActiveHere, Chosen, chosen, read_again};
use super::view::FleetView;
use crate::api::Holder;
use crate::browser::reactive::{click, derive};
use crate::pages::selecting::{DockRows, SelectionDock};
use crate::route::{GitLabPage, GitLabPlan, GitLabRoute, Navigation, Route, navigation};
use crate::sentences;
use crate::ui::CopyButton;
use leptos::prelude::*;
use patchbay_model::gitlab::Level;
use std::sync::Arc;

/// Rows, as indexes and by their keys.
pub type Rows = Arc<Vec<(usize, u64)>>;

/// The bar; nothing while none is chosen.
#[component]
pub fn FleetDock(
    /// The page.
    view: FleetView,
    /// Those that are compared, as indexes and by their keys: fewer than the table has.
    #[prop(optional)]
    among: Option<Memo<Rows>>,
) -> impl IntoView {
    let ids = move || {
        if let Some(rows) = among {
            return rows.read().iter().map(|(_, key)| *key).collect();
        }
        let shown = view.shown.read();
        let keys = view.id.look(|kept| {
            let entries = shown.iter().filter_map(|at| kept.fleet.entries.get(*at));
            entries.map(|entry| entry.key()).collect::<Vec<u64>>()
        });
        keys.unwrap_or_default()
    };
    let rows = DockRows {
        picks: view.picks,
        selection: view.selection,
        ids: Arc::new(ids),
        redrawn: Arc::new(move || {
            view.columns.track();
            view.asked.track();
        }),
    };
    let holders = move || chosen(view.session).iter().map(|one| Holder::from(&one.home)).collect::<Vec<_>>();
    let again = move || read_again(view.session, &holders());
    let text = derive(move || as_table(&chosen(view.session)));
    let navigation = navigation();
    let acts = move || {
        let links = PLANS.map(|(page, label)| {
            view! { <a class="btn" href=plan_route(view, navigation, page)>{label}</a> }
        });
        view! {
            {links}
            <button type="button" on:click=click(again)>
                {sentences::READ_AGAIN}
            </button>
            <CopyButton label="Copy as a table" text />
        }
    };
    view! {
        <div class="docks">
            <SelectionDock rows label="Selected projects and groups" acts />
        </div>
    }
}

/// The pages that make plans for what is chosen.
const PLANS: [(GitLabPlan, &str); 5] = [
    (GitLabPlan::SetUp, "Set up…"),
    (GitLabPlan::Change, "Change…"),
    (GitLabPlan::Disable, "Disable…"),
    (GitLabPlan::Inherit, "Use inherited settings…"),
    (GitLabPlan::Export, "Export…"),
];

/// The address of such a page: about the integration that is compared, if one is.
fn plan_route(view: FleetView, navigation: Navigation, page: GitLabPlan) -> String {
    let slug = match untrack(|| navigation.route()) {
        Route::GitLab(GitLabRoute { page: GitLabPage::Fleet { slug, .. }, .. })
            if page != GitLabPlan::Export =>
        {
            slug
        }
        _ => String::new(),
    };
    Route::GitLab(GitLabRoute::plan_of(view.session.server.place(), page, slug)).to_string()
}

/// What is chosen, one a line, for a spreadsheet or to be pasted where projects are listed.
fn as_table(chosen: &[Chosen]) -> String {
    let mut table = "Path\tNumber\tKind\tArchived\tActive integrations\n".to_owned();
    for Chosen { home, active, failed } in chosen {
        let kind = match home.level {
            Level::Project => "project",
            Level::Group => "group",
        };
        let active = match (active, failed) {
            (Some(active), _) => active.iter().map(named).collect::<Vec<_>>().join(", "),
            (None, Some(error)) => format!("could not be read: {}", error.title()),
            (None, None) => "not read".to_owned(),
        };
        let archived = if home.archived { "yes" } else { "no" };
        let cells = [home.path.as_str(), &home.id.to_string(), kind, archived, &active].map(plain);
        table.push_str(&cells.join("\t"));
        table.push('\n');
    }
    table
}

fn named(active: &ActiveHere) -> String {
    let ActiveHere { slug, title, inherited } = active;
    let title = if title.is_empty() { slug } else { title };
    format!("{title}{}", if *inherited == Some(true) { " (from above)" } else { "" })
}

/// In one cell, and none that a spreadsheet takes for a formula.
fn plain(text: &str) -> String {
    let text = text.replace(['\t', '\n', '\r'], " ");
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text }
}
