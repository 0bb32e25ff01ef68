//! The way in: which GitLab the address means, and who one is there.

use super::integration::IntegrationPage;
use super::project::ProjectPage;
use super::projects::ProjectsPage;
use crate::api::{Error, SignIn, gitlab as api};
use crate::browser::effect::effect;
use crate::browser::task::spawn;
use crate::console::{GitLab, gitlabs};
use crate::pages::page_title::PageTitle;
use crate::pages::sign_in::TokenForm;
use crate::pages::trouble::TroubleNotice;
use crate::pages::unlisted::unlisted;
use crate::reactive::{derive, memo};
use crate::route::{GitLabPage, GitLabRoute, Route};
use crate::ui::Skeleton;
use leptos::prelude::*;
use patchbay_model::Vendor;

/// Draws a page of a GitLab server for somebody who is signed in there.
#[component]
pub fn GitLabPages(
    /// Which page.
    route: GitLabRoute,
) -> impl IntoView {
    let GitLabRoute { server, page } = route;
    match gitlabs().at(&server) {
        Some(gitlab) => view! { <Gate gitlab page /> }.into_any(),
        None => unlisted_gitlab(&server),
    }
}

/// Asks who is signed in, once a server, and then draws the page. Who signs out comes back here.
#[component]
fn Gate(gitlab: GitLab, page: GitLabPage) -> impl IntoView {
    let failure = RwSignal::new(None::<Error>);
    let ask = Callback::new(move |()| {
        failure.set(None);
        spawn(async move {
            match api::user(gitlab).await {
                Ok(name) => gitlab.user.set(Some(name)),
                Err(error) => {
                    failure.try_set(Some(error));
                    return;
                }
            }
            // Only wording depends on it: a server that does not tell it is as good.
            if gitlab.version.read_untracked().is_none()
                && let Ok(version) = api::version(gitlab).await
            {
                gitlab.version.set(Some(version).filter(|version| !version.is_empty()));
            }
        });
    });
    let needs_token = move || gitlab.server.sign_in() == SignIn::Token && gitlab.server.token().is_none();
    if gitlab.user.read_untracked().is_none() && !needs_token() {
        ask.run(());
    }
    // In the middle of a page another token may be given, and it may be another's.
    let is_first = StoredValue::new(true);
    effect(move || {
        gitlab.server.follow_token();
        let was_first = is_first.get_value();
        is_first.set_value(false);
        if !was_first && gitlab.user.read_untracked().is_some() && !needs_token() {
            ask.run(());
        }
    });
    let is_in = memo(move || gitlab.user.read().is_some());
    // One heading until the page is there: it has the focus of the button that signed in.
    let way_in = move || {
        let place = gitlab.server.place();
        let has_error = derive(move || failure.read().is_some());
        let title = derive(move || {
            let signs_in = failure.read().is_none() && needs_token();
            if signs_in { format!("Sign in to {place}") } else { format!("GitLab on {place}") }
        });
        let body = move || match failure.get() {
            Some(error) => view! { <TroubleNotice error on_retry=ask /> }.into_any(),
            None if needs_token() => view! { <TokenForm server=gitlab.server on_given=ask /> }.into_any(),
            None => view! { <Skeleton rows=8 /> }.into_any(),
        };
        view! { <PageTitle title has_error /> {body} }.into_any()
    };
    move || if is_in.get() { draw(gitlab, &page) } else { way_in() }
}

fn draw(gitlab: GitLab, page: &GitLabPage) -> AnyView {
    match page.clone() {
        GitLabPage::Projects { .. } => view! { <ProjectsPage gitlab /> }.into_any(),
        GitLabPage::Project { id, .. } => view! { <ProjectPage gitlab id /> }.into_any(),
        GitLabPage::Integration { id, slug } => view! { <IntegrationPage gitlab id slug /> }.into_any(),
    }
}

/// An address of a server that the configuration does not have.
fn unlisted_gitlab(place: &str) -> AnyView {
    let first =
        |GitLab { server, .. }: &GitLab| (*server, Route::GitLab(GitLabRoute::projects(server.place())));
    unlisted("GitLab projects", Vendor::GitLab, place, gitlabs().all().iter().map(first).collect())
}
