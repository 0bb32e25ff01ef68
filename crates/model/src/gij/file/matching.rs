//! Which integration of Jira a file means.
//!
//! 1. The one with its number, where type and host agree.
//! 2. Else the only one of the same type, host and name, of those that no other entry means by its number.
//! 3. Else the one with its number, where the type agrees: its host is changed.
//! 4. Else it is a new one.
//!
//! Numbers count only in a file from the same Jira. What a file leaves out is not compared. Where more than one would fit,
//! or more than one entry fits, nothing is guessed.

use super::row::Row;
use crate::file::words::hidden;
use crate::form::Kind;
use crate::gij::integration::Integration;
use crate::gij::integration_type::IntegrationType;
use crate::gij::spec::Origin;
use std::collections::{HashMap, HashSet};

/// What an entry of a file means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// This one, by its place in the list.
    One(usize),
    /// One that Jira does not have.
    New,
    /// It is not clear which: a sentence.
    Unclear(String),
}

/// What each entry means, and which integrations Jira has that no entry means or may mean.
pub(super) struct Matched {
    pub(super) meant: Vec<Meant>,
    pub(super) missing: Vec<usize>,
}

/// How many others a sentence names at most.
const NAMED: usize = 5;

/// Type, host and name; `None` for what an entry does not say.
type Key = (String, Option<String>, Option<String>);

pub(super) async fn matched(
    rows: &[Row],
    now: &[Integration],
    is_same_jira: bool,
    rest: &mut impl AsyncFnMut(),
) -> Matched {
    let mut said = Vec::with_capacity(rows.len());
    for row in rows {
        said.push(Said::of(row));
        rest().await;
    }
    let mut there = Vec::with_capacity(now.len());
    for one in now {
        there.push(There::of(one));
        rest().await;
    }
    let meant = vec![None; rows.len()];
    let mut matching = Matching { rows, said, now, there, meant, taken: HashMap::new() };
    let unsure = if is_same_jira { matching.by_number() } else { HashSet::new() };
    rest().await;
    let unsure = matching.by_name(is_same_jira, unsure);
    let meant = matching.others(is_same_jira);
    let is_meant = |at: &usize| matching.taken.contains_key(at) || unsure.contains(at);
    Matched { meant, missing: (0..now.len()).filter(|at| !is_meant(at)).collect() }
}

/// What an entry says that integrations are told apart by.
struct Said {
    /// Empty where a table does not say it.
    kind: IntegrationType,
    origin: Option<String>,
    name: Option<String>,
}

impl Said {
    fn of(row: &Row) -> Self {
        let kind = IntegrationType::parse(&row.kind);
        let default = kind.spec().and_then(|spec| match spec.origin {
            Origin::Default(url) => Some(url),
            Origin::Optional(_) => Some(""),
            Origin::Url(_) | Origin::Folder(_) => None,
        });
        let origin = row.text("origin").or(default).map(|origin| host(&kind, origin));
        Self { kind, origin, name: row.text("displayName").map(str::to_owned) }
    }

    fn shape(&self) -> Shape {
        Shape { origin: self.origin.is_some(), name: self.name.is_some() }
    }

    fn key(&self) -> Key {
        (self.kind.name().to_owned(), self.origin.clone(), self.name.clone())
    }

    fn agrees(&self, one: &Integration, there: &There) -> bool {
        let is_kind = self.kind.name().is_empty() || self.kind == one.kind;
        is_kind && self.origin.as_ref().is_none_or(|origin| *origin == there.origin)
    }
}

/// The same of an integration of Jira.
struct There {
    kind: String,
    origin: String,
    name: String,
}

impl There {
    fn of(one: &Integration) -> Self {
        let name = one.settings.get("displayName").and_then(serde_json::Value::as_str).unwrap_or_default();
        Self {
            kind: one.kind.name().to_owned(),
            origin: host(&one.kind, one.origin()),
            name: hidden(&Kind::Text, name.trim()),
        }
    }

    /// What an entry may say of it: always the type, and the others or not.
    fn key(&self, Shape { origin, name }: Shape) -> Key {
        (self.kind.clone(), origin.then(|| self.origin.clone()), name.then(|| self.name.clone()))
    }
}

