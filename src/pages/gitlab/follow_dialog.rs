//! The dialog that gives up own settings for inherited ones: what that does, what will be different, the request.

use super::following::{Following, Outlook, Problem};
use super::opened::Opened;
use crate::browser::reactive::{click, derive};
use crate::edit::Waiting;
use crate::sentences;
use crate::session::ErrorNotice;
use crate::ui::{BusyButton, ButtonTone, Dialog, Notice, Tone};
use leptos::prelude::*;
use patchbay_model::{Change, Vendor};

/// Opens the dialog, where the server can do it and the integration has settings of its own.
#[component]
pub fn FollowButton(opened: Opened, following: Following) -> impl IntoView {
    let because = derive(move || opened.why_not());
    let label = format!("{}…", sentences::USE_INHERITED_SETTINGS);
    view! {
        <span>
            <Show when=move || opened.inherits() == Some(false)>
                <span>
                    <BusyButton
                        label=label.clone()
                        disabled_because=because
                        on_click=Callback::new(move |()| following.ask())
                    />
                </span>
            </Show>
        </span>
    }
}

/// Used once on a page.
#[component]
pub fn FollowDialog(following: Following) -> impl IntoView {
    let Following { opened, open, busy, outlook, problem, .. } = following;
    let title = derive(move || {
        format!("{} for {} in {}?", sentences::USE_INHERITED_SETTINGS, opened.title(), opened.path())
    });
    let waits = derive(move || opened.waits().filter(|_| !busy.get()));
    let follow = Callback::new(move |()| following.follow());
    let actions = move || {
        view! {
            <button type="button" on:click=click(move || open.set(false))>
                {move || if busy.get() { "Do not wait" } else { "Cancel" }}
            </button>
            <BusyButton
                label=sentences::USE_INHERITED_SETTINGS
                busy_label="Replacing the settings…"
                busy
                tone=ButtonTone::Danger
                disabled_because=waits
                on_click=follow
            />
        }
    };
    view! {
        <Dialog open title tone=Tone::Bad actions>
            <p>
                "Its own settings are replaced by those of the nearest group above it that has some, or of the instance. From then on it follows them. GitLab keeps no copy of its own settings and secrets."
            </p>
            {opened
                .has_typed()
                .then(|| view! { <p>"What you typed in the form, secrets included, is given up."</p> })}
            <div>{move || outlook_view(outlook.get())}</div>
            <details>
                <summary>"The request"</summary>
                <pre class="code" tabindex="0" role="group" aria-label="JSON that will be sent">
                    {following.body()}
                </pre>
                <p class="hint">
                    "GitLab wants the required values in every request and ignores them in this one."
                </p>
            </details>
            <div>{move || problem_view(following, problem.get())}</div>
            <p class="actions">
                <Waiting busy vendor=Vendor::GitLab on_stop=Callback::new(move |()| following.stop_waiting()) />
            </p>
        </Dialog>
    }
}

fn outlook_view(outlook: Outlook) -> AnyView {
    match outlook {
        Outlook::Reading => {
            view! { <p class="sub">"Reading the settings of the groups above…"</p> }.into_any()
        }
        Outlook::Hidden => view! {
            <p>"Which settings it gets, GitLab shows only afterwards."</p>
        }
        .into_any(),
        Outlook::Known { path, changes, is_active } => {
            let inactive = (!is_active).then(|| {
                view! { <p>{format!("It is not active in {path}, so GitLab may switch it off here too.")}</p> }
            });
            let title = match changes.is_empty() {
                true => format!("The group {path} has the same settings, as far as GitLab shows them."),
                false => format!("It gets the settings of the group {path}:"),
            };
            view! {
                <p>{title}</p>
                <div class="diff">{changes.into_iter().map(change).collect_view()}</div>
                {inactive}
            }
            .into_any()
        }
    }
}

fn change(change: Change) -> AnyView {
    let Change { label, before, after, .. } = change;
    view! {
        <div>
            <b>{label}</b>
            <del class="mono">{before}</del>
            <span class="sr-only">" becomes "</span>
            <ins class="mono new">{after}</ins>
        </div>
    }
    .into_any()
}

fn problem_view(following: Following, problem: Option<Problem>) -> AnyView {
    let bad = |title: &'static str, text: String| {
        view! {
            <Notice tone=Tone::Bad title alert=true>
                <p>{text}</p>
            </Notice>
        }
        .into_any()
    };
    match problem {
        None => ().into_any(),
        Some(Problem::Failed(error)) => {
            let on_retry = Callback::new(move |()| following.follow());
            view! { <ErrorNotice error doing="Nothing was changed" on_retry /> }.into_any()
        }
        Some(Problem::Unknown(error)) => {
            let on_retry = Callback::new(move |()| following.look());
            let title = "It is not known yet whether it uses inherited settings";
            let more = "GitLab may have done it anyway. Read back what it has before you try again.";
            view! { <ErrorNotice error title more retry_label=sentences::READ_IT_BACK on_retry /> }.into_any()
        }
        Some(Problem::Refused(said)) => bad("GitLab refused it", said),
        Some(Problem::Other(sentence)) => bad("It still is not as asked", sentence.to_owned()),
    }
}
