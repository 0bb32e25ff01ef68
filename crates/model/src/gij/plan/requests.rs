//! What the steps of a plan send, for a plan as code.

use super::planned::{Planned, Work};
use crate::form::{Mode, Schema, Secret, Values};
use crate::gij::request::{request_body, request_patch};
use crate::gij::schema::schema;
use crate::plan::script::Request;
use crate::{Entry, Object};

/// The address of all integrations, behind that of Jira.
const INTEGRATIONS: &str = "/rest/gitplugin/1.0/integration";

/// What each of these sends, in their order: one request, or two where settings are changed and it is enabled or disabled
/// as well. Steps with the same secret are one group. The bodies hold secrets: [`crate::plan::script`] writes them without.
pub fn requests<'a>(planned: impl Iterator<Item = &'a Planned>) -> Vec<Request> {
    let mut given: Vec<Vec<&str>> = Vec::new();
    let mut all = Vec::new();
    for one in planned.filter(|one| one.step.is_ready()) {
        let secrets: Vec<&str> = one.work.iter().flat_map(secrets).collect();
        let group = (!secrets.is_empty()).then(|| {
            given.iter().position(|other| *other == secrets).unwrap_or_else(|| {
                given.push(secrets);
                given.len() - 1
            })
        });
        all.extend(of(one, group));
    }
    all
}

/// The texts of the new secrets.
fn secrets(work: &Work) -> Vec<&str> {
    let values = match work {
        Work::Add { values, .. } | Work::Change { values, .. } => values,
        Work::Switch { .. } | Work::Remove { .. } => return Vec::new(),
    };
    let text = |key: &&str| match values.get(key) {
        Some(Entry::Secret(Secret::Replace(text))) => Some(text.as_str()),
        _ => None,
    };
    crate::gij::secrets::SECRETS.iter().filter_map(text).collect()
}

fn of(planned: &Planned, group: Option<usize>) -> Vec<Request> {
    let id = planned.opened.as_ref().map(|opened| opened.id).unwrap_or_default();
    let title = match planned.step.key.as_str() {
        "" => planned.step.name.clone(),
        key => format!("{} {key}", planned.step.name),
    };
    let request = |method, path: String, body: Option<Object>| Request {
        title: title.clone(),
        method,
        path,
        body,
        group,
    };
    let switched = |on: bool| {
        let path = format!("/rest/gitplugin/1.0/repository/{id}/disable?disable={}", !on);
        request("PUT", path, None)
    };
    match (&planned.work, &planned.opened) {
        (Some(Work::Add { kind, values }), _) => {
            let schema = schema(kind, Mode::Create, &Object::new());
            vec![request("POST", INTEGRATIONS.to_owned(), Some(request_body(kind, &schema, values)))]
        }
        (Some(Work::Change { values, switch }), Some(opened)) => {
            let schema = schema(&opened.kind, Mode::Edit, &opened.settings);
            let before: Values = Schema::read(&schema, &opened.settings);
            let patch = request_patch(&opened.kind, &schema, &before, values);
            let change = request("PUT", format!("{INTEGRATIONS}/{id}"), Some(patch));
            [change].into_iter().chain(switch.map(switched)).collect()
        }
        (Some(Work::Switch { on }), _) => vec![switched(*on)],
        (Some(Work::Remove { delete_files }), _) => {
            vec![request("DELETE", format!("{INTEGRATIONS}/{id}?deleteFiles={delete_files}"), None)]
        }
        _ => Vec::new(),
    }
}
