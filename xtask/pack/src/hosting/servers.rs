//! Which servers a config.json names: those that the policy must allow requests to.

use anyhow::{Context, Result};
use patchbay_model::text::meant::ascii_address;
use serde::Deserialize;

/// What matters here of a config.json; the app checks every field.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Config {
    jira: Option<Servers>,
    gitlab: Option<Servers>,
}

/// One server or a list of servers.
#[derive(Deserialize)]
#[serde(untagged)]
enum Servers {
    List(Vec<Server>),
    One(Server),
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Server {
    url: Option<String>,
}

impl Servers {
    fn urls(&self) -> impl Iterator<Item = &str> {
        let servers = match self {
            Self::List(all) => all.as_slice(),
            Self::One(one) => std::slice::from_ref(one),
        };
        servers.iter().filter_map(|server| server.url.as_deref()).map(str::trim).filter(|url| !url.is_empty())
    }
}

/// The origins, each once, in the order of the file. A server at the page's own origin has an empty address.
pub fn origins(config: &str) -> Result<Vec<String>> {
    let config: Config = serde_json::from_str(config).context("config.json cannot be read")?;
    let mut origins = Vec::new();
    for url in [&config.jira, &config.gitlab].into_iter().flatten().flat_map(Servers::urls) {
        let origin = origin(url).with_context(|| {
            format!(
                "config.json names the server `{url}`. Write an address such as https://gitlab.example.com."
            )
        })?;
        if !origins.contains(&origin) {
            origins.push(origin);
        }
    }
    Ok(origins)
}

/// `https://gitlab.example.com:8443` of `https://gitlab.example.com:8443/git`. `None` for anything that would end or
/// widen the part of the policy that it becomes, or has a meaning in a file of a host.
fn origin(url: &str) -> Option<String> {
    // Policies know hosts by their ASCII names.
    let ascii = ascii_address(url);
    let (scheme, rest) = ascii.as_deref().unwrap_or(url).split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    let host = rest.split(['/', '?', '#']).next()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._:[]".contains(c);
    let fits = matches!(scheme.as_str(), "http" | "https") && !host.is_empty() && host.chars().all(plain);
    fits.then(|| format!("{scheme}://{}", host.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_each_origin_once() {
        let cases: [(&str, &[&str]); 4] = [
            ("{}", &[]),
            (r#"{"jira": {"url": "", "auth": "session"}, "gitlab": null}"#, &[]),
            (
                r#"{"jira": [{"url": ""}, {"url": " https://Two.example:8443/jira/ "}, {"url": "https://two.example:8443"}],
                    "gitlab": {"url": "http://[::1]:8080"}}"#,
                &["https://two.example:8443", "http://[::1]:8080"],
            ),
            (
                r#"{"jira": {"url": "https://Jira.MÜNCHEN.example/jira"}, "gitlab": {"url": "https://пример.рф:8443"}}"#,
                &["https://jira.xn--mnchen-3ya.example", "https://xn--e1afmkfd.xn--p1ai:8443"],
            ),
        ];
        for (config, expected) in cases {
            assert_eq!(origins(config).unwrap(), expected, "{config}");
        }
    }

    #[test]
    fn refuses_what_would_change_the_policy() {
        for url in [
            "ftp://git.example",
            "gitlab.com",
            "https://",
            "https://a; script-src *",
            "https://*",
            "https://a\\\"b",
        ] {
            let failure = origins(&format!(r#"{{"gitlab": {{"url": "{url}"}}}}"#)).unwrap_err();
            assert!(failure.to_string().starts_with("config.json names the server `"), "{failure}");
        }
        let failure = format!("{:#}", origins("{,}").unwrap_err());
        assert!(failure.starts_with("config.json cannot be read: key must be a string"), "{failure}");
    }
}
