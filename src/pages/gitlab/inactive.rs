//! The integrations that were set up once and are not active: found on request.

use super::about_integration::{about, changed, form_route, title_of};
use super::inactive_search::{InactiveSearch, Trouble, found_in_words};
use super::lines::Lines;
use crate::api::Error;
use crate::browser::numbers::count_of;
use crate::browser::reactive::{derive, memo};
use crate::browser::{numbers, root};
use crate::plan::Phase;
use crate::sentences;
use crate::session::ErrorNotice;
use crate::ui::{BusyButton, Notice, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::{Integration, find};

/// The heading.
const HEADING: &str = "inactive-integrations";

/// Why there is nothing to look for.
const NONE_LEFT: &str = "All integrations that can be set up are active.";

/// How they are found, the progress, and the result.
#[component]
pub fn InactiveSection(
    /// The search for them.
    search: InactiveSearch,
) -> impl IntoView {
    let under_way = move || search.phase().is_going();
    // What is drawn for it keeps the focus while others are asked for.
    let trouble = memo(move || search.trouble());
    let any = memo(move || !search.inactive().is_empty());
    let inactive = derive(move || search.inactive());
    let line = move |(integration, _)| view! { <Line integration search /> }.into_any();
    view! {
        <section class="part" aria-labelledby=HEADING>
            <header>
                <h2 id=HEADING>"Set up but not active"</h2>
            </header>
            <div class="finding">
                <p class="sub">{move || where_it_is(search)}</p>
                <Show when=under_way>
                    <progress
                        aria-label="Integrations checked"
                        max=move || search.counts().total.to_string()
                        value=move || search.counts().ended().to_string()
                    ></progress>
                </Show>
                <SearchButton search />
            </div>
            {move || told(trouble.get(), search)}
            <Show when=move || any.get()>
                <div class="panel">
                    <Lines integrations=inactive line=Callback::new(line) />
                </div>
            </Show>
        </section>
    }
}

fn where_it_is(search: InactiveSearch) -> String {
    let counts = search.counts();
    let of = counts.total;
    let asked = || format!("{} of {} checked.", numbers::count(counts.ended()), numbers::count(of));
    match search.phase() {
        Phase::Idle => format!(
            "GitLab lists only active integrations. To find others that were set up before, Patchbay has to ask for each one. That takes {}.",
            count_of(search.candidates().len(), "request", "requests")
        ),
        Phase::Reading => asked(),
        waiting @ Phase::Waiting(..) => format!("{} {}", waiting.waits(), asked()),
        Phase::Stopped => format!("Stopped: {}", asked()),
        Phase::Done if of == 0 => NONE_LEFT.to_owned(),
        Phase::Done => format!(
            "{} found. {} checked.",
            found_in_words(search.inactive().len()),
            count_of(of, "integration", "integrations")
        ),
    }
}

/// One button for all that can be done, so that it keeps the focus.
#[component]
fn SearchButton(search: InactiveSearch) -> impl IntoView {
    let label = derive(move || {
        let label = match search.phase() {
            Phase::Idle => sentences::LOOK_FOR_INACTIVE_ONES,
            Phase::Reading | Phase::Waiting(..) => "Stop",
            Phase::Stopped => "Continue",
            Phase::Done => sentences::LOOK_AGAIN,
        };
        label.to_owned()
    });
    let act = Callback::new(move |()| match untrack(|| search.phase()) {
        Phase::Idle | Phase::Done => search.begin(),
        Phase::Reading | Phase::Waiting(..) => search.stop(),
        Phase::Stopped => search.go_on(),
    });
    let none = derive(move || {
        (matches!(search.phase(), Phase::Idle | Phase::Done) && search.candidates().is_empty())
            .then(|| NONE_LEFT.to_owned())
    });
    view! { <BusyButton label disabled_because=none on_click=act /> }
}

/// What ended the search, or which could not be checked.
fn told(trouble: Trouble, search: InactiveSearch) -> AnyView {
    match trouble {
        Trouble::None => ().into_any(),
        Trouble::Stopped(error) => {
            let on_retry = Callback::new(move |()| search.go_on());
            view! { <ErrorNotice error doing="Looking for inactive ones failed" on_retry /> }.into_any()
        }
        Trouble::LeftOut(failed) => left_out(&failed, search),
    }
}

/// Those that could not be checked, and another try.
fn left_out(failed: &[(&'static str, Error)], search: InactiveSearch) -> AnyView {
    let Some((_, last)) = failed.last() else { return ().into_any() };
    let title = format!("{} could not be checked", count_of(failed.len(), "integration", "integrations"));
    let names: Vec<&str> =
        failed.iter().map(|(slug, _)| find(slug).map_or(*slug, |spec| spec.title)).collect();
    let why = format!("{}. The last answer was: {}. {last}", names.join(", "), last.title());
    let on_click = Callback::new(move |()| {
        // The notice disappears, so the focus moves first.
        root::focus(HEADING);
        search.retry_failed();
    });
    view! {
        <Notice tone=Tone::Warn title alert=true>
            <p>{why}</p>
            <p class="actions">
                <BusyButton label="Try those again" on_click />
            </p>
        </Notice>
    }
    .into_any()
}

#[component]
fn Line(integration: Integration, search: InactiveSearch) -> impl IntoView {
    let (slug, title) = (integration.slug.clone(), title_of(&integration));
    view! {
        <li>
            <div>
                <p>
                    <b>{title.clone()}</b>
                </p>
                {about(&integration, search.overview.level)}
            </div>
            <div class="events"></div>
            <div class="when">{changed(&integration)}</div>
            <div>
                <a class="btn" href=move || form_route(search.overview, &slug)>
                    "Set up again"
                    <span class="sr-only">{format!(": {title}")}</span>
                </a>
            </div>
        </li>
    }
}
