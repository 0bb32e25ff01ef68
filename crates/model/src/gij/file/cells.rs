//! A text with tabs between its cells, read with the place of each cell.

use super::place::{Fault, Lines, Place};

/// One cell.
pub(super) struct Cell {
    pub(super) place: Place,
    /// Without white space around it, unless it is in quotation marks.
    pub(super) text: String,
}

impl Cell {
    /// Its text without any white space around it.
    pub(super) fn word(&self) -> &str {
        self.text.trim()
    }
}

/// The rows of a text, without those that are empty.
///
/// # Errors
/// A cell with a quotation mark too few or too many.
pub(super) fn rows(text: &str) -> Result<Vec<Vec<Cell>>, Fault> {
    let lines = Lines::of(text);
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut at = 0;
    loop {
        let place = lines.place(at);
        let (length, content) = cell(&text[at..]).map_err(|sentence| Fault::new(place, sentence))?;
        row.push(Cell { place, text: content });
        at += length;
        let end = text.as_bytes().get(at);
        at += if text[at..].starts_with("\r\n") { 2 } else { 1 };
        if end != Some(&b'\t') {
            let full = std::mem::take(&mut row);
            if full.iter().any(|cell: &Cell| !cell.word().is_empty()) {
                rows.push(full);
            }
        }
        if end.is_none() {
            return Ok(rows);
        }
    }
}

/// White space that spreadsheets put around a text. Other control characters are a part of it.
fn is_around(c: char) -> bool {
    c.is_whitespace() && !c.is_control()
}

/// The length of the cell at the beginning of `text`, and what it has.
fn cell(text: &str) -> Result<(usize, String), &'static str> {
    let is_end = |c: char| matches!(c, '\t' | '\n' | '\r');
    let Some(inside) = text.strip_prefix('"') else {
        let length = text.find(is_end).unwrap_or(text.len());
        return Ok((length, text[..length].trim_matches(is_around).to_owned()));
    };
    let mut content = String::new();
    let mut at = 0;
    loop {
        let Some(length) = inside[at..].find('"') else {
            return Err(
                "The cell begins with a quotation mark but does not end with one. Add one at the end.",
            );
        };
        content.push_str(&inside[at..at + length]);
        at += length + 1;
        if !inside[at..].starts_with('"') {
            break;
        }
        content.push('"');
        at += 1;
    }
    match inside[at..].chars().next() {
        Some(c) if !is_end(c) => Err(
            "There is text after the closing quotation mark. Write each quotation mark inside the cell twice.",
        ),
        _ => Ok((at + 1, content)),
    }
}

/// A cell that [`rows`] reads as `text`.
pub(super) fn written(text: &str) -> String {
    if text.starts_with('"') || text.contains(['\t', '\n', '\r']) || text.trim_matches(is_around) != text {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
