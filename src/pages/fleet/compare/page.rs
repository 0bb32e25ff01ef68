//! The settings of one integration in all projects and groups that have it: how far they are read, those that differ as
//! columns, and those in which all agree.

use super::reader::Compared;
use super::run::Comparing;
use super::table::{CompareTable, Layout};
use super::view::CompareView;
use crate::browser::effect::effect;
use crate::browser::numbers::{self, count_of};
use crate::browser::reactive::{click, derive, memo};
use crate::pages::fleet::asked::Asked;
use crate::pages::fleet::columns::label_of;
use crate::pages::fleet::dock::FleetDock;
use crate::pages::fleet::reader::open_and_read;
use crate::pages::fleet::reading::lasts;
use crate::pages::fleet::scope::Scope;
use crate::pages::fleet::view::FleetView;
use crate::pages::jira::columns::texts::Agreement;
use crate::plan::Phase;
use crate::route::{GitLabRoute, Route, navigation};
use crate::sentences;
use crate::session::{ErrorNotice, Session, sessions};
use crate::ui::{BusyButton, Empty, Notice, PageTitle, SearchBox, Skeleton, Tone, focus_title};
use leptos::prelude::*;
use patchbay_model::text::{NAME, short};
use std::sync::Arc;

/// The id of the search field.
const SEARCH: &str = "search";

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
            <Body view slug />
            <FleetDock view=view.view />
        }
    })
}

#[component]
fn Head(view: CompareView, slug: String, scope: Scope) -> impl IntoView {
    let CompareView { view: FleetView { session, .. }, compared, rows, .. } = view;
    let navigation = navigation();
    // The table as it was left, with its search and facets.
    let table = GitLabRoute::fleet(session.server.place(), scope.pair());
    let back = navigation.as_left([Route::GitLab(table)]).map(|route| route.to_string());
    let title = format!("{} side by side", short(&label_of(&slug), NAME));
    let phase = memo(move || compared.follow(|comparing| comparing.run.phase()).unwrap_or(Phase::Idle));
    let counts = memo(move || {
        let rows = rows.read();
        let read =
            compared.follow(|comparing| rows.iter().filter(|(_, key)| comparing.settings.has(*key)).count());
        (rows.len(), read.unwrap_or_default())
    });
    let told = move || {
        let (all, read) = counts.get();
        let all_of = count_of(all, "project or group has it", "projects and groups have it");
        match all - read {
            0 => all_of,
            to_go => format!("{all_of} · {} read, {} to go", numbers::count(read), numbers::count(to_go)),
        }
    };
    let finding = move || {
        let is_reading = matches!(view.view.phase.get(), Phase::Idle | Phase::Reading | Phase::Waiting(..));
        is_reading.then_some(" · more may be found: the projects are still being read")
    };
    let is_going = memo(move || phase.get().is_going());
    let label = derive(move || {
        let label = match phase.get() {
            Phase::Reading | Phase::Waiting(..) => sentences::STOP_READING,
            Phase::Stopped => sentences::CONTINUE_READING,
            Phase::Idle | Phase::Done => sentences::READ_ALL_AGAIN,
        };
        label.to_owned()
    });
    let act = Callback::new(move |()| match phase.get_untracked() {
        Phase::Reading | Phase::Waiting(..) => compared.stop(),
        Phase::Stopped => compared.go_on(),
        Phase::Idle | Phase::Done => {
            compared.read_anew(&session.version.get_untracked().unwrap_or_default());
            compared.add(untrack(|| rows.read().iter().map(|(_, key)| *key).collect()));
        }
    });
    view! {
        <div>
            <a href=back>"Back to all integrations of these projects"</a>
        </div>
        <div class="head">
            <div>
                <PageTitle title />
                <p class="sub">{told} {finding}</p>
                <p class="sub waits" role="timer">{move || phase.get().waits()}</p>
            </div>
            <div class="end">
                <BusyButton label on_click=act />
            </div>
        </div>
        <Show when=move || is_going.get()>
            <progress
                class="run"
                aria-label="Settings read"
                max=move || counts.get().0.max(1).to_string()
                value=move || counts.get().1.to_string()
            ></progress>
        </Show>
    }
}

/// What stopped it, and what could not be read.
#[component]
fn Failures(view: CompareView) -> impl IntoView {
    let compared = view.compared;
    let stopped = memo(move || {
        compared
            .follow(|one| one.run.error().filter(|_| one.run.phase() == Phase::Stopped).cloned())
            .flatten()
    });
    let failed = memo(move || {
        let of = |comparing: &Comparing| {
            let is_over = matches!(comparing.run.phase(), Phase::Done | Phase::Stopped);
            let last = comparing.failed.values().next()?.clone();
            let may_pass = comparing.failed.values().any(|error| !lasts(&error.cause));
            is_over.then_some((comparing.failed.len(), last, may_pass))
        };
        compared.follow(of).flatten()
    });
    let stopped = move || {
        stopped.get().map(|error| {
            let on_retry = Callback::new(move |()| compared.go_on());
            view! { <ErrorNotice error doing="Reading stopped" on_retry /> }
        })
    };
    let failed = move || {
        failed.get().map(|(count, error, may_pass)| {
            let title = format!(
                "The settings of {} could not be read",
                count_of(count, "project or group", "projects or groups")
            );
            let text = format!("One answer was: {}. {error}", error.title());
            let on_click = Callback::new(move |()| {
                // The notice disappears, so the focus moves first.
                focus_title();
                compared.retry();
            });
            view! {
                <Notice tone=Tone::Warn title alert=true>
                    <p>{text}</p>
                    {may_pass
                        .then(|| {
                            view! {
                                <p class="actions">
                                    <BusyButton label="Try those again" on_click />
                                </p>
                            }
                        })}
                </Notice>
            }
        })
    };
    view! {
        {stopped}
        {failed}
    }
}

#[component]
fn Tools(view: CompareView) -> impl IntoView {
    let FleetView { asked, set, .. } = view.view;
    let navigation = navigation();
    let on_input = Callback::new(move |search: String| {
        let asked = Asked { search, ..asked.get_untracked() };
        let route = crate::pages::fleet::view::with_query(untrack(|| navigation.route()), asked.query());
        if let Some(route) = route {
            navigation.amend(route);
        }
    });
    let pressed = move || if asked.read().all_settings { "false" } else { "true" };
    let toggle = click(move || {
        let asked = asked.get_untracked();
        set.run(Asked { all_settings: !asked.all_settings, ..asked });
    });
    view! {
        <div class="tools" role="search" aria-label="Projects and groups">
            <SearchBox
                id=SEARCH
                label=sentences::SEARCH_THE_FLEET
                placeholder=sentences::SEARCH_THE_FLEET
                value=derive(move || asked.get().search)
                on_input
            />
            <button type="button" class="chip" aria-pressed=pressed on:click=toggle>
                {sentences::ONLY_WHAT_DIFFERS}
            </button>
        </div>
    }
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
