//! Secrets: never written, kept where a file leaves them out, asked for once where they are needed.

use crate::made::{
    AT, JIRA, changes, file, github, imported, integration, notes, problems, projects, try_import,
};
use patchbay_model::gij::file::{Found, Import, export_json};
use patchbay_model::gij::plan::Work;
use patchbay_model::gij::{Auth, request_body, request_patch, schema};
use patchbay_model::{Mode, Object};
use serde_json::{Value, json};

const TOKEN: &str = "ghp_0123456789abcdef0123456789abcdef0123";

/// What a step would send.
fn sent(import: &Import, step: usize) -> Object {
    let planned = &import.steps[step].planned;
    match (&planned.work, &planned.opened) {
        (Some(Work::Add { kind, values }), _) => {
            request_body(kind, &schema(kind, Mode::Create, &Object::new()), values)
        }
        (Some(Work::Change { values, .. }), Some(opened)) => {
            let form = schema(&opened.kind, Mode::Edit, &opened.settings);
            request_patch(&opened.kind, &form, &form.read(&opened.settings), values)
        }
        _ => Object::new(),
    }
}

fn secrets_of(entry: Value) -> Value {
    let text = export_json(&[integration(entry)], JIRA, AT);
    let file: Value = serde_json::from_str(&text).expect("JSON");
    let entry = &file["integrations"][0];
    json!([entry["username"], entry["pat"], entry["password"]])
}

#[test]
fn a_placeholder_is_written_where_a_new_one_needs_a_secret() {
    for (entry, wanted) in [
        (json!({"integrationType": "GITHUB"}), json!([null, "$TOKEN", null])),
        (json!({"integrationType": "GITHUB", "username": "jira"}), json!(["jira", null, "$PASSWORD"])),
        (json!({"integrationType": "GITHUB", "username": ""}), json!([null, "$TOKEN", null])),
        (json!({"integrationType": "GITLAB", "username": "jira"}), json!([null, "$TOKEN", null])),
        (json!({"integrationType": "TFS_SERVER"}), json!([null, null, "$PASSWORD"])),
        (json!({"integrationType": "TFS_SERVER", "username": "all"}), json!([null, "$TOKEN", null])),
        (json!({"integrationType": "GERRIT"}), json!([null, null, "$PASSWORD"])),
        (json!({"integrationType": "AWS", "username": "AKIA"}), json!(["AKIA", null, "$PASSWORD"])),
        (json!({"integrationType": "FILESPACE"}), json!([null, null, null])),
        (json!({"integrationType": "GITHUB_APP", "pat": "s3cret"}), json!([null, null, null])),
    ] {
        let mut whole = json!({"id": 1});
        whole.as_object_mut().expect("an object").extend(entry.as_object().cloned().expect("an object"));
        assert_eq!(secrets_of(whole), wanted, "{entry}");
    }
}

#[test]
fn a_placeholder_and_nothing_keep_the_stored_secret() {
    for secret in [
        json!({}),
        json!({"pat": "$TOKEN"}),
        json!({"pat": " $MY_TOKEN_2 "}),
        json!({"password": "$PASSWORD"}),
    ] {
        let mut entry = json!({"id": 1, "type": "GITHUB_SERVER"});
        entry.as_object_mut().expect("an object").extend(secret.as_object().cloned().expect("an object"));
        let import = imported(&file(&json!([entry])), &[github(1, "core", json!({}))]);
        assert_eq!(import.steps[0].found, Found::Same, "{secret}: {:?}", problems(&import));
        assert!(import.groups.is_empty());
    }
}

