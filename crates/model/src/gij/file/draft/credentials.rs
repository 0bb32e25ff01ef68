//! How an integration of a file signs in: with what its entry has, with what Jira has stored, or with what a person is asked for.

use super::{Draft, Target};
use crate::file::words::{EMPTY_SECRET, hidden, is_placeholder};
use crate::form::{Entry, Kind, Lookup, Secret};
use crate::gij::fields::AUTH;
use crate::gij::file::entry::{is_token, reported_user};
use crate::gij::file::place::Place;
use crate::gij::file::row::Row;
use crate::gij::spec::{Auth, TypeSpec};

impl Draft {
    /// Takes what the entry has, and asks for what it lacks.
    pub(super) fn credentials(&mut self, row: &Row) {
        let Some(spec) = self.kind().spec() else { return };
        let secret = |key: &str| row.text(key).filter(|text| !text.is_empty());
        let empty = ["pat", "password"].into_iter().filter_map(|key| row.get(key));
        let empty: Vec<Place> = empty.filter(|given| given.value == "").map(|given| given.place).collect();
        for place in empty {
            self.problem(place, EMPTY_SECRET);
        }
        let (token, password) = (secret("pat"), secret("password"));
        let plain = |text: Option<&str>| text.filter(|text| !is_placeholder(text)).map(str::to_owned);
        let ways = |is_one: fn(Auth) -> bool| spec.auth.iter().copied().find(|auth| is_one(*auth));
        let (by_token, by_password) = (ways(is_token), ways(|auth| !is_token(auth)));
        for (key, text, way) in [("pat", token, by_token), ("password", password, by_password)] {
            if let (Some(_), None, Some(given)) = (text, way, row.get(key)) {
                let kind = self.kind().to_string();
                let what = if key == "pat" { "a token" } else { "a password" };
                let sentence =
                    format!("Integrations of type {kind} do not sign in with {what}. Remove “{key}”.");
                self.problem(given.place, &sentence);
            }
        }
        self.has_secret = plain(token).or(plain(password)).is_some();
        if self.has_secret {
            self.notes.push(format!("{}: The secret is in the file as plain text.", self.place));
        }
        let user = row.text("username").unwrap_or_default().to_owned();
        let reported = match &self.target {
            Target::Stored(one) => reported_user(one, &self.form).unwrap_or_default().to_owned(),
            Target::New(_) => String::new(),
        };
        // An empty cell of a table changes nothing.
        let emptied = row.get("username").filter(|_| !row.is_of_table && user.trim().is_empty());
        if let (Some(given), false) = (emptied, reported.is_empty()) {
            let sentence = "“username” cannot be empty. Leave it out to keep the stored one.";
            self.problem(given.place, sentence);
        }
        let is_other_user =
            !user.is_empty() && user != reported && !is_same_hidden(&user, &reported) && user != "all";
        let way = match (token, password) {
            (Some(_), Some(_)) if self.is_new() || self.has_secret => {
                let sentence = "Both “pat” and “password” are in the entry. Remove the one that is not used.";
                self.problem(row.place, sentence);
                return;
            }
            _ if self.is_new() => self.way_of_new(spec, token, password, &user),
            _ if plain(token).is_some() => by_token,
            _ if plain(password).is_some() => by_password,
            // The password of another user is another one.
            _ if is_other_user && !reported.is_empty() => by_password,
            _ => {
                if is_other_user && by_password.is_some() {
                    self.notes.push(
                        "The user name is not compared, because Jira does not report it. To change it, replace the \
                         credentials."
                            .to_owned(),
                    );
                }
                None
            }
        };
        let Some(way) = way else { return };
        let user = if user.is_empty() || is_same_hidden(&user, &reported) { reported } else { user };
        if is_token(way) && !user.is_empty() && user != "all" && self.is_new() {
            self.notes.push("“username” is not sent, because it signs in with a token.".to_owned());
        }
        match plain(token).or(plain(password)) {
            Some(secret) => self.sign_in(way, &user, &secret),
            None => {
                self.sign_in(way, &user, "");
                let user = if is_token(way) { String::new() } else { user };
                self.asked = Some((self.host(), user, way));
            }
        }
    }

    /// How a new one signs in: with what the entry has, else with a password where it has a user name, else in the way that
    /// is recommended for its type.
    fn way_of_new(
        &self,
        spec: &'static TypeSpec,
        token: Option<&str>,
        password: Option<&str>,
        user: &str,
    ) -> Option<Auth> {
        let with_token = match (token, password) {
            (Some(_), _) => true,
            (None, Some(_)) => false,
            (None, None) => user.is_empty() || user == "all",
        };
        let is_said = token.is_some() || password.is_some() || !user.is_empty();
        let fitting = spec.auth.iter().copied().find(|auth| is_said && is_token(*auth) == with_token);
        fitting.or(spec.auth.first().copied())
    }

    /// The address of the host for people.
    fn host(&self) -> String {
        let origin = self.values.text("origin");
        let region = self.values.text("awsRegion");
        let known = [origin, region].into_iter().find(|text| !text.is_empty());
        known.unwrap_or_else(|| self.kind().to_string())
    }

    /// Fills in credentials. An empty secret keeps the stored one.
    pub(in crate::gij::file) fn sign_in(&mut self, way: Auth, user: &str, secret: &str) {
        let secret = if secret.is_empty() { Secret::Keep } else { Secret::Replace(secret.to_owned()) };
        let (choice, key) = if is_token(way) { ("token", "pat") } else { ("password", "password") };
        if self.form.field(AUTH).is_some() {
            self.values.set(AUTH, Entry::from(choice));
        }
        if !is_token(way) {
            self.values.set("username", Entry::from(user));
        }
        self.values.set(key, Entry::Secret(secret));
    }
}

fn is_same_hidden(text: &str, stored: &str) -> bool {
    !stored.is_empty() && hidden(&Kind::Text, stored) == text
}
