//! One integration of a project or group as last read, and what its form starts with.

mod known;

use super::about_groups::is_too_old;
use super::passing_on::count;
use super::recents;
use crate::api::gitlab::{self as api, Below};
use crate::api::{Error, Found, Loaded, Record, Refusal};
use crate::browser::effect::effect;
use crate::browser::task::spawn;
use crate::edit::{Outcome, Reopen, Seen};
use crate::form::FormState;
use crate::session::Session;
use leptos::prelude::*;
use patchbay_model::Values;
use patchbay_model::gitlab::{Home, Level};
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
    /// When what the server has was read.
    pub seen: Seen,
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
        let was_open = self.beginning.read_untracked().is_some();
        let seen = if was_open { Seen::ReadAgain } else { Seen::Opened };
        self.beginning.set(Some(Beginning { typed, seen, ..Beginning::default() }));
    }

    /// Draws the form again, because the server's settings need other fields.
    pub fn reopen(self, reopen: Reopen) {
        let Reopen { record, typed, outcome, refusal, seen } = reopen;
        let mut missing = self.beginning.with_untracked(|beginning| {
            beginning.as_ref().map(|beginning| beginning.missing.clone()).unwrap_or_default()
        });
        if let Some(Outcome::Missing(keys)) = &outcome {
            missing.extend(keys.iter().cloned());
        }
        self.record.set(record);
        self.keep_editable(&typed);
        self.beginning.set(Some(Beginning { typed, missing, refusal, outcome, seen }));
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
        let Some(number) = self.home.with_untracked(|home| home.as_ref().map(|home| home.id)) else { return };
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
            let seen = self.beginning.read_untracked().as_ref().map(|beginning| beginning.seen);
            self.reopen(Reopen {
                record,
                typed: self.typed(),
                outcome: Some(outcome),
                refusal: None,
                seen: seen.unwrap_or_default(),
            });
        });
    }

    /// Reads the integration again, and keeps what was entered meanwhile.
    pub fn read_again(self) {
        self.found.reload_once();
    }

    /// Whether anything was entered that is not saved.
    pub fn has_typed(self) -> bool {
        self.typed() != Values::default()
    }

    /// The fields of the open form that differ from its start.
    fn typed(self) -> Values {
        let open = self.form.get_value().filter(|form| !form.submitted.is_disposed());
        open.map(FormState::typed).unwrap_or_default()
    }
}
