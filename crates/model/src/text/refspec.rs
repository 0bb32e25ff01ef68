//! The refspecs of `refSpecCustom`: additional references to fetch.
//!
//! "Add New Integration" shows the format, a list separated by commas such as
//! `+refs/refname1/*:refs/refname1/*, refs/refname2/*:refs/refname2/*`. The names follow git-check-ref-format(1).

use super::invisible::{find, is_invisible, trim_all};
use std::fmt;

/// One entry of the list: `[+]source[:destination]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refspec {
    /// Whether Git updates the destination even if that is not a fast-forward (`+`).
    pub force: bool,
    /// The references on the host, with at most one asterisk.
    pub source: String,
    /// The references in the local repository; `None` if the entry has no `:`.
    pub destination: Option<String>,
}

impl fmt::Display for Refspec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.force {
            f.write_str("+")?;
        }
        f.write_str(&self.source)?;
        match &self.destination {
            Some(destination) => write!(f, ":{destination}"),
            None => Ok(()),
        }
    }
}

/// Why a list of refspecs is refused. `Display` gives the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefspecError {
    entry: usize,
    text: String,
    fault: Fault,
}

impl RefspecError {
    /// Number of the wrong entry, counted from 1.
    pub fn entry(&self) -> usize {
        self.entry
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Fault {
    Empty,
    /// What stands before the refspec, as in the configuration of Git or in a command.
    Preceded(String),
    Negative,
    Quoted,
    /// A line of Git's configuration that has no refspec, or a comment.
    Heading,
    Comma(char),
    Invisible(String),
    Tag(String),
    Semicolon,
    NoSource,
    NoDestination,
    ManyColons,
    SourceOutsideRefs,
    DestinationOutsideRefs,
    OneSidedAsterisk,
    Name(NameError),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NameError {
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
            Fault::Comma(c) => write!(f, "must not contain “{c}”. Separate refspecs with commas."),
            Fault::Invisible(sentence) => write!(f, "has a character that nobody sees. {sentence}"),
            Fault::Tag(name) => write!(f, "must be a full name. Write “refs/tags/{name}:refs/tags/{name}”."),
            Fault::Semicolon => f.write_str("must not contain “;”. Separate refspecs with commas."),
            Fault::NoSource => f.write_str("must have a source before “:”."),
            Fault::NoDestination => {
                f.write_str("must have a destination after “:”. If it needs none, remove the “:”.")
            }
            Fault::ManyColons => f.write_str("must have at most one “:”. Separate refspecs with commas."),
            Fault::SourceOutsideRefs => {
                f.write_str("must have a source that is HEAD or begins with “refs/”.")
            }
            Fault::DestinationOutsideRefs => f.write_str("must have a destination that begins with “refs/”."),
            Fault::OneSidedAsterisk => {
                f.write_str("must have an asterisk on both sides of “:”, or on neither side.")
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

/// The entries of a list. The wire separates them with commas; people also put each on a line of its own.
pub fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(trim_all).filter(|line| !line.is_empty()).flat_map(|line| {
        // A comma at the end of a line, with another line after it, separates once.
        let line = if trim_all(text).ends_with(line) { line } else { line.strip_suffix(',').unwrap_or(line) };
        line.split(',').map(trim_all)
    })
}

/// The list as it goes on the wire: in one line, separated by commas. A list that is in one line stays as it is.
pub fn in_one_line(text: &str) -> String {
    if text.contains(|c| matches!(c, '\n' | '\r') || is_invisible(c)) {
        trim_all(&entries(text).collect::<Vec<_>>().join(", ")).to_owned()
    } else {
        text.to_owned()
    }
}

/// Reads the list. Ignores white space around entries, and lines without an entry. Text that is only white space is an empty
/// list.
///
/// # Errors
/// [`RefspecError`], for the first wrong entry.
pub fn parse_list(text: &str) -> Result<Vec<Refspec>, RefspecError> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let mut refspecs = Vec::new();
    for (index, entry) in entries(text).enumerate() {
        match parse(entry) {
            Ok(refspec) => refspecs.push(refspec),
            Err(fault) => return Err(RefspecError { entry: index + 1, text: entry.to_owned(), fault }),
        }
    }
    Ok(refspecs)
}

fn parse(entry: &str) -> Result<Refspec, Fault> {
    if entry.is_empty() {
        return Err(Fault::Empty);
    }
    habit(entry).map_or(Ok(()), Err)?;
    let (force, rest) = match entry.strip_prefix('+') {
        Some(rest) => (true, rest),
        None => (false, entry),
    };
    let (source, destination) = match rest.split_once(':') {
        Some((source, destination)) => (source, Some(destination)),
        None => (rest, None),
    };
    if source.is_empty() {
        return Err(Fault::NoSource);
    }
    check_name(source).map_err(Fault::Name)?;
    if source != "HEAD" && !source.starts_with("refs/") {
        return Err(Fault::SourceOutsideRefs);
    }
    if let Some(destination) = destination {
        check_destination(source, destination)?;
    }
    Ok(Refspec { force, source: source.to_owned(), destination: destination.map(str::to_owned) })
}

fn check_destination(source: &str, destination: &str) -> Result<(), Fault> {
    if destination.is_empty() {
        return Err(Fault::NoDestination);
    }
    if destination.contains(':') {
        return Err(Fault::ManyColons);
    }
    check_name(destination).map_err(Fault::Name)?;
    if !destination.starts_with("refs/") {
        return Err(Fault::DestinationOutsideRefs);
    }
    if source.contains('*') != destination.contains('*') {
        return Err(Fault::OneSidedAsterisk);
    }
    Ok(())
}

// What Git itself takes in other places, and what comes along with a copy.
fn habit(entry: &str) -> Option<Fault> {
    const QUOTES: [char; 9] = ['"', '\'', '`', '“', '”', '„', '‘', '’', '´'];
    let begins = |text: &str| {
        text.trim_start_matches('+').trim_start_matches(QUOTES).trim_start_matches('+').starts_with("refs/")
    };
    if let Some(sentence) = find(entry) {
        return Some(Fault::Invisible(sentence));
    }
    if entry.starts_with(QUOTES) && entry.ends_with(QUOTES) && begins(entry) {
        return Some(Fault::Quoted);
    }
    if entry.starts_with('#') || (entry.starts_with('[') && entry.ends_with(']') && !entry.contains("refs/"))
    {
        return Some(Fault::Heading);
    }
    if let Some(comma) = entry.chars().find(|c| matches!(c, '，' | '、' | '；' | '：')) {
        return Some(Fault::Comma(comma));
    }
    if entry.starts_with("^refs/") || entry.starts_with("^+refs/") {
        return Some(Fault::Negative);
    }
    if let Some(name) = entry.strip_prefix("tag ").map(str::trim)
        && !name.contains(char::is_whitespace)
        && !begins(name)
    {
        return Some(Fault::Tag(name.to_owned()));
    }
    if entry.contains(";refs/") || entry.contains(";+refs/") || entry.contains("; ") || entry.ends_with(';') {
        return Some(Fault::Semicolon);
    }
    // “fetch = …” of a configuration, “git fetch origin …”.
    let from = entry.find("+refs/").or(entry.find("refs/"))?;
    let words = entry[..from].trim_end_matches(QUOTES);
    let is_apart = words.ends_with(char::is_whitespace) || words.ends_with('=');
    (is_apart && !begins(words) && words.trim() != "+").then(|| Fault::Preceded(words.trim_end().to_owned()))
}

// git-check-ref-format(1) with --refspec-pattern, rule by rule.
fn check_name(name: &str) -> Result<(), NameError> {
    if name.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(NameError::WhiteSpace);
    }
    if let Some(c) = name.chars().find(|c| matches!(c, '~' | '^' | ':' | '?' | '[' | '\\')) {
        return Err(NameError::Character(c));
    }
    if name.contains("..") {
        return Err(NameError::TwoDots);
    }
    if name.contains("@{") {
        return Err(NameError::AtBrace);
    }
    if name.matches('*').count() > 1 {
        return Err(NameError::Asterisks);
    }
    if name.ends_with('.') {
        return Err(NameError::TrailingDot);
    }
    for segment in name.split('/') {
        if segment.is_empty() {
            return Err(NameError::EmptySegment);
        }
        if segment.starts_with('.') {
            return Err(NameError::LeadingDot);
        }
        if segment.ends_with(".lock") {
            return Err(NameError::Lock);
        }
    }
    Ok(())
}
