//! The report of a plan as a file.

use crate::browser::{dates, download};
use crate::plan;
use crate::ui::{MenuItem, Tone, toast};
use leptos::prelude::*;

/// The formats, for a menu.
pub fn downloads() -> Signal<Vec<MenuItem>> {
    let item = |label: &str, save: fn() -> bool| MenuItem {
        label: label.to_owned(),
        on_select: Some(Callback::new(move |()| {
            if !save() {
                toast(Tone::Bad, "The browser did not allow the download.");
            }
        })),
        ..MenuItem::default()
    };
    Signal::stored(vec![
        item("As JSON", || {
            let report = plan::look(|plan| plan::report(plan).to_json(&dates::machine));
            let text = report.and_then(|report| serde_json::to_string_pretty(&report).ok());
            text.is_some_and(|text| download::json("patchbay-report.json", &text))
        }),
        item("As CSV", || {
            let report = plan::look(|plan| plan::report(plan).to_csv());
            report.is_some_and(|text| download::text_of("text/csv", "patchbay-report.csv", &text))
        }),
    ])
}