#[test]
fn new_ones_ask_once_for_all_that_share_a_secret() {
    let text = file(&json!([
        {"type": "GITHUB_SERVER", "displayName": "a", "origin": "https://github.acme.example", "pat": "$TOKEN", "projectMappingIds": []},
        {"type": "GITHUB_SERVER", "displayName": "b", "origin": "https://github.acme.example"},
        {"type": "GITHUB_SERVER", "displayName": "c", "origin": "https://github.acme.example", "username": "jira", "password": "$PASSWORD"},
        {"type": "GITHUB_SERVER", "displayName": "d", "origin": "https://other.example"},
        {"type": "GERRIT", "displayName": "e", "origin": "https://gerrit.example"},
        {"type": "AWS", "displayName": "f", "awsRegion": "eu-west-1", "username": "AKIAIOSFODNN7EXAMPLE"},
        {"type": "FILESPACE", "displayName": "g", "origin": "/repos/*", "folderDepth": 2},
        {"type": "TFS_SERVER", "displayName": "h", "origin": "https://tfs.example/tfs", "pat": "$TOKEN", "username": "all"},
        {"type": "GITHUB", "displayName": "i"},
    ]));
    let mut import = imported(&text, &[]);
    let groups: Vec<(&str, &str, Auth, &[usize], bool)> = import
        .groups
        .iter()
        .map(|group| {
            (
                group.host.as_str(),
                group.username.as_str(),
                group.way,
                group.steps.as_slice(),
                group.wants_username(),
            )
        })
        .collect();
    assert_eq!(
        groups,
        [
            ("https://github.acme.example", "", Auth::Token, [0, 1].as_slice(), false),
            ("https://github.acme.example", "jira", Auth::Password, [2].as_slice(), false),
            ("https://other.example", "", Auth::Token, [3].as_slice(), false),
            ("https://gerrit.example", "", Auth::Password, [4].as_slice(), true),
            ("eu-west-1", "AKIAIOSFODNN7EXAMPLE", Auth::AccessKey, [5].as_slice(), false),
            ("https://tfs.example/tfs", "", Auth::TokenForAll, [7].as_slice(), false),
            ("https://api.github.com", "", Auth::Token, [8].as_slice(), false),
        ]
    );
    assert_eq!(
        problems(&import)[0],
        "Line 11, column 14: Personal access token: Personal access token is required."
    );
    assert!(import.steps.iter().all(|step| !step.has_mistake), "{:?}", problems(&import));
    for group in 0..import.groups.len() {
        import.fill(group, "gerrit-bot", TOKEN, &projects());
    }
    assert_eq!(problems(&import), [""; 0]);
    let keys = |step| {
        let body = sent(&import, step);
        (body.get("username").cloned(), body.contains_key("pat"), body.contains_key("password"))
    };
    assert_eq!(keys(0), (None, true, false));
    assert_eq!(keys(1), (None, true, false));
    assert_eq!(keys(2), (Some(json!("jira")), false, true));
    assert_eq!(keys(4), (Some(json!("gerrit-bot")), false, true));
    assert_eq!(keys(5), (Some(json!("AKIAIOSFODNN7EXAMPLE")), false, true));
    assert_eq!(keys(6), (None, false, false));
    assert_eq!(keys(7), (Some(json!("all")), true, false));
    // An emptied field asks again.
    import.fill(0, "", "", &projects());
    assert_eq!(problems(&import).len(), 2);
    assert!(!import.steps[0].planned.step.is_ready());
}

#[test]
fn another_user_name_needs_another_password() {
    let one = integration(json!({
        "id": 1, "integrationType": "GERRIT", "origin": "https://gerrit.example", "username": "old", "displayName": "g"
    }));
    let entry = json!({"id": 1, "type": "GERRIT", "username": "new", "password": "$PASSWORD"});
    let mut import = imported(&file(&json!([entry])), std::slice::from_ref(&one));
    assert_eq!(import.groups.len(), 1);
    assert!(!import.steps[0].planned.step.is_ready());
    import.fill(0, "", "s3cret-word", &[]);
    assert_eq!(problems(&import), [""; 0]);
    assert_eq!(
        sent(&import, 0),
        json!({"username": "new", "password": "s3cret-word"}).as_object().cloned().expect("an object")
    );

    let same = json!({"id": 1, "type": "GERRIT", "username": "old"});
    assert_eq!(imported(&file(&json!([same])), &[one]).steps[0].found, Found::Same);
}

#[test]
fn a_user_name_that_jira_does_not_report_is_not_compared() {
    let one = integration(json!({"id": 1, "integrationType": "GERRIT", "origin": "https://gerrit.example"}));
    let import = imported(&file(&json!([{"id": 1, "type": "GERRIT", "username": "new"}])), &[one]);
    assert_eq!(import.steps[0].found, Found::Same);
    assert_eq!(
        notes(&import),
        [
            "The user name is not compared, because Jira does not report it. To change it, replace the credentials."
        ]
    );
}

#[test]
fn a_secret_in_plain_text_is_sent_and_warned_of() {
    let text = file(&json!([{"id": 1, "type": "GITHUB_SERVER", "pat": TOKEN}]));
    let import = imported(&text, &[github(1, "core", json!({}))]);
    assert_eq!(sent(&import, 0).get("pat"), Some(&json!(TOKEN)));
    assert_eq!(changes(&import, 0), ["Personal access token: as stored -> new value"]);
    assert!(
        notes(&import).contains(&"Line 7, column 5: The secret is in the file as plain text.".to_owned()),
        "{:?}",
        notes(&import)
    );
    assert!(import.notes.iter().any(|note| note.contains("a secret as plain text")), "{:?}", import.notes);
    assert!(!format!("{import:?}").contains(TOKEN));
}

