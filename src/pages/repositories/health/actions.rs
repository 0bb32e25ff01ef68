//! What can be done about a concern: a plan, indexing, or the list with only those.

use super::looked::Looked;
use crate::browser::numbers;
use crate::browser::reactive::{click, memo};
use crate::route::{JiraPage, ListQuery, Navigation, PlanPage, navigation};
use leptos::prelude::*;
use patchbay_model::gij::health::{Concern, Finding};
use std::sync::Arc;

/// What a button or a link leads to.
enum Action {
    /// Chooses them, and opens this page about those that are chosen.
    With(&'static str, JiraPage),
    /// The list with only those.
    List(ListQuery),
}

/// The actions about what was found of this kind, the one that helps most first.
pub fn actions(looked: Looked, concern: Concern, found: Memo<Arc<Vec<Finding>>>) -> AnyView {
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
            // Of those that are alike, one of each group goes on.
            let skipped = usize::from(leaves_one);
            let ids = memo(move || {
                let found = found.read();
                found.iter().flat_map(|one| one.ids.iter().skip(skipped).copied()).collect::<Vec<u64>>()
            });
            let dots = if matches!(page, JiraPage::Reindex(_)) { "" } else { "…" };
            let label = move || match leaves_one {
                true => format!("{verb} all but the first{dots}"),
                false => format!("{verb} {}{dots}", numbers::count(ids.read().len())),
            };
            let act = click(move || with_chosen(looked, navigation, &ids.get_untracked(), &page));
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
