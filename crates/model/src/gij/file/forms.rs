//! The forms of the types, made once: ten thousand integrations have a dozen of them.

use super::entry::form_of;
use crate::form::{Kind, Mode, Schema};
use crate::gij::integration::Integration;
use crate::gij::integration_type::IntegrationType;
use crate::gij::schema::schema;
use crate::object::Object;
use std::sync::Arc;

/// The forms that were needed so far.
#[derive(Default)]
pub(super) struct Forms(Vec<(&'static str, Arc<Schema>)>);

impl Forms {
    /// The form in which this integration is edited.
    pub(super) fn of(&mut self, integration: &Integration) -> Arc<Schema> {
        let Some(spec) = integration.kind.spec() else { return Arc::new(form_of(integration)) };
        if let Some((_, form)) = self.0.iter().find(|(name, _)| *name == spec.name) {
            return Arc::clone(form);
        }
        let form = Arc::new(form_of(integration));
        self.0.push((spec.name, Arc::clone(&form)));
        form
    }
}

/// What the value of a setting is in a file. A key means the same for each of the twelve types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Usual {
    /// `true` or `false`.
    Toggle,
    /// A whole number.
    Number,
    /// Numbers or keys of projects.
    Projects,
    /// A token or password, or a placeholder.
    Secret,
    /// Text.
    Text,
}

impl Usual {
    pub(super) fn of(kind: &Kind) -> Self {
        match kind {
            Kind::Toggle { .. } => Self::Toggle,
            Kind::Integer { .. } => Self::Number,
            Kind::Projects => Self::Projects,
            Kind::Secret => Self::Secret,
            _ => Self::Text,
        }
    }
}

/// Every setting of the twelve types, in an order that agrees with each form.
pub(super) fn settings() -> Vec<(String, Usual)> {
    let mut settings: Vec<(String, Usual)> = Vec::new();
    for spec in IntegrationType::all() {
        let form = schema(&IntegrationType::parse(spec.name), Mode::Edit, &Object::new());
        let mut after = 0;
        for field in form.fields().filter(|field| field.on_wire) {
            match settings.iter().position(|(key, _)| *key == field.key) {
                Some(at) => after = at + 1,
                None => {
                    settings.insert(after, (field.key.to_string(), Usual::of(&field.kind)));
                    after += 1;
                }
            }
        }
    }
    settings
}
