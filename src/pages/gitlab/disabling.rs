//! Disabling an integration: what to disable, the state of the dialog, and the result.

use super::export::{Exported, download_settings};
use super::passing_on::count;
use crate::api::gitlab::{Below, GITLAB};
use crate::api::{Error, Loaded, Resource};
use crate::browser::task::spawn;
use crate::edit::{Ended, Goal, Operation};
use crate::session::Session;
use crate::store::work::{self, Verb};
use crate::ui::{Tone, toast};
use leptos::prelude::*;
use patchbay_model::Vendor;
use patchbay_model::edit::Verdict;
use patchbay_model::gitlab::Home;

/// The integration that the dialog asks about.
#[derive(Clone, PartialEq)]
pub struct Subject {
    /// Where.
    pub home: Home,
    /// Its name in addresses.
    pub slug: String,
    /// Its name for people.
    pub title: String,
    /// Whether it uses settings of a group above it or of the instance.
    pub inherits: bool,
}

/// What the dialog is doing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Reading the settings for the file.
    Reading,
    /// Disabling it.
    Disabling,
    /// Finding out whether it is disabled.
    Looking,
}

/// What went wrong.
#[derive(Clone)]
pub enum Problem {
    /// The settings for the file could not be read.
    NotRead(Error),
    /// GitLab did not disable it.
    Refused(Error),
    /// The person stopped waiting, and it is not disabled: a title, and more sentences.
    GivenUp(Error, String, String),
    /// It is still active, although GitLab accepted the request, or for this reason.
    StillActive(Option<Error>),
    /// It is not known, for this reason; the operation can look again.
    Unknown(Error, Box<Operation>),
}

/// The question whether to disable an integration; copies are the same.
#[derive(Clone, Copy)]
pub struct Disabling {
    /// Who is signed in, and where.
    pub session: Session,
    /// What to disable.
    pub subject: RwSignal<Option<Subject>>,
    /// Whether the dialog is open.
    pub open: RwSignal<bool>,
    /// What it is doing.
    pub work: RwSignal<Option<Work>>,
    /// What went wrong last.
    pub problem: RwSignal<Option<Problem>>,
    /// What became of the file, when it was asked for.
    pub said: RwSignal<String>,
    /// How much is below the group; never read for a project.
    pub below: Loaded<Below>,
}

impl Disabling {
    /// Nothing asked yet.
    pub fn new(session: Session) -> Self {
        Self {
            session,
            subject: RwSignal::new(None),
            open: RwSignal::new(false),
            work: RwSignal::new(None),
            problem: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            below: Loaded::new(),
        }
    }

    /// Opens the dialog for an integration of this project or group; `title` is what people know it by.
    pub fn ask(self, home: &Home, slug: impl Into<String>, title: impl Into<String>, inherits: bool) {
        let subject = Subject { home: home.clone(), slug: slug.into(), title: title.into(), inherits };
        count(self.below, self.session, home);
        self.subject.set(Some(subject));
        self.problem.set(None);
        self.said.set(String::new());
        self.work.set(None);
        self.open.set(true);
    }

    /// Whether the dialog is open, and for this integration: it may have been closed meanwhile, opened for another, or
    /// left with its page.
    fn is_open_for(self, subject: &Subject) -> bool {
        self.open.try_get_untracked() == Some(true)
            && self.subject.try_with_untracked(|now| now.as_ref() == Some(subject)) == Some(true)
    }

    /// What it is about, unless it is at work already.
    fn begin(self, work: Work) -> Option<Subject> {
        let subject = self.subject.get_untracked().filter(|_| self.work.get_untracked().is_none())?;
        self.work.set(Some(work));
        Some(subject)
    }

    /// Disables it. `on_disabled` is given its name in addresses.
    pub fn disable(self, on_disabled: Callback<String>) {
        let Some(subject) = self.begin(Work::Disabling) else { return };
        let operation = Operation::new(GITLAB, self.resource(&subject), Goal::Off);
        self.run(subject, operation, on_disabled);
    }

    fn resource(self, subject: &Subject) -> Resource {
        let holder = (&subject.home).into();
        Resource::GitLab { server: self.session.server, holder, slug: subject.slug.clone() }
    }

