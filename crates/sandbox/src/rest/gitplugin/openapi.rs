//! The integration in the description at `/openapi.json`, made of the model's forms: as it is sent and as it is answered.

use std::borrow::Cow;

use patchbay_model::gij::{self, IntegrationType};
use patchbay_model::{Field, Kind, Mode, Object};
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, Type};
use utoipa::openapi::{Ref, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::answer::Integration;

/// A new integration. What is left out has the default of the "Add New Integration" document.
pub(super) struct NewIntegration;

/// What changes. Nothing is required; what is left out stays as it is.
pub(super) struct ChangedIntegration;

/// The type of an integration.
struct IntegrationTypes;

impl PartialSchema for NewIntegration {
    fn schema() -> RefOr<Schema> {
        let about = "A new integration. What is left out has its default.";
        let new = ObjectBuilder::new().description(Some(about));
        let new = new.property("type", Ref::from_schema_name("Type")).required("type");
        fields().iter().fold(new, |new, field| new.property(field.key.as_ref(), sent(field))).into()
    }
}

impl ToSchema for NewIntegration {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.push((IntegrationTypes::name().into_owned(), IntegrationTypes::schema()));
    }
}

impl PartialSchema for ChangedIntegration {
    fn schema() -> RefOr<Schema> {
        let about = "What changes. What is left out stays as it is.";
        let changed = ObjectBuilder::new().description(Some(about));
        fields()
            .iter()
            .fold(changed, |changed, field| changed.property(field.key.as_ref(), sent(field)))
            .into()
    }
}

impl ToSchema for ChangedIntegration {}

impl PartialSchema for IntegrationTypes {
    fn schema() -> RefOr<Schema> {
        let names = IntegrationType::all().map(|spec| spec.name);
        ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names)).into()
    }
}

impl ToSchema for IntegrationTypes {
    fn name() -> Cow<'static, str> {
        "Type".into()
    }
}

impl PartialSchema for Integration {
    fn schema() -> RefOr<Schema> {
        let of = |kind, about: &str| ObjectBuilder::new().schema_type(kind).description(Some(about));
        let answered = ObjectBuilder::new()
            .description(Some("An integration. Secrets and the user name are not part of it."))
            .property("id", of(Type::Integer, "Its number"))
            .property("integrationType", Ref::from_schema_name("Type"))
            .property("initDate", of(Type::Integer, "When it was added, in epoch milliseconds"))
            .property(
                "lastIndexedDate",
                of(
                    Type::Integer,
                    "When it was last indexed, in epoch milliseconds. Absent before the first time",
                ),
            )
            .property(
                "showAllTags",
                of(Type::Boolean, "Whether all tags are shown: true without a tagsFilter"),
            );
        let fields = fields();
        let shown = fields.iter().filter(|field| field.kind != Kind::Secret && field.key != "username");
        shown.fold(answered, |answered, field| answered.property(field.key.as_ref(), sent(field))).into()
    }
}

impl ToSchema for Integration {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        NewIntegration::schemas(schemas);
    }
}

/// Every field that some type has, once.
fn fields() -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for spec in IntegrationType::all() {
        let schema = gij::schema(&IntegrationType::parse(spec.name), Mode::Create, &Object::new());
        for field in schema.fields().filter(|field| field.on_wire) {
            if !fields.iter().any(|other| other.key == field.key) {
                fields.push(field.clone());
            }
        }
    }
    fields
}

pub(super) fn sent(field: &Field) -> Schema {
    let label = match field.kind {
        Kind::Toggle { inverted: true } => format!("The opposite of “{}”", field.label),
        _ => field.label.to_string(),
    };
    let about = [label.as_str(), &field.help].into_iter().filter(|text| !text.is_empty());
    let about = about.collect::<Vec<_>>().join(". ");
    let value = ObjectBuilder::new().description(Some(about.as_str()));
    match &field.kind {
        Kind::Toggle { .. } => value.schema_type(Type::Boolean),
        Kind::Integer { min, max, .. } => {
            value.schema_type(Type::Integer).minimum(Some(*min as f64)).maximum(Some(*max as f64))
        }
        Kind::Projects => {
            let ids = ObjectBuilder::new().schema_type(Type::Integer);
            return ArrayBuilder::new().items(ids).description(Some(about)).build().into();
        }
        Kind::Lines => {
            let texts = ObjectBuilder::new().schema_type(Type::String);
            return ArrayBuilder::new().items(texts).description(Some(about)).build().into();
        }
        Kind::Choice { options } => {
            value.schema_type(Type::String).enum_values(Some(options.iter().map(|option| option.value)))
        }
        Kind::Secret => value.schema_type(Type::String).write_only(true),
        Kind::Json => value,
        Kind::Text
        | Kind::Multiline
        | Kind::Recipients(_)
        | Kind::Url
        | Kind::WebAddress
        | Kind::ServerPath
        | Kind::ApiPath
        | Kind::Region { .. }
        | Kind::Pattern { .. }
        | Kind::Query { .. }
        | Kind::Refspecs => value.schema_type(Type::String),
    }
    .build()
    .into()
}
