//! Names in the order of the reader's language, with numbers in them counted as numbers.

use super::locale::locales;
use js_sys::Intl::{Collator, CollatorOptions};
use js_sys::{Function, JsString, Reflect};
use patchbay_scan::rough_order;
use wasm_bindgen::JsCast;

/// How many octal digits a place is written in: enough for two million names.
const DIGITS: usize = 7;

/// Between names that are handed over together; no name has it.
const BETWEEN: &str = "\0";

/// The indexes of the names in sorted order. Equal names keep their order.
///
/// The browser sorts: to ask it for each pair would take several times as long with 10,000 names.
pub fn order(names: &mut dyn Iterator<Item = String>) -> Vec<usize> {
    let mut names: Vec<String> = names.collect();
    // In an order that is nearly right, a tenth of the pairs are left to compare.
    let rough = rough_order(&names);
    // Handed over as one text each way: one by one takes as long as sorting them.
    let all = rough.into_iter().map(|at| with_place(std::mem::take(&mut names[at]), at));
    let all: Vec<String> = all.collect();
    if all.is_empty() {
        return Vec::new();
    }
    let list = JsString::from(all.join(BETWEEN)).split(BETWEEN);
    let options = CollatorOptions::new();
    options.set_numeric(true);
    let compare = Collator::new(&locales(), options.unchecked_ref()).compare();
    if let Ok(sort) = Reflect::get(&list, &"sort".into())
        && let Ok(sort) = sort.dyn_into::<Function>()
    {
        let _ = sort.call1(&list, &compare);
    }
    String::from(list.join(BETWEEN)).split(BETWEEN).map(place).collect()
}

/// The name with its place behind it, in control characters: no language counts them ("Unicode Collation Algorithm").
/// Anything else would come before accents and capitals, which count only where all letters are the same.
fn with_place(mut name: String, at: usize) -> String {
    if name.contains(BETWEEN) {
        name = name.replace(BETWEEN, " ");
    }
    name.extend((0..DIGITS).map(|digit| char::from(1 + (at >> (3 * digit) & 7) as u8)));
    name
}

fn place(name: &str) -> usize {
    name.bytes().rev().take(DIGITS).fold(0, |at, digit| at << 3 | usize::from(digit.wrapping_sub(1)))
}

#[cfg(test)]
mod tests {
    use super::{place, with_place};

    #[test]
    fn a_place_is_read_as_it_was_written() {
        for (name, at) in [("", 0), ("item 9", 7), ("東京", 8), ("a\u{1}", 10_000), ("é", 2_097_151)] {
            let written = with_place(name.to_owned(), at);
            assert!(written.starts_with(name) && written[name.len()..].chars().all(char::is_control));
            assert_eq!(place(&written), at, "{name}");
        }
        assert_eq!(place(&with_place("a\0b\0".to_owned(), 9)), 9);
        assert!(!with_place("a\0b".to_owned(), 0).contains(super::BETWEEN));
    }
}
