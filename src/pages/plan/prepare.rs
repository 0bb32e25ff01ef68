//! From the chosen integrations to a plan: reads them whole, because the list keeps only what it shows.

use crate::api::{Loaded, jira};
use crate::browser::numbers::count_of;
use crate::browser::reactive::click;
use crate::browser::slices::Slices;
use crate::browser::task::spawn;
use crate::pages::jira::consequences::DeleteFiles;
use crate::pages::jira::list_as_left;
use crate::plan;
use crate::plan::jira::JiraCarrier;
use crate::route::{JiraPage, Navigation, PlanPage, navigation};
use crate::sentences;
use crate::session::awaited::awaited;
use crate::session::{Session, session};
use crate::store::{Inventory, inventory};
use crate::ui::{Empty, PageTitle, Skeleton};
use leptos::prelude::*;
use patchbay_model::gij::Integration;
use patchbay_model::gij::plan::{Planned, remove, switch};
use std::collections::HashMap;
use std::sync::Arc;

/// Integrations in whole, in the order of the list.
pub type Chosen = Arc<Vec<Integration>>;

/// Reads the integrations that are chosen.
pub fn read_chosen(session: Session, inventory: Inventory) -> Loaded<Chosen> {
    let read = Loaded::<Chosen>::new();
    let ids = inventory.selection.ids();
    inventory.load_projects();
    read.load(move || {
        let ids = ids.clone();
        async move {
            let listed = jira::list(session.server).await?;
            let chosen = listed.read.into_iter().filter(|one| ids.binary_search(&one.id).is_ok());
            let mut chosen: Vec<_> = chosen.collect();
            // By name, as the list is read; without it, as Jira has them.
            let rows = untrack(|| inventory.rows());
            let places: HashMap<u64, usize> = rows.iter().map(|row| (row.id(), row.place)).collect();
            chosen.sort_by_cached_key(|one| places.get(&one.id).copied());
            Ok(Arc::new(chosen))
        }
    });
    read
}

/// The way to the plan from the page that prepares it. Made while that is drawn: a handler does not know the way.
#[derive(Clone, Copy)]
pub struct Opener {
    session: Session,
    inventory: Inventory,
    navigation: Navigation,
    /// Ends with the page.
    page: StoredValue<()>,
}

impl Opener {
    /// From the page that is being drawn.
    pub fn here() -> Self {
        let page = StoredValue::new(());
        Self { session: session(), inventory: inventory(), navigation: navigation(), page }
    }

    /// Whether the page is still there.
    pub fn is_here(self) -> bool {
        !self.page.is_disposed()
    }

    /// Opens the plan, and its page in place of this one. `first`: see [`plan::open`].
    pub fn open(self, title: String, planned: Vec<Planned>, first: Vec<Vec<usize>>) {
        self.open_all(title, planned.into_iter().map(plan::Planned::Jira).collect(), first);
    }

    /// The same with what is planned already in the terms of both vendors.
    pub fn open_all(self, title: String, planned: Vec<plan::Planned>, first: Vec<Vec<usize>>) {
        let carrier = JiraCarrier::of(self.session, self.inventory, self.navigation);
        plan::open(self.session, carrier, title, planned, first);
        self.navigation.amend(self.session.route(JiraPage::Plan(PlanPage::Open)));
    }
}

/// "Disable 12 integrations".
pub fn title_of(verb: &str, count: usize) -> String {
    format!("{verb} {}", count_of(count, "integration", "integrations"))
}

/// Draws what is done with the chosen integrations, once they are read; says where to choose some when there are none.
pub fn with_chosen(title: &'static str, draw: impl Fn(Chosen) -> AnyView + Send + Sync + 'static) -> AnyView {
    let (session, inventory) = (session(), inventory());
    if inventory.selection.ids().is_empty() {
        return view! {
            <div class="head">
                <PageTitle title />
            </div>
            {nothing_chosen(session)}
        }
        .into_any();
    }
    let read = read_chosen(session, inventory);
    let draw = Arc::new(draw);
    view! {
        <div class="head">
            <PageTitle title has_error=Signal::derive(move || read.error().is_some()) />
        </div>
        {move || match read.get() {
            Some(chosen) if chosen.is_empty() => nothing_chosen(session).into_any(),
            Some(chosen) => draw(chosen),
            None => awaited(read, 8),
        }}
    }
    .into_any()
}

fn nothing_chosen(session: Session) -> impl IntoView {
    view! {
        <Empty title=sentences::NO_INTEGRATION_IS_CHOSEN text="Choose some in the list with the boxes before their names.">
            <a class="btn" href=list_as_left(navigation(), session).to_string()>
                {sentences::GO_TO_THE_LIST}
            </a>
        </Empty>
    }
}

/// Plans this for each of the chosen integrations, and opens the plan if the page is still there.
fn plan_each(opener: Opener, verb: &'static str, chosen: Chosen, plan: Box<dyn Fn(Integration) -> Planned>) {
    spawn(async move {
        let mut slices = Slices::new();
        let mut planned = Vec::with_capacity(chosen.len());
        for one in chosen.iter() {
            planned.push(plan(one.clone()));
            slices.rest().await;
        }
        if opener.is_here() {
            opener.open(title_of(verb, planned.len()), planned, Vec::new());
        }
    });
}

/// Enabling or disabling: there is nothing to ask.
#[component]
pub fn Prepare(on: bool) -> impl IntoView {
    let opener = Opener::here();
    let verb = if on { "Enable" } else { "Disable" };
    let draw = move |chosen: Chosen| {
        plan_each(opener, verb, chosen, Box::new(move |one| switch(one, on)));
        view! { <Skeleton rows=8 /> }.into_any()
    };
    with_chosen(if on { "Enable integrations" } else { "Disable integrations" }, draw)
}

/// Removing: whether with Jira's copies of the repositories.
#[component]
pub fn PrepareRemoval() -> impl IntoView {
    let opener = Opener::here();
    let draw = move |chosen: Chosen| {
        let delete_files = RwSignal::new(false);
        let folders = chosen.iter().filter(|one| one.kind.is_folder()).count();
        let show = click(move || {
            let delete_files = delete_files.get_untracked();
            let plan = Box::new(move |one| remove(one, delete_files));
            plan_each(opener, "Remove", chosen.clone(), plan);
        });
        let stay = (folders > 0).then(|| {
            let text = count_of(folders, "of them is a tracked folder", "of them are tracked folders");
            view! { <p>{format!("{text}: the repositories there stay where they are.")}</p> }
        });
        view! {
            <div class="panel section">
                <p>
                    "Issues no longer show their commits, branches and pull requests. Their settings and stored credentials are lost."
                </p>
                <DeleteFiles delete_files />
                {stay}
                <p class="actions">
                    <button type="button" class="primary" on:click=show>
                        {sentences::SHOW_THE_PLAN}
                    </button>
                </p>
            </div>
        }
        .into_any()
    };
    with_chosen("Remove integrations", draw)
}
