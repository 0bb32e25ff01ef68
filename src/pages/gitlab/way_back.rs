//! The way from a project, a group or an integration back to the table of many that one came from.

use crate::route::{GitLabPage, GitLabRoute, Route, navigation};
use crate::session::Session;

/// The table of projects, or the comparison, as it was left, unless one of `others` was left later. Never the table of `own`,
/// which leads back here.
pub fn table_left(session: Session, others: impl Fn(&Route) -> bool, own: &str) -> Option<Route> {
    let place = session.server.place();
    let is_table = |left: &Route| match left {
        Route::GitLab(GitLabRoute { server, page: GitLabPage::Fleet { scope, .. }, .. }) => {
            *server == place && !scope.is_empty() && scope != own
        }
        _ => false,
    };
    navigation().left_last(|left| is_table(left) || others(left)).filter(is_table)
}
