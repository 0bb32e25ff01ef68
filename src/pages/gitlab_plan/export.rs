//! A file of the integrations that are active in the chosen projects and groups.

use super::head::Head;
use super::homes::active;
use super::prepare::target;
use super::read::{Opening, Reading, SETTINGS_READ};
use crate::browser::numbers::count_of;
use crate::browser::slices::Slices;
use crate::browser::task::spawn;
use crate::browser::{clock, dates, download};
use crate::route::{GitLabPlan, GitLabRoute, Route};
use crate::sentences;
use crate::session::Session;
use crate::ui::{BusyButton, ButtonTone, Notice, Tone, toast};
use leptos::prelude::*;
use patchbay_model::gitlab::Level;
use patchbay_model::gitlab::file::{export_json_in_slices, terraform};
use patchbay_model::gitlab::plan::Opened;
use std::sync::Arc;

/// In which format.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Json,
    Terraform,
}

/// The page: reads the settings, then asks for the format.
#[component]
pub fn ExportPage(session: Session) -> impl IntoView {
    let (all, others) = active(session, target(session, Level::Project));
    let import = Route::GitLab(GitLabRoute::plan(session.server.place(), GitLabPlan::Import)).to_string();
    // A project or group without any is in the file too, and nothing is read of it.
    let (empty, wanted): (Vec<Opened>, Vec<Opened>) = all.into_iter().partition(|one| one.slug.is_empty());
    let (empty, others) = (Arc::new(empty), others.len());
    let body = Reading::begin(session, wanted).then(SETTINGS_READ, move |all| {
        view! { <ExportForm session opening=Opening::of(all) empty=empty.clone() others /> }.into_any()
    });
    view! {
        <Head session title=sentences::EXPORT_INTEGRATIONS>
            <a class="btn" href=import>
                {sentences::IMPORT_A_FILE}
            </a>
        </Head>
        {body}
    }
}

#[component]
fn ExportForm(
    session: Session,
    opening: Opening,
    /// Projects and groups in which nothing is active.
    empty: Arc<Vec<Opened>>,
    /// How many projects and groups could not be read.
    others: usize,
) -> impl IntoView {
    let Opening { opened, unread } = opening;
    let unread = unread.len() + others;
    let count = opened.len();
    let all: Arc<Vec<Opened>> = Arc::new(opened.iter().chain(empty.iter()).cloned().collect());
    let format = RwSignal::new(Format::Json);
    let busy = RwSignal::new(false);
    let save = Callback::new(move |()| {
        busy.set(true);
        let (all, format) = (all.clone(), format.get_untracked());
        spawn(async move {
            save(session, &all, count, format).await;
            busy.try_set(false);
        });
    });
    let radio = move |value: Format, label: &'static str| {
        view! {
            <label>
                <input
                    type="radio"
                    name="export-as"
                    prop:checked=move || format.get() == value
                    on:change=move |_| format.set(value)
                />
                <span>{label}</span>
            </label>
        }
    };
    let left_out = (unread > 0).then(|| {
        let title = format!("{} could not be read", count_of(unread, "integration", "integrations"));
        view! {
            <Notice tone=Tone::Warn title alert=true>
                <p>"The file does not have them. Open this page again to read all of them once more."</p>
            </Notice>
        }
    });
    view! {
        {left_out}
        <p class="sub">{format!("{} read.", count_of(count, "active integration is", "active integrations are"))}</p>
        <div class="panel section">
            <fieldset class="radios">
                <legend>"Format"</legend>
                {radio(Format::Json, "JSON, with every setting")}
                {radio(Format::Terraform, "Terraform, for the provider gitlabhq/gitlab")}
            </fieldset>
            <p class="sub">
                {move || match format.get() {
                    Format::Json => {
                        "No file has secrets. Import it again to see how GitLab differs from it, or to make GitLab match it."
                    }
                    Format::Terraform => {
                        "Secrets are variables. What the provider has no resource for stands there as a comment."
                    }
                }}
            </p>
            <p class="actions">
                <BusyButton label="Save file" busy_label="Writing…" busy tone=ButtonTone::Primary on_click=save />
            </p>
        </div>
    }
}

async fn save(session: Session, all: &[Opened], count: usize, format: Format) {
    let at = dates::universal(clock::now());
    let day = at.split('T').next().unwrap_or_default();
    let gitlab = session.server.url("");
    let (ending, media_type, text) = match format {
        Format::Json => {
            let mut slices = Slices::new();
            let text = export_json_in_slices(all, &gitlab, &at, &mut async || slices.rest().await).await;
            ("json", "application/json", text)
        }
        Format::Terraform => ("tf", "text/plain", terraform(all, &gitlab, &at)),
    };
    let name = format!("gitlab-integrations-{day}.{ending}");
    if download::text_of(media_type, &name, &text) {
        toast(Tone::Good, format!("{} saved in {name}.", count_of(count, "integration", "integrations")));
    } else {
        toast(Tone::Bad, "The browser did not save the file. Allow downloads for this page.");
    }
}
