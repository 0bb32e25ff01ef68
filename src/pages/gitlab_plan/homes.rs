//! The projects and groups that a plan is made for.

use crate::api::gitlab as api;
use crate::api::{Error, Loaded};
use crate::browser::effect::effect;
use crate::route::{GitLabRoute, Route};
use crate::sentences;
use crate::session::Session;
use leptos::prelude::*;
use patchbay_model::gitlab::plan::Opened;
use patchbay_model::gitlab::{Home, Level, Target};
use std::sync::Arc;

/// Reads those that the address names: `101,g21`.
pub fn read_homes(session: Session, of: &str) -> Loaded<Arc<Vec<Home>>> {
    let read = Loaded::new();
    let ids: Arc<[(Level, String)]> = of
        .split(',')
        .filter(|id| !id.is_empty())
        .map(|id| match id.strip_prefix('g') {
            Some(id) => (Level::Group, id.to_owned()),
            None => (Level::Project, id.to_owned()),
        })
        .collect();
    read.load(move || {
        let ids = ids.clone();
        async move {
            let mut homes = Vec::new();
            for (level, id) in ids.iter() {
                homes.push(api::home(session.server, *level, id).await?);
            }
            Ok::<_, Error>(Arc::new(homes))
        }
    });
    read
}

/// What is active in those, without its settings; a project or group in which nothing is stands there once, without a slug.
pub fn read_active(session: Session, of: &str) -> Loaded<Arc<Vec<Opened>>> {
    let homes = read_homes(session, of);
    let read = Loaded::new();
    let target = Target::read(&session.version.get_untracked().unwrap_or_default(), Level::Project);
    effect(move || {
        let Some(homes) = homes.get() else { return };
        read.load(move || {
            let homes = homes.clone();
            async move {
                let mut all = Vec::new();
                for home in homes.iter() {
                    let active = api::active(session.server, home.into()).await?.read;
                    let slugs: Vec<String> = active.into_iter().map(|one| one.slug).collect();
                    let slugs = if slugs.is_empty() { vec![String::new()] } else { slugs };
                    all.extend(slugs.into_iter().map(|slug| Opened {
                        home: home.clone(),
                        slug,
                        target,
                        integration: None,
                    }));
                }
                Ok::<_, Error>(Arc::new(all))
            }
        });
    });
    read
}

/// The way to where projects and groups are chosen.
pub fn list_link(session: Session) -> impl IntoView {
    let list = Route::GitLab(GitLabRoute::projects(session.server.place())).to_string();
    view! {
        <a class="btn primary" href=list>
            {sentences::GO_TO_THE_LIST}
        </a>
    }
}
