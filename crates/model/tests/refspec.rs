//! Which lists of refspecs are accepted, what they mean, and the exact sentence for each that is not.

use patchbay_model::text::refspec::{Refspec, in_one_line, lint, parse_list};
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
        (
            "heads/a",
            "Refspec 1, “heads/a”, must have a source that is HEAD or begins with “refs/”. Write for example “refs/heads/a”.",
        ),
        (
            "refs/a, main",
            "Refspec 2, “main”, must have a source that is HEAD or begins with “refs/”. Write for example “refs/heads/main”.",
        ),
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
        ("refs/[ab]", "Refspec 1, “refs/[ab]”, must not contain “[”. The only wildcard is “*”."),
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
        Err("Refspec 2, “main”, must have a source that is HEAD or begins with “refs/”. Write for example “refs/heads/main”.".to_owned())
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
        let text = text + &tail;
        let _ = (parse_list(&text).map_err(|error| error.to_string()), lint(&text), lint(&tail));
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
        ("+ refs/heads/x", "Refspec 1, “+ refs/heads/x”, must not have a space after “+”. Remove it."),
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

/// What is refused or warned of, with its sentence.
fn said(text: &str) -> Option<String> {
    parse_list(text).err().map(|error| error.to_string()).or_else(|| lint(text))
}

#[test]
fn names_what_others_write_and_what_to_write_instead() {
    for (text, sentence) in [
        ("refs/changes/$CHANGE/*", "“$CHANGE” looks like a placeholder. Replace it with your own value."),
        ("refs/pull/${PR}/head", "“{PR}” looks like a placeholder. Replace it with your own value."),
        ("refs/heads/<branch>", "“<branch>” looks like a placeholder. Replace it with your own value."),
        ("refs/heads/{branch}", "“{branch}” looks like a placeholder. Replace it with your own value."),
        ("refs/heads/BRANCH_NAME", "“BRANCH_NAME” looks like a placeholder. Replace it with your own value."),
        ("refs/heads/%BRANCH%", "“%BRANCH%” looks like a placeholder. Replace it with your own value."),
        (
            "master",
            "Refspec 1, “master”, must have a source that is HEAD or begins with “refs/”. Write for example “refs/heads/master”.",
        ),
        (
            "origin/main",
            "Refspec 1, “origin/main”, must have a source that is HEAD or begins with “refs/”. Write for example “refs/heads/main”.",
        ),
        (
            "*",
            "Refspec 1, “*”, must have a source that is HEAD or begins with “refs/”. Write for example “refs/heads/*”.",
        ),
        (
            "heads/*",
            "Refspec 1, “heads/*”, must have a source that is HEAD or begins with “refs/”. Write for example “refs/heads/*”.",
        ),
        (
            "+master:refs/remotes/origin/master",
            "Refspec 1, “+master:refs/remotes/origin/master”, must have a source that is HEAD or begins with “refs/”. Write for example “refs/heads/master”.",
        ),
        (
            "refs/heads/.*:refs/heads/.*",
            "Refspec 1, “refs/heads/.*:refs/heads/.*”, must not contain “.*”. For any text, write “*”.",
        ),
        (
            "refs/heads/release-[0-9]+",
            "Refspec 1, “refs/heads/release-[0-9]+”, must not contain “[”. The only wildcard is “*”.",
        ),
        ("refs/heads/(a|b)", "“|” is a character of the name. Separate refspecs with commas."),
        ("refs/heads/a|refs/heads/b", "“|” is a character of the name. Separate refspecs with commas."),
        (
            "refs/heads/{a,b}",
            "Refspec 2, “b}”, is part of a list in braces, which Git does not have. Enter a refspec for each.",
        ),
        ("--tags", "Refspec 1, “--tags”, is an option of a command. Remove it."),
        (
            "refs/heads/main -> refs/remotes/origin/main",
            "Refspec 1, “refs/heads/main -> refs/remotes/origin/main”, must have “:” between source and destination instead of “->”.",
        ),
        (
            "refs/heads/main => refs/remotes/origin/main",
            "Refspec 1, “refs/heads/main => refs/remotes/origin/main”, must have “:” between source and destination instead of “=>”.",
        ),
        (
            "refs/heads/main → refs/remotes/origin/main",
            "Refspec 1, “refs/heads/main → refs/remotes/origin/main”, must have “:” between source and destination instead of “→”.",
        ),
        (
            "refs/heads/main : refs/heads/main",
            "Refspec 1, “refs/heads/main : refs/heads/main”, must not have spaces beside “:”. Remove them.",
        ),
        (
            "refs/heads/main: refs/heads/main",
            "Refspec 1, “refs/heads/main: refs/heads/main”, must not have spaces beside “:”. Remove them.",
        ),
        ("+ refs/heads/x", "Refspec 1, “+ refs/heads/x”, must not have a space after “+”. Remove it."),
        (
            "[\"refs/heads/a\", \"refs/heads/b\"]",
            "Refspec 1, “[\"refs/heads/a\"”, must not have brackets or quotes around it. Remove them.",
        ),
        (
            "(refs/heads/a)",
            "Refspec 1, “(refs/heads/a)”, must not have brackets or quotes around it. Remove them.",
        ),
        (
            "<refs/heads/a>",
            "Refspec 1, “<refs/heads/a>”, must not have brackets or quotes around it. Remove them.",
        ),
        (
            "REFS/heads/main",
            "Refspec 1, “REFS/heads/main”, must have a source that is HEAD or begins with “refs/”. Write for example “refs/heads/main”.",
        ),
        (
            "ref/heads/main",
            "Refspec 1, “ref/heads/main”, must have a source that is HEAD or begins with “refs/”. Write for example “refs/heads/main”.",
        ),
        ("refs/head/main", "Git hosts have branches under “refs/heads/”, not under “refs/head/”."),
        ("refs/head/*:refs/head/*", "Git hosts have branches under “refs/heads/”, not under “refs/head/”."),
        ("refs/tag/v1", "Git hosts have tags under “refs/tags/”, not under “refs/tag/”."),
        (
            "refs/remote/origin/*",
            "Git hosts have copies of a server’s branches under “refs/remotes/”, not under “refs/remote/”.",
        ),
        ("refs/heads", "“refs/heads” names no reference. For all of them, write “refs/heads/*”."),
        ("refs/tags", "“refs/tags” names no reference. For all of them, write “refs/tags/*”."),
        (
            "!refs/heads/x",
            "Refspec 1, “!refs/heads/x”, excludes references, and this list can only add some. Remove it, or list the references that you need.",
        ),
        (
            "-refs/heads/x",
            "Refspec 1, “-refs/heads/x”, excludes references, and this list can only add some. Remove it, or list the references that you need.",
        ),
        (
            "~refs/heads/x",
            "Refspec 1, “~refs/heads/x”, excludes references, and this list can only add some. Remove it, or list the references that you need.",
        ),
        ("＋refs/heads/*", "Refspec 1, “＋refs/heads/*”, must have “+” instead of “＋”."),
        (
            "refs/heads/a：refs/heads/a",
            "Refspec 1, “refs/heads/a：refs/heads/a”, must have “:” instead of “：”.",
        ),
        (
            "refs/heads/x # all",
            "Refspec 1, “refs/heads/x # all”, must not have a comment. Remove the text from “#” on.",
        ),
        (
            "'+refs/heads/*:refs/remotes/origin/*",
            "Refspec 1, “'+refs/heads/*:refs/remotes/origin/*”, must not have brackets or quotes around it. Remove them.",
        ),
        ("refs/heads/a|refs/heads/b", "“|” is a character of the name. Separate refspecs with commas."),
        ("refs/for/main", "“refs/for/” only takes what is pushed. Gerrit has changes under “refs/changes/”."),
        (
            "refs/heads/**:refs/heads/**",
            "Refspec 1, “refs/heads/**:refs/heads/**”, must have at most one asterisk on each side.",
        ),
        (
            "refs/heads/feature/*/*",
            "Refspec 1, “refs/heads/feature/*/*”, must have at most one asterisk on each side.",
        ),
        (
            "https://github.com/acme/app.git",
            "Refspec 1, “https://github.com/acme/app.git”, is an address. Enter the name of a reference.",
        ),
        (
            "v1.0",
            "Refspec 1, “v1.0”, must have a source that is HEAD or begins with “refs/”. Write for example “refs/tags/v1.0”.",
        ),
        (
            "a1b2c3d4e5f6a7b8c9d0a1b2c3d4e5f6a7b8c9d0",
            "Refspec 1, “a1b2c3d4e5f6a7b8c9d0a1b2c3d4e5f6a7b8c9d0”, is the ID of a commit. Enter the name of a reference.",
        ),
        ("refs/heads/x\",", "Refspec 2 is empty. Remove the extra comma, or enter a refspec."),
        (
            "refs/heads/...:refs/heads/...",
            "Refspec 1, “refs/heads/...:refs/heads/...”, must not contain “..”.",
        ),
        ("refs/heads/…", "“…” looks like a placeholder. Replace it with your own value."),
        ("refs/heads/x\"", "“\"” at the end of “refs/heads/x\"” is a character of the name. Remove it."),
        ("refs/heads/＊", "“＊” is another character than “*”. Write “*”."),
        ("refs/heads/a, refs/tag/v1", "Git hosts have tags under “refs/tags/”, not under “refs/tag/”."),
    ] {
        assert_eq!(said(text).as_deref(), Some(sentence), "for {text}");
        if let Some((_, offered)) =
            sentence.strip_suffix("”.").and_then(|rest| rest.rsplit_once("rite for example “"))
        {
            assert_eq!(said(offered), None, "offered for {text}");
        }
    }
}

