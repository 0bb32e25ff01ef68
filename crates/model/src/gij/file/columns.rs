//! The columns of the vendor's table ("Editing existing repository settings in the TSV File", "Bulk Import").

use super::forms::{Usual, settings};
use crate::file::words::meant;
use crate::gij::secrets::{SECRETS, is_secret};

/// What a column has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The number.
    Id,
    /// The name of the type.
    Type,
    /// Whether it is disabled.
    Disabled,
    /// The inverse of `disableSslVerification`.
    SslVerify,
    /// `ALL` for all projects, or their numbers.
    ProjectMapping,
    /// `delete`, for those to be removed.
    Delete,
    /// The integration that a repository belongs to.
    Parent,
    /// A setting by its key on the wire.
    Setting(String, Usual),
    /// A setting of repositories, or one that Jira decides.
    NotRead(String),
    /// A column without a name.
    Nameless,
}

/// Columns of repositories, and what Jira decides.
const NOT_READ: &[&str] = &[
    "realRoot",
    "absoluteRoot",
    "root",
    "enableFetches",
    "mainBranch",
    "hosted",
    "sshKeyId",
    "webLinkType",
    "viewFormat",
    "changesetFormat",
    "fileAddedFormat",
    "fileModifiedFormat",
    "fileDeletedFormat",
    "mergeRequestFormat",
    "branchLinkFormat",
    "group",
    "groupName",
    "initDate",
    "lastIndexedDate",
    "showAllTags",
    "state",
    "status",
];

/// The columns that Patchbay writes, by their names, in their order. Secrets are never among them.
pub(super) fn written() -> Vec<(String, Column)> {
    let mut columns = vec![
        ("id".to_owned(), Column::Id),
        ("integrationType".to_owned(), Column::Type),
        ("disabled".to_owned(), Column::Disabled),
    ];
    for (key, usual) in settings() {
        match key.as_str() {
            "disableSslVerification" => columns.push(("sslVerify".to_owned(), Column::SslVerify)),
            "global" => columns.push(("projectMapping".to_owned(), Column::ProjectMapping)),
            "projectMappingIds" => {}
            _ if usual == Usual::Secret => {}
            _ => columns.push((key.clone(), Column::Setting(key, usual))),
        }
    }
    columns
}

/// The column with this name.
///
/// # Errors
/// A sentence, if there is none.
pub(super) fn of(name: &str, written: &[(String, Column)]) -> Result<Column, String> {
    let is = |other: &str| other.eq_ignore_ascii_case(name);
    if name.is_empty() {
        return Ok(Column::Nameless);
    }
    // The pages of the vendor spell some of them in two ways.
    let aliases: [(&str, Column); 4] = [
        ("type", Column::Type),
        ("delete", Column::Delete),
        ("trackedFolderId", Column::Parent),
        ("gitViewerEnable", Column::Setting("gitViewerEnabled".to_owned(), Usual::Toggle)),
    ];
    let known = written.iter().find(|(known, _)| is(known)).map(|(_, column)| column.clone());
    let alias = || aliases.into_iter().find(|(alias, _)| is(alias)).map(|(_, column)| column);
    let secret = || {
        SECRETS.iter().find(|secret| is(secret)).map(|key| Column::Setting((*key).to_owned(), Usual::Secret))
    };
    let not_read = || {
        let is_one = NOT_READ.iter().any(|other| is(other)) || is_secret(name);
        is_one.then(|| Column::NotRead(name.to_owned()))
    };
    if let Some(column) = known.or_else(alias).or_else(secret).or_else(not_read) {
        return Ok(column);
    }
    Err(match () {
        () if is("disableSslVerification") => {
            "A table has “sslVerify” in place of “disableSslVerification”: TRUE verifies the certificate."
                .to_owned()
        }
        () if is("global") || is("projectMappingIds") => {
            format!(
                "A table has “projectMapping” in place of “{name}”: ALL, or numbers with commas between them."
            )
        }
        () => {
            let names = written.iter().map(|(name, _)| name.as_str());
            let hint = meant(name, names)
                .map_or_else(|| "Remove the column.".to_owned(), |meant| format!("Did you mean “{meant}”?"));
            format!("“{}” is not a column that Patchbay knows. {hint}", super::json::short(name))
        }
    })
}
