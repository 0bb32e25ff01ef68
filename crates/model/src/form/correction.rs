//! What a person most likely meant: a page's address where a server's is wanted, a placeholder left in, a name with its
//! brackets. None of it keeps a form from being sent.

use super::field::{Field, Kind};
use super::wire::lines;
use crate::text::invisible::find_stray;
use crate::text::meant::{ascii_address, placeholder, variable, with_scheme};
use crate::text::pasted;
use crate::text::recipients::Addressed;

/// What is odd about a value, and what was most likely meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    /// What is odd and what to do, as a sentence; empty where the problem of the field says it.
    pub sentence: String,
    /// The value to enter instead; empty if there is none to offer.
    pub value: String,
}

impl Correction {
    /// A page's address where a server's is wanted.
    pub fn server(value: String) -> Self {
        Self {
            sentence: format!("This looks like the address of a page. Enter the server’s: {value}"),
            value,
        }
    }

    /// More than the name that is wanted, such as the address of its page.
    pub fn name(value: String) -> Self {
        Self { sentence: format!("Enter only the name: {value}"), value }
    }

    /// A sentence with nothing to offer.
    pub fn of(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), value: String::new() }
    }
}

/// Finds what was meant in one field.
#[derive(Clone, Copy, Debug)]
pub struct Corrector {
    /// Key of the field.
    pub at: &'static str,
    /// Gives the correction of its text, which is not empty.
    pub correct: fn(&str) -> Option<Correction>,
}

impl Field {
    /// What was most likely meant by `text`, whichever field of its kind it is in.
    pub(super) fn meant(&self, text: &str) -> Option<Correction> {
        if !matches!(self.kind, Kind::Url | Kind::WebAddress | Kind::Secret | Kind::Multiline | Kind::Json)
            && let Some(sentence) = find_stray(text)
        {
            return Some(Correction::of(sentence));
        }
        match &self.kind {
            Kind::Recipients(recipients) => {
                let is_refused = recipients.check(text).is_some();
                let is_mail = recipients.addressed == Addressed::Email;
                let is_meant = is_refused || (is_mail && (text.contains('<') || text.contains("mailto:")));
                let value = recipients.meant(text).filter(|_| is_meant)?;
                let sentence =
                    if is_refused { "" } else { "Enter only the addresses, without names and brackets." };
                Some(Correction { sentence: sentence.to_owned(), value })
            }
            Kind::Url | Kind::WebAddress => address(text).or_else(|| in_clear(text)),
            Kind::ApiPath => {
                variable(text).map(replace_it).or_else(|| left_in(text)).or_else(|| in_clear(text))
            }
            Kind::Text | Kind::Multiline | Kind::Lines => lines(text).find_map(in_clear),
            _ => None,
        }
    }
}

fn address(text: &str) -> Option<Correction> {
    // The problem says that it has credentials.
    if let (true, Some(value)) = (text.contains('@'), pasted::without_credentials(text)) {
        return Some(Correction { sentence: String::new(), value });
    }
    if let Some(value) = with_scheme(text) {
        return Some(Correction { sentence: String::new(), value });
    }
    left_in(text).or_else(|| {
        let value = ascii_address(text)?;
        let sentence = format!("Servers know this host by its ASCII name: {value}");
        Some(Correction { sentence, value })
    })
}

fn left_in(text: &str) -> Option<Correction> {
    placeholder(text).map(replace_it)
}

fn replace_it(found: &str) -> Correction {
    Correction::of(format!("“{found}” looks like a placeholder. Replace it with your own value."))
}

/// A secret where everybody who opens the form can read it.
fn in_clear(text: &str) -> Option<Correction> {
    if let Some(name) = pasted::secret_parameter(text) {
        return Some(Correction::of(format!(
            "The parameter “{name}” looks like a secret. This field shows it to everybody who can open this form."
        )));
    }
    pasted::holds_secret(text).then(|| {
        Correction::of(
            "This looks like it contains a secret. This field shows it to everybody who can open this form.",
        )
    })
}
