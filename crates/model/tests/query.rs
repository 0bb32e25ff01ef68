//! JMESPath filters: what is accepted, what each mistake is called, and what the vendor's examples keep.

use HostShape::{Folder, Gerrit, Github, GithubApp, Gitlab, Microsoft};
use patchbay_model::query::{HostShape, Query};
use proptest::prelude::*;

const SHAPES: [HostShape; 6] = [Github, GithubApp, Gitlab, Microsoft, Folder, Gerrit];

/// The vendor's "JMESPath filter examples", host by host, with what each keeps of the sample.
const VENDOR_EXAMPLES: &[(HostShape, &str, &[&str])] = &[
    (Github, "[?contains(name, 'git')]", &["git-integration", "digit-recognition"]),
    (Github, "[?starts_with(name, 'git') || ends_with(name, 'test')]", &["git-integration", "browser-test"]),
    (Github, "[?(!contains(name, 'firstword'))]", ALL_GITHUB),
    (Github, "[?(!contains(name, 'firstword')) && (!contains(name, 'secondword'))]", ALL_GITHUB),
    (Github, "[?contains(name, 'long')]", &["long-term-archive"]),
    (Gerrit, "[?contains(name, 'git')]", &["git-hooks", "plugins/gitiles"]),
    (Gerrit, "[?starts_with(name, 'git') || ends_with(name, 'test')]", &["git-hooks", "kernel-test"]),
    (Gerrit, "[?(!contains(name, 'firstword'))]", ALL_GERRIT),
    (Gerrit, "[?(!contains(name, 'firstword')) && (!contains(name, 'secondword'))]", ALL_GERRIT),
    (GithubApp, "repositories[] | [?starts_with(name, 'repo-prefix')]", &[]),
    (GithubApp, "repositories[] | [?contains(name, 'substring')]", &[]),
    (GithubApp, "repositories[] | [?(!contains(name, 'search-phrase'))]", ALL_GITHUB),
    (GithubApp, "repositories[] | [?name == 'exact-repo-name']", &[]),
    (
        Gitlab,
        "[?contains(name, 'git') || contains(name, 'Slap') || contains(name, 'est')]",
        &["git-tools", "SlapShot", "checkout-test"],
    ),
    (
        Gitlab,
        "[?(!contains(tag_list, 'largemedia'))]",
        &["git-tools", "checkout-test", "new-idea", "mobile-app"],
    ),
    (Gitlab, "[?(!contains(name, 'firstword'))]", ALL_GITLAB),
    (Gitlab, "[?(!contains(name, 'firstword')) && (!contains(name, 'secondword'))]", ALL_GITLAB),
    (Gitlab, "[?contains(tag_list, 'largemedia')]", &["SlapShot", "video-assets"]),
    (Gitlab, "[?starts_with(name, 'git') || ends_with(name, 'test')]", &["git-tools", "checkout-test"]),
    (Gitlab, "[?!empty_repo]", &["git-tools", "SlapShot", "checkout-test", "video-assets", "mobile-app"]),
    (Gitlab, "[?contains(name, 'test')]", &["checkout-test"]),
    (Gitlab, "[?contains(name, 'Release-test-GIJ-GitLab-PAT')]", &[]),
    (Microsoft, "{value:value[?contains(name, 'example')]}", &["example-app", "old-example"]),
    (
        Microsoft,
        "{value:value[?(!contains(name, 'Test'))]}",
        &["example-app", "git-mirror", "load-test", "old-example", "handbook"],
    ),
    (
        Microsoft,
        "{value:value[?(starts_with(name, 'git')||(ends_with(name, 'test')))]}",
        &["git-mirror", "load-test"],
    ),
    (
        Microsoft,
        "{value:value[?(starts_with(name, 'git') || (ends_with(name, 'test')))]}",
        &["git-mirror", "load-test"],
    ),
    (
        Microsoft,
        "{value:value[?contains(project.state, 'wellFormed')]}",
        &["example-app", "git-mirror", "Test-harness", "load-test", "handbook"],
    ),
    (Microsoft, "{value:value[?contains(project.name, 'test2')]}", &["git-mirror", "Test-harness"]),
    (
        Microsoft,
        "{value:value[?contains(project.visibility, 'private')]}",
        &["example-app", "git-mirror", "Test-harness", "old-example"],
    ),
    (Microsoft, "{value:value[?contains(project.visibility, 'public')]}", &["load-test", "handbook"]),
    (Folder, "[?contains(name, 'git')]", &["git-server", "SlapShot.git", "git-secrets"]),
    (
        Folder,
        "[?contains(name, 'git') || contains(name, 'Slap') || contains(name, 'est')]",
        &["git-server", "SlapShot.git", "latest-build", "git-secrets"],
    ),
    (Folder, "[?(!contains(name, 'firstword'))]", ALL_FOLDER),
    (Folder, "[?(!contains(name, 'firstword')) && (!contains(name, 'secondword'))]", ALL_FOLDER),
    (
        Folder,
        "[?!starts_with(fullPath, '/home/user/local/store/private-repos')]",
        &["git-server", "SlapShot.git", "latest-build", "handbook"],
    ),
];
const ALL_GITHUB: &[&str] = &[
    "git-integration",
    "payment-service",
    "browser-test",
    "digit-recognition",
    "long-term-archive",
    "website",
];
const ALL_GITLAB: &[&str] =
    &["git-tools", "SlapShot", "checkout-test", "video-assets", "new-idea", "mobile-app"];
