//! The way from the page that prepares a plan to the plan.

use super::homes::{carrier, table};
use crate::plan;
use crate::route::{GitLabPlan, GitLabRoute, Navigation, Route, navigation};
use crate::session::Session;
use patchbay_model::form::{Entry, Secret};
use patchbay_model::gitlab::plan::{Planned, Work};

/// Opens plans. Made while a page is drawn: a handler does not know the way.
#[derive(Clone, Copy)]
pub struct Opener {
    session: Session,
    navigation: Navigation,
}

impl Opener {
    /// From the page that is being drawn.
    pub fn here(session: Session) -> Self {
        Self { session, navigation: navigation() }
    }

    /// Opens the plan, and its page in place of this one. Where secrets are sent to many, one goes first: nothing that GitLab
    /// answers says whether they are right.
    pub fn open(self, title: String, planned: Vec<Planned>) {
        let first: Vec<usize> =
            (0..planned.len()).filter(|at| planned.get(*at).is_some_and(has_secret)).collect();
        let first = if first.len() > 1 { vec![first] } else { Vec::new() };
        let slug = planned.first().and_then(|one| one.opened.as_ref()).map_or("", |one| one.slug.as_str());
        let back = table(self.session, self.navigation, slug);
        let planned = planned.into_iter().map(plan::Planned::GitLab).collect();
        plan::open(self.session, carrier(self.session, back), title, planned, first);
        let page = GitLabRoute::plan(self.session.server.place(), GitLabPlan::Open);
        self.navigation.amend(Route::GitLab(page));
    }
}

/// Whether its step sends a secret.
fn has_secret(planned: &Planned) -> bool {
    let (Some(Work::Write { values }), Some(opened)) = (&planned.work, &planned.opened) else { return false };
    let is_new = |key| matches!(values.get(key), Some(Entry::Secret(Secret::Replace(_))));
    opened.spec().is_some_and(|spec| spec.secrets().any(is_new))
}
