//! What the jmespath crate does not check, or cannot say in words: brackets, missing operators, depth, functions.

use super::error::{Kind, QueryError, closing};
use super::scan::{Token, Word};

/// Every function of the JMESPath specification with its number of arguments; `+` marks one that takes more.
const FUNCTIONS: &str = "abs 1 avg 1 ceil 1 contains 2 ends_with 2 floor 1 join 2 keys 1 length 1 map 2 max 1 max_by 2 \
                         merge + min 1 min_by 2 not_null + reverse 1 sort 1 sort_by 2 starts_with 2 sum 1 to_array 1 \
                         to_number 1 to_string 1 type 1 values 1";

/// How deep the tree of an expression may be, in frames of the evaluator: they must fit the stack of a browser and of a
/// server's thread.
const DEEPEST: usize = 190;
/// How many brackets may be open at once: each is a recursion of the parser.
const MOST_BRACKETS: usize = 24;

/// A bracket that is open, and what has been read within it.
struct Open<'a> {
    token: Token<'a>,
    function: Option<Token<'a>>,
    commas: usize,
    empty: bool,
    depth: Depth,
}

/// How deep the tree of one level is at most.
#[derive(Default)]
struct Depth {
    /// What stands left of the last `&&`, `||`, `|` or comma.
    left: usize,
    /// What has followed since.
    right: usize,
}

impl Depth {
    fn total(&self) -> usize {
        self.left.max(self.right)
    }
}

/// Checks the words of an expression from left to right.
pub(super) fn check(tokens: &[Token<'_>]) -> Result<(), QueryError> {
    let mut stack: Vec<Open<'_>> = Vec::new();
    let mut depth = Depth::default();
    let mut previous: Option<Token<'_>> = None;
    for token in tokens {
        let fail = |kind| Err(QueryError { at: token.at, kind });
        if previous.is_some_and(|previous| previous.ends_value()) && token.begins_value() {
            return fail(if token.text == "&" {
                Kind::SingleAnd
            } else {
                Kind::NoOperator(token.text.to_owned())
            });
        }
        if let Some(open) = stack.last_mut() {
            open.empty &= token.kind == Word::Close;
            open.commas += usize::from(token.kind == Word::Comma);
        }
        match token.kind {
            Word::Open => {
                let function = previous.filter(|name| name.kind == Word::Name && token.text == "(");
                let depth = std::mem::take(&mut depth);
                stack.push(Open { token: *token, function, commas: 0, empty: true, depth });
            }
            Word::Close => {
                let Some(open) = stack.pop() else { return fail(Kind::StrayBracket(token.text.to_owned())) };
                close(&open, token)?;
                let within = depth.total();
                depth = open.depth;
                depth.right += within + frames(open.token.text);
            }
            Word::Logic | Word::Pipe => depth = Depth { left: depth.total() + 1, right: 0 },
            Word::Comma => depth = Depth { left: depth.total(), right: 0 },
            Word::Flatten => depth.right += frames(token.text),
            Word::Not | Word::Comparator | Word::Sign => depth.right += 1,
            Word::Name | Word::Quoted | Word::Literal | Word::Number => {}
        }
        if depth.total() > DEEPEST || stack.len() > MOST_BRACKETS {
            return fail(Kind::TooDeep);
        }
        previous = Some(*token);
    }
    match stack.last() {
        Some(open) => {
            Err(QueryError { at: open.token.at, kind: Kind::OpenBracket(opening(open.token.text)) })
        }
        None => Ok(()),
    }
}

// A projection takes several frames.
fn frames(bracket: &str) -> usize {
    if bracket.starts_with('[') { 4 } else { 1 }
}

fn close(open: &Open<'_>, token: &Token<'_>) -> Result<(), QueryError> {
    if closing(open.token.text) != token.text {
        let (close, open, open_at) = (token.text.to_owned(), opening(open.token.text), open.token.at);
        return Err(QueryError { at: token.at, kind: Kind::WrongBracket { close, open, open_at } });
    }
    let Some(name) = open.function else { return Ok(()) };
    let found = if open.empty { 0 } else { open.commas + 1 };
    check_function(name.text, found).map_err(|kind| QueryError { at: name.at, kind })
}

fn check_function(name: &str, found: usize) -> Result<(), Kind> {
    let mut words = FUNCTIONS.split_ascii_whitespace();
    while let (Some(function), Some(count)) = (words.next(), words.next()) {
        if function == name {
            return match count.parse() {
                Ok(wanted) if wanted != found => Err(Kind::Arguments { function, wanted, found }),
                Err(_) if found == 0 => Err(Kind::Arguments { function, wanted: 1, found }),
                _ => Ok(()),
            };
        }
    }
    Err(Kind::UnknownFunction(name.to_owned()))
}

fn opening(text: &str) -> &'static str {
    match text {
        "(" => "(",
        "{" => "{",
        "[?" => "[?",
        _ => "[",
    }
}
