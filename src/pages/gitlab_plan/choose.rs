//! The choice of the integration that is set up, changed or disabled in many.

use super::head::Head;
use super::homes::active_in;
use super::prepare::target;
use crate::browser::numbers::count_of;
use crate::pages::gitlab::rights::rights;
use crate::route::{GitLabPlan, GitLabRoute, Route};
use crate::session::Session;
use crate::ui::Empty;
use leptos::prelude::*;
use patchbay_model::gitlab::{Level, all};

/// A link for each integration that can be meant.
#[component]
pub fn Choose(session: Session, page: GitLabPlan) -> impl IntoView {
    let title = match page {
        GitLabPlan::SetUp => "Set up an integration",
        GitLabPlan::Change => "Change an integration",
        GitLabPlan::Disable => "Disable an integration",
        GitLabPlan::Inherit => "Use inherited settings of an integration",
        GitLabPlan::Open | GitLabPlan::Export | GitLabPlan::Import | GitLabPlan::Reverse => "",
    };
    let choices: Vec<(String, String, String)> = match page {
        GitLabPlan::SetUp => {
            let target = target(session, Level::Project);
            let offered = all().filter(|spec| spec.can_exist(target) && spec.can_be_added());
            offered
                .map(|spec| {
                    (spec.slug.to_owned(), spec.title.to_owned(), spec.about(Level::Project).into_owned())
                })
                .collect()
        }
        _ => {
            let of = |(slug, title, count)| {
                (slug, title, format!("active in {}", count_of(count, "of them", "of them")))
            };
            active_in(session).into_iter().map(of).collect()
        }
    };
    let link = |(slug, title, about): (String, String, String)| {
        let route = Route::GitLab(GitLabRoute::plan_of(session.server.place(), page, slug));
        view! {
            <li>
                <a href=route.to_string()>{title}</a>
                " "
                <span class="sub">{about}</span>
            </li>
        }
    };
    let body = match choices.is_empty() {
        true => view! {
            <Empty title="No integration is active in them" text="Set one up first, or choose other projects and groups.">
                {super::homes::list_link(session)}
            </Empty>
        }
        .into_any(),
        false => view! {
            <div class="panel section">
                <ul>{choices.into_iter().map(link).collect_view()}</ul>
            </div>
        }
        .into_any(),
    };
    view! {
        <Head session title />
        {rights(session)}
        {body}
    }
}
