//! Which lists of refspecs are accepted, what they mean, and the exact sentence for each that is not.

use patchbay_model::text::refspec::{Refspec, parse_list};
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
        (",", "Refspec 1 is empty: remove the comma beside it, or write a refspec there."),
        ("refs/a,", "Refspec 2 is empty: remove the comma beside it, or write a refspec there."),
        ("refs/a, ,refs/b", "Refspec 2 is empty: remove the comma beside it, or write a refspec there."),
        ("+", "Refspec 1, “+”, must name a source before “:”."),
        (":refs/a", "Refspec 1, “:refs/a”, must name a source before “:”."),
        ("refs/a:", "Refspec 1, “refs/a:”, must name a destination after “:”, or leave out the “:”."),
        (
            "refs/a:refs/b:refs/c",
            "Refspec 1, “refs/a:refs/b:refs/c”, must have one “:” at most; a comma separates refspecs.",
        ),
        ("heads/a", "Refspec 1, “heads/a”, must have a source that begins with “refs/”, or is HEAD."),
        ("refs/a, main", "Refspec 2, “main”, must have a source that begins with “refs/”, or is HEAD."),
        ("++refs/a", "Refspec 1, “++refs/a”, must have a source that begins with “refs/”, or is HEAD."),
        ("HEAD*", "Refspec 1, “HEAD*”, must have a source that begins with “refs/”, or is HEAD."),
        ("refs/a:a", "Refspec 1, “refs/a:a”, must have a destination that begins with “refs/”."),
        ("refs/a:HEAD", "Refspec 1, “refs/a:HEAD”, must have a destination that begins with “refs/”."),
        (
            "refs/*:refs/a",
            "Refspec 1, “refs/*:refs/a”, must have an asterisk on both sides of “:” or on neither.",
        ),
        (
            "refs/a:refs/*",
            "Refspec 1, “refs/a:refs/*”, must have an asterisk on both sides of “:” or on neither.",
        ),
        ("refs/*/*:refs/*", "Refspec 1, “refs/*/*:refs/*”, must have at most one asterisk on each side."),
        (
            "refs/a refs/b",
            "Refspec 1, “refs/a refs/b”, must not contain white space or control characters; a comma separates refspecs.",
        ),
        ("refs/a..b", "Refspec 1, “refs/a..b”, must not contain “..”."),
        ("refs/a@{1}", "Refspec 1, “refs/a@{1}”, must not contain “@{”."),
        ("^refs/a", "Refspec 1, “^refs/a”, must not contain “^”."),
        ("refs/a~1", "Refspec 1, “refs/a~1”, must not contain “~”."),
        ("refs/a?", "Refspec 1, “refs/a?”, must not contain “?”."),
        ("refs/[ab]", "Refspec 1, “refs/[ab]”, must not contain “[”."),
        ("refs\\a", "Refspec 1, “refs\\a”, must not contain “\\”."),
        ("refs/", "Refspec 1, “refs/”, must have a name on both sides of every “/”."),
        ("/refs/a", "Refspec 1, “/refs/a”, must have a name on both sides of every “/”."),
        ("refs//a", "Refspec 1, “refs//a”, must have a name on both sides of every “/”."),
        ("refs/.a", "Refspec 1, “refs/.a”, must not have a name that begins with a dot."),
        ("refs/a.", "Refspec 1, “refs/a.”, must not have a side that ends with a dot."),
        ("refs/a.lock/b", "Refspec 1, “refs/a.lock/b”, must not have a name that ends with “.lock”."),
        (
            "refs/a:refs/b.lock",
            "Refspec 1, “refs/a:refs/b.lock”, must not have a name that ends with “.lock”.",
        ),
    ] {
        let result = parse_list(text).map_err(|error| error.to_string());
        assert_eq!(result, Err(sentence.to_owned()), "for {text:?}");
    }
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
    fn reads_back_what_it_writes(list in prop::collection::vec(any_refspec(), 1..4)) {
        let text = list.iter().map(Refspec::to_string).collect::<Vec<_>>().join(" , ");
        prop_assert_eq!(parse_list(&text), Ok(list));
    }
}
