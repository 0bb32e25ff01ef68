//! The dialog that disables an integration: says what happens to its settings, and offers a copy of them first.

use super::disabling::{Disabling, Problem, Subject, Work};
use super::export::secret_labels;
use super::passing_on::what_disabling_does;
use super::words::settings_when_disabled;
use crate::browser::reactive::{click, derive, memo};
use crate::edit::OperationWaiting;
use crate::sentences;
use crate::session::ErrorNotice;
use crate::store::work::Verb;
use crate::ui::{BusyButton, ButtonTone, Dialog, Notice, Tone};
use leptos::prelude::*;
use patchbay_model::Vendor;
use patchbay_model::gitlab::Level;

/// Used once on a page. `on_disabled` runs when GitLab has done it, with the slug of the disabled integration; it
/// reads again what the page shows and takes care of the focus, because the button that opened the dialog may be gone.
#[component]
pub fn DisableDialog(
    /// What is asked, and where.
    disabling: Disabling,
    /// Runs afterwards.
    #[prop(into)]
    on_disabled: Callback<String>,
) -> impl IntoView {
    let Disabling { subject, open, work, .. } = disabling;
    let title = derive(move || {
        let subject = subject.read();
        let ask = |subject: &Subject| format!("Disable {} in {}?", subject.title, subject.home.path);
        subject.as_ref().map(ask).unwrap_or_default()
    });
    let waits_for = derive(move || match work.get() {
        Some(Work::Reading) => Some("Its settings are still being read.".to_owned()),
        Some(Work::Looking) => Some("Patchbay is checking whether it is disabled.".to_owned()),
        Some(Work::Disabling) => None,
        None => disabling.waits_for().map(|verb| verb.because().to_owned()),
    });
    let actions = move || {
        // What is under way cannot be called back any more.
        let leave = move || if work.get() == Some(Work::Disabling) { "Do not wait" } else { "Cancel" };
        view! {
            <button type="button" on:click=click(move || open.set(false))>
                {leave}
            </button>
            <BusyButton
                label="Disable"
                busy_label="Disabling…"
                busy=is_at(disabling, Work::Disabling)
                tone=ButtonTone::Danger
                disabled_because=waits_for
                on_click=Callback::new(move |()| disabling.disable(on_disabled))
            />
        }
    };
    let is_unknown = memo(move || matches!(*disabling.problem.read(), Some(Problem::Unknown(..))));
    let is_of_group =
        memo(move || subject.read().as_ref().is_some_and(|subject| subject.home.level == Level::Group));
    view! {
        <Dialog open title tone=Tone::Bad actions>
            <p>
                "It stops working at once. "
                {move || settings_when_disabled(disabling.session.version.get().as_deref())}
            </p>
            {move || is_of_group.get().then(|| what_disabling_does(disabling.below))}
            {move || {
                let inherits = subject.read().as_ref().is_some_and(|subject| subject.inherits);
                inherits.then(|| view! { <p>{sentences::DISABLING_KEEPS_THE_LINK}</p> })
            }}
            <Keep disabling />
            <div>{move || error_notice(disabling, on_disabled)}</div>
            <div>
                <Show when=move || is_unknown.get()>
                    <p class="actions">
                        <BusyButton
                            label=sentences::READ_IT_BACK
                            busy_label="Reading it back…"
                            busy=is_at(disabling, Work::Looking)
                            on_click=Callback::new(move |()| disabling.look(on_disabled))
                        />
                    </p>
                </Show>
            </div>
            <p class="actions">
                <OperationWaiting
                    resource=derive(move || disabling.resource_asked())
                    verbs=&[Verb::Disabling]
                    vendor=Vendor::GitLab
                />
            </p>
            <div>
                <Show when=move || work.get() == Some(Work::Disabling)>
                    <p class="sub">"Disabling continues when you close this."</p>
                </Show>
            </div>
        </Dialog>
    }
}

/// Offers a copy of the settings, and says what is not in it.
#[component]
fn Keep(disabling: Disabling) -> impl IntoView {
    let Disabling { subject, said, problem, .. } = disabling;
    let secrets =
        memo(move || subject.read().as_ref().map(|subject| secret_labels(&subject.slug)).unwrap_or_default());
    let kept = move || match secrets.read().as_slice() {
        [] => "The file contains all settings that GitLab shows, without secrets.".to_owned(),
        labels => format!(
            "The file contains all settings except secrets, which GitLab does not show: {}. Keep those elsewhere.",
            labels.join(", ")
        ),
    };
    let is_unknown = memo(move || matches!(*problem.read(), Some(Problem::Unknown(..))));
    let disabled_because = derive(move || {
        is_unknown.get().then(|| "Its settings may be gone. Check first whether it is disabled.".to_owned())
    });
    view! {
        <div class="keep">
            <p>{kept}</p>
            <BusyButton
                label=sentences::DOWNLOAD_SETTINGS
                busy_label="Reading the settings…"
                busy=is_at(disabling, Work::Reading)
                disabled_because
                on_click=Callback::new(move |()| disabling.download())
            />
            <p class="sub" role="status">{move || said.get()}</p>
        </div>
    }
}

fn is_at(disabling: Disabling, work: Work) -> Signal<bool> {
    derive(move || disabling.work.get() == Some(work))
}

fn error_notice(disabling: Disabling, on_disabled: Callback<String>) -> AnyView {
    let disable = Callback::new(move |()| disabling.disable(on_disabled));
    match disabling.problem.get() {
        None => ().into_any(),
        Some(Problem::NotRead(error)) => {
            let on_retry = Callback::new(move |()| disabling.download());
            view! { <ErrorNotice error doing="Reading its settings failed" on_retry /> }.into_any()
        }
        Some(Problem::Refused(error)) => {
            view! { <ErrorNotice error doing="Disabling failed" on_retry=disable /> }.into_any()
        }
        Some(Problem::GivenUp(error, doing, more)) => {
            view! { <ErrorNotice error doing more on_retry=disable /> }.into_any()
        }
        Some(Problem::StillActive(Some(error))) => {
            let title = "Disabling failed: it is still active";
            view! { <ErrorNotice error title more="GitLab has not disabled it. Try again." on_retry=disable /> }
                .into_any()
        }
        Some(Problem::StillActive(None)) => view! {
            <Notice tone=Tone::Bad title="It is still active" alert=true>
                <p>"GitLab accepted the request, but has not disabled it. Try again in a minute."</p>
            </Notice>
        }
        .into_any(),
        Some(Problem::Unknown(error, _)) => {
            let title = "It is not known yet whether it is disabled";
            let more = "GitLab may have disabled it anyway. Read back what it has.";
            // Its button is not a part of the notice, which is drawn again: so it keeps the focus.
            let on_retry = Callback::new(|()| {});
            view! { <ErrorNotice error title more retry_label="" on_retry /> }.into_any()
        }
    }
}
