//! The tables that the benchmark prints, and what is made of many measurements.

use serde_json::Value;

/// How long something took in all runs, in milliseconds.
#[derive(Default)]
pub struct Spans {
    all: Vec<f64>,
    runs: usize,
}

impl Spans {
    /// Adds the numbers of a run.
    pub fn add(&mut self, run: &Value) {
        self.all.extend(run.as_array().into_iter().flatten().filter_map(Value::as_f64));
        self.runs += 1;
    }

    /// So much of them is at most this.
    pub fn at(&self, share: f64) -> f64 {
        let mut sorted = self.all.clone();
        sorted.sort_by(f64::total_cmp);
        let index = ((sorted.len() as f64 * share).ceil() as usize).saturating_sub(1);
        sorted.get(index).copied().unwrap_or(f64::NAN)
    }

    /// How many of them are in one run, and the longest of all runs.
    pub fn as_tasks(&self) -> String {
        match self.all.iter().copied().reduce(f64::max) {
            Some(longest) => format!("{:.1}, longest {longest:.0}", self.all.len() as f64 / self.runs as f64),
            None => "none".to_owned(),
        }
    }
}

/// Begins a table.
pub fn heads(title: &str, heads: &[&str]) {
    println!("\n{title}\n");
    line("", heads.iter().map(|head| (*head).to_owned()));
}

/// Begins a part of it.
pub fn part(title: &str) {
    println!("\n{title}");
}

/// A line of it.
pub fn line(name: &str, cells: impl Iterator<Item = String>) {
    let cells: String = cells.map(|cell| format!("{cell:>26}")).collect();
    println!("{name:<30}{cells}");
}

/// What stands below it.
pub fn note(text: &str) {
    println!("\n{text}");
}