const ALL_FOLDER: &[&str] =
    &["git-server", "SlapShot.git", "latest-build", "payroll", "git-secrets", "handbook"];
const ALL_GERRIT: &[&str] =
    &["git-hooks", "plugins/gitiles", "kernel-test", "kernel", "docs", "legacy-tools"];

#[track_caller]
fn query(text: &str) -> Query {
    Query::parse(text).unwrap_or_else(|error| panic!("{text} was refused: {error}"))
}

#[test]
fn tries_every_example_of_the_vendor() {
    for (shape, text, kept) in VENDOR_EXAMPLES {
        let split =
            query(text).apply(*shape, shape.sample_json()).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(split.kept, *kept, "{text}");
        assert_eq!(split.kept.len() + split.dropped.len(), 6, "{text}");
        assert_eq!(query(text).lint(), None, "{text}");
    }
}

#[test]
fn refuses_the_examples_that_the_tracked_folders_guide_spoiled() {
    for (text, at) in [
        ("[?contains(name, 'git') \\| contains(name, 'Slap') \\| contains(name, 'est')]", 25),
        ("[?!contains(name, 'firstword') \\| contains(name, 'secondword')]", 32),
    ] {
        let error = Query::parse(text).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("“\\|” at character {at} has no meaning here: write “||” for “or”.")
        );
        assert_eq!(error.at(), at);
    }
}

#[test]
fn accepts_what_the_specification_has() {
    for text in [
        "@",
        "[*]",
        "[0:3]",
        "[::-1]",
        "[-1]",
        "*.name",
        "foo.bar[0].\"with-hyphen\"",
        "[?name == `\"git\"` && size > `10`]",
        "[?\"full_name\" != 'a\\'b']",
        "sort_by(@, &name)",
        "[?not_null(a, b, c)]",
        "merge(@, @, @)",
        "[? type ( name ) == 'string' ]",
        "[].{name: name, tags: tag_list[*]}",
        "max_by(@, &size).name",
        "[?name=='ü']\r\n\t| [0]",
        "map(&name, @)[?contains(@, 'x')]",
        "a && b || c",
        "!a",
    ] {
        query(text);
    }
}

