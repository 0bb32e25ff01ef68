//! What each field takes on its own.

use crate::support::form;
use crate::{problems, table};
use patchbay_model::Mode::{Create, Edit};
use patchbay_model::gij::{IntegrationType, Origin};
use patchbay_model::{Field, Kind};
use serde_json::json;

#[test]
fn checks_each_field() {
    const URL: &str = "origin: The URL must begin with https:// or http://.";
    const ASTERISK: &str =
        "origin: The path must end with an asterisk as its last segment. Example: /jira/repos/*.";
    const DEPTH: &str = "folderDepth: Enter a number from 1 to 5.";
    let path = |length: usize| "/".repeat(length);
    let filter = |length: usize| format!("[?name=='{}']", "x".repeat(length - 11));
    table(&[
        (
            "GITHUB",
            Create,
            json!({"displayName": "GitHub\n(all)"}),
            &["displayName: Remove the line break or control character."],
        ),
        ("GITHUB", Create, json!({"displayName": " Döts ’n’ “quotes” $ \\ "}), &[]),
        // URLs.
        ("GITHUB_SERVER", Create, json!({"origin": "github.acme.example"}), &[URL]),
        ("GITHUB_SERVER", Create, json!({"origin": "ssh://git@github.acme.example"}), &[URL]),
        ("GITHUB_SERVER", Create, json!({"origin": "  https://github.acme.example "}), &[]),
        ("AWS", Create, json!({"origin": ""}), &[]),
        ("AWS", Create, json!({"origin": "eu-west-1"}), &[URL]),
        ("GITHUB", Create, json!({"origin": ""}), &[]),
        // Tracked folders.
        ("FILESPACE", Create, json!({"origin": "/jira/repos"}), &[ASTERISK]),
        ("FILESPACE", Create, json!({"origin": "/jira/repos*"}), &[ASTERISK]),
        (
            "FILESPACE",
            Create,
            json!({"origin": "repos/*"}),
            &[
                "origin: The path must be absolute. Begin with “/”, a drive such as “C:\\”, or “\\\\server\\share\\”.",
            ],
        ),
        ("FILESPACE", Create, json!({"origin": "D:\\tmp\\*"}), &[]),
        ("FILESPACE", Create, json!({"folderDepth": "0"}), &[DEPTH]),
        ("FILESPACE", Create, json!({"folderDepth": "1"}), &[]),
        ("FILESPACE", Create, json!({"folderDepth": "5"}), &[]),
        ("FILESPACE", Create, json!({"folderDepth": "6"}), &[DEPTH]),
        ("FILESPACE", Create, json!({"folderDepth": "99999999999999999999"}), &[DEPTH]),
        (
            "FILESPACE",
            Create,
            json!({"folderDepth": "2.5"}),
            &["folderDepth: “2.5” is not a whole number. Use digits only."],
        ),
        ("FILESPACE", Create, json!({"folderDepth": " "}), &["folderDepth: Folder depth is required."]),
        ("FILESPACE", Edit, json!({"folderDepth": ""}), &[]),
        // AWS regions.
        ("AWS", Create, json!({"awsRegion": "us-gov-west-1"}), &[]),
        ("AWS", Create, json!({"awsRegion": "cn-north-1"}), &[]),
        ("AWS", Create, json!({"awsRegion": "ap-outh-1"}), &[]), // Warned of, below.
        (
            "AWS",
            Create,
            json!({"awsRegion": "Frankfurt"}),
            &["awsRegion: “Frankfurt” is not a region code. Example: “eu-west-1”."],
        ),
        (
            "AWS",
            Create,
            json!({"awsRegion": "eu-west"}),
            &["awsRegion: “eu-west” is not a region code. Example: “eu-west-1”."],
        ),
        (
            "AWS",
            Create,
            json!({"awsRegion": "EU-WEST-1"}),
            &["awsRegion: “EU-WEST-1” is not a region code. Example: “eu-west-1”."],
        ),
        (
            "AWS",
            Create,
            json!({"awsRegion": "eu-west-1a"}),
            &["awsRegion: “eu-west-1a” is not a region code. Example: “eu-west-1”."],
        ),
        ("AWS", Edit, json!({"awsRegion": ""}), &[]),
        // API paths and filters.
        (
            "GITHUB",
            Create,
            json!({"apiPath": "orgs/acme/repos"}),
            &["apiPath: The API path must begin with “/”."],
        ),
        ("GITHUB", Create, json!({"apiPath": path(2000)}), &[]),
        (
            "GITHUB",
            Create,
            json!({"apiPath": path(2001)}),
            &["apiPath: The API path must have at most 2,000 characters."],
        ),
        ("GITHUB", Create, json!({"apiFilter": filter(2000)}), &[]),
        // Refspecs.
        ("GITHUB", Create, json!({"refSpecCustom": "+refs/meta/*:refs/meta/*, refs/x/*:refs/x/*"}), &[]),
        (
            "GITHUB",
            Create,
            json!({"refSpecCustom": "+refs/meta/*:refs/meta/*,"}),
            &["refSpecCustom: Refspec 2 is empty. Remove the extra comma, or enter a refspec."],
        ),
        (
            "GITHUB",
            Create,
            json!({"refSpecCustom": "refs/meta/*:refs/meta"}),
            &[
                "refSpecCustom: Refspec 1, “refs/meta/*:refs/meta”, must have an asterisk on both sides of “:”, or on neither side.",
            ],
        ),
        // Mail.
        ("GITHUB", Create, json!({"maxMinsToCommitEmail": "0"}), &[]),
        ("GITHUB", Create, json!({"maxMinsToCommitEmail": ""}), &[]),
        ("GITHUB", Create, json!({"maxMinsToCommitEmail": "2147483647"}), &[]),
        (
            "GITHUB",
            Create,
            json!({"maxMinsToCommitEmail": "-1"}),
            &["maxMinsToCommitEmail: Enter 0 or more."],
        ),
        (
            "GITHUB",
            Create,
            json!({"maxMinsToCommitEmail": "2147483648"}),
            &["maxMinsToCommitEmail: Enter 2147483647 or less."],
        ),
        (
            "GITHUB",
            Create,
            json!({"maxMinsToCommitEmail": "-99999999999999999999"}),
            &["maxMinsToCommitEmail: Enter 0 or more."],
        ),
        (
            "GITHUB",
            Create,
            json!({"maxMinsToCommitEmail": "one day"}),
            &["maxMinsToCommitEmail: “one day” is not a whole number. Use digits only."],
        ),
        ("GITHUB", Create, json!({"maxMinsToCommitEmail": "-1", "sendCommitEmails": false}), &[]),
        // Secrets.
        ("GITHUB", Create, json!({"pat": "ghp_x "}), &[]),
        ("GITHUB", Create, json!({"pat": "\u{200B}ghp_x\u{FEFF}"}), &[]),
        ("GITHUB", Create, json!({"pat": "ghp_ x"}), &["pat: Tokens cannot contain spaces. Remove them."]),
        (
            "GITHUB",
            Create,
            json!({"pat": "Bearer ghp_x"}),
            &["pat: Remove “Bearer” from the beginning. Enter only the token."],
        ),
        (
            "GITHUB",
            Create,
            json!({"pat": "ghp_\nx"}),
            &["pat: Remove the line break or control character from the secret."],
        ),
        ("GERRIT", Create, json!({"password": "correct horse"}), &[]),
        ("GERRIT", Create, json!({"password": "пароль"}), &[]),
        (
            "GERRIT",
            Create,
            json!({"password": "pass\u{200B}word"}),
            &["password: The character at position 5 is invisible (U+200B, zero-width space). Delete it."],
        ),
        ("GITLAB", Edit, json!({"pat": ""}), &["pat: Enter a new value, or keep the stored one."]),
        ("GITLAB", Edit, json!({"pat": null}), &[]),
        // Editing never empties what must be there.
        ("GITHUB", Edit, json!({"origin": ""}), &["origin: Host URL is required."]),
        ("FILESPACE", Edit, json!({"origin": ""}), &["origin: Folder on the Jira server is required."]),
        ("GITHUB", Edit, json!({"displayName": ""}), &[]),
    ]);
}

