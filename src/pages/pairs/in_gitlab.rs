//! Beside a Git integration: the way to the projects of GitLab that it finds, where config.json lists their server.

use crate::pages::fleet::scope::Scope;
use crate::route::{GitLabPage, GitLabRoute, Route, TableQuery};
use crate::session::{Session, sessions};
use leptos::prelude::*;
use patchbay_model::gij::Integration;
use patchbay_model::gitlab::Level;
use patchbay_model::pairs::{group_named, is_about};

/// The id of the heading.
const HEADING: &str = "in-gitlab";

/// Links to the group that it names, and to what the projects have of Jira; nothing where no GitLab here is its origin.
pub fn in_gitlab(integration: &Integration) -> Option<AnyView> {
    let session = *sessions().gitlab.iter().find(|session| is_about(integration, &session.server.url("")))?;
    let place = session.server.place();
    let group = group_named(integration);
    let scope = group.clone().map_or(Scope::Mine, Scope::Group);
    let (what, group) = match group {
        Some(group) => {
            let href = Route::GitLab(GitLabRoute::home(place.clone(), Level::Group, group.clone()));
            let link = view! {
                " · "
                <a href=href.to_string()>{format!("Group {group}")}</a>
            };
            ("its projects", Some(link))
        }
        None => ("your projects", None),
    };
    let compared = link(session, "jira", &scope, "");
    let lacking = link(session, "", &scope, "lacks=jira");
    Some(
        view! {
            <section class="part" aria-labelledby=HEADING>
                <header>
                    <h2 id=HEADING>"In GitLab"</h2>
                    <span class="sub">{place} {group}</span>
                </header>
                <p class="sub">
                    "GitLab links issues and comments on them only where a project’s own Jira integration is active."
                </p>
                <p class="actions">
                    <a href=compared>{format!("The Jira integrations of {what}")}</a>
                    <a href=lacking>{format!("Those of {what} without one")}</a>
                </p>
            </section>
        }
        .into_any(),
    )
}

fn link(session: Session, slug: &str, scope: &Scope, query: &str) -> String {
    let page =
        GitLabPage::Fleet { slug: slug.to_owned(), scope: scope.pair(), query: TableQuery::parse(query) };
    Route::GitLab(GitLabRoute { server: session.server.place(), level: Level::Project, page }).to_string()
}
