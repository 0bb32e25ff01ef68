//! All integrations of the catalogue that are not active: searched, and by category.

use super::available_card::card;
use super::available_categories::Categories;
use super::available_filter::{Filter, is_of};
use super::inactive_search::InactiveSearch;
use super::overview::Overview;
use crate::browser::announcer::announce_after_pause;
use crate::browser::effect::effect;
use crate::browser::numbers::count_of;
use crate::browser::reactive::{click, derive, memo};
use crate::browser::root;
use crate::route::navigation;
use crate::sentences;
use crate::ui::{Empty, SearchBox};
use leptos::prelude::*;
use patchbay_model::gitlab::{Category, Spec, Version, all};

/// The id of the search field.
const SEARCH: &str = "search-integrations";

/// The id of the heading.
const HEADING: &str = "available-integrations";

/// Search, categories and the integrations, a group for each category.
#[component]
pub fn AvailableSection(
    /// The project or group.
    overview: Overview,
    /// What was set up once is listed there, once it is found.
    search: InactiveSearch,
) -> impl IntoView {
    let navigation = navigation();
    let filter = Filter::follow();
    // Slugs of all that are available, and of those among them that the search finds.
    let available = memo(move || {
        let inactive = search.inactive();
        let is_here = |spec: &&Spec| {
            !overview.is_active(spec.slug) && !inactive.iter().any(|one| one.slug == spec.slug)
        };
        all().filter(is_here).map(|spec| spec.slug).collect::<Vec<_>>()
    });
    let found = memo(move || {
        let (available, filter) = (available.read(), filter.read());
        let target = overview.target();
        // What this server does not have is no choice; who searches for it reads why.
        let may_be_shown = |spec: &Spec| spec.can_exist(target) || !filter.search.trim().is_empty();
        let fits = |spec: &&Spec| {
            available.contains(&spec.slug) && may_be_shown(spec) && spec.matches(&filter.search)
        };
        all().filter(fits).map(|spec| spec.slug).collect::<Vec<_>>()
    });
    let shown = memo(move || {
        let (found, filter) = (found.read(), filter.read());
        let fits = |spec: &&Spec| found.contains(&spec.slug) && is_of(spec, &filter.category);
        all().filter(fits).map(|spec| spec.slug).collect::<Vec<_>>()
    });
    let tally = memo(move || shown.read().len());
    let set_search = Callback::new(move |search: String| {
        let filter = filter.read_untracked();
        navigation.amend_soon(filter.route(&search, &filter.category));
    });
    let groups = move || {
        let shown = shown.read();
        let group = |category: Category| {
            let specs = all().filter(|spec| spec.category == category && shown.contains(&spec.slug));
            let cards: Vec<_> = specs.map(|spec| card(spec, overview, search)).collect();
            (!cards.is_empty()).then(|| group(category.label(), cards))
        };
        Category::ALL.into_iter().filter_map(group).collect_view()
    };
    let mut is_first = true;
    effect(move || {
        filter.track();
        if !std::mem::take(&mut is_first) {
            // The page may have been left meanwhile.
            announce_after_pause(move || match tally.try_get_untracked() {
                Some(found) => format!("{} found", count_of(found, "integration", "integrations")),
                None => String::new(),
            });
        }
    });
    view! {
        <section class="part" aria-labelledby=HEADING>
            <header>
                <h2 id=HEADING>"Available"</h2>
                <span class="sub">
                    {move || count_of(tally.get(), "integration", "integrations")}
                </span>
            </header>
            <div class="tools" role="search" aria-label="Available integrations">
                <SearchBox
                    id=SEARCH
                    label=sentences::SEARCH_AVAILABLE_INTEGRATIONS
                    placeholder=sentences::SEARCH_AVAILABLE_INTEGRATIONS
                    value=derive(move || filter.get().search)
                    on_input=set_search
                />
                <Categories overview filter found />
            </div>
            {move || about_version(overview)}
            {move || if tally.get() == 0 { nothing(filter) } else { groups().into_any() }}
        </section>
    }
}

/// What the forms have, where the version of the server does not say it; followed.
fn about_version(overview: Overview) -> Option<AnyView> {
    let Overview { session, .. } = overview;
    let text = match overview.target().version {
        Some(version) if version.is_newer_than_known() => format!(
            "This server has GitLab {version}. Patchbay knows GitLab up to {}: its forms have what that version has, and what this server reports.",
            Version::NEWEST
        ),
        Some(_) => return None,
        None if session.version.is_read() || session.version.error().is_some() => "This server does not say its version. The forms have what every version of GitLab has, and what this server reports.".to_owned(),
        None => return None,
    };
    Some(view! { <p class="sub">{text}</p> }.into_any())
}

/// Why there is nothing, and the way on.
fn nothing(filter: Memo<Filter>) -> AnyView {
    if filter.read().is_empty() {
        let text = "All integrations that Patchbay knows are active or set up already.";
        return view! { <Empty title="Nothing is left to set up" text /> }.into_any();
    }
    let navigation = navigation();
    let clear = move || {
        // The button disappears, so the focus moves first.
        root::focus(SEARCH);
        navigation.go(filter.read_untracked().route("", ""));
    };
    let text = "No available integration matches your search and category.";
    view! {
        <Empty title=sentences::NO_INTEGRATION_MATCHES text>
            <button type="button" on:click=click(clear)>{sentences::CLEAR_SEARCH}</button>
        </Empty>
    }
    .into_any()
}

fn group<V: IntoView + 'static>(heading: &'static str, cards: Vec<V>) -> impl IntoView {
    view! {
        <div class="group">
            <h3>{heading}</h3>
            <ul class="types">{cards}</ul>
        </div>
    }
}
