//! One attempt to save a form, from the first read to the verdict. It owns everything that it needs and continues
//! when the page is left.

use super::rules::Rules;
use super::steps::{self, Steps};
use crate::api::{Cause, Error, Found, Record, Refusal, Resource, Stop, is_stopped};
use crate::browser::clock;
use patchbay_model::edit::{
    Action, After, Answer, Before, Conflict, Process, Readback, Step, Verdict, conflicts,
};
use patchbay_model::{Object, Schema, Values, Vendor};
use std::sync::Arc;

/// The attempt, and its findings so far.
pub struct Attempt {
    process: Process,
    rules: Arc<dyn Rules>,
    /// What is changed.
    pub resource: Resource,
    pub(super) schema: Arc<Schema>,
    /// What the form began with.
    before: Arc<Values>,
    /// What the form held.
    pub values: Values,
    /// What the server had when the form was opened.
    opened: Option<Record>,
    /// What the server had right before the write.
    pub base: Option<Record>,
    /// What was sent, without secrets.
    sent: Object,
    started_at: f64,
    answered: Option<Record>,
    /// What the server has now, as far as it was read.
    pub now: Option<Record>,
    /// What it has, compared with what was asked.
    pub readback: Readback,
    /// What somebody else changed.
    pub conflicts: Vec<Conflict>,
    /// What somebody else did beyond other values, as a sentence.
    pub overtaken: Option<&'static str>,
    /// Whether the server still offers it.
    pub is_offered: bool,
    /// Whether the change was sent.
    pub is_sent: bool,
    /// Why the last request failed.
    pub error: Option<Error>,
    /// Why it could not be read back, where that failed last.
    pub unread: Option<Error>,
    /// What the server said about the values.
    pub refusal: Option<Refusal>,
    /// The holder has another number by now.
    pub moved: bool,
}

impl Attempt {
    /// An attempt to write `values`.
    pub fn new(
        rules: Arc<dyn Rules>,
        resource: Resource,
        schema: Arc<Schema>,
        before: Arc<Values>,
        values: Values,
        opened: Option<Record>,
    ) -> Self {
        let action = if opened.is_some() { Action::Change } else { Action::Add };
        Self {
            process: Process::new(action),
            rules,
            resource,
            schema,
            before,
            values,
            opened,
            base: None,
            sent: Object::new(),
            started_at: 0.0,
            answered: None,
            now: None,
            readback: Readback::default(),
            conflicts: Vec::new(),
            overtaken: None,
            is_offered: true,
            is_sent: false,
            error: None,
            unread: None,
            refusal: None,
            moved: false,
        }
    }

    /// Runs until the verdict.
    pub async fn run(&mut self) -> Verdict {
        steps::run(self).await
    }

    /// Reads again after a verdict that left it open.
    pub async fn look_again(&mut self) -> Verdict {
        self.process.look_again();
        self.run().await
    }

    /// Runs until the verdict; `stop` gives up the request that is under way. One that was sent is only read back.
    pub async fn run_with(&mut self, stop: Stop) -> Verdict {
        let verdict =
            stop.over(async { if self.is_sent { self.look_again().await } else { self.run().await } }).await;
        self.error = self.error.take().map(|error| stop.told(error));
        verdict
    }

    /// Its name for people.
    pub fn name(&self) -> String {
        self.rules.name(self.known().or(self.opened.as_ref()))
    }

    /// Where it is, with “ in ” before it; empty where its name says enough.
    pub fn place(&self) -> String {
        self.rules.place()
    }

    /// What the server does by itself afterwards, as a sentence; empty where it does nothing.
    pub fn afterwards(&self) -> &'static str {
        self.rules.afterwards()
    }

    /// What the server has, as far as it said so last.
    fn known(&self) -> Option<&Record> {
        self.now.as_ref().or(self.answered.as_ref()).or(self.base.as_ref())
    }

    /// Whether the person stopped waiting for the answer to the last request that failed.
    pub fn was_stopped(&self) -> bool {
        self.error.as_ref().is_some_and(is_stopped)
    }

    /// Whether it makes something new.
    pub fn is_new(&self) -> bool {
        self.process.action() == Action::Add
    }

    /// Whether it may be there later although it was not when it was looked for: Jira had not answered in time, us or the
    /// proxy before it. To send it once more would add it twice.
    pub fn may_be_added_late(&self, verdict: Verdict) -> bool {
        let was_late = |error: &Error| matches!(error.cause, Cause::TimedOut) || error.facts.is_late();
        verdict == Verdict::NotDone
            && self.is_new()
            && self.resource.server().vendor() == Vendor::Jira
            && self.error.as_ref().is_some_and(was_late)
    }

    /// Whether it was switched off before, and is on as far as the server said so last.
    pub fn is_turned_on(&self) -> bool {
        let was_off = self.base.as_ref().is_some_and(|base| !base.is_on());
        was_off && self.known().is_some_and(Record::is_on)
    }

    /// Stores what was found out, so that lists show it.
    pub fn keep(&self) {
        if self.process.step() == Step::End(Verdict::Gone) {
            return self.rules.keep_gone(&self.resource);
        }
        if let Some(record) = self.known() {
            self.rules.keep(record);
        }
    }

    fn request(&self) -> Object {
        let before = match &self.base {
            Some(base) => self.schema.read(base.settings()),
            None => self.schema.defaults(),
        };
        self.rules.request(&self.schema, &before, &self.values, self.base.as_ref())
    }

    /// Whether what the server has shows that it took what was sent: before that it had something else, or it says that
    /// it was changed since.
    fn shows(&self, now: &Record) -> bool {
        let Some(base) = &self.base else { return true };
        let differed = self.rules.readback(&self.schema, base.settings(), &self.sent, base);
        !differed.ignored.is_empty() || self.was_changed(base, now) == Some(true)
    }

    /// Whether the server says that it was changed between the two; `None` where it does not say when.
    fn was_changed(&self, earlier: &Record, now: &Record) -> Option<bool> {
        let at = self.rules.changed_at(now)?;
        Some(self.rules.changed_at(earlier) != Some(at))
    }

    /// Whether all settings are the same. What the server counts by itself, such as when it indexed, is none.
    fn is_same(&self, earlier: &Record, now: &Record) -> bool {
        let values = |record: &Record| self.schema.read(record.settings());
        earlier.is_on() == now.is_on() && values(earlier) == values(now)
    }

    /// What the server has now.
    async fn look(&self) -> Result<Option<Record>, Error> {
        let endpoints = self.rules.endpoints();
        match (&self.answered, &self.resource) {
            // GitLab's answer says what it has.
            (Some(answered @ Record::GitLab(_)), _) => Ok(Some(answered.clone())),
            // Made, but without an answer that says which it is.
            (None, Resource::Jira { id: None, .. }) => {
                let alike = endpoints.candidates(&self.resource, &self.sent).await?;
                Ok(alike.into_iter().find(|one| self.rules.is_new(one, self.started_at)))
            }
            _ => Ok(match endpoints.read(&self.resource).await? {
                Found::Present(record) => Some(record),
                Found::Absent | Found::NotOffered => None,
            }),
        }
    }
}

