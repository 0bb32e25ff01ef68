//! What an expression makes of a sample, and why it may be of no use.

use HostShape::{Folder, Github, Gitlab, Microsoft};
use patchbay_model::text::query::HostShape;

use crate::query;

#[test]
fn says_why_a_sample_cannot_be_used() {
    let all = query("[?name]");
    for (shape, sample, sentence) in [
        (Github, "[\n  {\"name\": }\n]", "The sample is not valid JSON. See line 2, column 12."),
        (Github, "", "The sample is not valid JSON. See line 1, column 0."),
        (Github, "{\"name\": \"a\"}", "The sample of this host must be a list of repositories: [{…}, {…}]."),
        (
            Microsoft,
            "[]",
            "The sample of this host must have its list of repositories under “value”: {\"value\": [{…}]}.",
        ),
        (
            Gitlab,
            "[{\"name\": \"a\"}, {\"path\": \"b\"}]",
            "Repository 2 of the sample must be an object whose “name” is a string.",
        ),
        (Folder, "[\"a\"]", "Repository 1 of the sample must be an object whose “name” is a string."),
    ] {
        let error = all.apply(shape, sample).unwrap_err();
        assert_eq!(error.to_string(), sentence, "for {sample:?}");
        assert!(error.is_about_sample());
    }
}

#[test]
fn says_why_a_result_is_no_list_of_repositories() {
    const WHOLE: &str = "Keep the part in [?…] and remove the part after it.";
    const SHAPE: &str =
        "The expression must keep the format of this host’s response. Write it as {value:value[?…]}.";
    const RESHAPED: &str = "The expression must return the repositories unchanged, but it creates new objects from them. Keep only the filter, [?…].";
    for (shape, text, sentence) in [
        (
            Github,
            "[0].name",
            "The expression must return a list of repositories, but it returns a string. Example of a filter: [?contains(name, 'git')].",
        ),
        (
            Github,
            "repositories[?private]",
            "The expression must return a list of repositories, but it returns nothing (null). Example of a filter: [?contains(name, 'git')].",
        ),
        (
            Gitlab,
            "[?name].name",
            &format!(
                "The expression must return whole repositories, but its list contains a string. {WHOLE}"
            ),
        ),
        (
            Gitlab,
            "[*].[name]",
            &format!("The expression must return whole repositories, but its list contains a list. {WHOLE}"),
        ),
        (Gitlab, "[*].{name: name}", RESHAPED),
        (Gitlab, "[*].namespace", RESHAPED),
        (Microsoft, "value[?contains(name, 'a')]", SHAPE),
        (Microsoft, "[?contains(name, 'a')]", SHAPE),
        (
            Github,
            "[?contains(missing, 'git')]",
            "“contains” needs a string or a list as argument 1, but got nothing (null) for a repository in the sample. To leave it out, write missing && contains(missing, …).",
        ),
        (
            Github,
            "[?starts_with(owner.missing, 'git')]",
            "“starts_with” needs a string as argument 1, but got nothing (null) for a repository in the sample. To leave it out, write owner.missing && starts_with(owner.missing, …).",
        ),
        (
            Github,
            "[?length(missing) > `1`]",
            "“length” needs a list or an object or a string as argument 1, but got nothing (null) for a repository in the sample.",
        ),
        (
            Github,
            "[?contains(name, 'git') | contains(name, 'Slap')]",
            "“contains” needs a string or a list as argument 1, but got nothing (null) for a repository in the sample.",
        ),
        (
            Github,
            "[?starts_with(name, size)]",
            "“starts_with” needs a string as argument 2, but got a number for a repository in the sample.",
        ),
        (Github, "[::0]", "The step of a slice must not be 0. For every entry, use [::1]."),
        (
            Github,
            "sort_by(@, &language)",
            "The expression sorts or compares values that do not have the same type in all repositories of the sample.",
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
fn repositories_that_are_known_by_name_are_written_as_each_host_lists_them() {
    let names = [("web \"app\"", "/srv/web"), ("api", "/home/api")];
    for (shape, filter) in [
        (HostShape::Github, "[?starts_with(name, 'web')]"),
        (HostShape::GithubApp, "repositories[] | [?starts_with(name, 'web')]"),
        (HostShape::Gitlab, "[?starts_with(name, 'web')]"),
        (HostShape::Microsoft, "{value:value[?starts_with(name, 'web')]}"),
        (HostShape::Folder, "[?starts_with(fullPath, '/srv')]"),
        (HostShape::Gerrit, "[?starts_with(name, 'web')]"),
    ] {
        let split = query(filter).apply(shape, &shape.json_of(names.into_iter())).unwrap();
        assert_eq!(split.kept, ["web \"app\""], "{shape:?}");
        assert_eq!(split.dropped, ["api"], "{shape:?}");
    }
}
