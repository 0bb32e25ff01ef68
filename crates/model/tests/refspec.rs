//! Which lists of refspecs are accepted, what they mean, and the exact sentence for each that is not.

use patchbay_model::text::refspec::{Refspec, in_one_line, parse_list};
use proptest::prelude::*;

fn refspec(force: bool, source: &str, destination: Option<&str>) -> Refspec {
    Refspec { force, source: source.into(), destination: destination.map(Into::into) }
}

#[test]
fn reads_the_vendors_shapes() {
    assert_eq!(
        parse_list("+refs/refname1/*:refs/refname1/*, refs/refname2/*:refs/refname2/*"),
        Ok(vec![
            refspec(true, "refs/refname1/*", Some("refs/refname1/*")),
            refspec(false, "refs/refname2/*", Some("refs/refname2/*")),
        ])
    );
    assert_eq!(
        parse_list("+refs/meta/*:refs/meta/*"),
        Ok(vec![refspec(true, "refs/meta/*", Some("refs/meta/*"))])
    );
}

#[test]
fn reads_every_form_of_an_entry() {
    for (text, expected) in [
        ("refs/heads/main", refspec(false, "refs/heads/main", None)),
        ("+refs/heads/*", refspec(true, "refs/heads/*", None)),
        ("HEAD:refs/heads/head", refspec(false, "HEAD", Some("refs/heads/head"))),
        ("HEAD", refspec(false, "HEAD", None)),
        (" \trefs/notes/x\n", refspec(false, "refs/notes/x", None)),
        ("refs/changes/*/head:refs/c/x*y", refspec(false, "refs/changes/*/head", Some("refs/c/x*y"))),
        ("refs/é/@/+a", refspec(false, "refs/é/@/+a", None)),
    ] {
        assert_eq!(parse_list(text), Ok(vec![expected]), "{text:?}");
    }
}

#[test]
fn reads_a_blank_text_as_no_refspecs() {
    assert_eq!(parse_list(""), Ok(vec![]));
    assert_eq!(parse_list(" \n"), Ok(vec![]));
}

#[test]
fn names_the_entry_and_what_is_wrong_with_it() {
    for (text, sentence) in [
        (",", "Refspec 1 is empty. Remove the extra comma, or enter a refspec."),
        ("refs/a,", "Refspec 2 is empty. Remove the extra comma, or enter a refspec."),
        ("refs/a, ,refs/b", "Refspec 2 is empty. Remove the extra comma, or enter a refspec."),
        ("+", "Refspec 1, “+”, must have a source before “:”."),
        (":refs/a", "Refspec 1, “:refs/a”, must have a source before “:”."),
        (
            "refs/a:",
            "Refspec 1, “refs/a:”, must have a destination after “:”. If it needs none, remove the “:”.",
        ),
        (
            "refs/a:refs/b:refs/c",
            "Refspec 1, “refs/a:refs/b:refs/c”, must have at most one “:”. Separate refspecs with commas.",
        ),
        ("heads/a", "Refspec 1, “heads/a”, must have a source that is HEAD or begins with “refs/”."),
        ("refs/a, main", "Refspec 2, “main”, must have a source that is HEAD or begins with “refs/”."),
        ("++refs/a", "Refspec 1, “++refs/a”, must have a source that is HEAD or begins with “refs/”."),
        ("HEAD*", "Refspec 1, “HEAD*”, must have a source that is HEAD or begins with “refs/”."),
        ("refs/a:a", "Refspec 1, “refs/a:a”, must have a destination that begins with “refs/”."),
        ("refs/a:HEAD", "Refspec 1, “refs/a:HEAD”, must have a destination that begins with “refs/”."),
        (
            "refs/*:refs/a",
            "Refspec 1, “refs/*:refs/a”, must have an asterisk on both sides of “:”, or on neither side.",
        ),
        (
            "refs/a:refs/*",
            "Refspec 1, “refs/a:refs/*”, must have an asterisk on both sides of “:”, or on neither side.",
        ),
        ("refs/*/*:refs/*", "Refspec 1, “refs/*/*:refs/*”, must have at most one asterisk on each side."),
        (
            "refs/a refs/b",
            "Refspec 1, “refs/a refs/b”, must not contain white space or control characters. Separate refspecs with commas.",
        ),
        ("refs/a..b", "Refspec 1, “refs/a..b”, must not contain “..”."),
        ("refs/a@{1}", "Refspec 1, “refs/a@{1}”, must not contain “@{”."),
        ("refs/a^", "Refspec 1, “refs/a^”, must not contain “^”."),
        ("refs/a~1", "Refspec 1, “refs/a~1”, must not contain “~”."),
        ("refs/a?", "Refspec 1, “refs/a?”, must not contain “?”."),
        ("refs/[ab]", "Refspec 1, “refs/[ab]”, must not contain “[”."),
        ("refs\\a", "Refspec 1, “refs\\a”, must not contain “\\”."),
        ("refs/", "Refspec 1, “refs/”, must have a name before and after every “/”."),
        ("/refs/a", "Refspec 1, “/refs/a”, must have a name before and after every “/”."),
        ("refs//a", "Refspec 1, “refs//a”, must have a name before and after every “/”."),
        ("refs/.a", "Refspec 1, “refs/.a”, must not contain a name that begins with a dot."),
        ("refs/a.", "Refspec 1, “refs/a.”, must not have a source or destination that ends with a dot."),
        ("refs/a.lock/b", "Refspec 1, “refs/a.lock/b”, must not contain a name that ends with “.lock”."),
        (
            "refs/a:refs/b.lock",
            "Refspec 1, “refs/a:refs/b.lock”, must not contain a name that ends with “.lock”.",
        ),
    ] {
        let result = parse_list(text).map_err(|error| error.to_string());
        assert_eq!(result, Err(sentence.to_owned()), "for {text:?}");
    }
}

