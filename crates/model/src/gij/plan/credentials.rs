//! Replacing the credentials of many Git integrations: which of them sign in alike, and what one secret does to one of
//! them.

use super::{Planned, change, leave};
use crate::form::{Entry, Field, Mode, Required, Secret};
use crate::gij::fields::{AUTH, way_label};
use crate::gij::integration::Integration;
use crate::gij::integration_type::IntegrationType;
use crate::gij::schema::schema;
use crate::gij::spec::{Auth, Origin};
use crate::text::url;
use serde_json::Value;

/// Why a folder is left out.
pub const FOLDER: &str = "A folder on the Jira server has no credentials.";

/// Why an integration of an unknown type is left out.
pub const UNKNOWN_TYPE: &str =
    "Patchbay does not know how an integration of this type signs in. Replace its credentials in Jira.";

/// Integrations that sign in to the same host alike, as far as Jira tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The host, such as `github.acme.example`; of a public host whose address Jira does not report, the type's own.
    pub host: String,
    /// The user name; `None` where Jira does not report it, empty where it reports that there is none.
    pub user: Option<String>,
    /// The ways to sign in that their type has, the recommended one first.
    pub ways: Vec<Auth>,
    /// The way that they use now; `None` where Jira does not tell.
    pub known: Option<Auth>,
    /// Which integrations, by their places in what was given, in that order.
    pub members: Vec<usize>,
}

/// What was found among the chosen ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    /// Those that have credentials, in the order of their first members.
    pub groups: Vec<Group>,
    /// Those that have none, by their places, with the reason as a sentence.
    pub without: Vec<(usize, &'static str)>,
}

/// Groups integrations by host, user name and way to sign in. Jira documents no answer with the user name or the way, so
/// usually only the host and what the type can do are known.
pub fn groups(integrations: &[Integration]) -> Groups {
    let mut found = Groups::default();
    for (place, integration) in integrations.iter().enumerate() {
        let Some(spec) = integration.kind.spec() else {
            found.without.push((place, UNKNOWN_TYPE));
            continue;
        };
        if spec.auth.is_empty() {
            found.without.push((place, FOLDER));
            continue;
        }
        let user = user_of(integration);
        let known = known_way(spec.auth, user.as_deref());
        let host = host_of(integration);
        let alike = |group: &&mut Group| {
            group.host == host && group.user == user && group.known == known && group.ways == spec.auth
        };
        match found.groups.iter_mut().find(alike) {
            Some(group) => group.members.push(place),
            None => {
                let ways = spec.auth.to_vec();
                found.groups.push(Group { host, user, ways, known, members: vec![place] });
            }
        }
    }
    found
}

fn user_of(integration: &Integration) -> Option<String> {
    integration.settings.get("username").and_then(Value::as_str).map(|name| name.trim().to_owned())
}

/// Retrieve docs: no answer says how an integration signs in. One of several ways is known only by a user name.
fn known_way(ways: &[Auth], user: Option<&str>) -> Option<Auth> {
    let has = |way: Auth| ways.contains(&way).then_some(way);
    match (ways, user) {
        ([only], _) => Some(*only),
        // Add doc: Team Foundation Server signs in with a token as the user "all".
        (_, Some("all")) if ways.contains(&Auth::TokenForAll) => Some(Auth::TokenForAll),
        (_, Some("")) => has(Auth::Token),
        (_, Some(_)) => has(Auth::Password),
        (_, None) => None,
    }
}

fn host_of(integration: &Integration) -> String {
    let default = match integration.kind.spec().map(|spec| spec.origin) {
        Some(Origin::Default(url)) => url::host(url),
        // Only AWS's host may be left out: it follows from the region.
        Some(Origin::Optional(_)) => match integration.settings.get("awsRegion").and_then(Value::as_str) {
            Some(region) => format!("git-codecommit.{}.amazonaws.com", region.trim()),
            None => integration.kind.label().to_owned(),
        },
        Some(Origin::Url(_) | Origin::Folder(_)) | None => integration.kind.label().to_owned(),
    };
    [url::host(integration.origin()), default].into_iter().find(|host| !host.is_empty()).unwrap_or_default()
}

/// What a person enters to sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entered {
    /// A token.
    Token,
    /// A user name and a password, or an access key and its ID.
    Password,
}

impl Entered {
    /// What is entered for this way to sign in.
    pub fn of(way: Auth) -> Self {
        match way {
            Auth::Token | Auth::TokenForAll => Self::Token,
            Auth::Password | Auth::AccessKey => Self::Password,
        }
    }

    /// The value of the form's field [`AUTH`].
    fn word(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Password => "password",
        }
    }
}

impl Group {
    /// What can be entered, with its label: first what they sign in with now or, where Jira does not tell, what the type
    /// recommends.
    pub fn offered(&self) -> Vec<(Entered, &'static str)> {
        let known = self.known.into_iter();
        let mut ways: Vec<Auth> = known.collect();
        ways.extend(self.ways.iter().filter(|way| Some(**way) != self.known));
        ways.into_iter().map(|way| (Entered::of(way), way_label(way))).collect()
    }

