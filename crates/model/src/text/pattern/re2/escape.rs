//! Escapes: parts that begin with a backslash.

use super::super::error::{Fault, PatternError};
use super::super::lack::Lack;
use super::super::source::Source;
use super::property;

/// Reads the escape at the cursor, outside of a class.
pub(super) fn part(source: &mut Source) -> Result<(), PatternError> {
    match source.raw(1) {
        Some('b' | 'B' | 'A' | 'z' | 'C' | 'd' | 'D' | 's' | 'S' | 'w' | 'W') => source.cursor += 2,
        Some('p' | 'P') => property::property(source)?,
        _ => {
            character(source, false)?;
        }
    }
    Ok(())
}

/// Reads the escape of one character at the cursor, and gives its code point.
pub(super) fn character(source: &mut Source, in_class: bool) -> Result<u32, PatternError> {
    let start = source.cursor;
    let Some(c) = source.raw(1) else { return Err(source.error(start, Fault::LoneBackslash)) };
    source.cursor += 2;
    let is_octal = |c: Option<char>| matches!(c, Some('0'..='7'));
    let code = match c {
        'a' => 0x07,
        't' => 0x09,
        'n' => 0x0A,
        'v' => 0x0B,
        'f' => 0x0C,
        'r' => 0x0D,
        'x' => return hexadecimal(source, start),
        '0' => octal(source, 0),
        '1'..='7' if is_octal(source.raw(0)) => octal(source, u32::from(c) - u32::from('0')),
        _ if c.is_ascii() && !c.is_ascii_alphanumeric() => u32::from(c),
        _ => return Err(source.error(start, fault(source, c, in_class))),
    };
    Ok(code)
}

fn fault(source: &Source, c: char, in_class: bool) -> Fault {
    match c {
        'E' => Fault::StrayQuoteEnd,
        'A' | 'B' | 'C' | 'Q' | 'b' | 'z' if in_class => Fault::EscapeInClass(c),
        '1'..='9' | 'k' => Fault::Re2(Lack::Reference(format!("\\{c}"))),
        _ => Fault::Re2(Lack::Escape { letter: c, instead: instead(source, c) }),
    }
}

/// What means the same in RE2 as this letter after a backslash does elsewhere.
fn instead(source: &Source, letter: char) -> Option<String> {
    let text = match letter {
        'Z' => "\\z",
        'h' => "[ \\t]",
        'e' => "\\x1B",
        'R' => "(?:\\r\\n|\\n|\\r)",
        'u' => {
            let digits = source.text(source.cursor, source.cursor + 4);
            let is_code = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            return is_code.then(|| format!("\\x{{{digits}}}"));
        }
        _ => return None,
    };
    Some(text.to_owned())
}

/// Reads at most two more octal digits.
fn octal(source: &mut Source, first: u32) -> u32 {
    let mut code = first;
    for _ in 0..2 {
        let Some(digit) = source.raw(0).and_then(|c| c.to_digit(8)) else { break };
        code = code * 8 + digit;
        source.cursor += 1;
    }
    code
}

fn hexadecimal(source: &mut Source, start: usize) -> Result<u32, PatternError> {
    let wrong = |fault| Err(source.error(start, fault));
    let rest = source.text(source.cursor, usize::MAX);
    let (digits, length) = match rest.strip_prefix('{') {
        Some(rest) => match rest.split_once('}') {
            Some((digits, _)) => (digits, digits.len() + 2),
            None => return wrong(Fault::Hex),
        },
        None => match rest.get(..2) {
            Some(digits) => (digits, 2),
            None => return wrong(Fault::Hex),
        },
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return wrong(Fault::Hex);
    }
    match u32::from_str_radix(digits.trim_start_matches('0'), 16) {
        Ok(code) if code <= u32::from(char::MAX) => {
            source.cursor += length;
            Ok(code)
        }
        // Zeros alone.
        Err(_) if digits.bytes().all(|byte| byte == b'0') => {
            source.cursor += length;
            Ok(0)
        }
        _ => wrong(Fault::HugeHex),
    }
}