/// Whether an entry says host and name.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Shape {
    origin: bool,
    name: bool,
}

/// An address to compare with others: without credentials and final slashes, the host in lower case, and the public host of
/// the type where there is none.
fn host(kind: &IntegrationType, origin: &str) -> String {
    let origin = hidden(&Kind::Text, origin.trim());
    if kind.is_folder() {
        return origin;
    }
    let origin = match kind.spec().map(|spec| spec.origin) {
        Some(Origin::Default(url)) if origin.is_empty() => url.to_owned(),
        _ => origin,
    };
    let origin = origin.trim_end_matches('/');
    let path = origin.find("://").map_or(0, |at| at + 3);
    let path = origin[path..].find('/').map_or(origin.len(), |at| path + at);
    origin[..path].to_lowercase() + &origin[path..]
}

struct Matching<'a> {
    rows: &'a [Row],
    said: Vec<Said>,
    now: &'a [Integration],
    there: Vec<There>,
    meant: Vec<Option<Meant>>,
    /// The entry that means an integration, by the place of the integration.
    taken: HashMap<usize, usize>,
}

impl Matching<'_> {
    fn line(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |row| row.place.line)
    }

    /// Where the others of these entries are: “line 3”, or “lines 3, 9 and 12”.
    fn others_of(&self, row: usize, rows: &[usize]) -> String {
        let others = rows.iter().filter(|other| **other != row).map(|other| self.line(*other));
        let lines = list(others.take(NAMED));
        match rows.len() - 1 {
            1 => format!("line {lines}"),
            2..=NAMED => format!("lines {lines}"),
            _ => format!("lines {lines}, and more"),
        }
    }

    fn take(&mut self, row: usize, at: usize) {
        self.taken.insert(at, row);
        self.meant[row] = Some(Meant::One(at));
    }

    fn unclear(&mut self, row: usize, sentence: String) {
        self.meant[row] = Some(Meant::Unclear(sentence));
    }

    /// The first rule. Gives the integrations of which it is not clear whether an entry means them.
    fn by_number(&mut self) -> HashSet<usize> {
        let mut unsure = HashSet::new();
        let numbers = numbered(self.now.iter().map(|one| Some(one.id)));
        for (id, rows) in numbered(self.rows.iter().map(|row| row.id)) {
            let there = numbers.get(&id).map(Vec::as_slice).unwrap_or_default();
            match (rows.as_slice(), there) {
                ([row], [at]) => {
                    if self.said[*row].agrees(&self.now[*at], &self.there[*at]) {
                        self.take(*row, *at);
                    }
                }
                ([_], []) => {}
                ([row], _) => {
                    let sentence = format!(
                        "Jira lists more than one integration with the number {id}. Change them one by one."
                    );
                    self.unclear(*row, sentence);
                    unsure.extend(there);
                }
                (rows, _) => {
                    for row in rows {
                        let lines = self.others_of(*row, rows);
                        let sentence = format!("The number {id} is also in {lines}. Remove one of them.");
                        self.unclear(*row, sentence);
                    }
                    unsure.extend(there);
                }
            }
        }
        unsure
    }

    /// The second rule; `unsure` as in [`Self::by_number`].
    fn by_name(&mut self, is_same_jira: bool, mut unsure: HashSet<usize>) -> HashSet<usize> {
        let open: Vec<usize> = (0..self.rows.len())
            .filter(|row| self.meant[*row].is_none() && !self.said[*row].kind.name().is_empty())
            .collect();
        if open.is_empty() {
            return unsure;
        }
        let mut shapes: Vec<Shape> = Vec::new();
        for shape in open.iter().map(|row| self.said[*row].shape()) {
            if !shapes.contains(&shape) {
                shapes.push(shape);
            }
        }
        let (mut free, mut taken) = (HashMap::<Key, Vec<usize>>::new(), HashMap::<Key, usize>::new());
        for (at, one) in self.there.iter().enumerate().filter(|(at, _)| !unsure.contains(at)) {
            for key in shapes.iter().map(|shape| one.key(*shape)) {
                match self.taken.get(&at) {
                    Some(row) => drop(taken.insert(key, *row)),
                    None => free.entry(key).or_default().push(at),
                }
            }
        }
        let mut claims = HashMap::<usize, Vec<usize>>::new();
        let mut looked_at = HashSet::new();
        for row in open {
            let key = self.said[row].key();
            match free.get(&key).map(Vec::as_slice).unwrap_or_default() {
                [] => {
                    // With a number of its own it was removed from Jira, and is another one.
                    let is_other = is_same_jira && self.rows[row].id.is_some();
                    if let Some(first) = taken.get(&key).filter(|_| !is_other) {
                        let sentence = format!(
                            "Line {} means the only such integration by its number. Give this one another name, or remove it.",
                            self.line(*first)
                        );
                        self.unclear(row, sentence);
                    }
                }
                [at] => claims.entry(*at).or_default().push(row),
                several => {
                    let numbers = several.iter().take(NAMED).map(|at| self.now[*at].id);
                    let more = if several.len() > NAMED { ", and more" } else { "" };
                    let sentence = format!(
                        "Jira has {} such integrations: {}{more}. Add the “id” of the one that is meant.",
                        several.len(),
                        list(numbers)
                    );
                    self.unclear(row, sentence);
                    if looked_at.insert(key) {
                        unsure.extend(several);
                    }
                }
            }
        }
        for (at, rows) in claims {
            match rows.as_slice() {
                [row] if !unsure.contains(&at) => self.take(*row, at),
                rows => {
                    for row in rows {
                        let also = match rows {
                            [_] => "another entry".to_owned(),
                            _ => self.others_of(*row, rows),
                        };
                        let sentence = format!(
                            "This and {also} may mean the same integration, {}. Add the “id” of each, or remove one.",
                            self.now[at].id
                        );
                        self.unclear(*row, sentence);
                    }
                    unsure.insert(at);
                }
            }
        }
        unsure
    }

    /// The third and fourth rule.
    fn others(&mut self, is_same_jira: bool) -> Vec<Meant> {
        let places: HashMap<u64, usize> = self.now.iter().enumerate().map(|(at, one)| (one.id, at)).collect();
        for row in 0..self.rows.len() {
            if self.meant[row].is_some() {
                continue;
            }
            let kind = self.said[row].kind.clone();
            let there = self.rows[row].id.filter(|_| is_same_jira).and_then(|id| places.get(&id).copied());
            match there {
                Some(at) if self.taken.contains_key(&at) => {
                    let id = self.now[at].id;
                    let line = self.taken.get(&at).map_or(0, |first| self.line(*first));
                    self.unclear(
                        row,
                        format!("Line {line} means integration {id} by its name. Remove one of them."),
                    );
                }
                Some(at) if kind.name().is_empty() => {
                    let id = self.now[at].id;
                    let sentence = format!(
                        "Integration {id} has another host in Jira, and the row does not say its type. Add it to “integrationType”."
                    );
                    self.unclear(row, sentence);
                }
                Some(at) if self.now[at].kind == kind => self.take(row, at),
                Some(at) => {
                    let (id, is) = (self.now[at].id, &self.now[at].kind);
                    let sentence = format!(
                        "Integration {id} is of type {is} in Jira, and a type cannot be changed. Remove the “id” to add a new one."
                    );
                    self.unclear(row, sentence);
                }
                None if kind.name().is_empty() => {
                    let sentence = "Jira has no such integration, and for a new one the type is missing. Add it to “integrationType”.";
                    self.unclear(row, sentence.to_owned());
                }
                None => self.meant[row] = Some(Meant::New),
            }
        }
        self.meant.drain(..).map(|meant| meant.unwrap_or(Meant::New)).collect()
    }
}

/// The places of each number.
fn numbered(ids: impl Iterator<Item = Option<u64>>) -> HashMap<u64, Vec<usize>> {
    let mut places = HashMap::<u64, Vec<usize>>::new();
    for (at, id) in ids.enumerate() {
        if let Some(id) = id {
            places.entry(id).or_default().push(at);
        }
    }
    places
}

/// “3, 9 and 12”.
fn list<T: ToString>(items: impl Iterator<Item = T>) -> String {
    let items: Vec<String> = items.map(|item| item.to_string()).collect();
    match items.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
        None => String::new(),
    }
}