#[test]
fn names_what_git_takes_elsewhere() {
    let preceded = |entry: usize, text: &str, words: &str| {
        format!("Refspec {entry}, “{text}”, must be the refspec alone. Remove “{words}” before it.")
    };
    let entry = |text: &str, rest: &str| format!("Refspec 1, “{text}”, {rest}");
    const NEGATIVE: &str = "excludes references, and this list can only add some. Remove it, or list the references that you need.";
    for (text, sentence) in [
        ("fetch = +refs/a/*:refs/a/*", preceded(1, "fetch = +refs/a/*:refs/a/*", "fetch =")),
        ("\tfetch=+refs/a/*:refs/a/*", preceded(1, "fetch=+refs/a/*:refs/a/*", "fetch=")),
        ("fetch = refs/a/*", preceded(1, "fetch = refs/a/*", "fetch =")),
        ("push = refs/a/*", preceded(1, "push = refs/a/*", "push =")),
        ("refs/b, fetch = +refs/a/*", preceded(2, "fetch = +refs/a/*", "fetch =")),
        ("refs/b\nfetch = +refs/a/*", preceded(2, "fetch = +refs/a/*", "fetch =")),
        (
            "git fetch origin +refs/a/*:refs/a/*",
            preceded(1, "git fetch origin +refs/a/*:refs/a/*", "git fetch origin"),
        ),
        ("origin refs/a:refs/a", preceded(1, "origin refs/a:refs/a", "origin")),
        ("fetch = \"+refs/a/*\"", preceded(1, "fetch = \"+refs/a/*\"", "fetch =")),
        ("^refs/a", entry("^refs/a", NEGATIVE)),
        ("^refs/a/*", entry("^refs/a/*", NEGATIVE)),
        ("\"+refs/a/*:refs/a/*\"", entry("\"+refs/a/*:refs/a/*\"", "must not be in quotes. Remove them.")),
        ("'refs/a'", entry("'refs/a'", "must not be in quotes. Remove them.")),
        ("tag v1.0", entry("tag v1.0", "must be a full name. Write “refs/tags/v1.0:refs/tags/v1.0”.")),
        ("refs/a;refs/b", entry("refs/a;refs/b", "must not contain “;”. Separate refspecs with commas.")),
        ("refs/a; +refs/b", entry("refs/a; +refs/b", "must not contain “;”. Separate refspecs with commas.")),
        ("refs/a;", entry("refs/a;", "must not contain “;”. Separate refspecs with commas.")),
    ] {
        let result = parse_list(text).map_err(|error| error.to_string());
        assert_eq!(result, Err(sentence), "for {text:?}");
    }
}

#[test]
fn takes_each_line_as_an_entry() {
    let both = Ok(vec![refspec(true, "refs/a/*", Some("refs/a/*")), refspec(false, "refs/b", None)]);
    for text in [
        "+refs/a/*:refs/a/*\nrefs/b",
        "+refs/a/*:refs/a/*\r\nrefs/b\r\n",
        "+refs/a/*:refs/a/*,\nrefs/b",
        "+refs/a/*:refs/a/* ,\n\n  refs/b\n",
        "\n+refs/a/*:refs/a/*\n\nrefs/b",
        "+refs/a/*:refs/a/*, refs/b",
    ] {
        assert_eq!(parse_list(text), both, "{text:?}");
        assert_eq!(in_one_line(text), "+refs/a/*:refs/a/*, refs/b", "{text:?}");
    }
    // What is in one line stays as it was typed.
    for text in ["", "refs/a,refs/b", " refs/a , refs/b ", "refs/a,"] {
        assert_eq!(in_one_line(text), text);
    }
    assert_eq!(
        parse_list("refs/a\nmain").map_err(|error| error.to_string()),
        Err("Refspec 2, “main”, must have a source that is HEAD or begins with “refs/”.".to_owned())
    );
    assert_eq!(
        parse_list("refs/a\nrefs/b,").map_err(|error| error.to_string()),
        Err("Refspec 3 is empty. Remove the extra comma, or enter a refspec.".to_owned())
    );
}

