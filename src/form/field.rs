//! One field: label, widget, help, what is wrong with it and what deserves a second look.

use super::choice::{ChoiceField, MANY, SelectField};
use super::ids::{error_id, field_id, hint_id};
use super::key_file::KeyFileField;
use super::projects::ProjectsField;
use super::secret::SecretField;
use super::state::{FormState, Leaf};
use super::text::TextField;
use crate::browser::reactive::{click, derive, memo};
use crate::browser::root;
use crate::ui::{Notice, Switch, Tone};
use leptos::prelude::*;
use patchbay_model::form::Required;
use patchbay_model::{Entry, Field, Kind};

/// Draws a field while it is shown.
#[component]
pub fn FieldView(
    /// The form it is in.
    form: FormState,
    /// The field.
    field: Field,
    /// Its signals.
    leaf: Leaf,
    /// Whether something that exists is changed: then some changes have a price.
    editing: bool,
) -> impl IntoView {
    let field = StoredValue::new(field);
    move || leaf.shown.get().then(|| shown(form, field.get_value(), leaf, editing))
}

fn shown(form: FormState, field: Field, leaf: Leaf, editing: bool) -> AnyView {
    let key = field.key.to_string();
    let problem = {
        let key = key.clone();
        memo(move || form.shown_problem(&key))
    };
    let below = below(form, &field, leaf, editing);
    let (required, optional) = (field.required, StoredValue::new(field.clone()));
    let asked =
        derive(move || required != Required::No && !optional.with_value(|field| form.is_optional(field)));
    let starred = derive(move || asked.get() && !(editing && required == Required::OnCreate));
    let wide = !matches!(
        field.kind,
        Kind::Text
            | Kind::Url
            | Kind::WebAddress
            | Kind::Region { .. }
            | Kind::Integer { .. }
            | Kind::ServerPath
    );
    let error = {
        let id = error_id(&key);
        move || problem.get().map(|sentence| view! { <span class="err" id=id.clone()>{sentence}</span> })
    };
    let help = (!field.help.is_empty()).then(|| {
        view! { <span class="hint" id=hint_id(&key)>{field.help.clone().into_owned()}</span> }
    });
    let class = if wide { "field full" } else { "field" };
    match &field.kind {
        Kind::Toggle { .. } => {
            let checked = derive(move || match leaf.entry.get() {
                Entry::Toggle(on) => on,
                Entry::Text(_) | Entry::Secret(_) | Entry::Projects(_) => None,
            });
            let change = Callback::new(move |on| {
                leaf.touched.set(true);
                leaf.set(Entry::Toggle(Some(on)));
            });
            let unknown = move || {
                checked.get().is_none().then(|| view! { <span class="hint">"The server does not report this setting. It stays as it is unless you set it."</span> })
            };
            let described = error_id(&key);
            view! {
                <div class=class>
                    <Switch
                        id=field_id(&key)
                        label=field.label.clone().into_owned()
                        hint=field.help.clone().into_owned()
                        described_by=derive(move || if problem.read().is_some() { described.clone() } else { String::new() })
                        checked
                        on_change=change
                    />
                    {move || unknown()}
                    {error}
                    {below}
                </div>
            }
            .into_any()
        }
        Kind::Choice { options } if options.len() >= MANY => view! {
            <div class=class>
                <Label field=field.clone() required=starred />
                <SelectField field=field.clone() options=options.clone() leaf problem />
                {help}
                {error}
                {below}
            </div>
        }
        .into_any(),
        Kind::Choice { options } => view! {
            <div class=class>
                <ChoiceField field=field.clone() options=options.clone() leaf problem />
                {help}
                {error}
                {below}
            </div>
        }
        .into_any(),
        Kind::Projects => view! {
            <div class=class>
                <ProjectsField field=field.clone() leaf problem projects=form.projects about=form.about_projects />
                {help}
                {error}
                {below}
            </div>
        }
        .into_any(),
        Kind::Secret if let Some(file) = field.file => {
            view! {
                <div class=class>
                    <Label field=field.clone() required=starred />
                    <KeyFileField form field=field.clone() file leaf problem editing />
                    {help}
                    {error}
                    {below}
                </div>
            }
            .into_any()
        }
        Kind::Secret => view! {
            <div class=class>
                <Label field=field.clone() required=starred />
                <SecretField field=field.clone() vendor=form.schema().vendor leaf problem editing />
                {help}
                {error}
                {below}
            </div>
        }
        .into_any(),
        _ => {
            let trial = (form.trial)(&field, leaf);
            view! {
                <div class=class>
                    <Label field=field.clone() required=starred />
                    <TextField field=field.clone() leaf problem required=asked />
                    {help}
                    {error}
                    {below}
                    {trial}
                </div>
            }
            .into_any()
        }
    }
}

/// The label, with a star when the field must be filled in.
#[component]
pub fn Label(field: Field, required: Signal<bool>) -> impl IntoView {
    view! {
        <label for=field_id(&field.key)>
            {field.label.clone().into_owned()}
            <span class="req" aria-hidden="true">
                {move || if required.get() { " *" } else { "" }}
            </span>
        </label>
    }
}

/// What a change will do, and what deserves a second look.
fn below(form: FormState, field: &Field, leaf: Leaf, editing: bool) -> impl IntoView + use<> {
    let meant = {
        let field = field.clone();
        memo(move || form.correction(&field).map(|found| found.value).filter(|value| !value.is_empty()))
    };
    let id = StoredValue::new(field_id(&field.key));
    let take = move |value: String| {
        let shown = format!("Use {}", value.replace('\n', ", "));
        let take = move || {
            // The button disappears, so the focus moves first.
            id.with_value(|id| root::focus(id));
            leaf.set(Entry::Text(value.clone()));
        };
        view! {
            // The field keeps the focus while the button is pressed: leaving it would show its problem, and move the button
            // away from the pointer.
            <button
                type="button"
                class="link"
                on:mousedown=|event: web_sys::MouseEvent| event.prevent_default()
                on:click=click(take)
            >
                {shown}
            </button>
        }
    };
    let consequence = Some(field.consequence.clone()).filter(|rest| editing && !rest.is_empty());
    let label = field.label.clone();
    view! {
        {move || {
            leaf.warning
                .get()
                .filter(|_| leaf.problem.read().is_none())
                .map(|sentence| view! { <Notice tone=Tone::Warn title=sentence /> })
        }}
        {move || meant.get().map(take)}
        {move || {
            consequence
                .as_ref()
                .filter(|_| leaf.differs.get())
                .map(|rest| view! { <Notice tone=Tone::Warn title=format!("Changing “{label}” {rest}") /> })
        }}
    }
}
