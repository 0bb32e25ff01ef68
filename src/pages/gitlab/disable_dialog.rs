//! The dialog that disables an integration: says what becomes of its settings, and offers a copy of them first.

use super::disabling::{Disabling, Problem, Target, Work};
use super::export::secret_labels;
use super::words::settings_when_disabled;
use crate::browser::reactive::{derive, memo};
use crate::session::TroubleNotice;
use crate::ui::el::{El, button, el};
use crate::ui::{BusyButton, ButtonTone, Dialog, Notice, Tone};
use leptos::prelude::*;

/// Stands on a page once. `on_disabled` runs when GitLab has done it, with the name in addresses of what is disabled; it
/// reads anew what the page shows and takes care of the focus, because the button that opened the dialog may be gone.
#[component]
pub fn DisableDialog(
    /// What is asked, and where.
    disabling: Disabling,
    /// Runs afterwards.
    #[prop(into)]
    on_disabled: Callback<String>,
) -> impl IntoView {
    let Disabling { target, open, work, .. } = disabling;
    let title = derive(move || {
        let target = target.read();
        let ask = |target: &Target| format!("Disable {} in {}?", target.title, target.project.path);
        target.as_ref().map(ask).unwrap_or_default()
    });
    let waits_for = derive(move || match work.get() {
        Some(Work::Reading) => Some("Its settings are still being read.".to_owned()),
        Some(Work::Looking) => Some("It is being looked at.".to_owned()),
        Some(Work::Disabling) | None => None,
    });
    let actions = move || {
        // What is under way cannot be called back any more.
        let word = move || if work.get() == Some(Work::Disabling) { "Do not wait" } else { "Cancel" };
        let leave = button("").live_text(move || word().to_owned()).on_click(move || open.set(false));
        let disable = view! {
            <BusyButton
                label="Disable"
                busy_label="Disabling…"
                busy=is_at(disabling, Work::Disabling)
                tone=ButtonTone::Danger
                disabled_because=waits_for
                on_click=Callback::new(move |()| disabling.disable(on_disabled))
            />
        };
        vec![leave.into_any(), disable.into_any()]
    };
    let body = move || body(disabling, on_disabled);
    view! { <Dialog open title tone=Tone::Bad actions>{body()}</Dialog> }
}

fn is_at(disabling: Disabling, work: Work) -> Signal<bool> {
    derive(move || disabling.work.get() == Some(work))
}

fn body(disabling: Disabling, on_disabled: Callback<String>) -> Vec<El> {
    let Disabling { session, target, said, problem, .. } = disabling;
    let secrets =
        memo(move || target.read().as_ref().map(|target| secret_labels(&target.slug)).unwrap_or_default());
    let lost = el("p")
        .text("It stops working at once. ")
        .live_text(move || settings_when_disabled(session.version.get().as_deref()).to_owned());
    let kept = el("p").live_text(move || match secrets.read().as_slice() {
        [] => "The file holds all settings that GitLab tells, and no secret.".to_owned(),
        labels => format!(
            "The file holds all settings but what is secret, which GitLab does not tell: {}. Keep that elsewhere.",
            labels.join(", ")
        ),
    });
    let is_unknown = memo(move || matches!(*problem.read(), Some(Problem::Unknown(..))));
    let download = view! {
        <BusyButton
            label="Download settings without secrets"
            busy_label="Reading the settings…"
            busy=is_at(disabling, Work::Reading)
            disabled_because=derive(move || {
                is_unknown.get().then(|| "Its settings may be gone. Look first whether it is disabled.".to_owned())
            })
            on_click=Callback::new(move |()| disabling.download())
        />
    };
    let done = el("p").class("sub").attr("role", "status").live_text(move || said.get());
    let goes_on = || el("p").class("sub").text("It goes on when this is closed.");
    vec![
        lost,
        el("div").class("keep").child(kept).view(download).child(done),
        el("div").live_view(move || trouble(disabling, on_disabled)),
        el("div").when(is_at(disabling, Work::Disabling), goes_on),
    ]
}

fn trouble(disabling: Disabling, on_disabled: Callback<String>) -> AnyView {
    let disable = Callback::new(move |()| disabling.disable(on_disabled));
    match disabling.problem.get() {
        None => ().into_any(),
        Some(Problem::NotRead(error)) => {
            let on_retry = Callback::new(move |()| disabling.download());
            view! { <TroubleNotice error doing="Reading its settings failed" on_retry /> }.into_any()
        }
        Some(Problem::Refused(error)) => {
            view! { <TroubleNotice error doing="Disabling failed" on_retry=disable /> }.into_any()
        }
        Some(Problem::StillActive(Some(error))) => {
            let title = "Disabling failed: it is still active";
            view! { <TroubleNotice error title more="GitLab has not disabled it. Try again." on_retry=disable /> }
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
            let more = "GitLab may have disabled it all the same. Read back what it has.";
            let on_retry = Callback::new(move |()| disabling.look(on_disabled));
            view! { <TroubleNotice error title more retry_label="Read it back" on_retry /> }.into_any()
        }
    }
}
