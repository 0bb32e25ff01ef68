//! Answers that are not what was asked for: who gave them and why is told, for reads and for writes, on both vendors.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::{Value, json};

const JIRA_LIST: &str = "GET /rest/gitplugin/1.0/integration";
const JIRA_PUT: &str = "PUT /rest/gitplugin/1.0/integration/2";
const GITLAB_PROJECTS: &str = "GET /api/v4/projects";
const GITLAB_PUT: &str = "PUT /api/v4/projects/101/integrations/emails-on-push";

fn html(status: u16, page: &str) -> Fault {
    Fault::Page(status, "text/html", page.to_owned(), None)
}

fn text(status: u16, text: &str) -> Fault {
    Fault::Page(status, "text/plain", text.to_owned(), None)
}

fn nginx(status: u16, name: &str) -> Fault {
    html(
        status,
        &format!(
            "<html><head><title>{status} {name}</title></head><body><center><h1>{status} {name}</h1></center><hr><center>nginx</center></body></html>"
        ),
    )
}

fn json(status: u16, body: Value) -> Fault {
    Fault::Answer(status, body)
}

/// What is answered, the title, and two parts of the text.
type Case = (Fault, &'static str, &'static str, &'static str);

/// What both vendors tell alike; `{}` is the vendor.
fn of_both() -> Vec<Case> {
    vec![
        (
            nginx(403, "Forbidden"),
            "Something in front of {} refused the request",
            "status 403",
            "a proxy or firewall between this page and {}",
        ),
        (
            html(403, "<title>Access Denied</title>"),
            "Something in front of {} refused the request",
            "The answer says: “Access Denied”",
            "proxy or firewall",
        ),
        (
            text(403, "RBAC: access denied"),
            "Something in front of {} refused the request",
            "The answer says: “RBAC: access denied”",
            "proxy or firewall",
        ),
        (
            html(403, "<title>Log in to the VPN</title>"),
            "Something in front of {} refused the request",
            "The answer is the page “Log in to the VPN”.",
            "a login page between",
        ),
        (
            html(400, "<title>400 The plain HTTP request was sent to HTTPS port</title>"),
            "Something in front of {} refused the request",
            "The answer says: “The plain HTTP request was sent to HTTPS port”",
            "status 400",
        ),
        (
            nginx(413, "Request Entity Too Large"),
            "Something in front of {} refused the request",
            "The answer says: “Request Entity Too Large”",
            "status 413",
        ),
        (
            nginx(502, "Bad Gateway"),
            "{} is not available at the moment",
            "It may be starting, or under maintenance.",
            "",
        ),
        (
            nginx(503, "Service Temporarily Unavailable"),
            "{} is not available at the moment",
            "Wait a minute, then try again.",
            "",
        ),
        (
            html(502, "<title>GitLab is not responding (502)</title>"),
            "{} is not available at the moment",
            "The answer says: “GitLab is not responding (502)”",
            "",
        ),
        (
            text(503, "no healthy upstream"),
            "{} is not available at the moment",
            "The answer says: “no healthy upstream”",
            "",
        ),
        (json(504, json!({})), "{} is not available at the moment", "Wait a minute, then try again.", ""),
        (
            html(500, "<title>Oops</title>"),
            "{} had an internal error",
            "The answer says: “Oops”",
            "look in {}’s log",
        ),
        (
            json(500, json!({ "message": "NullPointerException" })),
            "{} had an internal error",
            "{} says: “NullPointerException”",
            "look in {}’s log",
        ),
        (text(429, "Retry later"), "{} asks you to slow down", "{} says: “Retry later”", "Wait a minute"),
    ]
}

fn of_jira() -> Vec<Case> {
    let captcha = Fault::Page(
        403,
        "text/html",
        "<title>Forbidden</title>".to_owned(),
        Some(("X-Authentication-Denied-Reason", "CAPTCHA_CHALLENGE; login-url=https://jira/login.jsp")),
    );
    vec![
        (captcha, "Jira asks for a CAPTCHA", "Sign in there once, then try again.", ""),
        (
            json(403, json!({ "errorMessages": ["You cannot see this."] })),
            sentences::NOT_ALLOWED,
            "Jira says: “You cannot see this.”",
            "Only administrators",
        ),
        (
            json(500, json!({ "error": "com.xiplink.SessionTokenNotFoundException: none" })),
            "Git Integration for Jira has no valid license",
            "Its license has probably expired",
            "Manage apps",
        ),
        (
            json(200, json!({ "success": false, "error": "SessionTokenNotFoundException" })),
            "Git Integration for Jira has no valid license",
            "Its license has probably expired",
            "Manage apps",
        ),
        (
            text(403, "XSRF check failed"),
            "Jira does not recognise its own address",
            "cross-site check failed",
            "",
        ),
        (
            json(400, json!({ "errorMessages": ["First fault.", "Second fault."], "errors": {} })),
            "Jira refused the request",
            "First fault. Second fault.",
            "",
        ),
    ]
}

fn of_gitlab() -> Vec<Case> {
    vec![
        (
            json(403, json!({ "message": "403 Forbidden - Your account has been blocked" })),
            sentences::NOT_ALLOWED,
            "GitLab says: Your account has been blocked",
            "",
        ),
        (
            json(403, json!({ "message": "403 Forbidden" })),
            sentences::NOT_ALLOWED,
            "Only maintainers and owners",
            "",
        ),
        (
            json(
                403,
                json!({ "error": "insufficient_granular_scope", "error_description": "The token lacks the permission [read_integration]." }),
            ),
            sentences::NOT_ALLOWED,
            "GitLab says: The token lacks the permission [read_integration].",
            "",
        ),
        (
            json(400, json!({ "message": { "base": ["One fault", "Another fault"] } })),
            "GitLab refused the request",
            "One fault. Another fault.",
            "",
        ),
    ]
}

#[track_caller]
fn tells(page: &Page<'_>, vendor: &str, (_, title, first, second): &Case, doing: &str) {
    let named = |text: &str| text.replace("{}", vendor);
    let title = named(title);
    let title = match title.strip_prefix("You are") {
        Some(rest) if !doing.is_empty() => format!("{doing}you are{rest}"),
        _ if !doing.is_empty() && title.starts_with("Something") => format!("{doing}s{}", &title[1..]),
        _ => format!("{doing}{title}"),
    };
    page.alert(&title).shows(&named(first)).shows(&named(second)).shows(sentences::DETAILS_FOR_A_BUG_REPORT);
}

#[test]
fn reading_tells_who_answered_and_why() {
    let server = Server::demo();
    for case in of_both().into_iter().chain(of_jira()) {
        server.disturb(JIRA_LIST, case.0.clone());
        tells(&server.open(""), "Jira", &case, "");
        server.heal();
    }
    for case in of_both().into_iter().chain(of_gitlab()) {
        server.disturb(GITLAB_PROJECTS, case.0.clone());
        tells(&server.open("/gitlab"), "GitLab", &case, "");
        server.heal();
    }
}

#[test]
fn saving_tells_the_same() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("typed with care");
    for case in of_both().into_iter().chain(of_jira()) {
        // What was refused is shown in the form.
        if case.1 == "Jira refused the request" {
            continue;
        }
        server.disturb(JIRA_PUT, case.0.clone());
        page.button("Save 1 change").click();
        tells(&page, "Jira", &case, "Saving failed: ");
        page.field("Display name").holds("typed with care");
        server.heal();
    }
    let page = server.open(&server.at_gitlab("101/emails-on-push"));
    page.field("Recipients").fill("typed@with.care");
    for case in of_both().into_iter().chain(of_gitlab()) {
        if case.1 == "GitLab refused the request" {
            continue;
        }
        server.disturb(GITLAB_PUT, case.0.clone());
        page.button("Save 1 change").click();
        tells(&page, "GitLab", &case, "Saving failed: ");
        page.field("Recipients").holds("typed@with.care");
        server.heal();
    }
}

