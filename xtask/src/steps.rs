//! The steps of a command: each says what it does, is timed, and is left out when there is nothing to do.

use std::time::{Duration, Instant};

use crate::failure::Result;

/// What was done so far, in order.
#[derive(Default)]
pub struct Steps(Vec<Step>);

struct Step {
    title: String,
    /// `None`: was there already.
    took: Option<Duration>,
}

impl Steps {
    /// Says what comes, does it, and says how long it took.
    pub fn run<T>(&mut self, title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("==> {title}");
        let start = Instant::now();
        let outcome = work()?;
        let took = start.elapsed();
        println!("    done in {}", in_words(took));
        self.0.push(Step { title: title.to_owned(), took: Some(took) });
        Ok(outcome)
    }

    /// Notes that a step had nothing to do, once.
    pub fn present(&mut self, title: &str) {
        if self.0.iter().any(|step| step.title == title) {
            return;
        }
        println!("ok  {title}");
        self.0.push(Step { title: title.to_owned(), took: None });
    }

    /// All steps with their times, one a line, and the sum.
    pub fn table(&self) -> String {
        let title_width = self.0.iter().map(|step| step.title.chars().count()).max().unwrap_or(0);
        let mut lines = String::new();
        for step in &self.0 {
            let took = step.took.map_or("was there".to_owned(), in_words);
            lines.push_str(&format!("{:<title_width$}  {took:>11}\n", step.title));
        }
        let sum = self.0.iter().filter_map(|step| step.took).sum();
        lines.push_str(&format!("{:<title_width$}  {:>11}\n", "Together", in_words(sum)));
        lines
    }
}

/// `0.4 s`, `12 s`, `3 min 05 s`.
fn in_words(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 9.95 {
        return format!("{seconds:.1} s");
    }
    let seconds = seconds.round() as u64;
    if seconds < 60 { format!("{seconds} s") } else { format!("{} min {:02} s", seconds / 60, seconds % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_times_as_a_person_says_them() {
        let cases = [
            (0, "0.0 s"),
            (440, "0.4 s"),
            (9_940, "9.9 s"),
            (9_960, "10 s"),
            (59_400, "59 s"),
            (185_000, "3 min 05 s"),
        ];
        for (milliseconds, words) in cases {
            assert_eq!(in_words(Duration::from_millis(milliseconds)), words);
        }
    }

    #[test]
    fn lines_up_the_table() {
        let step = |title: &str, took| Step { title: title.to_owned(), took };
        let steps =
            Steps(vec![step("Trunk 0.21.14", None), step("Format", Some(Duration::from_millis(1_200)))]);
        assert_eq!(
            steps.table(),
            "Trunk 0.21.14    was there\n\
             Format               1.2 s\n\
             Together             1.2 s\n"
        );
    }
}
