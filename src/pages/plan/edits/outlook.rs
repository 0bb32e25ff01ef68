//! What the edits would come to, before the plan is shown.

use super::state::Edits;
use crate::browser::announcer::announce_after_pause;
use crate::browser::effect::effect;
use crate::browser::numbers::{count, count_of};
use crate::browser::task::spawn;
use crate::pages::plan::table::line;
use crate::plan::Planned;
use leptos::prelude::*;
use patchbay_model::plan::Outlook;
use patchbay_model::plan::edits::Edit;
use patchbay_model::text::{NAME, short};
use std::time::Duration;

/// Up to how many integrations it is worked out at each key: more would keep the page from following.
const AT_ONCE: usize = 200;
/// For more, how long nothing must be typed first.
const PAUSE: Duration = Duration::from_millis(300);
/// What the part of the page is called.
const TITLE: &str = "What it comes to";
/// How many examples are shown of each kind.
const EXAMPLES: usize = 3;

#[derive(Clone, Default, PartialEq)]
struct Shown {
    outlook: Outlook,
    changes: Vec<String>,
    problems: Vec<String>,
}

/// Numbers, and a few examples; nothing while an edit is not complete.
#[component]
pub fn OutlookView(edits: Edits, problem: Memo<Option<String>>) -> impl IntoView {
    let settled = settled(edits.edits(), edits.count());
    let shown = RwSignal::new(None::<Shown>);
    // Another number is another outlook.
    let last = StoredValue::new(0_u32);
    effect(move || {
        let edits_now = settled.get();
        // Looked at in any case: what is entered beside the edits changes the outlook too.
        let beside = edits.beside();
        let is_complete = problem.read().is_none() && (!edits_now.is_empty() || beside);
        last.update_value(|last| *last += 1);
        let this = last.get_value();
        if !is_complete {
            return shown.set(None);
        }
        spawn(async move {
            let plan = edits.plan(&edits_now).await;
            if last.try_get_value() == Some(this) {
                let found = Some(shown_of(&plan));
                if *shown.read_untracked() != found {
                    shown.set(found);
                }
            }
        });
    });
    effect(move || {
        if let Some(outlook) = shown.read().as_ref().map(|shown| shown.outlook) {
            announce_after_pause(move || in_words(outlook));
        }
    });
    move || {
        shown.get().map(|Shown { outlook, changes, problems }| {
            let list = |lines: Vec<String>| {
                let items = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
                view! { <ul class="examples">{items}</ul> }
            };
            view! {
                <section class="section" aria-label=TITLE>
                    <h2>{TITLE}</h2>
                    <p>{in_words(outlook)}</p>
                    {(!changes.is_empty()).then(|| list(changes))}
                    {(!problems.is_empty())
                        .then(|| view! { <h3>"With a problem"</h3> {list(problems)} })}
                </section>
            }
        })
    }
}

/// The edits, later where there are many integrations to look at.
fn settled(edits: Memo<Vec<Edit>>, integrations: usize) -> Signal<Vec<Edit>> {
    if integrations <= AT_ONCE {
        return edits.into();
    }
    let settled = RwSignal::new(Vec::new());
    effect(move || {
        let now = edits.get();
        let later = move || {
            // Only the last of them is still so.
            if edits.try_get_untracked().as_ref() == Some(&now) {
                settled.try_set(now);
            }
        };
        set_timeout(later, PAUSE);
    });
    settled.into()
}

fn shown_of(plan: &[Planned]) -> Shown {
    let ready = plan.iter().filter(|planned| planned.step().is_ready());
    let changes = ready.take(EXAMPLES).map(|planned| {
        let changes: Vec<String> = planned.step().changes.iter().map(line).collect();
        format!("{}: {}", short(&planned.step().name, NAME), short(&changes.join(" · "), 2 * NAME))
    });
    let wrong = plan.iter().filter(|planned| !planned.step().problems.is_empty());
    let problems = wrong.take(EXAMPLES).map(|planned| {
        format!(
            "{}: {}",
            short(&planned.step().name, NAME),
            short(&planned.step().problems.join(" "), 2 * NAME)
        )
    });
    Shown {
        outlook: Outlook::of(plan.iter().map(Planned::step)),
        changes: changes.collect(),
        problems: problems.collect(),
    }
}

/// "Changes 37 of 40 integrations. 2 stay as they are. 1 has a problem and is not sent."
fn in_words(outlook: Outlook) -> String {
    let Outlook { changed, with_problem, same } = outlook;
    let all = changed + with_problem + same;
    let mut words =
        format!("Changes {} of {}.", count(changed), count_of(all, "integration", "integrations"));
    if same > 0 {
        words.push_str(&format!(" {}.", count_of(same, "stays as it is", "stay as they are")));
    }
    if with_problem > 0 {
        let have = count_of(with_problem, "has a problem and is not sent", "have a problem and are not sent");
        words.push_str(&format!(" {have}."));
    }
    words
}
