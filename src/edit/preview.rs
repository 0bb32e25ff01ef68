//! Beside the form: what changes, and the request as JSON and as a curl command. Secrets are placeholders.

use crate::browser::effect::effect;
use crate::browser::numbers::{self, count_of};
use crate::browser::reactive::{derive, memo};
use crate::form::FormState;
use crate::route::navigation;
use crate::sentences;
use crate::ui::{CopyButton, Disclosure, Tabs, tab_id, tab_panel_id};
use leptos::prelude::*;
use patchbay_model::{Change, Mode, Object, Vendor, command};
use serde_json::Value;

/// A request that would be sent now.
#[derive(Clone, PartialEq)]
pub struct Preview {
    /// Whose server takes it.
    pub vendor: Vendor,
    /// `POST` or `PUT`.
    pub method: &'static str,
    /// Its address.
    pub url: String,
    /// The body, with secrets; nothing here shows them.
    pub body: Object,
    /// The integration as the server has it, when there is one.
    pub current: Option<Object>,
}

/// An object of the request or of the server as JSON, with placeholders for secrets.
fn as_json(vendor: Vendor, object: &Object) -> String {
    let object = command::redact(vendor, object);
    serde_json::to_string_pretty(&Value::Object(object)).unwrap_or_default()
}

/// Three tabs.
#[component]
pub fn Side(
    /// The form.
    form: FormState,
    /// The request.
    preview: Signal<Preview>,
) -> impl IntoView {
    // The address says which one is open, so that a link shows the same.
    let shown = navigation().view();
    let selected = RwSignal::new("changes");
    effect(move || {
        let view = shown.read();
        selected.set(["json", "curl"].into_iter().find(|tab| *tab == *view).unwrap_or("changes"));
    });
    effect(move || {
        let view = Some(selected.get()).filter(|tab| *tab != "changes").unwrap_or_default();
        navigation().show(view);
    });
    let changes = memo(move || form.changes());
    let creating = form.schema().mode == Mode::Create;
    let title = move || {
        let count = numbers::count(changes.read().len());
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

/// The changes in a line that opens, right above the button that saves: for where [`Side`] is far below.
#[component]
pub fn ChangesInShort(
    /// The form.
    form: FormState,
) -> impl IntoView {
    let creating = form.schema().mode == Mode::Create;
    let count = memo(move || form.differing());
    let (one, many) = if creating { ("setting", "settings") } else { ("change", "changes") };
    view! {
        <Disclosure
            class="in-short"
            shown=derive(move || count.get() != 0)
            summary=derive(move || count_of(count.get(), one, many))
        >
            <Changes changes=memo(move || form.changes()) creating />
        </Disclosure>
    }
}

#[component]
fn Changes(changes: Memo<Vec<Change>>, creating: bool) -> impl IntoView {
    move || {
        let changes = changes.get();
        if changes.is_empty() {
            return view! { <p class="diff sub">{sentences::NOTHING_HAS_BEEN_CHANGED_YET}</p> }.into_any();
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
    let sent = memo(move || {
        let Preview { vendor, body, .. } = preview.get();
        as_json(vendor, &body)
    });
    let current = move || {
        let Preview { vendor, current, .. } = preview.get();
        current.map(|current| {
            view! {
                <h3>{format!("What {vendor} has")}</h3>
                <pre class="code" tabindex="0" role="group" aria-label=format!("JSON that {vendor} has")>
                    {as_json(vendor, &current)}
                </pre>
            }
        })
    };
    view! {
        <div class="as-code">
            <h3>"What will be sent"</h3>
            <pre class="code" tabindex="0" role="group" aria-label="JSON that will be sent">
                {move || sent.get()}
            </pre>
            <CopyButton label="Copy JSON" text=sent />
            {move || current()}
        </div>
    }
}

#[component]
fn Curl(preview: Signal<Preview>) -> impl IntoView {
    let text = memo(move || {
        let Preview { vendor, method, url, body, current } = preview.get();
        // With nothing to send, the command reads what is there.
        match (current, body.is_empty()) {
            (Some(_), true) => command::curl(vendor, "GET", &url, None),
            _ => command::curl(vendor, method, &url, Some(&body)),
        }
    });
    // The variables of the secrets are named in the body.
    let hint = move || match preview.read().vendor {
        Vendor::Jira => {
            "Set $JIRA_TOKEN to your own token for Jira, and $TOKEN or $PASSWORD to the secret that the host takes."
        }
        Vendor::GitLab => {
            "Set $GITLAB_TOKEN to your own token for GitLab, and the other variables to the secrets that stand in their place."
        }
    };
    view! {
        <div class="as-code">
            <pre class="code" tabindex="0" role="group" aria-label="Command">
                {move || text.get()}
            </pre>
            <CopyButton label="Copy command" text />
            <p class="hint">{move || hint()}</p>
        </div>
    }
}
