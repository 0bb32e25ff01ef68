//! How long the page is busy while somebody types in the search box of a list of 10,000 integrations.
//!
//! A search of 20 characters is typed and deleted again, key by key, by WebDriver. Three things are measured: tasks of
//! the main thread over 50 ms (Long Tasks API), how long the page's own listeners took for a key (Event Timing API), and
//! all work of the main thread for a key together: script, style, layout, painting, and what WebDriver itself needs
//! there (Performance domain of the DevTools). The last is an upper bound of the longest task.

#![allow(
    clippy::unwrap_used,
    reason = "a benchmark that cannot measure has nothing better to do than to end"
)]

use patchbay_tests::{Page, Server, keys};
use serde_json::{Value, json};

const INTEGRATIONS: u32 = 10_000;

/// Its first letters leave nearly everything, its last ones a part: the rows are drawn anew at each key.
const SEARCH: &str = "https://github.acme.";

const OBSERVE: &str = "
    window.measured = { tasks: [], handling: new Map() };
    new PerformanceObserver((list) => measured.tasks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: 'longtask' });
    new PerformanceObserver((list) => {
      for (const { interactionId, processingStart, processingEnd } of list.getEntries()) {
        if (!interactionId) continue;
        measured.handling.set(interactionId, (measured.handling.get(interactionId) ?? 0) + processingEnd - processingStart);
      }
    }).observe({ type: 'event', durationThreshold: 16 });";

const COLLECT: &str = "return { tasks: measured.tasks, handling: [...measured.handling.values()] };";

fn main() {
    let server = Server::new().demo(INTEGRATIONS).start();
    println!(
        "{INTEGRATIONS} integrations; “{SEARCH}” typed and deleted key by key. Times in milliseconds.\n"
    );
    println!(
        "{:<28}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}{:>14}{:>14}",
        "", "p50", "p95", "max", "p50", "p95", "max", "longest task", "tasks > 50"
    );
    println!("{:<28}{:^24}{:^24}", "", "all work for a key", "listeners for a key");
    for slower in [1, 4] {
        let page = server.open("/integrations");
        page.sees("10,000 integrations");
        let measured = measure(&page, slower);
        println!("{}", measured.row(&format!("processor at 1/{slower} of its speed")));
    }
}

/// What one run gave, in milliseconds.
struct Measured {
    /// All work of the main thread, for each key.
    work: Vec<f64>,
    /// The listeners, for each key that took 16 ms to the next frame or longer.
    handling: Vec<f64>,
    /// Each task over 50 ms.
    long_tasks: Vec<f64>,
}

fn measure(page: &Page<'_>, slower: u32) -> Measured {
    let search = page.role("searchbox").named("Search name, URL or id");
    search.click();
    page.devtools("Performance.enable", &json!({}));
    page.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": slower }));
    page.run(OBSERVE, Vec::new());
    let mut work = Vec::new();
    let mut done = task_seconds(page);
    let mut key = |press: &dyn Fn(), value: &str| {
        press();
        page.becomes("the key to have come through", || search.value() == value);
        let now = task_seconds(page);
        work.push((now - done) * 1000.0);
        done = task_seconds(page);
    };
    for end in 1..=SEARCH.len() {
        key(&|| page.types(&SEARCH[end - 1..end]), &SEARCH[..end]);
    }
    for end in (0..SEARCH.len()).rev() {
        key(&|| page.press(keys::Backspace), &SEARCH[..end]);
    }
    search.holds("").without_text("of 10,000");
    let collected = page.run(COLLECT, Vec::new());
    let numbers =
        |key: &str| collected[key].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    Measured { work, handling: numbers("handling"), long_tasks: numbers("tasks") }
}

/// Seconds that the main thread was busy since the page was opened.
fn task_seconds(page: &Page<'_>) -> f64 {
    let metrics = page.devtools("Performance.getMetrics", &json!({}));
    let metrics = metrics["metrics"].as_array().unwrap();
    metrics.iter().find(|metric| metric["name"] == "TaskDuration").unwrap()["value"].as_f64().unwrap()
}

impl Measured {
    fn row(&self, title: &str) -> String {
        let longest = match self.long_tasks.iter().copied().reduce(f64::max) {
            Some(longest) => format!("{longest:.0}"),
            None => "under 50".to_owned(),
        };
        let count = self.long_tasks.len();
        format!("{title:<28}{}{}{longest:>14}{count:>14}", spread(&self.work), spread(&self.handling))
    }
}

/// Half, 95 % and all of the values are at most this.
fn spread(values: &[f64]) -> String {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let at = |share: f64| values.get(((values.len() as f64 * share).ceil() as usize).saturating_sub(1));
    let show = |value: Option<&f64>| value.map_or_else(|| "< 16".to_owned(), |value| format!("{value:.1}"));
    format!("{:>8}{:>8}{:>8}", show(at(0.5)), show(at(0.95)), show(at(1.0)))
}
