//! What is written is read again as it was.

use super::{AT, HOST, everything, everything_of, home, opened};
use patchbay_model::gitlab::Level;
use patchbay_model::gitlab::file::{drift, export_json, plan, read, settings_in};
use patchbay_model::gitlab::plan::{Opened, Work, asked};
use serde_json::{Value, json};

fn imported(text: &str, there: &[Opened]) -> Vec<patchbay_model::gitlab::plan::Planned> {
    let file = read(text).expect("a file");
    let mut steps = Vec::new();
    for entry in &file.homes {
        for one in &entry.integrations {
            let is_meant = |opened: &&Opened| opened.home.path == entry.named.path && opened.slug == one.slug;
            steps.push(plan(there.iter().find(is_meant).expect("there").clone(), one));
        }
    }
    steps
}

#[test]
fn every_integration_is_as_in_its_own_file() {
    for level in [Level::Project, Level::Group] {
        let all: Vec<Opened> = everything(level).into_iter().map(|(_, opened)| opened).collect();
        let text = export_json(&all, HOST, AT);
        assert!(!text.contains("s3cret"), "{text}");
        let steps = imported(&text, &all);
        assert_eq!(steps.len(), all.len());
        let differing: Vec<_> =
            steps.iter().filter(|one| one.work.is_some() || !one.step.problems.is_empty()).collect();
        assert!(differing.is_empty(), "{differing:?}");
        assert!(drift(&steps).is_none());
        assert_eq!(drift(&steps).to_string(), format!("All {} integrations are as in the file.", all.len()));
    }
}

#[test]
fn every_integration_of_each_version_is_as_in_its_own_file() {
    let mut compared = 0;
    for (major, minor) in crate::versions::VERSIONS {
        for level in [Level::Project, Level::Group] {
            let version = format!("{major}.{minor}.0-ee");
            let all: Vec<Opened> =
                everything_of(&version, level).into_iter().map(|(_, opened)| opened).collect();
            let steps = imported(&export_json(&all, HOST, AT), &all);
            let differing: Vec<_> =
                steps.iter().filter(|one| one.work.is_some() || !one.step.problems.is_empty()).collect();
            assert!(differing.is_empty(), "{version} {level:?}: {differing:?}");
            compared += steps.len();
        }
    }
    assert!(compared > 400, "{compared}");
}

#[test]
fn the_order_of_what_was_read_makes_no_difference() {
    let mut all: Vec<Opened> = everything(Level::Project).into_iter().map(|(_, opened)| opened).collect();
    all.push(opened(home(Level::Group, 21, "acme"), "slack", Some(json!({}))));
    all.push(opened(home(Level::Project, 99, "acme/api"), "slack", None));
    let text = export_json(&all, HOST, AT);
    all.reverse();
    assert_eq!(export_json(&all, HOST, AT), text);
    let paths: Vec<String> = read(&text).expect("a file").homes.iter().map(|one| one.named.name()).collect();
    assert_eq!(paths, ["acme", "acme/api", "acme/web"]);
}

#[test]
fn three_of_a_hundred_and_twenty_differ() {
    let of = |id: u64, channel: &str| {
        let project = home(Level::Project, id, &format!("acme/p{id:03}"));
        opened(project, "slack", Some(json!({"properties": {"channel": channel}, "push_events": true})))
    };
    let was: Vec<Opened> = (1..=120).map(|id| of(id, "#builds")).collect();
    let text = export_json(&was, HOST, AT);
    let mut is = was.clone();
    is[4] = of(5, "#other");
    is[40] = is[40].now(None);
    let mut off = of(100, "#builds").integration.expect("it is there");
    off.active = false;
    is[99] = is[99].now(Some(off));
    let steps = imported(&text, &is);
    assert_eq!(drift(&steps).to_string(), "3 of 120 differ from the file.");
    assert_eq!(drift(&imported(&text, &was)).to_string(), "All 120 integrations are as in the file.");
    // GitLab wants the webhook with each of them: it is asked for once.
    let wanted = asked(&steps);
    assert_eq!((wanted.len(), wanted[0].steps.as_slice()), (1, [4, 40, 99].as_slice()));
}

