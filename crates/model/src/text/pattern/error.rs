//! What can be wrong with a pattern, in an administrator's words.

use std::fmt;

/// Why a pattern is refused. `Display` writes the whole sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    pub(super) at: usize,
    pub(super) kind: Kind,
}

impl PatternError {
    /// The character that is wrong, counted from 1.
    pub fn at(&self) -> usize {
        self.at
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    TooDeep,
    OpenGroup,
    StrayParenthesis,
    UnknownGroup(String),
    GroupName,
    SameName(String),
    LookBehind,
    NothingToRepeat(char),
    BadCount,
    OpenCount,
    BackwardCount { least: u32, most: u32 },
    HugeCount,
    OpenClass,
    EmptyIntersection,
    BackwardRange { from: String, to: String, swapped: bool },
    RangeToSet(String),
    LoneBackslash,
    UnknownEscape(char),
    EscapeInClass(char),
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
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.at;
        match &self.kind {
            Kind::TooDeep => {
                write!(f, "The pattern has too many brackets within one another at character {at}.")
            }
            Kind::OpenGroup => {
                write!(f, "The pattern ends inside the group “(” that starts at character {at}.")
            }
            Kind::StrayParenthesis => {
                write!(f, "“)” at character {at} closes nothing: write “\\)” for the character itself.")
            }
            Kind::UnknownGroup(text) => {
                write!(f, "“{text}” at character {at} begins no kind of group that Java knows.")
            }
            Kind::GroupName => write!(
                f,
                "The name of a group must be made of letters from A to Z and digits, begin with a letter and end in “>”, \
                 but not so at character {at}."
            ),
            Kind::SameName(name) => {
                write!(f, "The group at character {at} has the name “{name}”, which an earlier group has.")
            }
            Kind::LookBehind => write!(
                f,
                "The group at character {at} looks back, so it must not repeat without limit: write for example “{{0,99}}” \
                 in place of “*”."
            ),
            Kind::NothingToRepeat(sign) => write!(f, "“{sign}” at character {at} has nothing to repeat."),
            Kind::BadCount => write!(
                f,
                "“{{” at character {at} must be followed by a number, as in “{{2}}” or “{{2,5}}”: write “\\{{” for the \
                 character itself."
            ),
            Kind::OpenCount => write!(
                f,
                "The count that starts with “{{” at character {at} must end in “}}” after its numbers."
            ),
            Kind::BackwardCount { least, most } => write!(
                f,
                "The count “{{{least},{most}}}” at character {at} runs backwards: write it as “{{{most},{least}}}”."
            ),
            Kind::HugeCount => write!(f, "The count at character {at} is larger than 2,147,483,647."),
            Kind::OpenClass => {
                write!(f, "The pattern ends inside the class “[” that starts at character {at}.")
            }
            Kind::EmptyIntersection => {
                write!(f, "“&&” at character {at} must have characters beside it within the class.")
            }
            Kind::BackwardRange { from, to, swapped: true } => write!(
                f,
                "The range “{from}-{to}” at character {at} runs backwards: write it as “{to}-{from}”, or escape the “-” \
                 as “\\-”."
            ),
            Kind::BackwardRange { from, to, swapped: false } => {
                write!(
                    f,
                    "The range “{from}-{to}” at character {at} runs backwards: escape the “-” as “\\-”."
                )
            }
            Kind::RangeToSet(text) => write!(
                f,
                "The range at character {at} cannot end in “{text}”, which is no single character: escape the “-” as “\\-”."
            ),
            Kind::LoneBackslash => {
                write!(
                    f,
                    "The pattern ends with a lone “\\” at character {at}: write “\\\\” for a backslash."
                )
            }
            Kind::UnknownEscape(c) => write!(
                f,
                "“\\{c}” at character {at} means nothing in Java: write “{c}” for the letter, or “\\\\” for a backslash."
            ),
            Kind::EscapeInClass(c) => write!(f, "“\\{c}” at character {at} has no meaning within “[…]”."),
            Kind::StrayQuoteEnd => write!(f, "“\\E” at character {at} ends a quotation that no “\\Q” began."),
            Kind::Control => write!(f, "“\\c” at character {at} must be followed by a letter, as in “\\cM”."),
            Kind::Octal => write!(f, "“\\0” at character {at} must be followed by digits from 0 to 7."),
            Kind::Hex => {
                write!(
                    f,
                    "“\\x” at character {at} must be followed by two hexadecimal digits, or by more in “{{…}}”."
                )
            }
            Kind::HugeHex => {
                write!(f, "“\\x” at character {at} names no character: the last one is “\\x{{10FFFF}}”.")
            }
            Kind::Unicode => {
                write!(f, "“\\u” at character {at} must be followed by four hexadecimal digits.")
            }
            Kind::NoReference => {
                write!(f, "“\\k” at character {at} must be followed by a group's name, as in “\\k<name>”.")
            }
            Kind::UnknownName(name) => {
                write!(f, "“\\k<{name}>” at character {at} names a group that does not exist before it.")
            }
            Kind::CharacterName => write!(
                f,
                "“\\N” at character {at} must be followed by a character's Unicode name, as in “\\N{{EN DASH}}”."
            ),
            Kind::Boundary => write!(f, "“\\b{{g” at character {at} must end in “}}”."),
            Kind::Property(text) => {
                write!(f, "“{text}” at character {at} names no property of characters that Java knows.")
            }
            Kind::OpenProperty(p) => {
                write!(f, "“\\{p}{{” at character {at} must end in “}}” after a property's name.")
            }
        }
    }
}

impl std::error::Error for PatternError {}