#[test]
fn leaves_alone_what_is_meant() {
    for text in [
        "+refs/heads/*:refs/heads/*",
        "+refs/pull/*/merge:refs/remotes/origin/pull/*",
        "+refs/pull-requests/*/from:refs/remotes/origin/pr/*",
        "refs/changes/*:refs/changes/*",
        "refs/notes/*:refs/notes/*",
        "+refs/*:refs/*",
        "refs/meta/config:refs/meta/config",
        "refs/tags/v1.0:refs/tags/v1.0",
        "refs/heads/release/1.x",
        "refs/heads/feature/APP-1_x",
        "refs/heads/fix-(x)",
        "refs/heads/C++",
        "refs/heads/é/#1",
        "refs/heads/a;b",
        "refs/heads/100%",
        "refs/heads/user",
        "refs/heads/namespace/company",
        "refs/heads/headsup",
        "refs/keep-around/*",
        "refs/environments/*:refs/environments/*",
        "refs/pipelines/1",
        "HEAD:refs/heads/head",
        "refs/heads/a, refs/heads/b",
        "refs/heads/a\nrefs/heads/b",
        "refs/heads/x}",
        "refs/pull/*",
        "+refs/pull/*/head:refs/remotes/origin/pr/*",
        "+refs/merge-requests/*/head:refs/remotes/origin/merge-requests/*",
        "+refs/heads/nroman-*:refs/remotes/origin/nroman-*",
    ] {
        assert_eq!(said(text), None, "for {text}");
    }
}