#[test]
fn a_file_says_what_is_not_active_and_what_is_inherited() {
    let there = |given: Value| opened(home(Level::Project, 101, "acme/web"), "slack", Some(given));
    let file = |given: Value| export_json(&[there(given)], HOST, AT);
    for (was, is, work) in [
        (json!({"active": false}), json!({}), Some(Work::Disable)),
        (json!({"active": false}), json!({"active": false}), None),
        (json!({"inherited": true}), json!({}), Some(Work::Inherit)),
        (json!({"inherited": true}), json!({"inherited": true}), None),
    ] {
        let steps = imported(&file(was.clone()), &[there(is.clone())]);
        assert_eq!(steps[0].work, work, "{was} {is}");
    }
    let own = imported(&file(json!({})), &[there(json!({"inherited": true}))]);
    assert_eq!(own[0].step.changes[0].after, "its own");
}

#[test]
fn what_a_file_asks_of_a_setting_is_said_where_it_is() {
    let there = opened(
        home(Level::Project, 101, "acme/web"),
        "slack",
        Some(json!({"properties": {"channel": "#old"}})),
    );
    let with = |settings: Value| {
        let file = json!({"patchbay": "gitlab-integrations", "version": 1, "homes": [
            {"level": "project", "path": "acme/web", "integrations": [{"slug": "slack", "settings": settings}]}]});
        imported(&serde_json::to_string_pretty(&file).expect("JSON"), std::slice::from_ref(&there)).remove(0)
    };
    for (settings, problem) in [
        (
            json!({"chanel": "#x"}),
            "Slack notifications has no setting “chanel” here. Did you mean “channel”?",
        ),
        (json!({"push_events": "yes"}), "“push_events” takes true or false."),
        (json!({"channel": ["#x"]}), "“channel” takes text in quotation marks."),
        (json!({"branches_to_be_notified": "some"}), "“some” is not one of the options."),
    ] {
        let planned = with(settings.clone());
        let said = planned.step.problems.join("\n");
        assert!(said.contains(problem), "{settings}: {said}");
        assert!(!planned.step.is_ready());
    }
    // A secret as text is sent, and said to be one.
    let planned = with(json!({"webhook": "https://hooks.slack.com/services/T/B/s3cret"}));
    assert!(planned.step.is_ready() && planned.step.notes[0].contains("plain text"), "{:?}", planned.step);
    assert!(!format!("{planned:?}").contains("s3cret"));
}

#[test]
fn a_form_can_begin_with_the_settings_in_a_file() {
    let of = |id: u64, given: Value| {
        opened(home(Level::Project, id, &format!("acme/p{id}")), "slack", Some(given))
    };
    let fleet = [
        of(1, json!({"inherited": true})),
        of(2, json!({"properties": {"channel": "#x"}, "push_events": true})),
    ];
    let settings = settings_in(&export_json(&fleet, HOST, AT), "slack").expect("settings");
    assert_eq!((&settings["channel"], &settings["push_events"]), (&json!("#x"), &json!(true)));
    assert!(!settings.contains_key("webhook"));
    // As a project's page saves one integration; a secret in it is not taken.
    let one = json!({"slug": "slack", "title": "Slack", "active": true, "settings": {"channel": "#y", "webhook": "s3cret"}});
    let settings = settings_in(&one.to_string(), "slack").expect("settings");
    assert_eq!(Value::Object(settings), json!({"channel": "#y"}));
    for (text, sentence) in [
        ("{", "The file is not JSON. Choose one that Patchbay saved."),
        ("{\"patchbay\": \"git-integrations\"}", "This is a file of something else."),
        ("{\"slug\": \"jira\", \"settings\": {}}", "The file has no settings of this integration."),
        ("[]", "The file has no settings of this integration."),
    ] {
        assert_eq!(settings_in(text, "slack"), Err(sentence.to_owned()), "{text}");
    }
}
