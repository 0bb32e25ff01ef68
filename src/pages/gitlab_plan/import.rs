//! A file of a fleet, compared with GitLab, on the way to a plan.

use super::head::Head;
use super::opener::Opener;
use super::prepare::target;
use super::read::{Opening, Reading, SETTINGS_READ};
use super::reading::{Read, Wanted};
use super::secrets::Secrets;
use crate::api::{Cause, Error, Server, gitlab as api};
use crate::browser::effect::effect;
use crate::browser::numbers::count;
use crate::browser::reactive::derive;
use crate::browser::slices::Slices;
use crate::browser::task::spawn;
use crate::pages::gitlab::rights::rights;
use crate::pages::plan::import::Text;
use crate::pages::plan::import::choose::{Choose, cannot_be_used};
use crate::plan::Later;
use crate::sentences;
use crate::session::Session;
use crate::ui::{BusyButton, ButtonTone, Notice, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::file::{
    Fault, File, HomeEntry, IntegrationEntry, Named, drift, plan, read_in_slices,
};
use patchbay_model::gitlab::plan::{Opened, Planned, asked, unread};
use patchbay_model::gitlab::{Home, Level};
use patchbay_model::text::{NAME, short};
use std::collections::HashMap;
use std::sync::Arc;

/// How far a text is read.
#[derive(Clone)]
enum FileRead {
    /// Not to its end.
    Reading,
    /// What is wrong with the structure of the one of this name.
    Faults(String, Vec<Fault>),
    /// What it says.
    Read(Arc<Content>),
}

/// What a file says.
struct Content {
    name: String,
    /// What a person should know of it.
    notes: Vec<String>,
    homes: Vec<HomeWanted>,
}

/// A project or group of the file, and what it is here, once it was looked for and found.
#[derive(Clone)]
struct HomeWanted {
    entry: HomeEntry,
    home: Option<Home>,
}

/// From a file to a plan.
#[component]
pub fn ImportPage(session: Session) -> impl IntoView {
    let text = RwSignal::new(None::<Arc<Text>>);
    let file = RwSignal::new(None::<FileRead>);
    effect(move || {
        let Some(now) = text.get() else { return file.set(None) };
        file.set(Some(FileRead::Reading));
        spawn(async move {
            let read = read(session, &now).await;
            // Another may have been chosen meanwhile, or the page left.
            if text.try_get_untracked().flatten().is_some_and(|last| Arc::ptr_eq(&last, &now)) {
                file.try_set(Some(read));
            }
        });
    });
    // Not as one string with its element, which boot.js would refuse.
    let reading = "Reading the file…";
    let body = move || match file.get() {
        None => ().into_any(),
        Some(FileRead::Reading) => view! {
            <p class="sub" role="status" aria-busy="true">
                {reading}
            </p>
        }
        .into_any(),
        Some(FileRead::Faults(name, faults)) => cannot_be_used(&name, &faults),
        Some(FileRead::Read(content)) => Reading::begin(session, content.homes.clone())
            .then("Projects and groups looked for", move |homes| {
                settings_of(session, content.clone(), homes)
            }),
    };
    view! {
        <Head session title=sentences::IMPORT_INTEGRATIONS />
        {rights(session)}
        <Choose
            text
            accept=".json,.txt"
            hint="JSON that Patchbay exported from projects and groups of a GitLab. You can also drop it here. Nothing is sent: you see what it would change first."
            compare_label=sentences::COMPARE_WITH_GITLAB
        />
        {body}
    }
}

/// Reads the text.
async fn read(session: Session, text: &Text) -> FileRead {
    let name = text.name.clone();
    let mut slices = Slices::new();
    let file = match read_in_slices(&text.text, &mut async || slices.rest().await).await {
        Ok(file) => file,
        Err(faults) => return FileRead::Faults(name, faults),
    };
    let is_here = file.gitlab.is_empty() || is_same(&file.gitlab, &session.server.url(""));
    let File { gitlab, homes } = file;
    let mut notes = Vec::new();
    if !is_here {
        notes.push(format!(
            "The file is from {}. Patchbay looks for its projects and groups here by their paths and ignores their numbers.",
            short(&gitlab, NAME)
        ));
    }
    let wanted = |mut entry: HomeEntry| {
        if !is_here && !entry.named.path.is_empty() {
            entry.named.id = None;
        }
        HomeWanted { entry, home: None }
    };
    FileRead::Read(Arc::new(Content { name, notes, homes: homes.into_iter().map(wanted).collect() }))
}

fn is_same(one: &str, other: &str) -> bool {
    one.trim_end_matches('/').eq_ignore_ascii_case(other.trim_end_matches('/'))
}

impl Wanted for HomeWanted {
    type Found = Option<Home>;

    fn ask(&self, server: Server) -> Later<Result<Option<Home>, Error>> {
        let named = self.entry.named.clone();
        Box::pin(async move {
            for way in named.ways() {
                match api::home(server, named.level, &way).await {
                    Ok(home) => return Ok(Some(home)),
                    Err(error)
                        if matches!(error.cause, Cause::NotFound | Cause::Known(_) | Cause::Forbidden) => {}
                    Err(error) => return Err(error),
                }
            }
            Ok(None)
        })
    }

    fn take(&mut self, found: Option<Home>) -> Read {
        self.home = found;
        Read::Here
    }
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

/// Reads the integrations of the file where its projects and groups are, and then draws what differs.
fn settings_of(session: Session, content: Arc<Content>, homes: Vec<(HomeWanted, Read)>) -> AnyView {
    let target = target(session, Level::Project);
    let (mut entries, mut nowhere) = (Vec::new(), Vec::new());
    for (HomeWanted { entry, home }, read) in homes {
        let HomeEntry { place, named, integrations } = entry;
        let why = match read {
            Read::Failed(error) => format!("It could not be looked for. {}. {error}", error.title()),
            Read::Not | Read::Here | Read::NotOffered => {
                "There is no such project or group here, or you may not see it.".to_owned()
            }
        };
        let is_here = home.is_some();
        let home = home.unwrap_or_else(|| missing(&named));
        for one in integrations {
            let opened = Opened { home: home.clone(), slug: one.slug.clone(), target, integration: None };
            match is_here {
                true => entries.push((opened, one)),
                false => nowhere.push(unread(opened, format!("{place}: {why}"))),
            }
        }
    }
    let wanted = entries.iter().map(|(opened, _)| opened.clone()).collect();
    Reading::begin(session, wanted).then(SETTINGS_READ, move |all| {
        let planned = planned(&entries, Opening::of(all), &nowhere);
        view! { <Compared session content=content.clone() planned /> }.into_any()
    })
}

/// The steps in the order of the file, then what could not be read, and what is not here.
fn planned(entries: &[(Opened, IntegrationEntry)], read: Opening, nowhere: &[Planned]) -> Vec<Planned> {
    let opened: HashMap<String, &Opened> = read.opened.iter().map(|one| (one.key(), one)).collect();
    let steps =
        entries.iter().filter_map(|(wanted, entry)| Some(plan((*opened.get(&wanted.key())?).clone(), entry)));
    steps.chain(read.unread.iter().cloned()).chain(nowhere.iter().cloned()).collect()
}

/// What a file differs in, the secrets that it leaves out, and the way to its plan.
#[component]
fn Compared(session: Session, content: Arc<Content>, planned: Vec<Planned>) -> impl IntoView {
    let opener = Opener::here(session);
    let drift = drift(&planned);
    let tone = if drift.is_none() { Tone::Good } else { Tone::Info };
    let secrets = Secrets::asked(asked(&planned));
    let nothing = derive(move || (drift.differ == 0).then(|| sentences::NOTHING_TO_DO.to_owned()));
    let title = format!("Apply {}", short(&content.name, NAME));
    let notes = content.notes.iter().map(|note| view! { <p>{note.clone()}</p> }).collect_view();
    let show = Callback::new(move |()| {
        if secrets.problem().is_none() {
            opener.open(title.clone(), secrets.given(planned.clone()));
        }
    });
    view! {
        <section class="panel" aria-labelledby="compared">
            <div class="section">
                <h2 id="compared">{short(&content.name, NAME)}</h2>
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
