//! All integrations of the catalogue that are not active: searched, and by category.

use super::about_integration::form_route;
use super::inactive_search::InactiveSearch;
use super::project_overview::Overview;
use super::words::category_word;
use crate::browser::numbers::count_of;
use crate::browser::reactive::{derive, memo};
use crate::browser::{numbers, root};
use crate::route::navigation;
use crate::route::{GitLabPage, GitLabRoute, Route};
use crate::ui::el::{El, button, el, symbol, true_or_false};
use crate::ui::{Empty, SearchBox, Tag, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::{Category, Spec, Standing, all};

/// The id of the search field.
const SEARCH: &str = "search-integrations";

/// What of the available ones the address asks for.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    server: String,
    id: String,
    search: String,
    category: String,
}

impl Shown {
    fn route(&self, search: &str, category: &str) -> Route {
        let (server, id) = (self.server.clone(), self.id.clone());
        let (search, category) = (search.to_owned(), category.to_owned());
        Route::GitLab(GitLabRoute { server, page: GitLabPage::Project { id, search, category } })
    }
}

/// Search, categories and the integrations, a group for each category.
#[component]
pub fn AvailableSection(overview: Overview, search: InactiveSearch) -> impl IntoView {
    const HEADING: &str = "available-integrations";
    let navigation = navigation();
    let shown = Memo::new(move |last: Option<&Shown>| match navigation.route() {
        Route::GitLab(GitLabRoute { server, page: GitLabPage::Project { id, search, category } }) => {
            Shown { server, id, search, category }
        }
        // On the way to another page: nothing changes any more.
        _ => last.cloned().unwrap_or_default(),
    });
    // Slugs of all that are available, and of those among them that the search finds.
    let available = memo(move || {
        let inactive = search.inactive();
        let is_here = |spec: &&Spec| {
            !overview.is_active(spec.slug) && !inactive.iter().any(|one| one.slug == spec.slug)
        };
        all().filter(is_here).map(|spec| spec.slug).collect::<Vec<_>>()
    });
    let found = memo(move || {
        let (available, shown) = (available.read(), shown.read());
        let fits = |spec: &&Spec| available.contains(&spec.slug) && spec.matches(&shown.search);
        all().filter(fits).map(|spec| spec.slug).collect::<Vec<_>>()
    });
    let set_search = Callback::new(move |search: String| {
        let shown = shown.read_untracked();
        navigation.amend(shown.route(&search, &shown.category));
    });
    let tools = el("div")
        .class("tools")
        .attr("role", "search")
        .attr("aria-label", "Available integrations")
        .view(view! {
            <SearchBox
                id=SEARCH
                label="Search available integrations"
                placeholder="Search available integrations"
                value=derive(move || shown.get().search)
                on_input=set_search
            />
        })
        .child(categories(shown, found));
    let count = memo(move || {
        let (found, shown) = (found.read(), shown.read());
        let in_category = |spec: &&Spec| found.contains(&spec.slug) && fits(spec, &shown.category);
        all().filter(in_category).count()
    });
    let tally = move || count_of(count.get(), "integration", "integrations");
    let groups = move || {
        let (found, shown) = (found.get(), shown.get());
        if count.get() == 0 {
            return nothing(shown);
        }
        let group = |category: Category| {
            let specs = all().filter(|spec| {
                spec.category == category && found.contains(&spec.slug) && fits(spec, &shown.category)
            });
            group(category, specs.map(|spec| card(spec, overview, search)).collect())
        };
        Category::ALL.into_iter().filter_map(group).collect::<Vec<_>>().into_any()
    };
    el("section")
        .class("part")
        .attr("aria-labelledby", HEADING)
        .child(
            el("header")
                .child(el("h2").attr("id", HEADING).text("Available"))
                .child(el("span").class("sub").attr("aria-live", "polite").live_text(tally)),
        )
        .child(tools)
        .live_view(groups)
}

/// Whether it is of the category that the address asks for; without one all are.
fn fits(spec: &Spec, category: &str) -> bool {
    category.is_empty() || category_word(spec.category) == category
}

/// A button for each category that has something, with how much that is.
fn categories(shown: Memo<Shown>, found: Memo<Vec<&'static str>>) -> El {
    let navigation = navigation();
    let chip = move |label: &'static str, word: &'static str| {
        let count = move || {
            let found = found.read();
            all().filter(|spec| found.contains(&spec.slug) && fits(spec, word)).count()
        };
        let choose = move || {
            let shown = shown.read_untracked();
            navigation.go(shown.route(&shown.search, word));
        };
        button("chip")
            .live("aria-pressed", move || true_or_false(shown.read().category == word))
            .text(label)
            .child(el("span").class("num").live_text(move || format!(" {}", numbers::count(count()))))
            .on_click(choose)
    };
    el("div")
        .class("chips")
        .attr("role", "group")
        .attr("aria-label", "Category")
        .child(chip("All", ""))
        .children(
            Category::ALL.into_iter().map(move |category| chip(category.label(), category_word(category))),
        )
}

fn nothing(shown: Shown) -> AnyView {
    let navigation = navigation();
    let filtered = !(shown.search.is_empty() && shown.category.is_empty());
    if !filtered {
        let text = "All integrations that Patchbay knows are active or set up already.";
        return view! { <Empty title="Nothing is left to set up" text /> }.into_any();
    }
    let clear = move || {
        // The button goes away with what it clears; the focus must not go with it.
        root::focus(SEARCH);
        navigation.go(shown.route("", ""));
    };
    let all = button("").text("Clear search").on_click(clear);
    let text = "None of those that are available has all that you search for.";
    view! { <Empty title="No integration matches" text>{all}</Empty> }.into_any()
}

fn group(category: Category, cards: Vec<El>) -> Option<El> {
    if cards.is_empty() {
        return None;
    }
    let heading = el("h3").text(category.label());
    Some(el("div").class("group").child(heading).child(el("ul").class("types").children(cards.into_iter())))
}

/// A link to the form; what cannot be set up says why instead.
fn card(spec: &'static Spec, overview: Overview, search: InactiveSearch) -> El {
    let not_offered = search.not_offered.read().contains(&spec.slug);
    let (tag, why) = match spec.standing {
        Standing::Offered => (None, None),
        Standing::Premium => (Some((Tone::Info, "Premium")), None),
        Standing::Development => (Some((Tone::Plain, "Development")), spec.standing_sentence()),
        Standing::Legacy(sentence) => (Some((Tone::Warn, "Deprecated")), Some(sentence)),
        Standing::Removed(sentence) => (Some((Tone::Bad, "Removed")), Some(sentence)),
    };
    let tag = if not_offered { Some((Tone::Plain, "Not on this server")) } else { tag };
    let inside = if spec.can_be_added() {
        el("a").attr("href", form_route(overview, spec.slug))
    } else {
        el("div").class("gone")
    };
    let tag = tag.map(|(tone, text)| el("span").view(view! { <Tag tone text /> }));
    let card = inside
        .child(el("b").text(spec.title))
        .child(el("small").text(spec.about))
        .child_if(why.map(|why| el("small").child(symbol("▲ ")).text(why)))
        .child_if(tag);
    el("li").child(card)
}
