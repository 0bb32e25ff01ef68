//! An integration as far as its health can be seen.

use crate::form::read_bool;
use crate::gij::brief::{Brief, NEEDED, bool_of, each, of_written, text};
use crate::gij::integration::Integration;
use serde_json::Value;

/// What is looked at of an integration.
#[derive(Clone, Debug, PartialEq)]
pub struct Examined {
    /// What a list shows of it.
    pub brief: Brief,
    /// What says which repositories it tracks and how people use them; `None` where only the list was read.
    pub tracked: Option<Tracked>,
}

/// What a list of integrations does not show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tracked {
    /// `apiPath`, `apiFilter`, `tfsCollection`, `awsRegion`: which of the host's repositories it tracks; empty if not set.
    pub choice: [String; 4],
    /// `requireUserPat`: whether users need tokens of their own; `None` if Jira does not report it.
    pub user_tokens: Option<bool>,
    /// `gitViewerEnabled`: whether there is a repository browser; `None` if Jira does not report it.
    pub browser: Option<bool>,
}

const CHOICE: [&str; 4] = ["apiPath", "apiFilter", "tfsCollection", "awsRegion"];

/// What is read besides what a list needs.
const OWN: [&str; 6] =
    ["apiPath", "apiFilter", "tfsCollection", "awsRegion", "requireUserPat", "gitViewerEnabled"];

impl Examined {
    /// Of an integration that was read whole.
    pub fn of(integration: &Integration) -> Self {
        let text = |key: &str| integration.settings.get(key).and_then(Value::as_str).map(str::trim);
        let flag = |key: &str| integration.settings.get(key).and_then(read_bool);
        Self {
            brief: Brief::of(integration),
            tracked: Some(Tracked {
                choice: CHOICE.map(|key| text(key).unwrap_or_default().to_owned()),
                user_tokens: flag("requireUserPat"),
                browser: flag("gitViewerEnabled"),
            }),
        }
    }

    /// Of an entry of the list, which says less.
    pub fn of_brief(brief: &Brief) -> Self {
        Self { brief: brief.clone(), tracked: None }
    }
}

/// Reads the usual response to "Retrieve Integration List" as far as this needs it. `None` for whatever is out of the
/// ordinary: `wire::list` then says what it is.
pub fn examined(answer: &str) -> Option<Vec<Examined>> {
    let mut all = Vec::new();
    let names: Vec<&str> = NEEDED.iter().chain(&OWN).copied().collect();
    each(answer, &mut |scan| {
        let mut written = [""; NEEDED.len() + OWN.len()];
        scan.pick(&names, &mut written)?;
        let (needed, own) = written.split_first_chunk()?;
        let brief = of_written(*needed)?;
        let [path, filter, collection, region, user_tokens, browser] = *own.first_chunk()?;
        let mut choice: [String; 4] = Default::default();
        for (choice, written) in choice.iter_mut().zip([path, filter, collection, region]) {
            *choice = text(written)?.trim().to_owned();
        }
        let tracked = Tracked { choice, user_tokens: bool_of(user_tokens)?, browser: bool_of(browser)? };
        all.push(Examined { brief, tracked: Some(tracked) });
        Some(())
    })?;
    Some(all)
}
