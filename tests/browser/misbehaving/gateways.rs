//! Pages of proxies, firewalls and gateways, and of servers that rest or refuse: who answered, in which words, what to do.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::json;

const LIST: &str = "GET /rest/gitplugin/1.0/integration";
const PROJECTS: &str = "GET /api/v4/projects";
const JIRA_PUT: &str = "PUT /rest/gitplugin/1.0/integration/2";
const EMAILS: &str = "PUT /api/v4/projects/101/integrations/emails-on-push";

const IN_FRONT: &str = "Something in front of {} refused the request";
const AWAY: &str = "{} is not available at the moment";
const BUSY: &str = "{} asks you to slow down";
const BROKEN: &str = "{} had an internal error";

/// Status, media type, body; the title, and a part of the text. `{}` is the vendor.
type Case = (u16, &'static str, &'static str, &'static str, &'static str);

const HTML: &str = "text/html; charset=UTF-8";
const TEXT: &str = "text/plain";

#[rustfmt::skip]
const BOTH: &[Case] = &[
    (403, HTML, "<html><head><title>Just a moment...</title></head><body>Enable JavaScript and cookies to continue</body></html>", IN_FRONT, "The answer says: “Just a moment...”"),
    (403, HTML, "<html><title>Request Rejected</title><body>The requested URL was rejected. Your support ID is: 12</body></html>", IN_FRONT, "The answer says: “Request Rejected”"),
    (403, HTML, "<html><title>Internet Security by Zscaler</title></html>", IN_FRONT, "“Internet Security by Zscaler”"),
    (403, HTML, "<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center><hr><center>Microsoft-Azure-Application-Gateway/v2</center></body></html>", IN_FRONT, "status 403"),
    (403, HTML, "<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>", IN_FRONT, "“Request forbidden by administrative rules.”"),
    (403, HTML, "<html><title>403 - Forbidden: Access is denied.</title></html>", IN_FRONT, "“Forbidden: Access is denied.”"),
    (403, HTML, "<html><head><title>ERROR: The requested URL could not be retrieved</title></head></html>", IN_FRONT, "could not be retrieved"),
    (403, HTML, "<html><title>Zugriff verweigert &#8211; F&#252;r Sie gesperrt</title></html>", IN_FRONT, "“Zugriff verweigert – Für Sie gesperrt”"),
    (511, HTML, "<html><title>Log in to the guest network</title></html>", IN_FRONT, "a login page between"),
    (414, HTML, "<html><title>414 Request-URI Too Large</title></html>", IN_FRONT, "“Request-URI Too Large”"),
    (431, TEXT, "Request Header Fields Too Large", IN_FRONT, "status 431"),
    (451, HTML, "<html><h1>Unavailable for legal reasons</h1></html>", IN_FRONT, "“Unavailable for legal reasons”"),
    (460, HTML, "<html><h1>460 Client closed connection</h1></html>", IN_FRONT, "“Client closed connection”"),
    (463, HTML, "<html><h1>463 Too many addresses</h1></html>", IN_FRONT, "“Too many addresses”"),
    (502, HTML, "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>", AWAY, "It may be starting, or under maintenance. Wait a minute"),
    (502, TEXT, "Bad Gateway", AWAY, "Wait a minute, then try again."),
    (503, HTML, "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>", AWAY, "“No server is available to handle this request.”"),
    (503, HTML, "<?xml version=\"1.0\"?><!DOCTYPE html><html><head><title>503 Backend fetch failed</title></head><body><h1>Error 503 Backend fetch failed</h1><h3>Guru Meditation:</h3></body></html>", AWAY, "The answer says: “Backend fetch failed”"),
    (503, HTML, "<HTML><TITLE>Service Unavailable</TITLE><BODY><h2>Service Unavailable</h2><p>HTTP Error 503. The service is unavailable.</p></BODY></HTML>", AWAY, "The service is unavailable."),
    (503, TEXT, "upstream connect error or disconnect/reset before headers. reset reason: connection failure", AWAY, "“upstream connect error"),
    (504, TEXT, "upstream request timeout", AWAY, "“upstream request timeout”"),
    (504, HTML, "<html><body><h1>504 Gateway Time-out</h1>\nThe server didn't respond in time.\n</body></html>", AWAY, "“The server didn't respond in time.”"),
    (520, TEXT, "error code: 520", AWAY, "“error code: 520”"),
    (521, HTML, "<html><title>git.example.com | 521: Web server is down</title></html>", AWAY, "521: Web server is down"),
    (522, HTML, "<html><title>git.example.com | 522: Connection timed out</title></html>", AWAY, "522: Connection timed out"),
    (524, HTML, "<html><title>git.example.com | 524: A timeout occurred</title></html>", AWAY, "524: A timeout occurred"),
    (530, TEXT, "error code: 1033", AWAY, "“error code: 1033”"),
    (429, HTML, "<html><title>429 Too Many Requests</title></html>", BUSY, "Wait a minute"),
    (429, "application/json", "{\"message\":{\"error\":\"This endpoint has been requested too many times. Try again later.\"}}", BUSY, "“This endpoint has been requested too many times. Try again later.”"),
    (500, HTML, "<html><title>Something went wrong (500)</title></html>", BROKEN, "“Something went wrong (500)”"),
];

