//! What the manual says of each integration's parameters, from the same list that the catalogue is tested against.

use std::collections::BTreeSet;

const FACTS: &str = include_str!("../../../crates/model/tests/gitlab/fixtures/parameters.txt");

/// A parameter of an integration.
pub struct Fact {
    pub slug: &'static str,
    pub key: &'static str,
    /// In the manual's words, such as `boolean`.
    pub kind: &'static str,
    pub required: bool,
}

/// The parameters of one integration.
pub fn facts_of(slug: &str) -> impl Iterator<Item = Fact> + use<'_> {
    facts().filter(move |fact| fact.slug == slug)
}

/// All integrations of the manual.
pub fn slugs() -> BTreeSet<&'static str> {
    facts().map(|fact| fact.slug).collect()
}

fn facts() -> impl Iterator<Item = Fact> {
    FACTS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut words = line.split_whitespace();
        let (slug, key, kind) = (words.next()?, words.next()?, words.next()?);
        Some(Fact { slug, key, kind, required: words.next() == Some("required") })
    })
}
