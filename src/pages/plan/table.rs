//! The steps of the plan, one row each.
//!
//! Made with `el`, because a template (`ui/stamp.rs`) has blanks, which `view!` cannot write.

use super::shown::{Shown, is_shown};
use crate::browser::reactive::{derive, memo};
use crate::plan::{self, OpenPlan, Told};
use crate::ui::el::{El, Words, button, el, symbol, while_true};
use crate::ui::{Fill, Filling, Press, RowAt, RowId, Tone, WindowedTable};
use leptos::prelude::*;
use patchbay_model::edit::Action;
use patchbay_model::plan::{Ending, Phase, State, Step};
use patchbay_model::text::{NAME, short};
use std::sync::Arc;

/// How many characters of a change are drawn.
const CHANGE: usize = 120;

/// The steps that `shown` lets pass.
#[component]
pub fn Steps(
    /// Which steps are shown.
    shown: RwSignal<Shown>,
    /// The step whose details are open.
    details: RwSignal<Option<usize>>,
) -> impl IntoView {
    let steps = memo(move || {
        let shown = shown.get();
        plan::follow(|plan| {
            let Some(plan) = plan else { return Arc::new(Vec::new()) };
            Arc::new((0..plan.planned.len()).filter(|at| is_shown(plan, *at, shown)).collect::<Vec<_>>())
        })
    });
    let at: RowAt = Arc::new(move |index| {
        let entry = steps.read().get(index).copied().unwrap_or_default();
        RowId { entry, key: entry as u64 }
    });
    let fill = memo(move || {
        plan::follow(|_| ());
        Fill(Arc::new(|step| plan::look(|plan| filling(plan, step)).unwrap_or_default()))
    });
    let on_press = Callback::new(move |press: Press| {
        let step = press.id.entry;
        if press.button.tag_name() == "INPUT" {
            plan::update(|plan| {
                if let (Phase::Ready, true, Some(unchosen)) =
                    (plan.run.phase(), can_be_chosen(plan, step), plan.unchosen.get_mut(step))
                {
                    *unchosen = !*unchosen;
                }
            });
        } else {
            details.set(Some(step));
        }
    });
    let head = move || {
        view! {
            <th scope="col" class="pick">
                <span class="sr-only">"Included"</span>
            </th>
            <th scope="col" class="wide">"Integration"</th>
            <th scope="col" class="hide-s">"Change"</th>
            <th scope="col" class="hide-xs">"Result"</th>
            <th scope="col" class="slim">
                <span class="sr-only">"Details"</span>
            </th>
        }
    };
    let count = derive(move || steps.read().len());
    view! {
        <div class="panel">
            <WindowedTable label="Steps of the plan" class="integrations steps" count head at cells=cells() fill on_press focus=None />
        </div>
    }
}

/// The cells of a row; [`filling`] has the values of the blanks, in the same order.
fn cells() -> Vec<El> {
    let told = || el("span").blank("class").blank("title").blank_text();
    let tick = el("input").attr("type", "checkbox").blank("aria-label").blank("checked").blank("disabled");
    let named = el("span")
        .class("two")
        .child(el("a").blank("href").blank_text())
        .child(el("small").blank_text())
        .child(el("small").class("only-xs").blank_text())
        .child(el("small").class("only-xs").child(told()));
    let details = button("quiet").blank("aria-label").child(symbol("⋯"));
    vec![
        el("td").class("pick").child(el("label").child(tick)),
        el("th").attr("scope", "row").class("wide").child(named),
        el("td").class("hide-s").child(el("span").class("cut").blank("title").blank_text()),
        el("td").class("hide-xs").child(told()),
        el("td").class("slim").child(details),
    ]
}

