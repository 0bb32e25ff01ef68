//! Why a pattern is refused, in sentences for administrators.

use super::lack::Lack;
use std::fmt;

/// Why a pattern is refused. `Display` gives the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    pub(super) at: usize,
    pub(super) fault: Fault,
}

impl PatternError {
    /// The wrong character, counted from 1.
    pub fn at(&self) -> usize {
        self.at
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    TooDeep,
    OpenGroup,
    StrayParenthesis,
    UnknownGroup(String),
    GroupName,
    SameName(String),
    LookBehind,
    NothingToRepeat(char),
    /// `(*SKIP)` of Perl.
    Verb(String),
    /// `{,3}`, as Python has it.
    NoLeast(String),
    BadCount,
    /// `{a,b}`, as shells list names.
    Braces(String),
    /// `{version}`.
    Variable(String),
    OpenCount,
    /// `{1..3}`, as shells count.
    Range,
    BackwardCount {
        least: u32,
        most: u32,
    },
    HugeCount,
    OpenClass,
    EmptyIntersection,
    BackwardRange {
        from: String,
        to: String,
        swapped: bool,
    },
    /// A backward range in what looks like a word in brackets.
    BackwardText {
        from: String,
        to: String,
        text: String,
    },
    RangeToSet(String),
    LoneBackslash,
    UnknownEscape(char),
    EscapeInClass(char),
    /// A character by its octal code, as other languages write it.
    OctalInClass(String),
    StrayQuoteEnd,
    Control,
    Octal,
    Hex,
    HugeHex,
    Unicode,
    NoReference,
    UnknownName(String),
    CharacterName,
    Boundary,
    Property(String),
    OpenProperty(char),
    /// What Java may have and RE2 does not.
    Re2(Lack),
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.at;
        match &self.fault {
            Fault::TooDeep => {
                write!(f, "The pattern nests brackets too deeply at character {at}.")
            }
            Fault::OpenGroup => {
                write!(
                    f,
                    "The pattern ends inside the group “(” that starts at character {at}. For the character itself, write “\\(”."
                )
            }
            Fault::StrayParenthesis => {
                write!(f, "“)” at character {at} has no matching “(”. For the character itself, write “\\)”.")
            }
            Fault::UnknownGroup(text) if text == "(?P=" => {
                write!(
                    f,
                    "“(?P=” at character {at} is not a group that Java supports. For a group of before, write “\\k<name>”."
                )
            }
            Fault::UnknownGroup(text) if text == "(?P>" => {
                write!(
                    f,
                    "“(?P>” at character {at} is not a group that Java supports. Java patterns neither call nor test groups. Write the group out."
                )
            }
            Fault::UnknownGroup(text) if text == "(?P" => {
                write!(
                    f,
                    "“(?P” at character {at} is not a group that Java supports. For a name, write “(?<name>”."
                )
            }
            Fault::UnknownGroup(text) => {
                write!(f, "“{text}” at character {at} is not a group that Java supports.")?;
                let instead = match text.as_str() {
                    "(?'" => " For a name, write “(?<name>”.",
                    "(?#" => " Patterns have no comments here. Remove it.",
                    "(?|" => " For one of several, write “(?:a|b)”.",
                    "(?n" | "(?^" | "(?a" | "(?L" | "(?g" | "(?y" => {
                        " Java’s flags are i, d, m, s, u, x and U."
                    }
                    "(?R" | "(?0" | "(?1" | "(?&" | "(?(" => {
                        " Java patterns neither call nor test groups. Write the group out."
                    }
                    _ => "",
                };
                f.write_str(instead)
            }
            Fault::GroupName => write!(
                f,
                "A group name must begin with a letter, contain only letters from A to Z and digits, and end with “>”. See character {at}."
            ),
            Fault::SameName(name) => {
                write!(
                    f,
                    "The group at character {at} has the name “{name}”, which an earlier group already has."
                )
            }
            Fault::LookBehind => write!(
                f,
                "The group at character {at} looks back, so it must not repeat without limit. Use for example “{{0,99}}” instead of “*”."
            ),
            // As file names have them.
            Fault::Verb(text) => {
                write!(f, "“{text}” at character {at} is no part of Java’s patterns. Remove it.")
            }
            Fault::NothingToRepeat('*') => {
                write!(f, "“*” at character {at} has nothing to repeat. For any text, write “.*”.")
            }
            Fault::NothingToRepeat(sign) => write!(f, "“{sign}” at character {at} has nothing to repeat."),
            Fault::Braces(text) => write!(
                f,
                "“{{{text}}}” at character {at} is no list of names. For one of several, write “({})”.",
                text.replace(',', "|")
            ),
            Fault::Variable(text) => write!(
                f,
                "“{{{text}}}” at character {at} looks like a placeholder. Replace it with your own value. For the character itself, write “\\{{”."
            ),
            Fault::NoLeast(most) => write!(
                f,
                "“{{,{most}}}” at character {at} has no least number. Write “{{0,{most}}}”. For the character itself, write “\\{{”."
            ),
            Fault::BadCount => write!(
                f,
                "“{{” at character {at} must be followed by a number, as in “{{2}}” or “{{2,5}}”. For the character itself, write “\\{{”."
            ),
            Fault::Range => write!(
                f,
                "“{{” at character {at} begins a range of a shell. For one of several digits, write for example “[1-3]”."
            ),
            Fault::OpenCount => write!(
                f,
                "The count that starts with “{{” at character {at} must end with “}}” after its numbers."
            ),
            Fault::BackwardCount { least, most } => write!(
                f,
                "The count “{{{least},{most}}}” at character {at} is reversed. Write “{{{most},{least}}}”."
            ),
            Fault::HugeCount => write!(f, "The count at character {at} is larger than 2,147,483,647."),
            Fault::OpenClass => {
                write!(
                    f,
                    "The pattern ends inside the class “[” that starts at character {at}. For the character itself, write “\\[”."
                )
            }
            Fault::EmptyIntersection => {
                write!(f, "“&&” at character {at} needs characters before or after it in the class.")
            }
            Fault::BackwardRange { from, to, swapped: true } => write!(
                f,
                "The range “{from}-{to}” at character {at} is reversed. Write “{to}-{from}”, or escape the “-” \
                 as “\\-”."
            ),
            Fault::BackwardRange { from, to, swapped: false } => {
                write!(f, "The range “{from}-{to}” at character {at} is reversed. Escape the “-” as “\\-”.")
            }
            Fault::BackwardText { from, to, text } => write!(
                f,
                "The range “{from}-{to}” at character {at} is reversed. For the text “[{text}]” itself, write “\\[{text}\\]”. For a \
                 range, write “{to}-{from}”."
            ),
            Fault::RangeToSet(text) => write!(
                f,
                "The range at character {at} cannot end with “{text}”, which is not a single character. Escape the “-” as “\\-”."
            ),
            Fault::LoneBackslash => {
                write!(
                    f,
                    "The pattern ends with a single “\\” at character {at}. For a backslash, write “\\\\”."
                )
            }
            Fault::UnknownEscape(c @ ('y' | 'm' | 'M')) => write!(
                f,
                "“\\{c}” at character {at} has no meaning in Java. For the edge of a word, write “\\b”. For the letter, write “{c}”."
            ),
            Fault::UnknownEscape('g') => write!(
                f,
                "“\\g” at character {at} has no meaning in Java. For a group of before, write “\\1” or “\\k<name>”."
            ),
            Fault::UnknownEscape('K') => write!(
                f,
                "“\\K” at character {at} has no meaning in Java. Put what stands before it in “(?<=…)”."
            ),
            Fault::UnknownEscape(c) => write!(
                f,
                "“\\{c}” at character {at} has no meaning in Java. For the letter, write “{c}”. For a backslash, write “\\\\”."
            ),
            Fault::EscapeInClass(c) => write!(f, "“\\{c}” at character {at} has no meaning inside “[…]”."),
            Fault::OctalInClass(digits) => write!(
                f,
                "“\\{digits}” at character {at} has no meaning inside “[…]”. For the character with this octal code, write \
                 “\\0{digits}”."
            ),
            Fault::StrayQuoteEnd => write!(f, "“\\E” at character {at} has no “\\Q” before it."),
            Fault::Control => {
                write!(f, "“\\c” at character {at} must be followed by a letter, as in “\\cM”.")
            }
            Fault::Octal => write!(f, "“\\0” at character {at} must be followed by digits from 0 to 7."),
            Fault::Hex => {
                write!(
                    f,
                    "“\\x” at character {at} must be followed by two hexadecimal digits, or by more in “{{…}}”."
                )
            }
            Fault::HugeHex => {
                write!(f, "“\\x” at character {at} is not a character. The last one is “\\x{{10FFFF}}”.")
            }
            Fault::Unicode => {
                write!(
                    f,
                    "“\\u” at character {at} must be followed by four hexadecimal digits. For longer codes, write “\\x{{…}}”."
                )
            }
            Fault::NoReference => {
                write!(f, "“\\k” at character {at} must be followed by a group's name, as in “\\k<name>”.")
            }
            Fault::UnknownName(name) => {
                write!(f, "“\\k<{name}>” at character {at} refers to a group that does not exist before it.")
            }
            Fault::CharacterName => write!(
                f,
                "“\\N” at character {at} must be followed by a character's Unicode name, as in “\\N{{EN DASH}}”."
            ),
            Fault::Boundary => write!(f, "“\\b{{g” at character {at} must end with “}}”."),
            Fault::Property(text) => {
                write!(f, "“{text}” at character {at} is not a character property that Java supports.")?;
                script(text).map_or(Ok(()), |instead| write!(f, " Write “{instead}”."))
            }
            Fault::OpenProperty(p) => {
                write!(f, "“\\{p}{{” at character {at} must end with “}}” after the name of a property.")
            }
            Fault::Re2(lack) => lack.write(f, at),
        }
    }
}

impl std::error::Error for PatternError {}

/// A script as Java writes it: `\p{IsLatin}`.
fn script(text: &str) -> Option<String> {
    const SCRIPTS: [&str; 9] =
        ["Latin", "Greek", "Cyrillic", "Han", "Hiragana", "Katakana", "Hebrew", "Arabic", "Hangul"];
    let name = text.get(3..)?.strip_suffix('}')?;
    let known = SCRIPTS.iter().find(|known| known.eq_ignore_ascii_case(name))?;
    Some(format!("{}Is{known}}}", &text[..3]))
}
