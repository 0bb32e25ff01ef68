//! Project search: recognises a number, a full path or a web address.

/// A project that is meant by itself, without a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Direct {
    /// One of a server of config.json.
    Project {
        /// The server's place.
        place: String,
        /// The project's number or full path.
        id: String,
    },
    /// A web address on a server that config.json does not list: its host.
    Unlisted(String),
}

/// What `text` means on the server at `here`; `places` are those of all servers. `None`: words to search for.
pub fn direct(text: &str, here: &str, places: &[String]) -> Option<Direct> {
    let text = text.trim();
    let on = |place: &str, id: &str| Some(Direct::Project { place: place.to_owned(), id: id.to_owned() });
    if let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) {
        // A GitLab in a folder of another one's host would be meant by the longer of the two.
        let place =
            places.iter().filter(|place| below(rest, place).is_some()).max_by_key(|place| place.len());
        return match place {
            Some(place) => on(place, &path_of(below(rest, place)?)?),
            None => Some(Direct::Unlisted(rest.split('/').next().unwrap_or(rest).to_owned())),
        };
    }
    let is_number = !text.is_empty() && text.len() <= 18 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number {
        return on(here, text);
    }
    on(here, &path_of(text)?)
}

/// The path below a server in an address without its scheme.
fn below<'a>(address: &'a str, place: &str) -> Option<&'a str> {
    let rest = address.strip_prefix(place)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix('/') }
}

/// The full path of a project from the path of any of its pages, or of its repository.
fn path_of(path: &str) -> Option<String> {
    let path = path.split(['?', '#']).next()?;
    // GitLab separates the project's path from its pages by a lone hyphen.
    let path = path.split("/-/").next()?.trim_matches('/').trim_end_matches("/-");
    let path = path.strip_suffix(".git").unwrap_or(path);
    let is_path = path.contains('/')
        && path.split('/').all(|part| !part.is_empty())
        && !path.contains(|c: char| c.is_whitespace() || matches!(c, ':' | '\\' | '%'));
    is_path.then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_means(text: &str, expected: Option<(&str, &str)>) {
        let places =
            ["gitlab.com", "git.example.org:8443", "example.net", "example.net/git"].map(str::to_owned);
        let expected =
            expected.map(|(place, id)| Direct::Project { place: place.to_owned(), id: id.to_owned() });
        assert_eq!(direct(text, "gitlab.com", &places), expected, "{text}");
    }

    #[test]
    fn a_number_or_a_full_path_is_a_project_of_this_server() {
        assert_means(" 278964 ", Some(("gitlab.com", "278964")));
        assert_means("group/project", Some(("gitlab.com", "group/project")));
        assert_means("/group/sub.group/my_project/", Some(("gitlab.com", "group/sub.group/my_project")));
        assert_means("group/project.git", Some(("gitlab.com", "group/project")));
    }

    #[test]
    fn a_web_address_leads_to_the_project_it_is_in() {
        let project = Some(("gitlab.com", "group/sub/project"));
        assert_means("https://gitlab.com/group/sub/project", project);
        assert_means("https://gitlab.com/group/sub/project/-/issues/7?x=y#note_1", project);
        assert_means("https://gitlab.com/group/sub/project.git", project);
        assert_means("https://git.example.org:8443/a/b", Some(("git.example.org:8443", "a/b")));
        assert_means("http://example.net/git/a/b", Some(("example.net/git", "a/b")));
    }

    #[test]
    fn words_are_searched_for() {
        for words in [
            "",
            "billing",
            "a b/c",
            "group/",
            "and/ or",
            "12a",
            "https://gitlab.com",
            "https://gitlab.com/group",
        ] {
            assert_means(words, None);
        }
    }

    #[test]
    fn an_address_elsewhere_names_the_server_that_is_not_listed() {
        let places = ["gitlab.com".to_owned()];
        let elsewhere = direct("https://gitlab.company.example/a/b", "gitlab.com", &places);
        assert_eq!(elsewhere, Some(Direct::Unlisted("gitlab.company.example".to_owned())));
        let lookalike = direct("https://gitlab.com.example/a/b", "gitlab.com", &places);
        assert_eq!(lookalike, Some(Direct::Unlisted("gitlab.com.example".to_owned())));
    }
}
