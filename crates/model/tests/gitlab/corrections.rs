//! What the form offers instead of what was typed, as a table.

use crate::{new, opened};
use serde_json::json;

#[track_caller]
fn offers(slug: &str, key: &str, text: &str) -> Option<String> {
    let (form, values) = new(slug, json!({key: text}));
    let field = form.field(key).unwrap_or_else(|| panic!("{slug} has no {key}"));
    let found = form.correction(field, &values)?;
    // It is told: by the warning, or by the problem.
    let told = form.warning(field, &values).or_else(|| form.problem(field, &values));
    assert!(told.is_some(), "{slug} {key} {text}");
    // What is offered is right.
    let (form, values) = new(slug, json!({key: found.value}));
    assert!(found.value.is_empty() || form.problem(field, &values).is_none(), "{slug} {key} {found:?}");
    assert!(found.value.is_empty() || form.correction(field, &values).is_none(), "{slug} {key} {found:?}");
    Some(found.value)
}

#[test]
fn the_server_of_a_page() {
    for (slug, key, text, server) in [
        ("jenkins", "jenkins_url", "https://ci.example.org/job/MyJob", "https://ci.example.org"),
        (
            "jenkins",
            "jenkins_url",
            "https://ci.example.org/jenkins/job/MyFolder/job/MyJob/",
            "https://ci.example.org/jenkins",
        ),
        ("jenkins", "jenkins_url", "https://ci.example.org/view/all/job/MyJob", "https://ci.example.org"),
        ("jenkins", "jenkins_url", "http://ci.example.org:8080/login?from=%2F", "http://ci.example.org:8080"),
        ("jenkins", "jenkins_url", "https://ci.example.org/manage/configure", "https://ci.example.org"),
        (
            "jenkins",
            "jenkins_url",
            "https://ci.example.org/blue/organizations/jenkins/x",
            "https://ci.example.org",
        ),
        ("jira", "url", "https://jira.example.org/browse/PROJ", "https://jira.example.org"),
        ("jira", "url", "https://jira.example.org/browse/PROJ-7?filter=1#x", "https://jira.example.org"),
        ("jira", "url", "https://jira.example.org/jira/browse/PROJ", "https://jira.example.org/jira"),
        ("jira", "url", "https://jira.example.org/secure/Dashboard.jspa", "https://jira.example.org"),
        (
            "jira",
            "url",
            "https://jira.example.org/secure/RapidBoard.jspa?rapidView=1",
            "https://jira.example.org",
        ),
        ("jira", "url", "https://jira.example.org/projects/APP/issues", "https://jira.example.org"),
        ("jira", "url", "https://jira.example.org/login.jsp", "https://jira.example.org"),
        (
            "jira",
            "url",
            "https://acme.atlassian.net/jira/software/projects/APP/boards/1",
            "https://acme.atlassian.net",
        ),
        ("jira", "url", "https://acme.atlassian.net/browse/APP-1", "https://acme.atlassian.net"),
        ("jira", "api_url", "https://jira.example.org/rest/api/2", "https://jira.example.org"),
        (
            "jira",
            "api_url",
            "https://jira.example.org/ctx/rest/api/latest/myself",
            "https://jira.example.org/ctx",
        ),
        ("bamboo", "bamboo_url", "https://bamboo.example.org/browse/APP-MAIN", "https://bamboo.example.org"),
        (
            "bamboo",
            "bamboo_url",
            "https://bamboo.example.org/userlogin!doDefault.action",
            "https://bamboo.example.org",
        ),
        ("bamboo", "bamboo_url", "https://bamboo.example.org/rest/api/latest", "https://bamboo.example.org"),
        (
            "teamcity",
            "teamcity_url",
            "https://tc.example.org/buildConfiguration/App_Build",
            "https://tc.example.org",
        ),
        (
            "teamcity",
            "teamcity_url",
            "https://tc.example.org/viewType.html?buildTypeId=App",
            "https://tc.example.org",
        ),
        ("teamcity", "teamcity_url", "https://tc.example.org/tc/project/App", "https://tc.example.org/tc"),
        ("drone-ci", "drone_url", "https://drone.example.org/acme/app/7", "https://drone.example.org"),
        ("packagist", "server", "https://packagist.org/packages/acme/app", "https://packagist.org"),
        (
            "prometheus",
            "api_url",
            "https://prometheus.example.org/graph?g0.expr=up",
            "https://prometheus.example.org",
        ),
        ("prometheus", "api_url", "https://example.org/prom/api/v1/query", "https://example.org/prom"),
        ("github", "repository_url", "https://github.com/acme/app/pull/5", "https://github.com/acme/app"),
        ("github", "repository_url", "https://github.com/acme/app.git", "https://github.com/acme/app"),
        (
            "github",
            "repository_url",
            "https://github.acme.example/acme/app/tree/main?x#y",
            "https://github.acme.example/acme/app",
        ),
        (
            "buildkite",
            "project_url",
            "https://buildkite.com/acme/app/builds/5",
            "https://buildkite.com/acme/app",
        ),
    ] {
        assert_eq!(offers(slug, key, text).as_deref(), Some(server), "{slug} {key} {text}");
    }
}

