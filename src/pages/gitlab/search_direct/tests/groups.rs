//! Addresses of groups, and those that groups and projects share.

use super::*;

#[test]
fn addresses_of_groups_lead_to_the_group_whatever_is_looked_for() {
    for (text, id) in [
        ("https://gitlab.com/groups/acme", "acme"),
        ("https://gitlab.com/groups/acme/", "acme"),
        ("https://gitlab.com/groups/acme/tools", "acme/tools"),
        ("https://gitlab.com/groups/acme/tools/", "acme/tools"),
        ("https://gitlab.com//groups//acme//tools//", "acme/tools"),
        ("HTTPS://GitLab.COM/groups/Acme/Tools", "Acme/Tools"),
        ("https://gitlab.com/groups/acme/tools?tab=a#b", "acme/tools"),
        ("https://gitlab.com/groups/acme/tools/-/settings/integrations", "acme/tools"),
        ("https://gitlab.com/groups/acme/tools/-/settings/integrations/slack/edit", "acme/tools"),
        ("https://gitlab.com/groups/acme/tools/-/group_members?x=y", "acme/tools"),
        ("https://gitlab.com/groups/acme/-/edit#js-badge-settings", "acme"),
        ("https://gitlab.com/groups/acme/-", "acme"),
        ("https://gitlab.com/groups/acme/tools.v2/-/issues", "acme/tools.v2"),
        // As GitLab wrote them before 12.
        ("https://gitlab.com/groups/acme/tools/issues", "acme/tools"),
        ("https://gitlab.com/groups/acme/tools/merge_requests?state=opened", "acme/tools"),
        ("https://gitlab.com/groups/acme/edit", "acme"),
        // Subgroups may be called what pages are called today.
        ("https://gitlab.com/groups/acme/services", "acme/services"),
        ("https://gitlab.com/groups/acme/settings", "acme/settings"),
        ("https://gitlab.com/groups/acme%2Ftools", "acme/tools"),
        ("https://gitlab.com/acme", "acme"),
        ("https://gitlab.com/acme/", "acme"),
        ("gitlab.com/acme", "acme"),
        ("gitlab.com/groups/acme/tools/-/boards", "acme/tools"),
        ("gitlab.com:443/groups/acme", "acme"),
        ("https://gitlab.com/acme/-/settings/integrations", "acme"),
        ("acme/-/settings/integrations", "acme"),
        ("groups/acme", "acme"),
        ("/groups/acme/tools/", "acme/tools"),
        ("groups/acme/tools/-/settings/integrations", "acme/tools"),
        ("https://gitlab.com/api/v4/groups/42/integrations", "42"),
        ("https://gitlab.com/api/v4/groups/acme%2Ftools/integrations/slack", "acme/tools"),
        ("api/v4/groups/acme", "acme"),
        ("https://gitlab.com/-/g/42", "42"),
        ("see <https://gitlab.com/groups/acme/tools>, please", "acme/tools"),
        ("“https://gitlab.com/groups/acme/tools”", "acme/tools"),
    ] {
        for looked_for in [Level::Project, Level::Group] {
            assert_is(text, looked_for, Level::Group, id, false);
        }
    }
}

#[test]
fn addresses_of_projects_lead_to_the_project_where_groups_are_looked_for() {
    for text in [
        "https://gitlab.com/acme/app/-/issues/7",
        "https://gitlab.com/acme/app/-/tree/main",
        "https://gitlab.com/acme/app/issues/7",
        "https://gitlab.com/acme/app.git",
        "git@gitlab.com:acme/app.git",
        "git@gitlab.com:acme/app",
        "ssh://git@gitlab.com:2222/acme/app.git",
        "git clone https://gitlab.com/acme/app.git",
        "https://gitlab.com/api/v4/projects/acme%2Fapp",
    ] {
        assert_is(text, Level::Group, Level::Project, "acme/app", false);
    }
    for text in ["https://gitlab.com/projects/101", "api/v4/projects/101/integrations"] {
        assert_is(text, Level::Group, Level::Project, "101", false);
    }
}

#[test]
fn what_groups_and_projects_share_is_what_is_looked_for_or_the_other() {
    for text in [
        "https://gitlab.com/acme/app",
        "https://gitlab.com/acme/app/",
        "https://gitlab.com/acme%2Fapp",
        "https://gitlab.com/acme/app/-/settings/integrations",
        "https://gitlab.com/acme/app/-/integrations",
        "gitlab.com/acme/app",
    ] {
        for level in [Level::Project, Level::Group] {
            assert_is(text, level, level, "acme/app", true);
        }
    }
    // A path alone is one of what is looked for; people paste those of projects everywhere.
    assert_is("acme/app", Level::Project, Level::Project, "acme/app", false);
    assert_is(" /acme/app/ ", Level::Group, Level::Group, "acme/app", true);
    for (text, id) in [("42", "42"), (" #42 ", "42"), ("#101", "101")] {
        for level in [Level::Project, Level::Group] {
            assert_is(text, level, level, id, false);
        }
    }
}

#[test]
fn names_of_groups_are_searched_for() {
    for words in
        ["", "acme", "Acme / Tools", "acme tools", "#", "#acme", "42a", "https://gitlab.com/groups", "groups"]
    {
        assert_eq!(meaning(words, "gitlab.com", Level::Group), None, "{words}");
    }
}
