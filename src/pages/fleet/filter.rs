//! Which rows are shown. Plain logic, no page.

use super::asked::{Asked, Facet};
use super::fleet::{Entry, Fleet};
use crate::browser::case::lower;
use crate::pages::gitlab::search_direct::Direct;
use patchbay_model::gitlab::Level;
use patchbay_scan::contains;

/// The value of the facet of archived ones.
pub const YES: &str = "yes";
/// The value of those that are not.
pub const NO: &str = "no";
/// The value of those that could not be read.
pub const FAILED: &str = "failed";
/// The value of those that were not read yet.
pub const WAITING: &str = "waiting";
/// The value of those that were read.
pub const READ: &str = "read";

/// What is asked for, made ready for many rows.
pub struct Filter<'a> {
    asked: &'a Asked,
    words: Vec<String>,
    /// Projects and groups that were pasted as addresses: any of them is shown.
    pasted: Vec<Pasted>,
    /// The integrations that are asked for by each facet, as far as anything has them.
    integrations: [Vec<Option<u16>>; 3],
    reads_groups: bool,
}

/// A project or group, as an address names it.
struct Pasted {
    /// Its number, or its path in lower case.
    id: String,
    level: Level,
    or_other: bool,
}

impl Pasted {
    fn is(&self, entry: &Entry) -> bool {
        let home = &entry.home;
        let is_level = self.or_other || self.level == home.level;
        let path = lower(&home.path);
        let is_below = self.level == Level::Group || self.or_other;
        (is_level && (path == self.id || home.id.to_string() == self.id))
            || (is_below && path.strip_prefix(&self.id).is_some_and(|rest| rest.starts_with('/')))
    }
}

impl<'a> Filter<'a> {
    /// Prepares it. `meant` reads an address that was pasted; groups are rows only where the server tells what they have.
    pub fn new(
        asked: &'a Asked,
        fleet: &Fleet,
        reads_groups: bool,
        meant: &dyn Fn(&str) -> Option<Direct>,
    ) -> Self {
        let (mut words, mut pasted) = (Vec::new(), Vec::new());
        for word in asked.search.split(|c: char| c.is_whitespace() || c == ',') {
            let found = if word.contains("://") || word.contains('@') { meant(word) } else { None };
            match found {
                Some(Direct::Home { level, id, or_other, .. }) => {
                    pasted.push(Pasted { id: lower(&id), level, or_other });
                }
                Some(Direct::Unlisted(_)) | None if word.is_empty() => {}
                Some(Direct::Unlisted(_)) | None => words.push(lower(word)),
            }
        }
        let which = |facet: Facet| asked.values(facet).iter().map(|slug| fleet.which(slug)).collect();
        let integrations = [Facet::Has, Facet::Lacks, Facet::Inherits].map(which);
        Self { asked, words, pasted, integrations, reads_groups }
    }

    /// Whether the row is shown.
    pub fn keeps(&self, entry: &Entry) -> bool {
        self.keeps_but(entry, None)
    }

    /// Whether the row would be shown without the facet `but`.
    pub fn keeps_but(&self, entry: &Entry, but: Option<Facet>) -> bool {
        (self.reads_groups || entry.home.level == Level::Project)
            && self.words.iter().all(|word| contains(&entry.haystack, word))
            && (self.pasted.is_empty() || self.pasted.iter().any(|pasted| pasted.is(entry)))
            && Facet::ALL.into_iter().all(|facet| but == Some(facet) || self.fits(facet, entry))
    }

    fn fits(&self, facet: Facet, entry: &Entry) -> bool {
        let values = self.asked.values(facet);
        if values.is_empty() {
            return true;
        }
        let any = |value: &str| values.iter().any(|one| one == value);
        let [has, lacks, inherits] = &self.integrations;
        let find = |which: &Option<u16>| which.and_then(|which| entry.find(which));
        match facet {
            Facet::Has => has.iter().all(|which| find(which).is_some()),
            // Only what was read is known to lack something.
            Facet::Lacks => entry.active.is_some() && lacks.iter().all(|which| find(which).is_none()),
            Facet::Inherits => {
                inherits.iter().all(|which| find(which).is_some_and(|active| active.inherited == Some(true)))
            }
            Facet::Archived => any(if entry.home.archived { YES } else { NO }),
            Facet::Read => any(state(entry)),
        }
    }
}

/// Whether it was read, as the facet has it.
pub fn state(entry: &Entry) -> &'static str {
    match (&entry.failed, &entry.active) {
        (Some(_), _) => FAILED,
        (None, Some(_)) => READ,
        (None, None) => WAITING,
    }
}

