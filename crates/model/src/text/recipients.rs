//! A list of people or channels that get messages: how servers write it, and what they take for a recipient.

/// What stands between two recipients on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// White space only: a comma becomes a part of the address.
    Blank,
    /// Commas; white space is taken as well.
    Comma,
}

/// What a recipient is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addressed {
    /// An e-mail address.
    Email,
    /// An IRC channel or nick name, alone or as a URI.
    Irc,
}

/// What a list of recipients may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipients {
    /// What each of them is.
    pub addressed: Addressed,
    /// What stands between them on the wire.
    pub separator: Separator,
    /// How many the server takes; `None` where it has no limit.
    pub most: Option<usize>,
}

impl Recipients {
    /// The recipients in `text`, however they are separated; commas separate only where the server takes them for that.
    pub fn split(self, text: &str) -> impl Iterator<Item = &str> {
        let comma = self.separator == Separator::Comma;
        text.split(move |c: char| c.is_whitespace() || (comma && c == ',')).filter(|one| !one.is_empty())
    }

    /// The list as the wire carries it.
    pub fn join(self, text: &str) -> String {
        let separator = match self.separator {
            Separator::Blank => " ",
            Separator::Comma => ",",
        };
        self.split(text).collect::<Vec<_>>().join(separator)
    }

    /// What is wrong with the list, as a sentence; `None` when nothing is.
    pub fn check(self, text: &str) -> Option<String> {
        if let Some(wrong) = self.split(text).find(|one| !self.addressed.is_one(one)) {
            let glued = self.separator == Separator::Blank && wrong.contains([',', ';']);
            return Some(match self.addressed {
                Addressed::Email if glued => format!(
                    "GitLab takes “{wrong}” for one address: write blanks or line breaks, not commas, between addresses."
                ),
                Addressed::Email => {
                    format!("“{wrong}” is not an e-mail address: it should look like “ann@example.org”.")
                }
                Addressed::Irc => format!(
                    "GitLab takes “{wrong}” for one recipient: write blanks or line breaks, not commas, between \
                     recipients."
                ),
            });
        }
        let count = self.split(text).count();
        match self.most {
            _ if count == 0 => Some("Enter at least one recipient.".to_owned()),
            Some(most) if count > most => {
                Some(format!("There are {count} recipients: GitLab takes at most {most}."))
            }
            _ => None,
        }
    }
}

impl Addressed {
    /// Whether `text` is one recipient, and not several with the wrong separator between them.
    fn is_one(self, text: &str) -> bool {
        match self {
            // As GitLab decides it: one “@” with something on both sides.
            Self::Email => text.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty() && !host.is_empty() && !host.contains('@') && !text.contains([',', ';'])
            }),
            // irker's own marks stand behind a comma: that it is a nick name, or that a channel has a key.
            Self::Irc => text
                .split(',')
                .skip(1)
                .all(|mark| matches!(mark, "isnick" | "isserver" | "needkey" | "needpass")),
        }
    }
}
