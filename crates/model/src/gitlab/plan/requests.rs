//! What the steps of a plan send, for a plan as code.

use super::{Planned, Work};
use crate::form::{Entry, Secret};
use crate::gitlab::inherit::inherit_body;
use crate::gitlab::request::request_body;
use crate::gitlab::version::Version;
use crate::plan::script::Request;

/// What each of these sends, in their order. Steps with the same secrets are one group. The bodies hold secrets:
/// [`crate::plan::script`] writes them without.
pub fn requests<'a>(planned: impl Iterator<Item = &'a Planned>) -> Vec<Request> {
    let mut given: Vec<Vec<&str>> = Vec::new();
    let ready = planned.filter(|one| one.step.is_ready());
    ready.filter_map(|one| request(one, &mut given)).collect()
}

fn request<'a>(planned: &'a Planned, given: &mut Vec<Vec<&'a str>>) -> Option<Request> {
    let (work, opened) = (planned.work.as_ref()?, planned.opened.as_ref()?);
    let secrets = secrets(work, planned);
    let group = (!secrets.is_empty()).then(|| {
        given.iter().position(|other| *other == secrets).unwrap_or_else(|| {
            given.push(secrets);
            given.len() - 1
        })
    });
    let (method, body) = match work {
        Work::Disable => ("DELETE", None),
        Work::Inherit => {
            let target = opened.target.at(opened.home.level);
            ("PUT", Some(inherit_body(target, &opened.slug, &opened.settings())))
        }
        Work::Write { values } => {
            let schema = opened.form();
            let before = schema.read(&opened.settings());
            ("PUT", Some(request_body(&opened.slug, &schema, &before, values, opened.inherits())))
        }
    };
    let title = format!("{} in {}", planned.step.place, planned.step.name);
    // Until GitLab 14.4 they were called services.
    let is_older = opened.target.version.is_some_and(|version| version < Version::new(14, 5));
    let key = match is_older {
        true => planned.step.key.replace("/integrations/", "/services/"),
        false => planned.step.key.clone(),
    };
    Some(Request { title, method, path: format!("/api/v4/{key}"), body, group })
}

/// The texts of the new secrets.
fn secrets<'a>(work: &'a Work, planned: &Planned) -> Vec<&'a str> {
    let (Work::Write { values }, Some(spec)) =
        (work, planned.opened.as_ref().and_then(|opened| opened.spec()))
    else {
        return Vec::new();
    };
    let text = |key| match values.get(key) {
        Some(Entry::Secret(Secret::Replace(text))) => Some(text.as_str()),
        _ => None,
    };
    spec.secrets().filter_map(text).collect()
}