impl Steps for Attempt {
    fn process(&mut self) -> &mut Process {
        &mut self.process
    }

    async fn read(&mut self) -> Before {
        // What does not exist yet cannot have been changed by anybody.
        if matches!(self.resource, Resource::Jira { id: None, .. }) {
            return Before::Ready;
        }
        let found = match self.rules.endpoints().read(&self.resource).await {
            Ok(found) => found,
            Err(error) => {
                self.error = Some(error);
                return Before::Failed;
            }
        };
        self.base = match found {
            Found::Present(record) => Some(record),
            Found::Absent => None,
            Found::NotOffered => {
                self.is_offered = false;
                return Before::Gone;
            }
        };
        self.overtaken = self.rules.overtaken(self.opened.as_ref(), self.base.as_ref());
        if self.overtaken.is_some() {
            return Before::Conflict;
        }
        match (&self.opened, &self.base) {
            (Some(_), None) => return Before::Gone,
            (Some(opened), Some(base)) if self.was_changed(opened, base) != Some(false) => {
                let theirs = self.schema.read(base.settings());
                let project = |id| self.rules.project(id);
                self.conflicts = conflicts(&self.schema, &self.before, &theirs, &self.values, &project);
            }
            _ => {}
        }
        if !self.conflicts.is_empty() {
            return Before::Conflict;
        }
        self.sent = self.request();
        // One that does not exist, or is not active, is set up or activated by a request without any setting too.
        let is_there = match &self.base {
            Some(Record::GitLab(base)) => base.active,
            Some(Record::Jira(_) | Record::Repository(_)) => true,
            None => false,
        };
        if is_there && self.sent.is_empty() {
            self.now.clone_from(&self.base);
            return Before::AsAsked;
        }
        Before::Ready
    }

    async fn write(&mut self) -> Answer {
        let body = self.request();
        (self.is_sent, self.started_at) = (true, clock::now());
        let written = self.rules.endpoints().write(&self.resource, &body).await;
        self.sent = body;
        self.rules.strip_secrets(&mut self.sent);
        match written {
            Ok(answered) => {
                if let (Some(Record::Jira(made)), Resource::Jira { id, .. }) = (&answered, &mut self.resource)
                {
                    *id = Some(made.id);
                }
                self.answered = answered;
                Answer::Accepted
            }
            Err(failed) => {
                let answer = match &failed.refusal {
                    Some(_) => Answer::Refused,
                    None if failed.error.cause.may_be_done() => Answer::Lost,
                    None => Answer::Failed,
                };
                (self.refusal, self.moved, self.error) = (failed.refusal, failed.moved, Some(failed.error));
                answer
            }
        }
    }

    async fn read_back(&mut self) -> After {
        let now = match self.look().await {
            Ok(now) => now,
            Err(error) => {
                self.unread = Some(error.clone());
                // The error of the write says more than the error of the read-back, unless the write was answered.
                if self.process.is_accepted() || self.error.is_none() {
                    self.error = Some(error);
                }
                return After::Failed;
            }
        };
        let Some(now) = now else {
            let is_known = self.base.is_some() || self.process.is_accepted();
            return if is_known { After::Gone } else { After::Unchanged };
        };
        if let (Record::Jira(made), Resource::Jira { id, .. }) = (&now, &mut self.resource) {
            *id = Some(made.id);
        }
        let before = self.base.as_ref().unwrap_or(&now).settings().clone();
        self.readback = self.rules.readback(&self.schema, &before, &self.sent, &now);
        let base = self.base.as_ref();
        let is_same = base.is_some_and(|base| self.is_same(base, &now));
        let is_untouched = base.is_some_and(|base| self.was_changed(base, &now) == Some(false));
        let is_proof = self.process.is_accepted() || self.shows(&now);
        self.now = Some(now);
        match self.readback.is_taken() {
            true if is_proof => After::AsAsked,
            true if is_untouched => After::Unchanged,
            // Only secrets were sent, which no server shows.
            true => After::Failed,
            false if is_same => After::Unchanged,
            false => After::Different,
        }
    }
}
