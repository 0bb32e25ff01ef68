//! What the forms of each version send, against the facts: how many parameters, and why they differ.

use crate::today::{Fact, Integration, facts};
use patchbay_model::gitlab::{self, Level, ParamStanding, Presence, Spec, Target, Tier, Version};
use patchbay_model::{Mode, Object, Schema};
use serde_json::json;

/// The versions that the sandbox can be.
pub const VERSIONS: [(u16, u16); 6] = [(13, 12), (14, 8), (16, 11), (17, 9), (18, 11), (19, 5)];

fn at((major, minor): (u16, u16)) -> Target {
    Target { version: Some(Version::new(major, minor)), at_most: Tier::Ultimate, level: Level::Project }
}

fn new_form(target: Target, spec: &Spec) -> Schema {
    gitlab::schema(target, spec.slug, Mode::Create, &Object::new(), &[])
}

/// A form opened on a server that reports every parameter of the entry, also what it does not have.
fn opened(target: Target, spec: &Spec) -> Schema {
    let settings = spec.params.iter().map(|param| {
        let value = if param.kind.is_toggle() { json!(true) } else { json!("1") };
        (param.key.to_owned(), value)
    });
    gitlab::schema(target, spec.slug, Mode::Edit, &settings.collect(), &[])
}

/// Why a form does not have exactly what the server takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    /// Declared, but never to be sent, or replaced by another; the entry says why.
    Hidden,
    /// Not in the manual, and the server leaves it off: shown when the server of that time reports it.
    BesideManual,
    /// The server drops it, but its manual documents it: shown with a note.
    Documented,
}

/// Whether a form of this version has the parameter, whether the server takes it, and why these differ.
fn compare(
    target: Target,
    spec: &'static Spec,
    fact: &Integration,
    param: &Fact,
) -> (bool, bool, Option<Why>) {
    let taken = param.was_taken() && param.life(fact).at(target.version) != Presence::No;
    let known = spec.param(param.key);
    let drawn = new_form(target, spec).field(param.key).is_some();
    let is_old = target.version <= Some(Version::MANUAL);
    let why = match (known, taken, drawn) {
        (_, true, true) | (_, false, false) => None,
        (Some(known), true, false) if matches!(known.standing, ParamStanding::Hidden(_)) => Some(Why::Hidden),
        (Some(known), true, false) if is_old && !known.in_manual && !known.server_default => {
            Some(Why::BesideManual)
        }
        (Some(known), true, false) if is_old && !known.in_manual => {
            // Not certain whether it was there.
            assert_eq!(known.presence(target), Presence::Unsure, "{} {}", spec.slug, param.key);
            Some(Why::BesideManual)
        }
        (Some(known), false, true) if is_old && known.in_manual => Some(Why::Documented),
        _ => panic!("{} {} in {:?}: taken {taken}, drawn {drawn}", spec.slug, param.key, target.version),
    };
    (drawn, taken, why)
}

/// Integrations, those of groups, parameters that the server takes, of which it is not certain, parameters in the forms, and
/// the differences by their reasons.
type Row = (usize, usize, usize, usize, usize, [usize; 3]);

fn row(target: Target) -> Row {
    let (mut integrations, mut groups, mut taken, mut unsure, mut drawn) = (0, 0, 0, 0, 0);
    let mut whys = [0; 3];
    for fact in facts() {
        let spec = gitlab::find(fact.slug).expect("in the catalogue");
        if fact.life.at(target.version) == Presence::No {
            assert_eq!(spec.presence(target), Presence::No, "{}", spec.slug);
            continue;
        }
        integrations += 1;
        let in_group = spec.presence(target.at(Level::Group)) != Presence::No;
        groups += usize::from(in_group && target.has_groups() == Presence::Yes);
        for param in &fact.params {
            let (is_drawn, is_taken, why) = compare(target, spec, &fact, param);
            taken += usize::from(is_taken);
            unsure += usize::from(is_taken && param.life(&fact).at(target.version) == Presence::Unsure);
            drawn += usize::from(is_drawn);
            if let Some(why) = why {
                whys[why as usize] += 1;
            }
        }
    }
    (integrations, groups, taken, unsure, drawn, whys)
}

#[test]
fn sends_what_each_version_takes_and_every_difference_has_a_reason() {
    println!(
        "version  integrations  of groups  taken  (not certain)  in forms  hidden  beside the manual  documented but dropped"
    );
    let rows = VERSIONS.map(|version| {
        let row @ (integrations, groups, taken, unsure, drawn, [hidden, beside, documented]) = row(at(version));
        println!(
            "{:>7}  {integrations:>12}  {groups:>9}  {taken:>5}  {unsure:>13}  {drawn:>8}  {hidden:>6}  {beside:>17}  {documented:>22}",
            at(version).version.expect("one of them").to_string()
        );
        assert_eq!(drawn, taken - hidden - beside + documented, "{version:?}");
        row
    });
    assert_eq!(rows, EXPECTED);
}

/// By version.
const EXPECTED: [Row; 6] = [
    (37, 0, 222, 0, 240, [4, 1, 23]),
    (37, 0, 233, 7, 240, [4, 5, 16]),
    (51, 0, 368, 30, 359, [9, 0, 0]),
    (51, 46, 395, 26, 385, [10, 0, 0]),
    (52, 47, 436, 1, 404, [32, 0, 0]),
    (51, 46, 436, 0, 404, [32, 0, 0]),
];

