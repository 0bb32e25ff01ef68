//! Which projects and groups are in the table, as its address says it.

use crate::route::{decode, encode};
use patchbay_model::text::invisible::is_invisible;
use patchbay_model::text::pasted::without_credentials;

/// Which projects and groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of which the reader is a member.
    Mine,
    /// Those in a group, at any depth, by its number or full path.
    Group(String),
    /// Those of the reader whose name or path contains these words.
    Search(String),
    /// Those that somebody listed: numbers, paths and addresses, each as it was typed.
    List(Vec<String>),
}

impl Scope {
    /// Reads the pair of an address; `None` where it names nothing.
    pub fn parse(pair: &str) -> Option<Self> {
        let (name, value) = pair.split_once('=')?;
        let text = decode(value).trim().to_owned();
        match name {
            "mine" => Some(Self::Mine),
            "group" if !text.is_empty() => Some(Self::Group(text)),
            "search" if !text.is_empty() => Some(Self::Search(text)),
            "list" => {
                let items = value.split(',').map(|item| decode(item).trim().to_owned());
                let items: Vec<String> = items.filter(|item| !item.is_empty()).collect();
                (!items.is_empty()).then_some(Self::List(items))
            }
            _ => None,
        }
    }

    /// What somebody pasted: one entry a line, or separated by blanks, commas or semicolons, each once. `None` where there is
    /// nothing in it.
    pub fn of_pasted(text: &str) -> Option<Self> {
        let clean = without_credentials(text);
        let text = clean.as_deref().unwrap_or(text);
        let is_around = |c: char| "\"'`“”„‘’«»<>()[]{}*|".contains(c) || is_invisible(c);
        let mut items: Vec<String> = Vec::new();
        for line in text.lines() {
            let words = line.split(|c: char| c.is_whitespace() || ",;，；、|".contains(c));
            let words: Vec<&str> = words.map(|word| word.trim_matches(is_around)).collect();
            // Of a command such as “git clone https://…” only what can be a project.
            let is_command = words.iter().any(|word| word.contains("://") || word.starts_with("git@"));
            for item in words.iter().copied() {
                let is_number = item.bytes().all(|byte| byte.is_ascii_digit());
                let is_one = item.contains('/') || (is_number && !words.contains(&"git"));
                let is_left = is_command && !is_one;
                if item.contains(char::is_alphanumeric)
                    && !is_left
                    && !items.iter().any(|other| other == item)
                {
                    items.push(item.to_owned());
                }
            }
        }
        (!items.is_empty()).then_some(Self::List(items))
    }

    /// The pair as addresses have it.
    pub fn pair(&self) -> String {
        match self {
            Self::Mine => "mine=all".to_owned(),
            Self::Group(id) => format!("group={}", encode(id)),
            Self::Search(words) => format!("search={}", encode(words)),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(|item| encode(item)).collect();
                format!("list={}", items.join(","))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_read_as_it_was_written() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        for scope in [
            Scope::Mine,
            Scope::Group("21".to_owned()),
            Scope::Group("shop/web".to_owned()),
            Scope::Search("a & b, c=d".to_owned()),
            Scope::List(words(&[
                "101",
                "shop/web/website",
                "https://gitlab.example.com/a,b/-/issues?x=1&y=2",
            ])),
        ] {
            assert_eq!(Scope::parse(&scope.pair()), Some(scope));
        }
        for pair in ["", "mine", "group=", "search=%20", "list=", "list=,%20,", "other=1"] {
            assert_eq!(Scope::parse(pair), None, "{pair}");
        }
    }

    #[test]
    fn what_is_pasted_is_split_and_keeps_no_password() {
        let items = |text: &str| match Scope::of_pasted(text) {
            Some(Scope::List(items)) => items,
            None => Vec::new(),
            other => panic!("{other:?}"),
        };
        for (text, expected) in [
            ("", &[][..]),
            (" \n\t,;", &[]),
            ("101", &["101"]),
            ("101, 102;103\n104\tshop/web/website\r\n101", &["101", "102", "103", "104", "shop/web/website"]),
            ("https://u:s3cret@git.example.com/a/b", &["https://git.example.com/a/b"]),
            ("101\u{200b}, \u{feff}102", &["101", "102"]),
            ("[\"shop/web\", \"shop/api\", 101]", &["shop/web", "shop/api", "101"]),
            ("- shop/web\n- shop/api\n* 103", &["shop/web", "shop/api", "103"]),
            ("| shop/web | 101 |\n|---|---|\n| shop/api | 102 |", &["shop/web", "101", "shop/api", "102"]),
            ("'shop/web';“shop/api”;<shop/app>", &["shop/web", "shop/api", "shop/app"]),
            ("shop/web，shop/api、101；102", &["shop/web", "shop/api", "101", "102"]),
            ("git clone https://git.example.com/a/b.git", &["https://git.example.com/a/b.git"]),
            ("git clone --depth 1 git@git.example.com:a/b.git dir", &["git@git.example.com:a/b.git"]),
            ("101 https://git.example.com/a/b", &["101", "https://git.example.com/a/b"]),
            ("shop/web shop/web\nshop/web,shop/web", &["shop/web"]),
            ("2024 42 0007", &["2024", "42", "0007"]),
            ("website", &["website"]),
            (
                "shop/web.site shop/web_site shop/web-site",
                &["shop/web.site", "shop/web_site", "shop/web-site"],
            ),
            ("PRIVATE-TOKEN: s3cret\nshop/web", &["PRIVATE-TOKEN:", "shop/web"]),
            ("glpat-s3cret0123456789abcd shop/web", &["shop/web"]),
            ("shop/web?private_token=s3cret", &["shop/web?private_token="]),
            ("u:s3cret@git.example.com/a/b", &["git.example.com/a/b"]),
            ("---\n...\n\t|\t", &[]),
        ] {
            assert_eq!(items(text), expected, "{text}");
        }
    }
}
