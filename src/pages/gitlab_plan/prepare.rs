//! What all pages have in common that prepare a plan about one integration: its settings are read in each of the chosen
//! projects and groups.

use super::head::Head;
use super::homes::homes;
use super::read::{Opening, Reading, SETTINGS_READ};
use crate::browser::numbers::count_of;
use crate::pages::gitlab::rights::rights;
use crate::session::Session;
use crate::ui::{Notice, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::plan::{Opened, Planned};
use patchbay_model::gitlab::{Home, Level, Target, find};
use patchbay_model::text::{NAME, short};

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

/// Reads the integration in the chosen projects and groups, and draws what is done with them.
pub fn with_opened(
    session: Session,
    title: String,
    slug: String,
    draw: impl Fn(Opening) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let reading = Reading::begin(session, wanted(session, &homes(session), &slug));
    view! {
        <Head session title slug />
        {rights(session)}
        {reading.then(SETTINGS_READ, move |all| {
            let opening = Opening::of(all);
            let cannot = cannot_be_changed(&opening);
            // A form for none would be filled in for nothing.
            let form = (!opening.opened.is_empty()).then(|| draw(opening));
            view! { {cannot} {form} }.into_any()
        })}
    }
    .into_any()
}

/// How many reasons are listed.
const REASONS: usize = 5;

/// Which of them cannot be changed, and why, before anybody fills in a form for them.
fn cannot_be_changed(opening: &Opening) -> Option<impl IntoView + use<>> {
    let mut reasons: Vec<(String, Vec<&Home>)> = Vec::new();
    for planned in opening.unread.iter() {
        let (Some(opened), Some(why)) = (&planned.opened, planned.step.problems.first()) else { continue };
        match reasons.iter_mut().find(|(known, _)| known == why) {
            Some((_, homes)) => homes.push(&opened.home),
            None => reasons.push((why.clone(), vec![&opened.home])),
        }
    }
    let all = counted(reasons.iter().flat_map(|(_, homes)| homes.iter().copied()));
    let lines = reasons.iter().take(REASONS).map(|(why, homes)| {
        let which = match homes.as_slice() {
            [one] => short(&one.full_name, NAME),
            homes => counted(homes.iter().copied()),
        };
        let text = format!("{which}: {why}");
        view! { <li>{text}</li> }
    });
    let lines = lines.collect_view();
    (!reasons.is_empty()).then(|| {
        let title = format!("{all} cannot be changed");
        view! {
            <Notice tone=Tone::Warn title>
                <ul>{lines}</ul>
            </Notice>
        }
    })
}
