//! Mail about pushes and pipelines: recipients, each list with its own separator, and the choice of branches.

use patchbay_model::gitlab::find;
use patchbay_model::text::recipients::{joined_addresses, not_an_address, too_many};
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};

use super::form::{only_put, open_form, saved, set_up};

#[track_caller]
fn open<'s>(server: &'s Server, slug: &str) -> Page<'s> {
    let page = server.open("/gitlab");
    open_form(&page, server, find(slug).unwrap());
    page
}

#[test]
fn recipients_on_push_are_joined_by_blanks() {
    let server = Server::demo();
    let page = open(&server, "emails-on-push");
    page.field("Recipients").holds("shop@example.com\nwebsite@example.com");
    page.role("radio").named("Protected branches").appears();
    page.field("Recipients").fill("ann@test.example bob@test.example");
    page.role("radio").named("All branches").click();
    server.forget();
    saved(&page, "Emails on push");
    let sent = only_put(&server, "emails-on-push");
    assert_eq!(sent["recipients"], "ann@test.example bob@test.example");
    assert_eq!(sent["branches_to_be_notified"], "all");
    assert_eq!((&sent["disable_diffs"], &sent["push_events"]), (&true.into(), &true.into()));
}

#[test]
fn commas_between_recipients_on_push_are_a_mistake() {
    let server = Server::new().start();
    let page = open(&server, "emails-on-push");
    for (text, sentence) in [
        ("ann@test.example,bob@test.example", joined_addresses("ann@test.example,bob@test.example")),
        ("ann", not_an_address("ann")),
    ] {
        page.field("Recipients").fill(text);
        page.button(sentences::SET_UP).click();
        page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).shows(&sentence);
    }
    let many: Vec<String> = (0..751).map(|number| format!("p{number}@test.example")).collect();
    let script = "
        const field = document.querySelector('textarea');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    page.run(script, vec![many.join(" ").into()]);
    page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).shows(&too_many(751, 750));
    assert_eq!(server.writes(), []);
}

#[test]
fn recipients_of_pipelines_are_joined_by_commas() {
    let server = Server::new().start();
    let page = open(&server, "pipelines-email");
    page.field("Recipients").fill("ann@test.example, bob@test.example cas@test.example");
    server.forget();
    set_up(&page, "Pipeline status emails");
    let sent = only_put(&server, "pipelines-email");
    assert_eq!(sent["recipients"], "ann@test.example,bob@test.example,cas@test.example");
    assert_eq!(
        (&sent["notify_only_broken_pipelines"], &sent["pipeline_events"]),
        (&true.into(), &true.into())
    );
    page.field("Recipients").holds("ann@test.example\nbob@test.example\ncas@test.example");
}