    /// What is asked about, as what is being changed; followed.
    pub fn resource_asked(self) -> Option<Resource> {
        self.subject.get().map(|subject| self.resource(&subject))
    }

    /// What else is under way with it; followed.
    pub fn waits_for(self) -> Option<Verb> {
        let subject = self.subject.get()?;
        work::under_way(&self.resource(&subject)).filter(|_| self.work.get().is_none())
    }

    /// Finds out whether it is disabled, after that was not known.
    pub fn look(self, on_disabled: Callback<String>) {
        let Some(Problem::Unknown(_, operation)) = self.problem.get_untracked() else { return };
        let Some(subject) = self.begin(Work::Looking) else { return };
        self.run(subject, *operation, on_disabled);
    }

    fn run(self, subject: Subject, operation: Operation, on_disabled: Callback<String>) {
        let Some(under_way) = work::begin(operation.resource(), Verb::Disabling) else {
            return self.work.set(None);
        };
        spawn(async move {
            let ended = operation.run().await;
            drop(under_way);
            let came = judge(ended);
            let is_open = self.is_open_for(&subject);
            if is_open {
                self.work.set(None);
            }
            match came {
                Ok(()) => {
                    let (title, path) = (&subject.title, &subject.home.path);
                    toast(Tone::Good, format!("{title} is disabled in {path}."));
                    if is_open {
                        self.open.set(false);
                    }
                    on_disabled.try_run(subject.slug.clone());
                }
                Err(problem) if is_open => self.problem.set(Some(problem)),
                Err(problem) => tell(&subject, problem),
            }
        });
    }

    /// Has the browser save its settings.
    pub fn download(self) {
        let Some(subject) = self.begin(Work::Reading) else { return };
        self.problem.set(None);
        self.said.set(String::new());
        spawn(async move {
            let result = download_settings(self.session.server, &subject.home, &subject.slug).await;
            if !self.is_open_for(&subject) {
                return;
            }
            self.work.set(None);
            match result {
                Ok(Exported::Saved(name)) => self.said.set(format!("Downloaded as {name}.")),
                Ok(Exported::Nothing) => self.said.set("GitLab has no settings of it to keep.".to_owned()),
                Ok(Exported::Blocked) => self.said.set("The browser did not allow the download.".to_owned()),
                Err(error) => self.problem.set(Some(Problem::NotRead(error))),
            }
        });
    }
}

fn judge(ended: Ended) -> Result<(), Problem> {
    let given_up = ended.given_up(Vendor::GitLab, "It is not disabled");
    match (ended.verdict, ended.error) {
        (_, Some(error)) if given_up.is_some() => {
            let (doing, more) = given_up.unwrap_or_default();
            Err(Problem::GivenUp(error, doing, more))
        }
        (Verdict::Saved, _) => Ok(()),
        (Verdict::Unknown | Verdict::Unverified, Some(error)) => {
            Err(Problem::Unknown(error, Box::new(ended.operation)))
        }
        (Verdict::NotDone | Verdict::Ignored | Verdict::Different, error) => Err(Problem::StillActive(error)),
        (_, Some(error)) => Err(Problem::Refused(error)),
        (_, None) => Err(Problem::StillActive(None)),
    }
}

/// For somebody who closed the dialog, or is elsewhere by now.
fn tell(subject: &Subject, problem: Problem) {
    let (title, path) = (&subject.title, &subject.home.path);
    let text = match problem {
        Problem::Refused(error) | Problem::NotRead(error) => {
            format!("Disabling {title} failed in {path}. {error}")
        }
        Problem::GivenUp(_, _, more) => format!("You stopped waiting to disable {title} in {path}. {more}"),
        Problem::StillActive(error) => {
            let why = error.map(|error| format!(" {}.", error.title())).unwrap_or_default();
            format!("{title} is still active in {path}.{why}")
        }
        Problem::Unknown(error, _) => {
            format!("It is not known yet whether {title} is disabled in {path}. {}.", error.title())
        }
    };
    toast(Tone::Bad, text);
}
