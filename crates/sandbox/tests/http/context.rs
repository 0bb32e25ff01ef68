//! Below a context path: everything is there, and nothing elsewhere.

use patchbay_sandbox::Options;

use crate::running::{INTEGRATION, Running};

fn below_jira() -> Running {
    Running::with(Options { context_path: "/jira".parse().unwrap(), demo: 3, ..Options::default() })
}

#[test]
fn everything_is_below_it_and_nothing_elsewhere() {
    let server = below_jira();
    assert_eq!(server.get(&format!("/jira{INTEGRATION}")).status, 200);
    for elsewhere in [INTEGRATION, "/", "/jirafe/", "/login.jsp"] {
        let answer = server.get(elsewhere);
        assert_eq!(answer.status, 404, "{elsewhere}");
        assert_eq!(answer.text, "There is nothing at this address. All addresses begin with /jira/.");
    }
}

#[test]
fn answers_name_addresses_below_it() {
    let server = below_jira();
    let base = format!("http://{}/jira", server.address);
    let about = server.get("/jira/rest/api/2/serverInfo").json();
    assert_eq!(about["baseUrl"], base);
    let myself = server.get("/jira/rest/api/2/myself").json();
    assert!(myself["self"].as_str().unwrap().starts_with(&base), "{myself}");
    let projects = server.ask_gitlab("GET", "/jira/api/v4/projects?per_page=1").send();
    assert!(
        projects.header("link").starts_with(&format!("<{base}/api/v4/projects?")),
        "{:?}",
        projects.headers
    );
}

/// The destination is written without the path, as Jira has it.
#[test]
fn signing_in_leads_below_it_and_its_cookie_stays_there() {
    let server = below_jira();
    let form = "os_username=admin&os_password=admin&os_destination=%2Fsecure%2FDashboard.jspa";
    let answer = server.ask_signed_out("POST", "/jira/login.jsp").form(form).send();
    assert_eq!((answer.status, answer.header("location")), (303, "/jira/secure/Dashboard.jspa"));
    assert!(answer.header("set-cookie").ends_with("; Path=/jira; HttpOnly; SameSite=Strict"));
    let page = server.ask_signed_out("GET", "/jira/login.jsp").send();
    assert!(page.text.contains("action=\"login.jsp\""), "{}", page.text);
}

#[test]
fn no_client_can_say_another_one() {
    for server in [below_jira(), Running::empty()] {
        let path = if server.get("/jira/rest/api/2/serverInfo").status == 200 { "/jira" } else { "" };
        let ask = server.ask("GET", &format!("{path}/rest/api/2/serverInfo"));
        let answer = ask.header("X-Forwarded-Prefix", "/evil").send().json();
        assert_eq!(answer["baseUrl"], format!("http://{}{path}", server.address));
    }
}
