//! JSON read with the place of each name and value, so that a mistake can be shown where it is.

use super::place::{Fault, Lines, Place};
use super::words::hidden;
use crate::depth::DEEPEST;
use crate::form::Kind;
use crate::object::Object;
use serde_json::{Number, Value};

/// A value, and where it begins.
pub(crate) struct Node {
    pub(crate) place: Place,
    pub(crate) tree: Tree,
}

/// What a value is.
pub(crate) enum Tree {
    /// Neither list nor object.
    Plain(Value),
    /// A list.
    List(Vec<Node>),
    /// An object, in the order of the file.
    Object(Vec<Member>),
}

/// One entry of an object.
pub(crate) struct Member {
    /// Where its name begins.
    pub(crate) place: Place,
    pub(crate) key: String,
    pub(crate) node: Node,
}

impl Node {
    /// The value without places.
    pub(crate) fn value(&self) -> Value {
        match &self.tree {
            Tree::Plain(value) => value.clone(),
            Tree::List(items) => items.iter().map(Self::value).collect(),
            Tree::Object(members) => Value::Object(object(members)),
        }
    }
}

/// An object without places.
fn object(members: &[Member]) -> Object {
    members.iter().map(|member| (member.key.clone(), member.node.value())).collect()
}

/// Reads a JSON text, with rests between the items of the lists of the outermost object.
///
/// # Errors
/// The first mistake.
pub(crate) async fn parse(text: &str, rest: &mut impl AsyncFnMut()) -> Result<Node, Fault> {
    let mut reader = Reader { text, lines: Lines::of(text), at: 0, open: Vec::new() };
    let node = match reader.next() {
        Some('{') => reader.outermost(rest).await?,
        _ => reader.value()?,
    };
    match reader.next() {
        None => Ok(node),
        Some(_) => reader.fault("The file must end behind the last bracket. Remove what follows."),
    }
}

/// Adds a member, unless the object has it already.
fn add(members: &mut Vec<Member>, member: Member) -> Result<(), Fault> {
    if let Some(first) = members.iter().find(|other| other.key == member.key) {
        let (key, line) = (short(&member.key), first.place.line);
        let sentence = format!("“{key}” is in this object twice, first in line {line}. Remove one of them.");
        return Err(Fault::new(member.place, sentence));
    }
    members.push(member);
    Ok(())
}

struct Reader<'a> {
    text: &'a str,
    lines: Lines<'a>,
    at: usize,
    /// Where the lists and objects begin that have not ended.
    open: Vec<usize>,
}