    /// The fields for what is entered, as the form of their type has them, with these keys for user name and secret. Both
    /// may be left empty: then nothing is replaced.
    pub fn fields(&self, entered: Entered, kind: &IntegrationType, user: &str, secret: &str) -> Vec<Field> {
        let form = schema(kind, Mode::Edit, &crate::Object::new());
        let keys: &[(&str, &str)] = match entered {
            Entered::Token => &[("pat", secret)],
            Entered::Password => &[("username", user), ("password", secret)],
        };
        let field = |(key, own): &(&str, &str)| {
            let mut field = form.field(key)?.clone();
            field.key = (*own).to_owned().into();
            field.shown = None;
            field.required = Required::No;
            field.consequence = "".into();
            Some(field)
        };
        keys.iter().filter_map(field).collect()
    }

    /// How they sign in, as far as it is known, in sentences.
    pub fn about(&self) -> String {
        let user = self.user.as_deref().filter(|user| !user.is_empty());
        match (self.known, user) {
            (Some(Auth::Token), _) => "They sign in with a personal access token.".to_owned(),
            (Some(Auth::TokenForAll), _) => {
                "They sign in with a personal access token and the user name “all”.".to_owned()
            }
            (Some(Auth::Password), Some(user)) => format!("They sign in as “{user}” with a password."),
            (Some(Auth::Password), None) => {
                "They sign in with a user name and a password. Jira does not report the user name.".to_owned()
            }
            (Some(Auth::AccessKey), Some(user)) => format!("They sign in with the access key “{user}”."),
            (Some(Auth::AccessKey), None) => {
                "They sign in with an access key. Jira does not report its ID.".to_owned()
            }
            (None, _) => "They sign in with a personal access token, or with a user name and a password. Jira does not \
                          report which, nor the user name."
                .to_owned(),
        }
    }

    /// The members whose step can be sent, the one that goes first before the others: an enabled one before a disabled one,
    /// then the one that was indexed last, because it worked most recently; of equals the first. Where a person leaves the
    /// first one out, the next goes first.
    pub fn in_order(&self, plan: &[Planned]) -> Vec<usize> {
        let ready = self.members.iter().copied().filter_map(|place| {
            let planned = plan.get(place).filter(|planned| planned.step.is_ready())?;
            let opened = planned.opened.as_ref()?;
            Some((opened.is_disabled(), opened.indexed_at().unwrap_or(0.0), place))
        });
        let mut ranked: Vec<(bool, f64, usize)> = ready.collect();
        ranked.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
        ranked.into_iter().map(|(_, _, place)| place).collect()
    }
}

/// New credentials. `Debug` never prints a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewCredentials {
    /// A personal access token. Team Foundation Server gets it with the user name `all`.
    Token(Secret),
    /// A user name and its password; for AWS the access key ID and the secret access key.
    Password {
        /// The user name. It is sent with the password even where it stays the same.
        user: String,
        /// The password.
        password: Secret,
    },
}

impl NewCredentials {
    fn entered(&self) -> Entered {
        match self {
            Self::Token(_) => Entered::Token,
            Self::Password { .. } => Entered::Password,
        }
    }
}

/// What these credentials do to one integration. Its step shows neither old nor new ones.
pub fn replace(opened: &Integration, new: &NewCredentials, project: &dyn Fn(u64) -> String) -> Planned {
    let ways = opened.kind.spec().map_or(&[][..], |spec| spec.auth);
    let Some(way) = ways.iter().find(|way| Entered::of(**way) == new.entered()) else {
        let mut planned = leave(opened.clone());
        planned.step.problems.push(match new.entered() {
            Entered::Token => format!("{} does not sign in with a token.", opened.kind),
            Entered::Password => format!("{} does not sign in with a user name and a password.", opened.kind),
        });
        return planned;
    };
    let form = schema(&opened.kind, Mode::Edit, &opened.settings);
    let mut values = form.read(&opened.settings);
    values.set(AUTH, Entry::from(new.entered().word()));
    match new {
        NewCredentials::Token(token) => values.set("pat", Entry::Secret(token.clone())),
        NewCredentials::Password { user, password } => {
            values.set("username", Entry::Text(user.clone()));
            values.set("password", Entry::Secret(password.clone()));
        }
    }
    let mut planned = change(opened.clone(), values, None, project);
    let step = &mut planned.step;
    for change in &mut step.changes {
        if change.key == "username" && user_of(opened).is_none() {
            // What Jira does not report is not the same as none.
            change.before = "as stored".to_owned();
        }
    }
    // The secret's own note says the same.
    if let Some(user) = form.field("username") {
        let beginning = format!("Changing “{}”", user.label);
        step.notes.retain(|note| !note.starts_with(&beginning));
    }
    if *way == Auth::TokenForAll && !step.changes.is_empty() {
        step.notes.push("The token is sent with the user name “all”.".to_owned());
    }
    planned
}

/// An integration whose credentials are not replaced, with the reason as a sentence.
pub fn left_out(opened: Integration, because: &str) -> Planned {
    let mut planned = leave(opened);
    planned.step.notes.push(because.to_owned());
    planned
}
