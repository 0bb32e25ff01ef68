//! Sets of characters, as classes and escapes describe them.

/// A set of characters.
#[derive(Clone, Debug)]
pub(super) struct Set {
    /// In postfix notation: a class can be as long as the pattern, so it is neither built nor read by recursion.
    parts: Vec<Part>,
    /// What of ASCII it has, one bit each; `None` until it is asked often, or where it takes a table that is missing.
    ascii: Option<u128>,
}

/// Sets within sets: as deep as brackets nest, and a little more.
const DEEPEST: usize = 256;
/// Parts from which on it is not worth to look at all of ASCII in advance.
const MANY: usize = 200;

#[derive(Clone, Debug)]
enum Part {
    Range(u32, u32),
    /// Whatever differs from a character of the range in case only, among ASCII letters or all.
    Folded {
        first: u32,
        last: u32,
        unicode: bool,
    },
    Test(Test),
    Or,
    And,
    Not,
}

/// A test of a character by its properties; `None` where the table for it is missing.
pub(super) type Test = fn(char) -> Option<bool>;

/// Whether case counts when characters are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Folding {
    /// `i`: it does not.
    pub on: bool,
    /// `u`: not only for ASCII letters.
    pub unicode: bool,
}

impl Set {
    pub fn range(first: u32, last: u32, folding: Folding) -> Self {
        let part = match folding.on {
            true if folding.unicode && first == last => {
                let folded = fold(first);
                Part::Folded { first: folded, last: folded, unicode: true }
            }
            true => Part::Folded { first, last, unicode: folding.unicode },
            false => Part::Range(first, last),
        };
        Self { parts: vec![part], ascii: None }
    }

    pub fn character(code: u32, folding: Folding) -> Self {
        Self::range(code, code, folding)
    }

    pub fn none() -> Self {
        Self::test(|_| Some(false))
    }

    pub fn any() -> Self {
        Self::range(0, u32::from(char::MAX), Folding::default())
    }

    pub fn test(test: Test) -> Self {
        Self { parts: vec![Part::Test(test)], ascii: None }
    }

    /// The union of ranges.
    pub fn ranges(ranges: &[(char, char)]) -> Self {
        let range = |(first, last): &(char, char)| {
            Self::range(u32::from(*first), u32::from(*last), Folding::default())
        };
        ranges.iter().map(range).reduce(Self::or).unwrap_or_else(Self::none)
    }

    pub fn or(self, other: Self) -> Self {
        self.with(other, Part::Or)
    }

    pub fn and(self, other: Self) -> Self {
        self.with(other, Part::And)
    }

    fn with(mut self, other: Self, operator: Part) -> Self {
        self.parts.extend(other.parts);
        self.parts.push(operator);
        self
    }

    pub fn not(mut self) -> Self {
        self.parts.push(Part::Not);
        self
    }

    pub fn not_if(self, negated: bool) -> Self {
        if negated { self.not() } else { self }
    }

    /// How much work it is to ask for one character.
    pub fn cost(&self) -> usize {
        1 + self.parts.len() / 2
    }

    /// The characters that the pattern itself names in it.
    pub fn named(&self) -> impl Iterator<Item = char> + '_ {
        let ends = |part: &Part| match part {
            Part::Range(first, last) | Part::Folded { first, last, .. } => [Some(*first), Some(*last)],
            Part::Test(_) | Part::Or | Part::And | Part::Not => [None, None],
        };
        self.parts.iter().flat_map(ends).flatten().filter_map(char::from_u32)
    }

    /// The same set, for many questions.
    pub fn prepared(mut self) -> Self {
        if (2..MANY).contains(&self.parts.len()) {
            let bit = |code: u8| Some(u128::from(self.look_up(char::from(code))?) << code);
            self.ascii = (0..128).try_fold(0, |bits, code| Some(bits | bit(code)?));
        }
        self
    }

    /// Whether it has the character; `None` where that takes a table that is missing.
    pub fn has(&self, c: char) -> Option<bool> {
        match self.ascii {
            Some(bits) if c.is_ascii() => Some(bits >> u32::from(c) & 1 == 1),
            _ => self.look_up(c),
        }
    }

    fn look_up(&self, c: char) -> Option<bool> {
        let code = u32::from(c);
        if let [Part::Range(first, last)] = self.parts[..] {
            return Some((first..=last).contains(&code));
        }
        let mut found = [false; DEEPEST];
        let mut depth = 0;
        for part in &self.parts {
            let value = match part {
                Part::Range(first, last) => (*first..=*last).contains(&code),
                Part::Folded { first, last, unicode } => {
                    let within = |code: u32| (*first..=*last).contains(&code);
                    within(code)
                        || if *unicode { within(upper(c)) || within(fold(code)) } else { ascii(c, within) }
                }
                Part::Test(test) => test(c)?,
                Part::Or | Part::And | Part::Not => {
                    depth -= if matches!(part, Part::Not) { 1 } else { 2 };
                    let (a, b) = (found.get(depth)?, found.get(depth + 1)?);
                    match part {
                        Part::Or => *a || *b,
                        Part::And => *a && *b,
                        _ => !*a,
                    }
                }
            };
            *found.get_mut(depth)? = value;
            depth += 1;
        }
        Some(depth > 0 && found[0])
    }
}

fn ascii(c: char, within: impl Fn(u32) -> bool) -> bool {
    c.is_ascii() && (within(u32::from(c.to_ascii_lowercase())) || within(u32::from(c.to_ascii_uppercase())))
}

/// Whether two characters are the same.
pub(super) fn same(a: char, b: char, folding: Folding) -> bool {
    a == b
        || folding.on
            && if folding.unicode {
                fold(u32::from(a)) == fold(u32::from(b))
            } else {
                a.eq_ignore_ascii_case(&b)
            }
}

// Java compares the lower case of the upper case, each of which is one character there.
fn fold(code: u32) -> u32 {
    let Some(c) = char::from_u32(code) else { return code };
    let upper = upper(c);
    let Some(c) = char::from_u32(upper) else { return upper };
    single(c, c.to_lowercase())
}

fn upper(c: char) -> u32 {
    single(c, c.to_uppercase())
}

fn single(c: char, mut mapped: impl Iterator<Item = char>) -> u32 {
    match (mapped.next(), mapped.next()) {
        (Some(only), None) => u32::from(only),
        _ => u32::from(c),
    }
}
