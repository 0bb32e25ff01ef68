//! One integration of a project or group as last read, and what its form starts with.

use super::about_groups::is_too_old;
use super::about_home::{archived, has_moved_from, named};
use super::passing_on::count;
use super::recents;
use crate::api::gitlab::{self as api, Below};
use crate::api::{Error, Found, Holder, Loaded, Record, Refusal, Resource};
use crate::browser::effect::effect;
use crate::browser::task::spawn;
use crate::edit::gitlab::{GitLabRules, Whose};
use crate::edit::{Outcome, Reopen};
use crate::form::FormState;
use crate::session::Session;
use crate::store::work;
use leptos::prelude::*;
use patchbay_model::gitlab::{self, Home, Integration, Level, Spec, Target, find};
use patchbay_model::{Mode, Object, Schema, Values};
use std::sync::Arc;

/// What a form starts with; the form is drawn again whenever it is set.
#[derive(Clone, Default)]
pub struct Beginning {
    /// What was entered already.
    pub typed: Values,
    /// Keys that the server asked for and the catalogue does not know.
    pub missing: Vec<String>,
    /// What the server refused when it asked for them.
    pub refusal: Option<Refusal>,
    /// What is said above it.
    pub outcome: Option<Outcome>,
}

/// The page of one integration; copies are the same.
#[derive(Clone, Copy)]
pub struct Opened {
    /// Who is signed in, and where.
    pub session: Session,
    /// Whether it is a project's or a group's.
    pub level: Level,
    /// The number or full path of the project or group, as the address has it.
    id: StoredValue<String>,
    slug: StoredValue<String>,
    /// The project or group. Its number is what all requests use.
    pub home: RwSignal<Option<Home>>,
    /// How much is below the group; never read for a project.
    pub below: Loaded<Below>,
    /// The integration as it was read when the page was opened or refreshed.
    pub found: Loaded<Found>,
    /// What the server has, as last read or saved; none where it was never set up.
    pub record: RwSignal<Option<Record>>,
    /// The form that is drawn; none until it is read.
    pub beginning: RwSignal<Option<Beginning>>,
    /// Whether it is being saved.
    pub busy: RwSignal<bool>,
    /// Whether a field needs attention.
    pub has_error: RwSignal<bool>,
    /// Whether the person gives an integration that uses inherited settings its own.
    pub own: RwSignal<bool>,
    /// What a group had before it was told to use inherited settings: GitLab copies them in the background.
    pub copied_over: RwSignal<Option<Record>>,
    /// The form that is open.
    pub form: StoredValue<Option<FormState>>,
}

impl Opened {
    /// Begins to read it.
    pub fn new(session: Session, level: Level, id: String, slug: String) -> Self {
        let opened = Self {
            session,
            level,
            id: StoredValue::new(id.clone()),
            slug: StoredValue::new(slug.clone()),
            home: RwSignal::new(None),
            below: Loaded::new(),
            found: Loaded::new(),
            record: RwSignal::new(None),
            beginning: RwSignal::new(None),
            busy: RwSignal::new(false),
            has_error: RwSignal::new(false),
            own: RwSignal::new(false),
            copied_over: RwSignal::new(None),
            form: StoredValue::new(None),
        };
        let (id, slug): (Arc<str>, Arc<str>) = (id.into(), slug.into());
        opened.found.load(move || {
            let (id, slug) = (id.clone(), slug.clone());
            async move {
                let home = api::home(session.server, level, &id).await?;
                recents::remember(&session.server.place(), &home);
                let holder = (&home).into();
                count(opened.below, session, &home);
                opened.home.try_set(Some(home));
                if level == Level::Group && is_too_old(session).await {
                    return Ok(Found::NotOffered);
                }
                api::get(session.server, holder, &slug).await
            }
        });
        effect(move || {
            if let Some(found) = opened.found.get() {
                opened.take(found);
            }
        });
        opened
    }

    fn take(self, found: Found) {
        let typed = self.typed();
        match found {
            Found::Present(record) => self.record.set(Some(record)),
            Found::Absent => self.record.set(None),
            Found::NotOffered => return self.beginning.set(None),
        }
        self.keep_editable(&typed);
        self.beginning.set(Some(Beginning { typed, ..Beginning::default() }));
    }

    /// Draws the form again, because the server's settings need other fields.
    pub fn reopen(self, reopen: Reopen) {
        let Reopen { record, typed, outcome, refusal } = reopen;
        let mut missing = self.beginning.with_untracked(|beginning| {
            beginning.as_ref().map(|beginning| beginning.missing.clone()).unwrap_or_default()
        });
        if let Some(Outcome::Missing(keys)) = &outcome {
            missing.extend(keys.iter().cloned());
        }
        self.record.set(record);
        self.keep_editable(&typed);
        self.beginning.set(Some(Beginning { typed, missing, refusal, outcome }));
    }

    /// What was typed stays in sight, also where it uses inherited settings by now.
    fn keep_editable(self, typed: &Values) {
        if *typed != Values::default() {
            self.own.set(true);
        }
    }

    /// Shows what it uses, or the form that gives it its own. What was typed is there again when the form is.
    pub fn turn_own(self, own: bool) {
        let typed = self.typed();
        if !own && let Some(beginning) = self.beginning.write_untracked().as_mut() {
            beginning.typed = typed;
        }
        self.own.set(own);
    }

