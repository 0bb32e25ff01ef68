//! Which changes are under way, from any page: meanwhile nothing else is started with the same resource.

use crate::api::{Resource, Server};
use leptos::prelude::*;
use std::cell::OnceCell;

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Its settings are being saved.
    Saving,
    /// It is being enabled.
    Enabling,
    /// It is being disabled.
    Disabling,
    /// It is being removed.
    Removing,
}

impl Verb {
    /// What a switch does.
    pub const SWITCHING: &[Self] = &[Self::Enabling, Self::Disabling];

    /// The reason why buttons for it are disabled meanwhile.
    pub fn because(self) -> &'static str {
        match self {
            Self::Saving => "It is being saved.",
            Self::Enabling => "It is being enabled.",
            Self::Disabling => "It is being disabled.",
            Self::Removing => "It is being removed.",
        }
    }
}

thread_local! {
    static WORK: OnceCell<ArcRwSignal<Vec<(Resource, Verb)>>> = const { OnceCell::new() };
}

fn work() -> ArcRwSignal<Vec<(Resource, Verb)>> {
    WORK.with(|work| work.get_or_init(|| ArcRwSignal::new(Vec::new())).clone())
}

/// Work that is under way until this is dropped.
pub struct UnderWay(Resource);

impl Drop for UnderWay {
    fn drop(&mut self) {
        work().update(|work| work.retain(|(other, _)| *other != self.0));
    }
}

/// Begins work with a resource; `None` while something else is under way with it. Integrations that do not exist yet
/// are not the same one, although nothing tells them apart.
pub fn begin(resource: &Resource, verb: Verb) -> Option<UnderWay> {
    let work = work();
    let is_new = matches!(resource, Resource::Jira { id: None, .. });
    if !is_new && work.read_untracked().iter().any(|(other, _)| other == resource) {
        return None;
    }
    work.update(|work| work.push((resource.clone(), verb)));
    Some(UnderWay(resource.clone()))
}

/// How many changes are under way with what a server keeps; followed.
pub fn count(server: Server) -> usize {
    work().read().iter().filter(|(resource, _)| resource.server() == server).count()
}

/// The resources of a server with which one of these is under way; followed.
pub fn all(server: Server, verbs: &[Verb]) -> Vec<(Resource, Verb)> {
    let work = work();
    let work = work.read();
    work.iter()
        .filter(|(resource, verb)| resource.server() == server && verbs.contains(verb))
        .cloned()
        .collect()
}

/// What is under way with a resource; followed.
pub fn under_way(resource: &Resource) -> Option<Verb> {
    work().read().iter().find(|(other, _)| other == resource).map(|(_, verb)| *verb)
}
