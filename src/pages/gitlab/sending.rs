//! Saving: has somebody else changed it? Then send it, and compare what GitLab holds with what was asked.

use super::clash::Clash;
use super::integration_sheet::{Draft, Sheet};
use super::outcome::{Outcome, Retry, outcome_of};
use crate::api::gitlab::{self as api, Lookup, NotPut};
use crate::api::{Error, Trouble};
use crate::browser::announcer::announce;
use crate::form::FormState;
use crate::pages::editing::{focus_outcome, may_be_sent, put_at_fields};
use crate::pages::page_title::focus_title;
use crate::ui::{Tone, toast};
use leptos::prelude::*;
use patchbay_model::form::Required;
use patchbay_model::gitlab::wire::Refusal;
use patchbay_model::gitlab::{self, Integration};
use patchbay_model::{Kind, Mode, Object, Values};

/// A change that was sent.
#[derive(Clone)]
pub struct Sent {
    /// The integration before; none where it was never set up.
    theirs: Option<Integration>,
    body: Object,
    values: Values,
}

/// Saves one form; copies are the same.
#[derive(Clone, Copy)]
pub struct Sending {
    pub(super) sheet: Sheet,
    pub(super) form: FormState,
    /// What somebody else changed meanwhile.
    pub clash: RwSignal<Option<Clash>>,
}

impl Sending {
    /// Nothing saved yet.
    pub fn new(sheet: Sheet, form: FormState) -> Self {
        Self { sheet, form, clash: RwSignal::new(None) }
    }

    /// Saves it, unless a field has a problem or somebody else changed something meanwhile.
    pub fn save(self) {
        if self.sheet.is_at_work() || !may_be_sent(self.form) {
            return;
        }
        if self.form.schema().mode == Mode::Create {
            // The form can neither be changed nor hold the focus from here on.
            focus_title();
            announce("Setting it up…".to_owned());
        }
        self.sheet.begin(async move { self.run().await });
    }

    /// Finds out what came of a change that GitLab did not answer.
    pub fn read_back(self, sent: Sent) {
        self.sheet.begin(async move { self.find_out(sent).await });
    }

    fn project(self) -> u64 {
        self.sheet.project.with_untracked(|project| project.as_ref().map_or(0, |project| project.id))
    }

    async fn run(self) {
        let (sheet, slug) = (self.sheet, self.sheet.slug());
        // What is typed from here on is for the next save.
        let values = self.form.values();
        let read = api::get(sheet.gitlab, self.project(), &slug).await;
        if self.is_over() {
            return;
        }
        match read {
            Err(error) => self.fail(error),
            Ok(found) => {
                if let Some(theirs) = self.still(found, &values) {
                    self.send(theirs, values).await;
                }
            }
        }
    }

    async fn send(self, theirs: Option<Integration>, values: Values) {
        let (sheet, schema, slug) = (self.sheet, self.form.schema(), self.sheet.slug());
        let before = match &theirs {
            Some(theirs) => schema.read(&theirs.settings),
            None => schema.defaults(),
        };
        let inherited = theirs.as_ref().and_then(|theirs| theirs.inherited);
        let body = gitlab::request_body(&slug, &schema, &before, &values, inherited);
        let title = untrack(|| sheet.title());
        let put = api::put(sheet.gitlab, self.project(), &slug, &body).await;
        if put.is_ok() {
            let done = match &theirs {
                None => "set up",
                Some(theirs) if theirs.active => "saved",
                Some(_) => "saved and active",
            };
            toast(Tone::Good, format!("{title} is {done}."));
        }
        if self.is_over() {
            return;
        }
        let sent = Sent { theirs, body, values };
        match put {
            Ok(now) => self.done(now, sent),
            Err(not_put) => self.not_done(not_put, sent).await,
        }
    }

    /// The form stands on what the server holds now, and says where that is not what was asked.
    fn done(self, now: Integration, sent: Sent) {
        let Sent { theirs, mut body, mut values } = sent;
        let schema = self.form.schema();
        self.form.forget_secrets(&mut values);
        gitlab::strip_secrets(&mut body);
        let outcome = outcome_of(&schema, &body, &now);
        if theirs.is_none() {
            self.sheet.open(Draft { there: Some(now), ..Draft::default() });
            focus_title();
        } else {
            self.form.saved(&values, schema.read(&now.settings));
            self.sheet.there.set(Some(now));
        }
        if let Some(outcome) = outcome {
            let is_pressing = outcome.is_pressing();
            self.sheet.outcome.set(Some(outcome));
            if is_pressing {
                focus_outcome();
            }
        }
    }

