//! Adds up what `cargo test` reports, over all its test programs.

use std::ops::AddAssign;

/// How many tests ran, and how they ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
    pub ignored: u32,
}

impl Counts {
    /// From one line of output; `None` for all but the closing line of a test program:
    /// `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s`.
    pub fn from_line(line: &str) -> Option<Self> {
        let (_, counts) = line.split_once("test result: ")?;
        let count = |name: &str| {
            let part = counts.split([';', '.']).find_map(|part| part.trim().strip_suffix(name))?;
            part.trim().parse().ok()
        };
        Some(Self { passed: count("passed")?, failed: count("failed")?, ignored: count("ignored")? })
    }

    /// `12 passed, 0 failed`, after a line about ignored tests if there are any.
    pub fn summary(self) -> String {
        let ignored = if self.ignored > 0 { format!("{} ignored\n", self.ignored) } else { String::new() };
        format!("{ignored}{} passed, {} failed", self.passed, self.failed)
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_closing_lines_and_says_the_sum() {
        assert_eq!(Counts::from_line("test rule::reads ... ok"), None);
        let mut sum =
            Counts::from_line("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured").unwrap();
        assert_eq!(sum.summary(), "12 passed, 0 failed");
        let coloured = "test result: \u{1b}[31mFAILED\u{1b}[m. 3 passed; 2 failed; 1 ignored; 0 measured";
        sum += Counts::from_line(coloured).unwrap();
        assert_eq!(sum.summary(), "1 ignored\n15 passed, 2 failed");
    }
}
