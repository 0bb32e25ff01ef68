//! Who may do what: accounts, sessions, the sign-in page, and secure administrator sessions.

use patchbay_sandbox::Options;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::running::{Answer, INTEGRATION, Running};

const PROJECTS: &str = "/rest/api/2/project";

fn every_request(server: &Running, header: Option<(&str, &str)>) -> Vec<(String, u16)> {
    let id = server.add("one");
    let mut requests = vec![
        ("GET", INTEGRATION.to_owned(), None),
        ("POST", INTEGRATION.to_owned(), Some(json!({ "type": "GITHUB", "pat": "t" }))),
        ("GET", format!("{INTEGRATION}/{id}"), None),
        ("PUT", format!("{INTEGRATION}/{id}"), Some(json!({ "displayName": "two" }))),
        ("PUT", format!("/rest/gitplugin/latest/repository/{id}/disable?disable=true"), None),
        ("DELETE", format!("{INTEGRATION}/{id}"), None),
    ];
    let answers = requests.drain(..).map(|(method, path, body)| {
        let mut ask = server.ask_signed_out(method, &path);
        if let Some((name, value)) = header {
            ask = ask.header(name, value);
        }
        if let Some(body) = body {
            ask = ask.json(&body);
        }
        (format!("{method} {path}"), ask.send().status)
    });
    answers.collect()
}

#[test]
fn administrators_may_do_everything() {
    let server = Running::empty();
    // admin:admin
    for value in ["Bearer admin-token", "bearer admin-token", "Basic YWRtaW46YWRtaW4="] {
        for (request, status) in every_request(&server, Some(("Authorization", value))) {
            assert_eq!(status, 200, "{request} with {value}");
        }
    }
}

#[test]
fn others_who_are_signed_in_are_forbidden() {
    let server = Running::empty();
    // user:user
    for value in ["Bearer user-token", "Basic dXNlcjp1c2Vy"] {
        for (request, status) in every_request(&server, Some(("Authorization", value))) {
            assert_eq!(status, 403, "{request} with {value}");
        }
        let answer = server.ask_signed_out("GET", PROJECTS).header("Authorization", value).send();
        assert_eq!(answer.status, 200);
    }
    assert!(server.all().iter().all(|one| one["displayName"] == "one" && one["disabled"] == false));
}

#[test]
fn missing_and_wrong_credentials_are_not_signed_in() {
    let server = Running::empty();
    let headers = [
        None,
        Some(("Authorization", "Bearer guessed")),
        Some(("Authorization", "Bearer ")),
        // admin:wrong
        Some(("Authorization", "Basic YWRtaW46d3Jvbmc=")),
        Some(("Authorization", "Basic !!!")),
        Some(("Authorization", "Negotiate admin-token")),
        Some(("Cookie", "PATCHBAY_JSESSIONID=0000")),
    ];
    for header in headers {
        for (request, status) in every_request(&server, header) {
            assert_eq!(status, 401, "{request} with {header:?}");
        }
        let mut ask = server.ask_signed_out("GET", PROJECTS);
        if let Some((name, value)) = header {
            ask = ask.header(name, value);
        }
        let answer = ask.send();
        assert_eq!(answer.status, 401, "{header:?}");
        let expected =
            json!({ "message": "Client must be authenticated to access this resource.", "status-code": 401 });
        assert_eq!(answer.json(), expected);
        // With "Basic" a browser would open a window of its own over the page.
        assert!(answer.header("www-authenticate").starts_with("OAuth"));
    }
}

fn sign_in(server: &Running, form: &str) -> Answer {
    server.ask_signed_out("POST", "/login.jsp").form(form).send()
}

fn with_cookie(server: &Running, cookie: &str) -> u16 {
    server.ask_signed_out("GET", INTEGRATION).header("Cookie", cookie).send().status
}

