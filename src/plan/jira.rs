//! Carries out the steps of a plan for a Jira, and keeps its list of integrations up to date.

use super::carrier::{Carrier, Later};
use super::carry::{Carried, attempt_of, found_out, not_found_out, operate};
use super::planned::Planned;
use crate::api::jira::JIRA;
use crate::api::{Found, Record, Resource};
use crate::edit::jira::JiraRules;
use crate::edit::{Attempt, Goal};
use crate::route::{JiraPage, Navigation, PlanPage, Route};
use crate::session::Session;
use crate::store::Inventory;
use crate::store::work::{self, Verb};
use leptos::prelude::untrack;
use patchbay_model::gij::plan::{self, Work};
use patchbay_model::gij::{Integration, schema};
use patchbay_model::plan::Step;
use patchbay_model::plan::script::Request;
use patchbay_model::{Mode, Object, Project};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// How many results wait before they are put into the list of integrations: each time costs a look at all of it.
const BATCH: usize = 50;

/// The part of one Jira.
pub struct JiraCarrier {
    session: Session,
    inventory: Inventory,
    /// The list as it was left.
    list: Route,
    news: RefCell<News>,
}

/// What Jira has by now, not yet in the list: integrations, and those that are gone or being removed.
#[derive(Default)]
struct News {
    now: Vec<Integration>,
    gone: Vec<u64>,
    removing: Vec<(u64, String)>,
}

impl JiraCarrier {
    /// Of this Jira, with what was read of it.
    pub fn of(session: Session, inventory: Inventory, navigation: Navigation) -> Rc<dyn Carrier> {
        let list = session.route(JiraPage::list());
        let list = navigation.as_left([list.clone()]).unwrap_or(list);
        Rc::new(Self { session, inventory, list, news: RefCell::default() })
    }

    fn project(&self) -> impl Fn(u64) -> String + 'static {
        let projects = untrack(|| self.inventory.known_projects());
        move |id| Project::key_of(&projects, id)
    }
}

fn verb(work: &Work) -> Verb {
    match work {
        Work::Add { .. } | Work::Change { .. } => Verb::Saving,
        Work::Switch { on: true } => Verb::Enabling,
        Work::Switch { on: false } => Verb::Disabling,
        Work::Remove { .. } => Verb::Removing,
    }
}

async fn send(resource: Resource, inventory: Inventory, planned: plan::Planned) -> Option<Carried> {
    let name = planned.step.name;
    let _under_way = work::begin(&resource, verb(planned.work.as_ref()?))?;
    Some(match planned.work? {
        Work::Switch { on } => operate(JIRA, &name, resource, if on { Goal::On } else { Goal::Off }).await,
        Work::Remove { delete_files } => operate(JIRA, &name, resource, Goal::Gone { delete_files }).await,
        Work::Add { kind, values } => {
            let schema = Arc::new(schema(&kind, Mode::Create, &Object::new()));
            let before = Arc::new(schema.defaults());
            let rules = Arc::new(JiraRules::new(kind, inventory));
            let attempt = Attempt::new(rules, resource, schema, before, values, None);
            attempt_of(JIRA, attempt, None).await
        }
        Work::Change { values, switch } => {
            let opened = planned.opened?;
            let schema = Arc::new(schema(&opened.kind, Mode::Edit, &opened.settings));
            let before = Arc::new(schema.read(&opened.settings));
            let rules = Arc::new(JiraRules::new(opened.kind.clone(), inventory));
            let opened = Some(Record::Jira(opened));
            let attempt = Attempt::new(rules, resource, schema, before, values, opened);
            attempt_of(JIRA, attempt, switch).await
        }
    })
}

impl Carrier for JiraCarrier {
    fn send(&self, planned: &Planned) -> Later<Option<Carried>> {
        let Some(planned) = planned.jira().cloned() else { return Box::pin(async { None }) };
        let id = planned.opened.as_ref().map(|opened| opened.id);
        let resource = Resource::Jira { server: self.session.server, id };
        Box::pin(send(resource, self.inventory, planned))
    }

    fn find_out(&self, step: &Step) -> Later<Carried> {
        let (step, server) = (step.clone(), self.session.server);
        let project = self.project();
        Box::pin(async move {
            let id = step.key.trim_start_matches('#').parse().ok();
            let judge = |now| plan::came_of(&step, now, &project);
            match JIRA.read(&Resource::Jira { server, id }).await {
                Ok(Found::Present(Record::Jira(now))) => {
                    found_out(judge(Some(&now)), server, Some(Record::Jira(now)), false)
                }
                Ok(_) => found_out(judge(None), server, None, id.is_some()),
                Err(error) => not_found_out(error),
            }
        })
    }

    fn again(&self, planned: &Planned, now: Found) -> Option<Planned> {
        match (planned, now) {
            (Planned::Jira(planned), Found::Present(Record::Jira(now))) => {
                Some(Planned::Jira(plan::again(planned, now, &self.project())))
            }
            _ => None,
        }
    }

    fn requests(&self, planned: &[&Planned]) -> Vec<Request> {
        plan::requests(planned.iter().filter_map(|one| one.jira()))
    }

    fn page_of(&self, planned: &Planned) -> Option<Route> {
        let opened = planned.jira()?.opened.as_ref()?;
        Some(self.session.route(JiraPage::Edit(opened.id)))
    }

    fn number(&self, step: &Step) -> String {
        step.key.clone()
    }

    fn plan_page(&self) -> Route {
        self.session.route(JiraPage::Plan(PlanPage::Open))
    }

    fn reverse_page(&self) -> Route {
        self.session.route(JiraPage::Plan(PlanPage::Reverse))
    }

    fn list_page(&self) -> Route {
        self.list.clone()
    }

    fn learn(&self, planned: Option<&Planned>, now: Option<&Record>, is_gone: bool) {
        let opened = || planned?.jira()?.opened.as_ref().map(|opened| opened.id);
        let is_much = {
            let mut news = self.news.borrow_mut();
            match now {
                Some(Record::Jira(now)) => {
                    if is_gone {
                        news.removing.push((now.id, now.name()));
                    }
                    news.now.push(now.clone());
                }
                Some(Record::GitLab(_) | Record::Repository(_)) => {}
                None if is_gone => news.gone.extend(opened()),
                None => {}
            }
            news.now.len() >= BATCH
        };
        if is_much {
            self.publish();
        }
    }

    fn publish(&self) {
        let News { now, gone, removing } = self.news.take();
        self.inventory.put_all(now);
        for id in gone {
            self.inventory.take_out(id);
        }
        self.inventory.await_removals(removing);
    }
}
