//! The way back: what puts an integration back as it was before a step, and what came of a step whose page was reloaded.

use super::planned::{Planned, Work, change, leave, remove, status, switch};
use crate::edit::Action;
use crate::form::{Field, Kind, Lookup, Mode};
use crate::gij::integration::Integration;
use crate::gij::schema::schema;
use crate::plan::planned::{came_of as judged, laid_over, lost_secrets};
use crate::plan::{Ending, Step};

/// What puts back what was there before `planned`, now that Jira has `now`; `None` where there is nothing to put back, and
/// for what Jira has removed: see [`anew`](crate::gij::file::anew). Secrets do not come back.
/// `project` names a Jira project by its id.
pub fn reverse(
    planned: &Planned,
    now: Option<Integration>,
    project: &dyn Fn(u64) -> String,
) -> Option<Planned> {
    match (planned.work.as_ref()?, &planned.opened, now) {
        (Work::Add { .. }, _, now) => now.map(|now| remove(now, false)),
        (Work::Switch { on }, _, Some(now)) => Some(switch(now, !on)),
        (Work::Change { values, switch }, Some(opened), Some(now)) => {
            let schema = schema(&opened.kind, Mode::Edit, &opened.settings);
            let before = schema.read(&opened.settings);
            let onto = schema.read(&now.settings);
            let takes = |field: &Field| field.on_wire && field.kind != Kind::Secret;
            let wanted = laid_over(&schema, [&before, values], onto, &before, takes);
            let mut back = change(now, wanted, switch.map(|on| !on), project);
            back.step.notes.extend(lost_secrets(&schema, &before, values));
            Some(back)
        }
        // It is still there: Jira has not got to it, and does not take it back.
        (Work::Remove { .. }, _, Some(now)) => {
            let mut back = leave(now);
            back.step.notes.push("Jira still lists it. Wait until it is gone, then plan again.".to_owned());
            Some(back)
        }
        _ => None,
    }
}

/// What came of a step that was sent before the page was reloaded, judged by what Jira has `now`. `project` names a Jira
/// project by its id.
pub fn came_of(step: &Step, now: Option<&Integration>, project: &dyn Fn(u64) -> String) -> Ending {
    let Some(now) = now else {
        return match step.action {
            Some(Action::Remove) => Ending::Done,
            // Nothing tells which one it would be.
            Some(Action::Add) => Ending::Unknown,
            _ => Ending::Failed,
        };
    };
    if step.action == Some(Action::Remove) {
        // What Jira is removing stays listed as disabled for a while.
        return if now.is_disabled() { Ending::Unknown } else { Ending::Failed };
    }
    let schema = schema(&now.kind, Mode::Edit, &now.settings);
    let values = schema.read(&now.settings);
    judged(step, |change| match schema.field(&change.key) {
        Some(field) if field.kind == Kind::Secret => None,
        Some(field) => {
            Some(values.entry(&change.key).map_or_else(String::new, |entry| field.show(&entry, project)))
        }
        None => Some(status(!now.is_disabled()).to_owned()),
    })
}
