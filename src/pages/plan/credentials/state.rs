//! What is entered for each group of integrations that sign in alike.

use crate::browser::reactive::memo;
use crate::form::FormState;
use crate::pages::plan::prepare::Chosen;
use crate::store::Inventory;
use leptos::prelude::*;
use patchbay_model::gij::IntegrationType;
use patchbay_model::gij::plan::Planned;
use patchbay_model::gij::plan::credentials::{
    Entered, Group, Groups, NewCredentials, groups, left_out, replace,
};
use patchbay_model::{Entry, Field, Mode, Project, Schema, Secret, Section, Vendor};
use std::sync::Arc;

/// Why nothing is replaced of a group without a new secret.
const NOTHING_ENTERED: &str = "No new credentials were entered for it.";

/// The groups, and what is entered; copies are the same. Groups are known by their places.
#[derive(Clone, Copy)]
pub struct Entries {
    /// The integrations.
    pub chosen: StoredValue<Chosen>,
    inventory: Inventory,
    /// How they sign in.
    pub groups: StoredValue<Groups>,
    /// What is entered for each group.
    entered: StoredValue<Vec<RwSignal<Entered>>>,
    /// The values, for every way of every group. Secrets are here and nowhere else until the plan is shown.
    pub form: FormState,
}

impl Entries {
    /// For these integrations, without anything entered.
    pub fn new(chosen: Chosen, inventory: Inventory) -> Self {
        let groups = groups(&chosen);
        let fields = groups.groups.iter().enumerate().flat_map(|(at, group)| {
            let kind = kind_of(&chosen, group);
            let ways = group.offered().into_iter();
            ways.flat_map(move |(entered, _)| fields(at, group, entered, &kind)).collect::<Vec<_>>()
        });
        let schema = Schema {
            vendor: Vendor::Jira,
            wants_required: false,
            mode: Mode::Create,
            sections: vec![Section::new("", "", fields.collect())],
            rules: Vec::new(),
            warnings: Vec::new(),
            corrections: Vec::new(),
        };
        let start = schema.defaults();
        let first = |group: &Group| {
            let first = group.offered().first().map_or(Entered::Token, |(entered, _)| *entered);
            RwSignal::new(first)
        };
        let entered = groups.groups.iter().map(first).collect();
        Self {
            chosen: StoredValue::new(chosen),
            inventory,
            groups: StoredValue::new(groups),
            entered: StoredValue::new(entered),
            form: FormState::new(Arc::new(schema), start.clone(), start),
        }
    }

    /// The group at this place.
    pub fn group(self, at: usize) -> Option<Group> {
        self.groups.with_value(|groups| groups.groups.get(at).cloned())
    }

    /// How many groups there are.
    pub fn count(self) -> usize {
        self.groups.with_value(|groups| groups.groups.len())
    }

    /// What is entered for the group at this place.
    pub fn entered(self, at: usize) -> Option<RwSignal<Entered>> {
        self.entered.with_value(|entered| entered.get(at).copied())
    }

    /// The fields of a group for what is entered.
    pub fn fields(self, at: usize, entered: Entered) -> Vec<Field> {
        let Some(group) = self.group(at) else { return Vec::new() };
        let kind = self.chosen.with_value(|chosen| kind_of(chosen, &group));
        fields(at, &group, entered, &kind)
    }

    /// The new credentials of a group; `None` where nothing is entered. Followed.
    fn new_credentials(self, at: usize) -> Option<NewCredentials> {
        let entered = self.entered(at)?.get();
        let entry = |key: String| self.form.leaf(&key).map(|leaf| leaf.entry.get());
        let secret = match entry(secret_key(at, entered)) {
            Some(Entry::Secret(secret)) => secret,
            _ => Secret::Keep,
        };
        let user = match entry(user_key(at)) {
            Some(entry) => entry.text().to_owned(),
            None => String::new(),
        };
        match entered {
            _ if secret == Secret::Keep && (entered == Entered::Token || user.is_empty()) => None,
            Entered::Token => Some(NewCredentials::Token(secret)),
            Entered::Password => Some(NewCredentials::Password { user, password: secret }),
        }
    }

    /// What keeps the plan from being shown, as a sentence; `None` if nothing does. Followed.
    pub fn problem(self) -> Memo<Option<String>> {
        memo(move || {
            let mut any = false;
            for at in 0..self.count() {
                let (Some(new), Some(group)) = (self.new_credentials(at), self.group(at)) else { continue };
                any = true;
                let entered = self.entered(at)?.get();
                let mut fields = self.fields(at, entered).into_iter();
                let wrong = fields.find_map(|field| {
                    let said = self.form.leaf(&field.key)?.problem.get()?;
                    Some(format!("{}: {}: {said}", group.host, field.label))
                });
                let missing = match &new {
                    NewCredentials::Password { user, .. } if user.is_empty() => {
                        Some("Enter the user name too.")
                    }
                    NewCredentials::Password { password: Secret::Keep, .. } => {
                        Some("Enter the password too.")
                    }
                    NewCredentials::Password { .. } | NewCredentials::Token(_) => None,
                };
                if let Some(problem) = wrong.or(missing.map(|missing| format!("{}: {missing}", group.host))) {
                    return Some(problem);
                }
            }
            (!any).then(|| "Enter new credentials for at least one host.".to_owned())
        })
    }

    /// What is done with each integration, and which go first: for each group those that may, the first choice before the
    /// others.
    pub fn plan(self) -> (Vec<Planned>, Vec<Vec<usize>>) {
        let projects = self.inventory.known_projects();
        let project = |id| Project::key_of(&projects, id);
        let chosen = self.chosen.get_value();
        let mut planned: Vec<Planned> =
            chosen.iter().map(|one| left_out(one.clone(), NOTHING_ENTERED)).collect();
        let Groups { groups, without } = self.groups.get_value();
        for (at, because) in without {
            if let (Some(place), Some(one)) = (planned.get_mut(at), chosen.get(at)) {
                *place = left_out(one.clone(), because);
            }
        }
        for (at, group) in groups.iter().enumerate() {
            let Some(new) = untrack(|| self.new_credentials(at)) else { continue };
            for &member in &group.members {
                if let (Some(place), Some(one)) = (planned.get_mut(member), chosen.get(member)) {
                    *place = replace(one, &new, &project);
                }
            }
        }
        let first = groups.iter().map(|group| group.in_order(&planned)).filter(|first| !first.is_empty());
        let first = first.collect();
        (planned, first)
    }
}

/// The members of a group have the same ways to sign in, so the form of the first is that of all.
fn kind_of(chosen: &Chosen, group: &Group) -> IntegrationType {
    let first = group.members.first().and_then(|at| chosen.get(*at));
    first.map_or_else(|| IntegrationType::parse(""), |one| one.kind.clone())
}

fn fields(at: usize, group: &Group, entered: Entered, kind: &IntegrationType) -> Vec<Field> {
    group.fields(entered, kind, &user_key(at), &secret_key(at, entered))
}

fn user_key(at: usize) -> String {
    format!("username-{at}")
}

/// The word says which checks there are for it.
fn secret_key(at: usize, entered: Entered) -> String {
    match entered {
        Entered::Token => format!("token-{at}"),
        Entered::Password => format!("password-{at}"),
    }
}
