//! The refspecs of `refSpecCustom`: additional references to fetch.
//!
//! "Add New Integration" shows the format, a list separated by commas such as
//! `+refs/refname1/*:refs/refname1/*, refs/refname2/*:refs/refname2/*`. The names follow git-check-ref-format(1).

mod error;
mod habits;

use super::invisible::{is_invisible, trim_all};
use error::{Fault, NameError};
use habits::{full_name, habit};
use std::fmt;

pub use error::RefspecError;
pub use habits::lint;

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
        return Err(Fault::SourceOutsideRefs(full_name(source)));
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
