//! The switches of the list whose answer takes long: each can be told to wait no longer.

use super::list_view::ListView;
use crate::api::Resource;
use crate::browser::reactive::memo;
use crate::browser::root;
use crate::edit::OperationWaiting;
use crate::store::work::{self, Verb};
use crate::ui::focus_title;
use leptos::prelude::*;
use patchbay_model::Vendor;
use patchbay_model::text::{NAME, short};

/// One line for each; nothing until an answer takes longer than usual. At the bottom of the window, because the row may be
/// anywhere.
#[component]
pub fn Waits(
    /// The list.
    list: ListView,
) -> impl IntoView {
    let (server, inventory) = (list.context.session.server, list.context.inventory);
    let under_way = memo(move || {
        let of = |(resource, verb): (Resource, Verb)| match resource {
            Resource::Jira { id: Some(id), .. } => Some((id, verb)),
            Resource::Jira { id: None, .. } | Resource::Repository { .. } | Resource::GitLab { .. } => None,
        };
        work::all(server, Verb::SWITCHING).into_iter().filter_map(of).collect::<Vec<_>>()
    });
    let line = move |(id, verb): (u64, Verb)| {
        let name = untrack(|| inventory.row(id)).map(|row| short(row.integration.name(), NAME));
        let name = name.unwrap_or_else(|| format!("integration {id}"));
        let doing =
            if verb == Verb::Enabling { format!("Enabling {name}") } else { format!("Disabling {name}") };
        // To the switch, as long as its row is drawn.
        let focus = Callback::new(move |()| {
            if !root::focus(&format!("enabled-{id}-0")) {
                focus_title();
            }
        });
        view! {
            <div class="wait">
                <OperationWaiting
                    resource=Signal::stored(Some(Resource::jira(server, id)))
                    verbs=Verb::SWITCHING
                    vendor=Vendor::Jira
                    doing
                    focus
                />
            </div>
        }
    };
    view! {
        <For each=move || under_way.get() key=|(id, _)| *id children=line />
    }
}
