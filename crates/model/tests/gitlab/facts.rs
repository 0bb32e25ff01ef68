//! The catalogue holds what the manual says, parameter by parameter; where it does not, the reason is written here.

use patchbay_model::gitlab::{self, Param, ParamKind, ParamStanding, Spec};
use std::collections::BTreeSet;

const FACTS: &str = include_str!("fixtures/parameters.txt");

/// One line of the facts.
struct Fact {
    slug: &'static str,
    key: &'static str,
    kind: &'static str,
    required: bool,
    deprecated: bool,
}

fn facts() -> impl Iterator<Item = Fact> {
    FACTS.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [slug, key, kind, required, ref rest @ ..] = words[..] else { panic!("{line}") };
        assert!(matches!(required, "required" | "optional"), "{line}");
        Fact { slug, key, kind, required: required == "required", deprecated: *rest == ["deprecated"] }
    })
}

/// Where the catalogue has another type than the manual: the manual's own text contradicts its table.
const OTHER_TYPES: &[(&str, &str, &str)] = &[
    // "URL of the Packagist server" is no boolean.
    ("packagist", "server", "string"),
    // "Comma-separated list of branches" is no boolean; Asana's is text as well.
    ("pivotaltracker", "restrict_to_branch", "string"),
    // The manual gives these in a list without types.
    ("jenkins-deprecated", "project_url", "string"),
    ("jenkins-deprecated", "multiproject_enabled", "boolean"),
    ("jenkins-deprecated", "pass_unstable", "boolean"),
];

/// Whether the manual documents this integration. The catalogue can have others too.
pub fn documents(slug: &str) -> bool {
    facts().any(|fact| fact.slug == slug)
}

/// All parameters that the manual documents. An integration beyond the manual changes none of these tests.
fn in_manual() -> impl Iterator<Item = (&'static Spec, &'static Param)> {
    gitlab::all()
        .filter(|spec| documents(spec.slug))
        .flat_map(|spec| spec.params.iter().filter(|param| param.in_manual).map(move |param| (spec, param)))
}

#[test]
fn has_every_parameter_with_its_type_and_whether_it_is_required() {
    for fact in facts() {
        let name = format!("{} {}", fact.slug, fact.key);
        let spec = gitlab::find(fact.slug).unwrap_or_else(|| panic!("no integration {}", fact.slug));
        let param = spec.param(fact.key).unwrap_or_else(|| panic!("no parameter {name}"));
        let other = OTHER_TYPES.iter().find(|(slug, key, _)| (*slug, *key) == (fact.slug, fact.key));
        assert_eq!(param.kind.wire_type(), other.map_or(fact.kind, |(_, _, kind)| kind), "{name}");
        assert_eq!(param.required, fact.required, "{name}");
        if fact.deprecated {
            assert!(matches!(param.standing, ParamStanding::Hidden(_)), "{name} is deprecated");
        }
    }
}

#[test]
fn has_nothing_that_the_manual_does_not_have() {
    let known: BTreeSet<_> = facts().map(|fact| (fact.slug, fact.key)).collect();
    for (spec, param) in in_manual() {
        assert!(known.contains(&(spec.slug, param.key)), "{} {} is not in the manual", spec.slug, param.key);
    }
    assert_eq!(known.len(), in_manual().count());
}

#[test]
fn counts() {
    let count = |is: &dyn Fn(&Param) -> bool| in_manual().filter(|(_, param)| is(param)).count();
    let slugs = in_manual().map(|(spec, _)| spec.slug).collect::<BTreeSet<_>>().len();
    let params = in_manual().count();
    let required = count(&|param| param.required);
    let secrets = count(&|param| param.kind.is_secret());
    let events = count(&|param| matches!(param.kind, ParamKind::Event(_)));
    let names: BTreeSet<_> = in_manual()
        .filter(|(_, param)| matches!(param.kind, ParamKind::Event(_)))
        .map(|(_, param)| param.key)
        .collect();
    let toggles = count(&|param| param.kind.is_toggle());
    let channels = count(&|param| matches!(param.kind, ParamKind::Channel(_)));
    let deprecated = facts().filter(|fact| fact.deprecated).count();
    println!(
        "{slugs} integrations, {params} parameters: {required} required, {secrets} secrets, {toggles} toggles, of \
         which {events} are for {} kinds of event; {channels} channels; {deprecated} deprecated",
        names.len()
    );
    assert_eq!((slugs, params, required, secrets), (37, 234, 61, 26));
    assert_eq!((events, names.len(), toggles, channels, deprecated), (85, 12, 113, 19, 5));
}
