//! Repetitions: `*`, `+?`, `{2,5}`.

use super::super::error::{Fault, PatternError};
use super::super::lack::Lack;
use super::super::source::Source;
use super::Read;

/// The highest count, also for counts within each other, multiplied.
pub(super) const MOST: u32 = 1_000;

/// Reads the sign or count of this length at the cursor, which repeats the last part. `times` is what it multiplies counts
/// in it by.
pub(super) fn repeated(
    source: &mut Source,
    read: Read,
    length: usize,
    times: u32,
) -> Result<Read, PatternError> {
    let start = source.cursor;
    let sign = source.raw(0).unwrap_or('*');
    source.cursor += length;
    if source.raw(0) == Some('?') {
        source.cursor += 1;
    }
    if let Some(first) = read.sign {
        let (first_text, text) = (source.text(first, start), source.text(start, start + length));
        let lack = match sign {
            '+' => Lack::Possessive { text: first_text.clone() + "+", instead: first_text },
            _ => Lack::RepeatedSign(text),
        };
        let at = if sign == '+' { first } else { start };
        return Err(source.error(at, Fault::Re2(lack)));
    }
    let Some(within) = read.last else { return Err(source.error(start, Fault::NothingToRepeat(sign))) };
    let product = within.saturating_mul(times);
    // Signs and small counts are not looked at.
    if times > 1 && product > MOST {
        return Err(source.error(start, Fault::Re2(Lack::CountsMultiply)));
    }
    Ok(Read { last: Some(product), greatest: read.greatest.max(product), sign: Some(start) })
}

/// The length of the count at the cursor, and what it multiplies counts in it by. `None` if there is none: other text in braces
/// means itself.
pub(super) fn count(source: &Source) -> Result<Option<(usize, u32)>, PatternError> {
    let rest = source.text(source.cursor + 1, usize::MAX);
    let Some((inside, _)) = rest.split_once('}') else { return Ok(None) };
    let (least, most) = match inside.split_once(',') {
        None => (number(inside), number(inside)),
        Some((least, "")) => (number(least), number(least)),
        Some((least, most)) => (number(least), number(most)),
    };
    let (Some(least), Some(most)) = (least, most) else { return Ok(None) };
    let fault = if least > MOST || most > MOST {
        Fault::Re2(Lack::Count(format!("{{{inside}}}")))
    } else if most < least {
        Fault::BackwardCount { least, most }
    } else {
        // With braces. All of it is ASCII.
        return Ok(Some((inside.len() + 2, most.max(1))));
    };
    Err(source.error(source.cursor, fault))
}

/// Numbers that begin with a needless zero or have more than nine digits are none.
fn number(text: &str) -> Option<u32> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() <= 9;
    let is_plain = text == "0" || !text.starts_with('0');
    text.parse().ok().filter(|_| is_number && is_plain)
}
