//! Evaluating an expression with a budget.
//!
//! The evaluator of the jmespath crate cannot be stopped: `[@,@][]` doubles a list each time, and 207 characters are enough to
//! freeze a page. This one follows the same tree with the crate's own values and functions, and counts what it does. Only the
//! functions that evaluate an expression for each entry are written again here, because the crate's use its own evaluator.

use std::collections::BTreeMap;

use jmespath::ast::{Ast, Comparator};
use jmespath::{Context, DEFAULT_RUNTIME, ErrorReason, JmespathError, Rcvar, RuntimeError, Variable};

/// Why there is no result.
#[derive(Debug)]
pub(super) enum Stop {
    /// The budget is used up.
    Costly,
    /// The crate's own error.
    Failed(JmespathError),
}

impl From<JmespathError> for Stop {
    fn from(error: JmespathError) -> Self {
        Self::Failed(error)
    }
}

/// Evaluates `ast`, which was parsed from `expression`, on `data`.
///
/// A step is a part of the expression for one value, an entry of a list, or a few bytes of text: some 200 nanoseconds in a
/// browser. What is made is counted too, so `steps` also limits memory.
pub(super) fn evaluate(expression: &str, ast: &Ast, data: &Rcvar, steps: usize) -> Result<Rcvar, Stop> {
    let context = Context::new(expression, &DEFAULT_RUNTIME);
    Evaluation { context, steps }.value(data, ast)
}

/// Bytes of text that count as one step.
const BYTES: usize = 2;

/// An expression while it is evaluated.
pub(super) struct Evaluation<'a> {
    pub context: Context<'a>,
    steps: usize,
}

/// A value, or why there is none.
pub(super) type Evaluated = Result<Rcvar, Stop>;