#[test]
fn says_what_is_wrong_and_where() {
    let long = format!("[?name == '{}']", "a".repeat(1990));
    let deep = "(".repeat(30) + "a" + &")".repeat(30);
    let chain = "a.".repeat(400) + "a";
    for (text, at, sentence) in [
        (
            "",
            1,
            "The expression is empty: leave the field empty or write a filter such as [?contains(name, 'git')].",
        ),
        (
            " \n",
            1,
            "The expression is empty: leave the field empty or write a filter such as [?contains(name, 'git')].",
        ),
        (&long, 2001, "The expression must have at most 2,000 characters."),
        (&deep, 25, "The expression is nested too deeply at character 25: write it more simply."),
        (&chain, 382, "The expression is nested too deeply at character 382: write it more simply."),
        (
            "[?contains(name, 'git')",
            1,
            "The bracket “[?” at character 1 is never closed: write “]” where it ends.",
        ),
        (
            "[?contains(name, 'git'",
            11,
            "The bracket “(” at character 11 is never closed: write “)” where it ends.",
        ),
        ("{value:value[?a]", 1, "The bracket “{” at character 1 is never closed: write “}” where it ends."),
        (
            "[?contains(name, 'git']",
            23,
            "“]” at character 23 cannot close “(” of character 11: write “)” there.",
        ),
        ("[?a])", 5, "“)” at character 5 closes nothing: no bracket is open there."),
        ("[?name = 'git']", 8, "“=” at character 8 has no meaning: write “==” to compare."),
        (
            "[?contains(name, 'git)]",
            18,
            "The quote ' at character 18 is never closed: write another ' where it ends.",
        ),
        ("[?ü == 'é\"']", 3, "“ü” at character 3 has no meaning in JMESPath: write a text in single quotes."),
        (
            "[?a == 'ü' && $]",
            15,
            "“$” at character 15 has no meaning in JMESPath: write a text in single quotes.",
        ),
        (
            "[?contains(name, ‘git’)]",
            18,
            "The typographic quote ‘ at character 18 has no meaning: write a text in single quotes (').",
        ),
        ("[?a\u{a0}== b]", 4, "Character 4 is a special space (U+00A0): write an ordinary one."),
        ("[?a \\ b]", 5, "“\\” at character 5 has no meaning outside of quotes."),
        (
            "[?my-field]",
            5,
            "“-” at character 5 has no meaning here: write a field name that contains it in double quotes, and a text in \
             single quotes.",
        ),
        ("[0:1234567890]", 4, "The number at character 4 is too large: it must have at most nine digits."),
        (
            "[?contains(name, `git`)]",
            18,
            "What stands between the backticks at character 18 is not JSON: write a text in single quotes instead.",
        ),
        ("[?\"a\\x\"]", 3, "The name in double quotes at character 3 has a “\\” that JSON does not know."),
        (
            "[?contains(name 'git')]",
            17,
            "Before “'git'” at character 17 a comma or an operator such as “||” is missing.",
        ),
        ("[?a !b]", 5, "Before “!” at character 5 a comma or an operator such as “||” is missing."),
        ("[?a & b]", 5, "“&” at character 5 has no meaning there: write “&&” for “and”."),
        ("[?a or b]", 5, "Before “or” at character 5 a comma or an operator such as “||” is missing."),
        ("a ||", 3, "After “||” at character 3 a value is missing."),
        ("a.", 2, "After “.” at character 2 a value is missing."),
        ("[?]", 3, "Before “]” at character 3 a value is missing."),
        ("[?a && || b]", 8, "Before “||” at character 8 a value is missing."),
        ("[?contains(name,)]", 17, "Before “)” at character 17 a value is missing."),
        ("name[foo]", 6, "“foo” at character 6 is not expected there."),
        (
            "[?startsWith(name, 'git')]",
            3,
            "There is no function “startsWith” (character 3): the usual ones are contains, starts_with and ends_with.",
        ),
        ("[?contains(name)]", 3, "The function “contains” at character 3 takes 2 arguments, not 1."),
        (
            "[?contains(name, 'a', 'b')]",
            3,
            "The function “contains” at character 3 takes 2 arguments, not 3.",
        ),
        ("length()", 1, "The function “length” at character 1 takes 1 argument, not 0."),
        ("merge()", 1, "The function “merge” at character 1 takes 1 argument, not 0."),
    ] {
        match Query::parse(text) {
            Ok(query) => panic!("{text:?} was read as {query:?}"),
            Err(error) => {
                assert_eq!((error.to_string().as_str(), error.at()), (sentence, at), "for {text:?}")
            }
        }
    }
}

