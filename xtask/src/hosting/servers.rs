//! Which servers a config.json names: those that the policy must allow requests to.

use serde_json::Value;

use crate::failure::{Failure, Result};

/// The origins, each once, in the order of the file; those at the page's own origin need no naming. What else may be
/// wrong with the file, the app says field by field.
pub fn origins(config: &str) -> Result<Vec<String>> {
    let config: Value = serde_json::from_str(config)
        .map_err(|error| Failure::new(format!("config.json is not JSON: {error}.")))?;
    let listed = |field: &str| match &config[field] {
        Value::Array(all) => all.iter().collect(),
        one => vec![one],
    };
    let mut origins = Vec::new();
    for server in listed("jira").into_iter().chain(listed("gitlab")) {
        let url = server["url"].as_str().unwrap_or_default().trim();
        if url.is_empty() {
            continue;
        }
        let origin = origin(url).ok_or_else(|| {
            Failure::new(format!(
                "config.json names the server `{url}`, which is no address such as https://gitlab.example.com."
            ))
        })?;
        if !origins.contains(&origin) {
            origins.push(origin);
        }
    }
    Ok(origins)
}

/// `https://gitlab.example.com:8443` of `https://gitlab.example.com:8443/git`. Nothing that would end or widen the part
/// of the policy it becomes, nor mean something in a file of a host.
fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
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
        let cases: [(&str, &[&str]); 7] = [
            ("{}", &[]),
            (r#"{"jira": {"url": "", "auth": "session"}, "gitlab": {}}"#, &[]),
            (r#"{"gitlab": {"url": "https://gitlab.com"}}"#, &["https://gitlab.com"]),
            (r#"{"jira": {"url": " https://Jira.example:8443/jira/ "}}"#, &["https://jira.example:8443"]),
            (
                r#"{"jira": {"url": "https://one.example/jira"},
                    "gitlab": [{"url": "https://one.example/git"}, {"url": "http://[::1]:8080"}]}"#,
                &["https://one.example", "http://[::1]:8080"],
            ),
            (
                r#"{"jira": [{"url": ""}, {"url": "https://two.example/jira"}, {"url": "https://two.example/test"}],
                    "gitlab": {"url": "https://git.example"}}"#,
                &["https://two.example", "https://git.example"],
            ),
            ("[]", &[]),
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
        let failure = origins("{,}").unwrap_err();
        assert!(
            failure.to_string().starts_with("config.json is not JSON: key must be a string"),
            "{failure}"
        );
    }
}
