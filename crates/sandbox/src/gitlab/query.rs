//! Reading the query of an address. One refusal names all parameters with a wrong type.

use patchbay_model::gitlab::server::switch;

use crate::gitlab::refusal::Refusal;

/// The names and values of a query.
pub(super) fn pairs(query: Option<String>) -> Vec<(String, String)> {
    form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect()
}

/// Whether `sort` asks for ascending order.
pub(super) fn ascending(word: &str) -> Option<bool> {
    match word {
        "asc" => Some(true),
        "desc" => Some(false),
        _ => None,
    }
}

/// The parameters of a query, and the errors in those that were read.
pub(super) struct Query<'a> {
    pairs: &'a [(String, String)],
    faults: Vec<String>,
}

impl<'a> Query<'a> {
    pub(super) fn of(pairs: &'a [(String, String)]) -> Self {
        Self { pairs, faults: Vec::new() }
    }

    /// The last value of this name that is not empty.
    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        let found = self.pairs.iter().rev().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    pub(super) fn flag(&mut self, name: &str) -> Option<bool> {
        switch(self.text(name)?).or_else(|| self.fault(name, "is invalid"))
    }

    /// A whole number of at least 1.
    pub(super) fn count(&mut self, name: &str) -> Option<usize> {
        match self.text(name)?.parse() {
            Ok(0) => self.fault(name, "does not have a valid value"),
            Ok(number) => Some(number),
            Err(_) => self.fault(name, "is invalid"),
        }
    }

    /// A word that `known` accepts.
    pub(super) fn word<T>(&mut self, name: &str, known: fn(&str) -> Option<T>) -> Option<T> {
        let found = known(self.text(name)?);
        if found.is_none() {
            return self.fault(name, "does not have a valid value");
        }
        found
    }

    /// The refusal, if there were errors.
    pub(super) fn finish(self) -> Result<(), Refusal> {
        if self.faults.is_empty() { Ok(()) } else { Err(Refusal::parameters(&self.faults)) }
    }

    fn fault<T>(&mut self, name: &str, what: &str) -> Option<T> {
        self.faults.push(format!("{name} {what}"));
        None
    }
}
