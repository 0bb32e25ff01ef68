//! The plan of 10,000: choosing all integrations, and "Disable" until the plan is shown.

use patchbay_tests::{Fault, Server};

use crate::list::many;
use crate::measure::{ask, builds, noting};
use crate::report::{self, Spans};

const INTEGRATIONS: usize = 10_000;
const RUNS: usize = 5;

/// What all runs of a build gave.
#[derive(Default)]
struct Measured {
    /// Until all are chosen, and tasks until then.
    choosing: [Spans; 2],
    /// From "Disable" until the plan is painted, and tasks until then.
    planning: [Spans; 2],
    /// Megabytes of WebAssembly: with the list, with all chosen, with the plan.
    memory: [Spans; 3],
}

/// Measures, and prints a table.
pub fn measure() {
    let seeds = Server::new().demo(1_000).start().all();
    let answer = many(&seeds, INTEGRATIONS).to_string();
    let builds = builds(|server| server);
    let mut all: Vec<Measured> = builds.iter().map(|_| Measured::default()).collect();
    for (_, server) in &builds {
        server.disturb("GET /rest/gitplugin/1.0/integration", Fault::Text(answer.clone()));
    }
    for _ in 0..RUNS {
        for ((_, server), measured) in builds.iter().zip(&mut all) {
            run(server, measured);
        }
    }
    report::heads(
        &format!("The plan of {INTEGRATIONS} integrations, {RUNS} runs. Times in milliseconds."),
        &["p50", "tasks > 50 ms", "memory of the WebAssembly"],
    );
    for ((name, _), Measured { choosing, planning, memory: [listed, chosen, planned] }) in
        builds.iter().zip(&all)
    {
        report::part(&format!("{name}: {:.1} MB with the list", listed.at(1.0)));
        for (what, [time, tasks], memory) in
            [("choosing all", choosing, chosen), ("\"Disable\" to the plan", planning, planned)]
        {
            let cells =
                [format!("{:.0}", time.at(0.5)), tasks.as_tasks(), format!("{:.1} MB", memory.at(1.0))];
            report::line(what, cells.into_iter());
        }
    }
}

/// Opens the page once and adds what it gave.
fn run(server: &Server, measured: &mut Measured) {
    let page = noting(server);
    page.go("");
    let script = "
        const since = (begun) => performance.now() - begun;
        const button = (text) => [...document.querySelectorAll('.dock a')].find((a) => a.textContent === text);
        const until = async (act, selector) => {
          await measured.tasks();
          const begun = performance.now();
          act();
          await measured.shows(selector);
          const took = performance.now() - begun;
          return [[took], await measured.tasks(), [measured.megabytes()]];
        };
        await measured.rows;
        const listed = [measured.megabytes()];
        const choosing = await until(() => document.querySelector('#select-all').click(), '.dock a');
        const planning = await until(() => button('Disable').click(), 'table.steps tbody th a');
        return { listed, choosing, planning };";
    let gave = ask(&page, script);
    let Measured { choosing: [chosen_in, choosing], planning: [planned_in, planning], memory } = measured;
    memory[0].add(&gave["listed"]);
    for (at, spans) in [chosen_in, choosing, &mut memory[1]].into_iter().enumerate() {
        spans.add(&gave["choosing"][at]);
    }
    for (at, spans) in [planned_in, planning, &mut memory[2]].into_iter().enumerate() {
        spans.add(&gave["planning"][at]);
    }
}
