//! The integrations that are active: what they do, and when they were changed.

use super::about_integration::{changed, form_route, title_of};
use super::about_project::ARCHIVED;
use super::disabling::Disabling;
use super::project_overview::Overview;
use crate::browser::numbers;
use crate::browser::numbers::count_of;
use crate::browser::reactive::{derive, memo};
use crate::ui::el::{El, button, el, unseen};
use crate::ui::{BusyButton, Empty, Tag, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::{Integration, find};

/// The id of the heading, which takes the focus after one of them was disabled.
pub const ACTIVE: &str = "active-integrations";

/// How many events are named before the rest has to be opened.
const NAMED: usize = 3;

/// One line for each.
#[component]
pub fn ActiveSection(overview: Overview, disabling: Disabling) -> impl IntoView {
    let count = memo(move || overview.active.with(|active| active.map_or(0, |active| active.len())));
    let list = move || {
        let active = overview.active.get().unwrap_or_default();
        if active.is_empty() {
            let text = "Choose one below to set it up.";
            return view! { <Empty title="No integration is active" text /> }.into_any();
        }
        let rows = active.iter().map(|integration| row(integration, overview, disabling));
        el("ul").class("lines").children(rows).into_any()
    };
    let tally = move || match count.get() {
        0 => String::new(),
        count => count_of(count, "integration", "integrations"),
    };
    el("section")
        .class("part")
        .attr("aria-labelledby", ACTIVE)
        .child(
            el("header")
                .child(el("h2").attr("id", ACTIVE).attr("tabindex", "-1").text("Active"))
                .child(el("span").class("sub").live_text(tally)),
        )
        .child(el("div").class("panel").live_view(list))
}

fn row(integration: &Integration, overview: Overview, disabling: Disabling) -> El {
    let title = title_of(integration).to_owned();
    let spec = find(&integration.slug);
    let name =
        el("b").child(el("a").attr("href", form_route(overview, &integration.slug)).text(title.clone()));
    let inherited = (integration.inherited == Some(true)).then_some("from group");
    let unknown = spec.is_none().then_some("unknown to Patchbay");
    let tags = inherited
        .into_iter()
        .chain(unknown)
        .map(|text| el("span").text(" ").view(view! { <Tag tone=Tone::Info text /> }));
    let about = spec.map(|spec| el("p").class("sub").text(spec.about));
    el("li")
        .child(el("div").child(el("p").child(name).children(tags)).child_if(about))
        .child(events(integration).class("events"))
        .child(el("div").class("when").child_if(changed(integration)))
        .child(el("div").view(disable_button(integration.slug.clone(), title, overview, disabling)))
}

/// The events it is told about, the first few by name.
fn events(integration: &Integration) -> El {
    let on = integration.events_on();
    let item = |title: &&str| el("li").text((*title).to_owned());
    let list = |titles: &[&str]| el("ul").children(titles.iter().map(item));
    let takes_some = find(&integration.slug).is_none_or(|spec| spec.events().next().is_some());
    if on.is_empty() {
        return el("div").child_if(takes_some.then(|| el("p").class("sub").text("No event is on")));
    }
    let (named, rest) = on.split_at(on.len().min(NAMED));
    let more = (!rest.is_empty()).then(|| {
        let summary =
            el("summary").text(format!("+{} more", numbers::count(rest.len()))).child(unseen(" events"));
        el("details").child(summary).child(list(rest))
    });
    el("div").child(el("p").class("sr-only").text("Events that are on:")).child(list(named)).child_if(more)
}

/// Opens the dialog; where nothing can be changed, it says why.
fn disable_button(slug: String, title: String, overview: Overview, disabling: Disabling) -> AnyView {
    let project = overview.project.get();
    if project.as_ref().is_some_and(|project| project.archived) {
        let why = Some(ARCHIVED.to_owned());
        return view! { <BusyButton label="Disable…" disabled_because=derive(move || why.clone()) /> }
            .into_any();
    }
    let label = format!("Disable {title}…");
    let ask = move || {
        if let Some(project) = &project {
            disabling.ask(project, slug.clone(), title.clone());
        }
    };
    button("").attr("aria-label", label).text("Disable…").on_click(ask).into_any()
}
