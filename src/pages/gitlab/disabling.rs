//! Disabling an integration: says what becomes of its settings, and offers a copy of them first.

use super::export::{Exported, download_settings, secret_labels};
use super::words::settings_when_disabled;
use crate::api::{Error, gitlab as api};
use crate::browser::task::spawn;
use crate::console::GitLab;
use crate::pages::trouble::TroubleNotice;
use crate::reactive::{derive, memo};
use crate::ui::el::{El, button, el};
use crate::ui::{BusyButton, ButtonTone, Dialog, Tone, toast};
use leptos::prelude::*;
use patchbay_model::gitlab::Project;

/// The integration that somebody wants to disable.
#[derive(Clone, PartialEq)]
struct Target {
    project: Project,
    slug: String,
    title: String,
}

/// What the dialog is at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Work {
    Reading,
    Disabling,
}

/// The question whether to disable an integration; copies are the same.
#[derive(Clone, Copy)]
pub struct Disabling {
    gitlab: GitLab,
    target: RwSignal<Option<Target>>,
    open: RwSignal<bool>,
    work: RwSignal<Option<Work>>,
    error: RwSignal<Option<(&'static str, Error)>>,
    /// What became of the file, when it was asked for.
    said: RwSignal<String>,
}

impl Disabling {
    /// Nothing asked yet.
    pub fn new(gitlab: GitLab) -> Self {
        Self {
            gitlab,
            target: RwSignal::new(None),
            open: RwSignal::new(false),
            work: RwSignal::new(None),
            error: RwSignal::new(None),
            said: RwSignal::new(String::new()),
        }
    }

    /// Opens the dialog for an integration of this project; `title` is what people know it by.
    pub fn ask(self, project: &Project, slug: impl Into<String>, title: impl Into<String>) {
        let target = Target { project: project.clone(), slug: slug.into(), title: title.into() };
        self.target.set(Some(target));
        self.error.set(None);
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
        self.error.set(None);
        self.work.set(Some(work));
        Some(target)
    }

    fn disable(self, on_disabled: Callback<()>) {
        let Some(target) = self.begin(Work::Disabling) else { return };
        spawn(async move {
            let result = api::disable(self.gitlab, target.project.id, &target.slug).await;
            let is_open = self.is_open_for(&target);
            if is_open {
                self.work.set(None);
            }
            let title = &target.title;
            match result {
                Ok(()) => {
                    toast(Tone::Good, format!("{title} is disabled in {}.", target.project.path));
                    if is_open {
                        self.open.set(false);
                    }
                    on_disabled.try_run(());
                }
                Err(error) if is_open => self.error.set(Some(("Disabling failed", error))),
                Err(error) => toast(Tone::Bad, format!("Disabling {title} failed. {error}")),
            }
        });
    }

    fn download(self) {
        let Some(target) = self.begin(Work::Reading) else { return };
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
                Err(error) => self.error.set(Some(("Reading its settings failed", error))),
            }
        });
    }
}

/// Stands on a page once. `on_disabled` runs when GitLab has done it; it reads anew what the page shows and takes care
/// of the focus, because the button that opened the dialog may be gone.
#[component]
pub fn DisableDialog(
    /// What is asked, and where.
    disabling: Disabling,
    /// Runs afterwards.
    #[prop(into)]
    on_disabled: Callback<()>,
) -> impl IntoView {
    let Disabling { target, open, work, .. } = disabling;
    let title = derive(move || {
        let target = target.read();
        let ask = |target: &Target| format!("Disable {} in {}?", target.title, target.project.path);
        target.as_ref().map(ask).unwrap_or_default()
    });
    let disable = Callback::new(move |()| disabling.disable(on_disabled));
    let at = move |which: Work| derive(move || work.get() == Some(which));
    let reading_first = derive(move || {
        (work.get() == Some(Work::Reading)).then(|| "Its settings are still being read.".to_owned())
    });
    let actions = move || {
        let cancel = button("").text("Cancel").on_click(move || open.set(false));
        let disable = view! {
            <BusyButton
                label="Disable"
                busy_label="Disabling…"
                busy=at(Work::Disabling)
                tone=ButtonTone::Danger
                disabled_because=reading_first
                on_click=disable
            />
        };
        vec![cancel.into_any(), disable.into_any()]
    };
    let body = move || body(disabling, disable);
    view! { <Dialog open title tone=Tone::Bad actions>{body()}</Dialog> }
}

fn body(disabling: Disabling, disable: Callback<()>) -> Vec<El> {
    let Disabling { gitlab, target, work, error, said, .. } = disabling;
    let secrets =
        memo(move || target.read().as_ref().map(|target| secret_labels(&target.slug)).unwrap_or_default());
    let lost = el("p")
        .text("It stops working at once. ")
        .live_text(move || settings_when_disabled(gitlab.version.read().as_deref()).to_owned());
    let kept = el("p").live_text(move || match secrets.read().as_slice() {
        [] => "The file holds all settings that GitLab tells, and no secret.".to_owned(),
        labels => format!(
            "The file holds all settings but what is secret, which GitLab does not tell: {}. Keep that elsewhere.",
            labels.join(", ")
        ),
    });
    let download = view! {
        <BusyButton
            label="Download settings without secrets"
            busy_label="Reading the settings…"
            busy=derive(move || work.get() == Some(Work::Reading))
            on_click=Callback::new(move |()| disabling.download())
        />
    };
    let done = el("p").class("sub").attr("role", "status").live_text(move || said.get());
    let retry = move |doing: &str| match doing {
        "Disabling failed" => disable,
        _ => Callback::new(move |()| disabling.download()),
    };
    let trouble = move || match error.get() {
        Some((doing, error)) => {
            let on_retry = retry(doing);
            view! { <TroubleNotice error doing on_retry /> }.into_any()
        }
        None => ().into_any(),
    };
    vec![lost, el("div").class("keep").child(kept).view(download).child(done), el("div").live_view(trouble)]
}
