//! Beside the form: what changes, and the request as JSON and as a curl command. Secrets are placeholders.

use crate::form::FormState;
use crate::reactive::{derive, memo};
use crate::ui::{CopyButton, Tabs, tab_id, tab_panel_id};
use leptos::prelude::*;
use patchbay_model::gij::is_secret;
use patchbay_model::{Change, Mode, Object, command};
use serde_json::Value;

/// A request that would be sent now.
#[derive(Clone, PartialEq)]
pub struct Preview {
    /// `POST` or `PUT`.
    pub method: &'static str,
    /// Where it goes.
    pub url: String,
    /// The body, with secrets; nothing here shows them.
    pub body: Object,
    /// The integration as Jira has it, when there is one.
    pub current: Option<Object>,
}

/// Three tabs.
#[component]
pub fn Side(
    /// The form.
    form: FormState,
    /// The request.
    preview: Signal<Preview>,
) -> impl IntoView {
    let selected = RwSignal::new("changes");
    let changes = memo(move || form.changes());
    let creating = form.schema().mode == Mode::Create;
    let title = move || {
        let count = changes.read().len();
        if creating { format!("Settings · {count}") } else { format!("Changes · {count}") }
    };
    let tabs = vec![
        ("changes", derive(title)),
        ("json", derive(|| "JSON".to_owned())),
        ("curl", derive(|| "curl".to_owned())),
    ];
    let panel = move || match selected.get() {
        "json" => view! { <Json preview /> }.into_any(),
        "curl" => view! { <Curl preview /> }.into_any(),
        _ => view! { <Changes changes creating /> }.into_any(),
    };
    view! {
        <aside class="panel side" aria-label="What will be sent">
            <Tabs label="What will be sent" tabs selected />
            <div
                role="tabpanel"
                id=move || tab_panel_id(selected.get())
                aria-labelledby=move || tab_id(selected.get())
                tabindex="0"
            >
                {move || panel()}
            </div>
        </aside>
    }
}

#[component]
fn Changes(changes: Memo<Vec<Change>>, creating: bool) -> impl IntoView {
    move || {
        let changes = changes.get();
        if changes.is_empty() {
            return view! { <p class="diff sub">"Nothing has been changed yet."</p> }.into_any();
        }
        let one = move |change: Change| {
            let Change { label, before, after, .. } = change;
            let was = (!creating)
                .then(|| view! { <del class="mono">{before}</del> <span class="sr-only">" becomes "</span> });
            let class = if creating { "mono" } else { "mono new" };
            let is = if creating {
                view! { <span class=class>{after}</span> }.into_any()
            } else {
                view! { <ins class=class>{after}</ins> }.into_any()
            };
            view! { <div><b>{label}</b> {was} {is}</div> }
        };
        view! { <div class="diff">{changes.into_iter().map(one).collect_view()}</div> }.into_any()
    }
}

#[component]
fn Json(preview: Signal<Preview>) -> impl IntoView {
    let sent = memo(move || pretty(&command::redact(&preview.read().body, is_secret)));
    let current = move || {
        preview.read().current.as_ref().map(|current| {
            let text = pretty(&command::redact(current, is_secret));
            view! {
                <h3>"What Jira has"</h3>
                <pre class="code" tabindex="0">{text}</pre>
            }
        })
    };
    view! {
        <div class="as-code">
            <h3>"What will be sent"</h3>
            <pre class="code" tabindex="0">{move || sent.get()}</pre>
            <CopyButton label="Copy JSON" text=sent />
            {move || current()}
        </div>
    }
}

#[component]
fn Curl(preview: Signal<Preview>) -> impl IntoView {
    // With nothing to send, the command reads what is there.
    let text = memo(move || match preview.get() {
        Preview { url, body, current: Some(_), .. } if body.is_empty() => {
            command::curl(command::Server::Jira, "GET", &url, None, is_secret)
        }
        Preview { method, url, body, .. } => {
            command::curl(command::Server::Jira, method, &url, Some(&body), is_secret)
        }
    });
    view! {
        <div class="as-code">
            <pre class="code" tabindex="0">{move || text.get()}</pre>
            <CopyButton label="Copy command" text />
            <p class="hint">
                "Set $JIRA_TOKEN to your own token for Jira, and $TOKEN or $PASSWORD to the secret that the host takes."
            </p>
        </div>
    }
}

fn pretty(object: &Object) -> String {
    serde_json::to_string_pretty(&Value::Object(object.clone())).unwrap_or_default()
}