    /// It uses inherited settings from now on. What was typed is given up.
    pub fn inherits_now(self, record: Record) {
        let before = self.record.get_untracked().filter(|_| self.level == Level::Group);
        self.own.set(false);
        self.copied_over.set(before);
        self.record.set(Some(record));
        self.beginning.set(Some(Beginning::default()));
        if self.level == Level::Group {
            self.read_again();
        }
    }

    /// Takes the number that a moved project or group has now; `error` is what is said where it has the same.
    pub fn follow_home(self, error: Error) {
        let Some(number) = self.number() else { return };
        spawn(async move {
            let found = api::home(self.session.server, self.level, &number.to_string()).await;
            if self.home.is_disposed() {
                return;
            }
            let outcome = match found {
                Ok(home) if home.id != number => {
                    let outcome = Outcome::Moved(home.path.clone(), home.id);
                    self.home.set(Some(home));
                    outcome
                }
                Ok(_) => Outcome::Failed { error, was_looked_at: false, is_added: false },
                Err(error) => Outcome::Failed { error, was_looked_at: false, is_added: false },
            };
            let record = self.record.get_untracked();
            self.reopen(Reopen { record, typed: self.typed(), outcome: Some(outcome), refusal: None });
        });
    }

    /// Reads the integration again, and keeps what was entered meanwhile.
    pub fn read_again(self) {
        self.found.reload_once();
    }

    /// The integration's name in addresses.
    pub fn slug(self) -> String {
        self.slug.get_value()
    }

    /// What the catalogue says of it.
    pub fn spec(self) -> Option<&'static Spec> {
        self.slug.with_value(|slug| find(slug))
    }

    /// What is known of the server and the place, for the catalogue.
    pub fn target(self) -> Target {
        let version = self.session.version.get_untracked().unwrap_or_default();
        Target::read(&version, self.level)
    }

    /// Whether the server has said its version, or does not say it; followed.
    pub fn has_target(self) -> bool {
        self.session.version.is_read() || self.session.version.error().is_some()
    }

    /// What people know it by; followed.
    pub fn title(self) -> String {
        match (self.spec(), &*self.record.read()) {
            (Some(spec), _) => spec.title.to_owned(),
            (None, Some(Record::GitLab(known))) => known.title.clone(),
            (None, _) => self.slug(),
        }
    }

    /// The number of the project or group, once it is known.
    fn number(self) -> Option<u64> {
        self.home.with_untracked(|home| home.as_ref().map(|home| home.id))
    }

    /// What it belongs to; followed.
    pub fn holder(self) -> Holder {
        let number = self.home.read().as_ref().map_or(0, |home| home.id);
        Holder::new(self.level, number)
    }

    /// What requests and other pages call it; followed.
    pub fn resource(self) -> Resource {
        Resource::GitLab { server: self.session.server, holder: self.holder(), slug: self.slug() }
    }

    /// How its settings are written.
    pub fn rules(self, whose: Whose) -> GitLabRules {
        GitLabRules {
            slug: self.slug(),
            home: untrack(|| self.path()),
            is_passed_on: self.level == Level::Group,
            whose,
        }
    }

    /// Its settings on the server, as last read or saved.
    pub fn settings(self) -> Object {
        self.record
            .with_untracked(|record| record.as_ref().map(|record| record.settings().clone()))
            .unwrap_or_default()
    }

    /// The form of these settings.
    pub fn schema(self) -> Schema {
        gitlab::schema(self.target(), &self.slug(), Mode::Edit, &self.settings(), &[])
    }

    /// Why nothing can be changed at the moment; followed.
    pub fn why_not(self) -> Option<String> {
        archived(self.home.read().as_ref()).or_else(|| self.waits())
    }

    /// Why nothing can be changed at the moment, because of what is under way; followed.
    pub fn waits(self) -> Option<String> {
        work::under_way(&self.resource()).map(|verb| verb.because().to_owned())
    }

    /// The number of the project or group once it is known, and until then what the address has; followed.
    pub fn home_id(self) -> String {
        self.home.read().as_ref().map_or_else(|| self.id.get_value(), |home| home.id.to_string())
    }

    /// The path of the project or group once it is known, and until then what the address has; followed.
    pub fn path(self) -> String {
        let known = self.home.read().as_ref().map(|home| home.path.clone());
        known.unwrap_or_else(|| named(self.level, &self.id.get_value()))
    }

    /// Whether the address names the project or group by another number or path than it has now; followed.
    pub fn has_moved(self) -> bool {
        let id = self.id.get_value();
        self.home.read().as_ref().is_some_and(|home| has_moved_from(home, &id))
    }

    /// The integration as GitLab has it, if it was ever set up; followed.
    pub fn integration(self) -> Option<Integration> {
        match self.record.get() {
            Some(Record::GitLab(integration)) => Some(integration),
            Some(Record::Jira(_)) | None => None,
        }
    }

    /// Whether it uses settings of a group above it or of the instance; `None` where the server does not say. Followed.
    pub fn inherits(self) -> Option<bool> {
        match &*self.record.read() {
            Some(Record::GitLab(integration)) => integration.inherited,
            Some(Record::Jira(_)) | None => None,
        }
    }

    /// Whether anything was entered that is not saved.
    pub fn has_typed(self) -> bool {
        self.typed() != Values::default()
    }

    /// Whether it is active; followed.
    pub fn is_active(self) -> bool {
        self.record.read().as_ref().is_some_and(Record::is_on)
    }

    /// The fields of the open form that differ from its start.
    fn typed(self) -> Values {
        let open = self.form.get_value().filter(|form| !form.submitted.is_disposed());
        open.map(FormState::typed).unwrap_or_default()
    }
}