#[test]
fn the_name_in_an_address() {
    for (slug, key, text, name) in [
        ("jenkins", "project_name", "https://ci.example.org/job/MyFolder/job/MyJob/", "MyFolder/MyJob"),
        ("jenkins", "project_name", "job/MyFolder/job/My%20Job", "MyFolder/My Job"),
        ("jenkins", "project_name", "/job/MyJob", "MyJob"),
        ("jenkins", "project_name", "https://ci.example.org/project/MyFolder/MyJob", "MyFolder/MyJob"),
        ("bamboo", "build_key", "https://bamboo.example.org/browse/APP-MAIN", "APP-MAIN"),
        (
            "teamcity",
            "build_type",
            "https://tc.example.org/buildConfiguration/App_Build?mode=builds",
            "App_Build",
        ),
        (
            "teamcity",
            "build_type",
            "https://tc.example.org/viewType.html?buildTypeId=App_Build&tab=x",
            "App_Build",
        ),
        ("campfire", "subdomain", "https://acme.campfirenow.com/", "acme"),
        ("campfire", "subdomain", "acme.campfirenow.com", "acme"),
        ("campfire", "room", "https://acme.campfirenow.com/room/123456", "123456"),
        ("assembla", "subdomain", "https://acme.assembla.com/spaces/x", "acme"),
        ("datadog", "datadog_site", "https://app.datadoghq.eu/account/settings", "datadoghq.eu"),
        ("datadog", "datadog_site", "https://us3.datadoghq.com", "us3.datadoghq.com"),
        ("irker", "server_host", "https://irker.example.org:6659/", "irker.example.org"),
        ("irker", "server_host", "irker.example.org:6659", "irker.example.org"),
    ] {
        assert_eq!(offers(slug, key, text).as_deref(), Some(name), "{slug} {key} {text}");
    }
}

#[test]
fn the_number_of_an_issue() {
    for (text, meant) in [
        ("https://t.example.org/issues/123", "https://t.example.org/issues/:id"),
        ("https://t.example.org/browse/APP-123?x", "https://t.example.org/browse/APP-:id?x"),
        ("https://t2.example.org/show_bug.cgi?id=7", "https://t2.example.org/show_bug.cgi?id=:id"),
        ("https://t.example.org/issues/{id}", "https://t.example.org/issues/:id"),
        ("https://t.example.org/issues/%{id}/x", "https://t.example.org/issues/:id/x"),
        ("https://t.example.org/issues/:ID", "https://t.example.org/issues/:id"),
        ("https://t.example.org/issues/<id>", "https://t.example.org/issues/:id"),
    ] {
        assert_eq!(offers("redmine", "issues_url", text).as_deref(), Some(meant), "{text}");
    }
}

