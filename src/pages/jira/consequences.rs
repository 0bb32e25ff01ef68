//! What is deleted with an integration, and what stays.

use crate::browser::numbers::count_of;
use leptos::prelude::*;
use patchbay_model::gij::Brief;
use patchbay_model::text::{NAME, short};

/// The list, and the choice whether to delete Jira's copies of the repositories.
#[component]
pub fn Consequences(
    /// The integration to remove.
    integration: Brief,
    /// Whether to delete the copies.
    delete_files: RwSignal<bool>,
) -> impl IntoView {
    let projects = match integration.is_global() {
        Some(true) => "all projects".to_owned(),
        Some(false) => count_of(integration.projects().len(), "project", "projects"),
        None => "the projects it is associated with".to_owned(),
    };
    let files = if integration.kind.is_folder() {
        // The vendor warns that deleteFiles can erase the original repositories of a tracked folder.
        let folder = short(integration.origin(), NAME);
        view! { <p>"The repositories in the folder " <code>{folder}</code> " stay where they are."</p> }
            .into_any()
    } else {
        view! { <DeleteFiles delete_files /> }.into_any()
    };
    view! {
        <p>
            "Issues of " <b>{projects}</b>
            " no longer show its commits, branches and pull requests. Its settings and stored credentials are lost, and this cannot be undone."
        </p>
        {files}
    }
}

/// The choice whether to delete the copies.
#[component]
pub fn DeleteFiles(
    /// Whether to delete the copies.
    delete_files: RwSignal<bool>,
) -> impl IntoView {
    let change = move |_| delete_files.update(|delete| *delete = !*delete);
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=delete_files on:change=change />
            <span>
                "Also delete Jira’s copies of the repositories"
                <small>
                    "Frees disk space on the Jira server. The repositories on the host are not touched. If you leave this off, the copies stay until somebody deletes them by hand."
                </small>
            </span>
        </label>
    }
}
