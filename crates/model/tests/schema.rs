//! The form engine on a form made for it: what is shown, checked, read, sent and told, for every kind of field.

mod support;

use patchbay_model::Mode::{self, Create, Edit};
use patchbay_model::form::{Choice, Required, Rule};
use patchbay_model::text::query::{CHECK, HostShape};
use patchbay_model::{Entry, Field, Kind, Object, Schema, Secret, Section, Values, Vendor};
use serde_json::{Value, json};
use support::{fill, object};

const PLAIN: Kind = Kind::Toggle { inverted: false };

fn no_bob(form: &dyn patchbay_model::Lookup, _: &str) -> Option<String> {
    (form.text("name") == "Bob").then(|| "Not Bob.".to_owned())
}

fn short(form: &dyn patchbay_model::Lookup, _: &str) -> Option<String> {
    (form.text("name").len() < 3 && form.is_on("loud")).then(|| "Is that all?".to_owned())
}

/// A form with a field of every kind that reads and writes in its own way.
fn sample(mode: Mode) -> Schema {
    let options = vec![Choice { value: "a", label: "The first" }, Choice { value: "b", label: "The second" }];
    let number = Kind::Integer { min: 1, max: 9, unit: "levels" };
    let who = vec![
        Field::new("name", "Name", Kind::Text).required(Required::Always),
        Field::new("once", "Once", Kind::Text).required(Required::OnCreate),
        Field::new("loud", "Loud", PLAIN).on(),
        Field::new("verify", "Verify", Kind::Toggle { inverted: true }).on(),
    ];
    let what = vec![
        Field::new("depth", "Depth", number).default_text("3"),
        Field::new("way", "Way", Kind::Choice { options }).off_wire(),
        Field::new("key", "Key", Kind::Secret).shown("way", "b").required(Required::Always),
        Field::new("projects", "Projects", Kind::Projects).shown("loud", "off"),
        Field::new("extra", "Extra", Kind::Json),
    ];
    Schema {
        vendor: Vendor::Jira,
        wants_required: false,
        mode,
        sections: vec![Section::new("Who", "", who), Section::new("What", "", what)],
        rules: vec![Rule { at: "name", check: no_bob }],
        warnings: vec![Rule { at: "name", check: short }],
        corrections: vec![],
    }
}

fn before() -> Object {
    object(json!({
        "name": "Ann", "once": "x", "loud": true, "verify": false, "depth": 3, "projects": [1, 2],
        "extra": {"a": 1}, "stranger": 5,
    }))
}

/// A form opened on what is there, with `given` typed into it.
fn typed(mode: Mode, given: Value) -> (Schema, Values, Values) {
    let form = sample(mode);
    let opened = form.read(&before());
    let mut values = opened.clone();
    fill(&form, &mut values, given);
    (form, opened, values)
}

#[test]
fn finds_its_fields_in_the_order_in_which_they_are_drawn() {
    let form = sample(Create);
    let keys: Vec<_> = form.fields().map(|field| field.key.as_ref()).collect();
    assert_eq!(keys, ["name", "once", "loud", "verify", "depth", "way", "key", "projects", "extra"]);
    assert_eq!(form.field("depth").map(|field| field.label.as_ref()), Some("Depth"));
    assert_eq!(form.field("stranger"), None);
}

#[test]
fn begins_with_the_defaults() {
    let defaults = sample(Create).defaults();
    for (key, entry) in [
        ("name", Entry::from("")),
        ("loud", Entry::Toggle(Some(true))),
        ("verify", Entry::Toggle(Some(true))),
        ("depth", Entry::from("3")),
        ("way", Entry::from("a")),
        ("key", Entry::Secret(Secret::Keep)),
        ("projects", Entry::Projects(vec![])),
        ("extra", Entry::from("")),
    ] {
        assert_eq!(defaults.get(key), Some(&entry), "{key}");
    }
}

