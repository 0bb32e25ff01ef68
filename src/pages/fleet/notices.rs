//! What keeps the reading from going on, and what could not be read.

use super::reader::{go_on, retry};
use super::reading::Reading;
use super::steps::Step;
use super::view::FleetView;
use crate::api::Error;
use crate::browser::numbers::count_of;
use crate::browser::reactive::memo;
use crate::plan::Phase;
use crate::session::ErrorNotice;
use crate::ui::{BusyButton, Notice, Tone, focus_title, oddities};
use leptos::prelude::*;
use patchbay_model::gitlab::Level;
use patchbay_model::text::{NAME, short};

/// How many of those that are not there are named.
const NAMED: usize = 10;

/// The notices above the table.
#[component]
pub fn Notices(
    /// The page.
    view: FleetView,
) -> impl IntoView {
    let stopped = memo(move || {
        let error =
            |reading: &Reading| reading.error().filter(|_| reading.phase() == Phase::Stopped).cloned();
        view.id.follow(|kept| error(&kept.reading)).flatten()
    });
    let failed = memo(move || view.id.follow(|kept| failures(&kept.reading)).flatten());
    let missing = memo(move || view.id.follow(|kept| not_there(&kept.reading)).unwrap_or_default());
    let odd = memo(move || view.id.follow(|kept| kept.reading.odd.clone()).unwrap_or_default());
    let stopped = move || {
        stopped.get().map(|error| {
            let on_retry = Callback::new(move |()| go_on(view.id));
            view! { <ErrorNotice error doing="Reading stopped" on_retry /> }
        })
    };
    let failed = move || {
        failed.get().map(|(title, error)| {
            let on_click = Callback::new(move |()| {
                // The notice disappears, so the focus moves first.
                focus_title();
                retry(view.id);
            });
            let text = format!("The last answer was: {}. {error}", error.title());
            view! {
                <Notice tone=Tone::Warn title alert=true>
                    <p>{text}</p>
                    <p class="actions">
                        <BusyButton label="Try those again" on_click />
                    </p>
                </Notice>
            }
        })
    };
    let missing = move || {
        let missing = missing.get();
        (!missing.is_empty()).then(|| {
            let title = match missing.len() {
                1 => "One entry is no project or group here that you may see".to_owned(),
                count => format!(
                    "{} are no projects or groups here that you may see",
                    count_of(count, "entry", "entries")
                ),
            };
            let named =
                missing.iter().take(NAMED).map(|item| short(item, NAME)).collect::<Vec<_>>().join(", ");
            let more = match missing.len().saturating_sub(NAMED) {
                0 => String::new(),
                more => format!(", and {}", count_of(more, "other", "others")),
            };
            view! {
                <Notice tone=Tone::Warn title>
                    <p>{format!("{named}{more}")}</p>
                </Notice>
            }
        })
    };
    view! {
        {stopped}
        {failed}
        {missing}
        {move || oddities("GitLab", &odd.read(), &[])}
    }
}

/// What failed for a cause that may pass: how many, and the last cause. Nothing while the reading goes on.
fn failures(reading: &Reading) -> Option<(String, Error)> {
    if !matches!(reading.phase(), Phase::Done | Phase::Stopped) {
        return None;
    }
    let failed: Vec<(&Step, &Error)> = reading.passing().collect();
    let (_, last) = failed.last()?;
    let lists = failed.iter().filter(|(step, _)| !matches!(step, Step::Read(_))).count();
    let title = match lists {
        0 => {
            format!("{} could not be read", count_of(failed.len(), "project or group", "projects or groups"))
        }
        _ => "The list of projects could not be read to its end".to_owned(),
    };
    Some((title, (*last).clone()))
}

/// What somebody named, and is not there.
fn not_there(reading: &Reading) -> Vec<String> {
    let named = reading.not_found().filter_map(|(step, _)| match step {
        Step::Find { level: Level::Group, id, .. } => Some(format!("group {id}")),
        Step::Find { id, .. } => Some(id.clone()),
        _ => None,
    });
    reading.unknown.iter().cloned().chain(named).collect()
}
