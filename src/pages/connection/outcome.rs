//! The result of a check: what was proved, and the next step.

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
    /// A page of the server that helps: label and address.
    pub door: Option<(String, String)>,
    /// Whether the user needs to enter a token, or another one.
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

    /// Everything works, as far as it could be checked.
    pub fn good(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self::new(Tone::Good, title, text)
    }

    /// It works in part, or it is unclear whether it does.
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

    /// A page of the server that helps.
    pub fn door(mut self, label: impl Into<String>, address: String) -> Self {
        self.door = Some((label.into(), address));
        self
    }

    /// The user needs to enter a token.
    pub fn wants_token(mut self) -> Self {
        self.wants_token = true;
        self
    }
}
