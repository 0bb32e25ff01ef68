//! The projects or groups that were opened last, as links.

use super::about_home::home_route;
use super::recents::{self, Recent, recents};
use super::search_asking::SEARCH;
use crate::browser::reactive::click;
use crate::browser::root;
use crate::sentences;
use crate::session::Session;
use leptos::prelude::*;
use patchbay_model::gitlab::Level;
use patchbay_model::text::{NAME, short};

/// What was opened last on a server, and a way to have that forgotten.
#[component]
pub fn Recents(
    /// The server.
    session: Session,
    /// Whether they are projects or groups.
    level: Level,
) -> impl IntoView {
    let place = session.server.place();
    let (heading, forget_them) = match level {
        Level::Project => (sentences::RECENT_PROJECTS, "Forget recent projects"),
        Level::Group => (sentences::RECENT_GROUPS, "Forget recent groups"),
    };
    let all = RwSignal::new(recents(&place, level));
    let forget = move || {
        recents::forget(&session.server.place(), level);
        // The button disappears, so the focus moves first.
        root::focus(SEARCH);
        all.set(Vec::new());
    };
    let one = move |Recent { id, path }: Recent| {
        view! {
            <li>
                <a class="chip" href=home_route(session, level, id)>
                    {short(&path, NAME)}
                </a>
            </li>
        }
    };
    view! {
        <Show when=move || !all.read().is_empty()>
            <section class="recents" aria-label=heading>
                <h2>{heading}</h2>
                <ul>{all.get_untracked().into_iter().map(one).collect_view()}</ul>
                <button type="button" class="quiet" on:click=click(forget)>
                    {forget_them}
                </button>
            </section>
        </Show>
    }
}
