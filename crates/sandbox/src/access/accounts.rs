//! The two accounts of this Jira: an administrator and a user.

/// An account. Its password and token are public: `--help` prints them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Account {
    pub(crate) name: &'static str,
    pub(crate) password: &'static str,
    /// Personal access token.
    pub(crate) token: &'static str,
    pub(crate) display_name: &'static str,
    pub(crate) email: &'static str,
    pub(crate) role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Administrator,
    User,
}

static ADMINISTRATOR: Account = Account {
    name: "admin",
    password: "admin",
    token: "admin-token",
    display_name: "Ada Administrator",
    email: "ada@jira.example",
    role: Role::Administrator,
};

static USER: Account = Account {
    name: "user",
    password: "user",
    token: "user-token",
    display_name: "Uli User",
    email: "uli@jira.example",
    role: Role::User,
};

pub(crate) fn administrator() -> &'static Account {
    &ADMINISTRATOR
}

/// The account with this name and password.
pub(crate) fn sign_in(name: &str, password: &str) -> Option<&'static Account> {
    [&ADMINISTRATOR, &USER].into_iter().find(|account| account.name == name && account.password == password)
}

/// The account that this personal access token belongs to.
pub(crate) fn of_token(token: &str) -> Option<&'static Account> {
    [&ADMINISTRATOR, &USER].into_iter().find(|account| account.token == token)
}
