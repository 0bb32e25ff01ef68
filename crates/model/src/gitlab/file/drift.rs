//! How much GitLab differs from a file.

use crate::gitlab::plan::Planned;
use std::fmt;

/// How many integrations differ from a file. `Display` says it in a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// Those that are as the file says.
    pub same: usize,
    /// Those that are not.
    pub differ: usize,
    /// Those of which it cannot be said, because they could not be read or found, or the entry has a mistake.
    pub unclear: usize,
}

/// Compares a file with GitLab by the steps that would make it as the file says.
pub fn drift<'a>(steps: impl IntoIterator<Item = &'a Planned>) -> Drift {
    let mut drift = Drift::default();
    for planned in steps {
        let count = match (&planned.work, planned.step.problems.is_empty()) {
            (Some(_), _) => &mut drift.differ,
            (None, true) => &mut drift.same,
            (None, false) => &mut drift.unclear,
        };
        *count += 1;
    }
    drift
}

impl Drift {
    /// Whether nothing differs.
    pub fn is_none(self) -> bool {
        self.differ == 0 && self.unclear == 0
    }

    /// How much differs, in sentences. `number` writes a number for people, such as “10,000”.
    pub fn sentence(&self, number: &dyn Fn(usize) -> String) -> String {
        let all = self.same + self.differ;
        let mut said = match (self.same, self.differ) {
            (0, 0) if self.unclear == 0 => return "The file has no integrations.".to_owned(),
            (0, 0) => String::new(),
            (1, 0) => "The integration is as in the file.".to_owned(),
            (same, 0) => format!("All {} integrations are as in the file.", number(same)),
            (_, 1) => format!("1 of {} differs from the file.", number(all)),
            (_, differ) => format!("{} of {} differ from the file.", number(differ), number(all)),
        };
        if self.unclear > 0 {
            let of = match self.unclear {
                1 => "1 entry".to_owned(),
                many => format!("{} entries", number(many)),
            };
            said.push_str(&format!(" {of} of the file could not be compared."));
        }
        said.trim_start().to_owned()
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(&|number| number.to_string()))
    }
}