#[test]
fn what_the_server_left_out_is_unknown_when_editing_and_the_default_when_creating() {
    for (key, editing, creating) in [
        ("name", Entry::from(""), Entry::from("")),
        ("loud", Entry::Toggle(None), Entry::Toggle(Some(true))),
        ("depth", Entry::from(""), Entry::from("3")),
        ("way", Entry::from("a"), Entry::from("a")),
        ("key", Entry::Secret(Secret::Keep), Entry::Secret(Secret::Keep)),
        ("projects", Entry::Projects(vec![]), Entry::Projects(vec![])),
    ] {
        assert_eq!(sample(Edit).read(&Object::new()).get(key), Some(&editing), "{key}");
        assert_eq!(sample(Create).read(&Object::new()).get(key), Some(&creating), "{key}");
    }
}

#[test]
fn shows_a_field_while_another_holds_what_it_needs() {
    for (key, given, shown) in [
        ("name", json!({}), true),
        ("key", json!({"way": "a"}), false),
        ("key", json!({"way": "b"}), true),
        ("projects", json!({"loud": true}), false),
        ("projects", json!({"loud": false}), true),
        // Not known to hold anything else.
        ("projects", json!({"loud": null}), true),
    ] {
        let (form, _, values) = typed(Edit, given.clone());
        assert_eq!(form.field(key).map(|field| field.is_shown(&values)), Some(shown), "{key} {given}");
    }
    let lonely = Field::new("x", "X", Kind::Text).shown("nobody", "on");
    assert!(lonely.is_shown(&Values::default()), "a condition on a field that is not there hides nothing");
}

#[test]
fn says_what_is_wrong() {
    let cases: [(Mode, Value, &[&str]); 13] = [
        (Edit, json!({}), &[]),
        (Edit, json!({"name": " "}), &["name: Name is required."]),
        (Edit, json!({"name": "Bob"}), &["name: Not Bob."]),
        (Create, json!({"name": "B\nb"}), &["name: Remove the line break or control character."]),
        (Create, json!({"once": ""}), &["once: Once is required."]),
        (Edit, json!({"once": ""}), &[]),
        (Edit, json!({"depth": "10"}), &["depth: Enter a number from 1 to 9."]),
        (Edit, json!({"way": "c"}), &["way: “c” is not one of the options."]),
        // What is not shown is not checked.
        (Edit, json!({"key": "\n"}), &[]),
        (
            Edit,
            json!({"key": "a\nb", "way": "b"}),
            &["key: Remove the line break or control character from the secret."],
        ),
        (Edit, json!({"way": "b"}), &["key: Key is required."]),
        (Edit, json!({"extra": "{\"a\":}"}), &["extra: This is not valid JSON. See line 1, column 6."]),
        (
            Edit,
            json!({"name": "", "depth": "0"}),
            &["name: Name is required.", "depth: Enter a number from 1 to 9."],
        ),
    ];
    for (mode, given, expected) in cases {
        let (form, _, values) = typed(mode, given.clone());
        let problems: Vec<_> =
            form.problems(&values).iter().map(|problem| format!("{}: {problem}", problem.field)).collect();
        assert_eq!(problems, expected, "{mode:?} {given}");
    }
}

#[test]
fn checks_projects_when_one_is_needed() {
    let field = Field::new("projects", "Projects", Kind::Projects).required(Required::Always);
    assert_eq!(field.check(&Entry::Projects(vec![]), false).as_deref(), Some("Choose at least one project."));
    assert_eq!(field.check(&Entry::Projects(vec![1]), false), None);
}

#[test]
fn warns_without_refusing() {
    let (form, _, values) = typed(Edit, json!({"name": "Al"}));
    let name = form.field("name").expect("the field");
    assert_eq!(form.warning(name, &values).as_deref(), Some("Is that all?"));
    assert_eq!(form.problem(name, &values), None);
    let (form, _, values) = typed(Edit, json!({"name": "Al", "loud": false}));
    assert_eq!(form.warning(form.field("name").expect("the field"), &values), None);
}

#[test]
fn a_new_one_sends_all_that_is_shown_and_not_empty() {
    for (given, body) in [
        (
            json!({}),
            json!({"name": "Ann", "once": "x", "loud": true, "verify": false, "depth": 3, "extra": {"a": 1}}),
        ),
        (
            json!({"name": " Al ", "once": "", "loud": false, "depth": "", "extra": "", "way": "b", "key": "k"}),
            json!({"name": "Al", "loud": false, "verify": false, "key": "k", "projects": [1, 2]}),
        ),
    ] {
        let (form, _, values) = typed(Create, given.clone());
        assert_eq!(Value::from(form.body(&values)), body, "{given}");
    }
}

