//! Classes of characters: `[^a-z[:digit:]\s]`. Unlike Java's, they contain no others.

use super::super::error::{Fault, PatternError};
use super::super::lack::Lack;
use super::super::source::Source;
use super::{escape, property};

const NAMES: [&str; 14] = [
    "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space",
    "upper", "word", "xdigit",
];

/// Reads the class at the cursor.
pub(super) fn class(source: &mut Source) -> Result<(), PatternError> {
    let start = source.cursor;
    source.cursor += 1;
    if source.raw(0) == Some('^') {
        source.cursor += 1;
    }
    // The first "]" of a class is a character like any other.
    let first = source.cursor;
    loop {
        match (source.raw(0), source.raw(1)) {
            (None, _) => return Err(source.error(start, Fault::OpenClass)),
            (Some(']'), _) if source.cursor > first => {
                source.cursor += 1;
                return Ok(());
            }
            (Some('['), Some(':')) if named(source)? => {}
            (Some('\\'), Some('p' | 'P')) => property::property(source)?,
            (Some('\\'), Some('d' | 'D' | 's' | 'S' | 'w' | 'W')) => source.cursor += 2,
            _ => range(source, start)?,
        }
    }
}

/// Reads a class with a name, such as `[:alpha:]`; gives whether the cursor is at one.
fn named(source: &mut Source) -> Result<bool, PatternError> {
    let rest = source.text(source.cursor + 2, usize::MAX);
    let Some((name, _)) = rest.split_once(":]") else { return Ok(false) };
    if !NAMES.contains(&name.strip_prefix('^').unwrap_or(name)) {
        let lack = Lack::NamedClass(format!("[:{name}:]"));
        return Err(source.error(source.cursor, Fault::Re2(lack)));
    }
    // With the signs on both sides. A name is ASCII.
    source.cursor += name.len() + 4;
    Ok(true)
}

/// Reads one character, or a range.
fn range(source: &mut Source, class: usize) -> Result<(), PatternError> {
    let start = source.cursor;
    let from = character(source, class)?;
    if source.raw(0) != Some('-') || matches!(source.raw(1), None | Some(']')) {
        return Ok(());
    }
    let dash = source.cursor;
    source.cursor += 1;
    let end = source.cursor;
    if let (Some('\\'), Some(c @ ('d' | 'D' | 's' | 'S' | 'w' | 'W' | 'p' | 'P'))) =
        (source.raw(0), source.raw(1))
    {
        return Err(source.error(start, Fault::RangeToSet(format!("\\{c}"))));
    }
    let to = character(source, class)?;
    if to >= from {
        return Ok(());
    }
    let (from, to) = (source.text(start, dash), source.text(end, source.cursor));
    // Only ASCII letters and digits are likely to be meant as a range.
    let swapped = from.chars().chain(to.chars()).all(|c| c.is_ascii_alphanumeric());
    Err(source.error(start, Fault::BackwardRange { from, to, swapped }))
}

fn character(source: &mut Source, class: usize) -> Result<u32, PatternError> {
    match source.raw(0) {
        None => Err(source.error(class, Fault::OpenClass)),
        Some('\\') => escape::character(source, true),
        Some(c) => {
            source.cursor += 1;
            Ok(u32::from(c))
        }
    }
}
