//! Checks that the jmespath crate does not make, or reports unclearly: brackets, missing operators, depth, functions.

use super::error::{Fault, QueryError, closing};
use super::habits::{instead_of_function, instead_of_word};
use super::pasted::nearest;
use super::scan::{Token, Word};

/// Every function of the JMESPath specification with its number of arguments; `+` means one or more.
const FUNCTIONS: &str = "abs 1 avg 1 ceil 1 contains 2 ends_with 2 floor 1 join 2 keys 1 length 1 map 2 max 1 max_by 2 \
                         merge + min 1 min_by 2 not_null + reverse 1 sort 1 sort_by 2 starts_with 2 sum 1 to_array 1 \
                         to_number 1 to_string 1 type 1 values 1";

/// Maximum depth of an expression's tree, in stack frames of the evaluator. They must fit the stack of a browser and of a
/// server's thread.
const DEEPEST: usize = 190;
/// Maximum number of open brackets. Each is a recursion of the parser.
const MOST_BRACKETS: usize = 24;

/// An open bracket, and what follows it so far.
struct Open<'a> {
    token: Token<'a>,
    function: Option<Token<'a>>,
    /// Whether the function stands after a dot.
    is_method: bool,
    commas: usize,
    empty: bool,
    depth: Depth,
}

/// The depth of the tree on one level.
#[derive(Default)]
struct Depth {
    /// Before the last `&&`, `||`, `|` or comma.
    left: usize,
    /// After it.
    right: usize,
}

impl Depth {
    fn total(&self) -> usize {
        self.left.max(self.right)
    }
}

/// Checks the tokens of an expression from left to right.
pub(super) fn check(tokens: &[Token<'_>]) -> Result<(), QueryError> {
    let mut stack: Vec<Open<'_>> = Vec::new();
    let mut depth = Depth::default();
    let mut previous: Option<Token<'_>> = None;
    for (index, token) in tokens.iter().enumerate() {
        let fail = |fault| Err(QueryError { at: token.at, fault });
        if previous.is_some_and(|previous| previous.ends_value()) && token.begins_value() {
            // Either of the two may be an operator of another language.
            let word = previous.into_iter().chain([*token]).find_map(|word| {
                let instead = instead_of_word(word.text).filter(|_| word.kind == Word::Name)?;
                let fault = Fault::Foreign { text: word.text.to_owned(), instead };
                Some(QueryError { at: word.at, fault })
            });
            if let Some(error) = word {
                return Err(error);
            }
            let is_doubled = token.text.starts_with('\'')
                && previous.is_some_and(|p| p.text.ends_with('\'') && p.start + p.text.len() == token.start);
            return fail(if token.text == "&" {
                Fault::SingleAnd
            } else if is_doubled {
                Fault::DoubledQuote
            } else if previous.is_some_and(|p| p.text == "``") {
                Fault::DoubledBackquote
            } else {
                Fault::NoOperator(token.text.to_owned())
            });
        }
        if let Some(open) = stack.last_mut() {
            open.empty &= token.kind == Word::Close;
            open.commas += usize::from(token.kind == Word::Comma);
        }
        by_reference(&stack, tokens, index)?;
        match token.kind {
            Word::Open => {
                // A call needs a name before it: “(a)(b)” is two values.
                if token.text == "(" && previous.is_some_and(|p| p.ends_value() && p.kind != Word::Name) {
                    return fail(Fault::NoOperator(token.text.to_owned()));
                }
                let is_test =
                    previous.is_some_and(|p| matches!(p.text, "contains" | "starts_with" | "ends_with"));
                if token.text == "[" && is_test && tokens.get(index + 1).is_some_and(|n| n.kind == Word::Name)
                {
                    let name = previous.map(|p| p.text.to_owned()).unwrap_or_default();
                    return fail(Fault::SquareArguments(name));
                }
                let function = previous.filter(|name| name.kind == Word::Name && token.text == "(");
                let depth = std::mem::take(&mut depth);
                let is_method = index >= 2 && tokens[index - 2].text == ".";
                stack.push(Open { token: *token, function, is_method, commas: 0, empty: true, depth });
            }
            Word::Close => {
                let Some(open) = stack.pop() else { return fail(Fault::StrayBracket(token.text.to_owned())) };
                let next = tokens.get(index + 1).map(|next| next.text);
                close(&open, token, next)?;
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
            return fail(Fault::TooDeep);
        }
        previous = Some(*token);
    }
    match stack.last() {
        Some(open) => {
            Err(QueryError { at: open.token.at, fault: Fault::OpenBracket(opening(open.token.text)) })
        }
        None => Ok(()),
    }
}

/// The second argument of these is the name of a field, not its value.
fn by_reference(stack: &[Open<'_>], tokens: &[Token<'_>], index: usize) -> Result<(), QueryError> {
    let token = tokens[index];
    let before = |count: usize| index.checked_sub(count).map_or("", |at| tokens[at].text);
    let function = stack.last().and_then(|open| open.function).map_or("", |function| function.text);
    let function = ["sort_by", "max_by", "min_by"].into_iter().find(|known| *known == function);
    match function {
        Some(function) if token.kind == Word::Name && before(1) == "," => {
            Err(QueryError { at: token.at, fault: Fault::NoReference { function } })
        }
        _ => Ok(()),
    }
}

// A projection takes several frames.
fn frames(bracket: &str) -> usize {
    if bracket.starts_with('[') { 4 } else { 1 }
}

fn close(open: &Open<'_>, token: &Token<'_>, next: Option<&str>) -> Result<(), QueryError> {
    if closing(open.token.text) != token.text {
        if next == Some(closing(open.token.text)) {
            return Err(QueryError { at: token.at, fault: Fault::StrayBracket(token.text.to_owned()) });
        }
        let (close, open, open_at) = (token.text.to_owned(), opening(open.token.text), open.token.at);
        return Err(QueryError { at: token.at, fault: Fault::WrongBracket { close, open, open_at } });
    }
    let Some(name) = open.function else { return Ok(()) };
    let found = if open.empty { 0 } else { open.commas + 1 };
    check_function(name.text, found, open.is_method).map_err(|fault| QueryError { at: name.at, fault })
}

fn check_function(name: &str, found: usize, is_method: bool) -> Result<(), Fault> {
    let mut words = FUNCTIONS.split_ascii_whitespace();
    while let (Some(function), Some(count)) = (words.next(), words.next()) {
        if function == name {
            return match count.parse() {
                Ok(2) if is_method && found == 1 => Err(Fault::Method { function }),
                Ok(expected) if expected != found => Err(Fault::Arguments { function, expected, found }),
                Err(_) if found == 0 => Err(Fault::Arguments { function, expected: 1, found }),
                _ => Ok(()),
            };
        }
    }
    let name = name.to_owned();
    if let Some(instead) = instead_of_function(&name) {
        return Err(Fault::ForeignFunction { name, instead });
    }
    Err(match nearest(&name, FUNCTIONS.split_ascii_whitespace().step_by(2)) {
        Some(function) => Fault::Misspelt { name, function },
        None => Fault::UnknownFunction(name),
    })
}

fn opening(text: &str) -> &'static str {
    match text {
        "(" => "(",
        "{" => "{",
        "[?" => "[?",
        _ => "[",
    }
}
