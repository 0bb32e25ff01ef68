//! A server that does not answer while something is saved: the page says how long, waits no longer when it is told so, and
//! then says what came of it. Nothing is sent twice by that.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::{Value, json};

/// A form of one of the vendors.
struct Form {
    vendor: &'static str,
    /// What is changed.
    path: &'static str,
    label: &'static str,
    key: &'static str,
    /// What is said when it is saved.
    saved: &'static str,
    open: fn(&Server) -> String,
    now: fn(&Server) -> Value,
}

const TYPED: &str = "typed@with.care";

const FORMS: [Form; 2] = [
    Form {
        vendor: "Jira",
        path: "/rest/gitplugin/1.0/integration/2",
        label: "Display name",
        key: "displayName",
        saved: "typed@with.care is saved.",
        open: |_| "/integrations/2".to_owned(),
        now: |server| {
            let two = server.all().into_iter().find(|one| one["id"] == 2);
            two.unwrap()["displayName"].clone()
        },
    },
    Form {
        vendor: "GitLab",
        path: "/api/v4/projects/101/integrations/emails-on-push",
        label: "Recipients",
        key: "recipients",
        saved: "Emails on push is saved in",
        open: |server| server.at_gitlab("101/emails-on-push"),
        now: |server| server.integration_of(101, "emails-on-push")["properties"]["recipients"].clone(),
    },
];

impl Form {
    fn put(&self) -> String {
        format!("PUT {}", self.path)
    }

    fn get(&self) -> String {
        format!("GET {}", self.path)
    }

    /// What is on the wire about it, in its order.
    fn lines(&self, server: &Server) -> Vec<String> {
        let lines = server.requests().into_iter().map(|request| request.line);
        lines.filter(|line| line.ends_with(self.path)).collect()
    }

    /// Saves what was typed, and waits until the server keeps the page waiting. `held` meets the fault.
    #[track_caller]
    fn hangs<'s>(&self, server: &'s Server, held: &str, fault: Fault) -> Page<'s> {
        let page = server.open(&(self.open)(server));
        page.field(self.label).fill(TYPED);
        server.disturb(held, fault);
        server.forget();
        page.button("Save 1 change").click();
        page.button("Saving…").appears().without(&page.button(sentences::STOP_WAITING));
        page.becomes("the server has it", || server.requests().iter().any(|request| request.line == held));
        page
    }

    /// The same when the server does it, and only its answer does not come.
    #[track_caller]
    fn hangs_though_done<'s>(&self, server: &'s Server) -> Page<'s> {
        let page = self.hangs(server, &self.put(), Fault::Done(Box::new(Fault::Held)));
        page.becomes("the server did it", || (self.now)(server) == TYPED);
        page
    }

    /// Five seconds later.
    #[track_caller]
    fn says_how_long(&self, page: &Page<'_>) {
        page.passes_time();
        page.role("timer").shows(&format!("Waiting for {} for 5 s", self.vendor));
        page.button(sentences::STOP_WAITING).appears();
    }

    #[track_caller]
    fn stops_waiting(&self, page: &Page<'_>) {
        self.says_how_long(page);
        page.button(sentences::STOP_WAITING).click();
    }

    #[track_caller]
    fn says_that_it_was_stopped(&self, page: &Page<'_>, before: &str) {
        page.alert(before).shows(&format!("{before}: you stopped waiting"));
        page.button(sentences::TRY_AGAIN).appears().without(&page.role("timer"));
        page.button("Save 1 change").appears().without(&page.button(sentences::STOP_WAITING));
        page.field(self.label).holds(TYPED);
    }
}

#[test]
fn how_long_it_takes_is_counted_and_said_once() {
    for form in FORMS {
        let server = Server::demo();
        let page = form.hangs(&server, &form.put(), Fault::Held);
        form.says_how_long(&page);
        page.sees(&format!("{} has not answered yet. You can stop waiting.", form.vendor));
        // Not read out each second.
        let said = page.run(
            "window.said = [];
            for (const region of tree.querySelectorAll('[aria-live], [role=status], [role=alert]')) {
              new MutationObserver(() => window.said.push(region.textContent))
                .observe(region, { childList: true, characterData: true, subtree: true });
            }
            return tree.querySelectorAll('[aria-live], [role=status], [role=alert]').length",
            Vec::new(),
        );
        assert!(said.as_u64().unwrap() > 0);
        let stop = page.button(sentences::STOP_WAITING);
        for seconds in 6..9 {
            page.passes_time();
            page.role("timer").shows(&format!("Waiting for {} for {seconds} s", form.vendor));
        }
        assert_eq!(page.run("return window.said", Vec::new()), json!([]));
        stop.appears();
        server.heal();
        page.role("status").shows(form.saved).without(&page.role("timer")).without(&stop);
        assert_eq!(server.writes().len(), 1);
    }
}

#[test]
fn what_the_server_did_all_the_same_is_saved_after_all() {
    for form in FORMS {
        let server = Server::demo();
        let page = form.hangs_though_done(&server);
        form.stops_waiting(&page);
        page.role("status").shows(form.saved).without(&page.role("timer"));
        page.button("Save").has("aria-disabled", "true").without(&page.role("alert"));
        assert_eq!(form.lines(&server), [form.get(), form.put(), form.get()]);
    }
}