#[test]
fn shows_the_sentences_of_queries_and_patterns() {
    let long = format!("[?name=='{}']", "x".repeat(1990));
    assert_eq!(long.chars().count(), 2001);
    let cases = [
        (
            "GITHUB",
            "apiFilter",
            "[?contains(name, 'git'",
            "The bracket “(” at character 11 is not closed. Add “)” where it ends.",
        ),
        (
            "FILESPACE",
            "apiFilter",
            "[?contains(name, 'git') \\| contains(name, 'est')]",
            "“\\|” at character 25 has no meaning here. For “or”, write “||”.",
        ),
        ("GITHUB", "apiFilter", &long, "The expression must have at most 2,000 characters."),
        (
            "GITHUB",
            "prHideFilter",
            "^[mq-bot].*",
            "The range “q-b” at character 4 is reversed. For the text “[mq-bot]” itself, write “\\[mq-bot\\]”. For a range, write “b-q”.",
        ),
        (
            "GITHUB",
            "tagsFilter",
            "(release",
            "The pattern ends inside the group “(” that starts at character 1. For the character itself, write “\\(”.",
        ),
    ];
    for (name, key, text, sentence) in cases {
        for mode in [Create, Edit] {
            assert_eq!(
                problems(name, mode, json!({key: text})),
                [format!("{key}: {sentence}")],
                "{name} {text}"
            );
        }
    }
}

#[test]
fn an_origin_is_a_url_or_a_folder_by_type() {
    for spec in IntegrationType::all() {
        let form = form(spec.name, Create);
        let kind = form.field("origin").map(|field: &Field| field.kind.clone());
        let folder = matches!(spec.origin, Origin::Folder(_));
        assert_eq!(kind, Some(if folder { Kind::ServerPath } else { Kind::Url }), "{}", spec.name);
        assert_eq!(IntegrationType::parse(spec.name).is_folder(), folder, "{}", spec.name);
    }
}