#[test]
fn the_sign_in_page_begins_a_session_and_goes_back() {
    let server = Running::empty();
    let page = server.ask_signed_out("GET", "/login.jsp?os_destination=%2F%23%2Fintegrations%2F17").send();
    assert_eq!(page.status, 200);
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert!(page.header("content-security-policy").contains("form-action 'self'"));
    assert!(page.text.contains("<label for=\"os_username\">User name</label>"));
    assert!(page.text.contains("name=\"os_destination\" value=\"/#/integrations/17\""));

    let answer =
        sign_in(&server, "os_username=admin&os_password=admin&os_destination=%2F%23%2Fintegrations%2F17");
    assert_eq!((answer.status, answer.header("location")), (303, "/#/integrations/17"));
    let cookie = answer.header("set-cookie");
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");
    assert_eq!(with_cookie(&server, &answer.cookie().unwrap()), 200);

    let user = sign_in(&server, "os_username=user&os_password=user");
    assert_eq!((user.status, user.header("location")), (303, "/"));
    assert_eq!(with_cookie(&server, &user.cookie().unwrap()), 403);
}

#[test]
fn a_wrong_password_begins_no_session() {
    let server = Running::empty();
    for form in
        ["os_username=admin&os_password=wrong", "os_username=admin", "", "os_username=user&os_password=admin"]
    {
        let answer = sign_in(&server, form);
        assert_eq!(answer.status, 401, "{form}");
        assert!(answer.text.contains("role=\"alert\""), "{form}");
        assert_eq!(answer.cookie(), None, "{form}");
    }
}

#[test]
fn signing_in_never_leads_to_another_site() {
    let server = Running::empty();
    for destination in
        ["https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example", "%2Fa%0D%0AX%3A1"]
    {
        let form = format!("os_username=admin&os_password=admin&os_destination={destination}");
        assert_eq!(sign_in(&server, &form).header("location"), "/", "{destination}");
    }
    let page = server.ask_signed_out("GET", "/login.jsp?os_destination=%2F%22%3E%3Cscript%3E").send();
    assert!(!page.text.contains("<script"), "{}", page.text);
}

#[test]
fn ending_all_sessions_signs_all_people_out() {
    let server = Running::empty();
    let cookie = sign_in(&server, "os_username=admin&os_password=admin").cookie().unwrap();
    assert_eq!(with_cookie(&server, &cookie), 200);
    server.sandbox.end_all_sessions();
    assert_eq!(with_cookie(&server, &cookie), 401);
    assert_eq!(server.get(INTEGRATION).status, 200, "a token has no session that could end");
}

fn page_folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("index.html"), "<!doctype html><title>Patchbay</title>").unwrap();
    folder
}

#[test]
fn automatic_sign_in_gives_the_page_an_administrators_session_once() {
    let folder = page_folder();
    let server =
        Running::with(Options { auto_sign_in: true, dist: Some(folder.path().into()), ..Options::default() });
    let first = server.ask_signed_out("GET", "/").send();
    let cookie = first.cookie().unwrap();
    assert!(first.header("set-cookie").ends_with("; Path=/; HttpOnly; SameSite=Strict"));
    assert_eq!(with_cookie(&server, &cookie), 200);
    let again = server.ask_signed_out("GET", "/").header("Cookie", &format!("theme=dark; {cookie}")).send();
    assert_eq!(again.cookie(), None, "who has a session keeps it");
    server.sandbox.end_all_sessions();
    assert_eq!(with_cookie(&server, &cookie), 401);
    let renewed = server.ask_signed_out("GET", "/").header("Cookie", &cookie).send().cookie().unwrap();
    assert_eq!(with_cookie(&server, &renewed), 200);
}

#[test]
fn without_automatic_sign_in_the_page_gives_no_session() {
    let folder = page_folder();
    let server = Running::with(Options { dist: Some(folder.path().into()), ..Options::default() });
    assert_eq!(server.ask_signed_out("GET", "/").send().cookie(), None);
}