#[test]
fn what_the_server_did_not_do_is_not_saved_so_far_and_looked_at_before_it_is_sent_again() {
    for form in FORMS {
        let server = Server::demo();
        let page = form.hangs(&server, &form.put(), Fault::Held);
        form.stops_waiting(&page);
        form.says_that_it_was_stopped(&page, "Not saved so far");
        page.alert("Not saved so far")
            .shows(&format!("There was no answer yet. {} has it as it was before, ", form.vendor))
            .shows(sentences::MAY_STILL_DO_IT);
        assert_eq!(form.lines(&server), [form.get(), form.put(), form.get()]);
        server.heal();
        assert_ne!((form.now)(&server), TYPED, "what was given up is not done");
        server.forget();
        page.button(sentences::TRY_AGAIN).click();
        page.role("status").shows(form.saved);
        let again = form.lines(&server);
        assert_eq!(again[..3], [form.get(), form.get(), form.put()]);
        assert_eq!(server.writes().len(), 1);
        assert_eq!((form.now)(&server), TYPED);
    }
}

#[test]
fn what_the_server_does_later_is_found_and_not_sent_again() {
    for form in FORMS {
        let server = Server::demo();
        let page = form.hangs(&server, &form.put(), Fault::Held);
        form.stops_waiting(&page);
        form.says_that_it_was_stopped(&page, "Not saved so far");
        // Itself, after the person has stopped waiting.
        let body = server.writes()[0].1.clone();
        match form.vendor {
            "Jira" => server.change(2, &json!({ form.key: body[form.key] })),
            _ => server.put_integration(101, "emails-on-push", &body),
        }
        server.heal();
        server.forget();
        page.button("Save 1 change").click();
        page.role("status").shows(form.saved);
        assert_eq!(server.writes(), []);
        page.button("Save").has("aria-disabled", "true");
    }
}

#[test]
fn before_anything_is_sent_nothing_is_sent() {
    for form in FORMS {
        let server = Server::demo();
        let page = form.hangs(&server, &form.get(), Fault::Held);
        form.stops_waiting(&page);
        form.says_that_it_was_stopped(&page, "Not saved");
        page.alert("Not saved").shows(sentences::NOTHING_WAS_SENT_AND_NOTHING_IS_LOST);
        assert_eq!(form.lines(&server), [form.get()]);
        server.heal();
        assert_eq!(form.lines(&server), [form.get()]);
        page.button(sentences::TRY_AGAIN).click();
        page.role("status").shows(form.saved);
        assert_eq!(server.writes().len(), 1);
    }
}

#[test]
fn where_reading_back_hangs_as_well_it_is_not_known_yet() {
    for form in FORMS {
        let server = Server::demo();
        let page = form.hangs_though_done(&server);
        server.disturb(&form.get(), Fault::Held);
        form.stops_waiting(&page);
        // It is another wait.
        page.button("Saving…").appears().without(&page.role("timer"));
        page.becomes("it is being read back", || form.lines(&server).len() == 3);
        form.stops_waiting(&page);
        page.alert("It is not known yet whether it was saved")
            .shows(&format!("You stopped waiting. {} may have saved it anyway.", form.vendor))
            .without(&page.role("timer"));
        server.heal();
        page.button(sentences::READ_IT_BACK).click();
        page.role("status").shows(form.saved);
        assert_eq!(form.lines(&server), [form.get(), form.put(), form.get(), form.get()]);
    }
}

const LIST: &str = "GET /rest/gitplugin/1.0/integration";
const POST: &str = "POST /rest/gitplugin/1.0/integration";

/// Adds one whose request hangs, and stops waiting.
#[track_caller]
fn stops_adding(server: &Server, fault: Fault, is_there: bool) -> Page<'_> {
    let page = server.open("/integrations/new/GITHUB");
    page.field("Display name").fill("new one");
    page.field("Personal access token").fill("t0ken");
    server.disturb(POST, fault);
    server.forget();
    page.button(sentences::ADD_INTEGRATION).click();
    page.becomes("the server has it", || !server.writes().is_empty());
    page.becomes("the server did it", || added(server) == usize::from(is_there));
    page.passes_time();
    page.role("timer").shows("Waiting for Jira for 5 s");
    // What was typed can neither be changed nor thrown away meanwhile.
    let open = page.run("return tree.querySelectorAll('form input:not([inert] *)').length", Vec::new());
    assert_eq!(open, 0);
    page.button(sentences::STOP_WAITING).appears().without(&page.button("Discard"));
    page.button(sentences::STOP_WAITING).click();
    page
}

fn added(server: &Server) -> usize {
    server.all().into_iter().filter(|one| one["displayName"] == "new one").count()
}

#[test]
fn what_was_added_all_the_same_is_found() {
    let server = Server::demo();
    let page = stops_adding(&server, Fault::Done(Box::new(Fault::Held)), true);
    page.heading("new one").appears().has_focus();
    page.role("status").shows("new one was added.");
    assert_eq!((server.writes().len(), added(&server)), (1, 1));
}

#[test]
fn what_is_added_later_is_found_and_not_added_twice() {
    for is_late in [true, false] {
        let server = Server::demo();
        let page = stops_adding(&server, Fault::Held, false);
        page.alert("Not added so far: you stopped waiting")
            .shows("Jira does not list it, ")
            .shows(sentences::MAY_STILL_DO_IT);
        page.field("Personal access token").holds("t0ken");
        page.button("Discard").appears();
        if is_late {
            server.ask("POST", "/rest/gitplugin/1.0/integration", Some(&server.writes()[0].1));
        }
        server.heal();
        server.forget();
        page.button(sentences::TRY_AGAIN).click();
        page.heading("new one").appears();
        page.role("status").shows("new one was added.");
        assert_eq!((server.writes().len(), added(&server)), (usize::from(!is_late), 1));
        assert_eq!(server.rest_lines().first().map(String::as_str), Some(LIST));
    }
}
