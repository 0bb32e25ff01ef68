//! Patterns that can take for ever: a repetition of something that is itself repeated.

/// Whether the pattern repeats a group that holds an unbounded repetition, as `(a+)+` does. Trying such a pattern on a
/// text that nearly matches takes time that doubles with each character, in a browser and in Java alike.
///
/// A rough test: it may name a pattern that is harmless, and overlooks other slow ones. Look-around is left out,
/// because what it matches is not repeated with the group around it.
pub fn may_take_for_ever(pattern: &str) -> bool {
    let characters: Vec<char> = pattern.chars().collect();
    // For each group that is open: whether it is look-around, and whether it holds an unbounded repetition.
    let mut open: Vec<(bool, bool)> = vec![(false, false)];
    let mut at = 0;
    while let Some(&character) = characters.get(at) {
        let rest = characters.get(at + 1..).unwrap_or_default();
        match character {
            '\\' => at += 1,
            '[' => at += class_length(rest),
            '(' => open.push((matches!(rest, ['?', '=' | '!', ..] | ['?', '<', '=' | '!', ..]), false)),
            ')' => {
                let (look_around, repeats) = open.pop().unwrap_or_default();
                if repeats && is_unbounded(rest) {
                    return true;
                }
                mark(&mut open, repeats && !look_around);
            }
            // Possessive: it never tries again.
            '*' | '+' if rest.first() == Some(&'+') => at += 1,
            '*' | '+' => mark(&mut open, true),
            '{' if is_unbounded(characters.get(at..).unwrap_or_default()) => mark(&mut open, true),
            _ => {}
        }
        at += 1;
    }
    false
}

fn mark(open: &mut [(bool, bool)], repeats: bool) {
    if let Some((_, holds)) = open.last_mut() {
        *holds |= repeats;
    }
}

/// Whether a repetition without an end, other than a possessive one, begins here.
fn is_unbounded(rest: &[char]) -> bool {
    match rest {
        ['*' | '+', '+', ..] => false,
        ['*' | '+', ..] => true,
        ['{', bounds @ ..] => {
            let bounds: String = bounds.iter().take_while(|character| **character != '}').collect();
            bounds.ends_with(',')
        }
        _ => false,
    }
}

/// How many characters a class has after its `[`, its `]` included.
fn class_length(rest: &[char]) -> usize {
    let mut at = usize::from(rest.first() == Some(&'^'));
    let first = at;
    while let Some(character) = rest.get(at) {
        match character {
            '\\' => at += 1,
            ']' if at > first => return at + 1,
            _ => {}
        }
        at += 1;
    }
    at
}
