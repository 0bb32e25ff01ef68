//! Every integration of the catalogue, on servers of three versions: what a plan sends, the server takes, and the way back
//! is taken as well.

use super::{body, group, integration, project, read};
use crate::support::fill;
use patchbay_model::gitlab::plan::{Existing, Opened, disable, inherit, reverse, set_up};
use patchbay_model::gitlab::server::check_put;
use patchbay_model::gitlab::{self, Presence};
use serde_json::{Value, json};

#[test]
fn what_a_plan_sends_is_taken() {
    let mut checked = [0; 4];
    for version in ["14.8.0-ee", "16.11.0-ee", "19.5.0-ee"] {
        for (home, spec) in
            [project(), group()].iter().flat_map(|home| gitlab::all().map(move |spec| (home, spec)))
        {
            let opened = integration(version, home.clone(), spec.slug, None);
            let target = opened.target.at(home.level);
            let form = opened.form();
            let mut values = form.defaults();
            let mut least = crate::least(spec);
            least.retain(|key, _| form.field(key).is_some());
            fill(&form, &mut values, Value::Object(least));
            let planned = set_up(opened.clone(), &form, &values, Existing::Change);
            let is_offered = spec.presence(target) != Presence::No
                && spec.can_be_added()
                && !(version < "17.9" && home == &group());
            assert_eq!(
                planned.step.is_ready(),
                is_offered,
                "{version} {} {:?}",
                spec.slug,
                planned.step.problems
            );
            if !is_offered {
                checked[0] += 1;
                continue;
            }
            let sent = body(&planned);
            let stored = check_put(target, spec.slug, &sent, true);
            let stored =
                stored.unwrap_or_else(|refused| panic!("{version} {}: {refused:?} {sent:?}", spec.slug));
            checked[1] += 1;
            // There and the same: nothing but the secrets would change.
            let now = read(spec.slug, json!({"inherited": false, "properties": stored}));
            let again = set_up(
                Opened { integration: Some(now.clone()), ..opened.clone() },
                &form,
                &values,
                Existing::Change,
            );
            let secrets: Vec<&str> = spec.secrets().collect();
            // The name of a key's file goes with the key.
            let is_secret = |key: &str| secrets.contains(&key) || form.is_file_name(key);
            let rest = again.step.changes.iter().filter(|change| !is_secret(&change.key));
            assert_eq!(
                rest.collect::<Vec<_>>(),
                Vec::<&patchbay_model::Change>::new(),
                "{version} {}",
                spec.slug
            );
            checked[2] += 1;
            // And back: disabled, or told to inherit.
            let back = reverse(&planned, Some(now.clone())).expect("a way back");
            let there = Opened { integration: Some(now), ..opened };
            assert_eq!(back.step.is_ready(), disable(there.clone()).step.is_ready());
            let body = body(&inherit(there));
            assert!(check_put(target, spec.slug, &body, false).is_ok(), "{version} {}", spec.slug);
            checked[3] += 1;
        }
    }
    assert!(
        checked[0] > 50 && checked[1] > 150 && checked[2] == checked[1] && checked[3] == checked[1],
        "{checked:?}"
    );
}
