//! The catalogue holds every integration of GitLab 13.x to 19.5 as its code has it, parameter by parameter; where it does
//! not, the reason is written here.

use crate::NEWEST;
use patchbay_model::gitlab::{self, Bound, Level, Lifespan, Param, ParamKind, ParamStanding, Spec};
use patchbay_model::gitlab::{Standing, Tier, Version};
use std::collections::BTreeSet;

const TODAY: &str = include_str!("fixtures/today.txt");

/// One integration of the facts.
pub struct Integration {
    pub slug: &'static str,
    levels: &'static str,
    tier: Tier,
    pub life: Lifespan,
    only: Option<&'static str>,
    not_created: bool,
    pub params: Vec<Fact>,
}

/// One parameter of the facts.
pub struct Fact {
    pub key: &'static str,
    kind: &'static str,
    required: bool,
    dropped: bool,
    secret: bool,
    event: bool,
    since: Option<Bound>,
    until: Option<Bound>,
    pub tier: Tier,
    default: Option<&'static str>,
    clears: bool,
}

impl Fact {
    /// The versions of the parameter: its own, or those of its integration.
    pub fn life(&self, integration: &Integration) -> Lifespan {
        effective(Lifespan { since: self.since, until: self.until }, integration.life)
    }
}

fn effective(own: Lifespan, integration: Lifespan) -> Lifespan {
    Lifespan { since: own.since.or(integration.since), until: own.until.or(integration.until) }
}

fn version(text: &str) -> Option<Version> {
    Version::read(text)
}

/// `16.3` or `14.9..16.3`; none before the versions that are in use.
fn bound(text: &str) -> Option<Bound> {
    let (earliest, latest) = text.split_once("..").unwrap_or((text, text));
    Some(Bound { earliest: version(earliest)?, latest: version(latest)? })
}

fn tier(text: &str) -> Tier {
    match text {
        "free" => Tier::Free,
        "premium" => Tier::Premium,
        "ultimate" => Tier::Ultimate,
        other => panic!("{other}"),
    }
}

pub fn facts() -> Vec<Integration> {
    let mut all: Vec<Integration> = Vec::new();
    for line in TODAY.lines().filter(|line| !line.starts_with('#')) {
        let words: Vec<&str> = line.split(' ').collect();
        let has = |word: &str| words.contains(&word);
        let of = |name: &str| words.iter().find_map(|word| word.strip_prefix(name));
        let life = Lifespan { since: of("since:").and_then(bound), until: of("until:").and_then(bound) };
        if words[0] == "=" {
            all.push(Integration {
                slug: words[1],
                levels: words[2],
                tier: tier(words[3]),
                life,
                only: of("only:"),
                not_created: has("not-created"),
                params: Vec::new(),
            });
        } else {
            all.last_mut().expect("an integration before it").params.push(Fact {
                key: words[0],
                kind: words[1],
                required: words[2] == "required",
                dropped: has("dropped"),
                secret: has("secret"),
                event: has("event"),
                since: life.since,
                until: life.until,
                tier: of("tier:").map_or(Tier::Free, tier),
                default: of("default:"),
                clears: of("clears:").is_some(),
            });
        }
    }
    all
}

impl Fact {
    /// Whether any version in use took it.
    pub fn was_taken(&self) -> bool {
        !self.dropped || self.until.is_some()
    }
}

/// Documented or declared, and not in the catalogue.
const NOT_THERE: &[(&str, &str, &str)] = &[
    ("discord", "group_mentions_events", "documented, but no server takes group mentions"),
    ("discord", "group_mentions_channel", "documented, but no server takes group mentions"),
    ("discord", "group_confidential_mentions_events", "documented, but no server takes group mentions"),
    ("discord", "group_confidential_mentions_channel", "documented, but no server takes group mentions"),
    ("gitlab-slack-application", "notify_only_default_branch", "documented, but no server ever took it"),
    ("gitlab-slack-application", "incidents_events", "documented, but servers call it incident_events"),
    ("slack", "incidents_events", "documented, but servers call it incident_events"),
];

