//! What is done with one integration: its work, and its step for people.

use crate::edit::Action;
use crate::form::{Change, Lookup, Mode, Values};
use crate::gij::integration::Integration;
use crate::gij::integration_type::IntegrationType;
use crate::gij::schema::schema;
use crate::plan::Step;
use crate::plan::planned::{judge, laid_over};

/// What is to be done with one integration.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    /// Make a new one.
    Add {
        /// Its type.
        kind: IntegrationType,
        /// The values of its form, in the schema of [`Mode::Create`].
        values: Values,
    },
    /// Change its settings.
    Change {
        /// The values of its form afterwards, in the schema of [`Mode::Edit`].
        values: Values,
        /// Whether it is to be enabled or disabled as well, which another request does.
        switch: Option<bool>,
    },
    /// Enable or disable it.
    Switch {
        /// Whether it is to be enabled.
        on: bool,
    },
    /// Remove it.
    Remove {
        /// Also remove Jira's copies of its repositories.
        delete_files: bool,
    },
}

/// One integration of a plan.
pub type Planned = crate::plan::Planned<Integration, Work>;

/// The label of the setting that enables and disables.
const STATUS: &str = "Status";

/// Its word for people.
pub(super) const fn status(on: bool) -> &'static str {
    if on { "enabled" } else { "disabled" }
}

fn change_of_status(on: bool) -> Change {
    Change {
        key: "disabled".to_owned(),
        label: STATUS.to_owned(),
        before: status(!on).to_owned(),
        after: status(on).to_owned(),
    }
}

/// The step of an integration with which nothing is done.
pub fn leave(opened: Integration) -> Planned {
    let step = Step {
        key: format!("#{}", opened.id),
        name: opened.name(),
        place: opened.origin().to_owned(),
        action: None,
        changes: Vec::new(),
        problems: Vec::new(),
        notes: Vec::new(),
    };
    Planned { opened: Some(opened), work: None, step }
}

/// Enables or disables; leaves one alone that is so already.
pub fn switch(opened: Integration, on: bool) -> Planned {
    let differs = opened.is_disabled() == on;
    let mut planned = leave(opened);
    if differs {
        planned.work = Some(Work::Switch { on });
        planned.step.action = Some(Action::Switch);
        planned.step.changes = vec![change_of_status(on)];
    }
    planned
}

/// Removes. `delete_files`: with Jira's copies of its repositories, which a folder on the Jira server has none of.
pub fn remove(opened: Integration, delete_files: bool) -> Planned {
    let delete_files = delete_files && !opened.kind.is_folder();
    let mut planned = leave(opened);
    planned.work = Some(Work::Remove { delete_files });
    planned.step.action = Some(Action::Remove);
    planned
}

/// Changes its settings to `values`, in the schema of its type in [`Mode::Edit`], and enables or disables it as well where
/// `on` says so. Leaves one alone where nothing differs. `project` names a Jira project by its id.
pub fn change(
    opened: Integration,
    values: Values,
    on: Option<bool>,
    project: &dyn Fn(u64) -> String,
) -> Planned {
    let schema = schema(&opened.kind, Mode::Edit, &opened.settings);
    let before = schema.read(&opened.settings);
    let switch = on.filter(|on| opened.is_disabled() == *on);
    let mut planned = leave(opened);
    let step = &mut planned.step;
    let is_changed = judge(step, &schema, &before, &values, project);
    step.changes.extend(switch.map(change_of_status));
    if is_changed {
        step.action = Some(Action::Change);
        planned.work = Some(Work::Change { values, switch });
    } else if let Some(on) = switch {
        step.action = Some(Action::Switch);
        planned.work = Some(Work::Switch { on });
    }
    planned
}

/// Makes a new one of this type with these values, in the schema of [`Mode::Create`].
pub fn add(kind: IntegrationType, values: Values, project: &dyn Fn(u64) -> String) -> Planned {
    let schema = schema(&kind, Mode::Create, &crate::Object::new());
    let problems = schema.problems(&values).into_iter().map(|problem| {
        let label = schema.field(&problem.field).map_or(problem.field.as_str(), |field| &field.label);
        format!("{label}: {}", problem.message)
    });
    let defaults = schema.defaults();
    let warned = schema.fields().filter(|field| schema.differs(field, &defaults, &values));
    let notes =
        warned.filter_map(|field| Some(format!("{}: {}", field.label, schema.warning(field, &values)?)));
    let notes = notes.collect();
    let name = [values.text("displayName"), values.text("origin")].into_iter().find(|text| !text.is_empty());
    let step = Step {
        key: String::new(),
        name: name.unwrap_or_else(|| format!("New {kind} integration")),
        place: values.text("origin"),
        action: Some(Action::Add),
        changes: schema.changes(&defaults, &values, project),
        problems: problems.collect(),
        notes,
    };
    Planned { opened: None, work: Some(Work::Add { kind, values }), step }
}

/// The same as planned before, now that Jira has something else (`now`): what was to be changed still is, and the rest is as
/// Jira has it. `project` names a Jira project by its id.
pub fn again(planned: &Planned, now: Integration, project: &dyn Fn(u64) -> String) -> Planned {
    match (&planned.work, &planned.opened) {
        (Some(Work::Change { values, switch }), Some(opened)) => {
            let schema = schema(&opened.kind, Mode::Edit, &opened.settings);
            let before = schema.read(&opened.settings);
            let onto = schema.read(&now.settings);
            let wanted = laid_over(&schema, [&before, values], onto, values, |_| true);
            change(now, wanted, *switch, project)
        }
        (Some(Work::Switch { on }), _) => switch(now, *on),
        (Some(Work::Remove { delete_files }), _) => remove(now, *delete_files),
        _ => planned.clone(),
    }
}
