//! Changing settings of one integration in many projects and groups.

use super::opener::Opener;
use super::prepare::{counted, title_of};
use super::read::Opening;
use super::secrets::Secrets;
use crate::browser::leaving;
use crate::browser::numbers::count_of;
use crate::browser::reactive::{derive, memo};
use crate::browser::slices::Slices;
use crate::browser::task::spawn;
use crate::edit::LeavingDialog;
use crate::pages::plan::edits::adder::Adder;
use crate::pages::plan::edits::block::Block;
use crate::pages::plan::edits::outlook::OutlookView;
use crate::pages::plan::edits::state::{Edited, Edits, Preparing};
use crate::plan::Planned;
use crate::route::{Guard, navigation};
use crate::sentences;
use crate::session::Session;
use crate::ui::{BusyButton, ButtonTone, Notice, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::find;
use patchbay_model::gitlab::plan::{apply_all_in_slices, fields_of};
use patchbay_model::plan::edits::Edit;
use patchbay_model::plan::inputs;
use patchbay_model::text::{NAME, short};
use patchbay_model::{Field, Vendor};
use std::sync::Arc;

/// What the secrets of a change are called on the page.
const SECRETS: &str = "Secrets";

/// The page, once it is read. It begins with a change of this field, by its name on the wire, unless that is empty.
#[component]
pub fn ChangeForm(session: Session, slug: String, opening: Opening, field: String) -> impl IntoView {
    let opener = Opener::here(session);
    let secrets = Secrets::of_integration(&slug, &opening.opened);
    let chosen = counted(opening.homes());
    let active = opening.opened.iter().filter(|one| one.is_active()).count();
    let edits = Edits::new(edited(&slug, &opening, secrets), |form| form);
    let (problem, now) = (edits.problem(), edits.edits());
    let place = edits.place(&field);
    if let Some(at) = place {
        edits.pick(at);
    }
    let cannot_begin =
        (place.is_none() && !field.is_empty() && edits.count() > 0).then(|| cannot_be_changed(&slug, &field));
    let first = now.get_untracked();
    let is_begun = memo(move || *now.read() != first || secrets.any());
    navigation().guard(derive(move || if is_begun.get() { Guard::Unsaved } else { Guard::Clear }));
    leaving::guard(is_begun.into());
    let disabled_because = derive(move || match now.read().is_empty() && !secrets.any() {
        true => Some("Add a setting to change, or enter a new secret.".to_owned()),
        false => problem.get().or_else(|| secrets.problem()),
    });
    let all_problems = memo(move || problem.get().or_else(|| secrets.problem()));
    let busy = RwSignal::new(false);
    let title = format!("Change {} in {chosen}", title_of(&slug));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() || untrack(|| disabled_because.get()).is_some() {
            secrets.form.submitted.set(true);
            return;
        }
        busy.set(true);
        let title = title.clone();
        spawn(async move {
            let planned = edits.plan(&now.get_untracked()).await;
            // Else the page was left meanwhile.
            if busy.try_set(false).is_none() {
                opener.open(title, planned.iter().filter_map(|one| one.gitlab().cloned()).collect());
            }
        });
    };
    let about = format!(
        "{chosen} chosen. {} changed: those in which it is active with its own settings.",
        count_of(active, "can be", "can be")
    );
    let blocks = (0..edits.shared()).map(|at| view! { <Block edits at removable=true /> }).collect_view();
    view! {
        <p class="sub">{about}</p>
        {cannot_begin}
        <form class="panel edits" novalidate on:submit=submit>
            {blocks}
            <Adder edits />
            {secrets.view(SECRETS, "GitLab returns none, and wants those it requires with every change: the same one for all.")}
            <OutlookView edits problem=all_problems />
            <div class="foot">
                <BusyButton
                    label=sentences::SHOW_THE_PLAN.to_owned()
                    busy
                    busy_label="Preparing the plan…"
                    tone=ButtonTone::Primary
                    disabled_because
                    submit=true
                />
                <span class="sub">"Nothing is sent before you have seen the plan."</span>
            </div>
        </form>
        <LeavingDialog />
    }
}

/// That the field which the page was to begin with is none that all have.
fn cannot_be_changed(slug: &str, field: &str) -> impl IntoView + use<> {
    let known = find(slug).and_then(|spec| spec.params.iter().find(|param| param.key == field));
    let label = known.map_or(field, |param| param.label);
    let title = format!("“{}” cannot be changed in all of them", short(label, NAME));
    view! {
        <Notice tone=Tone::Info title>
            <p>"Not all that are chosen have it as a field of their form. Choose another setting, or fewer of them."</p>
        </Notice>
    }
}

fn edited(slug: &str, opening: &Opening, secrets: Secrets) -> Edited {
    let active = opening.opened.iter().filter(|one| one.is_active()).cloned();
    let fields = fields_of(&active.clone().collect::<Vec<_>>());
    let warnings = active.clone().next().map(|one| one.form().warnings).unwrap_or_default();
    let settings: Arc<[_]> = active.map(|one| one.settings()).collect();
    let start = move |field: &Field| inputs::start(field, settings.iter());
    let (slug, opening, count) = (slug.to_owned(), opening.clone(), opening.opened.len());
    let plan = move |edits: Vec<Edit>| -> Preparing {
        let (opening, given) = (opening.clone(), secrets.values(&slug));
        Box::pin(async move {
            let mut slices = Slices::new();
            let mut planned =
                apply_all_in_slices(&opening.opened, &edits, &given, &mut async || slices.rest().await).await;
            planned.extend(opening.unread.iter().cloned());
            planned.into_iter().map(Planned::GitLab).collect()
        })
    };
    Edited {
        vendor: Vendor::GitLab,
        count,
        fields,
        start: Arc::new(start),
        warnings,
        plan: Arc::new(plan),
        beside: derive(move || secrets.any()),
    }
}
