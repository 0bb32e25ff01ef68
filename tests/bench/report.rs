//! The table that the benchmark prints.

use crate::measure::Measured;

/// The heads of the columns.
pub fn head() {
    println!("Times in milliseconds; behind each, how many times that of the plain page.\n");
    println!(
        "{:<18}{:>16}{:>16}{:>16}{:>26}{:>26}",
        "", "first rows p50", "a key p50", "a key p95", "starting: tasks > 50 ms", "typing: tasks > 50 ms"
    );
}

/// One block: so many integrations, each page in a line; the first is what the others are compared with.
pub fn size<'a>(count: usize, bytes: usize, pages: impl Iterator<Item = (&'a str, &'a mut Measured)>) {
    println!("\n{count} integrations, {:.1} MB of JSON", bytes as f64 / 1e6);
    let mut plain = None;
    for (name, measured) in pages {
        let Measured { rows, tasks_of_start, keys, tasks_of_keys } = measured;
        let times = [at(rows, 0.5), at(keys, 0.5), at(keys, 0.95)];
        let base = *plain.get_or_insert(times);
        let columns = times.iter().zip(base).map(|(time, base)| {
            let ratio = format!("{:.2}x", time / base);
            format!("{time:>8.1}{ratio:>8}")
        });
        let runs = rows.len();
        println!(
            "{name:<18}{}{:>26}{:>26}",
            columns.collect::<String>(),
            long(tasks_of_start, runs),
            long(tasks_of_keys, runs)
        );
    }
}

/// What the numbers mean.
pub fn foot() {
    println!(
        "\nFirst rows: from opening the page until rows are painted. A key: from its event until the frame with"
    );
    println!(
        "what it finds is painted. Tasks: how many of the main thread in one run, and the longest of all runs."
    );
}

/// So much of the values is at most this.
fn at(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let index = ((values.len() as f64 * share).ceil() as usize).saturating_sub(1);
    values.get(index).copied().unwrap_or(f64::NAN)
}

fn long(tasks: &[f64], runs: usize) -> String {
    match tasks.iter().copied().reduce(f64::max) {
        Some(longest) => format!("{:.1}, longest {longest:.0}", tasks.len() as f64 / runs as f64),
        None => "none".to_owned(),
    }
}
