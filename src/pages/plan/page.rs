//! The plan that is open: what it will do, how far it is, and what came of it.

use super::details::Details;
use super::head::Head;
use super::notices::Notices;
use super::shown::{Filters, Shown};
use super::table::Steps;
use crate::browser::reactive::memo;
use crate::plan;
use crate::route::JiraPage;
use crate::sentences;
use crate::session::session;
use crate::store::inventory;
use crate::ui::{Empty, PageTitle};
use leptos::prelude::*;

/// The plan of this Jira, or that there is none.
#[component]
pub fn PlanView() -> impl IntoView {
    let (session, inventory) = (session(), inventory());
    inventory.load_projects();
    if plan::look(|plan| plan.session == session) != Some(true)
        && !plan::look(plan::OpenPlan::is_going).unwrap_or_default()
        && plan::open_kept(session, inventory)
    {
        plan::find_out();
    }
    let is_open = memo(move || plan::follow(|plan| plan.is_some_and(|plan| plan.session == session)));
    move || {
        match is_open.get() {
        true => view! { <Open /> }.into_any(),
        false => view! {
            <div class="head">
                <PageTitle title=sentences::PLANS />
            </div>
            <Empty
                title=sentences::NO_PLAN_IS_OPEN
                text="A plan changes many integrations at once, and shows each change before it is sent. Choose integrations in the list, then what is to be done with them."
            >
                <a class="btn primary" href=session.link(JiraPage::list())>
                    {sentences::GO_TO_THE_LIST}
                </a>
            </Empty>
        }
        .into_any(),
    }
    }
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
