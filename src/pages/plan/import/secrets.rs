//! The secrets that a file leaves out, typed once for all that share them.

use crate::browser::numbers::count_of;
use crate::browser::reactive::derive;
use crate::browser::slices::Slices;
use crate::ui::{SecretInput, fresh_id};
use leptos::prelude::*;
use patchbay_model::gij::file::{Import, SecretGroup};
use patchbay_model::gij::{Auth, Project};
use patchbay_model::text::{NAME, secret, short};

/// What was typed for one group.
#[derive(Clone, Copy)]
pub struct Typed {
    username: RwSignal<String>,
    secret: RwSignal<String>,
}

impl Typed {
    /// Nothing yet.
    pub fn new() -> Self {
        Self { username: RwSignal::new(String::new()), secret: RwSignal::new(String::new()) }
    }

    /// User name and secret, which are forgotten here.
    pub fn take(self) -> (String, String) {
        let secret = self.secret.get_untracked();
        self.secret.set(String::new());
        (self.username.get_untracked(), secret)
    }
}

/// Fills in what was typed for each group, user name and secret.
pub async fn fill(import: &mut Import, typed: &[(String, String)], projects: &[Project]) {
    let mut slices = Slices::new();
    for (group, (username, secret)) in typed.iter().enumerate() {
        let mut rest = async || slices.rest().await;
        import.fill_in_slices(group, username, secret, projects, &mut rest).await;
    }
}

/// A field for each group.
#[component]
pub fn Secrets(
    /// Why they are asked for, as a heading.
    title: &'static str,
    /// The groups.
    groups: Vec<SecretGroup>,
    /// What is typed for each.
    typed: Vec<Typed>,
) -> impl IntoView {
    let any = !groups.is_empty();
    let fields: Vec<AnyView> =
        groups.into_iter().zip(typed).map(|(group, typed)| field(&group, typed)).collect();
    any.then(|| {
        view! {
            <h3>{title}</h3>
            <p class="sub">
                "Type each once, for all that share it. Steps without their secret have a problem and are not sent."
            </p>
            {fields}
        }
    })
}

fn field(group: &SecretGroup, typed: Typed) -> AnyView {
    let what = match group.way {
        Auth::Token | Auth::TokenForAll => "Personal access token",
        Auth::Password => "Password",
        Auth::AccessKey => "Secret access key",
    };
    let is_token = matches!(group.way, Auth::Token | Auth::TokenForAll);
    let host = short(&group.host, NAME);
    let of = if group.username.is_empty() {
        String::new()
    } else {
        format!(" of {}", short(&group.username, NAME))
    };
    let label = format!("{what}{of} for {host}");
    let problem = derive(move || {
        let typed = typed.secret.read();
        // What was pasted along is taken off before it is sent.
        let given = if is_token { secret::clean_token(&typed) } else { secret::clean(&typed) };
        let check = if is_token { secret::check_token } else { secret::check };
        if given.is_empty() { None } else { check(given) }
    });
    let (id, name_id, hint_id) = (fresh_id("secret"), fresh_id("user"), fresh_id("hint"));
    let name = group.wants_username().then(|| {
        let label = match group.way {
            Auth::AccessKey => format!("Access key ID for {host}"),
            _ => format!("User name for {host}"),
        };
        view! {
            <div class="field">
                <label for=name_id.clone()>{label}</label>
                <input
                    id=name_id.clone()
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=typed.username
                    on:input=move |event| typed.username.set(event_target_value(&event))
                />
            </div>
        }
    });
    view! {
        {name}
        <div class="field">
            <label for=id.clone()>{label}</label>
            <SecretInput id value=typed.secret problem hinted_by=hint_id.clone() />
            <span class="hint" id=hint_id>
                {format!("For {}.", count_of(group.steps.len(), "integration", "integrations"))}
            </span>
        </div>
    }
    .into_any()
}