#[test]
fn counts_entries_from_one() {
    assert_eq!(parse_list("refs/a, refs/b, c").map_err(|error| error.entry()), Err(3));
}

fn any_refspec() -> impl Strategy<Value = Refspec> {
    let name = "refs/[a-z+é][a-z0-9@-]{0,5}(/[a-z_]{1,5}){0,2}";
    (any::<bool>(), name, prop::option::of(name), any::<bool>()).prop_map(
        |(force, source, destination, all)| {
            let end = if all { "/*" } else { "" };
            Refspec { force, source: source + end, destination: destination.map(|name| name + end) }
        },
    )
}

proptest! {
    #[test]
    fn never_panics(text in any::<String>(), tail in "[refs/*:+,. @{}~^]{0,20}") {
        let _ = parse_list(&(text + &tail)).map_err(|error| error.to_string());
    }

    #[test]
    fn means_the_same_in_one_line(list in prop::collection::vec(any_refspec(), 1..4), breaks in prop::collection::vec(any::<bool>(), 4)) {
        let parts = list.iter().zip(&breaks).map(|(one, lines)| format!("{one}{}", if *lines { "\n" } else { "," }));
        let text = parts.collect::<String>();
        let text = text.trim_end_matches([',', '\n']);
        prop_assert_eq!(parse_list(text), Ok(list.clone()));
        prop_assert_eq!(parse_list(&in_one_line(text)), Ok(list));
        prop_assert!(!in_one_line(text).contains('\n'));
    }

    #[test]
    fn reads_back_what_it_writes(list in prop::collection::vec(any_refspec(), 1..4)) {
        let text = list.iter().map(Refspec::to_string).collect::<Vec<_>>().join(" , ");
        prop_assert_eq!(parse_list(&text), Ok(list));
    }
}

#[test]
fn names_what_is_copied_along() {
    for (text, sentence) in [
        (
            "[remote \"origin\"]\n\tfetch = +refs/heads/*:refs/remotes/origin/*",
            "Refspec 1, “[remote \"origin\"]”, is no refspec. Remove it.",
        ),
        (
            "^+refs/heads/x",
            "Refspec 1, “^+refs/heads/x”, excludes references, and this list can only add some. Remove it, or list the references that you need.",
        ),
        (
            "+ refs/heads/x",
            "Refspec 1, “+ refs/heads/x”, must not contain white space or control characters. Separate refspecs with commas.",
        ),
        ("“refs/heads/x”", "Refspec 1, ““refs/heads/x””, must not be in quotes. Remove them."),
        ("`refs/heads/x`", "Refspec 1, “`refs/heads/x`”, must not be in quotes. Remove them."),
        ("# comment\nrefs/heads/x", "Refspec 1, “# comment”, is no refspec. Remove it."),
        (
            "refs/heads/x，refs/heads/y",
            "Refspec 1, “refs/heads/x，refs/heads/y”, must not contain “，”. Separate refspecs with commas.",
        ),
        (
            "refs/heads/x、refs/heads/y",
            "Refspec 1, “refs/heads/x、refs/heads/y”, must not contain “、”. Separate refspecs with commas.",
        ),
    ] {
        assert_eq!(parse_list(text).map_err(|error| error.to_string()), Err(sentence.to_owned()), "{text:?}");
    }
    for (text, line) in [
        ("refs/heads/x\u{200b}", "refs/heads/x"),
        ("\u{feff}refs/heads/x", "refs/heads/x"),
        ("refs/a,\u{200b}refs/b", "refs/a, refs/b"),
    ] {
        assert!(parse_list(text).is_ok(), "{text:?}");
        assert_eq!(in_one_line(text), line);
    }
    assert_eq!(
        parse_list("refs/heads/a\u{200b}b").unwrap_err().to_string(),
        "Refspec 1, “refs/heads/a\u{200b}b”, has a character that nobody sees. The character at position 13 is invisible (U+200B, zero-width space). Delete it."
    );
}