#[test]
fn automatic_sign_in_is_refused_where_others_could_connect() {
    for address in ["0.0.0.0:8080", "192.0.2.1:8080", "[::]:8080"] {
        let options = Options { auto_sign_in: true, listen: address.parse().unwrap(), ..Options::default() };
        let error = patchbay_sandbox::open(options).err().unwrap();
        assert_eq!(
            error.to_string(),
            format!(
                "Automatic sign-in on {address} would make everyone who can reach that address an administrator. Use a \
                 loopback address such as 127.0.0.1, or start without automatic sign-in."
            )
        );
    }
    let options = Options { auto_sign_in: true, listen: "[::1]:0".parse().unwrap(), ..Options::default() };
    assert!(patchbay_sandbox::open(options).is_ok());
}

fn needs_websudo(answer: &Answer) -> bool {
    answer.status == 401
        && answer.json() == json!({ "message": "This resource requires WebSudo.", "status-code": 401 })
}

#[test]
fn a_secure_administrator_session_has_to_be_confirmed() {
    const FORM: &str = "/secure/admin/WebSudoAuthenticate!default.jspa";
    const SUBMIT: &str = "/secure/admin/WebSudoAuthenticate.jspa";
    let server = Running::with(Options { websudo: true, ..Options::default() });
    let cookie = sign_in(&server, "os_username=admin&os_password=admin").cookie().unwrap();
    let ask = |method: &str, path: &str| server.ask_signed_out(method, path).header("Cookie", &cookie);

    assert!(needs_websudo(&ask("GET", INTEGRATION).send()));
    assert_eq!(ask("GET", PROJECTS).send().status, 200, "reading Jira's own resources needs none");
    assert_eq!(server.get(INTEGRATION).status, 200, "a token has no session to confirm");

    let page = ask("GET", &format!("{FORM}?webSudoDestination=%2F%23%2Fintegrations")).send();
    assert!(page.text.contains("name=\"webSudoDestination\" value=\"/#/integrations\""));
    let wrong = ask("POST", SUBMIT).form("webSudoPassword=wrong").send();
    assert_eq!(wrong.status, 401);
    assert!(needs_websudo(&ask("GET", INTEGRATION).send()));

    let passed =
        ask("POST", SUBMIT).form("webSudoPassword=admin&webSudoDestination=%2F%23%2Fintegrations").send();
    assert_eq!((passed.status, passed.header("location")), (303, "/#/integrations"));
    assert_eq!(passed.header("x-atlassian-websudo"), "Has-Authentication");
    assert_eq!(ask("GET", INTEGRATION).send().status, 200);

    server.sandbox.require_websudo(true);
    assert!(needs_websudo(&ask("GET", INTEGRATION).send()), "switching it on asks again");
    server.sandbox.require_websudo(false);
    assert_eq!(ask("GET", INTEGRATION).send().status, 200);
}

#[test]
fn confirming_without_a_session_leads_to_the_sign_in_page() {
    let server = Running::with(Options { websudo: true, ..Options::default() });
    let path = "/secure/admin/WebSudoAuthenticate!default.jspa?webSudoDestination=%2F%23%2Fplan";
    let answer = server.ask_signed_out("GET", path).send();
    assert_eq!((answer.status, answer.header("location")), (303, "/login.jsp?os_destination=%2F%23%2Fplan"));
}

#[test]
fn a_user_is_refused_before_any_confirmation() {
    let server = Running::with(Options { websudo: true, ..Options::default() });
    let cookie = sign_in(&server, "os_username=user&os_password=user").cookie().unwrap();
    let answer = server.ask_signed_out("GET", INTEGRATION).header("Cookie", &cookie).send();
    assert_eq!(answer.status, 403);
    assert_eq!(answer.json()["error"], Value::from("user is not a Jira administrator."));
}

#[test]
fn the_sign_in_page_has_a_second_address_as_on_gitlab() {
    let server = Running::empty();
    let answer = server.ask_signed_out("GET", "/users/sign_in").send();
    assert_eq!((answer.status, answer.header("location")), (303, "/login.jsp"));
}
