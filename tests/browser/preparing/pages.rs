//! What the three pages have in common: nothing chosen, a small screen, a list that cannot be read.

use super::choose;
use patchbay_tests::sentences;
use patchbay_tests::{Fault, Scheme, Server, Width};
use serde_json::json;

const PAGES: [(&str, &str); 3] = [
    ("/integrations/plan/change", sentences::CHANGE_SETTINGS),
    ("/integrations/plan/projects", sentences::ASSOCIATE_WITH_PROJECTS),
    ("/integrations/plan/credentials", sentences::REPLACE_CREDENTIALS),
];

#[test]
fn without_a_choice_they_lead_to_the_list() {
    let server = Server::demo();
    for (route, title) in PAGES {
        let page = server.open(route);
        page.heading(title).appears();
        page.heading(sentences::NO_INTEGRATION_IS_CHOSEN).appears();
        page.link(sentences::GO_TO_THE_LIST).click();
        page.is_at("/integrations");
    }
}

#[test]
fn they_fit_a_phone_and_have_no_barrier() {
    let server = Server::demo();
    let names = ["platform-core", "mobile", "firmware", "warehouse-classic", "device-cloud", "/jira/repos/*"];
    let page = choose(&server, &names, "/integrations");
    for (route, title) in PAGES {
        page.go(route);
        page.heading(title).appears();
        page.show_at(Width::Narrow);
        page.fits_sideways();
        for scheme in [Scheme::Light, Scheme::Dark] {
            page.show_in(scheme);
            page.is_accessible(title);
        }
        page.show_at(Width::Wide);
    }
}

#[test]
fn a_list_that_cannot_be_read_is_told_and_read_again() {
    let server = Server::demo();
    for (route, title) in PAGES {
        let page = choose(&server, &["platform-core"], "/integrations");
        server
            .disturb("GET /rest/gitplugin/1.0/integration", Fault::Answer(500, json!({ "message": "oops" })));
        page.go(route);
        page.alert("Jira had an internal error").appears();
        server.heal();
        page.button(sentences::TRY_AGAIN).click();
        page.heading(title).appears();
        page.button(sentences::SHOW_THE_PLAN).appears();
        page.complains_of(&["500"]);
    }
}
