//! A list of which some entries may be unreadable: one odd entry must not hide the others.

use crate::object::Object;
use serde_json::Value;

/// What a list contains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<T> {
    /// The entries that could be read, in the server's order.
    pub read: Vec<T>,
    /// The others, in the server's order.
    pub odd: Vec<Odd>,
}

/// An entry that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Odd {
    /// What is wrong with it: a whole sentence.
    pub why: String,
    /// Its JSON without secrets.
    pub json: String,
}

impl Odd {
    /// Keeps an entry without what `strip` removes.
    pub(crate) fn new(why: impl Into<String>, entry: Value, strip: fn(&mut Object)) -> Self {
        // An entry may be a list of objects, or no object at all.
        let mut around = Object::new();
        around.insert("entry".to_owned(), entry);
        strip(&mut around);
        // Written as the bodies of requests are, whose code is in the download anyway.
        let json = serde_json::to_string(&around).unwrap_or_default();
        let inside = json.strip_prefix("{\"entry\":").and_then(|json| json.strip_suffix('}'));
        let json = inside.unwrap_or_default().to_owned();
        Self { why: why.into(), json }
    }
}

impl<T> Listed<T> {
    /// Reads each entry.
    pub(crate) fn of(entries: Vec<Value>, read: impl Fn(Value) -> Result<T, Odd>) -> Self {
        let mut listed = Self { read: Vec::with_capacity(entries.len()), odd: Vec::new() };
        for entry in entries {
            match read(entry) {
                Ok(entry) => listed.read.push(entry),
                Err(odd) => listed.odd.push(odd),
            }
        }
        listed
    }
}

/// For each key, which entry with this key it is, from 0, and how many have it. Servers should send each once.
pub fn twins<K: std::hash::Hash + Eq>(keys: impl Iterator<Item = K> + Clone) -> Vec<(u32, u32)> {
    let mut seen = std::collections::HashMap::<K, u32>::new();
    let places: Vec<u32> = keys
        .clone()
        .map(|key| {
            let place = seen.entry(key).or_default();
            *place += 1;
            *place - 1
        })
        .collect();
    keys.zip(places).map(|(key, place)| (place, seen.get(&key).copied().unwrap_or(1))).collect()
}
