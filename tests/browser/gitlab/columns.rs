//! The columns of the table "versions × integrations": which integrations a GitLab has, and which of their forms no
//! column before it has.

use patchbay_model::gitlab::server::is_declared;
use patchbay_model::gitlab::{Level, Presence, Spec, Standing, Target, Tier, Version, all, schema};
use patchbay_model::{Field, Mode, Object, Schema};
use patchbay_tests::GitLab;
use serde_json::{Value, json};

/// A GitLab, and what its integrations belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The server.
    pub gitlab: GitLab,
    /// Projects or groups.
    pub level: Level,
}

/// Those of projects. The first has only forms that none before has, and what 14.8 has is driven in `every`.
const OF_PROJECTS: [GitLab; 6] =
    [GitLab::V19_5, GitLab::V14_8, GitLab::V18_11, GitLab::V17_9, GitLab::V16_11, GitLab::V13_12];

/// Those of groups, which have integrations since 17.9.
const OF_GROUPS: [GitLab; 3] = [GitLab::V19_5, GitLab::V18_11, GitLab::V17_9];

impl Column {
    /// All of them, in the order in which their forms are compared.
    pub fn all() -> impl Iterator<Item = Self> {
        let of = |level| move |gitlab| Self { gitlab, level };
        OF_PROJECTS.into_iter().map(of(Level::Project)).chain(OF_GROUPS.into_iter().map(of(Level::Group)))
    }

    /// What the app knows of it.
    pub fn target(self) -> Target {
        Target { version: Some(self.gitlab.version()), at_most: Tier::Ultimate, level: self.level }
    }

    /// The integrations that can be set up there through the API.
    pub fn integrations(self) -> impl Iterator<Item = &'static Spec> {
        let target = self.target();
        // The manual describes some that servers of its time had lost, and the sandbox has them.
        let is_of_manual =
            move |spec: &Spec| spec.life.since.is_none() && target.version <= Some(Version::MANUAL);
        let is_there = move |spec: &Spec| spec.presence(target) == Presence::Yes || is_of_manual(spec);
        all().filter(move |spec| is_there(spec) && !matches!(spec.standing, Standing::SetUpElsewhere(_)))
    }

    /// Those of them whose form is that of no column before this one, of the same level.
    pub fn new_forms(self) -> impl Iterator<Item = &'static Spec> {
        self.integrations().filter(move |spec| {
            let before = Self::all().take_while(move |other| *other != self);
            let same_level = before.filter(move |other| other.level == self.level);
            let mut with_it =
                same_level.filter(|other| other.integrations().any(|one| one.slug == spec.slug));
            !with_it.any(|other| forms(other.target(), spec) == forms(self.target(), spec))
        })
    }

    /// The form in which it is set up.
    pub fn form(self, spec: &Spec) -> Schema {
        schema(self.target(), spec.slug, Mode::Create, &Object::new(), &[])
    }
}

/// The fields in which an integration is set up, and those in which it is changed when its server reports all that it takes.
fn forms(target: Target, spec: &Spec) -> [Vec<(&'static str, Vec<Field>)>; 2] {
    let reported = spec.params.iter().filter(|param| is_declared(param, target) && !param.kind.is_secret());
    let value = |is_toggle| if is_toggle { Value::Bool(true) } else { json!("1") };
    let settings = reported.map(|param| (param.key.to_owned(), value(param.kind.is_toggle()))).collect();
    [(Mode::Create, Object::new()), (Mode::Edit, settings)].map(|(mode, settings)| {
        let form = schema(target, spec.slug, mode, &settings, &[]);
        form.sections.into_iter().map(|section| (section.title, section.fields)).collect()
    })
}
