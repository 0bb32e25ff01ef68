//! What the Git hosts of this sandbox have: the same repositories every time, made up from the settings that say where an
//! integration looks. Nothing of it is stored; Jira stores what it tracks of it.

mod links;
mod names;
mod repository;

pub(crate) use links::links;
pub(crate) use repository::{OnHost, is_broken};

use patchbay_model::Object;
use patchbay_model::gij::IntegrationType;
use patchbay_model::text::query::{HostShape, Query};
use serde_json::{Value, json};
use std::collections::HashSet;

/// How a host behaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Reach {
    /// All of its repositories can be read.
    #[default]
    Whole,
    /// It does not accept the credentials, until they are replaced.
    Refused,
    /// A few of its repositories cannot be read.
    InPart,
}

/// The words of the documents for a host that refuses ("Your token has not been granted the required scopes").
pub(crate) const NOT_AUTHORIZED: &str = "Not authorized";

/// What a scan finds for these settings. `size` replaces the usual number of repositories, which is 30 to 170.
///
/// # Errors
/// Why the host cannot be scanned, as a message of the index.
pub(crate) fn scan(settings: &Object, reach: Reach, size: Option<u32>) -> Result<Vec<OnHost>, String> {
    if reach == Reach::Refused {
        return Err(NOT_AUTHORIZED.to_owned());
    }
    let text = |key: &str| settings.get(key).and_then(Value::as_str).unwrap_or_default();
    let kind = IntegrationType::parse(text("integrationType"));
    let found = repository::all(settings, kind.is_folder(), size);
    let (Some(shape), filter) = (kind.spec().and_then(|spec| spec.filter), text("apiFilter")) else {
        return Ok(found);
    };
    if filter.trim().is_empty() {
        return Ok(found);
    }
    let query = Query::parse(filter).map_err(|fault| format!("apiFilter: {fault}"))?;
    let listed: Vec<Value> = found.iter().map(|one| one.listed(shape)).collect();
    let listed = match shape {
        HostShape::Microsoft => json!({ "value": listed }),
        HostShape::GithubApp => json!({ "repositories": listed }),
        HostShape::Github | HostShape::Gitlab | HostShape::Folder | HostShape::Gerrit => Value::from(listed),
    };
    let split = query.apply(shape, &listed.to_string()).map_err(|fault| format!("apiFilter: {fault}"))?;
    let kept: HashSet<String> = split.kept.into_iter().collect();
    Ok(found.into_iter().filter(|one| kept.contains(&one.name)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(value: Value) -> Object {
        value.as_object().unwrap().clone()
    }

    fn names(value: Value) -> Vec<String> {
        let found = scan(&settings(value), Reach::Whole, None).unwrap();
        found.into_iter().map(|one| one.name).collect()
    }

    const KINDS: [(&str, &str); 12] = [
        ("GITHUB", "https://api.github.com"),
        ("GITHUB_SERVER", "https://github.acme.example"),
        ("GITLAB", "https://gitlab.com"),
        ("GITLAB_SERVER", "https://gitlab.acme.example"),
        ("GITLAB_SERVER_LEGACY", "https://git.oldco.example"),
        ("AZURE", "https://dev.azure.com"),
        ("AZURE_DEVOPS", "https://devops.acme.example/tfs"),
        ("VSTS", "https://acme.visualstudio.com"),
        ("TFS_SERVER", "https://tfs.acme.example/tfs"),
        ("AWS", "https://git-codecommit.eu-west-1.amazonaws.com"),
        ("GERRIT", "https://gerrit.acme.example"),
        ("FILESPACE", "/srv/git/*"),
    ];

    #[test]
    fn each_kind_of_host_has_thirty_or_more_that_differ_by_name_and_are_the_same_every_time() {
        for (kind, origin) in KINDS {
            let of = || names(json!({ "integrationType": kind, "origin": origin, "folderDepth": 5 }));
            let found = of();
            let different: HashSet<&String> = found.iter().collect();
            assert_eq!(different.len(), found.len(), "{kind}");
            assert!((30..=170).contains(&found.len()), "{kind}: {}", found.len());
            assert_eq!(found, of(), "{kind}");
        }
    }

    #[test]
    fn the_documented_filters_of_each_host_keep_some_and_drop_some() {
        for (kind, origin, filter) in [
            ("GITHUB", "https://api.github.com", "[?contains(name, 'git')]"),
            ("GITHUB", "https://api.github.com", "[?(!contains(name, 'docs')) && (!contains(name, 'api'))]"),
            ("GITLAB", "https://gitlab.com", "[?contains(tag_list, 'docs')]"),
            ("GITLAB", "https://gitlab.com", "[?!empty_repo]"),
            ("AZURE", "https://dev.azure.com", "{value:value[?contains(project.name, 'payments')]}"),
            ("AZURE", "https://dev.azure.com", "{value:value[?contains(project.visibility, 'public')]}"),
            (
                "GERRIT",
                "https://gerrit.acme.example",
                "[?starts_with(name, 'git') || ends_with(name, 'client')]",
            ),
            ("FILESPACE", "/srv/git/*", "[?!starts_with(fullPath, '/srv/git/private')]"),
        ] {
            let all = json!({ "integrationType": kind, "origin": origin, "folderDepth": 5 });
            let mut filtered = all.clone();
            filtered["apiFilter"] = json!(filter);
            let (all, kept) = (names(all), names(filtered));
            assert!(!kept.is_empty() && kept.len() < all.len(), "{filter}: {} of {}", kept.len(), all.len());
            assert!(kept.iter().all(|name| all.contains(name)), "{filter}");
        }
    }

    #[test]
    fn a_filter_that_gives_no_repositories_is_an_error() {
        for filter in ["[].name", "[?", "length(@)"] {
            let given =
                json!({ "integrationType": "GITHUB", "origin": "https://h.example", "apiFilter": filter });
            let fault = scan(&settings(given), Reach::Whole, None).map(|found| found.len()).unwrap_err();
            assert!(fault.starts_with("apiFilter: "), "{fault}");
        }
    }

    #[test]
    fn a_deeper_search_finds_more_folders() {
        let mut before = 0;
        for depth in 1..=3 {
            let found = names(
                json!({ "integrationType": "FILESPACE", "origin": "/srv/git/*", "folderDepth": depth }),
            );
            assert!(found.len() > before, "{depth}: {}", found.len());
            before = found.len();
        }
    }

    #[test]
    fn another_path_of_the_api_lists_others() {
        let of = |path: &str| {
            names(json!({ "integrationType": "GITHUB", "origin": "https://api.github.com", "apiPath": path }))
        };
        assert_ne!(of("/orgs/acme/repos"), of("/orgs/other/repos"));
    }

    #[test]
    fn any_number_can_be_asked_for() {
        let given = json!({ "integrationType": "GITHUB", "origin": "https://api.github.com" });
        let found = scan(&settings(given), Reach::Whole, Some(5_000)).unwrap();
        let different: HashSet<String> = found.into_iter().map(|one| one.name).collect();
        assert_eq!(different.len(), 5_000);
    }

    #[test]
    fn a_host_that_refuses_lists_none() {
        assert_eq!(
            scan(&Object::new(), Reach::Refused, None).map(|found| found.len()),
            Err(NOT_AUTHORIZED.to_owned())
        );
    }
}