/// A sign-on of another origin would get the body of a write, secrets included.
#[test]
fn a_redirect_is_not_followed() {
    let (server, sign_on) = (Server::demo(), Server::demo());
    let login = Fault::Redirect(format!("{}/login?from=jira", sign_on.origin()));
    server.disturb(JIRA_LIST, login.clone());
    let page = server.open("");
    page.alert("You are signed out of Jira").shows(sentences::SESSION_ENDED);
    page.link("Sign in to Jira (opens a new tab)").appears();
    server.heal();

    let page = server.open("/integrations/2");
    page.field("Display name").fill("typed with care");
    server.disturb(JIRA_PUT, login.clone());
    page.button("Save 1 change").click();
    page.alert("Saving failed: you are signed out of Jira").shows(sentences::SESSION_ENDED);
    page.field("Display name").holds("typed with care");
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    page.role("status").shows("typed with care is saved.");

    let page = server.open(&server.at_gitlab("101/emails-on-push"));
    page.field("Recipients").fill("typed@with.care");
    server.disturb(GITLAB_PUT, login);
    page.button("Save 1 change").click();
    page.alert("Saving failed: you are signed out of GitLab").shows(sentences::SESSION_ENDED);
    page.link("Sign in to GitLab (opens a new tab)").appears();
    server.heal();

    // A sign-on of the same origin is followed, because a project may have moved, and is known by its page.
    server.disturb(GITLAB_PROJECTS, Fault::Redirect("/users/sign_in".to_owned()));
    let page = server.open("/gitlab");
    page.alert("You are signed out of GitLab").shows(sentences::SESSION_ENDED);
    assert!(sign_on.requests().is_empty(), "{:?}", sign_on.requests());
}

