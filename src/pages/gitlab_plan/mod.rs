//! Plans for GitLab: what is done with integrations of many projects and groups is prepared, shown, run and reported here.

mod alike;
pub mod begin;
mod change;
mod choose;
mod export;
mod forming;
mod head;
mod homes;
mod import;
mod opener;
mod prepare;
mod read;
mod reading;
mod reverse;
mod secrets;
mod set_up;
mod source;
mod turn;

use crate::api::gitlab as api;
use crate::browser::reactive::memo;
use crate::pages::plan::page::plan_view;
use crate::pages::plan::running;
use crate::plan::{self, OpenPlan};
use crate::route::{GitLabPage, GitLabPlan, GitLabRoute, Route, navigation};
use crate::sentences;
use crate::session::{Gate, Session, sessions, unlisted};
use crate::ui::{Empty, Skeleton};
use alike::AlikeForm;
use begin::Begin;
use change::ChangeForm;
use choose::Choose;
use export::ExportPage;
use head::{Head, way_back};
use homes::{carrier, homes, list_link, table};
use import::ImportPage;
use leptos::prelude::*;
use patchbay_model::Vendor;
use prepare::{title_of, with_opened};
use read::nothing_chosen;
use reverse::Reverse;
use set_up::SetUpForm;
use turn::{DisableForm, InheritForm};

/// Draws a page about a plan for somebody who is signed in to its GitLab.
pub fn draw(route: Route) -> AnyView {
    let Route::GitLab(GitLabRoute { server, page: GitLabPage::Plan { page, slug, query }, .. }) = route
    else {
        return ().into_any();
    };
    match sessions().gitlab_at(&server) {
        Some(session) => {
            let page = ViewFn::from(move || draw_page(session, page, &slug, Begin::parse(&query)));
            view! { <Gate session read_user=|gitlab| Box::pin(api::user(gitlab)) page /> }.into_any()
        }
        None => {
            let first = |session: &Session| {
                (session.server, Route::GitLab(GitLabRoute::plan(session.server.place(), GitLabPlan::Open)))
            };
            unlisted(sentences::PLANS, Vendor::GitLab, &server, sessions().gitlab.iter().map(first).collect())
        }
    }
}

fn draw_page(session: Session, page: GitLabPlan, slug: &str, begin: Begin) -> AnyView {
    // What can be set up depends on it.
    if session.version.get_untracked().is_none() {
        session.version.load(move || api::version(session.server));
    }
    let slug = slug.to_owned();
    let is_going = memo(|| plan::follow(|plan| plan.is_some_and(OpenPlan::is_going)));
    let has_target = memo(move || session.version.is_read() || session.version.error().is_some());
    // Another plan would take the place of the one that runs, and what was not sent yet would be lost.
    let draw = move || match page {
        GitLabPlan::Open => the_plan(session),
        _ if is_going.get() => running(),
        _ if !has_target.get() => view! { <Skeleton rows=8 /> }.into_any(),
        GitLabPlan::Reverse => view! { <Reverse session /> }.into_any(),
        GitLabPlan::Import => view! { <ImportPage session /> }.into_any(),
        _ if homes(session).is_empty() => unchosen(session),
        GitLabPlan::Export => view! { <ExportPage session /> }.into_any(),
        page if slug.is_empty() => view! { <Choose session page /> }.into_any(),
        page => of_one(session, page, slug.clone(), begin.clone()),
    };
    draw.into_any()
}

/// That no project and no group is chosen.
fn unchosen(session: Session) -> AnyView {
    view! {
        <Head session title=sentences::PLANS />
        {nothing_chosen(session)}
    }
    .into_any()
}

/// A page about one integration.
fn of_one(session: Session, page: GitLabPlan, slug: String, begin: Begin) -> AnyView {
    let (name, title) = (slug.clone(), title_of(&slug));
    match (page, begin) {
        (GitLabPlan::SetUp, Begin::Like(level, id)) => {
            with_opened(session, format!("Make {title} alike"), slug, move |opening| {
                view! { <AlikeForm session slug=name.clone() opening model=(level, id) /> }.into_any()
            })
        }
        (GitLabPlan::SetUp, _) => with_opened(session, format!("Set up {title}"), slug, move |opening| {
            view! { <SetUpForm session slug=name.clone() opening /> }.into_any()
        }),
        (GitLabPlan::Change, begin) => {
            let field = if let Begin::Field(field) = begin { field } else { String::new() };
            with_opened(session, format!("Change {title}"), slug, move |opening| {
                view! { <ChangeForm session slug=name.clone() opening field=field.clone() /> }.into_any()
            })
        }
        (GitLabPlan::Disable, _) => with_opened(session, format!("Disable {title}"), slug, move |opening| {
            view! { <DisableForm session slug=name.clone() opening /> }.into_any()
        }),
        (GitLabPlan::Inherit, _) => {
            with_opened(session, format!("Use inherited settings of {title}"), slug, move |opening| {
                view! { <InheritForm session slug=name.clone() opening /> }.into_any()
            })
        }
        (GitLabPlan::Open | GitLabPlan::Export | GitLabPlan::Import | GitLabPlan::Reverse, _) => {
            ().into_any()
        }
    }
}

/// The plan of this GitLab.
fn the_plan(session: Session) -> AnyView {
    let empty = |session: Session| {
        view! {
            <Empty
                title=sentences::NO_PLAN_IS_OPEN
                text="A plan changes integrations of many projects and groups at once, and shows each change before it is sent. Choose projects and groups in the table, then what is to be done with them."
            >
                {list_link(session)}
            </Empty>
        }
        .into_any()
    };
    view! {
        {way_back(session, "")}
        {plan_view(session, carrier(session, table(session, navigation(), "")), empty)}
    }
    .into_any()
}
