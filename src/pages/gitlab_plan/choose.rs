//! The choice of the integration that is set up, changed or disabled in many.

use crate::route::{GitLabPage, GitLabPlan, GitLabRoute, Route};
use crate::session::Session;
use crate::ui::PageTitle;
use leptos::prelude::*;
use patchbay_model::gitlab::{Level, Target, all};

/// A link for each integration that can be meant.
#[component]
pub fn Choose(session: Session, page: GitLabPlan, of: String) -> impl IntoView {
    let target = Target::read(&session.version.get_untracked().unwrap_or_default(), Level::Project);
    let offered = all().filter(|spec| spec.can_exist(target) && spec.can_be_added());
    let link = |spec: &patchbay_model::gitlab::Spec| {
        let page = GitLabPage::Plan { page, slug: spec.slug.to_owned(), of: of.clone() };
        let route =
            Route::GitLab(GitLabRoute { server: session.server.place(), level: Level::Project, page });
        view! {
            <li>
                <a href=route.to_string()>{spec.title}</a>
                " "
                <span class="sub">{spec.about}</span>
            </li>
        }
    };
    let links = offered.map(link).collect_view();
    view! {
        <div class="head">
            <PageTitle title="Set up an integration" />
        </div>
        <div class="panel section">
            <ul>{links}</ul>
        </div>
    }
}