impl Evaluation<'_> {
    pub fn spend(&mut self, steps: usize) -> Result<(), Stop> {
        self.steps = self.steps.checked_sub(steps).ok_or(Stop::Costly)?;
        Ok(())
    }

    // Parts can be shared, so what a value takes to print or to compare can be far more than what it takes to keep.
    fn spend_on(&mut self, value: &Variable) -> Result<(), Stop> {
        let mut rest = vec![value];
        while let Some(value) = rest.pop() {
            let (own, within) = match value {
                Variable::String(text) => (1 + text.len() / BYTES, 0),
                Variable::Array(list) => (1, list.len()),
                Variable::Object(map) => (1, map.len()),
                Variable::Expref(_) => (1 + self.context.expression.len() / BYTES, 0),
                Variable::Null | Variable::Bool(_) | Variable::Number(_) => (1, 0),
            };
            self.spend(own + within)?;
            match value {
                Variable::Array(list) => rest.extend(list.iter().map(|entry| &**entry)),
                Variable::Object(map) => rest.extend(map.values().map(|entry| &**entry)),
                _ => {}
            }
        }
        Ok(())
    }

    pub fn value(&mut self, data: &Rcvar, ast: &Ast) -> Evaluated {
        self.spend(1)?;
        match ast {
            Ast::Field { name, .. } => Ok(data.get_field(name)),
            Ast::Subexpr { lhs, rhs, .. } => {
                let left = self.value(data, lhs)?;
                self.value(&left, rhs)
            }
            Ast::Identity { .. } => Ok(data.clone()),
            Ast::Literal { value, .. } => Ok(value.clone()),
            Ast::Index { idx, .. } => Ok(match usize::try_from(*idx) {
                Ok(index) => data.get_index(index),
                Err(_) => data.get_negative_index(idx.unsigned_abs() as usize),
            }),
            Ast::Or { lhs, rhs, .. } => {
                let left = self.value(data, lhs)?;
                if left.is_truthy() { Ok(left) } else { self.value(data, rhs) }
            }
            Ast::And { lhs, rhs, .. } => {
                let left = self.value(data, lhs)?;
                if left.is_truthy() { self.value(data, rhs) } else { Ok(left) }
            }
            Ast::Not { node, .. } => Ok(boolean(!self.value(data, node)?.is_truthy())),
            Ast::Condition { predicate, then, .. } => {
                if self.value(data, predicate)?.is_truthy() {
                    self.value(data, then)
                } else {
                    Ok(null())
                }
            }
            Ast::Comparison { comparator, lhs, rhs, .. } => self.comparison(data, comparator, lhs, rhs),
            Ast::ObjectValues { node, .. } => self.object_values(data, node),
            Ast::Projection { lhs, rhs, .. } => self.projection(data, lhs, rhs),
            Ast::Flatten { node, .. } => self.flatten(data, node),
            Ast::MultiList { elements, .. } => self.list(data, elements),
            Ast::MultiHash { elements, .. } => {
                if data.is_null() {
                    return Ok(null());
                }
                let mut made = BTreeMap::new();
                for pair in elements {
                    let value = self.value(data, &pair.value)?;
                    self.spend(pair.key.len() / BYTES)?;
                    made.insert(pair.key.clone(), value);
                }
                Ok(Rcvar::new(Variable::Object(made)))
            }
            Ast::Function { name, args, offset } => self.function(data, name, args, *offset),
            Ast::Expref { ast, .. } => {
                // The crate keeps a copy of the expression.
                self.spend(self.context.expression.len() / BYTES)?;
                Ok(Rcvar::new(Variable::Expref(Ast::clone(ast))))
            }
            Ast::Slice { start, stop, step, offset } => self.slice(data, (*start, *stop, *step), *offset),
        }
    }

    fn comparison(&mut self, data: &Rcvar, comparator: &Comparator, lhs: &Ast, rhs: &Ast) -> Evaluated {
        let left = self.value(data, lhs)?;
        let right = self.value(data, rhs)?;
        self.spend_on(&left)?;
        self.spend_on(&right)?;
        Ok(left.compare(comparator, &right).map_or_else(null, boolean))
    }

    fn object_values(&mut self, data: &Rcvar, node: &Ast) -> Evaluated {
        let value = self.value(data, node)?;
        let Variable::Object(map) = &*value else { return Ok(null()) };
        self.spend(map.len())?;
        Ok(array(map.values().cloned().collect()))
    }

    fn projection(&mut self, data: &Rcvar, lhs: &Ast, rhs: &Ast) -> Evaluated {
        let value = self.value(data, lhs)?;
        let Some(entries) = value.as_array() else { return Ok(null()) };
        let mut made = Vec::new();
        for entry in entries {
            let value = self.value(entry, rhs)?;
            if !value.is_null() {
                made.push(value);
            }
        }
        Ok(array(made))
    }

    fn flatten(&mut self, data: &Rcvar, node: &Ast) -> Evaluated {
        let value = self.value(data, node)?;
        let Some(entries) = value.as_array() else { return Ok(null()) };
        let mut made = Vec::new();
        for entry in entries {
            match entry.as_array() {
                Some(inner) => {
                    self.spend(1 + inner.len())?;
                    made.extend(inner.iter().cloned());
                }
                None => {
                    self.spend(1)?;
                    made.push(entry.clone());
                }
            }
        }
        Ok(array(made))
    }

    fn list(&mut self, data: &Rcvar, elements: &[Ast]) -> Evaluated {
        if data.is_null() {
            return Ok(null());
        }
        let made: Result<Vec<_>, _> = elements.iter().map(|ast| self.value(data, ast)).collect();
        Ok(array(made?))
    }

    fn slice(
        &mut self,
        data: &Rcvar,
        (start, stop, step): (Option<i32>, Option<i32>, i32),
        offset: usize,
    ) -> Evaluated {
        if step == 0 {
            self.context.offset = offset;
            return Err(self.error(RuntimeError::InvalidSlice));
        }
        self.spend(data.as_array().map_or(0, Vec::len))?;
        Ok(data.slice(start, stop, step).map_or_else(null, array))
    }

    fn function(&mut self, data: &Rcvar, name: &str, arguments: &[Ast], offset: usize) -> Evaluated {
        let arguments: Result<Vec<_>, _> = arguments.iter().map(|ast| self.value(data, ast)).collect();
        let arguments = arguments?;
        for argument in &arguments {
            self.spend_on(argument)?;
        }
        self.context.offset = offset;
        match name {
            "map" => self.map(&arguments),
            "sort_by" => self.sort_by(&arguments),
            "max_by" => self.extreme_by(&arguments, Variable::gt),
            "min_by" => self.extreme_by(&arguments, Variable::lt),
            _ => {
                self.spend(joined(name, &arguments) / BYTES)?;
                let Some(function) = self.context.runtime.get_function(name) else {
                    return Err(self.error(RuntimeError::UnknownFunction(name.to_owned())));
                };
                let value = function.evaluate(&arguments, &mut self.context)?;
                if let Variable::String(text) = &*value {
                    self.spend(text.len() / BYTES)?;
                }
                Ok(value)
            }
        }
    }

    pub fn error(&self, error: RuntimeError) -> Stop {
        Stop::Failed(JmespathError::from_ctx(&self.context, ErrorReason::Runtime(error)))
    }
}

// How many bytes `join` adds between the entries.
fn joined(name: &str, arguments: &[Rcvar]) -> usize {
    match (name, arguments) {
        ("join", [glue, list]) => {
            let (glue, list) = (glue.as_string().map_or(0, String::len), list.as_array().map_or(0, Vec::len));
            glue.saturating_mul(list)
        }
        _ => 0,
    }
}

pub(super) fn null() -> Rcvar {
    Rcvar::new(Variable::Null)
}

fn boolean(value: bool) -> Rcvar {
    Rcvar::new(Variable::Bool(value))
}

pub(super) fn array(entries: Vec<Rcvar>) -> Rcvar {
    Rcvar::new(Variable::Array(entries))
}

#[cfg(test)]
mod tests;
