//! JSON with the place of each value, so that a mistake in a file can be pointed at.

use std::fmt;

use serde_json::Value;

/// Line and column in a file, in characters, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    line: usize,
    column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// A value, and where it begins.
pub(super) struct Node {
    pub(super) at: Place,
    pub(super) content: Content,
}

pub(super) enum Content {
    /// In the order of the file; a key may be there twice.
    Object(Vec<Member>),
    List(Vec<Node>),
    /// Null, a boolean, a number or a text.
    Leaf(Value),
}

pub(super) struct Member {
    /// Where the key begins.
    pub(super) at: Place,
    pub(super) key: String,
    pub(super) value: Node,
}

impl Node {
    /// Without the places. Of a key that is there twice the last one counts.
    pub(super) fn value(&self) -> Value {
        match &self.content {
            Content::Object(members) => {
                members.iter().map(|member| (member.key.clone(), member.value.value())).collect()
            }
            Content::List(items) => items.iter().map(Self::value).collect(),
            Content::Leaf(value) => value.clone(),
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Leaf(Value::String(text)) => Some(text),
            Content::Leaf(_) | Content::List(_) | Content::Object(_) => None,
        }
    }
}

/// Reads a file. The error is a place and a sentence.
pub(super) fn read(text: &str) -> Result<Node, (Place, String)> {
    if let Err(error) = serde_json::from_str::<Value>(text) {
        return Err((place_of(text, &error), no_json(&error)));
    }
    let mut reader = Reader { rest: text, at: Place { line: 1, column: 1 } };
    // What serde_json takes is read to its end.
    reader.node().ok_or_else(|| (reader.at, "This is not JSON.".to_owned()))
}

/// The error counts the bytes of its line.
fn place_of(text: &str, error: &serde_json::Error) -> Place {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let before = line.get(..line.floor_char_boundary(error.column())).unwrap_or_default();
    Place { line: error.line().max(1), column: before.chars().count().max(1) }
}

fn no_json(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    let remedy = match said {
        "trailing comma" => "Remove the comma before this.",
        "trailing characters" => "Remove what follows the list.",
        "key must be a string" => "Put the key in quotation marks; JSON has no comments.",
        "control character (\\u0000-\\u001F) found while parsing a string" => {
            "Write \\n in place of a line break, and end the text with a quotation mark."
        }
        "invalid escape" => "Write \\\\ in place of one \\.",
        _ if said.starts_with("EOF") => "The file ends too early: close what is open.",
        "expected `,` or `}`" | "expected `,` or `]`" => {
            "Put a comma between two values, and a bracket at the end."
        }
        "expected `:`" => "Put a colon between the key and its value.",
        _ => {
            "Write a text in quotation marks, a number, true, false, null, […] or {…}; JSON has no comments."
        }
    };
    format!("This is not JSON: {said}. {remedy}")
}

/// Goes over a text that is JSON.
struct Reader<'a> {
    rest: &'a str,
    at: Place,
}

impl<'a> Reader<'a> {
    fn node(&mut self) -> Option<Node> {
        self.skip_space();
        let at = self.at;
        let content = match self.rest.chars().next()? {
            '{' => {
                let mut members = Vec::new();
                while self.enters('}')? {
                    let at = self.at;
                    let key = serde_json::from_str(self.string()?).ok()?;
                    self.skip_space();
                    self.take(1);
                    members.push(Member { at, key, value: self.node()? });
                }
                Content::Object(members)
            }
            '[' => {
                let mut items = Vec::new();
                while self.enters(']')? {
                    items.push(self.node()?);
                }
                Content::List(items)
            }
            '"' => Content::Leaf(serde_json::from_str(self.string()?).ok()?),
            _ => {
                let ends = |c: char| c.is_ascii_whitespace() || matches!(c, ',' | ']' | '}');
                let literal = self.take(self.rest.find(ends).unwrap_or(self.rest.len()));
                Content::Leaf(serde_json::from_str(literal).ok()?)
            }
        };
        Some(Node { at, content })
    }

    /// Goes past the bracket or comma in front of the next entry; `false` past the end.
    fn enters(&mut self, end: char) -> Option<bool> {
        self.skip_space();
        let is_over = self.rest.starts_with(end);
        self.take(1);
        self.skip_space();
        if !is_over && self.rest.starts_with(end) {
            self.take(1);
            return Some(false);
        }
        (!self.rest.is_empty() || is_over).then_some(!is_over)
    }

    /// A text with its quotation marks.
    fn string(&mut self) -> Option<&'a str> {
        let mut escaped = false;
        let end = self.rest.char_indices().skip(1).find(|(_, c)| {
            let ends = *c == '"' && !escaped;
            escaped = *c == '\\' && !escaped;
            ends
        });
        Some(self.take(end?.0 + 1))
    }

    fn skip_space(&mut self) {
        self.take(self.rest.len() - self.rest.trim_start_matches([' ', '\t', '\r', '\n']).len());
    }

    /// Takes so many bytes.
    fn take(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(self.rest.floor_char_boundary(bytes));
        self.rest = rest;
        for c in taken.chars() {
            match c {
                '\n' => self.at = Place { line: self.at.line + 1, column: 1 },
                _ => self.at.column += 1,
            }
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_serde_json_reads() {
        for text in [
            "[]",
            "{}",
            " [ 1 , -2.5e3, true,false , null ] ",
            r#"{"a":{"b":[{}, [], "c\"}]\\"]},"é":"\u00e9\n,"}"#,
            "[[[[]]],{\"a\":{}}]",
            "\"text\"",
            "7",
        ] {
            let expected: Value = serde_json::from_str(text).unwrap();
            assert_eq!(read(text).map(|node| node.value()).ok(), Some(expected), "{text}");
        }
    }

    #[test]
    fn knows_where_values_and_keys_begin() {
        let node = read("[\n  {\"é\": 1, \"b\":\n[true]}]").ok().unwrap();
        let Content::List(items) = &node.content else { panic!("a list") };
        let Content::Object(members) = &items[0].content else { panic!("an object") };
        let places = [node.at, items[0].at, members[0].at, members[0].value.at, members[1].at];
        assert_eq!(places.map(|place| (place.line, place.column)), [(1, 1), (2, 3), (2, 4), (2, 9), (2, 12)]);
        assert_eq!((members[1].value.at.line, members[1].value.at.column), (3, 1));
    }
}
