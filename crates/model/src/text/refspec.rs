//! The refspecs of `refSpecCustom`: which further refs are fetched, and where they are kept.
//!
//! "Add New Integration" gives the shape, a comma list such as
//! `+refs/refname1/*:refs/refname1/*, refs/refname2/*:refs/refname2/*`; the names follow git-check-ref-format(1).

use std::fmt;

/// One entry of the list: `[+]source[:destination]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refspec {
    /// Whether a ref is also moved when the new commit does not descend from the old one.
    pub force: bool,
    /// The refs on the host, with at most one asterisk.
    pub source: String,
    /// Where they are kept; `None` when the entry names none.
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

/// Why a list of refspecs is refused. `Display` writes the whole sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefspecError {
    entry: usize,
    text: String,
    kind: Kind,
}

impl RefspecError {
    /// Number of the entry that is wrong, counted from 1.
    pub fn entry(&self) -> usize {
        self.entry
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Empty,
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
    Blank,
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
        if self.kind == Kind::Empty {
            return write!(
                f,
                "Refspec {} is empty: remove the comma beside it, or write a refspec there.",
                self.entry
            );
        }
        write!(f, "Refspec {}, “{}”, ", self.entry, self.text)?;
        match self.kind {
            Kind::Empty => Ok(()),
            Kind::NoSource => f.write_str("must name a source before “:”."),
            Kind::NoDestination => f.write_str("must name a destination after “:”, or leave out the “:”."),
            Kind::ManyColons => f.write_str("must have one “:” at most; a comma separates refspecs."),
            Kind::SourceOutsideRefs => {
                f.write_str("must have a source that begins with “refs/”, or is HEAD.")
            }
            Kind::DestinationOutsideRefs => f.write_str("must have a destination that begins with “refs/”."),
            Kind::OneSidedAsterisk => {
                f.write_str("must have an asterisk on both sides of “:” or on neither.")
            }
            Kind::Name(NameError::Character(c)) => write!(f, "must not contain “{c}”."),
            Kind::Name(NameError::Blank) => {
                f.write_str("must not contain white space or control characters; a comma separates refspecs.")
            }
            Kind::Name(NameError::TwoDots) => f.write_str("must not contain “..”."),
            Kind::Name(NameError::AtBrace) => f.write_str("must not contain “@{”."),
            Kind::Name(NameError::Asterisks) => f.write_str("must have at most one asterisk on each side."),
            Kind::Name(NameError::EmptySegment) => {
                f.write_str("must have a name on both sides of every “/”.")
            }
            Kind::Name(NameError::LeadingDot) => f.write_str("must not have a name that begins with a dot."),
            Kind::Name(NameError::TrailingDot) => f.write_str("must not have a side that ends with a dot."),
            Kind::Name(NameError::Lock) => f.write_str("must not have a name that ends with “.lock”."),
        }
    }
}

impl std::error::Error for RefspecError {}

/// Reads the comma list; white space around an entry counts for nothing, and a blank text is the empty list.
///
/// # Errors
/// [`RefspecError`] names the first entry that is wrong, and why.
pub fn parse_list(text: &str) -> Result<Vec<Refspec>, RefspecError> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let mut refspecs = Vec::new();
    for (index, entry) in text.split(',').map(str::trim).enumerate() {
        match parse(entry) {
            Ok(refspec) => refspecs.push(refspec),
            Err(kind) => return Err(RefspecError { entry: index + 1, text: entry.to_owned(), kind }),
        }
    }
    Ok(refspecs)
}

fn parse(entry: &str) -> Result<Refspec, Kind> {
    if entry.is_empty() {
        return Err(Kind::Empty);
    }
    let (force, rest) = match entry.strip_prefix('+') {
        Some(rest) => (true, rest),
        None => (false, entry),
    };
    let (source, destination) = match rest.split_once(':') {
        Some((source, destination)) => (source, Some(destination)),
        None => (rest, None),
    };
    if source.is_empty() {
        return Err(Kind::NoSource);
    }
    check_name(source).map_err(Kind::Name)?;
    if source != "HEAD" && !source.starts_with("refs/") {
        return Err(Kind::SourceOutsideRefs);
    }
    if let Some(destination) = destination {
        check_destination(source, destination)?;
    }
    Ok(Refspec { force, source: source.to_owned(), destination: destination.map(str::to_owned) })
}

fn check_destination(source: &str, destination: &str) -> Result<(), Kind> {
    if destination.is_empty() {
        return Err(Kind::NoDestination);
    }
    if destination.contains(':') {
        return Err(Kind::ManyColons);
    }
    check_name(destination).map_err(Kind::Name)?;
    if !destination.starts_with("refs/") {
        return Err(Kind::DestinationOutsideRefs);
    }
    if source.contains('*') != destination.contains('*') {
        return Err(Kind::OneSidedAsterisk);
    }
    Ok(())
}

// git-check-ref-format(1) with --refspec-pattern, rule by rule.
fn check_name(name: &str) -> Result<(), NameError> {
    if name.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(NameError::Blank);
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
