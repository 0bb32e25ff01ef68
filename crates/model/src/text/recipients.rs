//! A list of email addresses or IRC channels: how GitLab separates them, and which it accepts.

use super::invisible::trim_text;

/// The sentence for a list without a recipient.
pub const NO_RECIPIENT: &str = "Enter at least one recipient.";

/// The sentence for several email addresses with the wrong separator between them.
pub fn joined_addresses(text: &str) -> String {
    format!(
        "GitLab reads “{text}” as one address. Separate addresses with spaces or line breaks, not commas."
    )
}

/// The sentence for several IRC recipients with the wrong separator between them.
pub fn joined_recipients(text: &str) -> String {
    format!(
        "GitLab reads “{text}” as one recipient. Separate recipients with spaces or line breaks, not commas."
    )
}

/// The sentence for text that is not an email address.
pub fn not_an_address(text: &str) -> String {
    format!("“{text}” is not an email address. Example: “ann@example.org”.")
}

/// The sentence for more recipients than GitLab accepts.
pub fn too_many(count: usize, most: usize) -> String {
    format!("There are {count} recipients. GitLab accepts at most {most}.")
}

/// The separator of recipients on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// White space only. A comma would become part of the address.
    Space,
    /// Commas. GitLab also accepts white space.
    Comma,
}

/// The kind of recipients in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addressed {
    /// Email addresses.
    Email,
    /// IRC channels or nicknames, as names or as `irc://` URIs.
    Irc,
}

/// The format of a list of recipients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipients {
    /// The kind of recipients.
    pub addressed: Addressed,
    /// The separator on the wire.
    pub separator: Separator,
    /// How many GitLab accepts; `None` if there is no limit.
    pub most: Option<usize>,
}

impl Recipients {
    /// The recipients in `text`, separated by white space, and by commas if the wire separates them so.
    pub fn split(self, text: &str) -> impl Iterator<Item = &str> {
        let comma = self.separator == Separator::Comma;
        text.split(move |c: char| c.is_whitespace() || (comma && c == ','))
            .map(trim_text)
            .filter(|one| !one.is_empty())
    }

    /// The list with the separator of the wire.
    pub fn join(self, text: &str) -> String {
        let separator = match self.separator {
            Separator::Space => " ",
            Separator::Comma => ",",
        };
        self.split(text).collect::<Vec<_>>().join(separator)
    }

    /// The addresses in a list as mail programs write it: with names, brackets, and semicolons or commas between them; one
    /// a line. `None` if there is something in it that is almost one.
    pub fn meant(self, text: &str) -> Option<String> {
        if self.addressed == Addressed::Email {
            return emails(text);
        }
        let mut found: Vec<&str> = Vec::new();
        for entry in text.split([',', ';', '\n']).map(trim_text).filter(|entry| !entry.is_empty()) {
            match entry.rsplit_once('<') {
                Some((_, rest)) => found.push(trim_text(rest.strip_suffix('>')?)),
                None => found.extend(entry.split_whitespace()),
            }
        }
        let found: Vec<&str> =
            found.into_iter().map(|one| one.strip_prefix("mailto:").unwrap_or(one)).collect();
        let is_right = !found.is_empty()
            && found.iter().all(|one| self.addressed.is_one(one) && !one.contains(['<', '>', '"']));
        is_right.then(|| found.join("\n"))
    }

    /// What is wrong with the list, as a sentence; `None` if nothing is.
    pub fn check(self, text: &str) -> Option<String> {
        if let Some(wrong) = self.split(text).find(|one| !self.addressed.is_one(one)) {
            let joined = self.separator == Separator::Space && wrong.contains([',', ';']);
            return Some(match self.addressed {
                Addressed::Email if joined => joined_addresses(wrong),
                Addressed::Email => not_an_address(wrong),
                Addressed::Irc => joined_recipients(wrong),
            });
        }
        // GitLab counts an address once, in whatever letters, where it counts them at all.
        let mut all: Vec<String> = self.split(text).map(str::to_lowercase).collect();
        all.sort_unstable();
        all.dedup();
        let count = all.len();
        match self.most {
            _ if count == 0 => Some(NO_RECIPIENT.to_owned()),
            Some(most) if count > most => Some(too_many(count, most)),
            _ => None,
        }
    }
}

/// The email addresses among names, brackets and what else stands around them in mail programs, one a line. `None` if an
/// entry has none, or something that is almost one.
fn emails(text: &str) -> Option<String> {
    // Names in quotation marks may have commas; in a list of a program, the addresses themselves are in them.
    let outside = text.split('"').step_by(2).collect::<Vec<_>>().join(" ");
    let plain = if outside.contains('@') { outside } else { text.replace('"', " ") };
    let plain = plain.replace('＠', "@");
    let is_between = |c: char| c.is_whitespace() || ":<>()[]'“”„|".contains(c);
    let mut found: Vec<&str> = Vec::new();
    let entries = plain.split([',', ';', '\n', '，', '；', '、']).map(trim_text);
    for entry in entries.filter(|entry| !entry.is_empty()) {
        let before = found.len();
        let words = entry.split(is_between).map(trim_text).filter(|word| word.contains('@'));
        for word in words {
            let one = word.split('?').next().unwrap_or_default().trim_end_matches('.');
            if !Addressed::Email.is_one(one) {
                return None;
            }
            found.push(one);
        }
        if found.len() == before {
            return None;
        }
    }
    found.dedup();
    (!found.is_empty()).then(|| found.join("\n"))
}

impl Addressed {
    /// Whether `text` is one recipient, not several with the wrong separator between them.
    fn is_one(self, text: &str) -> bool {
        match self {
            // GitLab's own rule: one “@” with text on both sides.
            Self::Email => text.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty() && !host.is_empty() && !host.contains('@') && !text.contains([',', ';'])
            }),
            // irker's flags follow a comma: the recipient is a nickname, or the channel needs a key.
            Self::Irc => text
                .split(',')
                .skip(1)
                .all(|flag| matches!(flag, "isnick" | "isserver" | "needkey" | "needpass")),
        }
    }
}
