//! How long somebody waits for the list: until its first rows are painted, and until a key in its search is, with 1,000,
//! 10,000 and 100,000 integrations; beside a page without any framework that shows the same data (`plain/`).
//!
//! The pages take turns, so that whatever else the machine does meanwhile meets all of them. `PATCHBAY_BENCH_BEFORE` may
//! name the folder of another build of the app, which takes its turn as well.

#![allow(
    clippy::unwrap_used,
    reason = "a benchmark that cannot measure has nothing better to do than to end"
)]

mod measure;
mod report;

use std::path::PathBuf;

use measure::{Measured, measure};
use patchbay_tests::{Fault, Server};
use serde_json::{Value, json};

/// How many integrations, and how many times each page is opened.
const SIZES: [(usize, usize); 3] = [(1_000, 5), (10_000, 5), (100_000, 3)];

/// A page that is measured.
struct Subject {
    name: &'static str,
    server: Server,
    is_app: bool,
}

fn main() {
    let seeds = Server::new().demo(1_000).start().all();
    let plain = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/bench/plain"));
    let before = std::env::var_os("PATCHBAY_BENCH_BEFORE").map(PathBuf::from);
    let mut subjects = vec![
        Subject { name: "plain page", server: Server::new().folder(plain).start(), is_app: false },
        Subject { name: "Patchbay", server: Server::new().start(), is_app: true },
    ];
    subjects.extend(before.map(|folder| Subject {
        name: "Patchbay before",
        server: Server::new().folder(folder).start(),
        is_app: true,
    }));
    report::head();
    for (count, times) in SIZES {
        let answer = many(&seeds, count).to_string();
        for subject in &subjects {
            subject.server.heal();
            subject.server.disturb("GET /rest/gitplugin/1.0/integration", Fault::Text(answer.clone()));
        }
        let mut measured: Vec<Measured> = subjects.iter().map(|_| Measured::default()).collect();
        for _ in 0..times {
            for (subject, measured) in subjects.iter().zip(&mut measured) {
                measure(&subject.server, subject.is_app, measured);
            }
        }
        let names = subjects.iter().map(|subject| subject.name);
        report::size(count, answer.len(), names.zip(&mut measured));
    }
    report::foot();
}

/// The answer with so many integrations: the seeds again and again, each with a number and a name of its own.
fn many(seeds: &[Value], count: usize) -> Value {
    let one = |at: usize| {
        let mut one = seeds[at % seeds.len()].clone();
        let round = at / seeds.len();
        one["id"] = json!(at + 1);
        if round > 0 {
            one["displayName"] =
                json!(format!("{} {round}", one["displayName"].as_str().unwrap_or_default()));
        }
        one
    };
    json!({ "success": true, "integrations": (0..count).map(one).collect::<Vec<_>>() })
}
