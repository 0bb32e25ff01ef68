//! What a file differs in from Jira, what else to do with it, and the way to its plan.

use super::secrets::{Secrets, Typed, fill};
use crate::browser::numbers::{count, count_of};
use crate::browser::reactive::derive;
use crate::browser::task::spawn;
use crate::pages::plan::prepare::Opener;
use crate::sentences;
use crate::store::inventory;
use crate::ui::{BusyButton, ButtonTone, Notice, Tone};
use leptos::prelude::*;
use patchbay_model::gij::file::{Import, drift};
use patchbay_model::text::{NAME, short};

/// A file that was compared.
#[component]
pub fn Compared(
    /// Its name.
    name: String,
    /// What it means.
    import: Import,
    /// How many integrations of Jira could not be read.
    odd: usize,
) -> impl IntoView {
    let (opener, inventory) = (Opener::here(), inventory());
    let drift = drift(&import);
    let tone = if drift.is_none() { Tone::Good } else { Tone::Info };
    let notes = notes(&import, odd);
    let missing = import.missing();
    let others = import.steps.len() - missing - drift.same;
    let also_remove = RwSignal::new(false);
    let typed: Vec<Typed> = import.groups.iter().map(|_| Typed::new()).collect();
    let nothing = derive(move || {
        let is_nothing = others == 0 && !(also_remove.get() && missing > 0);
        is_nothing.then(|| sentences::NOTHING_TO_DO.to_owned())
    });
    let removal = (missing > 0).then(|| {
        let what = count_of(missing, "integration", "integrations");
        let change = move |_| also_remove.update(|remove| *remove = !*remove);
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=also_remove on:change=change />
                <span>
                    {format!("Also remove {what} that the file does not name")}
                    <small>"Their settings and stored credentials are lost. Jira’s copies of the repositories stay."</small>
                </span>
            </label>
        }
    });
    let title = format!("Apply {}", short(&name, NAME));
    let secrets = view! { <Secrets title="Credentials that the file leaves out" groups=import.groups.clone() typed=typed.clone() /> };
    let import = StoredValue::new(Some(import));
    let show = Callback::new(move |()| {
        // The way to the plan leaves this page: what was typed goes along, and stays nowhere else.
        let Some(mut import) = import.try_update_value(Option::take).flatten() else { return };
        let projects = untrack(|| inventory.known_projects());
        let typed: Vec<_> = typed.iter().copied().map(Typed::take).collect();
        let (title, also_remove) = (title.clone(), also_remove.get_untracked());
        spawn(async move {
            fill(&mut import, &typed, &projects).await;
            if opener.is_here() {
                opener.open(title, import.planned(also_remove.then_some(false)), Vec::new());
            }
        });
    });
    view! {
        <section class="panel section" aria-labelledby="compared">
            <h2 id="compared">{short(&name, NAME)}</h2>
            <Notice tone title=drift.sentence(&count) alert=true>
                {notes}
            </Notice>
            {secrets}
            {removal}
            <p class="actions">
                <BusyButton label=sentences::SHOW_THE_PLAN tone=ButtonTone::Primary disabled_because=nothing on_click=show />
            </p>
        </section>
    }
}

/// What a person should know before the plan.
fn notes(import: &Import, odd: usize) -> AnyView {
    let mut notes = import.notes.clone();
    let bad = import.steps.iter().filter(|step| step.has_mistake).count();
    if bad > 0 {
        notes.push(format!(
            "{}: the plan says which.",
            count_of(bad, "entry has a mistake", "entries have mistakes")
        ));
    }
    if odd > 0 {
        let odd = count_of(odd, "integration of Jira", "integrations of Jira");
        notes.push(format!("{odd} could not be read and compared. Their entries in the file may look new."));
    }
    let lines: Vec<_> = notes.into_iter().map(|note| view! { <p>{note}</p> }).collect();
    lines.into_any()
}
