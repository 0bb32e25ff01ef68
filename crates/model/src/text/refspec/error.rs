//! Why a list of refspecs is refused, in sentences for administrators.

use std::fmt;

/// Why a list of refspecs is refused. `Display` gives the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefspecError {
    pub(super) entry: usize,
    pub(super) text: String,
    pub(super) fault: Fault,
}

impl RefspecError {
    /// Number of the wrong entry, counted from 1.
    pub fn entry(&self) -> usize {
        self.entry
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Empty,
    /// What stands before the refspec, as in the configuration of Git or in a command.
    Preceded(String),
    Negative,
    Quoted,
    /// A line of Git's configuration that has no refspec, or a comment.
    Heading,
    Comma(char),
    /// A sign of an East Asian keyboard, and the one that Git knows.
    Wide(char, char),
    /// `->` between source and destination.
    Arrow(&'static str),
    SpacedColon,
    SpacedPlus,
    Comment,
    /// Brackets or a single quote around it.
    Wrapped,
    /// A part of `{a,b}`.
    Braces,
    AnyText,
    Commit,
    Address,
    Option,
    Invisible(String),
    Tag(String),
    Semicolon,
    NoSource,
    NoDestination,
    ManyColons,
    /// With the full name that is most likely meant.
    SourceOutsideRefs(Option<String>),
    DestinationOutsideRefs,
    OneSidedAsterisk,
    Name(NameError),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameError {
    Character(char),
    WhiteSpace,
    TwoDots,
    AtBrace,
    Asterisks,
    EmptySegment,
    LeadingDot,
    TrailingDot,
    Lock,
}

impl fmt::Display for RefspecError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.fault == Fault::Empty {
            return write!(f, "Refspec {} is empty. Remove the extra comma, or enter a refspec.", self.entry);
        }
        write!(f, "Refspec {}, “{}”, ", self.entry, self.text)?;
        match &self.fault {
            Fault::Empty => Ok(()),
            Fault::Preceded(words) => write!(f, "must be the refspec alone. Remove “{words}” before it."),
            Fault::Negative => f.write_str(
                "excludes references, and this list can only add some. Remove it, or list the references that you need.",
            ),
            Fault::Quoted => f.write_str("must not be in quotes. Remove them."),
            Fault::Heading => f.write_str("is no refspec. Remove it."),
            Fault::Wide(c, sign) => write!(f, "must have “{sign}” instead of “{c}”."),
            Fault::Arrow(sign) => {
                write!(f, "must have “:” between source and destination instead of “{sign}”.")
            }
            Fault::SpacedColon => f.write_str("must not have spaces beside “:”. Remove them."),
            Fault::SpacedPlus => f.write_str("must not have a space after “+”. Remove it."),
            Fault::Comment => f.write_str("must not have a comment. Remove the text from “#” on."),
            Fault::Wrapped => f.write_str("must not have brackets or quotes around it. Remove them."),
            Fault::Braces => {
                f.write_str("is part of a list in braces, which Git does not have. Enter a refspec for each.")
            }
            Fault::AnyText => f.write_str("must not contain “.*”. For any text, write “*”."),
            Fault::Commit => f.write_str("is the ID of a commit. Enter the name of a reference."),
            Fault::Address => f.write_str("is an address. Enter the name of a reference."),
            Fault::Option => f.write_str("is an option of a command. Remove it."),
            Fault::Comma(c) => write!(f, "must not contain “{c}”. Separate refspecs with commas."),
            Fault::Invisible(sentence) => write!(f, "has a character that nobody sees. {sentence}"),
            Fault::Tag(name) => write!(f, "must be a full name. Write “refs/tags/{name}:refs/tags/{name}”."),
            Fault::Semicolon => f.write_str("must not contain “;”. Separate refspecs with commas."),
            Fault::NoSource => f.write_str("must have a source before “:”."),
            Fault::NoDestination => {
                f.write_str("must have a destination after “:”. If it needs none, remove the “:”.")
            }
            Fault::ManyColons => f.write_str("must have at most one “:”. Separate refspecs with commas."),
            Fault::SourceOutsideRefs(meant) => {
                f.write_str("must have a source that is HEAD or begins with “refs/”.")?;
                meant.as_ref().map_or(Ok(()), |meant| write!(f, " Write for example “{meant}”."))
            }
            Fault::DestinationOutsideRefs => f.write_str("must have a destination that begins with “refs/”."),
            Fault::OneSidedAsterisk => {
                f.write_str("must have an asterisk on both sides of “:”, or on neither side.")
            }
            Fault::Name(NameError::Character('[')) => {
                f.write_str("must not contain “[”. The only wildcard is “*”.")
            }
            Fault::Name(NameError::Character(c)) => write!(f, "must not contain “{c}”."),
            Fault::Name(NameError::WhiteSpace) => f.write_str(
                "must not contain white space or control characters. Separate refspecs with commas.",
            ),
            Fault::Name(NameError::TwoDots) => f.write_str("must not contain “..”."),
            Fault::Name(NameError::AtBrace) => f.write_str("must not contain “@{”."),
            Fault::Name(NameError::Asterisks) => f.write_str("must have at most one asterisk on each side."),
            Fault::Name(NameError::EmptySegment) => {
                f.write_str("must have a name before and after every “/”.")
            }
            Fault::Name(NameError::LeadingDot) => {
                f.write_str("must not contain a name that begins with a dot.")
            }
            Fault::Name(NameError::TrailingDot) => {
                f.write_str("must not have a source or destination that ends with a dot.")
            }
            Fault::Name(NameError::Lock) => f.write_str("must not contain a name that ends with “.lock”."),
        }
    }
}

impl std::error::Error for RefspecError {}
