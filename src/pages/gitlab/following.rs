//! Giving up own settings for inherited ones: what it will use then, the change, and what came of it.

use super::opened::Opened;
use crate::api::gitlab as api;
use crate::api::{Error, Found, Holder, Record, Refusal, Stop};
use crate::browser::task::spawn;
use crate::edit::Attempt;
use crate::edit::gitlab::Whose;
use crate::store::work::{self, Verb};
use crate::ui::{Tone, focus_title, toast};
use leptos::prelude::*;
use patchbay_model::Change;
use patchbay_model::edit::Verdict;
use patchbay_model::gitlab::{self, Level, Presence};
use std::sync::Arc;

/// What is known of the settings that it will use.
#[derive(Clone, Default)]
pub enum Outlook {
    /// They are being read.
    #[default]
    Reading,
    /// They are those of this group, by its path.
    Known {
        /// The group.
        path: String,
        /// What becomes different here.
        changes: Vec<Change>,
        /// Whether it is active there.
        is_active: bool,
    },
    /// They cannot be read: the groups are not shown to everybody, and the instance to nobody.
    Hidden,
}

/// What went wrong.
#[derive(Clone)]
pub enum Problem {
    /// Nothing was changed.
    Failed(Error),
    /// It is not known.
    Unknown(Error),
    /// GitLab refused it, for this reason.
    Refused(String),
    /// It is not as it was when the page was opened, or not as asked; a sentence.
    Other(&'static str),
}

/// The question whether to use inherited settings; copies are the same.
#[derive(Clone, Copy)]
pub struct Following {
    /// The page.
    pub opened: Opened,
    /// Whether the dialog is open.
    pub open: RwSignal<bool>,
    /// Whether it is under way.
    pub busy: RwSignal<bool>,
    /// What it will use.
    pub outlook: RwSignal<Outlook>,
    /// What went wrong last.
    pub problem: RwSignal<Option<Problem>>,
    /// The attempt that was left open.
    left_open: StoredValue<Option<Attempt>, LocalStorage>,
    stop: StoredValue<Stop, LocalStorage>,
}

impl Following {
    /// Nothing asked yet.
    pub fn new(opened: Opened) -> Self {
        Self {
            opened,
            open: RwSignal::new(false),
            busy: RwSignal::new(false),
            outlook: RwSignal::new(Outlook::Reading),
            problem: RwSignal::new(None),
            left_open: StoredValue::new_local(None),
            stop: StoredValue::new_local(Stop::default()),
        }
    }

    /// Opens the dialog.
    pub fn ask(self) {
        if !self.busy.get_untracked() {
            self.problem.set(None);
            self.outlook.set(Outlook::Reading);
            spawn(async move {
                let outlook = self.read_outlook().await;
                self.outlook.try_set(outlook);
            });
        }
        self.open.set(true);
    }

    /// The nearest group above it that has settings of its own, as far as they are shown.
    async fn read_outlook(self) -> Outlook {
        let (opened, server) = (self.opened, self.opened.session.server);
        let (path, slug) = (untrack(|| opened.path()), opened.slug());
        if opened.target().has_groups() == Presence::No {
            return Outlook::Hidden;
        }
        let mut rest = path.as_str();
        while let Some((above, _)) = rest.rsplit_once('/') {
            rest = above;
            let found = match api::home(server, Level::Group, above).await {
                Ok(group) => api::get(server, Holder::from(&group), &slug).await,
                Err(error) => Err(error),
            };
            match found {
                Ok(Found::Present(Record::GitLab(theirs))) if theirs.inherited != Some(true) => {
                    if self.open.try_get_untracked().is_none() {
                        break;
                    }
                    let schema = opened.schema();
                    let own = schema.read(&opened.settings());
                    let mut changes =
                        schema.changes(&own, &schema.read(&theirs.settings), &|id| format!("#{id}"));
                    changes.retain(|change| theirs.settings.contains_key(&change.key));
                    return Outlook::Known { path: above.to_owned(), changes, is_active: theirs.active };
                }
                // One that inherits has its settings from further up.
                Ok(_) => {}
                // A nearer one may have settings that are not shown.
                Err(_) => break,
            }
        }
        Outlook::Hidden
    }

