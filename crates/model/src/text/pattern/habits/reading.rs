//! What the hints ask of a pattern as a text.

/// Where something is, in characters counted from 1.
pub(super) fn place(pattern: &str, byte: usize) -> usize {
    pattern[..byte].chars().count() + 1
}

/// Without the anchors at its ends.
pub(super) fn inner(pattern: &str) -> &str {
    let pattern = pattern.strip_prefix('^').unwrap_or(pattern);
    pattern.strip_suffix('$').unwrap_or(pattern)
}

/// Whether the byte belongs to an escape, because a backslash before it is none itself.
pub(super) fn is_escaped(pattern: &str, byte: usize) -> bool {
    pattern[..byte].bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1
}

/// Whether it has no syntax beside dots and what `except` names.
pub(super) fn is_plain(pattern: &str, except: &str) -> bool {
    !pattern.contains(|c: char| r"\[](){}|*+?^$".contains(c) && !except.contains(c))
}

/// Whether the byte is within `[…]`.
pub(super) fn is_in_class(pattern: &str, byte: usize) -> bool {
    let (mut depth, mut is_first) = (0_usize, false);
    let mut rest = pattern[..byte].chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => _ = rest.next(),
            '[' => {
                depth += 1;
                is_first = true;
                continue;
            }
            '^' if is_first => continue,
            // The first one in a class means itself.
            ']' if !is_first => depth = depth.saturating_sub(1),
            _ => {}
        }
        is_first = false;
    }
    depth > 0
}
