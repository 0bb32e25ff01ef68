//! Hints at valid expressions that may not mean what they say.

use crate::query;

#[test]
fn hints_at_a_not_without_brackets() {
    let hint = |at| {
        Some(format!(
            "Servers interpret the “!” at character {at} differently. Put it and the part that it negates in parentheses: (!…)."
        ))
    };
    for (text, expected) in [
        ("[?!contains(name, 'a') && contains(name, 'b')]", hint(3)),
        ("[?contains(name, 'a') || !contains(name, 'b')]", hint(26)),
        ("[?(!a && b)]", hint(4)),
        ("[?!a == b]", hint(3)),
        ("[?(!a) && !b]", hint(11)),
        ("{value:value[?!a||b]}", hint(15)),
        ("[?(!a) && (!b)]", None),
        ("[?!empty_repo]", None),
        ("[?!(a && b)]", None),
        ("[?(!contains(name, 'a')) || b]", None),
        ("[?contains(name, '!a && b')]", None),
        ("[a && b, !c]", None),
        ("[?a != b && c]", None),
    ] {
        assert_eq!(query(text).lint(), expected, "{text}");
    }
}

#[test]
fn hints_at_a_single_pipe_and_at_texts_in_double_quotes() {
    let pipe = "A single “|” at character 25 does not mean “or”. It passes its left side on to its right side. For “or”, write “||”.";
    assert_eq!(query("[?contains(name, 'git') | contains(name, 'Slap')]").lint().as_deref(), Some(pipe));
    assert_eq!(query("[?name | contains(@, 'git')]").lint(), None);
    assert_eq!(query("[?a] | [0]").lint(), None);

    let quotes = |text, at| {
        format!("\"{text}\" at character {at} is a field name. For text, write '{text}' in single quotes.")
    };
    assert_eq!(query("[?contains(name, \"git\")]").lint(), Some(quotes("git", 18)));
    assert_eq!(query("[?name == \"git\"]").lint(), Some(quotes("git", 11)));
    assert_eq!(query("[?\"full-name\" == 'git']").lint(), None);
}
