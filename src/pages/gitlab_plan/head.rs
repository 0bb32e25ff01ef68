//! The head of a page about a plan, with the way back to where projects and groups are chosen.

use super::homes::table;
use crate::route::navigation;
use crate::sentences;
use crate::session::Session;
use crate::ui::PageTitle;
use leptos::prelude::*;

/// The way back, to the table or the comparison as it was left: with its search and facets.
pub fn way_back(session: Session, slug: &str) -> impl IntoView + use<> {
    let back = table(session, navigation(), slug).to_string();
    view! {
        <div>
            <a href=back>{sentences::BACK_TO_THE_TABLE}</a>
        </div>
    }
}

/// The head of a page.
#[component]
pub fn Head(
    /// The server.
    session: Session,
    /// What the page does.
    #[prop(into)]
    title: String,
    /// The integration that it is about, if it is one.
    #[prop(optional)]
    slug: String,
    /// Buttons at the end of the line.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        {way_back(session, &slug)}
        <div class="head">
            <PageTitle title />
            {children.map(|children| view! { <div class="end">{children()}</div> })}
        </div>
    }
}
