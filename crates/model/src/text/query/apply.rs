//! A trial of an expression on sample repositories: which ones it keeps and which it drops.

use std::collections::BTreeSet;
use std::fmt;
use std::rc::Rc;

use jmespath::{ErrorReason, JmespathError, Rcvar, RuntimeError, Variable};

use super::evaluate::{Stop, evaluate};
use super::samples::HostShape;
use super::scan::{Token, Word};
use super::{Query, scan};

/// Steps of one trial, some 20 milliseconds in a browser; a sample gets one more for each of its bytes.
const STEPS: usize = 60_000;

/// The result of a trial: names of repositories, in the order of the sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The repositories that Jira would index.
    pub kept: Vec<String>,
    /// The repositories that Jira would ignore.
    pub dropped: Vec<String>,
}

/// Why a trial failed, or why its result cannot be used. `Display` gives the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplyError {
    fault: Fault,
}

impl ApplyError {
    /// Whether the sample is wrong, not the expression.
    pub fn is_about_sample(&self) -> bool {
        matches!(self.fault, Fault::NotJson { .. } | Fault::SampleShape(_) | Fault::Nameless { .. })
    }
}

impl From<Fault> for ApplyError {
    fn from(fault: Fault) -> Self {
        Self { fault }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Fault {
    NotJson {
        line: usize,
        column: usize,
    },
    SampleShape(Option<&'static str>),
    Nameless {
        number: usize,
    },
    NoList {
        found: &'static str,
    },
    LostKey(&'static str),
    NotRepositories {
        found: &'static str,
    },
    Reshaped,
    Argument {
        function: String,
        number: usize,
        expected: String,
        found: &'static str,
        /// What has no value, where a condition before the function would leave it out.
        guard: Option<String>,
    },
    Evaluation(&'static str),
    Costly,
}

impl fmt::Display for ApplyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.fault {
            Fault::NotJson { line, column } => {
                write!(f, "The sample is not valid JSON. See line {line}, column {column}.")
            }
            Fault::SampleShape(None) => f.write_str("The sample of this host must be a list of repositories: [{…}, {…}]."),
            Fault::SampleShape(Some(key)) => {
                write!(f, "The sample of this host must have its list of repositories under “{key}”: {{\"{key}\": [{{…}}]}}.")
            }
            Fault::Nameless { number } => {
                write!(f, "Repository {number} of the sample must be an object whose “name” is a string.")
            }
            Fault::NoList { found } => write!(
                f,
                "The expression must return a list of repositories, but it returns {found}. Example of a filter: [?contains(name, 'git')]."
            ),
            Fault::LostKey(key) => write!(
                f,
                "The expression must keep the format of this host’s response. Write it as {{{key}:{key}[?…]}}."
            ),
            Fault::NotRepositories { found } => write!(
                f,
                "The expression must return whole repositories, but its list contains {found}. Keep the part in [?…] and remove the part after it."
            ),
            Fault::Reshaped => f.write_str(
                "The expression must return the repositories unchanged, but it creates new objects from them. Keep only the filter, [?…].",
            ),
            Fault::Argument { function, number, expected, found, guard } => {
                write!(f, "“{function}” needs {expected} as argument {number}, but got {found} for a repository in the sample.")?;
                match guard {
                    Some(field) => write!(f, " To leave it out, write {field} && {function}({field}, …)."),
                    None => Ok(()),
                }
            }
            Fault::Evaluation(sentence) => f.write_str(sentence),
            Fault::Costly => f.write_str("This filter is too costly to try here: it makes far more values than the sample has. Simplify it."),
        }
    }
}

impl std::error::Error for ApplyError {}

impl Query {
    /// Tries the expression on `sample`, which is JSON in the format of `shape`. A repository is kept if the result contains
    /// the same object, unchanged.
    ///
    /// # Errors
    /// [`ApplyError`], if the sample or the result has the wrong format.
    pub fn apply(&self, shape: HostShape, sample: &str) -> Result<Split, ApplyError> {
        let root: Rcvar = serde_json::from_str::<Variable>(sample)
            .map(Rc::new)
            .map_err(|error| Fault::NotJson { line: error.line(), column: error.column() })?;
        let entries = list(&root, shape.sample_key()).ok_or(Fault::SampleShape(shape.sample_key()))?;
        let names = names(&entries)?;

        let result =
            evaluate(self.expression.as_str(), self.expression.as_ast(), &root, STEPS + sample.len())
                .map_err(|stop| match stop {
                    Stop::Costly => Fault::Costly,
                    Stop::Failed(error) => explain(&error),
                })?;
        let kept = list(&result, shape.result_key()).ok_or_else(|| match shape.result_key() {
            Some(key) => Fault::LostKey(key),
            None => Fault::NoList { found: kind_of(&result) },
        })?;
        if let Some(other) = kept.iter().find(|repository| !repository.is_object()) {
            return Err(Fault::NotRepositories { found: kind_of(other) }.into());
        }
        let places = |list: &[Rcvar]| list.iter().map(Rc::as_ptr).collect::<BTreeSet<_>>();
        let places_kept = places(&kept);
        if !places_kept.is_subset(&places(&entries)) {
            return Err(Fault::Reshaped.into());
        }
        let is_kept = |entry: &Rcvar| places_kept.contains(&Rc::as_ptr(entry));
        let (kept, dropped): (Vec<_>, Vec<_>) =
            entries.iter().zip(names).partition(|(entry, _)| is_kept(entry));
        let only_names = |pairs: Vec<(&Rcvar, String)>| pairs.into_iter().map(|(_, name)| name).collect();
        Ok(Split { kept: only_names(kept), dropped: only_names(dropped) })
    }
}

fn list(value: &Rcvar, key: Option<&str>) -> Option<Vec<Rcvar>> {
    match key {
        Some(key) => value.get_field(key).as_array().cloned(),
        None => value.as_array().cloned(),
    }
}

fn names(entries: &[Rcvar]) -> Result<Vec<String>, Fault> {
    let name = |(index, entry): (usize, &Rcvar)| {
        entry.get_field("name").as_string().cloned().ok_or(Fault::Nameless { number: index + 1 })
    };
    entries.iter().enumerate().map(name).collect()
}

fn kind_of(value: &Variable) -> &'static str {
    match value {
        Variable::Null => "nothing (null)",
        Variable::String(_) => "a string",
        Variable::Bool(_) => "true or false",
        Variable::Number(_) => "a number",
        Variable::Array(_) => "a list",
        Variable::Object(_) => "an object",
        Variable::Expref(_) => "an expression",
    }
}

fn explain(error: &JmespathError) -> Fault {
    match &error.reason {
        ErrorReason::Runtime(RuntimeError::InvalidType { expected, actual, position }) => {
            let (function, argument) = call_at(&error.expression, error.offset);
            let is_test = matches!(function.as_str(), "contains" | "starts_with" | "ends_with");
            Fault::Argument {
                guard: argument.filter(|_| is_test && *position == 0 && actual == "null"),
                function,
                number: position + 1,
                expected: expected.split('|').map(plain_type).collect::<Vec<_>>().join(" or "),
                found: plain_type(actual),
            }
        }
        ErrorReason::Runtime(RuntimeError::InvalidSlice) => {
            Fault::Evaluation("The step of a slice must not be 0. For every entry, use [::1].")
        }
        ErrorReason::Runtime(RuntimeError::InvalidReturnType { .. }) => Fault::Evaluation(
            "The expression sorts or compares values that do not have the same type in all repositories of the sample.",
        ),
        _ => Fault::Evaluation(
            "The expression cannot be evaluated on this sample. Check its functions and their arguments.",
        ),
    }
}

// The function and, unless there is a pipe, its first argument. The crate reports the position of the bracket after the name.
fn call_at(expression: &str, offset: usize) -> (String, Option<String>) {
    let tokens = scan::scan(expression).unwrap_or_default();
    let name = tokens.iter().rev().find(|token| token.start < offset);
    let within = tokens.iter().filter(|token| token.start > offset);
    let is_path = |token: &&Token<'_>| matches!(token.kind, Word::Name | Word::Quoted) || token.text == ".";
    let path: String = within.clone().take_while(is_path).map(|token| token.text).collect();
    let is_whole =
        within.clone().find(|token| !is_path(token)).is_some_and(|token| token.kind == Word::Comma);
    let is_piped = tokens.iter().any(|token| token.kind == Word::Pipe);
    let argument = (is_whole && !is_piped && !path.is_empty()).then_some(path);
    (name.map(|token| token.text.to_owned()).unwrap_or_default(), argument)
}

fn plain_type(name: &str) -> &'static str {
    match name {
        "string" => "a string",
        "number" => "a number",
        "boolean" => "true or false",
        "array" => "a list",
        "object" => "an object",
        "null" => "nothing (null)",
        "array[string]" => "a list of strings",
        "array[number]" => "a list of numbers",
        _ => "an expression",
    }
}
