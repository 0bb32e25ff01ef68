//! What a page about one integration begins with, as its address says it.

use crate::route::{GitLabPage, GitLabPlan, GitLabRoute, Route, decode, encode};
use crate::session::Session;
use patchbay_model::gitlab::Level;

/// What stands before the number of a group.
const GROUPS: &str = "groups/";

/// What it begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begin {
    /// Nothing.
    Blank,
    /// The settings of this project or group, by its number: the others that are chosen get them.
    Like(Level, u64),
    /// A change of the setting of this name on the wire.
    Field(String),
}

impl Begin {
    /// Reads what the address says; nothing where that means nothing.
    pub fn parse(query: &str) -> Self {
        let read = |(name, value): (&str, &str)| {
            let value = decode(value);
            match name {
                "like" => {
                    let (level, id) = match value.strip_prefix(GROUPS) {
                        Some(id) => (Level::Group, id),
                        None => (Level::Project, value.as_str()),
                    };
                    id.parse().ok().map(|id| Self::Like(level, id))
                }
                "field" => (!value.is_empty()).then_some(Self::Field(value)),
                _ => None,
            }
        };
        query.split('&').filter_map(|pair| pair.split_once('=')).find_map(read).unwrap_or(Self::Blank)
    }

    fn query(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Like(Level::Project, id) => format!("like={id}"),
            Self::Like(Level::Group, id) => format!("like={}", encode(&format!("{GROUPS}{id}"))),
            Self::Field(key) => format!("field={}", encode(key)),
        }
    }

    /// The page that begins with it, about the integration with this slug.
    pub fn page(&self, session: Session, slug: &str) -> Route {
        let page = match self {
            Self::Blank | Self::Like(..) => GitLabPlan::SetUp,
            Self::Field(_) => GitLabPlan::Change,
        };
        let page = GitLabPage::Plan { page, slug: slug.to_owned(), query: self.query() };
        Route::GitLab(GitLabRoute { server: session.server.place(), level: Level::Project, page })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_read_as_it_was_written() {
        for begin in [
            Begin::Blank,
            Begin::Like(Level::Project, 101),
            Begin::Like(Level::Group, 21),
            Begin::Field("channel".to_owned()),
            Begin::Field("a&b=c d".to_owned()),
        ] {
            assert_eq!(Begin::parse(&begin.query()), begin);
        }
    }

    #[test]
    fn what_means_nothing_is_nothing() {
        for query in
            ["like=", "like=shop", "like=-1", "like=groups%2F", "like", "field=", "other=1", "&", "list=101"]
        {
            assert_eq!(Begin::parse(query), Begin::Blank, "{query}");
        }
    }
}
