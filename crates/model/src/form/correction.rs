//! What a person most likely meant: a page's address where a server's is wanted, a placeholder left in, a name with its
//! brackets. None of it keeps a form from being sent.

use super::check::is_region;
use super::field::{Field, Kind};
use super::wire::lines;
use crate::text::invisible::find_stray;
use crate::text::meant::{as_address, ascii_address, placeholder, variable};
use crate::text::pasted;
use crate::text::path::check_server_path;
use crate::text::recipients::Addressed;
use crate::text::refspec;

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

    /// With this sentence before its own.
    pub(super) fn after(mut self, sentence: Option<String>) -> Self {
        if let Some(sentence) = sentence {
            self.sentence = format!("{sentence} {}", self.sentence).trim_end().to_owned();
        }
        self
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
            Kind::ServerPath => left_in(text).or_else(|| folder(text)),
            Kind::Region { .. } => region(text),
            Kind::Refspecs => refspec::lint(text).map(Correction::of),
            Kind::Text | Kind::Multiline | Kind::Lines => lines(text).find_map(in_clear),
            _ => None,
        }
    }
}

impl Field {
    /// The sentence about a secret in an address that everybody sees.
    pub(super) fn shown_secret(&self, text: &str) -> Option<String> {
        let is_address = matches!(self.kind, Kind::Url | Kind::WebAddress);
        is_address.then(|| in_clear(text)).flatten().map(|found| found.sentence)
    }
}

fn address(text: &str) -> Option<Correction> {
    // The problem says what is wrong with one that is none.
    if let Some(value) = as_address(text) {
        return Some(Correction { sentence: String::new(), value });
    }
    left_in(text).or_else(|| {
        let value = ascii_address(text)?;
        let sentence = format!("Servers know this host by its ASCII name: {value}");
        Some(Correction { sentence, value })
    })
}

/// The path of a folder, whose last segment is an asterisk, in one that is written otherwise.
fn folder(text: &str) -> Option<Correction> {
    let path = text.trim_matches(['"', '\'']);
    let path = path.strip_prefix("file://").unwrap_or(path);
    let share = path.strip_prefix("smb://").map(|share| format!("\\\\{}", share.replace('/', "\\")));
    let path = share.as_deref().unwrap_or(path);
    let sign = if path.contains('/') { '/' } else { '\\' };
    let end = path.rfind(['/', '\\'])?;
    let last = &path[end + 1..];
    let whole = match last {
        "*" => path.to_owned(),
        // A repository, or all with such names.
        _ if last.contains('*') || last.ends_with(".git") || last.is_empty() => {
            format!("{}{sign}*", &path[..end])
        }
        _ => format!("{path}{sign}*"),
    };
    let is_right = whole != text && check_server_path(&whole).is_ok() && check_server_path(text).is_err();
    is_right.then(|| Correction { sentence: String::new(), value: whole })
}

/// The code of a region, in other letters, with other signs or with the letter of a zone.
fn region(text: &str) -> Option<Correction> {
    let plain = text.to_ascii_lowercase().replace(['_', ' '], "-");
    let is_zone = |c: char| c.is_ascii_lowercase();
    let code = match plain.strip_suffix(is_zone) {
        Some(code) if code.ends_with(|c: char| c.is_ascii_digit()) => code.to_owned(),
        _ => plain,
    };
    (code != text && is_region(&code)).then(|| Correction { sentence: String::new(), value: code })
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