    /// The body that is sent, for people; there is no secret in it.
    pub fn body(self) -> String {
        let opened = self.opened;
        let body = gitlab::inherit_body(opened.target(), &opened.slug(), &opened.settings());
        serde_json::to_string_pretty(&body).unwrap_or_default()
    }

    /// Sends it.
    pub fn follow(self) {
        let opened = self.opened;
        let rules = opened.rules(Whose::Inherited(opened.target()));
        let (schema, record) = (opened.schema(), opened.record.get_untracked());
        let values = schema.read(&opened.settings());
        let resource = untrack(|| opened.resource());
        let (before, schema) = (Arc::new(values.clone()), Arc::new(schema));
        self.begin(Attempt::new(Arc::new(rules), resource, schema, before, values, record));
    }

    /// Reads back what came of an attempt that was left open.
    pub fn look(self) {
        if let Some(attempt) = self.left_open.try_update_value(Option::take).flatten() {
            self.begin(attempt);
        }
    }

    /// Gives up the request that is under way.
    pub fn stop_waiting(self) {
        self.stop.with_value(Stop::stop);
    }

    fn begin(self, mut attempt: Attempt) {
        let Some(under_way) = work::begin(&attempt.resource, Verb::Saving) else {
            self.left_open.set_value(attempt.is_sent.then_some(attempt));
            return;
        };
        self.busy.set(true);
        self.problem.set(None);
        let stop = self.stop.get_value();
        spawn(async move {
            let verdict = attempt.run_with(stop).await;
            drop(under_way);
            let is_left = self.busy.try_set(false).is_some();
            let name = attempt.name() + &attempt.place();
            match (judge(&attempt, verdict), attempt.now.clone()) {
                (None, now) => {
                    toast(Tone::Good, format!("{name} uses inherited settings now."));
                    if let (false, Some(now)) = (is_left, now) {
                        self.open.set(false);
                        // The button that opened the dialog is gone.
                        request_animation_frame(focus_title);
                        self.opened.inherits_now(now);
                    }
                }
                (Some(_), _) if is_left => {
                    toast(
                        Tone::Bad,
                        format!("It is not sure that {name} uses inherited settings now: open it and look."),
                    );
                }
                (Some(problem), _) => {
                    let may_come =
                        verdict.is_open() || (verdict == Verdict::NotDone && attempt.was_stopped());
                    if matches!(problem, Problem::Other(_)) {
                        // What the page shows is not what GitLab has.
                        self.opened.read_again();
                    }
                    self.left_open.set_value(may_come.then_some(attempt));
                    self.problem.set(Some(problem));
                    self.open.set(true);
                }
            }
        });
    }
}

/// What went wrong, if anything did.
fn judge(attempt: &Attempt, verdict: Verdict) -> Option<Problem> {
    let changed = "Somebody else changed it meanwhile, so nothing was sent. The page below shows what GitLab has now. Look at it, then decide again.";
    let ignored = "GitLab accepted the request, but the integration still has settings of its own.";
    let gone = "GitLab has no settings of it any more, so there is nothing to replace. Nothing was sent.";
    let different = "There was no usable answer, and GitLab has neither what it had before nor inherited settings. Look at the page below.";
    match (verdict, attempt.error.clone()) {
        (Verdict::Saved, _) => None,
        (Verdict::Refused, _) => {
            let said = match &attempt.refusal {
                Some(Refusal::GitLab(refusal)) => refusal.to_string(),
                _ => String::new(),
            };
            Some(Problem::Refused(said))
        }
        (Verdict::Unknown | Verdict::Unverified, Some(error)) => Some(Problem::Unknown(error)),
        (Verdict::NotDone | Verdict::Failed, Some(error)) => Some(Problem::Failed(error)),
        (Verdict::Conflict, _) => Some(Problem::Other(changed)),
        (Verdict::Gone, _) => Some(Problem::Other(gone)),
        (Verdict::Ignored, _) => Some(Problem::Other(ignored)),
        (_, _) => Some(Problem::Other(different)),
    }
}
