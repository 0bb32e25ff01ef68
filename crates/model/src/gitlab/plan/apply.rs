//! What edits of the same settings do to one integration in many projects and groups.

use super::{Opened, Planned, leave, write};
use crate::form::{Entry, Field, Kind, Secret, Values};
use crate::plan::edits::{Edit, Laid, lay, shared};

/// The settings that it has in all of these, by key and kind, in the order of the form. Without secrets, which are given
/// beside the edits.
pub fn fields_of(opened: &[Opened]) -> Vec<Field> {
    let there = opened.iter().filter(|one| one.integration.is_some());
    let mut fields = shared(there.map(Opened::form));
    fields.retain(|field| field.kind != Kind::Secret);
    fields
}

/// Changes the settings of one, where it is active and has its own; anywhere else a change would do more than that.
/// `secrets` are new ones, which GitLab wants with every change. Where edits change nothing, they are not sent either.
pub fn apply(opened: Opened, edits: &[Edit], secrets: &Values) -> Planned {
    match (opened.is_active(), opened.inherits()) {
        (false, _) => {
            return leave(opened, "It is not active here. Set it up to activate it.");
        }
        (true, Some(true)) => {
            return leave(
                opened,
                "It uses inherited settings. Change them in the group above, or set it up to give it its own.",
            );
        }
        (true, Some(false) | None) => {}
    }
    let schema = opened.form();
    let before = schema.read(&opened.settings());
    let mut values = before.clone();
    let mut laid = Laid::on(&mut values, &schema, edits, &opened.title(), lay);
    laid.tell_of_hidden([&before, &values], &schema, edits, "");
    if edits.is_empty() || values != before {
        for field in
            schema.fields().filter(|field| field.kind == Kind::Secret || schema.is_file_name(&field.key))
        {
            match secrets.get(&field.key) {
                None | Some(Entry::Secret(Secret::Keep)) => {}
                Some(entry) => values.set(field.key.as_ref(), entry.clone()),
            }
        }
    }
    let mut planned = write(opened, values);
    let is_left = planned.work.is_none();
    if is_left {
        planned.step.notes.clear();
    }
    laid.tell(&mut planned.step, is_left);
    planned
}

/// What these edits do to each, in this order, with rests between them.
pub async fn apply_all_in_slices(
    opened: &[Opened],
    edits: &[Edit],
    secrets: &Values,
    rest: &mut impl AsyncFnMut(),
) -> Vec<Planned> {
    let mut plan = Vec::with_capacity(opened.len());
    for one in opened {
        plan.push(apply(one.clone(), edits, secrets));
        rest().await;
    }
    plan
}