#[test]
fn hints_at_a_not_without_brackets() {
    let hint = |at| {
        Some(format!(
            "Servers disagree on how far the “!” at character {at} reaches: put it and what it negates in brackets, (!…)."
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
    let pipe = "A single “|” at character 25 does not mean “or” but hands its left side on to its right side: \
                write “||” for “or”.";
    assert_eq!(query("[?contains(name, 'git') | contains(name, 'Slap')]").lint().as_deref(), Some(pipe));
    assert_eq!(query("[?name | contains(@, 'git')]").lint(), None);
    assert_eq!(query("[?a] | [0]").lint(), None);

    let quotes = |text, at| {
        format!(
            "\"{text}\" at character {at} is the name of a field: write '{text}', in single quotes, for a text."
        )
    };
    assert_eq!(query("[?contains(name, \"git\")]").lint(), Some(quotes("git", 18)));
    assert_eq!(query("[?name == \"git\"]").lint(), Some(quotes("git", 11)));
    assert_eq!(query("[?\"full-name\" == 'git']").lint(), None);
}

#[test]
fn says_why_a_sample_cannot_be_used() {
    let all = query("[?name]");
    for (shape, sample, sentence) in [
        (Github, "[\n  {\"name\": }\n]", "The sample is not valid JSON: look at line 2, column 12."),
        (Github, "", "The sample is not valid JSON: look at line 1, column 0."),
        (Github, "{\"name\": \"a\"}", "The sample of this host must be a list of repositories: [{…}, {…}]."),
        (
            Microsoft,
            "[]",
            "The sample of this host must have its list of repositories under “value”: {\"value\": [{…}]}.",
        ),
        (
            Gitlab,
            "[{\"name\": \"a\"}, {\"path\": \"b\"}]",
            "Repository 2 of the sample must be an object with a “name” that is a text.",
        ),
        (Folder, "[\"a\"]", "Repository 1 of the sample must be an object with a “name” that is a text."),
    ] {
        let error = all.apply(shape, sample).unwrap_err();
        assert_eq!(error.to_string(), sentence, "for {sample:?}");
        assert!(error.is_about_sample());
    }
}

#[test]
fn says_why_a_result_is_no_list_of_repositories() {
    const WHOLE: &str = "keep the part in [?…] and remove what follows it.";
    const SHAPE: &str =
        "The expression must keep the shape of this host's answer: write it as {value:value[?…]}.";
    const RESHAPED: &str = "The expression must give the repositories unchanged, but it makes new objects of them: keep \
         only the part that filters, [?…].";
    for (shape, text, sentence) in [
        (
            Github,
            "[0].name",
            "The expression must give a list of repositories, but it gives a text: a filter looks like \
             [?contains(name, 'git')].",
        ),
        (
            Github,
            "repositories[?private]",
            "The expression must give a list of repositories, but it gives nothing (null): a filter looks like \
             [?contains(name, 'git')].",
        ),
        (
            Gitlab,
            "[?name].name",
            &format!("The expression must give whole repositories, but its list contains a text: {WHOLE}"),
        ),
        (
            Gitlab,
            "[*].[name]",
            &format!("The expression must give whole repositories, but its list contains a list: {WHOLE}"),
        ),
        (Gitlab, "[*].{name: name}", RESHAPED),
        (Gitlab, "[*].namespace", RESHAPED),
        (Microsoft, "value[?contains(name, 'a')]", SHAPE),
        (Microsoft, "[?contains(name, 'a')]", SHAPE),
        (
            Github,
            "[?contains(missing, 'git')]",
            "“contains” needs a text or a list as argument 1, but got nothing (null) for a repository of the sample.",
        ),
        (
            Github,
            "[?contains(name, 'git') | contains(name, 'Slap')]",
            "“contains” needs a text or a list as argument 1, but got nothing (null) for a repository of the sample.",
        ),
        (
            Github,
            "[?starts_with(name, size)]",
            "“starts_with” needs a text as argument 2, but got a number for a repository of the sample.",
        ),
        (Github, "[::0]", "The step of a slice must not be 0: [::1] takes every entry."),
        (
            Github,
            "sort_by(@, &language)",
            "The expression sorts or compares by something that is not the same kind of value in every repository of the \
             sample.",
        ),
    ] {
        let error = query(text).apply(shape, shape.sample_json()).expect_err(text);
        assert_eq!(error.to_string(), sentence, "for {text}");
        assert!(!error.is_about_sample());
    }
}

#[test]
fn lists_names_in_the_order_of_the_sample() {
    let split = query("reverse(@) | [?n > `1`]").apply(
        Gitlab,
        r#"[{"name": "c", "n": 2}, {"name": "b", "n": 1}, {"name": "a", "n": 3}, {"name": "b", "n": 4}]"#,
    );
    let split = split.unwrap();
    assert_eq!(split.kept, ["c", "a", "b"]);
    assert_eq!(split.dropped, ["b"]);
}

#[test]
fn accepts_the_longest_filter_that_anyone_would_write() {
    let terms: Vec<_> = (100..280).map(|number| format!("name=='{number}'")).collect();
    let text = format!("[?{}]", terms[..150].join("||"));
    assert_eq!(query(&text).apply(Github, Github.sample_json()).unwrap().kept, [""; 0]);
}

// What is as deep as can be must neither be refused by accident nor overflow the stack of a thread.
#[test]
fn evaluates_whatever_it_accepts() {
    let sample = format!("[{}]", vec!["{\"name\":\"a\"}"; 3].join(","));
    for unit in [
        "a||", "a|", "a.", "a<", "!", "[]", "[*]", "*.", "[?a]", "[:]", "[0]", "(", "[", "{a:", "[?",
        "type(", "[?a||!",
    ] {
        let closed = |count: usize| {
            let open = unit.repeat(count);
            let tail = if unit.ends_with(']') { "" } else { "a" };
            let closing = |c| match c {
                '(' => Some(')'),
                '{' => Some('}'),
                '[' if !unit.contains(']') => Some(']'),
                _ => None,
            };
            let close: String = open.chars().rev().filter_map(closing).collect();
            open + tail + &close
        };
        let deepest = (1..400).rev().find_map(|count| Query::parse(&closed(count)).ok());
        let _ = deepest.unwrap_or_else(|| panic!("no {unit}")).apply(Github, &sample);
    }
}

proptest! {
    #[test]
    fn never_panics(
        text in any::<String>(),
        words in prop::collection::vec(prop::sample::select(vec![
            "[?", "[", "]", "(", ")", "{", "}", "name", "'git'", "\"a\"", "`1`", "`null`", "||", "&&", "|", "!", "==", "<", ",",
            ":", "*", ".", "@", "&", "contains(", "sort_by(", "0", "-1", "999999999", " ", "\\", "ü",
        ]), 0..20),
        shape in prop::sample::select(SHAPES.to_vec()),
    ) {
        for text in [text, words.concat()] {
            match Query::parse(&text) {
                Ok(query) => {
                    let _ = query.lint();
                    let _ = query.apply(shape, shape.sample_json()).map_err(|error| error.to_string());
                }
                Err(error) => {
                    prop_assert!(error.to_string().ends_with('.'));
                    prop_assert!((1..=text.chars().count().max(1)).contains(&error.at()));
                }
            }
        }
    }

    #[test]
    fn keeps_and_drops_each_repository_once(sizes in prop::collection::vec(0u8..10, 0..8)) {
        let sample = sizes.iter().map(|size| format!("{{\"name\": \"r{size}\", \"size\": {size}}}")).collect::<Vec<_>>();
        let split = query("[?size > `4`]").apply(Gitlab, &format!("[{}]", sample.join(","))).unwrap();
        let names = |wanted: fn(&u8) -> bool| sizes.iter().filter(|size| wanted(size)).map(|size| format!("r{size}")).collect::<Vec<_>>();
        prop_assert_eq!(split.kept, names(|size| *size > 4));
        prop_assert_eq!(split.dropped, names(|size| *size <= 4));
    }
}
