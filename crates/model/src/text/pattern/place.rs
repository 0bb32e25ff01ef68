//! Positions between characters.

use super::node::Place;

impl Place {
    /// Whether it is at this position of the text.
    pub fn is_at(self, text: &[char], at: usize) -> bool {
        let (before, after) = (at.checked_sub(1).and_then(|at| text.get(at)), text.get(at));
        let end = text.len();
        match self {
            Self::Start => at == 0,
            Self::End => at == end,
            Self::LineStart { unix } => {
                at != end
                    && before.is_none_or(|before| {
                        ends_line(*before, unix) && (*before != '\r' || after != Some(&'\n'))
                    })
            }
            Self::LineEnd { unix } => ends_line_at(text, at, unix),
            Self::LastLineEnd { unix } => match (&text[at.min(end)..], unix) {
                ([] | ['\n'], true) | ([], false) => true,
                ([_] | ['\r', '\n'], false) => ends_line_at(text, at, false),
                _ => false,
            },
            Self::Boundary | Self::NoBoundary => {
                let is_word = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric() || *c == '_');
                (is_word(before) != is_word(after)) == (self == Self::Boundary)
            }
        }
    }
}

fn ends_line_at(text: &[char], at: usize, unix: bool) -> bool {
    match text.get(at) {
        None => true,
        Some('\n') if !unix && at > 0 => text.get(at - 1) != Some(&'\r'),
        Some(c) => ends_line(*c, unix),
    }
}

fn ends_line(c: char, unix: bool) -> bool {
    c == '\n' || (!unix && matches!(c, '\r' | '\u{85}' | '\u{2028}' | '\u{2029}'))
}
