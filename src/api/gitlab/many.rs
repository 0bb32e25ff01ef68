//! Projects and groups by the hundred, as a table of all of them needs them.

use super::homes::{PageOfHomes, list_of};
use crate::api::error::Error;
use crate::api::server::Server;
use crate::route::encode;
use patchbay_model::gitlab::Level;

/// How many a page has: as many as GitLab gives.
const PAGE: u32 = 100;

/// Maintainers and above: others may not see integrations.
const MAINTAINER: u32 = 40;

/// The next of the user's projects behind the number `after`, by their numbers, whose name or path contains these words
/// ("GET /projects"). Not by pages: one that is made or removed meanwhile would move others past the end of a page, and
/// GitLab gives no page behind the 50,000th project.
pub async fn projects_after(gitlab: Server, words: &str, after: u64) -> Result<PageOfHomes, Error> {
    let words = match words {
        "" => String::new(),
        words => format!("&search={}&search_namespaces=true", encode(words)),
    };
    let after = match after {
        0 => String::new(),
        after => format!("&id_after={after}"),
    };
    let path = format!("projects?membership=true&order_by=id&sort=asc{after}{words}");
    list_of(gitlab, Level::Project, PAGE, &path).await
}

/// The projects in a group at any depth, page by page from 1 ("GET /groups/:id/projects"). Without those that are only
/// shared with it, which have the settings of another one.
pub async fn projects_below(gitlab: Server, group: u64, page: u32) -> Result<PageOfHomes, Error> {
    let path = format!(
        "groups/{group}/projects?include_subgroups=true&with_shared=false&order_by=id&sort=asc&page={page}"
    );
    list_of(gitlab, Level::Project, PAGE, &path).await
}

/// The groups in a group at any depth, page by page from 1 ("GET /groups/:id/descendant_groups").
pub async fn groups_below(gitlab: Server, group: u64, page: u32) -> Result<PageOfHomes, Error> {
    let path = format!("groups/{group}/descendant_groups?order_by=id&page={page}");
    list_of(gitlab, Level::Group, PAGE, &path).await
}

/// The groups that the user maintains and whose name or path contains these words, page by page from 1 ("GET /groups").
pub async fn groups_of(gitlab: Server, words: &str, page: u32) -> Result<PageOfHomes, Error> {
    let words = match words {
        "" => String::new(),
        words => format!("&search={}", encode(words)),
    };
    let path = format!("groups?min_access_level={MAINTAINER}&order_by=id&page={page}{words}");
    list_of(gitlab, Level::Group, PAGE, &path).await
}
