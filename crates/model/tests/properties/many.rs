//! Edits of many integrations: each changes its own field and nothing else, twice is as once, and no secret shows.

use crate::arbitrary::{any_entry, any_settings};
use crate::support::{names, stored};
use patchbay_model::gij::plan::apply::{apply, apply_all};
use patchbay_model::gij::plan::credentials::{NewCredentials, groups, replace};
use patchbay_model::gij::plan::edits::{PROJECTS, fields_of};
use patchbay_model::gij::plan::{Planned, Work};
use patchbay_model::gij::{self, Integration};
use patchbay_model::plan::Outlook;
use patchbay_model::plan::edits::{Edit, How, Way, ways};
use patchbay_model::{Entry, Field, Kind, Lookup, Mode, Object, Secret, Values};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn project(id: u64) -> String {
    format!("P{id}")
}

/// Settings as a server may hold them, mostly of a known type with what it must have.
fn any_integration() -> impl Strategy<Value = Integration> {
    let least = select(names().collect::<Vec<_>>()).prop_map(|name| (name, stored(name)));
    (any_settings(), proptest::option::weighted(0.8, least)).prop_map(|((_, mut settings), least)| {
        if let Some((name, stored)) = least {
            settings.insert("integrationType".into(), json!(name));
            for (key, value) in stored {
                settings.entry(key).or_insert(value);
            }
        }
        Integration::read(settings).expect("it has an id")
    })
}

/// Something that may be done with this field.
fn any_how(field: &Field) -> BoxedStrategy<How> {
    let (entry, texts) = (any_entry(field), "[a-z(\\[ ]{0,4}");
    let of = ways(field).into_iter().map(move |way| match way {
        Way::Set => entry.clone().prop_map(How::Set).boxed(),
        Way::Clear => Just(How::Clear).boxed(),
        Way::Append => texts.prop_map(How::Append).boxed(),
        Way::Prepend => texts.prop_map(How::Prepend).boxed(),
        Way::Replace => (texts, texts).prop_map(|(text, with)| How::Replace { text, with }).boxed(),
        Way::Add => entry.clone().prop_map(How::Add).boxed(),
        Way::Remove => entry.clone().prop_map(How::Remove).boxed(),
        Way::All => Just(How::All).boxed(),
    });
    proptest::strategy::Union::new(of).boxed()
}

/// An integration and an edit of one of its settings.
fn edited() -> impl Strategy<Value = (Integration, Field, Edit)> {
    (any_integration(), any::<Index>())
        .prop_filter_map("it has no setting", |(opened, at)| {
            let fields = fields_of(&[&opened]);
            let field = (!fields.is_empty()).then(|| fields[at.index(fields.len())].clone())?;
            (!ways(&field).is_empty()).then_some((opened, field))
        })
        .prop_flat_map(|(opened, field)| {
            let edit = any_how(&field).prop_map({
                let key = field.key.to_string();
                move |how| Edit { key: key.clone(), how }
            });
            (Just(opened), Just(field), edit)
        })
}

fn before(opened: &Integration) -> Values {
    gij::schema(&opened.kind, Mode::Edit, &opened.settings).read(&opened.settings)
}

fn patch(planned: &Planned) -> Object {
    let opened = planned.opened.as_ref().expect("it exists");
    match &planned.work {
        Some(Work::Change { values, .. }) => {
            let form = gij::schema(&opened.kind, Mode::Edit, &opened.settings);
            gij::request_patch(&opened.kind, &form, &form.read(&opened.settings), values)
        }
        None => Object::new(),
        Some(other) => panic!("an edit is no {other:?}"),
    }
}

/// The integration as it is once the plan was carried out.
fn carried_out(planned: &Planned) -> Integration {
    let mut settings = (*planned.opened.as_ref().expect("it exists").settings).clone();
    settings.extend(patch(planned));
    Integration::read(settings).expect("it has an id")
}

fn own_keys(edit: &Edit) -> Vec<&str> {
    if edit.key == PROJECTS { vec![PROJECTS, "global"] } else { vec![&edit.key] }
}

