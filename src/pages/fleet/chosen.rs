//! The projects and groups that are chosen in the table, for the pages that make plans for them.
//!
//! [`chosen`] gives them, [`read_again`] has the table show what became of them.

use super::kept::{FleetId, last_of};
use super::reader;
use crate::api::{Error, Holder};
use crate::route::{GitLabRoute, Route};
use crate::session::Session;
use patchbay_model::gitlab::Home;

/// A project or group that is chosen, with what was read of it. `home.archived` and `home.access` say whether it can be
/// changed, as far as GitLab says.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// The project or group.
    pub home: Home,
    /// What is active in it, without its settings, which have to be read one by one; `None` while it was not read.
    pub active: Option<Vec<ActiveHere>>,
    /// Why reading it failed the last time.
    pub failed: Option<Error>,
}

/// An integration that is active in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActiveHere {
    /// Its name in addresses, such as `slack`.
    pub slug: String,
    /// Its title on this server.
    pub title: String,
    /// Whether its settings come from a group above or from the instance; `None` where GitLab does not report it.
    pub inherited: Option<bool>,
}

/// Those that are chosen in the table of this server that was opened last, in the order in which they were found; none where
/// no table was opened since somebody signed in. Not followed.
pub fn chosen(session: Session) -> Vec<Chosen> {
    let Some(id) = last_of(session) else { return Vec::new() };
    let Some(selection) = id.selection() else { return Vec::new() };
    let keys = selection.ids();
    let found = id.look(|kept| {
        let fleet = &kept.fleet;
        let entries = fleet.entries.iter().filter(|entry| keys.binary_search(&entry.key()).is_ok());
        let all = entries.map(|entry| {
            let active = entry.active.as_deref().map(|active| {
                let here = |active: &super::fleet::Active| {
                    let known = fleet.known.get(usize::from(active.which))?;
                    let (slug, title) = (known.slug.clone(), known.title.clone());
                    Some(ActiveHere { slug, title, inherited: active.inherited })
                };
                active.iter().filter_map(here).collect()
            });
            Chosen { home: entry.home.clone(), active, failed: entry.failed.clone() }
        });
        all.collect()
    });
    found.unwrap_or_default()
}

/// The table of this server that was opened last, with the same projects and groups.
pub fn last_table(session: Session) -> Option<Route> {
    let scope = last_of(session)?.look(|kept| kept.scope.pair())?;
    Some(Route::GitLab(GitLabRoute::fleet(session.server.place(), scope)))
}

/// Reads these again in every table of this server that has them, because something was changed.
pub fn read_again(session: Session, holders: &[Holder]) {
    for id in FleetId::all_of(session) {
        let keys = id.look(|kept| {
            let entries = kept.fleet.entries.iter();
            let changed = entries.filter(|entry| holders.contains(&Holder::from(&entry.home)));
            changed.map(|entry| entry.key()).collect::<Vec<u64>>()
        });
        if let Some(keys) = keys.filter(|keys| !keys.is_empty()) {
            reader::read_again(id, keys);
        }
    }
}
