//! The fleet: until a key in the search of 5,000 projects is painted, while they are read and afterwards.

use patchbay_tests::{GitLab, Server};

use crate::measure::{ask, builds, key_by_key, noting};
use crate::report::{self, Spans};

const PROJECTS: usize = 5_000;
const RUNS: usize = 3;

/// What is typed: first what nearly all have, then some, one, what is far apart, nothing.
const SEARCHES: [&str; 5] = ["shop/web/website", "checkout", "#17", "e r 1", "zzz"];

/// Milliseconds between two keys while projects are read, as somebody types who is quick.
const PAUSE: u32 = 100;

/// What all runs of a build gave.
#[derive(Default)]
struct Measured {
    /// Until a key was painted, and tasks, while projects are read.
    reading: [Spans; 2],
    /// The same once they are read.
    read: [Spans; 2],
    /// Seconds that reading took.
    seconds: Spans,
    /// Megabytes of WebAssembly, before and after.
    memory: [Spans; 2],
}

/// Measures, and prints a table.
pub fn measure() {
    let builds = builds(|server| server.demo(1).projects(PROJECTS).gitlab(GitLab::V19_5));
    let mut all: Vec<Measured> = builds.iter().map(|_| Measured::default()).collect();
    for _ in 0..RUNS {
        for ((_, server), measured) in builds.iter().zip(&mut all) {
            run(server, measured);
        }
    }
    report::heads(
        &format!("The fleet: {PROJECTS} projects and their groups, {RUNS} runs. Times in milliseconds."),
        &["a key p50", "a key p95", "tasks > 50 ms"],
    );
    for ((name, _), Measured { reading, read, seconds, memory }) in builds.iter().zip(&all) {
        report::part(&format!(
            "{name}: read in {:.0} s; memory of the WebAssembly {:.1} MB, before {:.1} MB",
            seconds.at(0.5),
            memory[1].at(1.0),
            memory[0].at(1.0)
        ));
        for (when, [keys, tasks]) in [("while they are read", reading), ("once they are read", read)] {
            let times = [0.5, 0.95].map(|share| format!("{:.1}", keys.at(share)));
            report::line(when, times.into_iter().chain([tasks.as_tasks()]));
        }
    }
}

/// Opens the page once and adds what it gave.
fn run(server: &Server, measured: &mut Measured) {
    let page = noting(server);
    // Where it is asked which projects: what the table needs is loaded, and nothing is read yet.
    page.go(&server.at_gitlab("fleet"));
    let keys = key_by_key(&SEARCHES);
    let mine = server.at_gitlab("fleet?mine=all");
    let script = format!(
        "const [values, reading, before] = [{keys}, [], measured.megabytes()];
        await measured.tasks();
        const begun = performance.now();
        location.hash = '{mine}';
        await measured.shows('tbody th a');
        while (document.querySelector('progress')) {{
          reading.push(await measured.key(values[reading.length % values.length]));
          await new Promise((go) => setTimeout(go, {PAUSE}));
        }}
        const seconds = (performance.now() - begun) / 1000;
        await measured.key('');
        const tasks = await measured.tasks();
        const read = await measured.keys(values);
        return {{
          reading, tasks, read, tasksAfter: await measured.tasks(),
          seconds: [seconds], before: [before], after: [measured.megabytes()]
        }};"
    );
    let gave = ask(&page, &script);
    let Measured {
        reading: [keys, tasks],
        read: [keys_after, tasks_after],
        seconds,
        memory: [before, after],
    } = measured;
    for (spans, name) in [
        (keys, "reading"),
        (tasks, "tasks"),
        (keys_after, "read"),
        (tasks_after, "tasksAfter"),
        (seconds, "seconds"),
        (before, "before"),
        (after, "after"),
    ] {
        spans.add(&gave[name]);
    }
}
