//! An expression tried on sample repositories: which ones it keeps and which it drops.

use std::fmt;
use std::rc::Rc;

use jmespath::{
    Context, DEFAULT_RUNTIME, ErrorReason, JmespathError, Rcvar, RuntimeError, Variable, interpret,
};

use super::samples::HostShape;
use super::{Query, scan};

/// What an expression makes of a sample: names of repositories, in the order of the sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The repositories that would be indexed.
    pub kept: Vec<String>,
    /// The repositories that would be left out.
    pub dropped: Vec<String>,
}

/// Why an expression could not be tried, or why its result is of no use. `Display` writes the whole sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplyError {
    kind: Kind,
}

impl ApplyError {
    /// Whether the sample is at fault, and not the expression.
    pub fn is_about_sample(&self) -> bool {
        matches!(self.kind, Kind::NotJson { .. } | Kind::SampleShape(_) | Kind::Nameless { .. })
    }
}

impl From<Kind> for ApplyError {
    fn from(kind: Kind) -> Self {
        Self { kind }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    NotJson { line: usize, column: usize },
    SampleShape(Option<&'static str>),
    Nameless { number: usize },
    NoList { found: &'static str },
    LostKey(&'static str),
    NotRepositories { found: &'static str },
    Reshaped,
    Argument { function: String, number: usize, wanted: String, found: &'static str },
    Evaluation(&'static str),
}

impl fmt::Display for ApplyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::NotJson { line, column } => {
                write!(f, "The sample is not valid JSON: look at line {line}, column {column}.")
            }
            Kind::SampleShape(None) => f.write_str("The sample of this host must be a list of repositories: [{…}, {…}]."),
            Kind::SampleShape(Some(key)) => {
                write!(f, "The sample of this host must have its list of repositories under “{key}”: {{\"{key}\": [{{…}}]}}.")
            }
            Kind::Nameless { number } => {
                write!(f, "Repository {number} of the sample must be an object with a “name” that is a text.")
            }
            Kind::NoList { found } => write!(
                f,
                "The expression must give a list of repositories, but it gives {found}: a filter looks like \
                 [?contains(name, 'git')]."
            ),
            Kind::LostKey(key) => write!(
                f,
                "The expression must keep the shape of this host's answer: write it as {{{key}:{key}[?…]}}."
            ),
            Kind::NotRepositories { found } => write!(
                f,
                "The expression must give whole repositories, but its list contains {found}: keep the part in [?…] \
                 and remove what follows it."
            ),
            Kind::Reshaped => f.write_str(
                "The expression must give the repositories unchanged, but it makes new objects of them: keep only the \
                 part that filters, [?…].",
            ),
            Kind::Argument { function, number, wanted, found } => {
                write!(f, "“{function}” needs {wanted} as argument {number}, but got {found} for a repository of the sample.")
            }
            Kind::Evaluation(sentence) => f.write_str(sentence),
        }
    }
}

impl std::error::Error for ApplyError {}

impl Query {
    /// Tries the expression on `sample`, a JSON text in the shape of `shape`.
    ///
    /// A repository counts as kept when the result contains the very entry of the sample.
    ///
    /// # Errors
    /// [`ApplyError`] says what is wrong with the sample or with what the expression makes of it.
    pub fn apply(&self, shape: HostShape, sample: &str) -> Result<Split, ApplyError> {
        let root: Rcvar = serde_json::from_str::<Variable>(sample)
            .map(Rc::new)
            .map_err(|error| Kind::NotJson { line: error.line(), column: error.column() })?;
        let entries = list(&root, shape.sample_key()).ok_or(Kind::SampleShape(shape.sample_key()))?;
        let names = names(&entries)?;

        let mut context = Context::new(self.expression.as_str(), &DEFAULT_RUNTIME);
        let result =
            interpret(&root, self.expression.as_ast(), &mut context).map_err(|error| explain(&error))?;
        let kept = list(&result, shape.result_key()).ok_or_else(|| match shape.result_key() {
            Some(key) => Kind::LostKey(key),
            None => Kind::NoList { found: kind_of(&result) },
        })?;
        if let Some(other) = kept.iter().find(|repository| !repository.is_object()) {
            return Err(Kind::NotRepositories { found: kind_of(other) }.into());
        }
        if !kept.iter().all(|repository| entries.iter().any(|entry| Rc::ptr_eq(entry, repository))) {
            return Err(Kind::Reshaped.into());
        }
        let is_kept = |entry: &Rcvar| kept.iter().any(|repository| Rc::ptr_eq(entry, repository));
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

fn names(entries: &[Rcvar]) -> Result<Vec<String>, Kind> {
    let name = |(index, entry): (usize, &Rcvar)| {
        entry.get_field("name").as_string().cloned().ok_or(Kind::Nameless { number: index + 1 })
    };
    entries.iter().enumerate().map(name).collect()
}

fn kind_of(value: &Variable) -> &'static str {
    match value {
        Variable::Null => "nothing (null)",
        Variable::String(_) => "a text",
        Variable::Bool(_) => "true or false",
        Variable::Number(_) => "a number",
        Variable::Array(_) => "a list",
        Variable::Object(_) => "an object",
        Variable::Expref(_) => "an expression",
    }
}

fn explain(error: &JmespathError) -> Kind {
    match &error.reason {
        ErrorReason::Runtime(RuntimeError::InvalidType { expected, actual, position }) => Kind::Argument {
            function: function_at(&error.expression, error.offset),
            number: position + 1,
            wanted: expected.split('|').map(plain_type).collect::<Vec<_>>().join(" or "),
            found: plain_type(actual),
        },
        ErrorReason::Runtime(RuntimeError::InvalidSlice) => {
            Kind::Evaluation("The step of a slice must not be 0: [::1] takes every entry.")
        }
        ErrorReason::Runtime(RuntimeError::InvalidReturnType { .. }) => Kind::Evaluation(
            "The expression sorts or compares by something that is not the same kind of value in every repository of \
             the sample.",
        ),
        _ => Kind::Evaluation(
            "The expression cannot be evaluated on this sample: check its functions and their arguments.",
        ),
    }
}

// The crate reports the place of the bracket after the function's name.
fn function_at(expression: &str, offset: usize) -> String {
    let tokens = scan::scan(expression).unwrap_or_default();
    let name = tokens.iter().rev().find(|token| token.start < offset);
    name.map(|token| token.text.to_owned()).unwrap_or_default()
}

fn plain_type(name: &str) -> &'static str {
    match name {
        "string" => "a text",
        "number" => "a number",
        "boolean" => "true or false",
        "array" => "a list",
        "object" => "an object",
        "null" => "nothing (null)",
        "array[string]" => "a list of texts",
        "array[number]" => "a list of numbers",
        _ => "an expression",
    }
}
