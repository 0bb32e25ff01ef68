//! One resource of a plan: what it was, what is to be done with it, and what both vendors judge alike.

use super::events::Ending;
use super::step::Step;
use crate::form::{Change, Field, Kind, Mode, Required, Schema, Values};

/// One resource of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned<R, W> {
    /// What the server had when it was planned; `None` for a new one.
    pub opened: Option<R>,
    /// What is to be done; `None` if it stays as it is.
    pub work: Option<W>,
    /// What people see of it.
    pub step: Step,
}

/// Puts into `step` what changes from `before` to `after` in this form, what is wrong with that, and what should be known.
/// Says whether anything changes. `project` names a Jira project by its id.
pub(crate) fn judge(
    step: &mut Step,
    schema: &Schema,
    before: &Values,
    after: &Values,
    project: &dyn Fn(u64) -> String,
) -> bool {
    step.changes = schema.changes(before, after, project);
    for field in schema.fields() {
        // A server that wants all that is required in every change refuses what was wrong already.
        let is_asked_again = schema.wants_required && field.required == Required::Always;
        // What stays is checked again only where a rule between fields may say something new: patterns take a while.
        let is_same = schema.mode == Mode::Edit
            && before.get(&field.key) == after.get(&field.key)
            && field.is_shown(before) == field.is_shown(after)
            && field.optional_while.is_none();
        if is_same && !is_asked_again && !schema.rules.iter().any(|rule| rule.at == field.key) {
            continue;
        }
        // What was there already and stays is nobody's to mend here, but a rule between fields may name another field.
        let was_wrong =
            schema.problem(field, before).filter(|_| schema.mode == Mode::Edit && !is_asked_again);
        let is_new = |problem: &String| was_wrong.as_ref() != Some(problem);
        let problem = schema.emptied(field, before, after);
        let problem = problem.or_else(|| schema.problem(field, after).filter(is_new));
        step.problems.extend(problem.map(|problem| format!("{}: {problem}", field.label)));
        if schema.differs(field, before, after) {
            let warning = schema.warning(field, after);
            step.notes.extend(warning.map(|warning| format!("{}: {warning}", field.label)));
            if !field.consequence.is_empty() {
                step.notes.push(format!("Changing “{}” {}", field.label, field.consequence));
            }
        }
    }
    !step.changes.is_empty()
}

/// `onto` with the entries of `from` in all fields that `takes` takes and in which `before` and `after` differ.
pub(crate) fn laid_over(
    schema: &Schema,
    [before, after]: [&Values; 2],
    mut onto: Values,
    from: &Values,
    takes: impl Fn(&Field) -> bool,
) -> Values {
    for field in schema.fields().filter(|field| takes(field)) {
        // A choice of the form's own, such as the way to sign in, is not sent but decides what is.
        let is_own = !field.on_wire && after.get(&field.key) != before.get(&field.key);
        if let (true, Some(entry)) = (is_own || schema.differs(field, before, after), from.get(&field.key)) {
            onto.set(field.key.as_ref(), entry.clone());
        }
    }
    onto
}

/// The notes that say which secrets differ between both and cannot be put back.
pub(crate) fn lost_secrets(schema: &Schema, before: &Values, after: &Values) -> Vec<String> {
    let is_lost = |field: &&Field| field.kind == Kind::Secret && schema.differs(field, before, after);
    let note = |field: &Field| {
        format!(
            "{}: {} never returns secrets, so the one before cannot be put back.",
            field.label, schema.vendor
        )
    };
    schema.fields().filter(is_lost).map(note).collect()
}

/// What came of a step, judged by what there is now. `shown` gives that for a change as people see it; `None` where no
/// server shows it.
pub(crate) fn came_of(step: &Step, shown: impl Fn(&Change) -> Option<String>) -> Ending {
    let (mut before, mut after, mut all) = (0, 0, 0);
    for change in &step.changes {
        let Some(now) = shown(change) else { continue };
        all += 1;
        before += usize::from(now == change.before);
        after += usize::from(now == change.after);
    }
    match () {
        () if all == 0 => Ending::Unknown,
        () if after == all && all == step.changes.len() => Ending::Done,
        // Whether the secret went with it, nothing shows.
        () if after == all => Ending::Unknown,
        () if before == all => Ending::Failed,
        () => Ending::Remarked,
    }
}