#[test]
fn a_secret_in_the_place_that_is_not_read_is_warned_of() {
    let entry =
        |secret: &str| json!({"id": 1, "type": "GITHUB_SERVER", "other": {"a": {"accessToken": secret}}});
    for (secret, warns) in [("s3cret", true), ("$TOKEN", false), ("", false)] {
        let import = imported(&file(&json!([entry(secret)])), &[github(1, "core", json!({}))]);
        assert_eq!(
            notes(&import).iter().any(|note| note.contains("There may be a secret")),
            warns,
            "{secret}"
        );
        assert!(!format!("{import:?}").contains("s3cret"));
    }
}

#[test]
fn a_secret_that_the_type_does_not_have_is_a_problem() {
    for (kind, key, words) in [
        (
            "GITLAB",
            "password",
            "Integrations of type GitLab.com do not sign in with a password. Remove “password”.",
        ),
        ("GERRIT", "pat", "Integrations of type Gerrit do not sign in with a token. Remove “pat”."),
        (
            "FILESPACE",
            "pat",
            "Integrations of type Tracked folder do not sign in with a token. Remove “pat”.",
        ),
    ] {
        let mut entry = json!({"id": 1, "type": kind});
        entry[key] = json!(TOKEN);
        let one = integration(json!({"id": 1, "integrationType": kind, "origin": "https://x.example"}));
        let import = imported(&file(&json!([entry])), &[one]);
        assert!(problems(&import).iter().any(|problem| problem.ends_with(words)), "{:?}", problems(&import));
        assert!(!sent(&import, 0).contains_key(key));
    }
}

/// All that people read of a file, and all that is printed of it.
fn said(text: &str) -> String {
    match try_import(text, &[github(1, "core", json!({}))]) {
        Ok(import) => {
            let steps: Vec<String> =
                import.steps.iter().map(|step| format!("{:?}", step.planned.step)).collect();
            format!("{} {} {import:?}", steps.join(" "), import.notes.join(" "))
        }
        Err(faults) => format!("{faults:?} {}", faults.iter().map(ToString::to_string).collect::<String>()),
    }
}

#[test]
fn a_secret_in_a_wrong_place_is_not_repeated() {
    let address = "https://jira:s3cret-of-jira@git.acme.example";
    let entry = |entry: Value| file(&json!([entry]));
    for (text, secret) in [
        // Tables without a header, or whose cells moved.
        (format!("1\tGITHUB\tcore\t{TOKEN}"), TOKEN),
        ("GERRIT\thttps://git.acme.example\tjira\ts3cret-of-jira".to_owned(), "s3cret-of-jira"),
        ("1\tGERRIT\tthe password s3cret-of-jira".to_owned(), "s3cret-of-jira"),
        (format!("id\tintegrationType\t{TOKEN}\n1\tGITHUB\tx"), TOKEN),
        (format!("id\tintegrationType\n9\t{TOKEN}"), TOKEN),
        (format!("id\tintegrationType\n9\t{address}"), "s3cret-of-jira"),
        (format!("id\tintegrationType\tprojectMapping\n1\tGITHUB_SERVER\t{TOKEN}"), TOKEN),
        // Files whose names and values are mixed up.
        (format!("{{\"{TOKEN}\" 1}}"), TOKEN),
        (format!("{{\"{TOKEN}\": 1, \"{TOKEN}\": 1}}"), TOKEN),
        (entry(json!({"id": 1, "type": "GITHUB_SERVER", TOKEN: 1})), TOKEN),
        (entry(json!({"id": 1, "type": "GITHUB_SERVER", "projectMappingIds": [TOKEN]})), TOKEN),
        (entry(json!({"type": "NEWER", "displayName": address})), "s3cret-of-jira"),
        (entry(json!({"type": "NEWER", "origin": address})), "s3cret-of-jira"),
        (entry(json!({"type": TOKEN})), TOKEN),
        (file(&json!([])).replace(JIRA, address), "s3cret-of-jira"),
    ] {
        let said = said(&text);
        assert!(!said.contains(secret), "{text}\n{said}");
    }
    assert!(said(&file(&json!([])).replace(JIRA, address)).contains("https://git.acme.example"));
}
