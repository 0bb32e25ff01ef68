//! A list of which any number can be chosen: one Tab stop however long it is, with the keys of a list box.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::el::*;
use super::fresh_id::Mark;
use crate::browser::root;

/// How many options Page up and Page down go.
const PAGE: usize = 8;

/// One option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListOption {
    /// What it is known by.
    pub value: u64,
    /// Its first, bold word.
    pub word: String,
    /// The rest.
    pub text: String,
}

/// What is drawn and followed; copies are the same.
#[derive(Clone, Copy)]
struct List {
    mark: Mark,
    options: Signal<Vec<ListOption>>,
    selected: Signal<Vec<u64>>,
    on_change: Callback<Vec<u64>>,
    /// The option that the arrow keys have reached.
    active: RwSignal<Option<u64>>,
}

/// The list; nothing while it has no options. Ctrl+A chooses all that are in it, and then none of them.
#[component]
pub fn ListBox(
    /// The element's own id.
    #[prop(into)]
    id: String,
    /// What can be chosen, for screen readers.
    #[prop(into)]
    label: String,
    /// The options in their order.
    options: Signal<Vec<ListOption>>,
    /// The values that are chosen, of these options and of others.
    selected: Signal<Vec<u64>>,
    /// The chosen values.
    on_change: Callback<Vec<u64>>,
) -> impl IntoView {
    let list = List { mark: Mark::new(), options, selected, on_change, active: RwSignal::new(None) };
    let key = move |event: KeyboardEvent| {
        if list.press(&event.key(), event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
        }
    };
    let begin = move |_| {
        if list.at().is_none() {
            list.press("Home", false);
        }
    };
    el("div")
        .class("options")
        .attr("id", id)
        .attr("role", "listbox")
        .attr("tabindex", "0")
        .attr("aria-label", label)
        .attr("aria-multiselectable", "true")
        .live("hidden", move || options.read().is_empty().then(|| "".into()))
        .live("aria-activedescendant", move || list.reached().map(|value| list.id(value).into()))
        .on_key(key)
        .on("focus", begin)
        .live_children(move || options.get().into_iter().map(|option| list.option(option)).collect())
}

/// Chooses all options in the list; if all are chosen, none of them.
pub fn toggle_all(options: &[ListOption], mut selected: Vec<u64>) -> Vec<u64> {
    let has_all = all_chosen(options, &selected);
    selected.retain(|value| !options.iter().any(|option| option.value == *value));
    if !has_all {
        selected.extend(options.iter().map(|option| option.value));
    }
    selected
}

/// Whether all options in the list are chosen.
pub fn all_chosen(options: &[ListOption], selected: &[u64]) -> bool {
    options.iter().all(|option| selected.contains(&option.value))
}

/// Chooses this one too, or not any more.
pub fn toggle(mut selected: Vec<u64>, value: u64) -> Vec<u64> {
    match selected.iter().position(|one| *one == value) {
        Some(at) => drop(selected.remove(at)),
        None => selected.push(value),
    }
    selected
}

impl List {
    fn id(self, value: u64) -> String {
        format!("{}-{value}", self.mark.id())
    }

    /// The option that was reached, if it is still in the list; followed.
    fn reached(self) -> Option<u64> {
        let active = self.active.get()?;
        self.options.read().iter().any(|option| option.value == active).then_some(active)
    }

    fn at(self) -> Option<usize> {
        let active = self.active.get_untracked();
        self.options.read_untracked().iter().position(|option| Some(option.value) == active)
    }

    fn option(self, option: ListOption) -> El {
        let ListOption { value, word, text } = option;
        el("div")
            .attr("id", self.id(value))
            .attr("role", "option")
            .live("class", move || (self.active.get() == Some(value)).then(|| "active".into()))
            .live("aria-selected", move || true_or_false(self.selected.read().contains(&value)))
            .child(el("b").text(word))
            .text(format!(" {text}"))
            .on_click(move || {
                self.active.set(Some(value));
                self.on_change.run(toggle(self.selected.get_untracked(), value));
            })
    }

    /// Does what the key means; says whether it meant something.
    fn press(self, key: &str, with_control: bool) -> bool {
        let options = self.options.get_untracked();
        let last = options.len().saturating_sub(1);
        let to = match (key, self.at()) {
            ("a", _) if with_control => {
                self.on_change.run(toggle_all(&options, self.selected.get_untracked()));
                return true;
            }
            (" " | "Enter", Some(at)) if !with_control => {
                let value = options.get(at).map(|option| option.value);
                self.on_change.run(toggle(self.selected.get_untracked(), value.unwrap_or_default()));
                return true;
            }
            ("ArrowDown", Some(at)) => at + 1,
            ("ArrowUp", Some(at)) => at.saturating_sub(1),
            ("PageDown", Some(at)) => at + PAGE,
            ("PageUp", Some(at)) => at.saturating_sub(PAGE),
            ("ArrowDown" | "ArrowUp" | "Home" | "PageUp" | "PageDown", _) => 0,
            ("End", _) => last,
            _ => return false,
        };
        let value = options.get(to.min(last)).map(|option| option.value);
        self.active.set(value);
        self.show(value);
        true
    }

    /// Scrolls in the list only, as far as needed.
    fn show(self, value: Option<u64>) {
        let Some(option) = value.and_then(|value| root::find(&self.id(value))) else { return };
        if let Some(list) = option.parent_element() {
            let top = option.offset_top();
            let bottom = top + option.offset_height() - list.client_height();
            list.set_scroll_top(list.scroll_top().clamp(bottom.min(top), top));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ListOption, all_chosen, toggle, toggle_all};

    fn options(values: &[u64]) -> Vec<ListOption> {
        let option = |value: &u64| ListOption { value: *value, word: String::new(), text: String::new() };
        values.iter().map(option).collect()
    }

    #[test]
    fn one_is_chosen_or_not_any_more() {
        for (selected, value, then) in [
            (vec![], 1, vec![1]),
            (vec![1], 1, vec![]),
            (vec![1, 2, 3], 2, vec![1, 3]),
            (vec![3], 1, vec![3, 1]),
        ] {
            assert_eq!(toggle(selected.clone(), value), then, "{value} and {selected:?}");
        }
    }

    #[test]
    fn all_that_are_listed_are_chosen_and_no_other_is_touched() {
        for (listed, selected, then) in [
            (vec![1, 2], vec![], vec![1, 2]),
            (vec![1, 2], vec![2], vec![1, 2]),
            (vec![1, 2], vec![1, 2], vec![]),
            (vec![1, 2], vec![9, 2, 1], vec![9]),
            (vec![1, 2], vec![9], vec![9, 1, 2]),
            (vec![], vec![9], vec![9]),
        ] {
            assert_eq!(toggle_all(&options(&listed), selected.clone()), then, "{listed:?} and {selected:?}");
        }
        assert!(!all_chosen(&options(&[1, 2]), &[2, 3]));
    }
}