/// Whether it has what a facet of integrations asks for.
pub fn has(facet: Facet, entry: &Entry, which: u16) -> bool {
    let active = entry.find(which);
    match facet {
        Facet::Has => active.is_some(),
        Facet::Lacks => entry.active.is_some() && active.is_none(),
        Facet::Inherits => active.is_some_and(|active| active.inherited == Some(true)),
        Facet::Archived | Facet::Read => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::TableQuery;
    use patchbay_model::Listed;
    use patchbay_model::gitlab::{Integration, wire};
    use serde_json::{Value, json};

    /// A project that was read and has integrations, or one that was not.
    fn fleet() -> Fleet {
        let mut fleet = Fleet::default();
        let all = [
            (1, "Website", "shop/web/website", false, Some(json!([["slack", false], ["jira", true]]))),
            (2, "Checkout", "shop/web/checkout", false, Some(json!([["jira", false]]))),
            (3, "Orders", "shop/backend/orders", true, Some(json!([]))),
            (40, "Worker", "shop/backend/worker", false, None),
        ];
        for (id, name, path, archived, has) in all {
            let answer = json!({"id": id, "name": name, "path_with_namespace": path, "archived": archived});
            let key = fleet.take_home(wire::home(answer, Level::Project).unwrap()).unwrap();
            if let Some(Value::Array(has)) = has {
                let one = |pair: &Value| json!({"slug": pair[0], "active": true, "inherited": pair[1]});
                let listed: Listed<Integration> =
                    wire::list(has.iter().map(one).collect::<Vec<_>>().into()).unwrap();
                fleet.take_active(key, listed, 1.0);
            }
        }
        let group = json!({"id": 1, "name": "Web", "full_path": "shop/web"});
        fleet.take_home(wire::home(group, Level::Group).unwrap());
        fleet
    }

    fn meant(text: &str) -> Option<Direct> {
        let id = text.strip_prefix("https://h/")?.to_owned();
        let level = if id == "shop/web" { Level::Group } else { Level::Project };
        Some(Direct::Home { place: "h".to_owned(), level, id, or_other: false })
    }

    #[track_caller]
    fn shows(query: &str, reads_groups: bool, expected: &[&str]) {
        let (fleet, asked) = (fleet(), Asked::of(&TableQuery::parse(query)));
        let filter = Filter::new(&asked, &fleet, reads_groups, &meant);
        let shown = fleet.entries.iter().filter(|entry| filter.keeps(entry));
        assert_eq!(shown.map(|entry| entry.home.name.as_str()).collect::<Vec<_>>(), expected, "{query}");
    }

    #[test]
    fn searches_name_path_and_number() {
        shows("", true, &["Website", "Checkout", "Orders", "Worker", "Web"]);
        shows("", false, &["Website", "Checkout", "Orders", "Worker"]);
        shows("q=WEB", false, &["Website", "Checkout"]);
        shows("q=web%20check", false, &["Checkout"]);
        shows("q=%2340", false, &["Worker"]);
        shows("q=shop%2Fback", false, &["Orders", "Worker"]);
        shows("q=nothing", false, &[]);
    }

    #[test]
    fn any_of_the_addresses_that_were_pasted_is_shown() {
        shows("q=https%3A%2F%2Fh%2Fshop%2Fweb%2Fwebsite", false, &["Website"]);
        shows(
            "q=https%3A%2F%2Fh%2FShop%2FWeb%2FWebsite%0Ahttps%3A%2F%2Fh%2F40",
            false,
            &["Website", "Worker"],
        );
        shows("q=https%3A%2F%2Fh%2Fshop%2Fweb", true, &["Website", "Checkout", "Web"]);
        shows("q=https%3A%2F%2Fother%2Fshop", false, &[]);
    }

    #[test]
    fn all_values_of_a_facet_of_integrations_must_fit() {
        shows("has=jira", false, &["Website", "Checkout"]);
        shows("has=jira,slack", false, &["Website"]);
        shows("has=nothing", false, &[]);
        shows("inherits=jira", false, &["Website"]);
        // What was not read lacks nothing that anybody knows of.
        shows("lacks=slack", false, &["Checkout", "Orders"]);
        shows("lacks=slack,jira", false, &["Orders"]);
        shows("lacks=nothing", false, &["Website", "Checkout", "Orders"]);
        shows("lacks=slack&has=jira", false, &["Checkout"]);
    }

    #[test]
    fn any_value_of_the_others_may_fit() {
        shows("archived=yes", false, &["Orders"]);
        shows("archived=yes,no&read=waiting", false, &["Worker"]);
        shows("read=read", false, &["Website", "Checkout", "Orders"]);
        shows("read=failed", false, &[]);
    }
}
