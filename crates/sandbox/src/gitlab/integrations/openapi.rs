//! The description of each integration's PUT, made from the model's catalogue.

use patchbay_model::gitlab::server::is_declared;
use patchbay_model::gitlab::{self, Level, Param, ParamKind, ParamStanding, Spec};
use serde_json::Value;
use utoipa::openapi::path::{HttpMethod, OperationBuilder, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{
    Content, Deprecated, OpenApi, Ref, RefOr, Required, ResponseBuilder, Schema, path::PathItem,
};

use super::known;
use crate::gitlab::server::GitLab;

/// Adds a PUT with its own body for each integration that this server has, in projects and in groups.
pub(super) fn describe_each(description: &mut OpenApi, server: GitLab) {
    describe_each_of(description, server, Level::Project);
    if server.has_group_integrations() {
        describe_each_of(description, server, Level::Group);
    }
}

fn describe_each_of(description: &mut OpenApi, server: GitLab, level: Level) {
    let holders = match level {
        Level::Project => "projects",
        Level::Group => "groups",
    };
    let offered = |spec: &&Spec| matches!(known::offered(server, level, spec.slug), Ok(Some(_)));
    for spec in gitlab::all().filter(offered) {
        let name = schema_name(spec.slug);
        let components = description.components.get_or_insert_default();
        components.schemas.insert(name.clone(), RefOr::T(Schema::Object(body(spec, server))));
        let path = format!("/{holders}/{{id}}/integrations/{}", spec.slug);
        description.paths.paths.insert(path, operation(spec, &name, level));
    }
}

/// Under the name that integrations had before GitLab 14.4.
pub(super) fn as_services(mut description: OpenApi) -> OpenApi {
    let paths = std::mem::take(&mut description.paths.paths).into_iter();
    description.paths.paths =
        paths.map(|(path, item)| (path.replace("/integrations", "/services"), item)).collect();
    description
}

/// `emails-on-push` becomes `GitLabEmailsOnPush`.
fn schema_name(slug: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    slug.split('-').fold("GitLab".to_owned(), |name, word| name + &capital(word))
}

fn operation(spec: &Spec, body: &str, level: Level) -> PathItem {
    let (prefix, not_allowed, not_found) = match level {
        Level::Project => ("put", "Not a maintainer", "No such project"),
        Level::Group => ("putForGroup", "Not an owner", "No such group"),
    };
    let json = |name: &str| Content::builder().schema(Some(Ref::from_schema_name(name))).build();
    let answered = ResponseBuilder::new()
        .description("The integration, active")
        .content("application/json", json("GitLabIntegrationWithProperties"));
    let refused = |about: &str| ResponseBuilder::new().description(about).build();
    let id = ParameterBuilder::new()
        .name("id")
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some("Number, or path with each slash written %2F"))
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)));
    let sent = RequestBodyBuilder::new()
        .content("application/json", json(body))
        .required(Some(Required::True))
        .build();
    let operation = OperationBuilder::new()
        .tag("GitLab")
        .operation_id(Some(format!("{prefix}{body}")))
        .summary(Some(format!("Set up or change {}", spec.title)))
        .description(Some(about(spec, level)))
        .parameter(id)
        .request_body(Some(sent))
        .response("200", answered.build())
        .response("400", refused("A parameter is missing, of the wrong type, or breaks a rule"))
        .response("401", refused("Not signed in, or a session without its CSRF token"))
        .response("403", refused(&format!("{not_allowed}, or a token that may only read")))
        .response("404", refused(not_found));
    let operation = match level {
        // Only projects are found by the path that they had before.
        Level::Project => operation.response("405", refused("The project was moved")),
        Level::Group => operation,
    };
    PathItem::new(HttpMethod::Put, operation)
}

fn about(spec: &Spec, level: Level) -> String {
    let about = spec.about(level);
    let standing = spec.standing_sentence().into_iter();
    std::iter::once(&*about).chain(standing).chain(spec.notes.iter().copied()).collect::<Vec<_>>().join(" ")
}

fn body(spec: &Spec, server: GitLab) -> utoipa::openapi::Object {
    let target = server.target(Level::Project);
    let declared = spec.params.iter().filter(|param| is_declared(param, target));
    let mut body = ObjectBuilder::new().description(Some(format!("Settings of {}", spec.title)));
    for param in declared {
        body = body.property(param.key, property(param));
        if param.is_required(target) {
            body = body.required(param.key);
        }
    }
    if !server.has_inheritance() {
        return body.build();
    }
    let flag = ObjectBuilder::new().schema_type(Type::Boolean);
    let about = "Whether to use the settings of the group. The other settings are then ignored.";
    body.property(gitlab::USE_INHERITED, flag.description(Some(about))).build()
}

fn property(param: &Param) -> ObjectBuilder {
    let kind = match param.kind.wire_type() {
        "boolean" => Type::Boolean,
        "integer" => Type::Integer,
        "array" => Type::Array,
        _ => Type::String,
    };
    let standing = match param.standing {
        ParamStanding::Current => "",
        ParamStanding::Hidden(sentence) | ParamStanding::Ignored(sentence) => sentence,
    };
    let help = param.help_for(Level::Project);
    let about = [param.label, &help, standing].into_iter().filter(|text| !text.is_empty());
    let about = about.map(|text| text.trim_end_matches('.')).collect::<Vec<_>>().join(". ");
    let mut property = ObjectBuilder::new().schema_type(kind).description(Some(about));
    match param.kind {
        ParamKind::Choice(choices) => {
            property = property.enum_values(Some(choices.iter().map(|choice| choice.value)));
        }
        ParamKind::NumberChoice(choices) => {
            let numbers = choices.iter().filter_map(|choice| choice.value.parse::<i64>().ok());
            property = property.enum_values(Some(numbers));
        }
        ParamKind::Integer { min, max } => {
            property = property.minimum(Some(min as f64)).maximum(Some(max as f64));
        }
        ParamKind::Text
        | ParamKind::Lines
        | ParamKind::Multiline
        | ParamKind::Url
        | ParamKind::Toggle
        | ParamKind::Secret
        | ParamKind::SecretUrl
        | ParamKind::KeyFile(_)
        | ParamKind::Recipients(_)
        | ParamKind::Event(_)
        | ParamKind::Channel(_)
        | ParamKind::Webhook(_) => {}
    }
    if param.kind.is_secret() {
        property = property.write_only(true);
    }
    if matches!(param.standing, ParamStanding::Hidden(_)) {
        property = property.deprecated(Some(Deprecated::True));
    }
    if !param.placeholder.is_empty() {
        property = property.examples([Value::from(param.placeholder)]);
    }
    property
}
