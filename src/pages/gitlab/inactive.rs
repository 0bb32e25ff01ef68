//! The integrations that were set up once and are not active: found on request.

use super::about_integration::{changed, form_route, title_of};
use super::inactive_search::{InactiveSearch, Phase, found_in_words};
use crate::browser::numbers::count_of;
use crate::browser::reactive::{derive, memo};
use crate::browser::{numbers, root};
use crate::session::TroubleNotice;
use crate::ui::el::{El, el, unseen};
use crate::ui::{BusyButton, Notice, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::{Integration, find};

/// The heading.
const HEADING: &str = "inactive-integrations";

/// Why there is nothing to look for.
const NONE_LEFT: &str = "All that can be set up are active.";

/// What it takes to find them, how far that is, and what was found.
#[component]
pub fn InactiveSection(search: InactiveSearch) -> impl IntoView {
    let under_way = derive(move || matches!(search.phase.get(), Phase::Asking | Phase::Waiting(_)));
    let bar = move || {
        el("progress")
            .attr("aria-label", "Integrations asked for")
            .live("max", move || Some(search.of.get().to_string().into()))
            .live("value", move || Some(search.asked.get().to_string().into()))
    };
    let finding = el("div")
        .class("finding")
        .child(el("p").class("sub").live_text(move || where_it_is(search)))
        .when(under_way, bar)
        .view(view! { <SearchButton search /> });
    let any = memo(move || !search.inactive().is_empty());
    let list = move || {
        let rows = move || search.inactive().iter().map(|one| row(search, one)).collect();
        el("div").class("panel").child(el("ul").class("lines").live_children(rows))
    };
    el("section")
        .class("part")
        .attr("aria-labelledby", HEADING)
        .child(el("header").child(el("h2").attr("id", HEADING).text("Set up but not active")))
        .child(finding)
        .live_view(move || failures(search))
        .when(any.into(), list)
}

fn where_it_is(search: InactiveSearch) -> String {
    let of = search.of.get();
    let asked = || format!("{} of {} asked for.", numbers::count(search.asked.get()), numbers::count(of));
    match search.phase.get() {
        Phase::Idle => format!(
            "GitLab lists only integrations that are active. To find others that were set up once, each has to be asked for: that takes {}.",
            count_of(search.candidates().len(), "request", "requests")
        ),
        Phase::Asking => asked(),
        Phase::Waiting(seconds) => {
            let seconds = numbers::count(seconds as usize);
            format!("GitLab asks to slow down; going on in {seconds} s. {}", asked())
        }
        Phase::Stopped => format!("Stopped: {}", asked()),
        Phase::Done if of == 0 => NONE_LEFT.to_owned(),
        Phase::Done => format!(
            "{} found among the {} that were asked for.",
            found_in_words(search.inactive().len()),
            count_of(of, "integration", "integrations")
        ),
    }
}

/// One button for all that can be done, so that it keeps the focus.
#[component]
fn SearchButton(search: InactiveSearch) -> impl IntoView {
    let label = derive(move || {
        let label = match search.phase.get() {
            Phase::Idle => "Look for inactive ones",
            Phase::Asking | Phase::Waiting(_) => "Stop",
            Phase::Stopped => "Go on",
            Phase::Done => "Look again",
        };
        label.to_owned()
    });
    let act = Callback::new(move |()| match search.phase.get_untracked() {
        Phase::Idle | Phase::Done => search.begin(),
        Phase::Asking | Phase::Waiting(_) => search.stop(),
        Phase::Stopped => search.go_on(),
    });
    let none = derive(move || {
        (matches!(search.phase.get(), Phase::Idle | Phase::Done) && search.candidates().is_empty())
            .then(|| NONE_LEFT.to_owned())
    });
    view! { <BusyButton label disabled_because=none on_click=act /> }
}

/// What ended the search, or which could not be asked for.
fn failures(search: InactiveSearch) -> AnyView {
    match (search.phase.get(), search.error.get()) {
        (Phase::Stopped, Some(error)) => {
            let on_retry = Callback::new(move |()| search.go_on());
            view! { <TroubleNotice error doing="Looking for inactive ones failed" on_retry /> }.into_any()
        }
        (Phase::Done, _) => left_out(search),
        (Phase::Idle | Phase::Asking | Phase::Waiting(_) | Phase::Stopped, _) => ().into_any(),
    }
}

/// Those that could not be asked for, and another try.
fn left_out(search: InactiveSearch) -> AnyView {
    let failed = search.failed.get();
    let Some((_, last)) = failed.last() else { return ().into_any() };
    let title = format!("{} could not be asked for", count_of(failed.len(), "integration", "integrations"));
    let names: Vec<&str> =
        failed.iter().map(|(slug, _)| find(slug).map_or(*slug, |spec| spec.title)).collect();
    let why = format!("{}. The last answer was: {}. {last}", names.join(", "), last.title());
    let on_click = Callback::new(move |()| {
        // This notice goes away; the focus must not go with it.
        root::focus(HEADING);
        search.retry_failed();
    });
    let again = view! { <BusyButton label="Try those again" on_click /> };
    let (why, again) = (el("p").text(why), el("p").class("actions").view(again));
    view! { <Notice tone=Tone::Warn title alert=true>{why} {again}</Notice> }.into_any()
}

fn row(search: InactiveSearch, integration: &Integration) -> El {
    let title = title_of(integration);
    let about = find(&integration.slug).map(|spec| el("p").class("sub").text(spec.about));
    let link = el("a")
        .class("btn")
        .attr("href", form_route(search.overview, &integration.slug))
        .text("Set up again")
        .child(unseen(format!(": {title}")));
    el("li")
        .child(el("div").child(el("p").child(el("b").text(title.to_owned()))).child_if(about))
        .child(el("div").class("events"))
        .child(el("div").class("when").child_if(changed(integration)))
        .child(el("div").child(link))
}
