//! Disabling an integration: what was asked, what the dialog is at, and what came of it.

use super::export::{Exported, download_settings};
use super::sending::may_be_done;
use crate::api::Error;
use crate::api::gitlab::{self as api, Lookup};
use crate::browser::task::spawn;
use crate::console::GitLab;
use crate::ui::{Tone, toast};
use leptos::prelude::*;
use patchbay_model::gitlab::Project;

/// The integration that somebody wants to disable.
#[derive(Clone, PartialEq)]
pub struct Target {
    /// Where.
    pub project: Project,
    /// Its name in addresses.
    pub slug: String,
    /// What people know it by.
    pub title: String,
}

/// What the dialog is at.
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
    /// No answer came that could be used, for this reason; looked at again, it is still active.
    StillActive(Error),
    /// No answer came, and it could not be looked at either, for this reason.
    Unknown(Error),
}

/// The question whether to disable an integration; copies are the same.
#[derive(Clone, Copy)]
pub struct Disabling {
    /// The server.
    pub gitlab: GitLab,
    /// What is asked.
    pub target: RwSignal<Option<Target>>,
    /// Whether the dialog is there.
    pub open: RwSignal<bool>,
    /// What it is at.
    pub work: RwSignal<Option<Work>>,
    /// What went wrong last.
    pub problem: RwSignal<Option<Problem>>,
    /// What became of the file, when it was asked for.
    pub said: RwSignal<String>,
    /// Whether a request is out that disables, dialog or not.
    out: RwSignal<bool>,
}

impl Disabling {
    /// Nothing asked yet. `out` is true while a request is out that disables: whoever else changes it waits so long.
    pub fn new(gitlab: GitLab, out: RwSignal<bool>) -> Self {
        Self {
            gitlab,
            target: RwSignal::new(None),
            open: RwSignal::new(false),
            work: RwSignal::new(None),
            problem: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            out,
        }
    }

    /// Opens the dialog for an integration of this project; `title` is what people know it by.
    pub fn ask(self, project: &Project, slug: impl Into<String>, title: impl Into<String>) {
        let target = Target { project: project.clone(), slug: slug.into(), title: title.into() };
        self.target.set(Some(target));
        self.problem.set(None);
        self.said.set(String::new());
        self.work.set(None);
        self.open.set(true);
    }

    /// Whether the dialog is there, and for this integration: it may have been closed meanwhile, opened for another, or
    /// left with its page.
    fn is_open_for(self, target: &Target) -> bool {
        self.open.try_get_untracked() == Some(true)
            && self.target.try_with_untracked(|now| now.as_ref() == Some(target)) == Some(true)
    }

    /// What it is about, unless it is at work already.
    fn begin(self, work: Work) -> Option<Target> {
        let target = self.target.get_untracked().filter(|_| self.work.get_untracked().is_none())?;
        self.work.set(Some(work));
        Some(target)
    }

    /// Disables it. `on_disabled` is given its name in addresses.
    pub fn disable(self, on_disabled: Callback<String>) {
        let Some(target) = self.begin(Work::Disabling) else { return };
        self.problem.set(None);
        self.out.set(true);
        spawn(async move {
            let came = delete(self.gitlab, &target).await;
            self.out.try_set(false);
            self.end(&target, came, on_disabled);
        });
    }

    /// Finds out whether it is disabled, after nobody knew.
    pub fn look(self, on_disabled: Callback<String>) {
        let Some(Problem::Unknown(error)) = self.problem.get_untracked() else { return };
        let Some(target) = self.begin(Work::Looking) else { return };
        spawn(async move {
            let came = look_at(self.gitlab, &target, error).await;
            self.end(&target, came, on_disabled);
        });
    }

    fn end(self, target: &Target, came: Result<(), Problem>, on_disabled: Callback<String>) {
        let is_open = self.is_open_for(target);
        if is_open {
            self.work.set(None);
        }
        let (title, path) = (&target.title, &target.project.path);
        match came {
            Ok(()) => {
                toast(Tone::Good, format!("{title} is disabled in {path}."));
                if is_open {
                    self.open.set(false);
                }
                on_disabled.try_run(target.slug.clone());
            }
            Err(problem) if is_open => self.problem.set(Some(problem)),
            Err(Problem::Refused(error) | Problem::NotRead(error)) => {
                toast(Tone::Bad, format!("Disabling {title} failed. {error}"));
            }
            Err(Problem::StillActive(error)) => {
                toast(Tone::Bad, format!("{title} is still active in {path}. {}.", error.title()));
            }
            Err(Problem::Unknown(error)) => {
                let why = error.title();
                toast(Tone::Bad, format!("Nobody knows yet whether {title} is disabled in {path}. {why}."));
            }
        }
    }

    /// Has the browser save its settings.
    pub fn download(self) {
        let Some(target) = self.begin(Work::Reading) else { return };
        self.problem.set(None);
        self.said.set(String::new());
        spawn(async move {
            let result = download_settings(self.gitlab, &target.project, &target.slug).await;
            if !self.is_open_for(&target) {
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

/// Disables it, and looks at it again where GitLab may have done so without saying so.
async fn delete(gitlab: GitLab, target: &Target) -> Result<(), Problem> {
    match api::disable(gitlab, target.project.id, &target.slug).await {
        Ok(()) => Ok(()),
        Err(error) if may_be_done(&error.trouble) => look_at(gitlab, target, error).await,
        Err(error) => Err(Problem::Refused(error)),
    }
}

/// Whether it is disabled by now; `error` is why GitLab's own answer does not say.
async fn look_at(gitlab: GitLab, target: &Target, error: Error) -> Result<(), Problem> {
    match api::get(gitlab, target.project.id, &target.slug).await {
        Ok(Lookup::There(there)) if there.active => Err(Problem::StillActive(error)),
        Ok(Lookup::There(_) | Lookup::NeverSetUp | Lookup::NotOffered) => Ok(()),
        Err(error) => Err(Problem::Unknown(error)),
    }
}
