//! Plans for many projects and groups: what is done with each, what keeps it from being done, and the way back.

mod change;
mod every;
mod reverse;
mod secrets;
mod set_up;

use crate::support::{fill, object};
use patchbay_model::gitlab::plan::{Opened, Planned, Work};
use patchbay_model::gitlab::{self, Home, Integration, Level, Target};
use patchbay_model::{Mode, Object, Schema, Values};
use serde_json::{Value, json};

const WEBHOOK: &str = "https://hooks.slack.com/services/T0/B0/s3cret";

/// The project `acme/web` of a maintainer.
fn project() -> Home {
    let project = json!({"id": 101, "name": "web", "path_with_namespace": "acme/web", "archived": false,
        "permissions": {"project_access": {"access_level": 40}}});
    gitlab::wire::home(project, Level::Project).expect("a project")
}

/// The group `acme`.
fn group() -> Home {
    let group = json!({"id": 21, "name": "acme", "full_path": "acme"});
    gitlab::wire::home(group, Level::Group).expect("a group")
}

/// Slack as a server of this version reports it there; `None` where it was never set up.
fn slack(version: &str, home: Home, reported: Option<Value>) -> Opened {
    integration(version, home, "slack", reported)
}

fn integration(version: &str, home: Home, slug: &str, reported: Option<Value>) -> Opened {
    let target = Target::read(version, home.level);
    Opened { home, slug: slug.to_owned(), target, integration: reported.map(|answer| read(slug, answer)) }
}

/// What a server answers: `given` over one that is active and has its own settings.
fn read(slug: &str, given: Value) -> Integration {
    let mut answer = object(json!({"id": 7, "slug": slug, "title": "", "active": true}));
    answer.extend(object(given));
    gitlab::wire::one(Value::Object(answer)).expect("an integration")
}

/// A form to set up Slack with, its webhook and `given` typed.
fn typed(version: &str, given: Value) -> (Schema, Values) {
    let target = Target::read(version, Level::Project);
    let form = gitlab::schema(target, "slack", Mode::Create, &Object::new(), &[]);
    let mut values = form.defaults();
    fill(&form, &mut values, json!({"webhook": WEBHOOK}));
    fill(&form, &mut values, given);
    (form, values)
}

/// "Label: before → after" of each change.
fn changes(planned: &Planned) -> Vec<String> {
    let line =
        |change: &patchbay_model::Change| format!("{}: {} → {}", change.label, change.before, change.after);
    planned.step.changes.iter().map(line).collect()
}

/// The body that a step sends.
fn body(planned: &Planned) -> Object {
    let mut requests = gitlab::plan::requests([planned].into_iter());
    assert_eq!(requests.len(), 1, "{:?}", planned.step);
    requests.remove(0).body.unwrap_or_default()
}

/// What GitLab has after a step that wrote settings.
fn written(planned: &Planned) -> Integration {
    let Some(Work::Write { .. }) = &planned.work else { panic!("it writes nothing: {:?}", planned.step) };
    let opened = planned.opened.as_ref().expect("what it was");
    let mut settings = opened.settings();
    let mut sent = body(planned);
    sent.remove(gitlab::USE_INHERITED);
    settings.extend(sent);
    let inherited = opened.inherits().map(|_| false);
    read(&opened.slug, json!({"inherited": inherited, "properties": settings}))
}
