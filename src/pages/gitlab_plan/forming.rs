//! The one form in which the settings of many are entered.

use super::prepare::target;
use super::read::Opening;
use crate::browser::numbers::count_of;
use crate::browser::reactive::{derive, memo};
use crate::browser::{leaving, root};
use crate::form::{FormState, Sections, field_id};
use crate::route::{Guard, navigation};
use crate::sentences;
use crate::session::Session;
use crate::ui::ErrorSummary;
use leptos::prelude::*;
use patchbay_model::gitlab::{self, Level, Target};
use patchbay_model::{Mode, Object, Schema, Values};
use std::sync::Arc;

/// The id of what is wrong with the form.
const SUMMARY: &str = "set-up-problems";

/// The form, and what it is about; copies are the same. Another beginning is another form.
#[derive(Clone, Copy)]
pub struct Forming {
    target: Target,
    slug: StoredValue<String>,
    form: StoredValue<Option<FormState>>,
}

impl Forming {
    /// Of the integration with this slug, for those that were read.
    pub fn new(session: Session, slug: &str, opening: &Opening) -> Self {
        let is_project = |home: &gitlab::Home| home.level == Level::Project;
        let level = if opening.homes().any(is_project) { Level::Project } else { Level::Group };
        let slug = StoredValue::new(slug.to_owned());
        Self { target: target(session, level), slug, form: StoredValue::new(None) }
    }

    /// Draws another form, which begins with these settings. Whether they count as entered: then they are asked about when
    /// the page is left.
    pub fn draw(self, settings: &Object, is_entered: bool) -> impl IntoView + use<> {
        let schema = self
            .slug
            .with_value(|slug| Arc::new(gitlab::schema(self.target, slug, Mode::Create, settings, &[])));
        let defaults = schema.defaults();
        let start = schema.with(&defaults, &schema.read(settings));
        let before = if is_entered { defaults } else { start.clone() };
        let form = FormState::new(schema, before, start);
        self.form.set_value(Some(form));
        view! { <FormPart form /> }
    }

    /// What is in the form; `None` where something is wrong with it, which it then shows.
    pub fn entered(self) -> Option<(Arc<Schema>, Values)> {
        let form = self.form.get_value()?;
        form.submitted.set(true);
        if untrack(|| form.problems()).is_empty() {
            return Some((form.schema(), form.values()));
        }
        request_animation_frame(|| {
            root::focus(SUMMARY);
        });
        None
    }
}

/// The fields, with what is wrong with them above.
#[component]
fn FormPart(form: FormState) -> impl IntoView {
    let dirty = memo(move || form.differing() > 0);
    navigation().guard(derive(move || if dirty.get() { Guard::Unsaved } else { Guard::Clear }));
    leaving::guard(dirty.into());
    let listed = memo(move || if form.submitted.get() { form.problems() } else { Vec::new() });
    let problems = derive(move || {
        let problems = listed.get().into_iter();
        problems
            .map(|(key, label, sentence)| (field_id(&key), format!("{label}: {sentence}")))
            .collect::<Vec<_>>()
    });
    let title = derive(move || match listed.read().len() {
        1 => sentences::ONE_SETTING_NEEDS_ATTENTION.to_owned(),
        count => format!("{} need attention", count_of(count, "setting", "settings")),
    });
    view! {
        <ErrorSummary id=SUMMARY title problems />
        <Sections form />
    }
}