#[rustfmt::skip]
const JIRA: &[Case] = &[
    (403, HTML, "<html><title>Forbidden (403)</title><body><h1>Encountered a <code>&quot;403 - Forbidden&quot;</code> error while loading this page.</h1></body></html>", sentences::NOT_ALLOWED, "Jira says: “Forbidden (403)”"),
    (404, TEXT, "404 page not found\n", "Git Integration for Jira does not answer here", "“page not found”"),
    (503, HTML, "<html><title>Jira is starting up</title></html>", AWAY, "“Jira is starting up”"),
    (503, HTML, "<html><title>503</title><h1>503</h1><p>Jira is being reindexed.</p></html>", AWAY, "“Jira is being reindexed.”"),
    (503, "application/json", "{\"errorMessages\":[\"Jira is locked.\",\"Your license has expired.\"]}", AWAY, "Jira says: “Jira is locked. Your license has expired.”"),
    (405, "application/json", "{\"message\":\"HTTP 405 Method Not Allowed\"}", "Jira refused the request", "405"),
    (410, "application/json", "{\"errorMessages\":[\"This resource is gone.\"]}", "Jira refused the request", "This resource is gone."),
    (431, "application/json", "", "Jira refused the request", "without giving a reason"),
];

#[rustfmt::skip]
const GITLAB: &[Case] = &[
    (401, HTML, "<html><head><title>401 Authorization Required</title></head></html>", "You are signed out of GitLab", ""),
    (403, "application/json", "{\"message\":\"You cannot perform write operations on a read-only instance\"}", "This GitLab takes no changes", "primary GitLab"),
    (403, "application/json", "{\"message\":\"403 Forbidden - You (@ann) must accept the Terms of Service in order to perform this action.\"}", sentences::NOT_ALLOWED, "must accept the Terms of Service"),
    (403, "application/json", "{\"message\":\"403 Forbidden - Your password expired. Please access GitLab from a web browser to update your password.\"}", sentences::NOT_ALLOWED, "Your password expired."),
    (403, "application/json", "{\"message\":\"403 Forbidden - Your account has been deactivated by your administrator.\"}", sentences::NOT_ALLOWED, "has been deactivated"),
    (403, "application/json", "{\"message\":\"403 Forbidden - External authorization denied access to this project\"}", sentences::NOT_ALLOWED, "External authorization denied"),
    (403, "application/json", "{\"message\":\"403 Forbidden - IP address restricted\"}", sentences::NOT_ALLOWED, "IP address restricted"),
    (404, TEXT, "404 page not found\n", "GitLab does not answer here", "“page not found”"),
    (422, HTML, "<html><title>The change you requested was rejected (422)</title><body><img alt=\"GitLab Logo\"></body></html>", "GitLab refused the request", "The change you requested was rejected (422)."),
    (501, "application/json", "{\"message\":\"Git LFS is not enabled on this GitLab server, contact your admin.\"}", BROKEN, "Git LFS is not enabled"),
    (502, HTML, "<html><title>GitLab is not responding (502)</title><body><img alt=\"GitLab Logo\"><h3>Whoops, GitLab is taking too much time to respond.</h3></body></html>", AWAY, "GitLab says: “GitLab is not responding (502)”"),
    (503, "application/json", "{\"message\":\"GitLab is undergoing maintenance\"}", AWAY, "GitLab says: “GitLab is undergoing maintenance”"),
];

