//! The settings of one integration in all projects and groups that have it: how far they are read, those that differ as
//! columns, and those in which all agree.

use super::acts::Acts;
use super::head::{Failures, Head};
use super::reader::Compared;
use super::run::Comparing;
use super::table::{CompareTable, Layout};
use super::tools::Tools;
use super::view::CompareView;
use crate::browser::effect::effect;
use crate::browser::numbers::count_of;
use crate::browser::reactive::memo;
use crate::pages::fleet::columns::label_of;
use crate::pages::fleet::dock::FleetDock;
use crate::pages::fleet::reader::open_and_read;
use crate::pages::fleet::scope::Scope;
use crate::pages::fleet::view::FleetView;
use crate::pages::jira::columns::texts::Agreement;
use crate::plan::Phase;
use crate::session::{Session, sessions};
use crate::ui::{Empty, Skeleton};
use leptos::prelude::*;
use patchbay_model::text::{NAME, short};
use std::sync::Arc;

/// The id of the heading of what is the same.
const SAME: &str = "same-settings";

/// The settings of one integration.
#[component]
pub fn ComparePage(
    /// The server.
    session: Session,
    /// Which projects and groups.
    scope: Scope,
    /// The integration.
    slug: String,
) -> impl IntoView {
    let sessions = sessions();
    let id = open_and_read(session, sessions, &scope);
    let version = move || session.version.get_untracked().unwrap_or_default();
    let compared = Compared::open(id, &slug, &version());
    let parts = id.selection().zip(compared);
    parts.map(|(selection, compared)| {
        let view = FleetView::new(id, session, sessions, selection);
        let which = {
            let slug = slug.clone();
            memo(move || view.id.follow(|kept| kept.fleet.which(&slug)).flatten())
        };
        let rows = memo(move || {
            let which = which.get();
            let shown = view.shown.read();
            let rows = view.id.follow(|kept| {
                let has = |at: &usize| {
                    let entry = kept.fleet.entries.get(*at)?;
                    entry.find(which?).map(|_| (*at, entry.key()))
                };
                shown.iter().filter_map(has).collect::<Vec<_>>()
            });
            Arc::new(rows.unwrap_or_default())
        });
        // Those that are found while the projects are read.
        effect(move || {
            let keys: Vec<u64> = rows.read().iter().map(|(_, key)| *key).collect();
            let is_new = compared.look(|comparing| keys.iter().any(|key| !comparing.settings.has(*key)));
            if is_new == Some(true) {
                compared.add(keys);
            }
        });
        let agreements = memo(move || {
            let rows = rows.read();
            let of = |comparing: &Comparing| {
                let settings = &comparing.settings;
                let keys: Vec<u64> =
                    rows.iter().map(|(_, key)| *key).filter(|key| settings.has(*key)).collect();
                let all: Vec<usize> = (0..keys.len()).collect();
                let one = |at: usize| Some((at, settings.column(at, &keys)?.agreement(&all)));
                (0..settings.all.len()).filter_map(one).collect::<Vec<_>>()
            };
            compared.follow(of).unwrap_or_default()
        });
        let view = CompareView { view, compared, rows, agreements };
        view! {
            <Head view slug=slug.clone() scope />
            <Failures view />
            <Tools view />
            <Acts view slug=slug.clone() />
            <Body view slug />
            <FleetDock view=view.view among=rows />
        }
    })
}

#[component]
fn Body(view: CompareView, slug: String) -> impl IntoView {
    let CompareView { compared, rows, agreements, .. } = view;
    let asked = view.view.asked;
    let layout: Memo<Layout> = memo(move || {
        let (agreements, all) = (agreements.read(), asked.read().all_settings);
        let is_shown = |agreement: &Agreement| all || !matches!(agreement, Agreement::Agrees);
        let shown = agreements.iter().filter(|(_, agreement)| is_shown(agreement));
        Arc::new(shown.map(|(at, _)| *at).collect())
    });
    let any = memo(move || !rows.read().is_empty());
    let is_finding =
        memo(move || matches!(view.view.phase.get(), Phase::Idle | Phase::Reading | Phase::Waiting(..)));
    let agreed = memo(move || {
        let keys: Vec<u64> = rows.read().iter().map(|(_, key)| *key).collect();
        let of = |comparing: &Comparing| {
            let settings = &comparing.settings;
            let first = keys.iter().find(|key| settings.has(**key))?;
            let one = |(at, agreement): &(usize, Agreement)| {
                let text = settings.column(*at, &[*first])?.text(0).to_owned();
                matches!(agreement, Agreement::Agrees).then(|| (settings.all[*at].label.clone(), text))
            };
            Some(agreements.read().iter().filter_map(one).collect::<Vec<_>>())
        };
        compared.follow(of).flatten().unwrap_or_default()
    });
    let secrets =
        memo(move || compared.follow(|comparing| comparing.settings.secrets.clone()).unwrap_or_default());
    let name = short(&label_of(&slug), NAME);
    let none = move || match is_finding.get() {
        true => view! { <Skeleton rows=6 /> }.into_any(),
        false => {
            let title = format!("None of them has {name}");
            let text = "No project or group that matches has it active.";
            view! { <Empty title text /> }.into_any()
        }
    };
    let same = move || {
        let agreed = agreed.get();
        (!agreed.is_empty()).then(|| {
            let one = |(label, text): (String, String)| {
                view! {
                    <li>
                        {label} ": " <span class="mono">{short(&text, NAME)}</span>
                    </li>
                }
            };
            view! {
                <section class="part" aria-labelledby=SAME>
                    <header>
                        <h2 id=SAME>"The same everywhere"</h2>
                        <span class="sub">{count_of(agreed.len(), "setting", "settings")}</span>
                    </header>
                    <ul class="agreed">{agreed.into_iter().map(one).collect_view()}</ul>
                </section>
            }
        })
    };
    let not_compared = move || {
        let secrets = secrets.get();
        (!secrets.is_empty()).then(|| {
            let text = format!("Not compared, because GitLab never shows secrets: {}.", secrets.join(", "));
            view! { <p class="sub">{text}</p> }
        })
    };
    view! {
        <Show when=move || any.get() fallback=none>
            <CompareTable view layout />
            {same}
            {not_compared}
        </Show>
    }
}
