//! What the table is of, how far it is read, and which integrations most have.

use super::fleet::{Known, Tally};
use super::kept::Kept;
use super::reader::{go_on, read_all, stop};
use super::scope::Scope;
use super::view::FleetView;
use crate::browser::numbers::{self, count_of};
use crate::browser::reactive::{derive, memo};
use crate::pages::gitlab::about_home::home_route;
use crate::plan::Phase;
use crate::route::{GitLabPlan, GitLabRoute, Route};
use crate::sentences;
use crate::session::sessions;
use crate::ui::{BusyButton, Moment, PageTitle};
use leptos::prelude::*;
use patchbay_model::gitlab::Level;
use patchbay_model::text::{NAME, short};

/// How many integrations are named.
const NAMED: usize = 2;

/// The title, and how far it is read.
#[component]
pub fn Head(
    /// The page.
    view: FleetView,
    /// Which projects and groups.
    scope: Scope,
) -> impl IntoView {
    let sessions = sessions();
    let place = view.session.server.place();
    let import = Route::GitLab(GitLabRoute::plan(place.clone(), GitLabPlan::Import)).to_string();
    let list = match &scope {
        Scope::Group(id) => home_route(view.session, Level::Group, id),
        Scope::Mine | Scope::Search(_) | Scope::List(_) => {
            Route::GitLab(GitLabRoute::fleet(place, "")).to_string()
        }
    };
    let back = match &scope {
        Scope::Group(_) => "Back to the group",
        Scope::Mine | Scope::Search(_) | Scope::List(_) => "Choose other projects",
    };
    let is_group = matches!(scope, Scope::Group(_));
    let named = memo(move || {
        let named = view.id.follow(|kept| kept.reading.named.as_ref().map(|home| home.full_name.clone()));
        named.flatten().filter(|_| is_group)
    });
    let title = derive(move || title(&scope, named.read().as_deref()));
    let counts = memo(move || view.id.follow(counted).unwrap_or_default());
    let is_read = memo(move || matches!(view.phase.get(), Phase::Done));
    let last = memo(move || {
        let oldest =
            |kept: &Kept| kept.fleet.entries.iter().filter_map(|entry| entry.read_at).reduce(f64::min);
        view.id.follow(oldest).flatten().filter(|_| is_read.get())
    });
    let read = move || last.get().map(|at_ms| view! { " · read " <Moment at_ms /> });
    let most = memo(move || {
        let tallies = view.tallies.read();
        view.id.look(|kept| most_have(&kept.fleet.known, &tallies)).unwrap_or_default()
    });
    let is_going = memo(move || view.phase.get().is_going());
    let progress = memo(move || {
        let of = |kept: &Kept| {
            let to_go = kept.reading.to_go();
            let all = kept.fleet.entries.len().max(to_go);
            (all - to_go, all.max(1))
        };
        view.id.follow(of).unwrap_or((0, 1))
    });
    let label = derive(move || {
        let label = match view.phase.get() {
            Phase::Idle | Phase::Reading | Phase::Waiting(..) => sentences::STOP_READING,
            Phase::Stopped => sentences::CONTINUE_READING,
            Phase::Done => sentences::READ_ALL_AGAIN,
        };
        label.to_owned()
    });
    let act = Callback::new(move |()| match view.phase.get_untracked() {
        Phase::Idle => {}
        Phase::Reading | Phase::Waiting(..) => stop(view.id),
        Phase::Stopped => go_on(view.id),
        Phase::Done => read_all(view.id, view.session, sessions),
    });
    view! {
        <div>
            <a href=list>{back}</a>
        </div>
        <div class="head">
            <div>
                <PageTitle title />
                <p class="sub">{move || counts.get()} {read} {move || most.get()}</p>
                <p class="sub waits" role="timer">{move || view.phase.get().waits()}</p>
            </div>
            <div class="end">
                <a class="btn" href=import>
                    {sentences::IMPORT_A_FILE}
                </a>
                <BusyButton label on_click=act />
            </div>
        </div>
        <Show when=move || is_going.get()>
            <progress
                class="run"
                aria-label="Projects and groups read"
                max=move || progress.get().1.to_string()
                value=move || progress.get().0.to_string()
            ></progress>
        </Show>
    }
}

/// What the table is of.
fn title(scope: &Scope, named: Option<&str>) -> String {
    match (scope, named) {
        (Scope::Mine, _) => "Your projects and groups".to_owned(),
        (Scope::Group(_), Some(name)) => format!("Projects of {}", short(name, NAME)),
        (Scope::Group(id), None) => format!("Projects of group {}", short(id, NAME)),
        (Scope::Search(words), _) => format!("Projects matching “{}”", short(words, NAME)),
        (Scope::List(items), _) => format!("Projects of a list of {}", numbers::count(items.len())),
    }
}

/// "120 projects, 9 subgroups · 96 read, 24 to go".
fn counted(kept: &Kept) -> String {
    let Kept { fleet, reading, scope, .. } = kept;
    let (projects, groups) = fleet.counts();
    let so_far = if reading.is_listing() { " so far" } else { "" };
    let mut text = count_of(projects, "project", "projects");
    // The group itself is none of its subgroups.
    let (groups, words) = match scope {
        Scope::Group(_) => (groups.saturating_sub(1), ("subgroup", "subgroups")),
        Scope::Mine | Scope::Search(_) | Scope::List(_) => (groups, ("group", "groups")),
    };
    if groups > 0 {
        text = format!("{text}, {}", count_of(groups, words.0, words.1));
    }
    text.push_str(so_far);
    let failed = fleet.entries.iter().filter(|entry| entry.failed.is_some()).count();
    let read = fleet.entries.iter().filter(|entry| entry.active.is_some()).count();
    let to_go = reading.to_go();
    if to_go > 0 || reading.phase() != Phase::Done {
        text = format!("{text} · {} read, {} to go", numbers::count(read), numbers::count(to_go));
    }
    if failed > 0 {
        text = format!("{text} · {} could not be read", numbers::count(failed));
    }
    text
}

/// " · Slack on 71, Jira on 64 (58 from above)".
fn most_have(known: &[Known], tallies: &[Tally]) -> String {
    let mut all: Vec<(&Known, &Tally)> =
        known.iter().zip(tallies).filter(|(_, tally)| tally.active > 0).collect();
    all.sort_by_key(|(_, tally)| std::cmp::Reverse(tally.active));
    let one = |(known, tally): &(&Known, &Tally)| {
        let above = match tally.inherited {
            0 => String::new(),
            some => format!(" ({} from above)", numbers::count(some)),
        };
        format!("{} on {}{above}", known.label(), numbers::count(tally.active))
    };
    match all.len() {
        0 => String::new(),
        _ => format!(" · {}", all.iter().take(NAMED).map(one).collect::<Vec<_>>().join(", ")),
    }
}
