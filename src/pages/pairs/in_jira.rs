//! The Git integrations of the configured Jiras that are about a project's GitLab, whether each finds the project, and what
//! does not fit together.

use crate::api::{Error, Loaded, Server, SignIn, gitlab, jira};
use crate::browser::reactive::memo;
use crate::route::JiraPage;
use crate::session::{ErrorNotice, Session, sessions};
use crate::ui::{Notice, Skeleton, Tag, Tone};
use leptos::prelude::*;
use patchbay_model::gij::Integration;
use patchbay_model::gitlab::{Home, Level};
use patchbay_model::pairs::{
    Covers, GitLabSide, JiraSide, Project, covers, group_number, is_about, mismatches,
};
use patchbay_model::text::{NAME, short};
use std::collections::HashMap;
use std::sync::Arc;

/// A project with its Jira integration; copies are the same.
#[derive(Clone, Copy)]
pub struct OfProject {
    /// The GitLab.
    pub session: Session,
    /// The project.
    pub home: RwSignal<Option<Home>>,
    /// What its Jira integration says.
    pub side: Memo<GitLabSide>,
}

/// A Git integration that is about the GitLab.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    id: u64,
    kind: String,
    side: JiraSide,
}

/// One part for each Jira.
pub fn in_jira(of: OfProject) -> AnyView {
    let jiras = sessions().jira;
    if jiras.is_empty() {
        return view! { <p class="sub">"The file config.json beside this page lists no Jira."</p> }
            .into_any();
    }
    jiras.iter().map(|jira| view! { <OneJira of jira=*jira /> }).collect_view().into_any()
}

#[component]
fn OneJira(of: OfProject, jira: Session) -> impl IntoView {
    let place = jira.server.place();
    // Nothing is asked of a server that somebody has to sign in to first.
    if jira.server.sign_in() == SignIn::Token && jira.server.needs_token() {
        let href = jira.link(JiraPage::list());
        return view! {
            <p>
                {format!("You are not signed in to {place}. ")} <a href=href>"Open it to sign in"</a>
                ", then come back."
            </p>
        }
        .into_any();
    }
    let read = Loaded::<Arc<Vec<Line>>>::new();
    let gitlab = of.session.server;
    read.load(move || {
        let home = of.home.get_untracked();
        async move {
            match home {
                Some(home) => lines(jira.server, gitlab, home).await.map(Arc::new),
                None => Ok(Arc::default()),
            }
        }
    });
    let error = move || {
        read.error().map(|error| {
            let on_retry = Callback::new(move |()| read.reload());
            view! { <ErrorNotice error on_retry again=read.again() /> }
        })
    };
    let url = jira.server.url("");
    let wrong = memo(move || {
        let side = of.side.get();
        let lines = read.get();
        let told = lines.map(|lines| {
            let sides: Vec<JiraSide> = lines.iter().map(|line| line.side.clone()).collect();
            mismatches(&url, &side, &sides).iter().map(ToString::to_string).collect::<Vec<_>>()
        });
        told.unwrap_or_default()
    });
    let notices = move || {
        let wrong = wrong.get();
        (!wrong.is_empty()).then(|| {
            view! {
                <Notice tone=Tone::Warn title="Both sides do not fit together">
                    {wrong.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
                </Notice>
            }
        })
    };
    let named = place.clone();
    let body = move || match read.get() {
        None if read.error().is_some() => ().into_any(),
        None => view! { <Skeleton rows=2 /> }.into_any(),
        Some(lines) if lines.is_empty() => {
            let text = format!("No Git integration of {named} is about {}.", gitlab.place());
            view! { <p class="sub">{text}</p> }.into_any()
        }
        Some(lines) => view! {
            <div class="panel">
                <ul class="lines" aria-label=format!("Git integrations of {named}")>
                    {lines.iter().cloned().map(|line| one(jira, line)).collect_view()}
                </ul>
            </div>
        }
        .into_any(),
    };
    view! {
        <h3>{place}</h3>
        {error}
        {notices}
        {body}
    }
    .into_any()
}

fn one(jira: Session, line: Line) -> impl IntoView {
    let Line { id, kind, side } = line;
    let (tone, word, why) = match side.covers {
        Covers::Yes => (Tone::Good, "finds this project", String::new()),
        Covers::Perhaps(why) => (Tone::Plain, "may find this project", why),
        Covers::No(why) => (Tone::Plain, "does not find this project", why),
    };
    view! {
        <li>
            <div>
                <p>
                    <b>
                        <a href=jira.link(JiraPage::Edit(id))>{short(&side.name, NAME)}</a>
                    </b>
                    " "
                    {side.disabled.then(|| view! { <Tag tone=Tone::Warn text="disabled" /> })}
                </p>
                <p class="sub">{kind}</p>
            </div>
            <div>
                <Tag tone text=word />
                <p class="sub">{why}</p>
            </div>
        </li>
    }
}

/// The Git integrations of a Jira that are about this GitLab, and whether each finds the project.
async fn lines(jira: Server, gitlab: Server, home: Home) -> Result<Vec<Line>, Error> {
    let listed = jira::list(jira).await?;
    let about: Vec<Integration> =
        listed.read.into_iter().filter(|one| is_about(one, &gitlab.url(""))).collect();
    if about.is_empty() {
        return Ok(Vec::new());
    }
    let answer = gitlab::project_answer(gitlab, home.id).await?;
    // What numbers of groups mean, only GitLab knows; of one that may not be seen, nobody does.
    let mut paths: HashMap<u64, String> = HashMap::new();
    for number in about.iter().filter_map(group_number) {
        if !paths.contains_key(&number)
            && let Ok(group) = gitlab::home(gitlab, Level::Group, &number.to_string()).await
        {
            paths.insert(number, group.path);
        }
    }
    let group = answer.get("namespace").and_then(|namespace| namespace.get("id")?.as_u64());
    let project = Project { path: &home.path, group, archived: home.archived, answer: &answer };
    let line = |one: &Integration| Line {
        id: one.id,
        kind: short(one.kind.label(), NAME),
        side: JiraSide {
            name: one.name(),
            disabled: one.is_disabled(),
            covers: covers(one, project, &|number| paths.get(&number).cloned()),
        },
    };
    Ok(about.iter().map(line).collect())
}
