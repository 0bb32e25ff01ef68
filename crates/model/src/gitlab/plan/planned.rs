//! What is done with one integration of a project or group: its work, and its step for people.

use super::Opened;
use super::obstacles::{cautions, obstacles};
use crate::edit::Action;
use crate::form::{Change, Mode, Values};
use crate::gitlab::inherit::USE_INHERITED;
use crate::gitlab::integration::Integration;
use crate::plan::Step;
use crate::plan::planned::{judge, laid_over};

/// What is to be done with one integration.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    /// Set it up, or change it. GitLab activates it with that, and it has settings of its own from then on.
    Write {
        /// The values of its form afterwards, in the schema of [`Opened::form`].
        values: Values,
    },
    /// Let it use the settings of a group above it, or of the instance.
    Inherit,
    /// Disable it.
    Disable,
}

/// One integration of a plan. It always has what it was, but for the report of a plan that is kept.
pub type Planned = crate::plan::Planned<Opened, Work>;

/// The key of the change that activates or disables. No setting has it: GitLab ignores it.
pub(super) const ACTIVE: &str = "active";

/// The words for people.
pub(super) const fn status(is_active: bool) -> &'static str {
    if is_active { "active" } else { "not active" }
}

/// Whose settings it uses, for people.
pub(super) const fn whose(is_inherited: bool) -> &'static str {
    if is_inherited { "inherited" } else { "its own" }
}

fn change_of(key: &str, label: &str, words: fn(bool) -> &'static str, after: bool) -> Change {
    Change {
        key: key.to_owned(),
        label: label.to_owned(),
        before: words(!after).to_owned(),
        after: words(after).to_owned(),
    }
}

/// How messages name a Jira project; GitLab's forms have none.
pub(super) fn no_project(id: u64) -> String {
    format!("#{id}")
}

/// The step of an integration with which nothing is done, because of this.
pub fn leave(opened: Opened, because: impl Into<String>) -> Planned {
    let mut planned = begin(opened);
    planned.step.notes.push(because.into());
    planned
}

fn begin(opened: Opened) -> Planned {
    let step = Step {
        key: opened.key(),
        name: opened.home.path.clone(),
        place: opened.title(),
        action: None,
        changes: Vec::new(),
        problems: Vec::new(),
        notes: Vec::new(),
    };
    Planned { opened: Some(opened), work: None, step }
}

/// Sets it up with `values`, or changes it to them: values in the schema of [`Opened::form`]. Leaves alone what is so
/// already.
pub fn write(opened: Opened, values: Values) -> Planned {
    let schema = opened.form();
    let before = schema.read(&opened.settings());
    let inherits = opened.inherits() == Some(true);
    let is_activated = opened.is_activated_by_writing();
    let mut planned = begin(opened);
    let Some(opened) = &planned.opened else { return planned };
    let step = &mut planned.step;
    let is_changed = judge(step, &schema, &before, &values, &no_project);
    let is_new = schema.mode == Mode::Create;
    if !is_changed && !inherits && !is_activated && !is_new {
        step.problems.clear();
        step.notes = vec!["It is so already.".to_owned()];
        return planned;
    }
    if is_new {
        match opened.spec() {
            None => step.problems.push(
                "Patchbay does not know this integration, so it cannot set it up. Set it up in GitLab, then it can be changed here."
                    .to_owned(),
            ),
            Some(spec) if !spec.can_be_added() => {
                step.problems.extend(spec.standing_sentence().map(str::to_owned));
            }
            Some(_) => {}
        }
    }
    if inherits {
        step.changes.insert(0, change_of(USE_INHERITED, "Settings", whose, false));
    }
    if is_activated && !is_new {
        step.changes.insert(0, change_of(ACTIVE, "Status", status, true));
    }
    step.problems.splice(0..0, obstacles(opened));
    step.notes.splice(0..0, cautions(opened));
    step.action = Some(if is_new { Action::Add } else { Action::Change });
    planned.work = Some(Work::Write { values });
    planned
}

/// Disables it; leaves alone what is not active.
pub fn disable(opened: Opened) -> Planned {
    if !opened.is_active() {
        return leave(opened, "It is not active here.");
    }
    let mut planned = begin(opened);
    let Some(opened) = &planned.opened else { return planned };
    let step = &mut planned.step;
    step.problems = obstacles(opened);
    step.problems.extend(opened.spec().map(|spec| spec.stays.to_owned()).filter(|why| !why.is_empty()));
    step.action = Some(Action::Switch);
    step.changes = vec![change_of(ACTIVE, "Status", status, false)];
    if opened.inherits() == Some(true) {
        step.notes.push(
            "It uses inherited settings, and the link to them stays: the next change there may activate it again."
                .to_owned(),
        );
    }
    planned.work = Some(Work::Disable);
    planned
}

/// Lets it use inherited settings; leaves alone what does so already or is not set up.
pub fn inherit(opened: Opened) -> Planned {
    match (&opened.integration, opened.inherits()) {
        (None, _) => return leave(opened, "It was never set up here, so it has no settings of its own."),
        (Some(_), Some(true)) => return leave(opened, "It uses inherited settings already."),
        (Some(_), Some(false) | None) => {}
    }
    let mut planned = begin(opened);
    let Some(opened) = &planned.opened else { return planned };
    let step = &mut planned.step;
    step.problems = obstacles(opened);
    if opened.inherits().is_none() {
        step.problems.push(
            "This GitLab does not say whose settings it uses, so it cannot be told either: that came with GitLab 17.2."
                .to_owned(),
        );
    }
    step.notes.push(
        "Its own settings are lost. It gets those of the nearest group above that has its own, or of the instance; where there are none, GitLab refuses it."
            .to_owned(),
    );
    step.action = Some(Action::Change);
    step.changes = vec![change_of(USE_INHERITED, "Settings", whose, true)];
    planned.work = Some(Work::Inherit);
    planned
}

/// The same as planned before, now that GitLab has something else (`now`): what was to be changed still is, and the rest is
/// as GitLab has it.
pub fn again(planned: &Planned, now: Option<Integration>) -> Planned {
    let (Some(work), Some(opened)) = (&planned.work, &planned.opened) else { return planned.clone() };
    let next = opened.now(now);
    match work {
        Work::Inherit => inherit(next),
        Work::Disable => disable(next),
        Work::Write { values } => {
            let (schema, form) = (opened.form(), next.form());
            let before = schema.read(&opened.settings());
            let onto = form.read(&next.settings());
            let wanted = match schema.mode {
                Mode::Create => form.with(&onto, values),
                Mode::Edit => laid_over(&schema, [&before, values], onto, values, |_| true),
            };
            write(next, wanted)
        }
    }
}

/// The step of one of which nothing is known, because of this: nothing is done with it.
pub fn unread(opened: Opened, because: impl Into<String>) -> Planned {
    let mut planned = begin(opened);
    planned.step.problems.push(because.into());
    planned
}