fn filling(plan: &OpenPlan, at: usize) -> Filling {
    let (Some(planned), Some(state)) = (plan.planned.get(at), plan.run.state(at)) else { return Vec::new() };
    let step = planned.step();
    let name = short(&step.name, NAME);
    let link = plan.carrier.page_of(planned).map(|page| page.to_string());
    let parts = [short(&step.place, NAME), plan.carrier.number(step)];
    let place: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let change = in_short(step);
    let is_ready = plan.run.phase() == Phase::Ready;
    let is_chosen = match is_ready {
        true => can_be_chosen(plan, at) && !plan.is_left_out(at),
        false => state != State::LeftOut,
    };
    let told = plan.results.get(at).and_then(Option::as_ref);
    let Result { tone, word, sentence } = result(plan, at, step, state, told);
    let full = step.changes.iter().map(line).collect::<Vec<_>>().join("\n");
    vec![
        says(format!("Include {name}")),
        while_true(is_chosen),
        while_true(!is_ready || !can_be_chosen(plan, at)),
        link.map(Words::from),
        says(name.clone()),
        says(place.join(" · ")),
        says(change.clone()),
        says(format!("tag {}", tone.class())),
        says(sentence.clone()),
        says(word.clone()),
        says(full),
        says(change),
        says(format!("tag {}", tone.class())),
        says(sentence),
        says(word),
        says(format!("Details of {name}")),
    ]
}

fn says(words: impl Into<Words>) -> Option<Words> {
    Some(words.into())
}

/// Whether it does something, and nothing keeps it from that.
fn can_be_chosen(plan: &OpenPlan, at: usize) -> bool {
    plan.planned.get(at).is_some_and(|planned| planned.step().is_ready())
}

/// "Status: enabled → disabled".
pub fn line(change: &patchbay_model::Change) -> String {
    match change.before.is_empty() {
        true => format!("{}: {}", change.label, change.after),
        false => format!("{}: {} → {}", change.label, change.before, change.after),
    }
}

/// What is done, in one line.
fn in_short(step: &Step) -> String {
    let more = match step.changes.len() {
        0 | 1 => String::new(),
        count => format!(" · +{} more", count - 1),
    };
    match (step.action, step.changes.first()) {
        (None, _) => "no change".to_owned(),
        (Some(Action::Remove), _) => "remove".to_owned(),
        (Some(Action::Add), _) => format!("add · {} settings", step.changes.len()),
        (Some(_), Some(first)) => short(&line(first), CHANGE) + &more,
        (Some(_), None) => "change".to_owned(),
    }
}

struct Result {
    tone: Tone,
    word: String,
    sentence: String,
}

fn result(plan: &OpenPlan, at: usize, step: &Step, state: State, told: Option<&Told>) -> Result {
    let plain = |word: &str, sentence: &str| Result {
        tone: Tone::Plain,
        word: word.to_owned(),
        sentence: sentence.to_owned(),
    };
    if let (State::Ended(ending), Some(told)) = (state, told) {
        let symbol = match ending {
            Ending::Done => "✓ ",
            Ending::Remarked => "",
            Ending::Failed | Ending::Unknown => "▲ ",
        };
        let tone = if ending == Ending::Unknown { Tone::Warn } else { told.tone };
        return Result { tone, word: format!("{symbol}{}", told.word), sentence: told.sentence.clone() };
    }
    match state {
        _ if !step.problems.is_empty() => {
            Result { tone: Tone::Bad, word: "▲ Problem".to_owned(), sentence: step.problems.join(" ") }
        }
        _ if step.action.is_none() && step.notes.is_empty() => plain("No change", "It is already so."),
        _ if step.action.is_none() => plain("No change", &step.notes.join(" ")),
        State::LeftOut => plain("Left out", "You left it out."),
        State::Waiting if plan.run.phase() == Phase::Ready => {
            let is_left_out = plan.is_left_out(at);
            match (is_left_out, step.notes.is_empty()) {
                (true, _) => plain("Left out", "You left it out."),
                _ if plan.first().contains(&at) => Result {
                    tone: Tone::Info,
                    word: "Goes first".to_owned(),
                    sentence: format!(
                        "The others wait until you have looked at it. {}",
                        step.notes.join(" ")
                    ),
                },
                (false, true) => plain("Ready", ""),
                (false, false) => Result {
                    tone: Tone::Warn,
                    word: "Ready, with a note".to_owned(),
                    sentence: step.notes.join(" "),
                },
            }
        }
        State::Waiting => plain("Waiting", ""),
        State::UnderWay => {
            Result { tone: Tone::Info, word: "Under way…".to_owned(), sentence: String::new() }
        }
        State::Open | State::ReadingBack => Result {
            tone: Tone::Warn,
            word: "Reading back…".to_owned(),
            sentence: format!(
                "The answer was lost. {} may have done it anyway.",
                plan.session.server.vendor()
            ),
        },
        State::Ended(Ending::Done) => plain("Done", ""),
        State::Ended(_) => plain("Failed", "Something else was under way with it. Try it again."),
    }
}
