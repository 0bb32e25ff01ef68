//! A server that does not answer while something is enabled, disabled or removed: the place says how long, waits no longer
//! when it is told so, and then says what came of it. Nothing is sent twice by that.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};

/// A button or a switch of one of the vendors.
struct Place {
    vendor: &'static str,
    /// What is changed.
    path: &'static str,
    /// The request that changes it.
    write: &'static str,
    /// What is said while it waits, before "Waiting for …".
    doing: &'static str,
    /// Opens its page.
    open: fn(&Server) -> String,
    /// What is pressed, to the last button.
    press: fn(&Page<'_>),
    /// What is said when it is done.
    done: &'static str,
    /// What is said when it is not.
    not_done: &'static str,
    /// What is said when it is not known.
    unknown: &'static str,
    is_done: fn(&Server) -> bool,
}

const MOBILE: &str = "/rest/gitplugin/1.0/integration/2";
const SWITCH: &str = "PUT /rest/gitplugin/1.0/repository/2/disable";
const EMAILS: &str = "/api/v4/projects/101/integrations/emails-on-push";

const SWITCHED_OFF_IN_THE_LIST: Place = Place {
    vendor: "Jira",
    path: MOBILE,
    write: SWITCH,
    doing: "Disabling mobile. ",
    open: |_| "/integrations".to_owned(),
    press: |page| drop(page.switch("Enabled: mobile").click()),
    done: "mobile is disabled.",
    not_done: "mobile is not disabled",
    unknown: "It is not known yet whether mobile is disabled",
    is_done: |server| server.named("mobile")["disabled"] == true,
};

const PLACES: [Place; 4] = [
    SWITCHED_OFF_IN_THE_LIST,
    Place {
        doing: "",
        open: |_| "/integrations/2".to_owned(),
        press: |page| drop(page.button("Disable").click()),
        ..SWITCHED_OFF_IN_THE_LIST
    },
    Place {
        vendor: "Jira",
        path: MOBILE,
        write: "DELETE /rest/gitplugin/1.0/integration/2",
        doing: "",
        open: |_| "/integrations/2".to_owned(),
        press: |page| {
            page.button("Remove…").click();
            page.field("Type mobile to confirm").fill("mobile");
            page.button(sentences::REMOVE_INTEGRATION).click();
        },
        done: "mobile was removed.",
        not_done: "mobile is not removed",
        unknown: "It is not known yet whether mobile was removed",
        is_done: |server| server.all().len() == 24,
    },
    Place {
        vendor: "GitLab",
        path: EMAILS,
        write: "DELETE /api/v4/projects/101/integrations/emails-on-push",
        doing: "",
        open: |server| server.at_gitlab("101"),
        press: |page| {
            page.button("Disable Emails on push…").click();
            page.role("alertdialog").named("Disable Emails on push in shop/web/website?").appears();
            page.button("Disable").click();
        },
        done: "Emails on push is disabled in shop/web/website.",
        not_done: "It is not disabled",
        unknown: "It is not known yet whether it is disabled",
        is_done: |server| server.integration_of(101, "emails-on-push")["active"] == false,
    },
];

impl Place {
    fn get(&self) -> String {
        format!("GET {}", self.path)
    }

    /// What is on the wire about it, in its order, without queries.
    fn lines(&self, server: &Server) -> Vec<String> {
        let lines = server.requests().into_iter().map(|request| request.line);
        let lines = lines.map(|line| line.split('?').next().unwrap_or_default().to_owned());
        lines.filter(|line| *line == self.get() || *line == self.write).collect()
    }

    /// Presses it, and waits until the server keeps the page waiting. `held` meets the fault.
    #[track_caller]
    fn hangs<'s>(&self, server: &'s Server, held: &str, fault: Fault) -> Page<'s> {
        let page = server.open(&(self.open)(server));
        server.disturb(held, fault);
        server.forget();
        (self.press)(&page);
        page.becomes("the server has it", || self.lines(server).last().is_some_and(|line| line == held));
        page
    }

    /// Five seconds later.
    #[track_caller]
    fn stops_waiting(&self, page: &Page<'_>) {
        page.passes_time();
        page.role("timer").shows(&format!("{}Waiting for {} for 5 s", self.doing, self.vendor));
        page.sees(&format!("{} has not answered yet. You can stop waiting.", self.vendor));
        page.button(sentences::STOP_WAITING).click();
    }
}

