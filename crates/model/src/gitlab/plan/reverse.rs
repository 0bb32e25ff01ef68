//! The way back: what puts an integration back as it was before a step, and what came of a step whose page was reloaded.

use super::planned::{ACTIVE, status, whose};
use super::{Planned, Work, disable, inherit, leave, write};
use crate::edit::Action;
use crate::form::{Kind, Lookup, Mode};
use crate::gitlab::inherit::USE_INHERITED;
use crate::gitlab::integration::Integration;
use crate::gitlab::schema::schema;
use crate::gitlab::target::Target;
use crate::object::Object;
use crate::plan::planned::{came_of as judged, laid_over, lost_secrets};
use crate::plan::{Ending, Step};

/// What puts back what was there before `planned`, now that GitLab has `now`; `None` where there is nothing to put back.
/// Secrets do not come back: those that GitLab requires are to be given (see [`super::asked`]).
pub fn reverse(planned: &Planned, now: Option<Integration>) -> Option<Planned> {
    let (work, opened) = (planned.work.as_ref()?, planned.opened.as_ref()?);
    let next = opened.now(now);
    if !opened.is_active() {
        return Some(disable(next));
    }
    if opened.inherits() == Some(true) {
        return Some(match work {
            Work::Disable => leave(
                next,
                "It uses inherited settings. They are active here again with the next change in the group above, or when it gets its own.",
            ),
            Work::Write { .. } | Work::Inherit => inherit(next),
        });
    }
    let (schema, form) = (opened.form(), next.form());
    let before = schema.read(&opened.settings());
    let onto = form.read(&next.settings());
    Some(match work {
        Work::Write { values } => {
            let takes = |field: &crate::Field| field.on_wire && field.kind != Kind::Secret;
            let wanted = laid_over(&schema, [&before, values], onto, &before, takes);
            let mut back = write(next, wanted);
            back.step.notes.extend(lost_secrets(&schema, &before, values));
            back
        }
        Work::Inherit | Work::Disable => write(next, form.with(&onto, &before)),
    })
}

/// What came of a step about the integration `slug` that was sent before the page was reloaded, judged by what GitLab has
/// `now`. `target` has the level of the project or group.
pub fn came_of(step: &Step, target: Target, slug: &str, now: Option<&Integration>) -> Ending {
    let none = Object::new();
    let settings = now.map_or(&none, |now| &now.settings);
    let schema = schema(target, slug, Mode::Edit, settings, &[]);
    let values = schema.read(settings);
    let is_active = now.is_some_and(|now| now.active);
    if now.is_none() && step.action != Some(Action::Switch) {
        return Ending::Failed;
    }
    let ending = judged(step, |change| match (change.key.as_str(), schema.field(&change.key)) {
        (ACTIVE, _) => Some(status(is_active).to_owned()),
        (USE_INHERITED, _) => now?.inherited.map(|inherits| whose(inherits).to_owned()),
        (_, Some(field)) if field.kind == Kind::Secret => None,
        (key, Some(field)) => Some(
            values
                .entry(key)
                .map_or_else(String::new, |entry| field.show(&entry, &super::planned::no_project)),
        ),
        (_, None) => Some(String::new()),
    });
    // One that was not there before and is now was set up, with the secrets that GitLab requires.
    match (step.action, ending) {
        (Some(Action::Add), Ending::Unknown) if is_active => Ending::Done,
        (_, ending) => ending,
    }
}
