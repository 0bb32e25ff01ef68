//! A file of a fleet, compared with GitLab, on the way to a plan.

use super::opener::Opener;
use super::prepare::target;
use super::read::Reading;
use super::secrets::Secrets;
use crate::api::gitlab as api;
use crate::api::{Cause, Error};
use crate::browser::effect::effect;
use crate::browser::numbers::count;
use crate::browser::reactive::derive;
use crate::browser::slices::Slices;
use crate::browser::task::spawn;
use crate::pages::plan::import::Text;
use crate::pages::plan::import::choose::{Choose, cannot_be_used};
use crate::sentences;
use crate::session::{ErrorNotice, Session};
use crate::ui::{BusyButton, ButtonTone, Notice, PageTitle, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::file::{Fault, File, IntegrationEntry, Named, drift, plan, read_in_slices};
use patchbay_model::gitlab::plan::{Opened, Planned, asked, unread};
use patchbay_model::gitlab::{Home, Level};
use patchbay_model::text::{NAME, short};
use std::collections::HashMap;
use std::sync::Arc;

/// How far a text is compared with what GitLab has.
#[derive(Clone)]
enum Comparison {
    /// Its projects and groups are looked for: so many were.
    Finding(usize, usize),
    /// What is wrong with its structure.
    Faults(Vec<Fault>),
    /// Looking for them failed.
    Failed(Error),
    /// They are found, or not.
    Found(Arc<Found>),
}

/// A file, and what its projects and groups are here.
struct Found {
    name: String,
    /// What a person should know of it.
    notes: Vec<String>,
    /// Each integration of the file in its project or group.
    entries: Vec<(Opened, IntegrationEntry)>,
    /// The steps of those whose project or group does not exist here.
    nowhere: Vec<Planned>,
}

/// From a file to a plan.
#[component]
pub fn ImportPage(session: Session) -> impl IntoView {
    let text = RwSignal::new(None::<Arc<Text>>);
    let comparison = RwSignal::new(None::<Comparison>);
    let compare = move || {
        let Some(now) = text.get_untracked() else { return comparison.set(None) };
        comparison.set(Some(Comparison::Finding(0, 0)));
        spawn(async move {
            let is_last = || text.try_get_untracked().flatten().is_some_and(|last| Arc::ptr_eq(&last, &now));
            let told = |done, all| {
                if is_last() {
                    comparison.try_set(Some(Comparison::Finding(done, all)));
                }
            };
            let found = find(session, &now, &told).await;
            // Another may have been chosen meanwhile, or the page left.
            if is_last() {
                comparison.try_set(Some(found));
            }
        });
    };
    effect(move || {
        text.track();
        compare();
    });
    let again = Callback::new(move |()| compare());
    let body = move || {
        match comparison.get() {
        None => ().into_any(),
        Some(Comparison::Finding(done, all)) => view! {
            <p class="sub" role="status" aria-busy="true">
                {format!("Looking for the projects and groups of the file… {} of {}", count(done), count(all))}
            </p>
        }
        .into_any(),
        Some(Comparison::Faults(faults)) => {
            let name = text.get_untracked().map(|text| text.name.clone()).unwrap_or_default();
            cannot_be_used(&name, &faults)
        }
        Some(Comparison::Failed(error)) => view! { <ErrorNotice error on_retry=again /> }.into_any(),
        Some(Comparison::Found(found)) => {
            let wanted = found.entries.iter().map(|(opened, _)| opened.clone()).collect();
            Reading::begin(session, wanted).then(move |opening| {
                let planned = planned(&found, &opening.opened, &opening.unread);
                view! { <Compared session found=found.clone() planned /> }.into_any()
            })
        }
    }
    };
    view! {
        <div class="head">
            <PageTitle title=sentences::IMPORT_INTEGRATIONS />
        </div>
        <Choose
            text
            accept=".json,.txt"
            hint="JSON that Patchbay exported from projects and groups of a GitLab. You can also drop it here. Nothing is sent: you see what it would change first."
            compare_label=sentences::COMPARE_WITH_GITLAB
        />
        {body}
    }
}

/// Reads the file, and finds its projects and groups: by path, then by number.
async fn find(session: Session, text: &Text, told: &dyn Fn(usize, usize)) -> Comparison {
    let mut slices = Slices::new();
    let file = match read_in_slices(&text.text, &mut async || slices.rest().await).await {
        Ok(file) => file,
        Err(faults) => return Comparison::Faults(faults),
    };
    let here = session.server.url("");
    let is_here = file.gitlab.is_empty() || is_same(&file.gitlab, &here);
    let File { gitlab, homes } = file;
    let mut notes = Vec::new();
    if !is_here {
        notes.push(format!(
            "The file is from {}. Its projects and groups are looked for here by their paths, and its numbers count for nothing.",
            short(&gitlab, NAME)
        ));
    }
    let target = target(session, Level::Project);
    let (mut entries, mut nowhere) = (Vec::new(), Vec::new());
    let all = homes.len();
    for (done, entry) in homes.into_iter().enumerate() {
        told(done, all);
        let mut named = entry.named;
        if !is_here && !named.path.is_empty() {
            named.id = None;
        }
        let home = match home_of(session, &named).await {
            Ok(home) => home,
            Err(error) => return Comparison::Failed(error),
        };
        for one in entry.integrations {
            let opened = |home: &Home| Opened {
                home: home.clone(),
                slug: one.slug.clone(),
                target,
                integration: None,
            };
            match &home {
                Some(home) => entries.push((opened(home), one)),
                None => {
                    let place = entry.place;
                    let why = format!("{place}: No such project or group is here, or you may not see it.");
                    nowhere.push(unread(opened(&missing(&named)), why));
                }
            }
        }
    }
    Comparison::Found(Arc::new(Found { name: text.name.clone(), notes, entries, nowhere }))
}

fn is_same(one: &str, other: &str) -> bool {
    one.trim_end_matches('/').eq_ignore_ascii_case(other.trim_end_matches('/'))
}

/// The project or group, if it is here.
async fn home_of(session: Session, named: &Named) -> Result<Option<Home>, Error> {
    for way in named.ways() {
        match api::home(session.server, named.level, &way).await {
            Ok(home) => return Ok(Some(home)),
            Err(error) if matches!(error.cause, Cause::NotFound | Cause::Known(_) | Cause::Forbidden) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}

/// What stands for a project or group that is not here.
fn missing(named: &Named) -> Home {
    Home {
        level: named.level,
        id: named.id.unwrap_or_default(),
        name: named.name(),
        path: named.name(),
        full_name: named.name(),
        web_url: None,
        archived: false,
        access: None,
        active_at: None,
    }
}

/// The steps in the order of the file, then what could not be read, and what is not here.
fn planned(found: &Found, opened: &[Opened], others: &[Planned]) -> Vec<Planned> {
    let read: HashMap<String, &Opened> = opened.iter().map(|one| (one.key(), one)).collect();
    let steps = found.entries.iter().filter_map(|(wanted, entry)| {
        let opened = read.get(&wanted.key())?;
        Some(plan((*opened).clone(), entry))
    });
    steps.chain(others.iter().cloned()).chain(found.nowhere.iter().cloned()).collect()
}

/// What a file differs in, the secrets that it leaves out, and the way to its plan.
#[component]
fn Compared(session: Session, found: Arc<Found>, planned: Vec<Planned>) -> impl IntoView {
    let opener = Opener::here(session);
    let drift = drift(&planned);
    let tone = if drift.is_none() { Tone::Good } else { Tone::Info };
    let secrets = Secrets::asked(asked(&planned));
    let nothing = derive(move || (drift.differ == 0).then(|| sentences::NOTHING_TO_DO.to_owned()));
    let title = format!("Apply {}", short(&found.name, NAME));
    let notes = found.notes.iter().map(|note| view! { <p>{note.clone()}</p> }).collect_view();
    let show = Callback::new(move |()| {
        if secrets.problem().is_none() {
            opener.open(title.clone(), secrets.given(planned.clone()));
        }
    });
    view! {
        <section class="panel" aria-labelledby="compared">
            <div class="section">
                <h2 id="compared">{short(&found.name, NAME)}</h2>
                <Notice tone title=drift.sentence(&count) alert=true>
                    {notes}
                </Notice>
            </div>
            {secrets.view("Secrets that the file leaves out", "Type each once, for all that need it. Steps without theirs have a problem and are not sent.")}
            <div class="foot">
                <BusyButton label=sentences::SHOW_THE_PLAN tone=ButtonTone::Primary disabled_because=nothing on_click=show />
            </div>
        </section>
    }
}
