//! Giving the settings of one project or group to others that have the integration as well.

use super::forming::Forming;
use super::homes::list_link;
use super::opener::Opener;
use super::prepare::{counted, title_of};
use super::read::Opening;
use crate::edit::LeavingDialog;
use crate::form::field_id;
use crate::sentences;
use crate::session::Session;
use crate::ui::{BusyButton, ButtonTone, Empty};
use leptos::prelude::*;
use patchbay_model::gitlab::plan::{Existing, Opened, leave, set_up};
use patchbay_model::gitlab::{Home, Level};
use patchbay_model::text::{NAME, short};

/// The page, once it is read. `model` is the one that the others get the settings of.
#[component]
pub fn AlikeForm(session: Session, slug: String, opening: Opening, model: (Level, u64)) -> impl IntoView {
    let is_model = |one: &&Opened| one.is_active() && (one.home.level, one.home.id) == model;
    match opening.opened.iter().find(is_model).map(|one| one.home.clone()) {
        Some(home) => view! { <Form session slug opening home /> }.into_any(),
        None => {
            let title = format!("The model does not have {}", short(&title_of(&slug), NAME));
            let text = "It is not chosen in the table, it is not active there any more, or it could not be read. Choose another model in the comparison.";
            view! {
                <Empty title text>
                    {list_link(session)}
                </Empty>
            }
            .into_any()
        }
    }
}

#[component]
fn Form(
    session: Session,
    slug: String,
    opening: Opening,
    /// The model to begin with.
    home: Home,
) -> impl IntoView {
    let opener = Opener::here(session);
    let forming = Forming::new(session, &slug, &opening);
    let opening = StoredValue::new(opening);
    let model = RwSignal::new(home);
    let others = move |model: &Home| {
        opening.with_value(|opening| counted(opening.homes().filter(|home| !is_same(home, model))))
    };
    let about = move || {
        let model = model.read();
        format!("{} is the model. {} chosen to get its settings.", short(&model.path, NAME), others(&model))
    };
    let drawn = move || {
        let model = model.read();
        let settings = opening.with_value(|opening| {
            opening.opened.iter().find(|one| is_same(&one.home, &model)).map(Opened::settings)
        });
        forming.draw(&settings.unwrap_or_default(), false)
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some((schema, values)) = forming.entered() else { return };
        let model = model.get_untracked();
        let plan = |one: Opened| match one.is_active() {
            true => set_up(one, &schema, &values, Existing::Change),
            false => leave(one, "It is not active here any more."),
        };
        let mut planned = opening.with_value(|opening| opening.planned(plan));
        planned.retain(|one| !one.opened.as_ref().is_some_and(|one| is_same(&one.home, &model)));
        let like = short(&model.path, NAME);
        opener.open(format!("Make {} in {} like in {like}", title_of(&slug), others(&model)), planned);
    };
    view! {
        <p class="sub">{about}</p>
        <form class="panel" novalidate on:submit=submit>
            {models(opening, model)}
            {drawn}
            <div class="foot">
                <BusyButton label=sentences::SHOW_THE_PLAN tone=ButtonTone::Primary submit=true />
                <span class="sub">"Nothing is sent before you have seen the plan."</span>
            </div>
        </form>
        <LeavingDialog />
    }
}

fn is_same(one: &Home, other: &Home) -> bool {
    (one.level, one.id) == (other.level, other.id)
}

/// The choice of the model, among those that have it.
fn models(opening: StoredValue<Opening>, model: RwSignal<Home>) -> impl IntoView {
    let id = field_id("model");
    let homes: Vec<Home> = opening.with_value(|opening| {
        opening.opened.iter().filter(|one| one.is_active()).map(|one| one.home.clone()).collect()
    });
    let option = |(at, home): (usize, &Home)| {
        let is_model = is_same(home, &model.read_untracked());
        view! {
            <option value=at.to_string() selected=is_model>
                {short(&home.path, NAME)}
            </option>
        }
    };
    let options = homes.iter().enumerate().map(option).collect_view();
    let change = move |event| {
        let at = event_target_value(&event).parse().ok().and_then(|at: usize| homes.get(at));
        if let Some(home) = at {
            model.set(home.clone());
        }
    };
    view! {
        <div class="section">
            <div class="field">
                <label for=id.clone()>"Model"</label>
                <select id=id.clone() on:change=change>
                    {options}
                </select>
                <span class="hint">"The others get what the form below says. Secrets are not in it: type those it asks for once, for all."</span>
            </div>
        </div>
    }
}
