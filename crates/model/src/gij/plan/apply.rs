//! What edits of the same settings do to one Git integration, and to many.

use super::edits::{GLOBAL, PROJECTS, form};
use super::{Planned, Work, change};
use crate::form::{Entry, Field, Kind, Lookup, Schema, Values};
use crate::gij::integration::Integration;
use crate::plan::edits::{Edit, How, Laid, Outcome, lay};
use crate::slices::{go_on, in_one_go};
use crate::text::url;

/// What these edits do to one integration. Where nothing differs, nothing is done, and the step says why.
pub fn apply(opened: &Integration, edits: &[Edit], project: &dyn Fn(u64) -> String) -> Planned {
    let schema = form(opened);
    let before = schema.read(&opened.settings);
    let mut values = before.clone();
    let mut laid = Laid::on(&mut values, &schema, edits, &opened.kind.to_string(), |field, how, values| {
        match field.kind {
            Kind::Projects => associate(field, how, &schema, values),
            _ => lay(field, how, values),
        }
    });
    laid.tell_of_hidden([&before, &values], &schema, edits, GLOBAL);
    let mut planned = change(opened.clone(), values, None, project);
    let is_left = planned.work.is_none();
    laid.tell(&mut planned.step, is_left);
    planned
}

/// Changes the projects, and whether these are all of them.
fn associate(field: &Field, how: &How, schema: &Schema, values: &mut Values) -> Outcome {
    let has_global = schema.field(GLOBAL).is_some();
    let is_global = values.is_on(GLOBAL);
    let now = match values.get(PROJECTS) {
        Some(Entry::Projects(ids)) => ids.clone(),
        _ => Vec::new(),
    };
    let same = |sentence: &str| Outcome::Same(sentence.to_owned());
    let after: Vec<u64> = match how {
        How::All if is_global => return same("It is associated with all projects already."),
        How::All if has_global => {
            values.set(GLOBAL, Entry::Toggle(Some(true)));
            return Outcome::Changed;
        }
        How::Add(_) if is_global => return same("It is associated with all projects already."),
        How::Remove(_) if is_global => {
            return Outcome::Impossible(
                "It is associated with all projects, so none can be removed. Set the projects that it should have."
                    .to_owned(),
            );
        }
        How::Add(Entry::Projects(ids)) => {
            let new = ids.iter().filter(|id| !now.contains(id));
            now.iter().chain(new).copied().collect()
        }
        How::Remove(Entry::Projects(ids)) => now.iter().filter(|id| !ids.contains(id)).copied().collect(),
        How::Set(Entry::Projects(ids)) => {
            if has_global {
                values.set(GLOBAL, Entry::Toggle(Some(false)));
            }
            let is_same =
                !is_global && ids.iter().all(|id| now.contains(id)) && now.iter().all(|id| ids.contains(id));
            if is_same {
                return same("It has exactly these projects already.");
            }
            ids.clone()
        }
        _ => return Outcome::Impossible(format!("“{}” cannot be changed this way.", field.label)),
    };
    if after == now && !is_global {
        return match how {
            How::Remove(_) => same("It has none of these projects."),
            _ => same("It has these projects already."),
        };
    }
    values.set(PROJECTS, Entry::Projects(after));
    Outcome::Changed
}

/// What these edits do to each integration, in this order. Where two of them would get the same name at the same host,
/// their steps say so.
pub fn apply_all(
    integrations: &[Integration],
    edits: &[Edit],
    project: &dyn Fn(u64) -> String,
) -> Vec<Planned> {
    in_one_go(apply_all_in_slices(integrations, edits, project, &mut go_on)).unwrap_or_default()
}

/// The same, with rests between the integrations.
pub async fn apply_all_in_slices(
    integrations: &[Integration],
    edits: &[Edit],
    project: &dyn Fn(u64) -> String,
    rest: &mut impl AsyncFnMut(),
) -> Vec<Planned> {
    let mut plan: Vec<Planned> = Vec::with_capacity(integrations.len());
    for one in integrations {
        plan.push(apply(one, edits, project));
        rest().await;
    }
    if edits.iter().any(|edit| matches!(edit.key.as_str(), "displayName" | "origin")) {
        tell_of_same_names(&mut plan);
    }
    plan
}

fn tell_of_same_names(plan: &mut [Planned]) {
    let names: Vec<(String, String)> = plan.iter().map(name_and_host).collect();
    let mut sorted: Vec<&(String, String)> = names.iter().collect();
    sorted.sort_unstable();
    for (planned, name) in plan.iter_mut().zip(&names) {
        let is_renamed =
            planned.step.changes.iter().any(|change| matches!(change.key.as_str(), "displayName" | "origin"));
        let first = sorted.partition_point(|other| *other < name);
        let count = sorted[first..].iter().take_while(|other| **other == name).count();
        if is_renamed && count > 1 {
            let at = if name.1.is_empty() { String::new() } else { format!(" at {}", name.1) };
            planned
                .step
                .notes
                .push(format!("{count} of the chosen integrations{at} will be called “{}”.", name.0));
        }
    }
}

/// What it is called afterwards, and where it is.
fn name_and_host(planned: &Planned) -> (String, String) {
    let text = |key: &str| match (&planned.work, &planned.opened) {
        (Some(Work::Change { values, .. }), _) => values.text(key),
        (_, Some(opened)) => {
            opened.settings.get(key).and_then(|text| text.as_str()).unwrap_or_default().trim().to_owned()
        }
        _ => String::new(),
    };
    let origin = text("origin");
    let host = [url::host(&origin), origin.clone()].into_iter().find(|host| !host.is_empty());
    let name = [text("displayName"), origin].into_iter().find(|name| !name.is_empty());
    (name.unwrap_or_default(), host.unwrap_or_default())
}
