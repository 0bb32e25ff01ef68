//! Has somebody else changed the integration since its form was opened?

use super::integration_sheet::Draft;
use super::outcome::Outcome;
use super::sending::Sending;
use crate::api::gitlab::Lookup;
use crate::pages::editing::take_theirs;
use leptos::prelude::*;
use patchbay_model::Values;
use patchbay_model::gitlab::{Conflict, Integration, conflicts};

/// What is on the server now, and where it differs from what the form began with.
#[derive(Clone)]
pub struct Clash {
    theirs: Integration,
    /// The fields that differ.
    pub conflicts: Vec<Conflict>,
}

impl Sending {
    /// What the server has, if that is still what the form began with. Otherwise it is said, and nothing is sent.
    pub(super) fn still(self, found: Lookup, mine: &Values) -> Option<Option<Integration>> {
        let opened = self.sheet.there.get_untracked();
        let overtaken = match (opened, found) {
            (None, Lookup::NeverSetUp) => return Some(None),
            (Some(opened), Lookup::There(theirs)) => {
                if opened.active && !theirs.active {
                    (Some(theirs), "Somebody disabled it meanwhile. Saving activates it again.")
                } else {
                    let known = theirs.updated_at.is_some() && theirs.updated_at == opened.updated_at;
                    match if known { None } else { self.clash_with(&theirs, mine) } {
                        None => return Some(Some(theirs)),
                        clash => {
                            self.clash.set(clash);
                            return None;
                        }
                    }
                }
            }
            (None, Lookup::There(theirs)) if theirs.active => (Some(theirs), "Somebody set it up meanwhile."),
            (None, Lookup::There(theirs)) => {
                (Some(theirs), "Somebody set it up meanwhile, but it is not active. Saving activates it.")
            }
            (Some(_), Lookup::NeverSetUp) => {
                (None, "Somebody took it away meanwhile: GitLab has no settings of it any more.")
            }
            (_, Lookup::NotOffered) => {
                self.tell(Outcome::NotOffered);
                return None;
            }
        };
        let (there, sentence) = overtaken;
        self.sheet.open(Draft { there, typed: self.sheet.typed(), ..Draft::default() });
        self.tell(Outcome::Overtaken(sentence));
        None
    }

    /// What somebody else changed since the form was opened, as far as the form does not say the same.
    fn clash_with(self, theirs: &Integration, mine: &Values) -> Option<Clash> {
        let schema = self.form.schema();
        let (before, now) = (self.form.before_untracked(), schema.read(&theirs.settings));
        let mut conflicts = conflicts(&schema, &before, &now, mine, &|id| format!("#{id}"));
        conflicts.retain(|conflict| conflict.mine.as_ref() != Some(&conflict.theirs));
        (!conflicts.is_empty()).then(|| Clash { theirs: theirs.clone(), conflicts })
    }

    /// Settles a clash: where both changed a field, `keep_mine` decides.
    pub fn settle(self, keep_mine: bool) {
        let Some(Clash { theirs, conflicts }) = self.clash.get_untracked() else { return };
        self.clash.set(None);
        take_theirs(self.form, conflicts, self.form.schema().read(&theirs.settings), keep_mine);
        self.sheet.there.set(Some(theirs));
    }
}
