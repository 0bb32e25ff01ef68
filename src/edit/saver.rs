//! Saves what a form holds: one attempt at a time, whose outcome is told where the person is by then.

use super::attempt::Attempt;
use super::focus::{focus_outcome, focus_problems};
use super::hooks::{Hooks, Reopen, Seen};
use super::outcome::Outcome;
use super::refused::put_at_fields;
use super::rules::Rules;
use crate::api::{Record, Refusal, Resource, Stop};
use crate::browser::announcer::announce;
use crate::browser::task::spawn;
use crate::form::FormState;
use crate::store::work::{self, Verb};
use crate::ui::{Tone, focus_title, toast};
use leptos::prelude::*;
use patchbay_model::edit::{Conflict, Verdict};
use patchbay_model::{Entry, Mode, Object, Values};
use std::sync::Arc;

/// Saves one form; copies are the same.
#[derive(Clone, Copy)]
pub struct Saver {
    rules: StoredValue<Arc<dyn Rules>>,
    /// What is changed.
    pub resource: RwSignal<Resource>,
    /// The form.
    pub form: FormState,
    /// What the server has, as last read; none where it has nothing yet.
    pub base: RwSignal<Option<Record>>,
    /// Whether an attempt is under way.
    pub busy: RwSignal<bool>,
    /// What came of the last one, where more is to be said than that it is saved.
    pub outcome: RwSignal<Option<Outcome>>,
    /// When `base` was read.
    pub seen: RwSignal<Seen>,
    /// What somebody else changed meanwhile.
    pub conflicts: RwSignal<Vec<Conflict>>,
    /// What the server has, in which the conflicts were found.
    theirs: RwSignal<Option<Record>>,
    /// The attempt that was left open: it is looked at again before anything is sent.
    open: StoredValue<Option<Attempt>, LocalStorage>,
    /// What gives up its requests.
    stop: StoredValue<Stop, LocalStorage>,
    /// What was discarded and can be brought back.
    pub discarded: RwSignal<Option<Values>>,
    hooks: StoredValue<Hooks>,
}

impl Saver {
    /// For a form that begins with `base`, which follows what the server has.
    pub fn new(
        rules: Arc<dyn Rules>,
        resource: Resource,
        form: FormState,
        base: RwSignal<Option<Record>>,
        busy: RwSignal<bool>,
        hooks: Hooks,
    ) -> Self {
        Self {
            rules: StoredValue::new(rules),
            resource: RwSignal::new(resource),
            form,
            base,
            busy,
            outcome: RwSignal::new(None),
            seen: RwSignal::new(Seen::Opened),
            conflicts: RwSignal::new(Vec::new()),
            theirs: RwSignal::new(None),
            open: StoredValue::new_local(None),
            stop: StoredValue::new_local(Stop::default()),
            discarded: RwSignal::new(None),
            hooks: StoredValue::new(hooks),
        }
    }

    /// Saves what the form holds, unless a field has a problem or something else is under way.
    pub fn save(self) {
        if self.busy.get_untracked() || !self.may_be_sent() {
            return;
        }
        // What is not known yet is found out first: otherwise the same would be sent twice.
        if let Some(open) = self.take_open() {
            return self.begin(open, true);
        }
        let attempt = Attempt::new(
            self.rules.get_value(),
            self.resource.get_untracked(),
            self.form.schema(),
            self.form.before_untracked(),
            // What is typed from here on is for the next save.
            self.form.values(),
            self.base.get_untracked(),
        );
        if self.form.schema().mode == Mode::Create {
            // The form can neither be changed nor hold the focus from here on.
            focus_title();
        }
        announce("Saving…".to_owned());
        self.discarded.set(None);
        self.begin(attempt, false);
    }

    /// Whether no field has a problem. If one has, it is shown, and nothing may be sent.
    fn may_be_sent(self) -> bool {
        self.form.forget_refusals();
        let fine = untrack(|| self.form.problems()).is_empty();
        if !fine {
            self.form.submitted.set(true);
            focus_problems();
        }
        fine
    }

    /// The body that would be sent now; followed.
    pub fn body(self) -> Object {
        let (form, base) = (self.form, self.base.get());
        let (before, values) = (form.before(), form.live_values());
        self.rules.with_value(|rules| rules.request(&form.schema(), &before, &values, base.as_ref()))
    }

