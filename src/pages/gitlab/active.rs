//! The integrations that are active: what they do, and when they were changed.

use super::about_home::archived;
use super::about_integration::{about, changed, form_route, stays, title_of};
use super::disabling::Disabling;
use super::lines::{Lines, Twin};
use super::overview::Overview;
use crate::browser::numbers::{self, count_of};
use crate::browser::reactive::{click, derive, memo};
use crate::ui::{BusyButton, Empty, Tag, Tone, oddities};
use leptos::prelude::*;
use patchbay_model::gitlab::{Integration, find};

/// The id of the heading, which takes the focus after one of them was disabled.
pub const ACTIVE: &str = "active-integrations";

/// How many events are named before the rest has to be opened.
const NAMED: usize = 3;

/// One line for each.
#[component]
pub fn ActiveSection(
    /// The project or group.
    overview: Overview,
    /// The dialog that disables one of them.
    disabling: Disabling,
) -> impl IntoView {
    let active = derive(move || overview.active.get().map(|active| active.to_vec()).unwrap_or_default());
    let count = memo(move || overview.active.with(|active| active.map_or(0, |active| active.len())));
    let tally = move || match count.get() {
        0 => String::new(),
        count => count_of(count, "integration", "integrations"),
    };
    let line = move |(integration, twin)| view! { <Line integration twin overview disabling /> }.into_any();
    let odd = move || overview.odd.with(|odd| oddities("GitLab", odd, &[]));
    let none = move || match overview.odd.read().is_empty() {
        true => view! { <Empty title="No integration is active" text="Choose one below to set it up." /> }
            .into_any(),
        // Those that could not be read may be active.
        false => ().into_any(),
    };
    view! {
        <section class="part" aria-labelledby=ACTIVE>
            <header>
                <h2 id=ACTIVE tabindex="-1">"Active"</h2>
                <span class="sub">{tally}</span>
            </header>
            {odd}
            <div class="panel">
                <Show when=move || count.get() != 0 fallback=none>
                    <Lines integrations=active line=Callback::new(line) />
                </Show>
            </div>
        </section>
    }
}

#[component]
fn Line(integration: Integration, twin: Twin, overview: Overview, disabling: Disabling) -> impl IntoView {
    let (slug, title) = (integration.slug.clone(), title_of(&integration));
    let inherits = integration.inherited == Some(true);
    let inherited = inherits.then_some("from group");
    let unknown = find(&integration.slug).is_none().then_some("unknown to Patchbay");
    let twin = (twin.1 > 1).then(|| format!("entry {} of {} with this name", twin.0 + 1, twin.1));
    let twin = twin.map(|text| view! { <span>" " <Tag tone=Tone::Warn text /></span> });
    let tag = |text| view! { <span>" " <Tag tone=Tone::Info text /></span> };
    view! {
        <li>
            <div>
                <p>
                    <b>
                        <a href=move || form_route(overview, &slug)>{title.clone()}</a>
                    </b>
                    {inherited.map(tag)}
                    {unknown.map(tag)}
                    {twin}
                </p>
                {about(&integration, overview.level)}
            </div>
            <div class="events">{events(&integration)}</div>
            <div class="when">{changed(&integration)}</div>
            <div>
                <DisableButton slug=integration.slug title inherits overview disabling />
            </div>
        </li>
    }
}

/// The events that it receives, the first few by name.
fn events(integration: &Integration) -> AnyView {
    let on = integration.events_on();
    if on.is_empty() {
        let takes_some = find(&integration.slug).is_none_or(|spec| spec.events().next().is_some());
        return takes_some.then(|| view! { <p class="sub">"No events are on"</p> }).into_any();
    }
    let (named, rest) = on.split_at(on.len().min(NAMED));
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details>
                <summary>
                    {format!("+{} more", numbers::count(rest.len()))} <span class="sr-only">" events"</span>
                </summary>
                {titles(rest)}
            </details>
        }
    });
    view! {
        <p class="sr-only">"Events that are on:"</p>
        {titles(named)}
        {more}
    }
    .into_any()
}

fn titles(events: &[&str]) -> impl IntoView + use<> {
    let title = |title: &&str| view! { <li>{(*title).to_owned()}</li> };
    view! { <ul>{events.iter().map(title).collect_view()}</ul> }
}

/// Opens the dialog; where nothing can be changed, it says why.
#[component]
fn DisableButton(
    slug: String,
    title: String,
    inherits: bool,
    overview: Overview,
    disabling: Disabling,
) -> impl IntoView {
    let stays = stays(&slug);
    let why_not = memo(move || stays.clone().or_else(|| archived(overview.home.read().as_ref())));
    let label = format!("Disable {title}…");
    let ask = Callback::new(move |()| {
        if let Some(home) = overview.home.get_untracked() {
            disabling.ask(&home, slug.clone(), title.clone(), inherits);
        }
    });
    let refused = move || {
        view! { <BusyButton label="Disable…" disabled_because=derive(move || why_not.get()) /> }
    };
    view! {
        <Show when=move || why_not.read().is_none() fallback=refused>
            <button type="button" aria-label=label.clone() on:click=click(move || ask.run(()))>
                "Disable…"
            </button>
        </Show>
    }
}
