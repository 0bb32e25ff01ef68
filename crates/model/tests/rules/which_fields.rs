//! Which fields a form has, by type and mode.

use crate::support::{form, names};
use patchbay_model::Mode::{Create, Edit};

#[test]
fn has_a_field_only_where_it_means_something() {
    let but = |missing: &[&str]| names().filter(|name| !missing.contains(name)).collect::<Vec<_>>();
    let only = |these: &[&str]| names().filter(|name| these.contains(name)).collect::<Vec<_>>();
    for (key, have_it) in [
        ("apiPath", only(&["GITHUB", "GITHUB_SERVER", "GITLAB", "GITLAB_SERVER"])),
        ("apiFilter", but(&["AWS"])),
        ("tfsCollection", only(&["AZURE_DEVOPS", "TFS_SERVER"])),
        ("awsRegion", only(&["AWS"])),
        ("folderDepth", only(&["FILESPACE"])),
        ("disableSslVerification", but(&["FILESPACE"])),
        ("requireUserPat", but(&["GERRIT", "FILESPACE"])),
        ("prHideFilter", but(&["FILESPACE"])),
        ("refSpecCustom", but(&["FILESPACE"])),
        ("pat", but(&["GITLAB_SERVER_LEGACY", "AWS", "GERRIT", "FILESPACE"])),
        ("password", but(&["GITLAB", "GITLAB_SERVER", "AZURE", "VSTS", "FILESPACE"])),
        ("displayName", but(&[])),
        ("origin", but(&[])),
        ("global", but(&[])),
        ("tagsFilter", but(&[])),
        ("trustFolderStat", but(&[])),
    ] {
        for mode in [Create, Edit] {
            let have: Vec<_> = names().filter(|name| form(name, mode).field(key).is_some()).collect();
            assert_eq!(have, have_it, "{key} {mode:?}");
        }
    }
}

#[test]
fn switches_an_existing_one_elsewhere() {
    // Update doc: enabling and disabling has a more reliable address of its own.
    for name in names() {
        assert!(form(name, Create).field("disabled").is_some(), "{name}");
        assert!(form(name, Edit).field("disabled").is_none(), "{name}");
    }
}

#[test]
fn says_which_changes_make_the_server_scan_again() {
    let mut keys: Vec<_> = names()
        .map(|name| form(name, Edit))
        .flat_map(|form| {
            form.fields()
                .filter(|field| !field.consequence.is_empty())
                .map(|field| field.key.to_string())
                .collect::<Vec<_>>()
        })
        .collect();
    keys.sort_unstable();
    keys.dedup();
    let expected = "apiFilter apiPath awsRegion folderDepth origin password pat tfsCollection username";
    assert_eq!(keys.join(" "), expected);
}