    async fn not_done(self, not_put: NotPut, sent: Sent) {
        let NotPut { error, refusal, moved } = not_put;
        if moved {
            return self.follow(error).await;
        }
        match refusal {
            Some(refusal) => self.refused(refusal),
            None if may_be_done(&error.trouble) => self.tell(Outcome::Unknown { error, sent }),
            None => self.fail(error),
        }
    }

    /// Puts what GitLab refused beside its fields. What it asks for and the form does not have becomes a field.
    fn refused(self, refusal: Refusal) {
        let (sheet, schema) = (self.sheet, self.form.schema());
        // What it asks for may also be a setting of an unknown integration that was left out because it is the same.
        let is_left_out = |key: &String| {
            schema.field(key).is_none_or(|field| {
                let is_optional = field.required == Required::No && field.kind != Kind::Secret;
                is_optional && sheet.spec().is_none()
            })
        };
        let missing: Vec<String> = refusal.missing().into_iter().filter(is_left_out).collect();
        if missing.is_empty() {
            return put_at_fields(self.form, refusal.problems(&schema));
        }
        let there = sheet.there.get_untracked();
        let mut wanted = sheet.wanted();
        wanted.extend(missing.iter().cloned());
        sheet.open(Draft { there, typed: sheet.typed(), wanted, refusal: Some(refusal) });
        sheet.outcome.set(Some(Outcome::Wanted(missing)));
    }

    /// Takes the number that a moved project has now.
    async fn follow(self, error: Error) {
        let number = self.project();
        let found = api::project(self.sheet.gitlab, &number.to_string()).await;
        if self.is_over() {
            return;
        }
        match found {
            Ok(project) if project.id != number => {
                self.sheet.project.set(Some(project.clone()));
                self.tell(Outcome::Moved(project));
            }
            Ok(_) => self.fail(error),
            Err(error) => self.fail(error),
        }
    }

    async fn find_out(self, sent: Sent) {
        let read = api::get(self.sheet.gitlab, self.project(), &self.sheet.slug()).await;
        if self.is_over() {
            return;
        }
        match read {
            Err(error) => self.tell(Outcome::Unknown { error, sent }),
            Ok(Lookup::There(now)) if sent.theirs.as_ref() == Some(&now) => self.tell(Outcome::NotTaken),
            Ok(Lookup::There(now)) if self.has_come_of(&now, &sent) => {
                toast(Tone::Good, format!("{} was saved.", untrack(|| self.sheet.title())));
                self.done(now, sent);
            }
            // Whoever it was that changed it: nothing of it is overwritten unseen.
            Ok(Lookup::There(now)) => {
                let typed = self.sheet.typed();
                self.sheet.open(Draft { there: Some(now), typed, ..Draft::default() });
                self.tell(Outcome::Different);
            }
            Ok(Lookup::NeverSetUp | Lookup::NotOffered) => self.tell(Outcome::NotTaken),
        }
    }

    /// Whether what GitLab has now is what was sent, as far as GitLab tells.
    fn has_come_of(self, now: &Integration, sent: &Sent) -> bool {
        let mut body = sent.body.clone();
        gitlab::strip_secrets(&mut body);
        now.active && gitlab::readback(&self.form.schema(), &body, &now.settings).is_as_asked()
    }

    /// Whether nobody is there to be told: the page was left, or another form stands in the place of this one.
    fn is_over(self) -> bool {
        self.sheet.is_left() || self.form.submitted.is_disposed()
    }

    fn fail(self, error: Error) {
        self.tell(Outcome::Failed { doing: "Saving failed", error, retry: Retry::Save });
    }

    pub(super) fn tell(self, outcome: Outcome) {
        self.sheet.outcome.set(Some(outcome));
        focus_outcome();
    }
}

/// Whether GitLab may have done what it was asked to, although no answer came that says so.
pub fn may_be_done(trouble: &Trouble) -> bool {
    matches!(
        trouble,
        Trouble::Offline | Trouble::TimedOut | Trouble::Server | Trouble::NotJson | Trouble::Unexpected(_)
    )
}