fn fault((status, media_type, body, ..): &Case) -> Fault {
    Fault::Page(*status, media_type, (*body).to_owned(), None)
}

#[track_caller]
fn tells(page: &Page<'_>, vendor: &str, (_, _, _, title, said): &Case, doing: &str) {
    let title = title.replace("{}", vendor);
    let title = match title
        .strip_prefix("You are")
        .or(title.strip_prefix("Something"))
        .or(title.strip_prefix("This"))
    {
        Some(rest) if !doing.is_empty() => {
            let first = title[..title.len() - rest.len()].to_lowercase();
            format!("{doing}{first}{rest}")
        }
        _ => format!("{doing}{title}"),
    };
    page.alert(&title).shows(&said.replace("{}", vendor)).shows(sentences::DETAILS_FOR_A_BUG_REPORT);
}

#[test]
fn reading_tells_who_answered_and_what_to_do() {
    let server = Server::demo();
    for (line, route, vendor, own) in [(LIST, "", "Jira", JIRA), (PROJECTS, "/gitlab", "GitLab", GITLAB)] {
        for case in BOTH.iter().chain(own) {
            server.disturb(line, fault(case));
            tells(&server.open(route), vendor, case, "");
            server.heal();
        }
    }
}

#[test]
fn saving_tells_the_same_and_loses_nothing() {
    let server = Server::demo();
    for (line, route, label, vendor, own) in [
        (JIRA_PUT, "/integrations/2".to_owned(), "Display name", "Jira", JIRA),
        (EMAILS, server.at_gitlab("101/emails-on-push"), "Recipients", "GitLab", GITLAB),
    ] {
        let page = server.open(&route);
        page.field(label).fill("typed@with.care");
        for case in BOTH.iter().chain(own) {
            // What was refused is shown in the form.
            if case.3.ends_with(" refused the request") && case.3 != IN_FRONT {
                continue;
            }
            server.disturb(line, fault(case));
            page.button("Save 1 change").click();
            tells(&page, vendor, case, "Saving failed: ");
            page.field(label).holds("typed@with.care");
            server.heal();
        }
    }
}

#[test]
fn how_long_to_wait_is_said_as_the_server_says_it() {
    let server = Server::demo();
    for status in [429, 503] {
        for (after, said) in [
            ("0", "Try again in a moment."),
            ("30", "Try again in 30 seconds."),
            ("120", "Try again in 120 seconds."),
            ("3600", "Try again in 60 minutes."),
            ("-5", "Wait a minute, then try again."),
            ("soon", "Wait a minute, then try again."),
            ("Wed, 21 Oct 2026 07:28:00 GMT", "Wait a minute, then try again."),
            ("99999999999999999999", "Wait a minute, then try again."),
        ] {
            for (line, route) in [(LIST, ""), (PROJECTS, "/gitlab")] {
                let body = json!({}).to_string();
                server.disturb(
                    line,
                    Fault::Page(status, "application/json", body, Some(("Retry-After", after))),
                );
                server.open(route).role("alert").shows(said);
                server.heal();
            }
        }
    }
}