#[test]
fn an_edit_sends_and_tells_only_what_differs() {
    let cases: [(Value, Value, &[&str]); 17] = [
        (json!({}), json!({}), &[]),
        (json!({"name": " Ann "}), json!({}), &[]),
        (json!({"name": "Al"}), json!({"name": "Al"}), &["Name: Ann -> Al"]),
        (json!({"loud": false}), json!({"loud": false}), &["Loud: on -> off"]),
        (json!({"verify": false}), json!({"verify": true}), &["Verify: on -> off"]),
        (json!({"depth": "4"}), json!({"depth": 4}), &["Depth: 3 levels -> 4 levels"]),
        (json!({"depth": "+03"}), json!({}), &[]),
        // Told, but not sent: the server cannot clear them, so the form is not sent either.
        (json!({"once": ""}), json!({}), &["Once: x -> (none)"]),
        (json!({"depth": ""}), json!({}), &["Depth: 3 levels -> (none)"]),
        (json!({"extra": "{ \"a\": 1 }"}), json!({}), &[]),
        (json!({"extra": ""}), json!({}), &["Extra: {\n  \"a\": 1\n} -> (none)"]),
        (json!({"extra": "[]"}), json!({"extra": []}), &["Extra: {\n  \"a\": 1\n} -> []"]),
        // What only steers the form, or is not shown, is no difference.
        (json!({"way": "b"}), json!({}), &[]),
        (json!({"key": "k"}), json!({}), &[]),
        (json!({"projects": [9]}), json!({}), &[]),
        (
            json!({"loud": false, "projects": [3]}),
            json!({"loud": false, "projects": [3]}),
            &["Loud: on -> off", "Projects: P1, P2 -> P3"],
        ),
        (json!({"way": "b", "key": "k"}), json!({"key": "k"}), &["Key: as stored -> new value"]),
    ];
    for (given, patch, told) in cases {
        let (form, opened, values) = typed(Edit, given.clone());
        assert_eq!(Value::from(form.patch(&opened, &values)), patch, "{given}");
        let changes: Vec<_> = form
            .changes(&opened, &values, &|id| format!("P{id}"))
            .into_iter()
            .map(|change| format!("{}: {} -> {}", change.label, change.before, change.after))
            .collect();
        assert_eq!(changes, told, "{given}");
    }
}

#[test]
fn says_what_cannot_be_emptied() {
    let number = Kind::Integer { min: 0, max: 9, unit: "" };
    let once = || Field::new("it", "It", Kind::Text).required(Required::OnCreate);
    let jira = Some("Jira can replace “It” but not clear it. Enter a value.");
    let json = Some("JSON cannot be empty. Enter [] for an empty list, or {} for an empty object.");
    for (field, before, of_jira, of_gitlab) in [
        (Field::new("it", "It", number.clone()), "5", jira, None),
        (Field::new("it", "It", Kind::Json), "[1]", json, json),
        (once(), "x", jira, Some("GitLab can replace “It” but not clear it. Enter a value.")),
        (Field::new("it", "It", Kind::Lines), "a\nb", None, None),
        (Field::new("it", "It", Kind::Text), "x", None, None),
        (Field::new("it", "It", Kind::Url), "https://x", None, None),
        (Field::new("it", "It", Kind::Refspecs), "x", None, None),
        // What is not there cannot be emptied.
        (Field::new("it", "It", number.clone()), "", None, None),
        (once(), " ", None, None),
        (once().off_wire(), "x", None, None),
        (once().shown("other", "on"), "x", None, None),
    ] {
        for (vendor, sentence) in [(Vendor::Jira, of_jira), (Vendor::GitLab, of_gitlab)] {
            let other = Field::new("other", "Other", Kind::Toggle { inverted: false });
            let sections = vec![Section::new("", "", vec![field.clone(), other])];
            let form = Schema { vendor, sections, ..sample(Edit) };
            let mut opened = form.read(&object(json!({"other": false})));
            opened.set("it", before.into());
            for empty in ["", "  ", "\n"] {
                let mut values = opened.clone();
                values.set("it", empty.into());
                let said = form.emptied(&field, &opened, &values);
                assert_eq!(said.as_deref(), sentence, "{vendor:?} {field:?}");
                assert!(said.is_none() || form.differs(&field, &opened, &values), "{vendor:?} {field:?}");
            }
            assert_eq!(form.emptied(&field, &opened, &opened), None, "{vendor:?} {field:?}");
            let new = Schema { mode: Create, ..form };
            assert_eq!(new.emptied(&field, &opened, &new.defaults()), None, "{vendor:?} {field:?}");
        }
    }
}

