//! The repository in the description at `/openapi.json`, made of the model's form: as it is sent and as it is answered.

use patchbay_model::Field;
use patchbay_model::gij::{IntegrationType, Repository as Read, read_repository, repository_form};
use serde_json::json;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::answer::Repository;
use crate::rest::gitplugin::openapi::sent;

/// What changes of a repository. What is left out stays as it is.
pub(super) struct ChangedRepository;

/// A repository that no integration tracks.
pub(super) struct NewRepository;

fn of(kind: Type, about: &str) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(kind).description(Some(about))
}

/// The fields of a repository of any type.
fn fields() -> Vec<Field> {
    let bare: Option<Read> = read_repository(json!({ "id": 0 }), None).ok();
    let form = bare.map(|bare| repository_form(&IntegrationType::parse(""), &bare).schema);
    form.iter().flat_map(|form| form.fields()).cloned().collect()
}

fn with_fields(object: ObjectBuilder) -> RefOr<Schema> {
    fields().iter().fold(object, |object, field| object.property(field.key.as_ref(), sent(field))).into()
}

impl PartialSchema for ChangedRepository {
    fn schema() -> RefOr<Schema> {
        let object = ObjectBuilder::new()
            .description(Some(
                "What changes. What is left out stays as it is, and what is read-only is ignored.",
            ))
            .property("id", of(Type::Integer, "Number of the repository"))
            .required("id")
            .property("disabled", of(Type::Boolean, "The endpoint that disables is more reliable"));
        with_fields(object)
    }
}

impl ToSchema for ChangedRepository {}

impl PartialSchema for NewRepository {
    fn schema() -> RefOr<Schema> {
        let object = ObjectBuilder::new()
            .description(Some("A repository that no integration tracks. What is left out has its default."))
            .property("origin", of(Type::String, "Where it is cloned from"))
            .property("realRoot", of(Type::String, "Folder on the Jira server"))
            .property("absoluteRoot", of(Type::Boolean, "Whether that folder is outside of Jira's own"))
            .property("mainBranch", of(Type::String, "Main branch"))
            .required("origin")
            .required("realRoot")
            .required("absoluteRoot");
        with_fields(object)
    }
}

impl ToSchema for NewRepository {}

impl PartialSchema for Repository {
    fn schema() -> RefOr<Schema> {
        let object = ObjectBuilder::new()
            .description(Some("A repository. Secrets are not part of it."))
            .property("id", of(Type::Integer, "Its number"))
            .property("trackedFolderId", of(Type::Integer, "The integration that tracks it"))
            .property("group", of(Type::String, "Organization, group or project"))
            .property("origin", of(Type::String, "Where it is cloned from"))
            .property("mainBranch", of(Type::String, "Main branch"))
            .property("root", of(Type::String, "Folder on the Jira server"))
            .property("realRoot", of(Type::String, "The same as it is configured"))
            .property("absoluteRoot", of(Type::Boolean, "Whether that is outside of Jira's own folder"))
            .property("disabled", of(Type::Boolean, "Whether it is disabled"))
            .property("initDate", of(Type::Integer, "When it was added, in epoch milliseconds"))
            .property("lastIndexedDate", of(Type::Integer, "When it was last indexed, in epoch milliseconds"))
            .property(
                "state",
                of(Type::String, "QUEUED, SCANNING, UPDATED or ERROR; the newest version only"),
            );
        with_fields(object)
    }
}

impl ToSchema for Repository {}
