//! The first 25 integrations: all types, some disabled, stale or never indexed, some with filters.

use super::entry::{DAY, Entry, HOUR};
use crate::host::Reach;

const GITHUB: &str = "https://api.github.com";
const GHE: &str = "https://github.acme.example";
const GITLAB: &str = "https://gitlab.acme.example";
const DEVOPS: &str = "https://devops.acme.example/tfs";
const AZURE: &str = "https://dev.azure.com";

pub(super) fn entries() -> Vec<Entry> {
    vec![
        Entry::new("GITHUB_SERVER", "platform-core", GHE)
            .indexed(3 * DAY)
            .with("apiPath", "/orgs/platform/repos")
            .with("tagsFilter", "^(Release|release).*"),
        Entry::new("GITLAB_SERVER", "mobile", GITLAB)
            .indexed(26 * HOUR)
            .projects(&["MOB", "IOS", "AND", "PUSH", "UX"])
            .with("apiPath", "/api/v4/groups/mobile/projects?include_subgroups=true")
            .with("requireUserPat", true),
        Entry::new("GITHUB", "data-warehouse", GITHUB)
            .disabled()
            .never_indexed(41 * DAY)
            .with("apiFilter", "[?starts_with(name, 'dwh-')]"),
        Entry::new("GITLAB", "https://gitlab.com/*", "https://gitlab.com")
            .indexed(12 * DAY)
            .on(Reach::Refused)
            .projects(&["OPS"]),
        Entry::new("GITLAB", "https://gitlab.com/*", "https://gitlab.com")
            .indexed(18)
            .projects(&["DOC", "KB"])
            .with("apiFilter", "[?contains(tag_list, 'docs')]"),
        Entry::new("AZURE", "payments", AZURE)
            .indexed(9)
            .projects(&["PAY", "BILL", "FRAUD"])
            .with("apiFilter", "{value:value[?contains(project.name, 'payments')]}"),
        Entry::new("AZURE_DEVOPS", "erp-and-finance", DEVOPS)
            .indexed(35)
            .projects(&["ERP", "FIN"])
            .with("tfsCollection", "DefaultCollection"),
        Entry::new("TFS_SERVER", "warehouse-classic", "https://tfs.acme.example/tfs")
            .indexed(2 * HOUR)
            .projects(&["WMS", "LOG"])
            .with("tfsCollection", "Logistics")
            .with("disableSslVerification", true),
        Entry::new("VSTS", "partner-exchange", "https://acme.visualstudio.com")
            .indexed(5 * DAY)
            .projects(&["EDI"]),
        Entry::new("AWS", "device-cloud", "https://git-codecommit.eu-west-1.amazonaws.com")
            .indexed(50)
            .projects(&["IOT", "EMB"])
            .with("awsRegion", "eu-west-1"),
        Entry::new("AWS", "analytics-frankfurt", "https://git-codecommit.eu-central-1.amazonaws.com")
            .indexed(7 * HOUR)
            .with("awsRegion", "eu-central-1")
            .with("smartCommitsEnabled", false),
        Entry::new("GERRIT", "firmware", "https://gerrit.acme.example")
            .indexed(22)
            .projects(&["FW", "EMB"])
            .with("refSpecChanges", true)
            .with("refSpecCustom", "+refs/meta/*:refs/meta/*"),
        Entry::new("FILESPACE", "/jira/repos/*", "/jira/repos/*").indexed(65),
        Entry::new("FILESPACE", "archive of the old monolith", "/srv/git/archive/*")
            .disabled()
            .indexed(210 * DAY)
            .with("folderDepth", 3)
            .with("apiFilter", "[?!starts_with(fullPath, '/srv/git/archive/private')]")
            .with("sendCommitEmails", false)
            .projects(&["OLD"]),
        Entry::new("GITLAB_SERVER_LEGACY", "gitlab 9 of the acquired company", "https://git.oldco.example")
            .disabled()
            .indexed(620 * DAY),
        Entry::new("GITHUB_SERVER", "security-tools", GHE)
            .indexed(14)
            .on(Reach::InPart)
            .projects(&["SEC", "IAM"])
            .with("apiPath", "/orgs/security/repos")
            .with("prHideFilter", "^\\[mq-bot\\].*"),
        Entry::new("GITHUB", "open source", GITHUB)
            .indexed(4)
            .with("apiPath", "/orgs/acme-oss/repos")
            .with("apiFilter", "[?(!contains(name, 'archived'))]"),
        Entry::new("GITHUB", "web-shop", GITHUB)
            .indexed(6)
            .projects(&["WEB", "CART", "CAT", "SRCH", "REC"])
            .with("apiPath", "/orgs/acme-shop/repos"),
        Entry::new("GITLAB_SERVER", "infrastructure", GITLAB)
            .indexed(11)
            .projects(&["INFRA", "NET", "DBA", "OBS"])
            .with("apiPath", "/api/v4/groups/infra/projects?include_subgroups=true")
            .with("apiFilter", "[?!empty_repo]"),
        Entry::new("GITLAB_SERVER", "machine-learning", GITLAB)
            .indexed(31 * HOUR)
            .projects(&["ML", "REC"])
            .with("apiFilter", "[?(!contains(tag_list, 'largemedia'))]")
            .with("revisionIndexing", false),
        Entry::new("AZURE", "customer-relations", AZURE)
            .indexed(25)
            .projects(&["CRM", "SUP"])
            .with("apiFilter", "{value:value[?contains(project.name, 'crm')]}"),
        Entry::new("AZURE_DEVOPS", "human resources", DEVOPS)
            .disabled()
            .indexed(33 * DAY)
            .projects(&["HR"])
            .with("tfsCollection", "People"),
        Entry::new("GERRIT", "android-platform", "https://review.acme.example")
            .indexed(90)
            .projects(&["AND"]),
        Entry::new("GITHUB_SERVER", "design-system", GHE)
            .never_indexed(25)
            .projects(&["DSYS", "UX"])
            .with("apiPath", "/orgs/design/repos"),
        Entry::new("FILESPACE", "gitlab hashed storage", "/var/opt/gitlab/git-data/repositories/@hashed/*")
            .never_indexed(3 * HOUR)
            .with("folderDepth", 3),
    ]
}
