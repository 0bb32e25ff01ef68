//! What a plan comes to, in numbers.

use super::Step;
use crate::edit::Action;

/// What a plan comes to, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outlook {
    /// How many will be changed.
    pub changed: usize,
    /// How many have a problem and are not sent.
    pub with_problem: usize,
    /// How many stay as they are.
    pub same: usize,
}

impl Outlook {
    /// Of these steps. The three add up to their number.
    pub fn of<'a>(steps: impl IntoIterator<Item = &'a Step>) -> Self {
        let mut outlook = Self::default();
        for step in steps {
            let one = match (step.problems.is_empty(), step.action) {
                (false, _) => &mut outlook.with_problem,
                (true, Some(Action::Change | Action::Add | Action::Switch | Action::Remove)) => {
                    &mut outlook.changed
                }
                (true, None) => &mut outlook.same,
            };
            *one += 1;
        }
        outlook
    }
}
