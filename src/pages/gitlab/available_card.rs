//! One integration that can be set up, or that cannot and why.

use super::about_integration::form_route;
use super::inactive_search::InactiveSearch;
use super::overview::Overview;
use crate::ui::{Tag, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::{Spec, Standing, Tier};

/// A link to the form; what cannot be set up says why instead.
pub fn card(spec: &'static Spec, overview: Overview, search: InactiveSearch) -> impl IntoView {
    let not_here = spec.not_offered(overview.target());
    let not_offered = search.not_offered.read().contains(&spec.slug);
    let (tag, why) = match spec.standing {
        Standing::Removed(sentence) => (Some((Tone::Bad, "Removed")), Some(sentence.to_owned())),
        _ if not_here.is_some() => (None, not_here.clone()),
        Standing::Offered if spec.tier > Tier::Free => (Some((Tone::Info, "Premium")), None),
        Standing::Offered => (None, None),
        Standing::GitLabCom => (Some((Tone::Info, "GitLab.com")), None),
        Standing::SetUpElsewhere(sentence) => (None, Some(sentence.to_owned())),
        Standing::Development => {
            (Some((Tone::Plain, "Development")), spec.standing_sentence().map(str::to_owned))
        }
        Standing::Legacy(sentence) => (Some((Tone::Warn, "Deprecated")), Some(sentence.to_owned())),
    };
    let tag = if not_offered || not_here.is_some() { Some((Tone::Plain, "Not on this server")) } else { tag };
    let why = why.map(|why| view! { <small><span aria-hidden="true">"▲ "</span> {why}</small> });
    let tag = tag.map(|(tone, text)| view! { <span><Tag tone text /></span> });
    let inside = view! {
        <b>{spec.title}</b>
        <small>{spec.about(overview.level)}</small>
        {why}
        {tag}
    };
    let is_gone = not_here.is_some() || matches!(spec.standing, Standing::Removed(_));
    let card = if !is_gone {
        view! { <a href=move || form_route(overview, spec.slug)>{inside}</a> }.into_any()
    } else {
        view! { <div class="gone">{inside}</div> }.into_any()
    };
    view! { <li>{card}</li> }
}
