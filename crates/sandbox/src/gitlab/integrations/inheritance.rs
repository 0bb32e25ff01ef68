//! Settings that projects and groups use from a group above them, and how a change of a group reaches them ("GitLab
//! Integrations API", 17.2).

use rusqlite::Connection;

use crate::gitlab::groups::data::{self as groups, Group};
use crate::gitlab::projects::data as projects;
use crate::store::Store;
use crate::store::gitlab::{Holder, Stored, enqueue, find, has_due, save, take_due};

/// How much later than the answer a change of a group reaches what is below it, in milliseconds. GitLab has a queue.
const DELAY: i64 = 100;

/// The groups above, the nearest first.
fn above(holder: Holder) -> impl Iterator<Item = &'static Group> {
    let nearest = match holder {
        Holder::Project(id) => projects::find(id).and_then(|project| groups::find(project.group_id())),
        Holder::Group(id) => groups::find(id).and_then(|group| group.parent_id).and_then(groups::find),
    };
    nearest.into_iter().flat_map(|group| std::iter::once(group).chain(group.ancestors()))
}

/// The settings that this holder can use: those of the nearest group above that has its own.
pub(super) fn default_of(
    connection: &Connection,
    holder: Holder,
    slug: &str,
) -> rusqlite::Result<Option<Stored>> {
    for group in above(holder) {
        let found = find(connection, Holder::Group(group.id), slug)?;
        if let Some(own) = found.filter(|row| !row.inherited) {
            return Ok(Some(own));
        }
    }
    Ok(None)
}

/// Has a change of this row passed on a little later, if it is of a group.
pub(super) fn pass_on(connection: &Connection, row: &Stored, now: i64) -> rusqlite::Result<()> {
    match row.holder {
        Holder::Group(group) => enqueue(connection, group, &row.slug, now + DELAY),
        Holder::Project(_) => Ok(()),
    }
}

/// Does what the queue has for the time `now`, of a GitLab with so many projects.
pub(super) fn catch_up(store: &Store, projects: usize, now: i64) -> rusqlite::Result<()> {
    if !store.read(|connection| has_due(connection, now))? {
        return Ok(());
    }
    store.write(|transaction| {
        take_due(transaction, now)?
            .into_iter()
            .try_for_each(|(group, slug)| propagate(transaction, group, &slug, projects, now))
    })
}

/// Copies the settings of this group to every row below that uses them, and makes rows where there are none. Rows with
/// settings of their own stay as they are.
fn propagate(
    connection: &Connection,
    group: u64,
    slug: &str,
    projects: usize,
    now: i64,
) -> rusqlite::Result<()> {
    let holder = Holder::Group(group);
    let Some(row) = find(connection, holder, slug)? else { return Ok(()) };
    let source = if row.inherited { default_of(connection, holder, slug)? } else { Some(row) };
    let Some(source) = source else { return Ok(()) };
    for holder in with_below(group, projects) {
        let found = find(connection, holder, slug)?;
        let follows = found.as_ref().is_none_or(|row| row.inherited)
            && default_of(connection, holder, slug)?.is_some_and(|nearest| nearest.id == source.id);
        if follows {
            let mut row = found.unwrap_or_else(|| Stored::new(holder, slug, now));
            row.inherit(&source, now);
            save(connection, &row)?;
        }
    }
    Ok(())
}

/// This group, which may follow another one itself, the groups below it, and all projects in them.
fn with_below(id: u64, count: usize) -> impl Iterator<Item = Holder> {
    let is_in =
        move |group: &Group| group.id == id || groups::find(id).is_some_and(|top| group.is_below(top));
    let groups = groups::all().iter().filter(move |group| is_in(group));
    let projects = projects::first(count).iter();
    let projects = projects.filter(move |project| groups::find(project.group_id()).is_some_and(is_in));
    groups.map(|group| Holder::Group(group.id)).chain(projects.map(|project| Holder::Project(project.id)))
}
