//! Groups: `(…)`, `(?:…)`, `(?P<name>…)`, `(?i)`.

use super::super::error::{Fault, PatternError};
use super::super::lack::Lack;
use super::super::source::Source;
use super::alternatives;

/// Reads the group at the cursor, and gives the greatest product of counts in it; `None` for flags alone, such as `(?i)`.
pub(super) fn group(source: &mut Source) -> Result<Option<u32>, PatternError> {
    let start = source.cursor;
    source.cursor += 1;
    if source.raw(0) == Some('?') && !opening(source, start)? {
        return Ok(None);
    }
    let greatest = alternatives(source)?;
    if source.raw(0).is_none() {
        return Err(source.error(start, Fault::OpenGroup));
    }
    source.cursor += 1;
    Ok(Some(greatest))
}

/// Reads what follows the `(`. Gives whether a group begins with it.
fn opening(source: &mut Source, start: usize) -> Result<bool, PatternError> {
    source.cursor += 1;
    let lack = match (source.raw(0), source.raw(1)) {
        (Some('='), _) => Lack::Ahead("(?="),
        (Some('!'), _) => Lack::Ahead("(?!"),
        (Some('<'), Some('=')) => Lack::Behind("(?<="),
        (Some('<'), Some('!')) => Lack::Behind("(?<!"),
        (Some('>'), _) => Lack::Alone,
        (Some('#'), _) => Lack::Comment,
        (Some('P'), Some('=')) => Lack::Reference("(?P=".to_owned()),
        (Some('P'), Some('<')) => return name(source, 2),
        (Some('<'), _) => return name(source, 1),
        _ => return flags(source, start),
    };
    Err(source.error(start, Fault::Re2(lack)))
}

/// Reads a name after an opening of this length.
fn name(source: &mut Source, length: usize) -> Result<bool, PatternError> {
    source.cursor += length;
    let start = source.cursor;
    loop {
        let c = source.raw(0);
        source.cursor += 1;
        match c {
            Some('>') if source.cursor > start + 1 => return Ok(true),
            // Beyond ASCII, what is part of a word depends on tables.
            Some(c) if c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii() => {}
            _ => return Err(source.error(start, Fault::Re2(Lack::Name))),
        }
    }
}

fn flags(source: &mut Source, start: usize) -> Result<bool, PatternError> {
    let (mut is_negated, mut is_empty) = (false, false);
    loop {
        let c = source.raw(0);
        source.cursor += 1;
        match c {
            Some('i' | 'm' | 's' | 'U') => is_empty = false,
            Some('-') if !is_negated => (is_negated, is_empty) = (true, true),
            Some(end @ (':' | ')')) if !is_empty => return Ok(end == ':'),
            Some(_) => {
                let text = source.text(start, source.cursor);
                return Err(source.error(start, Fault::Re2(Lack::Group(text))));
            }
            None => return Err(source.error(start, Fault::OpenGroup)),
        }
    }
}
