//! The server, the name or the number in the address of a page.

use super::offers;

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
        ("datadog", "datadog_site", "app.datadoghq.com", "datadoghq.com"),
        ("datadog", "datadog_site", "https://us5.datadoghq.com", "us5.datadoghq.com"),
        ("irker", "server_host", "https://irker.example.org:6659/x", "irker.example.org"),
        ("irker", "server_host", "irc://irker.example.org", "irker.example.org"),
        ("campfire", "subdomain", "https://acme.campfirenow.com/room/123", "acme"),
        ("campfire", "room", "https://acme.campfirenow.com/room/123", "123"),
    ] {
        assert_eq!(offers(slug, key, text).as_deref(), Some(meant), "{slug} {key} {text}");
    }
}
