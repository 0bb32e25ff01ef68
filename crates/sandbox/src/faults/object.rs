//! A fault of the file, key by key.

use std::ops::RangeInclusive;

use axum::http::Method;

use super::json::{Content, Member, Node, Place};
use super::sentences::Sentences;

pub(super) struct Object {
    pub(super) at: Place,
    pub(super) members: Vec<Member>,
}

const METHODS: [Method; 7] =
    [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::HEAD, Method::OPTIONS];

impl Object {
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        self.members.iter().find(|member| member.key == key).map(|member| &member.value)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Where the value of this key begins; without it, where the fault does.
    pub(super) fn place(&self, key: &str) -> Place {
        self.get(key).map_or(self.at, |node| node.at)
    }

    /// A whole number within `range`. `what` says which: "a number from 1".
    pub(super) fn number(
        &self,
        key: &str,
        range: RangeInclusive<u64>,
        what: &str,
        sentences: &mut Sentences,
    ) -> Option<u64> {
        let node = self.get(key)?;
        let number = node.value().as_u64().filter(|number| range.contains(number));
        if number.is_none() {
            let (first, last) = (range.start(), range.end());
            let until = if *last == u64::MAX { String::new() } else { format!(" from {first} to {last}") };
            sentences.add(node.at, format!("\"{key}\" is {what}{until}, without quotation marks."));
        }
        number
    }

    /// One of a few texts. `otherwise` says what else can be done.
    pub(super) fn choice<T: Copy>(
        &self,
        key: &str,
        choices: &[(&str, T)],
        otherwise: &str,
        sentences: &mut Sentences,
    ) -> Option<T> {
        let node = self.get(key)?;
        let chosen = choices.iter().find(|(name, _)| node.text() == Some(name));
        if chosen.is_none() {
            let names: Vec<_> = choices.iter().map(|(name, _)| format!("\"{name}\"")).collect();
            sentences.add(node.at, format!("\"{key}\" is {}. {otherwise}", names.join(" or ")));
        }
        chosen.map(|(_, value)| *value)
    }

    /// `true`, which is what leaving it out is not.
    pub(super) fn is_set(&self, key: &str, sentences: &mut Sentences) -> bool {
        let Some(node) = self.get(key) else { return false };
        let is_set = node.value() == true;
        if !is_set {
            sentences.add(node.at, format!("\"{key}\" is true. Leave it out otherwise."));
        }
        is_set
    }

    pub(super) fn methods(&self, sentences: &mut Sentences) -> Option<Vec<Method>> {
        let node = self.get("method")?;
        let nodes = match &node.content {
            Content::List(items) => items.iter().collect(),
            Content::Leaf(_) | Content::Object(_) => vec![node],
        };
        let known = |node: &Node| METHODS.iter().find(|method| node.text() == Some(method.as_str())).cloned();
        let methods: Option<Vec<_>> = nodes.iter().map(|node| known(node)).collect();
        let methods = methods.filter(|methods| !methods.is_empty());
        if methods.is_none() {
            let at = nodes.iter().find(|node| known(node).is_none()).map_or(node.at, |node| node.at);
            let names = METHODS.map(|method| method.to_string()).join(", ");
            let sentence = format!("\"method\" is one of {names}, or a list of them. Leave it out for any.");
            sentences.add(at, sentence);
        }
        methods
    }

    /// Says of each of `others` that is here that it cannot be beside `key`, and why.
    pub(super) fn refuse_beside(&self, key: &str, others: &[&str], why: &str, sentences: &mut Sentences) {
        debug_assert!(self.has(key));
        for other in others.iter().filter(|other| self.has(other)) {
            sentences.add(self.place(other), format!("{why}. Remove \"{other}\"."));
        }
    }
}
