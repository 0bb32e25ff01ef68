//! What a check comes to: what was proved, and the next step.

use crate::ui::Tone;

/// The result of a check.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// How good it is.
    pub tone: Tone,
    /// In a few words: "Blocked by CORS".
    pub title: String,
    /// Whole sentences: what was proved, and how sure that is.
    pub text: String,
    /// What to do about it, one step each.
    pub todo: Vec<String>,
    /// A page of the server's that helps: label and address.
    pub door: Option<(String, String)>,
    /// Whether a token, or another one, is what is missing.
    pub wants_token: bool,
}

impl Outcome {
    fn new(tone: Tone, title: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            tone,
            title: title.into(),
            text: text.into(),
            todo: Vec::new(),
            door: None,
            wants_token: false,
        }
    }

    /// Everything that could be looked at is as it should be.
    pub fn good(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self::new(Tone::Good, title, text)
    }

    /// It works, but not all of it, or nobody can tell.
    pub fn doubtful(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self::new(Tone::Warn, title, text)
    }

    /// It does not work.
    pub fn bad(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self::new(Tone::Bad, title, text)
    }

    /// What to do about it.
    pub fn todo<const N: usize>(mut self, steps: [String; N]) -> Self {
        self.todo.extend(steps);
        self
    }

    /// A page of the server's that helps.
    pub fn door(mut self, label: impl Into<String>, address: String) -> Self {
        self.door = Some((label.into(), address));
        self
    }

    /// A token is what is missing.
    pub fn wants_token(mut self) -> Self {
        self.wants_token = true;
        self
    }
}
