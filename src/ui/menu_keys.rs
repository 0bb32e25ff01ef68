//! Moving through the items of an open menu, as the ARIA menu button pattern has it.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::browser::case::lower;
use crate::browser::root;

/// Moves the focus for this key; says whether the key meant something.
pub fn go(menu: &HtmlElement, key: &str) -> bool {
    let items = items(menu);
    let active = root::active();
    let at = items.iter().position(|item| active.as_ref() == Some(item));
    let last = items.len().saturating_sub(1);
    let to = match (key, at) {
        ("ArrowDown", Some(at)) if at < last => at + 1,
        ("ArrowDown" | "Home", _) => 0,
        ("ArrowUp", Some(at)) if at > 0 => at - 1,
        ("ArrowUp" | "End", _) => last,
        (letter, at) if letter.chars().count() == 1 && letter != " " => {
            let after = at.map_or(0, |at| at + 1);
            match (after..items.len()).chain(0..after).find(|i| begins(items.get(*i), letter)) {
                Some(found) => found,
                None => return false,
            }
        }
        _ => return false,
    };
    items.get(to).is_some_and(|item| item.focus().is_ok())
}

fn items(menu: &HtmlElement) -> Vec<HtmlElement> {
    let first = menu.first_element_child();
    std::iter::successors(first, |item| item.next_element_sibling())
        .filter_map(|item| item.dyn_into().ok())
        .collect()
}

fn begins(item: Option<&HtmlElement>, letter: &str) -> bool {
    let text = item.and_then(|item| item.text_content()).unwrap_or_default();
    lower(&text).starts_with(&lower(letter))
}