/// Another type than the facts.
const OTHER_TYPES: &[(&str, &str, &str, &str)] = &[
    // Grape makes a text of a JSON boolean, and reads both as the same.
    (
        "jira",
        "issues_enabled",
        "boolean",
        "17.x declares a boolean, 18.9 and later a string: a boolean fits both",
    ),
    ("jenkins-deprecated", "multiproject_enabled", "boolean", "the manual gives no type; it is on or off"),
    ("jenkins-deprecated", "pass_unstable", "boolean", "the manual gives no type; it is on or off"),
];

/// Required by the facts or the catalogue, not by both.
const OTHER_REQUIRED: &[(&str, &str, &str)] = &[
    ("prometheus", "google_iap_audience_client_id", "the manual: optional; always sent, also empty"),
    ("prometheus", "google_iap_service_account_json", "the manual: optional; always sent, also empty"),
];

/// Secret by the facts, not in the catalogue.
const NO_SECRETS: &[(&str, &str, &str)] = &[(
    "bamboo",
    "build_key",
    "the key of a plan, which is in every address of Bamboo; GitLab hides it by its name",
)];

/// Other versions than the facts.
const OTHER_LIVES: &[(&str, &str, &str)] = &[];

/// Another value than GitLab's where the first request does not say it.
const OTHER_DEFAULTS: &[(&str, &str, &str)] = &[];

fn has(list: &[(&str, &str, &str)], slug: &str, key: &str) -> bool {
    list.iter().any(|(of, name, _)| (*of, *name) == (slug, key))
}

fn both() -> impl Iterator<Item = (Integration, &'static Spec)> {
    facts().into_iter().map(|fact| {
        let spec = gitlab::find(fact.slug).unwrap_or_else(|| panic!("no integration {}", fact.slug));
        (fact, spec)
    })
}

#[test]
fn has_every_integration_with_its_versions_levels_and_tier() {
    let there: BTreeSet<_> = gitlab::all().map(|spec| spec.slug).collect();
    let known: BTreeSet<_> = facts().iter().map(|fact| fact.slug).collect();
    assert_eq!(there, known);
    for (fact, spec) in both() {
        assert_eq!(spec.life, fact.life, "{}", spec.slug);
        assert_eq!(spec.tier, fact.tier, "{}", spec.slug);
        assert_eq!(spec.only_projects, fact.levels == "project", "{}", spec.slug);
        assert!(["project", "project,group"].contains(&fact.levels), "{}", spec.slug);
        assert_eq!(matches!(spec.standing, Standing::SetUpElsewhere(_)), fact.not_created, "{}", spec.slug);
        let only = match spec.standing {
            Standing::GitLabCom => Some("gitlab.com"),
            Standing::Development => Some("development-servers"),
            _ => None,
        };
        assert_eq!(only, fact.only, "{}", spec.slug);
    }
}

#[test]
fn has_every_parameter_and_no_other() {
    for (fact, spec) in both() {
        let there: BTreeSet<_> = spec.params.iter().map(|param| param.key).collect();
        let known: BTreeSet<_> = fact
            .params
            .iter()
            .filter(|param| !has(NOT_THERE, spec.slug, param.key))
            .map(|param| param.key)
            .collect();
        assert_eq!(there, known, "{}", spec.slug);
    }
}

