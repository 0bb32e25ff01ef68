//! A plan and its report as files, and as code to copy.

use crate::browser::task::spawn;
use crate::browser::{clipboard, clock, dates, download};
use crate::plan;
use crate::ui::{MenuItem, Tone, toast};
use leptos::prelude::*;
use patchbay_model::plan::script::{Script, document, shell};

/// The formats of a plan as code, for a menu.
pub fn as_code() -> Signal<Vec<MenuItem>> {
    let item = |label: &str, text: fn() -> Option<String>, done: &'static str| MenuItem {
        label: label.to_owned(),
        on_select: Some(Callback::new(move |()| {
            let Some(text) = text() else { return };
            spawn(async move {
                match clipboard::copy(text).await {
                    true => toast(Tone::Good, done),
                    false => toast(Tone::Bad, "The browser did not allow copying."),
                }
            });
        })),
        ..MenuItem::default()
    };
    Signal::stored(vec![
        item(
            "Copy as a shell script",
            || written(shell),
            "Copied a script. It takes your token from $TOKEN, and stops at the first step that fails.",
        ),
        item("Copy as JSON", || written(document), "Copied the plan as JSON, without secrets."),
    ])
}

/// The steps that are ready, as code.
fn written(write: fn(&Script<'_>) -> String) -> Option<String> {
    plan::look(|plan| {
        let ready = plan.ready();
        let ready: Vec<_> = ready.iter().filter_map(|at| plan.planned.get(*at)).collect();
        let requests = plan.carrier.requests(&ready);
        write(&Script {
            title: &plan.title,
            made: &dates::universal(clock::now()),
            vendor: plan.session.server.vendor(),
            server: plan.session.server.url("").trim_end_matches('/'),
            requests: &requests,
        })
    })
}

/// The formats of a report, for a menu.
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