#[test]
fn addresses_as_mail_programs_write_them() {
    for (text, meant) in [
        ("Ann Lee <ann@example.org>", "ann@example.org"),
        ("a@x.org; b@x.org", "a@x.org\nb@x.org"),
        ("a@x.org, b@x.org", "a@x.org\nb@x.org"),
        ("a@x.org,b@x.org c@x.org", "a@x.org\nb@x.org\nc@x.org"),
        ("\"Lee, Ann\" <ann@example.org>", "ann@example.org"),
        (
            "\"Lee, Ann\" <ann@example.org>, \"Low, Ben\" <ben@example.org>",
            "ann@example.org\nben@example.org",
        ),
        ("Ann Lee ann@example.org", "ann@example.org"),
        ("a@x.org and b@x.org", "a@x.org\nb@x.org"),
        ("ann@example.org (Ann Lee)", "ann@example.org"),
        ("To: ann@example.org", "ann@example.org"),
        ("To: Ann <ann@example.org>; Cc: Ben <ben@example.org>", "ann@example.org\nben@example.org"),
        ("[ann@example.org](mailto:ann@example.org)", "ann@example.org"),
        ("mailto:ann@example.org?subject=Hello", "ann@example.org"),
        ("a@x.org，b@x.org、c@x.org", "a@x.org\nb@x.org\nc@x.org"),
        ("a@x.org | b@x.org", "a@x.org\nb@x.org"),
        ("“ann@example.org”; 'ben@example.org'", "ann@example.org\nben@example.org"),
        ("<ann@example.org>.", "ann@example.org"),
        ("\u{200b}ann@example.org;\u{a0}ben@example.org", "ann@example.org\nben@example.org"),
        ("ann lee <ann@example.org>;;", "ann@example.org"),
        ("ann@@example.org; b@x.org", ""),
        ("Lee, Ann <ann@example.org>", ""),
        ("ann at example.org", ""),
        ("ann(at)example.org, b@x.org", ""),
        ("Ann Lee <ann@example.org>, Ben <ben@example.org>;", "ann@example.org\nben@example.org"),
        ("Ann Lee <ann@example.org>\nben@example.org", "ann@example.org\nben@example.org"),
        ("<ann@example.org>", "ann@example.org"),
        ("mailto:ann@example.org; ben@example.org", "ann@example.org\nben@example.org"),
        ("ann; ben@example.org", ""),
        ("Ann <ann>", ""),
    ] {
        let meant = Some(meant).filter(|meant| !meant.is_empty());
        assert_eq!(offers("emails-on-push", "recipients", text).as_deref(), meant, "{text}");
    }
    for text in ["ann@example.org", "a@x.org b@x.org", "a@x.org,b@x.org"] {
        assert_eq!(offers("pipelines-email", "recipients", text), None, "{text}");
    }
    assert_eq!(
        offers("pipelines-email", "recipients", "a@x.org; Ben <b@x.org>").as_deref(),
        Some("a@x.org\nb@x.org")
    );
    assert_eq!(offers("irker", "recipients", "irc://a.org/#x;irc://b.org/#y"), None);
}

#[test]
fn addresses_that_lack_or_have_too_much() {
    for (slug, key, text, meant) in [
        ("jira", "url", "jira.example.org", "https://jira.example.org"),
        ("jira", "url", "//jira.example.org/jira", "https://jira.example.org/jira"),
        (
            "external-wiki",
            "external_wiki_url",
            "wiki.example.org:8443/start",
            "https://wiki.example.org:8443/start",
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://ann:s3cret@wiki.example.org/x",
            "https://wiki.example.org/x",
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://wiki.münchen.example/x",
            "https://wiki.xn--mnchen-3ya.example/x",
        ),
    ] {
        assert_eq!(offers(slug, key, text).as_deref(), Some(meant), "{slug} {key} {text}");
    }
}