#[test]
fn lists_each_integration_of_each_version() {
    for spec in gitlab::all() {
        let counts = VERSIONS.map(|version| match spec.presence(at(version)) {
            Presence::No => "–".to_owned(),
            presence => {
                let note = if presence == Presence::Unsure { "?" } else { "" };
                format!("{}{note}", new_form(at(version), spec).fields().count())
            }
        });
        println!("{:<50} {}", spec.slug, counts.clone().map(|count| format!("{count:>4}")).join(" "));
        assert!(
            spec.slug == "jenkins-deprecated" || counts.iter().any(|count| count != "–"),
            "{} is in none of them",
            spec.slug
        );
    }
}

#[test]
fn draws_nothing_twice_and_nothing_that_is_hidden_whatever_the_server_reports() {
    let mut forms = 0;
    for version in VERSIONS {
        for spec in gitlab::all() {
            let flags = gitlab::EVENTS.iter().map(|event| (event.key.to_owned(), json!(true)));
            let settings: Object = flags
                .chain(spec.params.iter().map(|param| (param.key.to_owned(), json!("1"))))
                .chain([("brand_new_events".to_owned(), json!(true))])
                .collect();
            for mode in [Mode::Create, Mode::Edit] {
                let form = gitlab::schema(at(version), spec.slug, mode, &settings, &[]);
                let mut keys: Vec<_> = form.fields().map(|field| field.key.as_ref()).collect();
                keys.sort_unstable();
                let all = keys.len();
                keys.dedup();
                assert_eq!(keys.len(), all, "{}", spec.slug);
                let is_hidden = |key: &&str| {
                    let param = spec.param(key);
                    param.is_some_and(|param| matches!(param.standing, ParamStanding::Hidden(_)))
                };
                assert_eq!(keys.iter().find(|key| is_hidden(key)), None, "{}", spec.slug);
                // Events of other integrations have no effect here; unknown ones may.
                let other = form.sections.iter().find(|section| section.title == gitlab::OTHER_EVENTS);
                let others: Vec<_> =
                    other.into_iter().flat_map(|section| &section.fields).map(|field| &*field.key).collect();
                assert!(others.is_empty() || others == ["brand_new_events"], "{}: {others:?}", spec.slug);
                let values = form.read(&settings);
                let body = gitlab::request_body(spec.slug, &form, &values, &values, None);
                assert!(body.keys().all(|key| !is_hidden(&key.as_str())), "{}: {body:?}", spec.slug);
                forms += 1;
            }
        }
    }
    assert_eq!(forms, 6 * 55 * 2);
}

#[test]
fn says_what_a_version_may_ignore_and_what_needs_a_license() {
    let help = |version, slug: &str, key: &str| {
        let form = new_form(at(version), gitlab::find(slug).expect("in the catalogue"));
        form.field(key).map(|field| field.help.to_string())
    };
    let maybe = "This version of GitLab may ignore it.";
    let ends = |help: Option<String>, with: &str| help.is_some_and(|help| help.ends_with(with));
    // Came between 16.4 and 17.7.
    assert!(ends(help((16, 11), "slack", "labels_to_be_notified"), maybe));
    assert!(!ends(help((17, 9), "slack", "labels_to_be_notified"), maybe));
    assert_eq!(help((14, 8), "slack", "labels_to_be_notified"), None);
    // Most versions ignored it; newer ones do not.
    assert!(ends(help((14, 8), "webex-teams", "branches_to_be_notified"), "Most GitLab versions ignore it."));
    assert!(!ends(help((17, 9), "webex-teams", "branches_to_be_notified"), "ignore it."));
    assert!(ends(help((19, 5), "jira", "project_keys"), "Requires GitLab Premium or Ultimate."));
    assert!(ends(help((19, 5), "slack", "vulnerability_events"), "Requires GitLab Ultimate."));
    // The Community Edition has none of it.
    let free = Target { at_most: Tier::Free, ..at((19, 5)) };
    let form = new_form(free, gitlab::find("jira").expect("in the catalogue"));
    assert!(form.field("project_keys").is_none() && form.field("jira_auth_type").is_some());
    // It cannot be set any more.
    assert_eq!(help((19, 5), "jira", "jira_issue_transition_automatic"), None);
    assert!(ends(help((18, 1), "jira", "jira_issue_transition_automatic"), maybe));
}

#[test]
fn an_open_form_has_all_that_is_reported() {
    for version in VERSIONS {
        for spec in gitlab::all().filter(|spec| spec.presence(at(version)) != Presence::No) {
            let form = opened(at(version), spec);
            for param in spec.params {
                let is_hidden = matches!(param.standing, ParamStanding::Hidden(_));
                // The flag of an event is reported for all integrations.
                let is_gone = param.kind.is_event() && param.presence(at(version)) == Presence::No;
                let is_there = !is_hidden && (!is_gone || param.is_documented(at(version)));
                assert_eq!(
                    form.field(param.key).is_some(),
                    is_there,
                    "{version:?} {} {}",
                    spec.slug,
                    param.key
                );
            }
        }
    }
}
