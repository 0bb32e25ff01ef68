//! The functions that evaluate an expression for each entry of a list.

use jmespath::functions::{ArgumentType, Signature};
use jmespath::{Rcvar, RuntimeError, Variable};

use super::evaluate::{Evaluated, Evaluation, Stop, array, null};

impl Evaluation<'_> {
    pub fn map(&mut self, arguments: &[Rcvar]) -> Evaluated {
        let signature = Signature::new(vec![ArgumentType::Expref, ArgumentType::Array], None);
        signature.validate(arguments, &self.context)?;
        let (Some(ast), Some(entries)) = (arguments[0].as_expref(), arguments[1].as_array()) else {
            return Ok(null());
        };
        let made: Result<Vec<_>, _> = entries.iter().map(|entry| self.value(entry, ast)).collect();
        Ok(array(made?))
    }

    pub fn sort_by(&mut self, arguments: &[Rcvar]) -> Evaluated {
        let mut pairs = self.keys(arguments)?;
        self.spend(pairs.len() * 8)?;
        pairs.sort_by(|(a, _), (b, _)| a.cmp(b));
        Ok(array(pairs.into_iter().map(|(_, entry)| entry).collect()))
    }

    pub fn extreme_by(&mut self, arguments: &[Rcvar], wins: fn(&Variable, &Variable) -> bool) -> Evaluated {
        let pairs = self.keys(arguments)?;
        let best = pairs.into_iter().reduce(|best, next| if wins(&next.0, &best.0) { next } else { best });
        Ok(best.map_or_else(null, |(_, entry)| entry))
    }

    // The entries of a list, each with the text or the number that the expression gives for it.
    fn keys(&mut self, arguments: &[Rcvar]) -> Result<Vec<(Rcvar, Rcvar)>, Stop> {
        let signature = Signature::new(vec![ArgumentType::Array, ArgumentType::Expref], None);
        signature.validate(arguments, &self.context)?;
        let (Some(entries), Some(ast)) = (arguments[0].as_array(), arguments[1].as_expref()) else {
            return Ok(Vec::new());
        };
        let mut pairs: Vec<(Rcvar, Rcvar)> = Vec::new();
        for entry in entries {
            let key = self.value(entry, ast)?;
            let fits = match pairs.first() {
                Some((first, _)) => first.get_type() == key.get_type(),
                None => key.is_string() || key.is_number(),
            };
            if !fits {
                return Err(self.error(RuntimeError::InvalidReturnType {
                    expected: "expression->string|expression->number".to_owned(),
                    actual: key.get_type().to_string(),
                    position: 1,
                    invocation: pairs.len(),
                }));
            }
            pairs.push((key, entry.clone()));
        }
        Ok(pairs)
    }
}
