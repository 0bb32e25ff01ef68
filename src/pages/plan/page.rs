//! The plan that is open: what it will do, how far it is, and what came of it.

use super::details::Details;
use super::head::Head;
use super::notices::Notices;
use super::shown::{Filters, Shown};
use super::table::Steps;
use crate::browser::reactive::memo;
use crate::plan::{self, Carrier};
use crate::sentences;
use crate::session::Session;
use crate::ui::{Notice, PageTitle, Tone};
use leptos::prelude::*;
use std::rc::Rc;

/// The plan of this server, or that there is none. `empty` says how one is made, with a link to where; `kept` carries out
/// what is left of a plan that was under way when the page was reloaded: reading it back.
pub fn plan_view(session: Session, kept: Rc<dyn Carrier>, empty: fn(Session) -> AnyView) -> AnyView {
    if plan::look(|plan| plan.session == session) != Some(true)
        && !plan::look(plan::OpenPlan::is_going).unwrap_or_default()
        && plan::open_kept(session, kept)
    {
        plan::find_out();
    }
    let is_open = memo(move || plan::follow(|plan| plan.is_some_and(|plan| plan.session == session)));
    let view = move || match is_open.get() {
        true => view! { <Open /> }.into_any(),
        false => view! {
            <div class="head">
                <PageTitle title=sentences::PLANS />
            </div>
            {elsewhere()}
            {empty(session)}
        }
        .into_any(),
    };
    view.into_any()
}

/// The way to the plan of another server, if one is open.
fn elsewhere() -> Option<AnyView> {
    let (page, place) =
        plan::look(|plan| (plan.carrier.plan_page().to_string(), plan.session.server.place()))?;
    let view = view! {
        <Notice tone=Tone::Info title=format!("A plan for {place} is open")>
            <p>
                <a href=page>"Go to the plan"</a>
            </p>
        </Notice>
    };
    Some(view.into_any())
}

#[component]
fn Open() -> impl IntoView {
    let shown = RwSignal::new(Shown::All);
    let details = RwSignal::new(None);
    view! {
        <Head shown />
        <Notices />
        <Filters shown />
        <Steps shown details />
        <Details step=details />
    }
}