    /// Takes everything back that was entered, and the offer to try again with it. Until the next save it can be undone.
    pub fn discard(self) {
        self.discarded.set(Some(self.form.typed()));
        announce("Your changes were discarded.".to_owned());
        self.form.reset(&self.form.before_untracked());
        if matches!(*self.outcome.read_untracked(), Some(Outcome::Failed { .. })) {
            self.outcome.set(None);
        }
    }

    /// Brings back what was discarded, with secrets: they were kept in memory only, as in the form. What was typed since
    /// stays.
    pub fn undo_discard(self) {
        let Some(discarded) = self.discarded.try_update(Option::take).flatten() else { return };
        let (typed, mut values) = (self.form.typed(), self.form.values());
        for field in self.form.schema().fields() {
            if let (Some(entry), None) = (discarded.get(&field.key), typed.get(&field.key)) {
                values.set(field.key.as_ref(), entry.clone());
            }
        }
        self.form.reset(&values);
        announce("Your changes are back.".to_owned());
    }

    /// Looks again at what came of an attempt that was left open.
    pub fn look_again(self) {
        if let (false, Some(open)) = (self.busy.get_untracked(), self.take_open()) {
            // The button goes away meanwhile; the focus must not go with it.
            focus_title();
            self.begin(open, false);
        }
    }

    /// Gives up the request that is under way. What came of it is found out as after any answer that is lost.
    pub fn stop_waiting(self) {
        self.stop.with_value(Stop::stop);
    }

    fn take_open(self) -> Option<Attempt> {
        self.open.try_update_value(Option::take).flatten()
    }

    fn begin(self, mut attempt: Attempt, then_save: bool) {
        let Some(under_way) = work::begin(&attempt.resource, Verb::Saving) else {
            if attempt.is_sent {
                self.open.set_value(Some(attempt));
            }
            return;
        };
        self.busy.set(true);
        self.outcome.set(None);
        let stop = self.stop.get_value();
        spawn(async move {
            let verdict = attempt.run_with(stop).await;
            drop(under_way);
            attempt.keep();
            // `try_set` gives the value back when the page has been left.
            if self.busy.try_set(false).is_some() || self.form.submitted.is_disposed() {
                let (tone, text) = Outcome::in_short(&attempt, verdict);
                return toast(tone, text);
            }
            let is_undone = verdict == Verdict::NotDone;
            self.conclude(attempt, verdict);
            if then_save && is_undone {
                // It was just looked at.
                self.open.set_value(None);
                self.save();
            }
        });
    }

    fn conclude(self, attempt: Attempt, verdict: Verdict) {
        if attempt.moved
            && let (Some(on_moved), Some(error)) = (self.hooks.get_value().on_moved, attempt.error.clone())
        {
            return on_moved.run(error);
        }
        match verdict {
            Verdict::Saved | Verdict::Ignored => self.saved(attempt, verdict),
            Verdict::Conflict => self.conflict(attempt),
            Verdict::Refused => self.refused(attempt),
            Verdict::Different => self.different(attempt),
            Verdict::Gone => self.tell(Outcome::gone(&attempt)),
            Verdict::NotDone | Verdict::Failed => {
                let outcome = Outcome::failed(&attempt, verdict);
                // The server may do it later: what is saved next begins with a look.
                let was_stopped = verdict == Verdict::NotDone && attempt.was_stopped();
                let may_come = was_stopped || attempt.may_be_added_late(verdict);
                self.open.set_value(may_come.then_some(attempt));
                self.tell(outcome);
            }
            Verdict::Unknown | Verdict::Unverified => {
                let outcome = Outcome::open(&attempt, verdict);
                // Where reading back worked and cannot tell, only saving again helps.
                let can_tell = attempt.now.is_none();
                self.open.set_value(can_tell.then_some(attempt));
                self.tell(outcome);
            }
        }
    }

