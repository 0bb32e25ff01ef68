//! How much Jira differs from a file.

use super::import::{Found, Import};
use std::fmt;

/// How many integrations differ from a file. `Display` says it in sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// Those that are as the file says.
    pub same: usize,
    /// Those that are not.
    pub differ: usize,
    /// Those of the file that Jira does not have.
    pub new: usize,
    /// Those of Jira that the file does not name.
    pub missing: usize,
    /// Entries of the file of which it is not clear what they mean.
    pub unclear: usize,
}

/// Compares the file of `import` with the Jira that it was compared with.
pub fn drift(import: &Import) -> Drift {
    let mut drift = Drift::default();
    for step in &import.steps {
        match step.found {
            Found::Same => drift.same += 1,
            Found::Differs | Found::ToRemove => drift.differ += 1,
            Found::New => drift.new += 1,
            Found::Missing => drift.missing += 1,
            Found::Unclear => drift.unclear += 1,
        }
    }
    drift
}

impl Drift {
    /// Whether nothing differs, and both have the same integrations.
    pub fn is_none(self) -> bool {
        self == Self { same: self.same, ..Self::default() }
    }

    /// How much differs, in sentences. `number` writes a number for people, such as “10,000”.
    pub fn sentence(&self, number: &dyn Fn(usize) -> String) -> String {
        let integrations = |count: usize, whose: &str| {
            let (noun, verb) = if count == 1 { ("integration", "is") } else { ("integrations", "are") };
            format!("{} {noun} {whose} {verb} not", number(count))
        };
        let mut said: Vec<String> = Vec::new();
        match (self.same, self.differ) {
            (0, 0) => {}
            (1, 0) => said.push("The integration is as in the file.".to_owned()),
            (same, 0) => said.push(format!("All {} integrations are as in the file.", number(same))),
            (same, differ) => {
                let verb = if differ == 1 { "differs" } else { "differ" };
                said.push(format!("{} of {} {verb} from the file.", number(differ), number(same + differ)));
            }
        }
        if self.new > 0 {
            said.push(format!("{} in Jira.", integrations(self.new, "of the file")));
        }
        if self.missing > 0 {
            said.push(format!("{} in the file.", integrations(self.missing, "of Jira")));
        }
        match self.unclear {
            0 => {}
            1 => said.push("It is not clear which integration one entry of the file means.".to_owned()),
            many => said.push(format!(
                "It is not clear which integrations {} entries of the file mean.",
                number(many)
            )),
        }
        if said.is_empty() {
            said.push("The file has no integrations.".to_owned());
        }
        said.join(" ")
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(&|number| number.to_string()))
    }
}
