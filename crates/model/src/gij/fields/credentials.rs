//! How an integration signs in to its host: a token, a user name and password, or a choice of both.

use crate::form::{Choice, Field, Kind, Mode, Required};
use crate::gij::spec::{Auth, TypeSpec};

/// Key of the form's own field that chooses the way to sign in. It is never sent.
pub const AUTH: &str = "signIn";

pub(super) fn credentials(spec: &TypeSpec, mode: Mode) -> Vec<Field> {
    if spec.auth.is_empty() {
        return Vec::new();
    }
    if let [Auth::Token] = spec.auth {
        return vec![token(Required::OnCreate)];
    }
    let mut options: Vec<Choice> = spec.auth.iter().map(|auth| choice(*auth)).collect();
    if mode == Mode::Edit {
        // Jira does not report the way that an integration signs in, so nothing changes unless a person chooses one.
        options.insert(0, Choice { value: "keep", label: "Keep stored credentials" });
    }
    let several = options.len() > 1;
    let mut fields = Vec::new();
    if several {
        let field =
            Field::new(AUTH, "Sign in with", Kind::Choice { options }).required(Required::Always).off_wire();
        fields.push(match mode {
            Mode::Create => field,
            Mode::Edit => field.help(
                "Jira never returns stored credentials. Patchbay sends them only if you replace them here.",
            ),
        });
    }
    for auth in spec.auth {
        fields.extend(
            of(*auth).into_iter().map(
                |field| {
                    if several { field.shown(AUTH, choice(*auth).value) } else { field }
                },
            ),
        );
    }
    fields
}

fn of(auth: Auth) -> Vec<Field> {
    let always = |field: Field| field.required(Required::Always).rescans();
    match auth {
        Auth::Token | Auth::TokenForAll => vec![token(Required::Always)],
        Auth::Password => vec![
            always(Field::new("username", "User name", Kind::Text)),
            always(Field::new("password", "Password", Kind::Secret)),
        ],
        Auth::AccessKey => vec![
            always(Field::new("username", "Access key ID", Kind::Text).placeholder("AKIAIOSFODNN7EXAMPLE")),
            always(Field::new("password", "Secret access key", Kind::Secret)),
        ],
    }
}

fn token(required: Required) -> Field {
    Field::new("pat", "Personal access token", Kind::Secret).required(required).rescans()
}

/// What a way to sign in is called.
pub(crate) fn way_label(auth: Auth) -> &'static str {
    choice(auth).label
}

fn choice(auth: Auth) -> Choice {
    match auth {
        Auth::Token | Auth::TokenForAll => Choice { value: "token", label: "Personal access token" },
        Auth::Password => Choice { value: "password", label: "User name and password" },
        Auth::AccessKey => Choice { value: "password", label: "Access key" },
    }
}