#[test]
fn has_each_parameter_as_it_is_in_the_newest_version_that_has_it() {
    for (fact, spec) in both() {
        for known in fact.params.iter().filter(|param| !has(NOT_THERE, spec.slug, param.key)) {
            let name = format!("{} {}", spec.slug, known.key);
            let param = spec.param(known.key).unwrap_or_else(|| panic!("no parameter {name}"));
            let other = OTHER_TYPES.iter().find(|(slug, key, ..)| (*slug, *key) == (spec.slug, known.key));
            assert_eq!(param.kind.wire_type(), other.map_or(known.kind, |(_, _, kind, _)| kind), "{name}");
            let is_required = known.required != has(OTHER_REQUIRED, spec.slug, known.key);
            assert_eq!(param.is_required(NEWEST), is_required, "{name}");
            assert!(!has(OTHER_REQUIRED, spec.slug, known.key) || param.always_sent, "{name}");
            let is_secret = known.secret && !has(NO_SECRETS, spec.slug, known.key);
            assert_eq!(param.kind.is_secret(), is_secret, "{name}");
            assert_eq!(param.kind.is_event(), known.event, "{name}");
            assert_eq!(param.tier, known.tier, "{name}");
            if let (true, Some(default)) = (param.kind.is_toggle(), known.default) {
                let is_other = has(OTHER_DEFAULTS, spec.slug, known.key);
                assert_eq!((default == "true") != is_other, param.server_default, "{name}");
            }
            // What every change sends cannot be lost by a change.
            let is_lost = known.clears && !known.required;
            assert!(!is_lost || spec.params.iter().any(|param| !param.clears_secret.is_empty()), "{name}");
        }
    }
}

#[test]
fn has_each_parameter_in_the_versions_that_take_it() {
    for (fact, spec) in both() {
        for known in fact.params.iter().filter(|param| !has(NOT_THERE, spec.slug, param.key)) {
            let name = format!("{} {}", spec.slug, known.key);
            let param = spec.param(known.key).unwrap_or_else(|| panic!("no parameter {name}"));
            let is_other = has(OTHER_LIVES, spec.slug, known.key);
            let is_same = if !known.was_taken() {
                // The manual documents it and no server takes it: as in the manual up to its version.
                param.in_manual && param.life == Lifespan { since: None, until: Some(Bound::at(14, 9)) }
            } else {
                effective(param.life, spec.life) == known.life(&fact)
            };
            assert_eq!(is_same, !is_other, "{name}: {:?}, {:?}", param.life, known.life(&fact));
        }
    }
}

#[test]
fn neither_draws_nor_sends_what_must_not_be_sent() {
    let hidden = |spec: &'static Spec| {
        spec.params.iter().filter(|param| matches!(param.standing, ParamStanding::Hidden(_)))
    };
    let count =
        |is: &dyn Fn(&Param) -> bool| gitlab::all().flat_map(hidden).filter(|param| is(param)).count();
    assert_eq!(count(&|param| param.key.ends_with("work_item_events")), 22);
    assert_eq!(count(&|_| true), 37);
}

#[test]
fn counts() {
    let taken = || {
        gitlab::all().flat_map(|spec| {
            let takes = move |param: &&Param| {
                effective(param.life, spec.life).at(NEWEST.version) != gitlab::Presence::No
            };
            spec.params.iter().filter(takes)
        })
    };
    let count = |is: &dyn Fn(&Param) -> bool| taken().filter(|param| is(param)).count();
    let slugs = gitlab::all().filter(|spec| spec.presence(NEWEST) != gitlab::Presence::No).count();
    let groups =
        gitlab::all().filter(|spec| spec.presence(NEWEST.at(Level::Group)) != gitlab::Presence::No).count();
    assert_eq!((gitlab::all().count(), slugs, groups), (55, 51, 46));
    let required = count(&|param| param.is_required(NEWEST));
    let secrets = count(&|param| param.kind.is_secret());
    let events = count(&|param| param.kind.is_event());
    let channels = count(&|param| param.key.ends_with("_channel"));
    let integers = count(&|param| param.kind.wire_type() == "integer");
    let lists = count(&|param| matches!(param.kind, ParamKind::Lines));
    let names: BTreeSet<_> = taken().map(|param| param.key).collect();
    println!(
        "{slugs} integrations, {} parameters, {required} required, {secrets} secrets, {events} events, {channels} channels, {} names",
        taken().count(),
        names.len()
    );
    assert_eq!((taken().count(), required, secrets, events), (436, 92, 47, 183));
    assert_eq!((channels, integers, lists, names.len()), (52, 2, 1, 127));
}