/// A warning without anything to offer: the placeholder or the secret is named, or the name for a key.
#[test]
fn what_only_a_person_can_correct() {
    const SECRET: &str = "This field shows it to everybody who can open this form.";
    for (slug, key, text, part) in [
        ("external-wiki", "external_wiki_url", "https://<host>/wiki", "“<host>”"),
        (
            "external-wiki",
            "external_wiki_url",
            "https://wiki.example.org/{space}/x",
            "“{space}” looks like a placeholder.",
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://wiki.example.org/%7Bspace%7D",
            "“%7Bspace%7D” looks like a placeholder.",
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://wiki.example.org/$SPACE",
            "“$SPACE” looks like a placeholder.",
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://your-wiki.example.org",
            "“your-wiki” looks like a placeholder.",
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://wiki.example.org/YOUR_SPACE",
            "“YOUR_SPACE” looks like a placeholder.",
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://wiki.example.org/xxx",
            "“xxx” looks like a placeholder.",
        ),
        ("external-wiki", "external_wiki_url", "https://wiki.example.org/…", "“…” looks like a placeholder."),
        (
            "bamboo",
            "build_key",
            "My build plan",
            "“My build plan” looks like a name. Enter the key of the plan",
        ),
        ("bamboo", "build_key", "<KEY>", "“<KEY>” looks like a placeholder."),
        ("teamcity", "build_type", "App :: Build", "Enter the ID of the build configuration"),
        (
            "external-wiki",
            "external_wiki_url",
            "https://wiki.example.org/?apiToken=s3cret",
            &*format!("“apiToken” looks like a secret. {SECRET}"),
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://w.example.org/?a=b&private_token=s3cret",
            "“private_token” looks like a secret.",
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://w.example.org/#access_token=s3cret",
            "“access_token” looks like a secret.",
        ),
        ("jenkins", "jenkins_url", "https://ci.example.org/?token=s3cret", "“token” looks like a secret."),
        (
            "custom-issue-tracker",
            "project_url",
            "https://t.example.org/?api_key=s3cret",
            "“api_key” looks like a secret.",
        ),
        (
            "custom-issue-tracker",
            "project_url",
            "https://t.example.org/?client_secret=s3cret",
            "“client_secret” looks like a secret.",
        ),
        (
            "custom-issue-tracker",
            "project_url",
            "https://t.example.org/?password=s3cret",
            "“password” looks like a secret.",
        ),
        ("external-wiki", "external_wiki_url", "https://hooks.slack.com/services/T000/B000/s3cret", SECRET),
        ("external-wiki", "external_wiki_url", "https://discord.com/api/webhooks/1/s3cret", SECRET),
        ("external-wiki", "external_wiki_url", "https://acme.webhook.office.com/webhookb2/s3cret", SECRET),
        ("slack", "username", "glpat-s3cret0123456789abc", SECRET),
        ("slack", "channel", "xoxb-s3cret0123456789abc", SECRET),
        ("datadog", "datadog_service", "ghp_s3cret0123456789abcd", SECRET),
    ] {
        let (form, values) = new(slug, json!({key: text}));
        let field = form.field(key).expect("the field");
        let said = form.warning(field, &values).or_else(|| form.problem(field, &values));
        let said = said.unwrap_or_default();
        assert!(said.contains(part) || text.contains("https://<"), "{slug} {key} {text}: {said}");
        assert!(!said.contains("s3cret"), "{said}");
        assert_eq!(offers(slug, key, text).unwrap_or_default(), "", "{slug} {key} {text}");
    }
}

#[test]
fn keys_of_projects_instead_of_names() {
    for (keys, sentence, meant) in [
        (json!(["APP", "OPS2"]), None, ""),
        (json!(["app"]), Some("Keys of projects are written in capital letters, one per line."), "APP"),
        (
            json!(["APP, ops"]),
            Some("Keys of projects are written in capital letters, one per line."),
            "APP\nOPS",
        ),
        (
            json!(["APP", "My project"]),
            Some("“My project” looks like the name of a project. Enter its key, such as APP."),
            "",
        ),
    ] {
        let (form, _, values) = opened(
            "jira",
            json!({"url": "https://j.example", "username": "a", "project_keys": keys}),
            json!({}),
        );
        let field = form.field("project_keys").expect("the field");
        assert_eq!(form.warning(field, &values).as_deref(), sentence, "{keys}");
        assert_eq!(form.correction(field, &values).unwrap_or_default().value, meant, "{keys}");
    }
}

#[test]
fn leaves_alone_what_is_right() {
    for (slug, key, text) in [
        ("jenkins", "jenkins_url", "https://ci.example.org"),
        ("jenkins", "jenkins_url", "https://ci.example.org/jenkins/"),
        ("jenkins", "project_name", "MyFolder/MyJob"),
        ("jenkins", "project_name", "my project"),
        ("jira", "url", "https://jira.example.org"),
        ("jira", "url", "https://jira.example.org/jira"),
        ("jira", "url", "https://acme.atlassian.net"),
        ("jira", "url", "https://acme.atlassian.net/"),
        ("bamboo", "build_key", "APP-MAIN"),
        ("teamcity", "build_type", "App_Build"),
        ("drone-ci", "drone_url", "https://drone.example.org/"),
        ("packagist", "server", "https://packages.example.org/satis"),
        ("github", "repository_url", "https://github.com/acme/app"),
        ("github", "repository_url", "https://github.com/acme/app/"),
        ("github", "repository_url", "https://github.com/acme"),
        ("buildkite", "project_url", "https://buildkite.com/acme/app"),
        ("redmine", "issues_url", "https://t2.example.org/issues/:id"),
        ("redmine", "issues_url", "https://t2.example.org/issues"),
        ("campfire", "subdomain", "acme"),
        ("campfire", "room", "123456"),
        ("datadog", "datadog_site", "us3.datadoghq.com"),
        ("irker", "server_host", "localhost"),
        ("external-wiki", "external_wiki_url", "https://wiki.example.com/a@b?page=2&token="),
        ("external-wiki", "external_wiki_url", "https://wiki.example.org/grüße"),
        ("external-wiki", "external_wiki_url", "https://xn--mnchen-3ya.example/"),
        ("external-wiki", "external_wiki_url", "https://wiki.example.org/xx"),
        ("external-wiki", "external_wiki_url", "https://www.yourname.example/"),
        ("slack", "username", "GitLab <bot>"),
        ("slack", "channel", "general, #dev"),
        ("asana", "restrict_to_branch", "main, release-*"),
        ("datadog", "datadog_tags", "url:https://x.example/{a}"),
    ] {
        assert_eq!(offers(slug, key, text), None, "{slug} {key} {text}");
    }
}

