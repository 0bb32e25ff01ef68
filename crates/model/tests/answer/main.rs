//! Who gave an answer that is not what was asked for, and in which words.

use patchbay_model::answer::Speaker::{LoginPage, Proxy, Server};
use patchbay_model::answer::{Speaker, read};

mod proxies;

const JSON: &str = "application/json;charset=UTF-8";
const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain";

#[test]
fn tells_who_answered_and_in_which_words() {
    let cases: &[(&str, &str, Speaker, &str)] = &[
        // Habits of more servers, proxies and frameworks.
        (JSON, r#"{"error":{"message":"x"}}"#, Server, "x"),
        (JSON, r#"{"title":"Bad","detail":"No such key"}"#, Server, "No such key"),
        (
            JSON,
            r#"{"type":"about:blank","title":"Forbidden","status":403,"detail":"Policy"}"#,
            Server,
            "Policy",
        ),
        (JSON, r#"{"message":[]}"#, Server, ""),
        (JSON, r#"{"message":"403"}"#, Server, ""),
        (JSON, r#"{"error":"404 Not Found"}"#, Server, ""),
        (JSON, "null", Server, ""),
        (JSON, "[]", Server, ""),
        (TEXT, "429 Too Many Requests", Proxy, ""),
        (TEXT, "no healthy upstream", Proxy, "no healthy upstream"),
        (TEXT, "404 page not found", Proxy, "page not found"),
        (
            HTML,
            "<html><head><title>400 No required SSL certificate was sent</title></head></html>",
            Proxy,
            "No required SSL certificate was sent",
        ),
        (HTML, "<html><head><title>504 Gateway Time-out</title></head>", Proxy, ""),
        (
            HTML,
            "<html><head><title>Attention Required! | Cloudflare</title></head></html>",
            Proxy,
            "Attention Required! | Cloudflare",
        ),
        (
            HTML,
            "<TITLE>ERROR: The request could not be satisfied</TITLE>",
            Proxy,
            "ERROR: The request could not be satisfied",
        ),
        (
            HTML,
            "<html><head><title>Oops, you&#39;ve found a dead link. - Jira</title></head></html>",
            Proxy,
            "Oops, you've found a dead link. - Jira",
        ),
        (HTML, "<html><title>A &amp; B &lt;x&gt; &amp;amp;</title></html>", Proxy, "A & B <x> &amp;"),
        (HTML, "<html><title></title><h1>Hello</h1></html>", Proxy, "Hello"),
        (
            HTML,
            "<html><body><script>var x = 1;</script><style>p { a: b }</style>Text</body></html>",
            Proxy,
            "Text",
        ),
        (HTML, "<script>alert(1)</script>", Proxy, ""),
        (HTML, "<html><title>HTTP Status 404 – Not Found</title></html>", Proxy, ""),
        (HTML, "<html><title>HTTP Status 500 – Internal Server Error</title></html>", Proxy, ""),
        (
            HTML,
            "<html><title>HTTP Error 503. The service is unavailable.</title></html>",
            Proxy,
            "The service is unavailable.",
        ),
        (
            HTML,
            "<html><title>Association of Passordet</title><p>lost session</p></html>",
            Proxy,
            "Association of Passordet",
        ),
        (HTML, "<html><title>Acme SSO</title></html>", LoginPage, "Acme SSO"),
        (HTML, "<html><title>Anmelden</title><input type='password'></html>", LoginPage, "Anmelden"),
        // What was sent and comes back.
        (JSON, r#"{"message":"Failed: https://u:s3cr3t@h/x"}"#, Server, "Failed: https://h/x"),
        (
            JSON,
            r#"{"message":{"url":["is blocked: https://u:s3cr3t@h/x"]}}"#,
            Server,
            "url: is blocked: https://h/x",
        ),
        (TEXT, "bad token glpat-abcdefghijklmnopqrst", Proxy, "bad token"),
        (HTML, "<html><title>Blocked https://u:s3cr3t@h/x</title></html>", Proxy, "Blocked https://h/x"),
        // GitLab.
        (JSON, r#"{"message":"401 Unauthorized"}"#, Server, ""),
        (JSON, r#"{"message":"403 Forbidden"}"#, Server, ""),
        (
            JSON,
            r#"{"message":"403 Forbidden - Your account has been blocked"}"#,
            Server,
            "Your account has been blocked",
        ),
        (JSON, r#"{"message":"404 Project Not Found"}"#, Server, "Project Not Found"),
        (JSON, r#"{"message":"400 Bad request"}"#, Server, ""),
        (
            JSON,
            r#"{"message":"400 Bad request - Note {:note=>[\"is too long\"]}"}"#,
            Server,
            "Note {:note=>[\"is too long\"]}",
        ),
        (JSON, r#"{"message":"409 Conflict: Resource lock"}"#, Server, "Conflict: Resource lock"),
        (JSON, r#"{"message":"500 Internal Server Error"}"#, Server, ""),
        (
            JSON,
            r#"{"error":"invalid_token","error_description":"Token is expired. You can either do re-authorization or token refresh."}"#,
            Server,
            "Token is expired. You can either do re-authorization or token refresh.",
        ),
        (
            JSON,
            r#"{"error":"invalid_token","error_description":"Token was revoked."}"#,
            Server,
            "Token was revoked.",
        ),
        (
            JSON,
            r#"{"error":"dpop_error","error_description":"DPoP header is missing"}"#,
            Server,
            "DPoP header is missing",
        ),
        (
            JSON,
            r#"{"error":"insufficient_granular_scope","error_description":"Your token lacks the permission [update_integration] for the project."}"#,
            Server,
            "Your token lacks the permission [update_integration] for the project.",
        ),
        (
            JSON,
            r#"{"error":"insufficient_scope","error_description":"","scope":"api"}"#,
            Server,
            "insufficient_scope",
        ),
        (
            JSON,
            r#"{"error":"url is missing, password is missing"}"#,
            Server,
            "url is missing, password is missing",
        ),
        (
            JSON,
            r#"{"message":{"webhook":["is blocked","is too long"],"base":["Not allowed"]}}"#,
            Server,
            "webhook: is blocked. webhook: is too long. Not allowed",
        ),
        (JSON, r#"{"message":["One","Two"]}"#, Server, "One. Two"),
        (
            JSON,
            r#"{"message":"Failed to update integration. {:url=>[\"is blocked\"]}"}"#,
            Server,
            "Failed to update integration. {:url=>[\"is blocked\"]}",
        ),
        (JSON, r#""Only text""#, Server, "Only text"),
        (TEXT, "Retry later\n", Server, "Retry later"),
        (JSON, "", Server, ""),
        // Jira and Git Integration for Jira.
        (
            JSON,
            r#"{"errorMessages":["You are not authenticated.","Sign in."],"errors":{}}"#,
            Server,
            "You are not authenticated. Sign in.",
        ),
        (
            JSON,
            r#"{"errorMessages":[],"errors":{"origin":"is wrong","pat":"is missing"}}"#,
            Server,
            "origin: is wrong. pat: is missing",
        ),
        (
            JSON,
            r#"{"message":"Client must be authenticated to access this resource.","status-code":401}"#,
            Server,
            "Client must be authenticated to access this resource.",
        ),
        (
            JSON,
            r#"{"success":false,"error":"Repository with id=4 does not exist","advice":"Check the id."}"#,
            Server,
            "Repository with id=4 does not exist. Check the id.",
        ),
        (JSON, r#"{"error":"Failed","message":"Failed"}"#, Server, "Failed"),
        (JSON, r#"{"errors":[{"message":"First"},{"message":"Second"}]}"#, Server, "First. Second"),
        (TEXT, "XSRF check failed", Server, "XSRF check failed"),
        (
            "application/xml",
            "<?xml version=\"1.0\"?><status><status-code>403</status-code><message>Not allowed here</message></status>",
            Server,
            "Not allowed here",
        ),
        (
            HTML,
            "<html><head><title>Unauthorized (401)</title></head><body><h1>Basic Authentication Failure - Reason : AUTHENTICATION_DENIED</h1></body></html>",
            Server,
            "Unauthorized (401)",
        ),
        // Proxies, firewalls, load balancers.
        (
            HTML,
            "<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n<hr><center>nginx/1.25.3</center></body></html>",
            Proxy,
            "",
        ),
        (
            HTML,
            "<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head></html>",
            Proxy,
            "The plain HTTP request was sent to HTTPS port",
        ),
        (
            HTML,
            "<html><head><title>413 Request Entity Too Large</title></head></html>",
            Proxy,
            "Request Entity Too Large",
        ),
        (
            HTML,
            "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>",
            Proxy,
            "",
        ),
        (
            HTML,
            "<html><head><title>GitLab is not responding (502)</title></head><body><h1>502</h1></body></html>",
            Proxy,
            "GitLab is not responding (502)",
        ),
        (
            HTML,
            "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 123</body></html>",
            Proxy,
            "Request Rejected",
        ),
        (
            HTML,
            "<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>Reference&#32;&#35;18",
            Proxy,
            "Access Denied",
        ),
        (HTML, "<!DOCTYPE html><body><p>Blocked by <b>policy</b></p>", Proxy, "Blocked by policy"),
        ("", "<html><body>Attention Required</body></html>", Proxy, "Attention Required"),
        (
            TEXT,
            "upstream connect error or disconnect/reset before headers",
            Proxy,
            "upstream connect error or disconnect/reset before headers",
        ),
        (TEXT, "RBAC: access denied", Proxy, "RBAC: access denied"),
        (TEXT, "default backend - 404", Proxy, "default backend - 404"),
        (TEXT, "error code: 1020", Proxy, "error code: 1020"),
        // Login pages.
        (
            HTML,
            "<html><head><title>Sign in · GitLab</title></head><body><form><input type=\"password\"></form></body></html>",
            LoginPage,
            "Sign in · GitLab",
        ),
        (
            HTML,
            "<html><head><title>Log in - Company Jira</title></head><body></body></html>",
            LoginPage,
            "Log in - Company Jira",
        ),
        (
            HTML,
            "<html><body onload='document.forms[0].submit()'><form action='https://sso.example.com'><input name=\"SAMLRequest\"></form></body></html>",
            LoginPage,
            "",
        ),
        (HTML, "<title>Single Sign-On</title>", LoginPage, "Single Sign-On"),
    ];
    for (content_type, text, speaker, words) in cases {
        let reason = read(content_type, text);
        assert_eq!((reason.speaker, reason.words.as_str()), (*speaker, *words), "{text}");
    }
}

#[test]
fn what_is_odd_stays_short_and_does_not_fail() {
    let deep = format!("{}{}", "[".repeat(5_000), "]".repeat(5_000));
    let cut = "<html><title>Ä".to_owned();
    for text in [
        deep,
        "x".repeat(2_000_000),
        "<".repeat(10_000),
        cut,
        "<style".to_owned(),
        "</style\u{1F600}".to_owned(),
    ] {
        assert!(read("text/html", &text).words.chars().count() <= 301, "{}", &text[..4]);
        assert!(read(JSON, &text).words.chars().count() <= 301);
    }
}
