//! Signing in with a personal access token, which is kept in memory until the page is closed.

use crate::api::{Server, probe};
use crate::browser::announcer::announce;
use crate::browser::effect::effect;
use crate::browser::root;
use crate::sentences;
use crate::ui::{BusyButton, ButtonTone, SecretInput};
use leptos::prelude::*;
use patchbay_model::Vendor;
use patchbay_model::text::secret;

/// A field for the token and a button. It refuses what cannot be a token; whether it is valid, the next request shows.
#[component]
pub fn TokenForm(
    /// The server that the token is for.
    server: Server,
    /// Runs when a token was given.
    #[prop(into)]
    on_given: Callback<()>,
) -> impl IntoView {
    let token = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = token.get_untracked();
        let given = secret::clean_token(&typed);
        let problem = match given {
            "" => Some(sentences::PASTE_A_TOKEN_FIRST.to_owned()),
            given => secret::check_token(given),
        };
        if let Some(problem) = &problem {
            // There it is read out with the field, and can be mended.
            announce(problem.clone());
            root::focus(TOKEN_FIELD);
        } else {
            server.set_token(Some(given.to_owned()));
            token.set(String::new());
            on_given.run(());
        }
        wrong.set(problem);
    };
    // What was said is about what was typed then.
    effect(move || {
        token.track();
        wrong.set(None);
    });
    let made = match server.vendor() {
        Vendor::Jira => "Create one in Jira under Profile, Personal Access Tokens.",
        Vendor::GitLab => "Create one in GitLab under Preferences, Access tokens, with the scope api.",
    };
    let hint =
        format!("{made} Patchbay keeps it in memory only: it is gone when you close or reload this page.");
    let warning = probe::is_in_clear(&server.url("")).then(|| {
        view! { <span class="hint warn">"It is sent over http, so others on the network can read it."</span> }
    });
    view! {
        <form class="sign-in" on:submit=submit>
            <div class="field">
                <label for=TOKEN_FIELD>{format!("Personal access token for {}", server.place())}</label>
                <SecretInput id=TOKEN_FIELD value=token problem=wrong />
                <span class="hint">{hint}</span>
                {warning}
            </div>
            <BusyButton label=sentences::SIGN_IN tone=ButtonTone::Primary submit=true />
        </form>
    }
}

/// The id of the field.
pub const TOKEN_FIELD: &str = "sign-in-token";
