//! The checkboxes of an open facet.

use leptos::prelude::*;

use super::el::*;
use super::search_box::{search_field, searched};
use crate::browser::case::lower;
use crate::browser::{numbers, page};

/// One value that a list can be narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetOption {
    /// What goes into the address.
    pub value: String,
    /// What people read.
    pub label: String,
    /// How many entries have it.
    pub count: usize,
}

/// What a facet chooses from and what is chosen.
#[derive(Clone, Copy)]
pub struct Choice {
    /// All values with their counts.
    pub options: Signal<Vec<FacetOption>>,
    /// The values that are chosen; none means all.
    pub selected: Signal<Vec<String>>,
    /// The chosen values.
    pub on_change: Callback<Vec<String>>,
}

impl Choice {
    /// The checkboxes in `list`, drawn once when the facet opens: which options there are stays, their counts and
    /// ticks follow.
    pub fn draw(self, list: El, label: &str, searchable: bool) -> El {
        let needle = RwSignal::new(String::new());
        let search = searchable.then(|| {
            search_field(format!("Search {}", lower(label)), "Search")
                .on("input", move |event| needle.set(lower(&searched(&event))))
        });
        let options = self.options.get_untracked().into_iter().map(|option| self.option(option, needle));
        list.child_if(search).child(
            // No fieldset, whose legend would be there for screen readers only.
            el("div")
                .class("checklist")
                .attr("role", "group")
                .attr("aria-label", label.to_owned())
                .children(options),
        )
    }

    fn option(self, option: FacetOption, needle: RwSignal<String>) -> El {
        let FacetOption { value, label, .. } = option;
        let searched = lower(&label);
        let (ticked, counted) = (value.clone(), value.clone());
        let count = move || {
            let now =
                self.options.with(|all| all.iter().find(|one| one.value == counted).map(|one| one.count));
            numbers::count(now.unwrap_or_default())
        };
        let toggle = move |_| {
            let mut now = self.selected.get_untracked();
            match now.iter().position(|one| *one == value) {
                Some(at) => drop(now.remove(at)),
                None => now.push(value.clone()),
            }
            self.on_change.run(now);
            page::group_changes(true);
        };
        let checkbox = el("input")
            .attr("type", "checkbox")
            .live_prop("checked", move || self.selected.with(|all| all.contains(&ticked)).into())
            .on("change", toggle);
        el("label")
            .live("hidden", move || {
                needle.with(|needle| (!searched.contains(needle.as_str())).then(|| "".into()))
            })
            .child(checkbox)
            .child(el("span").text(label))
            .child(el("span").class("num").live_text(count))
    }
}
