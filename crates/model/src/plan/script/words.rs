//! Words of the script and the document for people.

use super::Request;

/// How many steps are named; the others are counted.
const NAMED: usize = 8;

/// On one line, and without characters that a terminal would obey or that turn the direction of a text around.
pub(super) fn plain(text: &str) -> String {
    let is_odd = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if is_odd(c) { ' ' } else { c }).collect::<String>().trim().to_owned()
}

/// What a step is called; without a title, its request.
pub(super) fn title(step: &Request) -> String {
    let title = plain(&step.title);
    if title.is_empty() { format!("{} {}", step.method, plain(&step.path)) } else { title }
}

/// `3 steps`
pub(super) fn count(steps: usize) -> String {
    if steps == 1 { "1 step".to_owned() } else { format!("{steps} steps") }
}

/// `step 2 (web)`, `steps 2, 4 (web, mobile)`; with many steps the first few by name, and how many more.
pub(super) fn named(numbers: &[usize], requests: &[Request]) -> String {
    let titles: Vec<String> = numbers
        .iter()
        .take(NAMED)
        .filter_map(|number| requests.get(number.checked_sub(1)?).map(title))
        .collect();
    let more = numbers.len().saturating_sub(NAMED);
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    let word = if numbers.len() == 1 { "step" } else { "steps" };
    format!("{word} {} ({}{more})", spans(numbers), titles.join(", "))
}

/// `1-3, 7`; the numbers ascend.
fn spans(numbers: &[usize]) -> String {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => spans.push((*number, *number)),
        }
    }
    let span = |(first, last): (usize, usize)| match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    };
    spans.into_iter().map(span).collect::<Vec<_>>().join(", ")
}
