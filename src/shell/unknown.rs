//! The page of an address that means nothing.

use crate::route::{GitLabRoute, JiraPage, Route, navigation};
use crate::sentences;
use crate::session::sessions;
use crate::ui::PageTitle;
use leptos::prelude::*;

/// Says so, and links to the list of the last Jira; without a Jira to the projects of GitLab.
#[component]
pub fn UnknownPage(
    /// What the address says.
    address: String,
) -> impl IntoView {
    let (sessions, navigation) = (sessions(), navigation());
    let (way_on, first) = match untrack(|| sessions.looked_at(navigation)) {
        Some(session) => ("Go to all Git integrations", session.route(JiraPage::list())),
        None => ("Go to GitLab projects", Route::GitLab(GitLabRoute::projects(""))),
    };
    view! {
        <div class="head">
            <div>
                <PageTitle title=sentences::NO_SUCH_PAGE />
                <p class="sub">"The address “" {address} "” leads nowhere. It may be cut off or misspelt."</p>
            </div>
        </div>
        <p><a href=first.to_string()>{way_on}</a></p>
    }
}
