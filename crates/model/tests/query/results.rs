//! What an expression makes of a sample, and why it may be of no use.

use HostShape::{Folder, Github, Gitlab, Microsoft};
use patchbay_model::text::query::HostShape;

use crate::query;

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