#[test]
fn all_that_is_said_of_one_setting_is_shown() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("101/emails-on-push"));
    page.field("Recipients").fill("typed@with.care");
    for body in [
        json!({ "message": { "recipients": ["Recipients list is too long", "is odd"] } }),
        json!({ "message": "Failed to update integration. {:recipients=>[\"list is too long\", \"is odd\"]}" }),
    ] {
        server.disturb(GITLAB_PUT, json(400, body));
        page.button("Save 1 change").click();
        page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION)
            .shows("Recipients list is too long. Recipients is odd.");
        server.heal();
        page.field("Recipients").fill("typed@again").fill("typed@with.care");
    }

    let page = server.open("/integrations/2");
    page.field("Display name").fill("typed with care");
    for body in [
        json!({ "success": false, "error": "displayName: Too long. displayName: Too odd." }),
        json!({ "errorMessages": [], "errors": { "displayName": ["Too long.", "Too odd."] } }),
    ] {
        server.disturb(JIRA_PUT, json(400, body));
        page.button("Save 1 change").click();
        page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).shows("Too long. Too odd.");
        server.heal();
        page.field("Display name").fill("typed again").fill("typed with care");
    }
}

/// One of each kind of characters that HTTP, addresses or people have trouble with.
const ODD: [char; 20] = [
    '\0',
    '\t',
    '\n',
    '\u{1b}',
    '\u{7f}',
    '\u{85}',
    '\u{a0}',
    '\u{ad}',
    'ß',
    '\u{301}',
    '\u{200b}',
    '\u{202e}',
    '“',
    '\u{2028}',
    '中',
    '\u{e000}',
    '\u{feff}',
    '\u{ffff}',
    '😀',
    '\u{e0041}',
];

/// The one header whose text the app does not check beforehand is GitLab's token against forged requests.
#[test]
fn no_character_of_a_header_stops_the_app() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("101/emails-on-push"));
    page.field("Recipients").fill("typed@with.care");
    // HTTP allows the others.
    for odd in ODD.into_iter().filter(|odd| matches!(odd, '\0' | '\n' | '\u{100}'..)) {
        let help = format!("<meta name=\"csrf-token\" content=\"a{odd}b\">");
        server.disturb("GET /help", html(200, &help));
        page.button("Save 1 change").click();
        page.alert("Saving failed: the request cannot be sent")
            .shows("contains characters no request can have");
        page.field("Recipients").holds("typed@with.care");
        server.heal();
    }
    page.button("Save 1 change").click();
    page.role("status").shows("is saved in ");
    assert_eq!(
        server.writes().last().map(|(_, body)| body["recipients"].clone()),
        Some("typed@with.care".into())
    );
}

#[test]
fn no_character_of_an_address_or_a_search_stops_the_app() {
    let server = Server::demo();
    let page = server.open("/gitlab");
    page.heading(sentences::GITLAB_PROJECTS).appears();
    for odd in ODD {
        let part: String = format!("a{odd}b").bytes().map(|byte| format!("%{byte:02X}")).collect();
        for address in [
            server.at_gitlab(&part),
            server.at_gitlab(&format!("101/{part}")),
            format!("/gitlab/{part}/101"),
            format!("/{part}/integrations/1"),
            format!("/integrations/new/{part}"),
            format!("/connection/{part}"),
            format!("/integrations?q={part}"),
        ] {
            page.go(&address);
            assert_eq!(page.run("return tree.querySelectorAll('h1').length", Vec::new()), 1, "{address}");
        }
    }
    page.go("/integrations");
    page.link("platform-core").appears();
    for request in server.requests() {
        assert!(request.line.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' '), "{}", request.line);
    }
}