#[test]
fn what_the_server_did_all_the_same_is_told_as_done() {
    for place in PLACES {
        let server = Server::demo();
        let page = place.hangs(&server, place.write, Fault::Done(Box::new(Fault::Held)));
        page.becomes("the server did it", || (place.is_done)(&server));
        place.stops_waiting(&page);
        page.role("status").shows(place.done).without(&page.role("timer")).without(&page.role("alert"));
        assert_eq!(place.lines(&server)[..3], [place.get(), place.write.to_owned(), place.get()]);
        assert_eq!(server.writes().len(), 1);
    }
}

#[test]
fn what_the_server_did_not_do_is_told_and_read_before_it_is_sent_again() {
    for place in PLACES {
        let server = Server::demo();
        let page = place.hangs(&server, place.write, Fault::Held);
        place.stops_waiting(&page);
        let so_far = format!("{} so far: you stopped waiting", place.not_done);
        page.alert(&so_far)
            .shows(&format!("There was no answer yet. {} has it as it was before, ", place.vendor))
            .shows(sentences::MAY_STILL_DO_IT)
            .without(&page.role("timer"));
        assert_eq!(place.lines(&server), [place.get(), place.write.to_owned(), place.get()]);
        server.heal();
        assert!(!(place.is_done)(&server), "what was given up is not done");
        server.forget();
        page.button(sentences::TRY_AGAIN).click();
        page.role("status").shows(place.done);
        assert_eq!(place.lines(&server)[..2], [place.get(), place.write.to_owned()]);
        assert_eq!(server.writes().len(), 1);
        assert!((place.is_done)(&server));
    }
}

#[test]
fn before_anything_is_sent_nothing_is_sent() {
    for place in PLACES {
        let server = Server::demo();
        let page = place.hangs(&server, &place.get(), Fault::Held);
        place.stops_waiting(&page);
        page.alert(&format!("{}: you stopped waiting", place.not_done))
            .shows(sentences::NOTHING_WAS_SENT)
            .without(&page.role("timer"));
        assert_eq!(place.lines(&server), [place.get()]);
        assert_eq!(server.writes(), []);
        server.heal();
    }
}

#[test]
fn where_reading_back_hangs_as_well_it_is_not_known_yet() {
    for place in PLACES {
        let server = Server::demo();
        let page = place.hangs(&server, place.write, Fault::Done(Box::new(Fault::Held)));
        page.becomes("the server did it", || (place.is_done)(&server));
        server.disturb(&place.get(), Fault::Held);
        place.stops_waiting(&page);
        page.becomes("it is being read back", || place.lines(&server).len() == 3);
        place.stops_waiting(&page);
        page.alert(place.unknown).shows("You stopped waiting").without(&page.role("timer"));
        server.heal();
        page.button(sentences::READ_IT_BACK).click();
        page.role("status").shows(place.done);
        assert_eq!(server.writes().len(), 1);
    }
}

/// Each waits by itself, at the bottom of the window, and the focus goes back to the switch.
#[test]
fn several_switches_are_waited_for_one_by_one() {
    let server = Server::demo();
    let page = server.open("/integrations");
    server.disturb(SWITCH, Fault::Held);
    page.switch("Enabled: mobile").click();
    page.becomes("the server has it", || !server.writes().is_empty());
    page.switch("Enabled: platform-core").click();
    page.role("status").shows("platform-core is disabled.");
    page.switch("Disabled: platform-core").appears().without(&page.role("timer"));
    page.passes_time();
    page.role("timer").shows("Disabling mobile. Waiting for Jira for 5 s");
    page.button(sentences::STOP_WAITING).click();
    page.switch("Enabled: mobile").has_focus();
    page.alert("mobile is not disabled so far").appears();
    server.heal();
}
