//! The list: until its first rows are painted, and until a key in its search is, with 1,000, 10,000 and 100,000 integrations;
//! beside a page without any framework that shows the same data (`plain/`).

use std::path::PathBuf;

use patchbay_tests::{Fault, Server};
use serde_json::{Value, json};

use crate::measure::{ask, builds, key_by_key, noting};
use crate::report::{self, Spans};

/// How many integrations, and how many times each page is opened.
const SIZES: [(usize, usize); 3] = [(1_000, 5), (10_000, 5), (100_000, 3)];

/// What is typed. The first letters of the first leave nearly everything, its last ones a part; others match little, single
/// rows, nothing, or rows far apart.
const SEARCHES: [&str; 5] = ["https://github.acme.", "mobile", "#17", "e r 1", "zzz"];

/// What all runs of a page gave.
#[derive(Default)]
struct Measured {
    /// Until the first rows were painted.
    rows: Spans,
    /// Tasks until then.
    starting: Spans,
    /// Until a key was painted.
    keys: Spans,
    /// Tasks while typing.
    typing: Spans,
}

/// Measures, and prints a table.
pub fn measure() {
    let seeds = Server::new().demo(1_000).start().all();
    let plain = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/bench/plain"));
    let mut pages = vec![("plain page", Server::new().folder(plain).start())];
    pages.extend(builds(|server| server));
    report::heads(
        "The list. Times in milliseconds; behind each, how many times that of the plain page.",
        &["first rows p50", "a key p50", "a key p95", "starting: tasks > 50 ms", "typing: tasks > 50 ms"],
    );
    for (count, times) in SIZES {
        let answer = many(&seeds, count).to_string();
        let megabytes = answer.len() as f64 / 1e6;
        report::part(&format!("{count} integrations, {megabytes:.1} MB of JSON, {times} runs"));
        for (_, server) in &pages {
            server.heal();
            server.disturb("GET /rest/gitplugin/1.0/integration", Fault::Text(answer.clone()));
        }
        let mut all: Vec<Measured> = pages.iter().map(|_| Measured::default()).collect();
        for _ in 0..times {
            for ((name, server), measured) in pages.iter().zip(&mut all) {
                run(server, *name != "plain page", measured);
            }
        }
        let mut base = None;
        for ((name, _), Measured { rows, starting, keys, typing }) in pages.iter().zip(&all) {
            let times = [rows.at(0.5), keys.at(0.5), keys.at(0.95)];
            let base = *base.get_or_insert(times);
            let ratio = |(time, base): (&f64, f64)| format!("{time:.1}{:>8}", format!("{:.2}x", time / base));
            let times = times.iter().zip(base).map(ratio);
            report::line(name, times.chain([starting.as_tasks(), typing.as_tasks()]));
        }
    }
    report::note("First rows: from opening the page until they are painted.");
}

/// Opens the page once and adds what it gave.
fn run(server: &Server, is_app: bool, measured: &mut Measured) {
    let page = noting(server);
    if !is_app {
        page.never_starts();
    }
    page.go("");
    let keys = key_by_key(&SEARCHES);
    let script = format!(
        "const [rows, starting] = [await measured.rows, await measured.tasks()];
        const keys = await measured.keys({keys});
        return {{ rows: [rows], starting, keys, typing: await measured.tasks() }};"
    );
    let gave = ask(&page, &script);
    let Measured { rows, starting, keys, typing } = measured;
    for (spans, name) in [(rows, "rows"), (starting, "starting"), (keys, "keys"), (typing, "typing")] {
        spans.add(&gave[name]);
    }
}

/// The answer with so many integrations: the seeds again and again, each with a number and a name of its own.
pub fn many(seeds: &[Value], count: usize) -> Value {
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
