//! Enabling, disabling and removing: changes without a form, from the first read to the verdict.

use super::steps::{self, Steps};
use crate::api::{Endpoints, Error, Found, Record, Resource, Stop, is_stopped};
use crate::sentences;
use patchbay_model::Vendor;
use patchbay_model::edit::{Action, After, Answer, Before, Process, Verdict};
use std::cell::RefCell;

thread_local! {
    /// What gives up the requests of each operation that is under way. Of a resource there is at most one: `store::work`.
    static STOPS: RefCell<Vec<(Resource, Stop)>> = const { RefCell::new(Vec::new()) };
}

/// Gives up the request that is under way about a resource, if an operation has sent one. What came of it is found out as
/// after any answer that is lost.
pub fn stop_waiting(resource: &Resource) {
    let stop = STOPS
        .with_borrow(|stops| stops.iter().find(|(other, _)| other == resource).map(|(_, stop)| stop.clone()));
    if let Some(stop) = stop {
        stop.stop();
    }
}

/// The state to reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Enabled.
    On,
    /// Disabled.
    Off,
    /// Removed.
    Gone {
        /// Also remove the server's copies of its repositories (Jira).
        delete_files: bool,
    },
}

/// An operation under way.
#[derive(Clone)]
pub struct Operation {
    endpoints: &'static dyn Endpoints,
    resource: Resource,
    goal: Goal,
    process: Process,
    /// The name that the person confirmed, if one was asked for.
    confirmed: Option<String>,
    base: Option<Record>,
    now: Option<Record>,
    error: Option<Error>,
    unread: Option<Error>,
}

/// The result of an operation.
#[derive(Clone)]
pub struct Ended {
    /// The verdict.
    pub verdict: Verdict,
    /// What the server has now, as far as it was read.
    pub now: Option<Record>,
    /// Why it failed or is not known.
    pub error: Option<Error>,
    /// Why it could not be read back, where that failed last.
    pub unread: Option<Error>,
    /// The same operation, to read back again after an open verdict.
    pub operation: Operation,
}

impl Ended {
    /// What is said where the person stopped waiting and nothing came of it: a title that begins with `not_done` ("mobile
    /// is not disabled"), and more sentences. What is found now need not stay so: a server that has not answered goes on.
    pub fn given_up(&self, vendor: Vendor, not_done: &str) -> Option<(String, String)> {
        self.error.as_ref().filter(|error| is_stopped(error))?;
        match self.verdict {
            Verdict::Failed => Some((not_done.to_owned(), sentences::NOTHING_WAS_SENT.to_owned())),
            Verdict::NotDone => Some((
                format!("{not_done} so far"),
                format!("{vendor} has it as it was before, {}", sentences::MAY_STILL_DO_IT),
            )),
            _ => None,
        }
    }
}

impl Operation {
    /// An operation on one resource.
    pub fn new(endpoints: &'static dyn Endpoints, resource: Resource, goal: Goal) -> Self {
        let action = if matches!(goal, Goal::Gone { .. }) { Action::Remove } else { Action::Switch };
        let process = Process::new(action);
        Self {
            endpoints,
            resource,
            goal,
            process,
            confirmed: None,
            base: None,
            now: None,
            error: None,
            unread: None,
        }
    }

    /// Stops if its name is another one by now, because the person confirmed this name.
    pub fn confirmed_as(self, name: String) -> Self {
        Self { confirmed: Some(name), ..self }
    }

    /// The resource.
    pub fn resource(&self) -> &Resource {
        &self.resource
    }

    /// Runs until the verdict; after an open verdict, reads back again.
    pub async fn run(mut self) -> Ended {
        self.process.look_again();
        let (resource, stop) = (self.resource.clone(), Stop::default());
        STOPS.with_borrow_mut(|stops| stops.push((resource.clone(), stop.clone())));
        let verdict = stop.over(steps::run(&mut self)).await;
        STOPS.with_borrow_mut(|stops| stops.retain(|(other, _)| *other != resource));
        self.error = self.error.take().map(|error| stop.told(error));
        let now = self.now.clone().or_else(|| self.base.clone());
        // What failed on the way is no reason for a result that a later read shows.
        let error = self.error.clone().filter(|_| !matches!(verdict, Verdict::Ignored | Verdict::Gone));
        let unread = self.unread.take();
        Ended { verdict, now, error, unread, operation: self }
    }

    /// Whether this is the goal.
    fn is_reached(&self, found: Option<&Record>) -> bool {
        match (self.goal, found, &self.resource) {
            (Goal::On, Some(record), _) => record.is_on(),
            (Goal::Off, Some(record), _) => !record.is_on(),
            // What GitLab does not have settings of is not active.
            (Goal::Off, None, Resource::GitLab { .. }) => true,
            (Goal::On | Goal::Off, None, _) => false,
            (Goal::Gone { .. }, found, _) => found.is_none(),
        }
    }
}

impl Steps for Operation {
    fn process(&mut self) -> &mut Process {
        &mut self.process
    }

    /// What is read first: it must exist, and be what was confirmed. Jira's endpoint also switches repositories, which
    /// have numbers of the same kind.
    async fn read(&mut self) -> Before {
        match self.endpoints.read(&self.resource).await {
            Err(error) => {
                self.error = Some(error);
                Before::Failed
            }
            Ok(Found::Present(record)) => {
                let renamed = match (&self.confirmed, &record) {
                    (Some(name), Record::Jira(now)) => now.name().trim() != name.trim(),
                    _ => false,
                };
                let reached = self.is_reached(Some(&record));
                self.base = Some(record);
                match (renamed, reached) {
                    (true, _) => Before::Conflict,
                    (false, true) => Before::AsAsked,
                    (false, false) => Before::Ready,
                }
            }
            Ok(Found::Absent | Found::NotOffered) if self.is_reached(None) => Before::AsAsked,
            Ok(Found::Absent | Found::NotOffered) => Before::Gone,
        }
    }

    async fn write(&mut self) -> Answer {
        let written = match self.goal {
            Goal::On => self.endpoints.switch(&self.resource, true).await,
            Goal::Off => self.endpoints.switch(&self.resource, false).await,
            Goal::Gone { delete_files } => self.endpoints.remove(&self.resource, delete_files).await,
        };
        match written {
            Ok(()) => Answer::Accepted,
            Err(error) => {
                let lost = error.cause.may_be_done();
                self.error = Some(error);
                if lost { Answer::Lost } else { Answer::Failed }
            }
        }
    }

    async fn read_back(&mut self) -> After {
        match self.endpoints.read(&self.resource).await {
            Err(error) => {
                self.unread = Some(error.clone());
                self.error.get_or_insert(error);
                After::Failed
            }
            Ok(Found::Present(record)) => {
                // Remove doc and the vendor's help: what is queued for removal stays listed, as disabled, for a while.
                let is_queued = matches!(self.goal, Goal::Gone { .. })
                    && !record.is_on()
                    && (self.process.is_accepted() || self.base.as_ref().is_some_and(Record::is_on));
                // Without an answer, one that was disabled before looks the same whether it is queued or not.
                let is_hidden = matches!(self.goal, Goal::Gone { .. }) && !record.is_on() && !is_queued;
                let reached = is_queued || self.is_reached(Some(&record));
                self.now = Some(record);
                match (reached, is_hidden) {
                    (true, _) => After::AsAsked,
                    (false, true) => After::Failed,
                    (false, false) => After::Unchanged,
                }
            }
            Ok(Found::Absent | Found::NotOffered) => {
                (self.now, self.base) = (None, None);
                if self.is_reached(None) { After::AsAsked } else { After::Gone }
            }
        }
    }
}
