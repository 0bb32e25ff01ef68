//! How long somebody waits for a page, and for a key, where there is much: `list`, `fleet` and `plan`. Arguments name those
//! that are measured; without any, all are.
//!
//! The builds take turns, so that whatever else the machine does meanwhile meets all of them.

#![allow(
    clippy::unwrap_used,
    reason = "a benchmark that cannot measure has nothing better to do than to end"
)]

mod fleet;
mod list;
mod measure;
mod plan;
mod report;

fn main() {
    let named: Vec<String> = std::env::args().skip(1).collect();
    let all: [(&str, fn()); 3] =
        [("list", list::measure), ("fleet", fleet::measure), ("plan", plan::measure)];
    for (name, measure) in all {
        if named.is_empty() || named.iter().any(|one| one == name) {
            measure();
        }
    }
}
