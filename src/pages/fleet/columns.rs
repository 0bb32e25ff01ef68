//! Which integrations have a column. Plain logic, no page.

use super::fleet::{Fleet, Tally};
use patchbay_model::gitlab::find;

/// How many have a column where nobody chose any.
const USUAL: usize = 4;

/// How many can be chosen.
pub const MOST: usize = 8;

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The integration.
    pub slug: String,
    /// What it is called where there is little room.
    pub label: String,
    /// Its index in [`Fleet::known`]; `None` while nothing has it.
    pub which: Option<u16>,
}

/// The columns of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Those that are shown.
    pub shown: Vec<Column>,
    /// The other integrations that something has.
    pub rest: Vec<Column>,
}

impl Columns {
    /// Those that were chosen, or those that most have. While reading goes on, columns keep their places.
    pub fn of(
        fleet: &Fleet,
        tallies: &[Tally],
        chosen: &[String],
        is_reading: bool,
        before: &[Column],
    ) -> Self {
        let column = |which: usize| {
            let known = fleet.known.get(which)?;
            let label = known.label().to_owned();
            Some(Column { slug: known.slug.clone(), label, which: Some(which as u16) })
        };
        let mut order: Vec<usize> = (0..fleet.known.len()).collect();
        // Of as many, the one that was found first.
        order.sort_by_key(|which| std::cmp::Reverse(tallies.get(*which).map(|tally| tally.active)));
        let all: Vec<Column> =
            order.into_iter().filter_map(column).filter(|one| is_had(one, tallies)).collect();
        let shown: Vec<Column> = if !chosen.is_empty() {
            let named = |slug: &String| {
                let known = all.iter().find(|column| column.slug == *slug).cloned();
                known.unwrap_or_else(|| Column { slug: slug.clone(), label: label_of(slug), which: None })
            };
            chosen.iter().take(MOST).map(named).collect()
        } else {
            let kept =
                before.iter().filter(|one| is_reading && all.iter().any(|other| other.slug == one.slug));
            let mut shown: Vec<Column> = kept.take(USUAL).cloned().collect();
            for column in &all {
                if shown.len() < USUAL && shown.iter().all(|one| one.slug != column.slug) {
                    shown.push(column.clone());
                }
            }
            shown
        };
        let rest = all.into_iter().filter(|column| shown.iter().all(|one| one.slug != column.slug)).collect();
        Self { shown, rest }
    }
}

/// Somebody may have disabled it everywhere since it was found.
fn is_had(column: &Column, tallies: &[Tally]) -> bool {
    let tally = column.which.and_then(|which| tallies.get(usize::from(which)));
    tally.is_some_and(|tally| tally.active > 0)
}

/// What the catalogue calls it; of one that it does not know, its name in addresses.
pub fn label_of(slug: &str) -> String {
    let title = find(slug).map_or(slug, |spec| spec.title);
    title.strip_suffix(" notifications").unwrap_or(title).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::fleet::fleet::Known;

    fn known(slug: &str) -> Known {
        Known { slug: slug.to_owned(), title: format!("{slug} notifications") }
    }

    fn slugs(columns: &[Column]) -> Vec<&str> {
        columns.iter().map(|column| column.slug.as_str()).collect()
    }

    #[test]
    fn those_that_most_have_come_first_and_keep_their_places_while_reading() {
        let fleet = Fleet::knowing(["a", "b", "c", "d", "e", "f"].map(known).to_vec());
        let tally = |active| Tally { active, inherited: 0 };
        let tallies = [1, 5, 3, 2, 4, 0].map(tally);
        let usual = Columns::of(&fleet, &tallies, &[], false, &[]);
        assert_eq!((slugs(&usual.shown), slugs(&usual.rest)), (vec!["b", "e", "c", "d"], vec!["a"]));
        assert_eq!(usual.shown[0].label, "b");
        let before = [usual.shown[2].clone(), usual.shown[0].clone()];
        let reading = Columns::of(&fleet, &tallies, &[], true, &before);
        assert_eq!(slugs(&reading.shown), ["c", "b", "e", "d"]);
        assert_eq!(slugs(&Columns::of(&fleet, &tallies, &[], false, &before).shown), ["b", "e", "c", "d"]);
    }

    #[test]
    fn those_that_were_chosen_are_shown_even_where_nothing_has_them() {
        let fleet = Fleet::knowing(vec![known("a"), known("b")]);
        let tallies = [1, 1].map(|active| Tally { active, inherited: 0 });
        let chosen = ["slack", "b"].map(str::to_owned);
        let columns = Columns::of(&fleet, &tallies, &chosen, true, &[]);
        assert_eq!((slugs(&columns.shown), slugs(&columns.rest)), (vec!["slack", "b"], vec!["a"]));
        assert_eq!((columns.shown[0].label.as_str(), columns.shown[0].which), ("Slack", None));
    }
}