#[test]
fn more_pages_of_more_services() {
    for (slug, key, text, meant) in [
        ("jenkins", "jenkins_url", "https://ci.example.org/user/ann/configure", "https://ci.example.org"),
        ("jenkins", "jenkins_url", "https://ci.example.org/computer/", "https://ci.example.org"),
        ("jenkins", "jenkins_url", "https://ci.example.org/project/MyJob", "https://ci.example.org"),
        ("jenkins", "jenkins_url", "https://ci.example.org/securityRealm/user/ann", "https://ci.example.org"),
        ("jenkins", "jenkins_url", "https://ci.example.org/script", "https://ci.example.org"),
        (
            "jenkins",
            "jenkins_url",
            "https://ci.example.org/pluginManager/installed",
            "https://ci.example.org",
        ),
        ("jenkins", "jenkins_url", "https://ci.example.org/queue/item/5", "https://ci.example.org"),
        (
            "jenkins",
            "project_name",
            "https://ci.example.org/job/My%20Folder/job/My%20Job/lastBuild/",
            "My Folder/My Job",
        ),
        ("jenkins", "project_name", "job/MyFolder/job/MyJob", "MyFolder/MyJob"),
        ("jenkins", "project_name", "/job/MyJob/", "MyJob"),
        ("jenkins", "project_name", "https://ci.example.org/project/MyFolder/MyJob", "MyFolder/MyJob"),
        (
            "jira",
            "url",
            "https://jira.example.org/issues/?jql=project%20%3D%20APP",
            "https://jira.example.org",
        ),
        (
            "jira",
            "url",
            "https://jira.example.org/plugins/servlet/project-config/APP",
            "https://jira.example.org",
        ),
        ("jira", "url", "https://jira.example.org/servicedesk/customer/portals", "https://jira.example.org"),
        ("jira", "url", "https://jira.example.org/default.jsp?os_destination=x", "https://jira.example.org"),
        ("jira", "url", "https://acme.atlassian.net/wiki/spaces/APP", "https://acme.atlassian.net"),
        ("jira", "url", "https://acme.atlassian.net/jira/your-work", "https://acme.atlassian.net"),
        (
            "jira",
            "url",
            "https://acme.atlassian.net/secure/admin/ViewApplicationProperties.jspa",
            "https://acme.atlassian.net",
        ),
        ("jira", "api_url", "https://acme.atlassian.net/rest/api/3", "https://acme.atlassian.net"),
        (
            "jira",
            "api_url",
            "https://jira.example.org/jira/rest/api/2/issue/APP-1",
            "https://jira.example.org/jira",
        ),
        (
            "jira",
            "url",
            "https://jira.example.org/si/jira.issueviews:issue-html/APP-1/APP-1.html",
            "https://jira.example.org",
        ),
        (
            "jira",
            "url",
            "https://jira.example.org/sr/jira.issueviews:searchrequest",
            "https://jira.example.org",
        ),
        ("jira", "url", "https://jira.example.org/activity", "https://jira.example.org"),
        ("bamboo", "bamboo_url", "https://bamboo.example.org/allPlans.action", "https://bamboo.example.org"),
        (
            "bamboo",
            "bamboo_url",
            "https://bamboo.example.org/browse/APP-MAIN/latest",
            "https://bamboo.example.org",
        ),
        (
            "bamboo",
            "bamboo_url",
            "https://bamboo.example.org/build/admin/edit/editBuildTasks.action",
            "https://bamboo.example.org",
        ),
        ("bamboo", "build_key", "https://bamboo.example.org/browse/APP-MAIN/latest", "APP-MAIN"),
        ("bamboo", "build_key", "/browse/APP-MAIN-42", "APP-MAIN"),
        ("bamboo", "build_key", "https://bamboo.example.org/rest/api/latest/plan/APP-MAIN", "APP-MAIN"),
        ("teamcity", "teamcity_url", "https://tc.example.org/project/App", "https://tc.example.org"),
        (
            "teamcity",
            "teamcity_url",
            "https://tc.example.org/viewType.html?buildTypeId=App_Build",
            "https://tc.example.org",
        ),
        (
            "teamcity",
            "teamcity_url",
            "https://tc.example.org/httpAuth/app/rest/builds",
            "https://tc.example.org",
        ),
        (
            "teamcity",
            "teamcity_url",
            "https://tc.example.org/guestAuth/app/rest/builds",
            "https://tc.example.org",
        ),
        (
            "teamcity",
            "build_type",
            "https://tc.example.org/buildConfiguration/App_Build/123?mode=builds",
            "App_Build",
        ),
        (
            "teamcity",
            "build_type",
            "https://tc.example.org/viewType.html?buildTypeId=App_Build&tab=x",
            "App_Build",
        ),
        ("drone-ci", "drone_url", "https://drone.example.org/acme/app/settings", "https://drone.example.org"),
        ("drone-ci", "drone_url", "https://drone.example.org/account", "https://drone.example.org"),
        ("packagist", "server", "https://packagist.org/packages/submit", "https://packagist.org"),
        ("packagist", "server", "https://packagist.org/api/update-package", "https://packagist.org"),
        (
            "prometheus",
            "api_url",
            "https://prometheus.example.org/api/v1/query?query=up",
            "https://prometheus.example.org",
        ),
        (
            "prometheus",
            "api_url",
            "https://prometheus.example.org/graph?g0.expr=up",
            "https://prometheus.example.org",
        ),
        (
            "prometheus",
            "api_url",
            "https://prometheus.example.org/service-discovery",
            "https://prometheus.example.org",
        ),
        (
            "prometheus",
            "api_url",
            "https://prometheus.example.org/classic/targets",
            "https://prometheus.example.org",
        ),
        ("github", "repository_url", "https://github.com/acme/app/pull/7", "https://github.com/acme/app"),
        ("github", "repository_url", "https://github.com/acme/app.git", "https://github.com/acme/app"),
        (
            "github",
            "repository_url",
            "https://github.com/acme/app/blob/main/README.md#x",
            "https://github.com/acme/app",
        ),
        ("github", "repository_url", "git@github.com:acme/app.git", "https://github.com/acme/app"),
        (
            "buildkite",
            "project_url",
            "https://buildkite.com/acme/app/builds/12",
            "https://buildkite.com/acme/app",
        ),
        (
            "buildkite",
            "project_url",
            "https://buildkite.com/acme/app/settings",
            "https://buildkite.com/acme/app",
        ),
        (
            "custom-issue-tracker",
            "issues_url",
            "https://tracker.example.org/issues/1234",
            "https://tracker.example.org/issues/:id",
        ),
        (
            "custom-issue-tracker",
            "issues_url",
            "https://tracker.example.org/issues/{issue_id}",
            "https://tracker.example.org/issues/:id",
        ),
        (
            "custom-issue-tracker",
            "issues_url",
            "https://tracker.example.org/view.php?id=12",
            "https://tracker.example.org/view.php?id=:id",
        ),
        (
            "redmine",
            "issues_url",
            "https://redmine.example.org/issues/%{id}",
            "https://redmine.example.org/issues/:id",
        ),
        ("youtrack", "issues_url", "https://yt.example.org/issue/${id}", "https://yt.example.org/issue/:id"),
        (
            "bugzilla",
            "issues_url",
            "https://bugs.example.org/show_bug.cgi?id=4711",
            "https://bugs.example.org/show_bug.cgi?id=:id",
        ),
        ("datadog", "datadog_site", "https://app.datadoghq.eu/account/settings", "datadoghq.eu"),
        ("datadog", "datadog_site", "app.datadoghq.com", "datadoghq.com"),
        ("datadog", "datadog_site", "https://us5.datadoghq.com", "us5.datadoghq.com"),
        ("irker", "server_host", "https://irker.example.org:6659/x", "irker.example.org"),
        ("irker", "server_host", "irker.example.org:6659", "irker.example.org"),
        ("irker", "server_host", "irc://irker.example.org", "irker.example.org"),
        ("campfire", "subdomain", "https://acme.campfirenow.com/room/123", "acme"),
        ("campfire", "room", "https://acme.campfirenow.com/room/123", "123"),
        ("assembla", "subdomain", "https://acme.assembla.com/spaces/x", "acme"),
    ] {
        assert_eq!(offers(slug, key, text).as_deref(), Some(meant), "{slug} {key} {text}");
    }
}