    /// The form stands on what the server has now, and keeps what was typed where that is not what was asked.
    fn saved(self, mut attempt: Attempt, verdict: Verdict) {
        let Some(now) = attempt.now.clone() else { return };
        let schema = self.form.schema();
        let kept = attempt.readback.ignored_keys();
        if let Some(on_kept) = self.hooks.get_value().on_kept.filter(|_| verdict == Verdict::Saved) {
            let before = self.form.before_untracked();
            let keys = schema.fields().map(|field| field.key.to_string());
            on_kept.run(keys.filter(|key| attempt.values.get(key) != before.get(key)).collect());
        }
        let since = self.form.typed_since(&attempt.values);
        self.form.forget_secrets(&mut attempt.values);
        self.form.saved(&attempt.values, schema.read(now.settings()), &kept);
        self.base.set(Some(now.clone()));
        self.seen.set(Seen::Saved);
        self.resource.set(attempt.resource.clone());
        // What was made is there, also where the server ignored a part of it.
        if attempt.is_new() || (verdict == Verdict::Saved && attempt.readback.is_as_asked()) {
            toast(Tone::Good, Outcome::done(&attempt));
        }
        let outcome = Outcome::compared(&attempt, verdict);
        if let Some(on_saved) = self.hooks.get_value().on_saved {
            return on_saved.run(Reopen {
                record: Some(now),
                typed: since,
                outcome,
                refusal: None,
                seen: Seen::Saved,
            });
        }
        if let Some(outcome) = outcome {
            let is_pressing = outcome.is_pressing();
            self.outcome.set(Some(outcome));
            if is_pressing {
                focus_outcome();
            }
        }
    }

    fn conflict(self, attempt: Attempt) {
        match attempt.overtaken {
            Some(sentence) => {
                self.reopen(attempt.base, Some(Outcome::Overtaken(sentence)), None, Seen::ReadAgain)
            }
            None => {
                self.theirs.set(attempt.base);
                self.conflicts.set(attempt.conflicts);
            }
        }
    }

    fn refused(self, attempt: Attempt) {
        let Some(refusal) = attempt.refusal else { return };
        let schema = self.form.schema();
        let missing = self.rules.with_value(|rules| rules.missing(&refusal, &schema));
        if !missing.is_empty() {
            let outcome = Outcome::Missing(missing);
            let seen = self.seen.get_untracked();
            return self.reopen(self.base.get_untracked(), Some(outcome), Some(refusal), seen);
        }
        put_at_fields(self.form, refusal.problems(&schema));
    }

    /// The server has neither what it had nor what was asked: nothing of it is overwritten unseen.
    fn different(self, attempt: Attempt) {
        let outcome = Outcome::Different;
        if self.hooks.get_value().on_reopen.is_some() {
            return self.reopen(attempt.now, Some(outcome), None, Seen::ReadAgain);
        }
        if let Some(now) = attempt.now {
            // Theirs where nothing was entered; what was entered stays, and differs from then on.
            self.form.saved(&self.form.before_untracked(), self.form.schema().read(now.settings()), &[]);
            self.base.set(Some(now));
            self.seen.set(Seen::ReadAgain);
        }
        self.tell(outcome);
    }

    fn reopen(self, record: Option<Record>, outcome: Option<Outcome>, refusal: Option<Refusal>, seen: Seen) {
        match self.hooks.get_value().on_reopen {
            Some(on_reopen) => {
                on_reopen.run(Reopen { record, typed: self.form.typed(), outcome, refusal, seen });
            }
            None => self.outcome.set(outcome),
        }
    }

    fn tell(self, outcome: Outcome) {
        self.outcome.set(Some(outcome));
        focus_outcome();
    }

    /// Settles a conflict. Fields that only somebody else changed become theirs; so do those that both changed and that
    /// are not among `mine`, by their keys. Then it is saved, if that is asked and something is left to save.
    pub fn settle(self, mine: Vec<String>, then_save: bool) {
        let (Some(theirs), conflicts) = (self.theirs.get_untracked(), self.conflicts.get_untracked()) else {
            return;
        };
        self.conflicts.set(Vec::new());
        let now = self.form.schema().read(theirs.settings());
        let mut values: Values = self.form.values();
        let before = self.form.before_untracked();
        for conflict in conflicts {
            // What was typed while it was being compared is nobody's to replace.
            let is_theirs = match conflict.mine {
                None => values.get(&conflict.key) == before.get(&conflict.key),
                Some(_) => !mine.contains(&conflict.key),
            };
            if is_theirs && let Some(entry) = now.get(&conflict.key) {
                values.set(conflict.key, Entry::clone(entry));
            }
        }
        self.form.rebase(now);
        self.form.reset(&values);
        self.base.set(Some(theirs));
        self.seen.set(Seen::Decided);
        if then_save && untrack(|| self.form.differing()) > 0 {
            self.save();
        } else {
            toast(Tone::Info, "The form has what you chose. Nothing was sent.");
        }
    }
}
