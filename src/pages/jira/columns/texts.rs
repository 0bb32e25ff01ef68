//! One column of many rows: each text of it once, and which of them each row has. Plain logic, no page.

use std::collections::HashMap;

/// The cell of a setting that its type does not have.
pub const NOT_HELD: &str = "–";
/// The cell of a setting that Jira does not report.
pub const NOT_REPORTED: &str = "not reported";
/// The cell of an empty setting.
pub const NONE: &str = "(none)";
/// The cell of a setting that is still being read.
pub const READING: &str = "…";

/// The texts of a column, four bytes a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// Each text once.
    pub distinct: Vec<String>,
    /// For each row, the index of its text.
    pub of_row: Vec<u32>,
}

impl Texts {
    /// The column of these texts.
    pub fn of(texts: impl Iterator<Item = String>) -> Self {
        let mut column = Self::default();
        let mut known: HashMap<String, u32> = HashMap::new();
        for text in texts {
            let next = column.distinct.len() as u32;
            let index = *known.entry(text).or_insert_with_key(|text| {
                column.distinct.push(text.clone());
                next
            });
            column.of_row.push(index);
        }
        column
    }

    /// The column of these texts, few of which are the same; `of_row` has the index of the text of each row.
    pub fn of_few(texts: impl Iterator<Item = String>, of_row: Vec<u32>) -> Self {
        let once = Self::of(texts);
        let index = |text: u32| once.of_row.get(text as usize).copied().unwrap_or_default();
        Self { of_row: of_row.into_iter().map(index).collect(), distinct: once.distinct }
    }

    /// What the row says; nothing if there is no such row.
    pub fn text(&self, row: usize) -> &str {
        let index = self.of_row.get(row).copied();
        index.and_then(|index| self.distinct.get(index as usize)).map_or("", String::as_str)
    }

    /// For each text its place: numbers by size, all others as `collate` orders them, and last of all those that do not
    /// have the setting.
    pub fn ranks(&self, collate: &dyn Fn(&mut dyn Iterator<Item = String>) -> Vec<usize>) -> Vec<u32> {
        let mut ranks = vec![u32::MAX; self.distinct.len()];
        let is_said = |text: &str| !matches!(text, NOT_HELD | NOT_REPORTED | NONE);
        let mut said: Vec<usize> = (0..ranks.len()).filter(|at| is_said(&self.distinct[*at])).collect();
        let numbers: Option<Vec<i64>> = said.iter().map(|at| self.distinct[*at].parse().ok()).collect();
        match numbers {
            Some(numbers) => {
                let mut order: Vec<(i64, usize)> = numbers.into_iter().zip(said).collect();
                order.sort_unstable();
                said = order.into_iter().map(|(_, at)| at).collect();
            }
            None => {
                let order = collate(&mut said.iter().map(|at| self.distinct[*at].clone()));
                said = order.into_iter().filter_map(|place| said.get(place).copied()).collect();
            }
        }
        for (place, at) in said.into_iter().enumerate() {
            ranks[at] = place as u32 + 1;
        }
        for (at, text) in self.distinct.iter().enumerate() {
            match text.as_str() {
                NONE => ranks[at] = 0,
                NOT_REPORTED => ranks[at] = u32::MAX - 1,
                _ => {}
            }
        }
        ranks
    }

    /// What the rows at these places have in common.
    pub fn agreement(&self, rows: &[usize]) -> Agreement {
        let mut counts = vec![0_u32; self.distinct.len()];
        for row in rows {
            if let Some(count) = self.of_row.get(*row).and_then(|at| counts.get_mut(*at as usize)) {
                *count += 1;
            }
        }
        let different = counts.iter().filter(|count| **count > 0).count();
        let most = counts.iter().copied().max().unwrap_or_default();
        let commonest = counts.iter().position(|count| *count == most).unwrap_or_default() as u32;
        if different > 1 { Agreement::Differs { commonest } } else { Agreement::Agrees }
    }
}

/// What rows have in common in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// All say the same.
    Agrees,
    /// They do not.
    Differs {
        /// The index of the text that most of them say; of several, the one that is there first.
        commonest: u32,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(all: &[&str]) -> Texts {
        Texts::of(all.iter().map(|text| (*text).to_owned()))
    }

    /// The texts in the order of their ranks, by letters.
    fn in_order(all: &[&str]) -> Vec<String> {
        let texts = texts(all);
        let collate = |names: &mut dyn Iterator<Item = String>| {
            let names: Vec<String> = names.collect();
            let mut order: Vec<usize> = (0..names.len()).collect();
            order.sort_by_key(|at| names[*at].to_lowercase());
            order
        };
        let ranks = texts.ranks(&collate);
        let mut order: Vec<usize> = (0..ranks.len()).collect();
        order.sort_by_key(|at| ranks[*at]);
        order.into_iter().map(|at| texts.distinct[at].clone()).collect()
    }

    #[test]
    fn keeps_each_text_once() {
        let column = texts(&["on", "off", "on", "on"]);
        assert_eq!(
            column,
            Texts { distinct: vec!["on".to_owned(), "off".to_owned()], of_row: vec![0, 1, 0, 0] }
        );
        assert_eq!((column.text(1), column.text(3), column.text(4)), ("off", "on", ""));
        assert_eq!(Texts::default().text(0), "");
        let few = Texts::of_few(["on", "off", "on"].map(str::to_owned).into_iter(), vec![2, 1, 0, 2]);
        assert_eq!(few, column);
    }

    #[test]
    fn sorts_numbers_by_size_and_words_by_letters() {
        assert_eq!(in_order(&["1440", "60", "0", "600"]), ["0", "60", "600", "1440"]);
        assert_eq!(in_order(&["b", "A", "c"]), ["A", "b", "c"]);
        assert_eq!(in_order(&["60", "a", "5"]), ["5", "60", "a"]);
        assert_eq!(
            in_order(&[NOT_HELD, "b", NONE, NOT_REPORTED, "a"]),
            [NONE, "a", "b", NOT_REPORTED, NOT_HELD]
        );
        assert_eq!(in_order(&["7", NOT_HELD, NONE, "5"]), [NONE, "5", "7", NOT_HELD]);
    }

    #[test]
    fn says_whether_rows_agree_and_what_most_say() {
        let column = texts(&["on", "off", "on", "on", NOT_HELD]);
        for (rows, then) in [
            (&[][..], Agreement::Agrees),
            (&[0, 2, 3], Agreement::Agrees),
            (&[1], Agreement::Agrees),
            (&[0, 1, 2], Agreement::Differs { commonest: 0 }),
            (&[1, 4, 1], Agreement::Differs { commonest: 1 }),
            (&[3, 4], Agreement::Differs { commonest: 0 }),
            (&[0, 99], Agreement::Agrees),
        ] {
            assert_eq!(column.agreement(rows), then, "{rows:?}");
        }
    }
}
