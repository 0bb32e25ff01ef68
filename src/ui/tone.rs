//! The tone of a message. Never shown by colour alone: each tone also has a symbol.

/// The tone of a notice, a tag, a toast or a dialog.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Neither good nor bad.
    #[default]
    Plain,
    /// Worth knowing.
    Info,
    /// It worked, it is on.
    Good,
    /// It works, but needs attention.
    Warn,
    /// It failed, or it destroys something.
    Bad,
}

impl Tone {
    /// The class that style/tone.css knows.
    pub fn class(self) -> &'static str {
        match self {
            Tone::Plain => "plain",
            Tone::Info => "info",
            Tone::Good => "good",
            Tone::Warn => "warn",
            Tone::Bad => "bad",
        }
    }

    /// The symbol beside the text, hidden from screen readers.
    pub fn symbol(self) -> &'static str {
        match self {
            Tone::Plain => "○",
            Tone::Info => "◆",
            Tone::Good => "✓",
            Tone::Warn | Tone::Bad => "▲",
        }
    }
}
