//! Carries out the steps of a plan for a GitLab.

use super::carrier::{Carrier, Later};
use super::carry::{Carried, attempt_of, found_out, not_found_out, operate};
use super::planned::Planned;
use crate::api::gitlab::{GITLAB, GITLAB_WRITING};
use crate::api::{Endpoints, Found, Holder, Record, Resource};
use crate::edit::gitlab::{GitLabRules, Whose};
use crate::edit::{Attempt, Goal};
use crate::route::{GitLabPlan, GitLabRoute, Route};
use crate::session::Session;
use crate::store::work::{self, Verb};
use leptos::prelude::*;
use patchbay_model::gitlab::plan::{self, Opened, Work, place_of};
use patchbay_model::gitlab::{Level, Target};
use patchbay_model::plan::Step;
use patchbay_model::plan::script::Request;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// The part of one GitLab.
pub struct GitLabCarrier {
    session: Session,
    /// Where projects and groups are chosen.
    list: Route,
    /// Has the pages that show these read them again.
    on_changed: fn(Session, &[Holder]),
    /// What was changed since they were told.
    changed: RefCell<Vec<Holder>>,
}

impl GitLabCarrier {
    /// Of this GitLab. `list` is where projects and groups are chosen; `on_changed` has the pages that show these read them
    /// again.
    pub fn of(session: Session, list: Route, on_changed: fn(Session, &[Holder])) -> Rc<dyn Carrier> {
        Rc::new(Self { session, list, on_changed, changed: RefCell::default() })
    }

    fn plan(&self, page: GitLabPlan) -> Route {
        Route::GitLab(GitLabRoute::plan(self.session.server.place(), page))
    }
}

async fn send(resource: Resource, step: Step, work: Work, opened: Opened) -> Option<Carried> {
    let verb = if work == Work::Disable { Verb::Disabling } else { Verb::Saving };
    let _under_way = work::begin(&resource, verb)?;
    let schema = opened.form();
    let before = schema.read(&opened.settings());
    let (whose, values) = match work {
        Work::Disable => {
            let name = format!("{} in {}", step.place, step.name);
            return Some(operate(GITLAB, &name, resource, Goal::Off).await);
        }
        Work::Inherit => (Whose::Inherited(opened.target.at(opened.home.level)), before.clone()),
        Work::Write { values } => (Whose::Own, values),
    };
    let rules = GitLabRules {
        slug: opened.slug,
        home: opened.home.path,
        is_passed_on: opened.home.level == Level::Group,
        whose,
    };
    let record = opened.integration.map(Record::GitLab);
    let (schema, before) = (Arc::new(schema), Arc::new(before));
    let attempt = Attempt::new(Arc::new(rules), resource, schema, before, values, record);
    let endpoints: &'static dyn Endpoints = GITLAB_WRITING;
    Some(attempt_of(endpoints, attempt, None).await)
}

impl Carrier for GitLabCarrier {
    fn send(&self, planned: &Planned) -> Later<Option<Carried>> {
        let planned = planned.gitlab().cloned();
        let server = self.session.server;
        Box::pin(async move {
            let planned = planned?;
            let opened = planned.opened?;
            let (holder, slug) = (Holder::from(&opened.home), opened.slug.clone());
            send(Resource::GitLab { server, holder, slug }, planned.step, planned.work?, opened).await
        })
    }

    fn find_out(&self, step: &Step) -> Later<Carried> {
        let (step, server) = (step.clone(), self.session.server);
        let version = untrack(|| self.session.version.get()).unwrap_or_default();
        Box::pin(async move {
            let (level, id, slug) = place_of(&step.key).unwrap_or((Level::Project, 0, ""));
            let resource = Resource::GitLab { server, holder: Holder::new(level, id), slug: slug.to_owned() };
            let judge = |now| plan::came_of(&step, Target::read(&version, level), slug, now);
            match GITLAB.read(&resource).await {
                Ok(Found::Present(Record::GitLab(now))) => {
                    found_out(judge(Some(&now)), server, Some(Record::GitLab(now)), false)
                }
                Ok(_) => found_out(judge(None), server, None, false),
                Err(error) => not_found_out(error),
            }
        })
    }

    fn again(&self, planned: &Planned, now: Found) -> Option<Planned> {
        let now = match now {
            Found::Present(Record::GitLab(now)) => Some(now),
            Found::Absent => None,
            Found::Present(Record::Jira(_) | Record::Repository(_)) | Found::NotOffered => return None,
        };
        Some(Planned::GitLab(plan::again(planned.gitlab()?, now)))
    }

    fn requests(&self, planned: &[&Planned]) -> Vec<Request> {
        plan::requests(planned.iter().filter_map(|one| one.gitlab()))
    }

    fn page_of(&self, planned: &Planned) -> Option<Route> {
        let (level, id, slug) = place_of(&planned.step().key)?;
        let place = self.session.server.place();
        Some(Route::GitLab(GitLabRoute::integration(place, level, id.to_string(), slug)))
    }

    fn number(&self, step: &Step) -> String {
        match place_of(&step.key) {
            Some((Level::Project, id, _)) => format!("#{id}"),
            Some((Level::Group, id, _)) => format!("group #{id}"),
            None => String::new(),
        }
    }

    fn plan_page(&self) -> Route {
        self.plan(GitLabPlan::Open)
    }

    fn reverse_page(&self) -> Route {
        self.plan(GitLabPlan::Reverse)
    }

    fn list_page(&self) -> Route {
        self.list.clone()
    }

    fn learn(&self, planned: Option<&Planned>, _now: Option<&Record>, _is_gone: bool) {
        let place = planned.and_then(|planned| place_of(&planned.step().key));
        self.changed.borrow_mut().extend(place.map(|(level, id, _)| Holder::new(level, id)));
    }

    fn publish(&self) {
        let changed = self.changed.take();
        if !changed.is_empty() {
            (self.on_changed)(self.session, &changed);
        }
    }
}