#[test]
fn projects_are_a_set() {
    for (before, after, differs) in [
        (vec![1, 2], vec![2, 1], false),
        (vec![1, 1], vec![1], false),
        (vec![1, 1], vec![1, 2], true),
        (vec![1, 2], vec![1], true),
        (vec![], vec![1], true),
        (vec![], vec![], false),
    ] {
        let (form, mut opened, mut values) = typed(Edit, json!({"loud": false}));
        opened.set("projects", Entry::Projects(before.clone()));
        values.set("projects", Entry::Projects(after.clone()));
        let field = form.field("projects").expect("the field");
        assert_eq!(form.differs(field, &opened, &values), differs, "{before:?} {after:?}");
    }
}

#[test]
fn clearing_is_told_and_sent() {
    let form = Schema {
        vendor: Vendor::Jira,
        wants_required: false,
        sections: vec![],
        rules: vec![],
        warnings: vec![],
        corrections: vec![],
        mode: Edit,
    };
    let fields = vec![
        Field::new("note", "Note", Kind::Text),
        Field::new("filter", "Filter", Kind::Query { shape: HostShape::Github, check: CHECK }),
    ];
    let form = Schema { sections: vec![Section::new("", "", fields)], ..form };
    let opened = form.read(&object(json!({"note": "x", "filter": "[]"})));
    let mut values = opened.clone();
    fill(&form, &mut values, json!({"note": "", "filter": " "}));
    assert_eq!(Value::from(form.patch(&opened, &values)), json!({"note": "", "filter": ""}));
    let changes = form.changes(&opened, &values, &|id| id.to_string());
    assert_eq!(changes.iter().map(|change| change.after.as_str()).collect::<Vec<_>>(), ["(none)", "(none)"]);
}

#[test]
fn a_new_one_tells_everything_it_sends() {
    let (form, opened, values) = typed(Create, json!({"way": "b", "key": "k", "extra": ""}));
    let told: Vec<_> = form
        .changes(&opened, &values, &|id| id.to_string())
        .into_iter()
        .map(|change| format!("{}: {}{}", change.label, change.before, change.after))
        .collect();
    assert_eq!(told, ["Name: Ann", "Once: x", "Loud: on", "Verify: on", "Depth: 3 levels", "Key: new value"]);
    let sent: Vec<_> = form.body(&values).into_iter().map(|(key, _)| key).collect();
    assert_eq!(sent, ["name", "once", "loud", "verify", "depth", "key"]);
}

#[test]
fn shows_an_entry_in_words() {
    let form = sample(Edit);
    for (key, entry, words) in [
        ("name", Entry::from(" Ann "), "Ann"),
        ("name", Entry::from(" "), "(none)"),
        ("depth", Entry::from("3"), "3 levels"),
        ("way", Entry::from("b"), "The second"),
        ("way", Entry::from("z"), "z"),
        ("loud", Entry::Toggle(None), "(not reported)"),
        ("key", Entry::Secret(Secret::Keep), "kept as stored"),
        ("key", Entry::Secret(Secret::Replace("k".into())), "new value"),
        ("key", Entry::Secret(Secret::Clear), "removed"),
        ("projects", Entry::Projects(vec![]), "(none)"),
        ("projects", Entry::Projects(vec![2, 1]), "P2, P1"),
    ] {
        let field = form.field(key).expect("the field");
        assert_eq!(field.show(&entry, &|id| format!("P{id}")), words, "{key} {entry:?}");
    }
}
