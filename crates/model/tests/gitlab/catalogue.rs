//! What every entry of the catalogue keeps, so that one more needs no more thought than its own table.

use crate::facts::documents;
use patchbay_model::gitlab::{
    self, Category, EVENTS, Level, Param, ParamKind, ParamStanding, Standing, Target, Tier, Version,
};
use patchbay_model::{Mode, Object};
use std::collections::BTreeSet;

fn is_sentence(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || c == '“') && text.ends_with('.')
}

#[test]
fn names_everything_once_and_speaks_in_sentences() {
    let slugs: BTreeSet<_> = gitlab::all().map(|spec| spec.slug).collect();
    assert_eq!(slugs.len(), gitlab::all().count());
    for spec in gitlab::all() {
        assert!(!spec.title.is_empty(), "{}", spec.slug);
        for level in [Level::Project, Level::Group] {
            assert!(is_sentence(&spec.about(level)), "{}", spec.slug);
        }
        assert!(spec.notes.iter().all(|note| is_sentence(note)), "{}", spec.slug);
        assert!(spec.standing_sentence().is_none_or(is_sentence), "{}", spec.slug);
        let keys: BTreeSet<_> = spec.params.iter().map(|param| param.key).collect();
        assert_eq!(keys.len(), spec.params.len(), "{} has a parameter twice", spec.slug);
        for param in spec.params {
            let name = format!("{} {}", spec.slug, param.key);
            assert!(!param.key.is_empty() && !param.label.is_empty(), "{name}");
            for level in [Level::Project, Level::Group] {
                let help = param.help_for(level);
                assert!(help.is_empty() || is_sentence(&help), "{name}: {help}");
            }
            if let ParamStanding::Hidden(why) | ParamStanding::Ignored(why) = param.standing {
                assert!(is_sentence(why) && !param.required, "{name}");
            }
        }
    }
}

#[test]
fn knows_each_secret_by_its_name() {
    // What the form hides, the export and the command line hide as well.
    for spec in gitlab::all() {
        for param in spec.params {
            let by_name = gitlab::is_secret(param.key);
            let is_other =
                OTHER_NAMES.iter().any(|(slug, key, _)| *slug == spec.slug && is_like(key, param.key));
            assert_eq!(by_name, param.kind.is_secret() != is_other, "{} {}", spec.slug, param.key);
        }
    }
}

/// Where the name alone does not tell, with the reason. `*_channel` stands for all channels.
const OTHER_NAMES: &[(&str, &str, &str)] = &[
    ("discord", "*_channel", "Slack’s channels of the same names are no secrets; these are webhooks"),
    ("diffblue-cover", "diffblue_access_token_name", "the name of a token, which says nothing of the token"),
];

fn is_like(pattern: &str, key: &str) -> bool {
    pattern == key || pattern.strip_prefix('*').is_some_and(|end| key.ends_with(end))
}

#[test]
fn puts_each_channel_after_the_event_that_it_is_for() {
    for spec in gitlab::all() {
        for (place, param) in spec.params.iter().enumerate() {
            let ParamKind::Channel(event) = param.kind else { continue };
            let before = place.checked_sub(1).and_then(|place| spec.params.get(place));
            assert_eq!(before.map(|param| param.key), Some(event.key), "{} {}", spec.slug, param.key);
        }
    }
}

#[test]
fn conditions_and_rules_read_parameters_that_are_there() {
    for spec in gitlab::all() {
        let has = |key: &str| spec.param(key).is_some();
        assert!(spec.params.iter().all(|param: &Param| param.shown.is_none_or(|shown| has(shown.when))));
        assert!(spec.rules.iter().chain(spec.warnings).all(|rule| has(rule.at)), "{}", spec.slug);
    }
}

#[test]
fn says_what_cannot_be_set_up() {
    let in_manual = || gitlab::all().filter(|spec| documents(spec.slug));
    let gone: Vec<_> = in_manual().filter(|spec| !spec.can_be_added()).map(|spec| spec.slug).collect();
    assert_eq!(gone, ["flowdock", "jenkins-deprecated"]);
    let leaving: Vec<_> = in_manual()
        .filter(|spec| matches!(spec.standing, Standing::Legacy(_)))
        .map(|spec| spec.slug)
        .collect();
    assert_eq!(leaving, ["campfire", "pivotaltracker", "prometheus"]);
    let second_thought = in_manual().filter(|spec| spec.leaving().is_some()).count();
    assert_eq!(second_thought, gone.len() + leaving.len());
}

#[test]
fn is_searched_by_title_slug_category_and_other_words() {
    let found = |needle: &str| {
        let found = gitlab::all().filter(|spec| spec.matches(needle)).map(|spec| spec.slug);
        found.filter(|slug| documents(slug)).collect::<Vec<_>>()
    };
    assert_eq!(found("hangouts"), ["hangouts-chat"]);
    assert_eq!(found("IRC gateway"), ["irker"]);
    assert_eq!(found("chat slash"), ["slack-slash-commands", "mattermost-slash-commands"]);
    assert_eq!(found("email"), ["emails-on-push", "pipelines-email"]);
    assert_eq!(found("nothing of the kind"), [""; 0]);
    assert!(gitlab::all().all(|spec| spec.matches("")));
    assert!(gitlab::all().all(|spec| Category::ALL.contains(&spec.category)));
}

#[test]
fn knows_events_by_their_toggles() {
    assert_eq!(gitlab::event("note_events").map(|event| event.title), Some("A comment"));
    assert_eq!(gitlab::event("alert_events").map(|event| event.channel), Some("alert_channel"));
    assert_eq!(gitlab::event("brand_new_events"), None);
    assert!(EVENTS.iter().all(|event| event.key.ends_with("_events")));
}

/// On pages of groups there is no “the project”.
#[test]
fn speaks_of_a_group_in_its_own_words() {
    let group = Target { version: Some(Version::NEWEST), at_most: Tier::Ultimate, level: Level::Group };
    let wrong = |text: &str| {
        let text = text.to_lowercase();
        text.contains("the project") || text.contains("this project") || text.contains('{')
    };
    let mut said = 0;
    for spec in gitlab::all() {
        assert!(!wrong(&spec.about(Level::Group)), "{}", spec.slug);
        said += usize::from(spec.about(Level::Group) != spec.about(Level::Project));
        for param in spec.params {
            assert!(!wrong(&param.help_for(Level::Group)), "{} {}", spec.slug, param.key);
            said += usize::from(param.help_for(Level::Group) != param.help_for(Level::Project));
        }
        let form = gitlab::schema(group, spec.slug, Mode::Create, &Object::new(), &[]);
        for section in &form.sections {
            assert!(!wrong(section.about), "{} {}", spec.slug, section.title);
        }
        for field in form.fields() {
            assert!(!wrong(&field.help) && !wrong(&field.label), "{} {}", spec.slug, field.key);
        }
        let others = spec.notes.iter().copied().chain(spec.standing_sentence()).chain([spec.stays]);
        assert!(others.into_iter().all(|text| !wrong(text)), "{}", spec.slug);
    }
    assert!(said >= 15, "{said}");
}
