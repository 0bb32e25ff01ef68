//! Patterns that can take exponential time: a repetition of a part that is itself repeated.

/// Whether the pattern repeats a group that contains an unbounded repetition, such as `(a+)+`. On text that almost matches,
/// the time for such a pattern doubles with each character, in browsers and in Java.
///
/// This is a rough test: it may report a harmless pattern, and it misses other slow ones. It ignores repetitions inside
/// look-around, because they are not repeated with the group around it.
pub fn may_take_for_ever(pattern: &str) -> bool {
    let characters: Vec<char> = pattern.chars().collect();
    // For each open group: whether it is look-around, and whether it contains an unbounded repetition.
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
            // Possessive: no backtracking.
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

/// Whether an unbounded repetition that is not possessive begins here.
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

/// Number of characters of a class after its `[`, including its `]`.
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
