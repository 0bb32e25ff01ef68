//! What all pages have in common that prepare a plan about one integration: its settings are read in each of the chosen
//! projects and groups.

use super::homes::read_homes;
use super::read::{Opening, Reading, nothing_chosen};
use crate::browser::numbers::count_of;
use crate::browser::reactive::derive;
use crate::session::Session;
use crate::session::awaited::awaited;
use crate::ui::PageTitle;
use leptos::prelude::*;
use patchbay_model::gitlab::plan::{Opened, Planned};
use patchbay_model::gitlab::{Home, Level, Target, find};
use std::sync::Arc;

/// What people call the integration.
pub fn title_of(slug: &str) -> String {
    find(slug).map_or_else(|| slug.to_owned(), |spec| spec.title.to_owned())
}

/// What is known of the server.
pub fn target(session: Session, level: Level) -> Target {
    Target::read(&session.version.get_untracked().unwrap_or_default(), level)
}

/// The integration as it is asked for in each of these.
pub fn wanted(session: Session, homes: &[Home], slug: &str) -> Vec<Opened> {
    let target = target(session, Level::Project);
    let of = |home: &Home| Opened { home: home.clone(), slug: slug.to_owned(), target, integration: None };
    homes.iter().map(of).collect()
}

/// "120 projects", "3 projects and 1 group".
pub fn counted<'a>(homes: impl Iterator<Item = &'a Home>) -> String {
    let (mut projects, mut groups) = (0, 0);
    for home in homes {
        match home.level {
            Level::Project => projects += 1,
            Level::Group => groups += 1,
        }
    }
    let (of_projects, of_groups) =
        (count_of(projects, "project", "projects"), count_of(groups, "group", "groups"));
    match (projects, groups) {
        (_, 0) => of_projects,
        (0, _) => of_groups,
        _ => format!("{of_projects} and {of_groups}"),
    }
}

impl Opening {
    /// The projects and groups.
    pub fn homes(&self) -> impl Iterator<Item = &Home> {
        let unread = self.unread.iter().filter_map(|one| one.opened.as_ref());
        self.opened.iter().chain(unread).map(|one| &one.home)
    }

    /// The steps of a plan: what is done with those that were read, and the others.
    pub fn planned(&self, plan: impl Fn(Opened) -> Planned) -> Vec<Planned> {
        self.opened.iter().cloned().map(plan).chain(self.unread.iter().cloned()).collect()
    }
}

/// Reads the integration in the chosen projects and groups, and draws what is done with them; says where to choose some when
/// there are none. `verb` begins the title.
pub fn with_opened(
    session: Session,
    verb: &'static str,
    slug: String,
    of: &str,
    draw: impl Fn(Opening) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let homes = read_homes(session, of);
    let draw = Arc::new(draw);
    let title = format!("{verb} {}", title_of(&slug));
    let body = move || match homes.get() {
        None => awaited(homes, 8),
        Some(homes) if homes.is_empty() => nothing_chosen(session),
        Some(homes) => {
            let draw = draw.clone();
            Reading::begin(session, wanted(session, &homes, &slug)).then(move |opening| draw(opening))
        }
    };
    view! {
        <div class="head">
            <PageTitle title has_error=derive(move || homes.error().is_some()) />
        </div>
        {body}
    }
    .into_any()
}
