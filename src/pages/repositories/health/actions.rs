//! What can be done about a concern: a plan, indexing, or the list with only those.

use super::looked::Looked;
use crate::browser::numbers;
use crate::browser::reactive::click;
use crate::route::{JiraPage, ListQuery, Navigation, PlanPage, navigation};
use leptos::prelude::*;
use patchbay_model::gij::health::Concern;

/// What a button or a link leads to.
enum Action {
    /// Chooses them, and opens this page about those that are chosen.
    With(&'static str, JiraPage),
    /// The list with only those.
    List(ListQuery),
}

/// The actions, the one that helps most first.
pub fn actions(looked: Looked, concern: Concern, ids: &[u64]) -> AnyView {
    let navigation = navigation();
    let reindex = || Action::With("Reindex", JiraPage::Reindex(None));
    let plan = |label, page| Action::With(label, JiraPage::Plan(page));
    let list = |word: &str| {
        let words = |word: &str| vec![word.to_owned()];
        Action::List(ListQuery { status: words("enabled"), indexed: words(word), ..ListQuery::default() })
    };
    let actions = match concern {
        Concern::Failed => vec![reindex()],
        Concern::NeverIndexed => vec![reindex(), plan("Disable", PlanPage::Disable), list("never")],
        Concern::NotIndexed => vec![reindex(), plan("Disable", PlanPage::Disable), list("stale")],
        Concern::TokensWithoutBrowser => vec![plan("Change settings of", PlanPage::Change)],
        Concern::Twins => {
            vec![plan("Disable", PlanPage::Disable), plan("Change settings of", PlanPage::Change)]
        }
        Concern::Legacy => vec![plan("Disable", PlanPage::Disable), plan("Remove", PlanPage::Remove)],
        Concern::SameName => vec![plan("Rename", PlanPage::Change)],
    };
    // Of those that are alike, one of each group goes on.
    let all_but_one: Vec<u64> = looked
        .found
        .get_untracked()
        .unwrap_or_default()
        .iter()
        .filter(|finding| finding.concern == concern)
        .flat_map(|finding| finding.ids.iter().skip(1).copied().collect::<Vec<_>>())
        .collect();
    let draw = |action: Action| match action {
        Action::List(query) => {
            let href = looked.session.link(JiraPage::List(query));
            view! {
                <a class="btn" href=href>
                    "Show in the list"
                </a>
            }
            .into_any()
        }
        Action::With(verb, page) => {
            let leaves_one = concern == Concern::Twins && page == JiraPage::Plan(PlanPage::Disable);
            let ids = if leaves_one { all_but_one.clone() } else { ids.to_vec() };
            let count = numbers::count(ids.len());
            let dots = if matches!(page, JiraPage::Reindex(_)) { "" } else { "…" };
            let label = match leaves_one {
                true => format!("{verb} all but the first{dots}"),
                false => format!("{verb} {count}{dots}"),
            };
            let act = click(move || with_chosen(looked, navigation, &ids, &page));
            view! { <button type="button" on:click=act>{label}</button> }.into_any()
        }
    };
    actions.into_iter().map(draw).collect_view().into_any()
}

/// Chooses these in the list, and opens a page about those that are chosen.
fn with_chosen(looked: Looked, navigation: Navigation, ids: &[u64], page: &JiraPage) {
    looked.inventory.selection.set(ids.iter().copied());
    navigation.go(looked.session.route(page.clone()));
}