impl Reader<'_> {
    fn value(&mut self) -> Result<Node, Fault> {
        let next = self.next();
        let place = self.lines.place(self.at);
        let tree = match next {
            Some('"') => Tree::Plain(Value::String(self.text()?)),
            Some('{') => Tree::Object(self.object()?),
            Some('[') => Tree::List(self.list()?),
            Some('-' | '0'..='9') => Tree::Plain(Value::Number(self.number()?)),
            Some(c) if c.is_alphabetic() => Tree::Plain(self.word()?),
            other => return self.no_value(other),
        };
        Ok(Node { place, tree })
    }

    async fn outermost(&mut self, rest: &mut impl AsyncFnMut()) -> Result<Node, Fault> {
        let place = self.lines.place(self.at);
        self.enter()?;
        let mut members: Vec<Member> = Vec::new();
        if self.next() != Some('}') {
            loop {
                let (place, key) = self.name()?;
                let node = match self.next() {
                    Some('[') => self.long_list(rest).await?,
                    _ => self.value()?,
                };
                add(&mut members, Member { place, key, node })?;
                if !self.goes_on('}')? {
                    break;
                }
            }
        }
        self.leave();
        Ok(Node { place, tree: Tree::Object(members) })
    }

    async fn long_list(&mut self, rest: &mut impl AsyncFnMut()) -> Result<Node, Fault> {
        let place = self.lines.place(self.at);
        self.enter()?;
        let mut items = Vec::new();
        if self.next() != Some(']') {
            loop {
                items.push(self.value()?);
                rest().await;
                if !self.goes_on(']')? {
                    break;
                }
            }
        }
        self.leave();
        Ok(Node { place, tree: Tree::List(items) })
    }

    fn list(&mut self) -> Result<Vec<Node>, Fault> {
        self.enter()?;
        let mut items = Vec::new();
        if self.next() != Some(']') {
            loop {
                items.push(self.value()?);
                if !self.goes_on(']')? {
                    break;
                }
            }
        }
        self.leave();
        Ok(items)
    }

    fn object(&mut self) -> Result<Vec<Member>, Fault> {
        self.enter()?;
        let mut members: Vec<Member> = Vec::new();
        if self.next() != Some('}') {
            loop {
                let (place, key) = self.name()?;
                let node = self.value()?;
                add(&mut members, Member { place, key, node })?;
                if !self.goes_on('}')? {
                    break;
                }
            }
        }
        self.leave();
        Ok(members)
    }

    /// The name of a member, to behind its colon; and where it begins.
    fn name(&mut self) -> Result<(Place, String), Fault> {
        match self.next() {
            Some('"') => {}
            Some('}') => return self.fault("Remove the comma before “}”."),
            other if other.is_some_and(|c| c.is_alphanumeric() || c == '_') => {
                return self.fault("A name stands in quotation marks, such as \"displayName\".");
            }
            other => return self.no_value(other),
        }
        let place = self.lines.place(self.at);
        let key = self.text()?;
        if self.next() != Some(':') {
            return self.fault(format!("A colon is missing behind “{}”.", short(&key)));
        }
        self.at += 1;
        Ok((place, key))
    }

    fn enter(&mut self) -> Result<(), Fault> {
        if self.open.len() >= DEEPEST {
            return self.fault("Lists and objects are nested too deeply here. Use at most 127 levels.");
        }
        self.open.push(self.at);
        self.at += 1;
        Ok(())
    }

    fn leave(&mut self) {
        self.open.pop();
        self.at += 1;
    }

    /// Whether a comma follows, and not the end of the list or object.
    fn goes_on(&mut self, close: char) -> Result<bool, Fault> {
        match self.next() {
            Some(c) if c == close => Ok(false),
            Some(',') => {
                self.at += 1;
                if self.next() == Some(close) {
                    return self.fault(format!("Remove the comma before “{close}”."));
                }
                Ok(true)
            }
            None => self.no_value(None),
            Some('}' | ']') => self.fault(format!("This bracket must be “{close}”.")),
            Some('/' | '#') => self.no_value(Some('/')),
            Some(_) => self.fault(format!("A comma or “{close}” is missing before this.")),
        }
    }

    fn text(&mut self) -> Result<String, Fault> {
        let from = self.at;
        let bytes = self.text.as_bytes();
        self.at += 1;
        loop {
            match bytes.get(self.at) {
                None => {
                    self.at = from;
                    return self.fault("The text that begins here has no closing quotation mark.");
                }
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                Some(b'\n' | b'\r') => {
                    self.at = from;
                    return self.fault(
                        "The text that begins here does not end in its line. Add the closing quotation mark, or write \
                         the line break as \\n.",
                    );
                }
                Some(0..=0x1f) => {
                    return self.fault("Write a tab as \\t, and leave out other control characters.");
                }
                Some(_) => self.at += 1,
            }
        }
        self.at += 1;
        // All that is left to go wrong is half of a surrogate pair.
        serde_json::from_str(&self.text[from..self.at]).or_else(|_| {
            self.at = from;
            self.fault(
                "This text has an escape of half a character. Write both \\u parts, or the character itself.",
            )
        })
    }

    fn escape(&mut self) -> Result<(), Fault> {
        let bytes = self.text.as_bytes();
        match bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 2,
            Some(b'u') => {
                let code = bytes.get(self.at + 2..self.at + 6);
                if !code.is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit)) {
                    return self.fault("Four digits from 0 to f follow \\u.");
                }
                self.at += 6;
            }
            _ => return self.fault("Write a backslash as \\\\."),
        }
        Ok(())
    }

    fn number(&mut self) -> Result<Number, Fault> {
        let from = self.at;
        let rest = &self.text[from..];
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | '_');
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let Ok(number) = serde_json::from_str(&rest[..end]) else {
            return self.fault(
                "JSON has no such number. Write digits only, without a zero before them, such as 1440.",
            );
        };
        self.at += end;
        Ok(number)
    }

    fn word(&mut self) -> Result<Value, Fault> {
        let rest = &self.text[self.at..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let value = match &rest[..end] {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "null" => Value::Null,
            word => {
                let lower = word.to_lowercase();
                let meant = match lower.as_str() {
                    "true" | "yes" | "on" => "Write true, without quotation marks and in lower case.",
                    "false" | "no" | "off" => "Write false, without quotation marks and in lower case.",
                    "null" | "none" | "nil" | "undefined" => "Leave the setting out to keep it as it is.",
                    _ => "Text stands in quotation marks.",
                };
                return self.fault(meant);
            }
        };
        self.at += end;
        Ok(value)
    }

    /// What stands here in the place of a value or a name.
    fn no_value<T>(&mut self, found: Option<char>) -> Result<T, Fault> {
        match (found, self.open.last()) {
            (None, None) => self.fault("The file is empty. Choose one that Patchbay exported."),
            (None, Some(open)) => {
                let line = self.lines.place(*open).line;
                let bracket = if self.text.as_bytes().get(*open) == Some(&b'{') { '}' } else { ']' };
                self.fault(format!(
                    "The file ends too early: the “{bracket}” for line {line} is missing. Copy all of the file."
                ))
            }
            (Some('\'' | '`'), _) => self.fault("Use double quotation marks (\")."),
            (Some('“' | '”' | '„' | '‘' | '’' | '«' | '»'), _) => {
                self.fault("Use straight quotation marks (\"), not typographic ones.")
            }
            (Some('/' | '#'), _) => self.fault("JSON has no comments. Remove it."),
            (Some(','), _) => self.fault("A value is missing before this comma."),
            (Some(']' | '}'), _) => self.fault("A value is missing before this bracket."),
            (Some('+' | '.'), _) => self.fault("A number begins with a digit or “-”."),
            (Some(_), _) => self.fault("A value begins with {, [, \", a digit, true, false or null."),
        }
    }

    fn fault<T>(&self, sentence: impl Into<String>) -> Result<T, Fault> {
        Err(Fault::new(self.lines.place(self.at), sentence))
    }

    /// The next character that is no white space; `None` at the end.
    fn next(&mut self) -> Option<char> {
        let rest = self.text[self.at..].trim_start_matches([' ', '\n', '\r', '\t']);
        self.at = self.text.len() - rest.len();
        rest.chars().next()
    }
}

/// A name of the file for a sentence. In a table without a header, or with a column too few, it may be a token.
pub(crate) fn short(name: &str) -> String {
    let name = hidden(&Kind::Text, name);
    if name.is_empty() { "…".to_owned() } else { crate::text::short(&name, 60) }
}
