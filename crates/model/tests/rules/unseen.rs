//! What nobody sees and what is copied along: around a text it is taken off, within one it is pointed out.

use crate::typed;
use patchbay_model::Mode::Create;
use serde_json::json;

#[test]
fn is_taken_off_around_a_text() {
    for (name, key, typed_text, sent) in [
        ("GITHUB_SERVER", "origin", "\u{feff}https://github.acme.example", "https://github.acme.example"),
        ("GITHUB_SERVER", "origin", "https://github.acme.example\u{200b}\n", "https://github.acme.example"),
        (
            "GITHUB_SERVER",
            "origin",
            "\u{202a}https://github.acme.example\u{202c}",
            "https://github.acme.example",
        ),
        ("GITHUB_SERVER", "displayName", "\u{a0}Team\u{2060}", "Team"),
        ("GITHUB_SERVER", "displayName", "\u{200e}Team A\u{200f}", "Team A"),
        ("GERRIT", "username", "ann\u{200b}", "ann"),
        ("GERRIT", "username", "\u{3000}ann\u{2003}", "ann"),
        ("GITLAB", "apiPath", "/api/v4/projects\u{200b}", "/api/v4/projects"),
        ("GITHUB", "tagsFilter", "\u{feff}v.*", "v.*"),
        ("GITHUB", "apiFilter", "[?archived == `false`]\u{200b}", "[?archived == `false`]"),
        // These belong to the sign before them.
        ("GITHUB_SERVER", "displayName", "Team \u{2764}\u{fe0f}", "Team \u{2764}\u{fe0f}"),
        (
            "GITHUB_SERVER",
            "displayName",
            "\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}",
            "\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}",
        ),
    ] {
        let (form, values) = typed(name, Create, json!({key: typed_text}));
        let field = form.field(key).unwrap_or_else(|| panic!("{name} has no {key}"));
        assert_eq!(form.problem(field, &values), None, "{name} {key} {typed_text:?}");
        let body = form.body(&values);
        assert_eq!(body.get(key).and_then(|value| value.as_str()), Some(sent), "{name} {key} {typed_text:?}");
    }
}

#[test]
fn is_pointed_out_within_a_text() {
    for (name, key, text, at) in [
        ("GITHUB_SERVER", "displayName", "Te\u{200b}am", 3),
        ("GITHUB_SERVER", "displayName", "Te\u{ad}am", 3),
        ("GERRIT", "username", "ann\u{feff}lee", 4),
        ("GITLAB", "apiPath", "/api/v4/\u{200b}projects", 9),
        ("GITHUB", "tagsFilter", "v\u{200b}.*", 2),
        ("GITHUB", "tagsFilter", "v\u{2060}1", 2),
    ] {
        let (form, values) = typed(name, Create, json!({key: text}));
        let field = form.field(key).unwrap_or_else(|| panic!("{name} has no {key}"));
        let said = form.warning(field, &values).unwrap_or_default();
        assert!(
            said.starts_with(&format!("The character at position {at} is invisible")),
            "{name} {key} {text:?}: {said}"
        );
    }
    for text in [
        "Team \u{2764}\u{fe0f} A",
        "\u{645}\u{6cc}\u{200c}\u{62e}",
        "a\u{a0}b",
        "\u{1f468}\u{200d}\u{1f4bb} x",
    ] {
        let (form, values) = typed("GITHUB_SERVER", Create, json!({"displayName": text}));
        let field = form.field("displayName").expect("a name");
        assert_eq!(form.warning(field, &values), None, "{text:?}");
    }
}
