//! What RE2 does not have, in sentences that say what to write in its place.

use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lack {
    Ahead(&'static str),
    Behind(&'static str),
    Alone,
    Comment,
    Name,
    /// The group as far as it was read.
    Group(String),
    /// What refers to a group, as far as it was read.
    Reference(String),
    Escape {
        letter: char,
        /// What means the same in RE2.
        instead: Option<String>,
    },
    NamedClass(String),
    Property {
        text: String,
        instead: Option<String>,
    },
    Possessive {
        text: String,
        instead: String,
    },
    RepeatedSign(String),
    Count(String),
    CountsMultiply,
}

impl Lack {
    /// Writes the sentence about what is at this character.
    pub(super) fn write(&self, f: &mut fmt::Formatter<'_>, at: usize) -> fmt::Result {
        match self {
            Self::Ahead(text) => {
                write!(f, "“{text}” at character {at} looks ahead, which RE2 cannot do. Leave it out.")
            }
            Self::Behind(text) => {
                write!(f, "“{text}” at character {at} looks back, which RE2 cannot do. Leave it out.")
            }
            Self::Alone => {
                write!(f, "“(?>” at character {at} is an atomic group, which RE2 does not have. Write “(?:”.")
            }
            Self::Comment => {
                write!(f, "“(?#” at character {at} is a comment, which RE2 does not have. Leave it out.")
            }
            Self::Name => write!(
                f,
                "A group name has only letters, digits and “_”, and ends with “>”. See character {at}."
            ),
            Self::Group(text) => write!(
                f,
                "“{text}” at character {at} is not a group that RE2 has. It has “(?:”, “(?P<name>”, and the flags i, m, s and U, as in “(?i)”."
            ),
            Self::Reference(text) => write!(
                f,
                "“{text}” at character {at} refers to what a group has matched, which RE2 cannot do. Write the pattern of that group again."
            ),
            Self::Escape { letter, instead: Some(instead) } => {
                write!(f, "“\\{letter}” at character {at} has no meaning in RE2. Write “{instead}”.")
            }
            Self::Escape { letter, instead: None } => write!(
                f,
                "“\\{letter}” at character {at} has no meaning in RE2. For the character, write “{letter}”. For a backslash, write “\\\\”."
            ),
            Self::NamedClass(text) => write!(
                f,
                "“{text}” at character {at} is not a class that RE2 has. Examples of those it has: “[:alpha:]”, “[:digit:]”, “[:space:]”."
            ),
            Self::Property { text, instead: None } => write!(
                f,
                "“{text}” at character {at} is not a character property that RE2 has. Examples of those it has: “\\p{{Lu}}”, “\\p{{Greek}}”."
            ),
            Self::Property { text, instead: Some(instead) } => write!(
                f,
                "“{text}” at character {at} is not a character property that RE2 has. Write “{instead}”."
            ),
            Self::Possessive { text, instead } => write!(
                f,
                "“{text}” at character {at} is a possessive repetition, which RE2 does not have. Write “{instead}”."
            ),
            Self::RepeatedSign(text) => write!(
                f,
                "“{text}” at character {at} repeats what is repeated already. Remove one of the two, or put “(?:…)” around what comes before."
            ),
            Self::Count(text) => {
                write!(f, "“{text}” at character {at} is too high a count. RE2 repeats at most 1,000 times.")
            }
            Self::CountsMultiply => write!(
                f,
                "The count at character {at} repeats another one. RE2 repeats at most 1,000 times, all counts multiplied."
            ),
        }
    }
}
