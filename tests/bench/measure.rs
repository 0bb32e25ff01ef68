//! Opens a page, waits for its rows, and types.

use patchbay_tests::{Page, Server};
use serde_json::{Value, json};

/// What is typed key by key and deleted again. The first letters of the first leave nearly everything, its last ones a
/// part; others match little, single rows, nothing, or rows far apart.
const SEARCHES: [&str; 5] = ["https://github.acme.", "mobile", "#17", "e r 1", "zzz"];

/// Notes when rows are painted for the first time, and every task of the main thread over 50 ms.
const OBSERVE: &str = "
    window.measured = { tasks: [] };
    new PerformanceObserver((list) => measured.tasks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: 'longtask', buffered: true });
    new MutationObserver((_, observer) => {
      if (!document.querySelector('tbody th a')) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => { measured.rows = performance.now() };
        painted.port2.postMessage(0);
      });
    }).observe(document, { childList: true, subtree: true });";

/// From the event of a key to the end of the frame that it is painted in. The key comes at the beginning of a frame:
/// what is measured is work, and not how long the screen waits for its next turn.
const TYPE: &str = "
    const done = arguments[arguments.length - 1];
    const field = document.querySelector('input[type=search]');
    const painted = new MessageChannel();
    const key = (value) => new Promise((resolve) => requestAnimationFrame(() => {
      const begun = performance.now();
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      painted.port1.onmessage = () => resolve(performance.now() - begun);
      painted.port2.postMessage(0);
    }));
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
    (async () => {
      const times = [];
      for (const value of VALUES) {
        await idle();
        times.push(await key(value));
      }
      done({ times, tasks: measured.tasks });
    })();";

/// What all runs of a page gave, in milliseconds.
#[derive(Default)]
pub struct Measured {
    /// Until the first rows were painted, for each run.
    pub rows: Vec<f64>,
    /// Tasks over 50 ms until then, of all runs.
    pub tasks_of_start: Vec<f64>,
    /// Until a key was painted, for each key of all runs.
    pub keys: Vec<f64>,
    /// Tasks over 50 ms while typing, of all runs.
    pub tasks_of_keys: Vec<f64>,
}

/// Opens the page once and adds what it gave.
pub fn measure(server: &Server, is_app: bool, measured: &mut Measured) {
    let page = Page::blank(server);
    if !is_app {
        page.never_starts();
    }
    page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": OBSERVE }));
    page.go("");
    page.becomes("rows to be painted", || page.run("return measured.rows ?? null", Vec::new()).is_number());
    let start = page.run("return { rows: measured.rows, tasks: measured.tasks.splice(0) }", Vec::new());
    measured.rows.extend(start["rows"].as_f64());
    measured.tasks_of_start.extend(numbers(&start["tasks"]));
    let values: Vec<&str> = SEARCHES
        .iter()
        .flat_map(|search| (1..=search.len()).chain((0..search.len()).rev()).map(|end| &search[..end]))
        .collect();
    let typed = page.run_async(&TYPE.replace("VALUES", &json!(values).to_string()));
    measured.keys.extend(numbers(&typed["times"]));
    measured.tasks_of_keys.extend(numbers(&typed["tasks"]));
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}
