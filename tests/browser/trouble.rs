//! Known before anything is lost by it: a server that does not answer, and who may not change anything.

use patchbay_tests::{Fault, Page, Server, sentences};
use serde_json::{Value, json};

const LIST: &str = "GET /rest/gitplugin/1.0/integration";

/// What the bar says of the server: its title, its name for screen readers, and the shape of its dot.
#[track_caller]
fn bar_says(page: &Page<'_>, server: &Server, trouble: &str) {
    page.role("button").named_like(&format!("{}{trouble}", server.place())).appears();
    let script = "
        const [who, dot] = ['.who', '.who .dot'].map((one) => app.querySelector(one));
        const { borderRadius, backgroundColor } = getComputedStyle(dot);
        return [who.title, borderRadius, backgroundColor];";
    let seen = page.run(script, Vec::new());
    let (title, radius) = (seen[0].as_str().unwrap(), seen[1].as_str().unwrap());
    let (is_there, is_round) = (title.ends_with(trouble), radius == "50%");
    let is_fine = ["Ada Administrator", "Olga Owner"].iter().any(|name| trouble.ends_with(name));
    assert!(is_there && is_round == is_fine, "{trouble}: {seen}");
}

#[test]
fn the_dot_in_the_bar_turns_while_a_server_does_not_answer_as_it_should() {
    let server = Server::demo();
    let page = server.open("/integrations");
    let fine = " · Ada Administrator";
    let trouble = |what: &str| format!("{fine} · {what}");
    page.link("mobile").appears();
    bar_says(&page, &server, fine);
    for (fault, what) in [
        (Fault::Cut, trouble("cannot be reached")),
        (Fault::Half, trouble("cannot be reached")),
        (Fault::Answer(502, Value::Null), trouble("cannot be reached")),
        (Fault::Answer(503, json!({})), trouble("cannot be reached")),
        (Fault::Answer(401, json!({})), trouble("asks you to sign in")),
        (Fault::WebSudo, trouble("asks you to sign in")),
        (Fault::Html, trouble("asks you to sign in")),
        (Fault::Redirect("https://sign-on.example/".to_owned()), trouble("asks you to sign in")),
        // It answers.
        (Fault::Answer(403, json!({})), fine.to_owned()),
        (Fault::TooMany(100), fine.to_owned()),
        (Fault::Answer(500, json!({})), fine.to_owned()),
    ] {
        server.disturb(LIST, fault);
        page.button("Refresh").click();
        let alert = page.role("alert").appears();
        bar_says(&page, &server, &what);
        server.heal();
        page.button("Refresh").click();
        alert.vanishes();
        bar_says(&page, &server, fine);
    }
}

/// GitLab’s proof that a change comes from its own page is in a page: the answer is one, and nobody has to sign in.
#[test]
fn a_change_of_a_session_is_no_trouble() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("101/emails-on-push"));
    page.field("Recipients").fill("typed@with.care");
    let put = "PUT /api/v4/projects/101/integrations/emails-on-push";
    server.disturb(put, Fault::Held);
    page.button("Save 1 change").click();
    page.becomes("GitLab has the change", || server.requests().iter().any(|request| request.line == put));
    bar_says(&page, &server, " · Olga Owner");
    server.heal();
}

#[test]
fn nobody_s_session_has_ended_on_a_first_visit() {
    for (route, vendor) in [("/integrations", "Jira"), ("/integrations/2", "Jira"), ("/gitlab", "GitLab")] {
        let server = Server::new().demo(3).signed_out().start();
        let page = server.open(route);
        let alert = page.alert(&format!("Sign in to {vendor}")).shows(sentences::NOBODY_YET);
        alert.without_text("ended");
        page.link(&format!("Sign in to {vendor} (opens a new tab)")).appears();
    }
}

#[test]
fn who_may_not_add_is_told_before_filling_in_the_form() {
    let server = Server::demo();
    let title = "You are not a Jira administrator";
    let permissions = |has: Value| json!({ "permissions": { "ADMINISTER": { "havePermission": has } } });
    for (answer, is_told) in [
        (Fault::Answer(200, permissions(false.into())), true),
        (Fault::Answer(200, permissions(true.into())), false),
        (
            Fault::Answer(
                200,
                json!({ "permissions": {
                    "ADMINISTER": { "havePermission": false }, "SYSTEM_ADMIN": { "havePermission": true },
                } }),
            ),
            false,
        ),
        // Where Jira does not say, nothing is said.
        (Fault::Answer(200, permissions(Value::Null)), false),
        (Fault::Answer(200, json!({})), false),
        (Fault::Answer(404, json!({})), false),
        (Fault::Cut, false),
    ] {
        server.disturb("GET /rest/api/2/mypermissions", answer.clone());
        for (address, field) in [
            ("/integrations/new/GITHUB", "Personal access token"),
            ("/integrations/plan/import", "Or paste its text"),
        ] {
            let page = server.open(address);
            let form = page.field(field).appears();
            match is_told {
                true => drop(page.sees(title)),
                false => drop(form.without_text(title)),
            }
        }
        server.heal();
    }
}

#[test]
fn whose_token_may_only_read_is_told_before_changing_anything() {
    let server = Server::demo();
    let title = "The token may only read";
    server.disturb("GET /config.json", Fault::Answer(200, json!({ "gitlab": { "auth": "token" } })));
    for (answer, is_told) in [
        (Fault::Answer(200, json!({ "scopes": ["read_api"] })), true),
        (Fault::Answer(200, json!({ "scopes": ["read_user", "read_api"] })), true),
        (Fault::Answer(200, json!({ "scopes": ["read_api", "api"] })), false),
        // Before GitLab 15.5, and a token whose rights are finer than scopes.
        (Fault::Answer(200, json!({ "scopes": [] })), false),
        (Fault::Answer(200, json!({})), false),
        (Fault::Answer(404, json!({ "error": "404 Not Found" })), false),
    ] {
        server.disturb("GET /api/v4/personal_access_tokens/self", answer.clone());
        let sign_in = |page: &Page<'_>| {
            page.field(&format!("Personal access token for {}", server.place())).fill("maintainer-token");
            page.button(sentences::SIGN_IN).click();
        };
        let tells = |page: &Page<'_>, field: &str| {
            let form = page.field(field).appears();
            match is_told {
                true => drop(page.sees(title)),
                false => drop(form.without_text(title)),
            }
        };
        for (address, field) in [("101/emails-on-push", "Recipients"), ("plan/import", "Or paste its text")] {
            let page = server.open(&server.at_gitlab(address));
            sign_in(&page);
            tells(&page, field);
        }
        let page = server.open(&server.at_gitlab("fleet?list=101"));
        sign_in(&page);
        page.button(sentences::READ_ALL_AGAIN).appears();
        page.role("checkbox").named_like("Select all").click();
        page.link("Set up…").click();
        page.link("Slack notifications").appears();
        match is_told {
            true => drop(page.sees(title)),
            false => drop(page.role("main").appears().without_text(title)),
        }
        page.link("Slack notifications").click();
        tells(&page, "Webhook");
    }
}
