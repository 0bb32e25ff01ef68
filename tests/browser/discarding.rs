//! Discard, and how it is taken back; what a secret field counts as; what a button says after it was used.

use patchbay_tests::sentences;
use patchbay_tests::{Page, Server, keys};
use serde_json::json;

const CANARY: &str = "canary-5e1f-s3cret";

/// One change of each kind of field: text, filter, switch, secret, projects.
#[track_caller]
fn change_everything(page: &Page<'_>) {
    page.field("Display name").fill("half typed");
    page.field("JMESPath filter").fill("[?archived]");
    page.switch("Smart commits").click();
    page.button("Replace the personal access token").click();
    page.field("Personal access token").fill(CANARY);
    page.role("searchbox").named(sentences::SEARCH_PROJECTS).fill("IOS");
    page.role("option").named("IOS iOS app").click();
    page.button("Save 5 changes").appears();
}

#[test]
fn what_was_discarded_comes_back() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    let before = page.field("JMESPath filter").value();
    change_everything(&page);
    page.button("Discard").press(keys::Enter);
    page.field("Display name").holds("mobile");
    page.field("JMESPath filter").holds(&before);
    page.button("Replace the personal access token").appears();
    page.keeps_nowhere(CANARY);
    page.shows_nowhere(CANARY);
    page.button(sentences::UNDO_DISCARDING).has_focus().press(keys::Enter);
    page.button("Discard").has_focus();
    page.field("Display name").holds("half typed");
    page.field("JMESPath filter").holds("[?archived]");
    page.switch("Smart commits").has("aria-checked", "false");
    page.field("Personal access token").holds(CANARY);
    page.button("Save 5 changes").click();
    page.role("status").shows("half typed is saved.");
    let (_, body) = server.writes().remove(0);
    assert_eq!((&body["pat"], &body["smartCommitsEnabled"]), (&json!(CANARY), &json!(false)));
    page.keeps_nowhere(CANARY);
}

#[test]
fn what_was_typed_since_stays() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("first");
    page.field("API path").fill("/first");
    page.button("Discard").click();
    page.field("Display name").fill("second");
    page.button(sentences::UNDO_DISCARDING).click().vanishes();
    page.field("Display name").holds("second");
    page.field("API path").holds("/first");
    page.button("Save 2 changes").appears();
}

#[test]
fn nothing_comes_back_after_the_next_save() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("API path").fill("/first");
    page.button("Discard").click();
    let undo = page.button(sentences::UNDO_DISCARDING).appears();
    page.field("Display name").fill("second");
    page.button("Save 1 change").click();
    page.role("status").shows("second is saved.");
    undo.vanishes();
}

#[test]
fn gitlabs_forms_do_the_same() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("101/emails-on-push"));
    let before = page.field("Recipients").value();
    page.field("Recipients").fill("a@test.example");
    page.switch("Omit diffs").click();
    page.button("Discard").click();
    page.field("Recipients").holds(&before);
    page.button(sentences::UNDO_DISCARDING).click();
    page.field("Recipients").holds("a@test.example");
    page.button("Save 2 changes").appears();
}

/// Where the pointer goes for one of them it does not hit the other.
#[test]
fn it_stands_apart_from_save() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("half typed");
    let apart = "
        const [save, discard] = ['[type=submit]', '#discard'].map((one) => tree.querySelector(`.foot ${one}`));
        return discard.getBoundingClientRect().left - save.getBoundingClientRect().right";
    for width in [patchbay_tests::Width::Wide, patchbay_tests::Width::Narrow] {
        page.show_at(width);
        let apart = page.run(apart, Vec::new()).as_f64().unwrap();
        assert!(apart >= 24.0, "{apart} px at {width:?}");
    }
}

/// A secret of each vendor whose field is opened, left, closed, filled in and emptied again.
#[test]
fn replacing_is_a_change_once_something_is_typed() {
    let server = Server::demo();
    let cases = [
        ("/integrations/2".to_owned(), "Personal access token"),
        (server.at_gitlab("101/jenkins"), "Password"),
    ];
    let page = server.open("");
    for (address, label) in cases {
        page.go(&address);
        let replace = format!("Replace the {}", label.to_lowercase());
        page.button(&replace).click();
        page.field(label).has_focus();
        page.button("Save").has("aria-disabled", "true");
        page.press(keys::Tab);
        page.button("Save").has("aria-disabled", "true");
        page.field(label).fill("s3cret");
        page.button("Save 1 change").appears();
        page.field(label).fill("");
        page.button("Save").has("aria-disabled", "true");
        page.field(label).appears();
        page.button(&format!("Keep the stored {}", label.to_lowercase())).click();
        page.button(&replace).has_focus();
    }
    assert_eq!(server.writes(), []);
}

const NOTHING: &str = "Nothing has been changed.";

#[test]
fn after_saving_no_reason_pops_up() {
    let server = Server::demo();
    let page = server.open("");
    for (address, field) in [
        ("/integrations/2".to_owned(), "Display name"),
        (server.at_gitlab("101/emails-on-push"), "Recipients"),
    ] {
        for by_mouse in [true, false] {
            page.go(&address);
            page.field(field).fill(&format!("{by_mouse}@test.example"));
            let save = page.role("button").named_like("Save 1");
            if by_mouse {
                save.click()
            } else {
                save.press(keys::Enter)
            };
            page.role("status").shows("is saved").without_text(NOTHING);
            page.button("Save").has_focus();
            page.passes_time();
            // Who points at it, or comes back to it, is told.
            page.field(field).hover();
            page.button("Save").hover();
            page.sees(NOTHING);
        }
    }
}

/// Every look that a button can have, disabled and under the pointer.
#[test]
fn what_is_disabled_stays_grey_under_the_pointer() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.heading("mobile").appears();
    for class in ["", "primary", "danger", "quiet", "btn", "btn primary", "chip"] {
        let make = "
            tree.querySelector('#probe')?.remove();
            const probe = document.createElement('button');
            Object.assign(probe, { id: 'probe', className: arguments[0], type: 'button', textContent: 'A probe' });
            probe.setAttribute('aria-disabled', 'true');
            tree.querySelector('h1').after(probe)";
        page.run(make, vec![json!(class)]);
        let look = || {
            let script = "
                const { color, backgroundColor, borderColor, cursor } = getComputedStyle(tree.querySelector('#probe'));
                return [color, backgroundColor, borderColor, cursor].join(' | ')";
            page.run(script, Vec::new())
        };
        page.heading("mobile").hover();
        let before = look();
        page.button("A probe").hover();
        let is_hovered = page.run("return tree.querySelector('#probe').matches(':hover')", Vec::new());
        assert_eq!((is_hovered, look()), (json!(true), before), "{class:?}");
    }
}