fn ids(opened: &Integration) -> BTreeSet<u64> {
    opened.projects().into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        max_global_rejects: 20_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn an_edit_touches_its_own_field((opened, _, edit) in edited()) {
        let planned = apply(&opened, std::slice::from_ref(&edit), &project);
        let own = own_keys(&edit);
        prop_assert!(planned.step.changes.iter().all(|change| own.contains(&change.key.as_str())));
        prop_assert!(patch(&planned).keys().all(|key| own.contains(&key.as_str())));
        // Work, action and changes say the same; and where nothing is done, the step says why.
        prop_assert_eq!(planned.work.is_some(), planned.step.action.is_some());
        prop_assert_eq!(planned.work.is_some(), !planned.step.changes.is_empty());
        if planned.work.is_none() {
            prop_assert!(!planned.step.notes.is_empty() || !planned.step.problems.is_empty());
        }
        if let Some(Work::Change { values, switch }) = &planned.work {
            prop_assert_eq!(*switch, None);
            let was = before(&opened);
            let form = gij::schema(&opened.kind, Mode::Edit, &opened.settings);
            for field in form.fields().filter(|field| !own.contains(&field.key.as_ref())) {
                prop_assert_eq!(values.get(&field.key), was.get(&field.key));
            }
        }
    }

    #[test]
    fn setting_twice_is_as_setting_once((opened, field, edit) in edited()) {
        // The form of an unknown type is made from what Jira reports, so any JSON makes another form.
        prop_assume!(field.kind != Kind::Json);
        let is_once_enough =
            matches!(edit.how, How::Set(_) | How::Clear | How::All | How::Add(_) | How::Remove(_));
        prop_assume!(is_once_enough);
        let once = apply(&opened, std::slice::from_ref(&edit), &project);
        prop_assume!(once.step.is_ready());
        let now = carried_out(&once);
        let twice = apply(&now, std::slice::from_ref(&edit), &project);
        prop_assert_eq!(twice.work, None, "{:?}", edit);
        prop_assert_eq!(twice.step.problems.len(), 0);
        // In one plan, too.
        let both = apply(&opened, &[edit.clone(), edit], &project);
        prop_assert_eq!(patch(&both), patch(&once));
    }

    #[test]
    fn what_is_appended_can_be_taken_out_again(
        name in "[a-c]{1,6}( [a-c]{1,3})?",
        more in "[a-c ]{0,2}[a-c]",
        at_end in any::<bool>(),
    ) {
        let mut settings = stored("GITHUB_SERVER");
        settings.insert("displayName".into(), json!(name));
        let opened = Integration::read(settings).expect("it has an id");
        let how = if at_end { How::Append(more.clone()) } else { How::Prepend(format!("{}.", more.trim())) };
        let text = if at_end { more } else { format!("{}.", more.trim()) };
        let put = Edit { key: "displayName".into(), how };
        let after = carried_out(&apply(&opened, std::slice::from_ref(&put), &project)).name();
        // Where it occurs once, at any place and overlapping or not.
        let places = (0..after.len()).filter(|at| after[*at..].starts_with(&text)).count();
        prop_assume!(places == 1);
        let take = Edit { key: "displayName".into(), how: How::Replace { text, with: String::new() } };
        prop_assert_eq!(patch(&apply(&opened, &[put, take], &project)), Object::new());
    }

    #[test]
    fn projects_are_sets(
        has in proptest::collection::btree_set(0..6_u64, 0..5),
        given in proptest::collection::btree_set(0..6_u64, 1..5),
        global in select(vec![json!(true), json!(false), Value::Null]),
    ) {
        let mut settings = stored("GITLAB");
        settings.extend([
            ("gitViewerEnabled".to_owned(), json!(false)),
            ("global".to_owned(), global.clone()),
            (PROJECTS.to_owned(), json!(has)),
        ]);
        let opened = Integration::read(settings).expect("it has an id");
        let entry = Entry::Projects(given.iter().copied().collect());
        let after = |how: How| {
            let planned = apply(&opened, &[Edit { key: PROJECTS.to_owned(), how }], &project);
            (carried_out(&planned), planned)
        };
        let is_global = global == json!(true);
        let (added, _) = after(How::Add(entry.clone()));
        let (removed, of_removed) = after(How::Remove(entry.clone()));
        let (set, _) = after(How::Set(entry));
        let (all, _) = after(How::All);
        if is_global {
            prop_assert_eq!((added.is_global(), removed.is_global()), (Some(true), Some(true)));
            prop_assert_eq!(of_removed.step.problems.len(), 1);
        } else {
            prop_assert_eq!(ids(&added), has.union(&given).copied().collect());
            prop_assert_eq!(ids(&removed), has.difference(&given).copied().collect());
        }
        prop_assert_eq!(ids(&set), given);
        prop_assert!(set.is_global() != Some(true));
        prop_assert_eq!(all.is_global(), Some(true));
    }

    #[test]
    fn each_row_of_a_plan_is_what_it_is_alone(
        all in proptest::collection::vec(any_integration(), 1..6),
        text in "[a-z]{1,3}",
    ) {
        let edits = [Edit { key: "displayName".into(), how: How::Set(Entry::Text(text)) }];
        let plan = apply_all(&all, &edits, &project);
        for (opened, planned) in all.iter().zip(&plan) {
            let alone = apply(opened, &edits, &project);
            prop_assert_eq!(&alone.work, &planned.work);
            prop_assert_eq!(&alone.step.changes, &planned.step.changes);
            prop_assert_eq!(&alone.step.problems, &planned.step.problems);
        }
        let Outlook { changed, with_problem, same } = Outlook::of(plan.iter().map(|one| &one.step));
        prop_assert_eq!(changed + with_problem + same, all.len());
        prop_assert_eq!(changed, plan.iter().filter(|planned| planned.step.is_ready()).count());
    }

    #[test]
    fn shared_settings_are_in_each_form(all in proptest::collection::vec(any_integration(), 1..5)) {
        let of = |all: &[&Integration]| fields_of(all);
        let shared = of(&all.iter().collect::<Vec<_>>());
        for one in &all {
            let form = gij::schema(&one.kind, Mode::Edit, &one.settings);
            for field in &shared {
                prop_assert_eq!(form.field(&field.key).map(|own| &own.kind), Some(&field.kind));
                prop_assert!(field.kind != Kind::Secret && field.on_wire);
            }
        }
        let reversed = of(&all.iter().rev().collect::<Vec<_>>());
        let keys = |fields: &[Field]| fields.iter().map(|field| field.key.to_string()).collect::<BTreeSet<_>>();
        prop_assert_eq!(keys(&shared), keys(&reversed));
    }

    #[test]
    fn every_chosen_one_is_in_one_group_or_left_out(all in proptest::collection::vec(any_integration(), 0..8)) {
        let found = groups(&all);
        let members = found.groups.iter().flat_map(|group| group.members.iter().copied());
        let mut places: Vec<usize> = members.chain(found.without.iter().map(|(place, _)| *place)).collect();
        places.sort_unstable();
        prop_assert_eq!(places, (0..all.len()).collect::<Vec<_>>());
        for group in &found.groups {
            prop_assert!(!group.ways.is_empty() && group.known.is_none_or(|known| group.ways.contains(&known)));
        }
    }

    #[test]
    fn new_credentials_are_sent_and_nowhere_shown(
        opened in any_integration(),
        text in "Q7z[!-~]{8,16}",
        user in select(vec!["svc-jira", " svc ", "all"]),
        is_token in any::<bool>(),
    ) {
        let secret = Secret::Replace(text.clone());
        let new = match is_token {
            true => NewCredentials::Token(secret),
            false => NewCredentials::Password { user: user.to_owned(), password: secret },
        };
        let planned = replace(&opened, &new, &project);
        let shown = format!("{planned:?} {planned:#?} {new:?} {new:#?}");
        prop_assert!(!shown.contains("Q7z"));
        let sent = patch(&planned);
        let (key, other) = if is_token { ("pat", "password") } else { ("password", "pat") };
        prop_assert!(sent.keys().all(|key| ["pat", "password", "username"].contains(&key.as_str())));
        prop_assert!(!sent.contains_key(other));
        if planned.step.is_ready() {
            prop_assert_eq!(sent.get(key).and_then(Value::as_str), Some(text.as_str()));
            if !is_token {
                prop_assert_eq!(sent.get("username").and_then(Value::as_str), Some(user.trim()));
            }
        }
        // The plan's values are what is sent, and only they hold it.
        if let Some(Work::Change { values, .. }) = &planned.work {
            prop_assert!(values.entry(key).is_some_and(|entry| matches!(entry, Entry::Secret(Secret::Replace(_)))));
        }
    }
}
