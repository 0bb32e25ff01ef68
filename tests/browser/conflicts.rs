//! Somebody else changed the integration meanwhile: shown field by field, before anything is overwritten.

use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::json;

const PUT: &str = "PUT /rest/gitplugin/1.0/integration/2";

/// Both change the name; only the other one changes the tag filter. Ends at the open dialog.
#[track_caller]
fn conflicting(server: &Server) -> Page<'_> {
    let page = server.open("/integrations/2");
    page.field("Display name").fill("mine");
    page.field("API path").fill("/api/v4/mine");
    server.change(2, &json!({ "displayName": "theirs", "tagsFilter": "^v.*" }));
    page.button("Save 2 changes").click();
    page.role("dialog").named(sentences::SOMEBODY_ELSE_CHANGED_IT).appears();
    page.heading(sentences::SOMEBODY_ELSE_CHANGED_IT).has_focus();
    assert_eq!(server.writes(), []);
    page
}

#[test]
fn shows_both_and_keeps_mine() {
    let server = Server::demo();
    let page = conflicting(&server);
    let dialog = page.role("dialog").named(sentences::SOMEBODY_ELSE_CHANGED_IT);
    page.role("group")
        .named("Display name")
        .shows("When you opened it: mobile")
        .shows("Theirs: theirs\nYours: mine");
    dialog.shows("Theirs, which stays: ^v.*");
    page.role("radio").named("Yours: mine").click();
    page.button(sentences::SAVE_WHAT_I_CHOSE).click();
    page.role("status").shows("mine is saved.");
    let body = json!({ "displayName": "mine", "apiPath": "/api/v4/mine" });
    assert_eq!(server.writes(), [(PUT.to_owned(), body)]);
    assert_eq!(server.named("mine")["tagsFilter"], "^v.*");
    page.field("Tag filter (show only matching)").holds("^v.*");
}

#[test]
fn takes_theirs_and_keeps_what_only_i_changed() {
    let server = Server::demo();
    let page = conflicting(&server);
    page.role("radio").named("Theirs: theirs").click();
    page.button(sentences::PUT_WHAT_I_CHOSE_INTO_THE_FORM).click();
    page.field("Display name").holds("theirs");
    page.field("Tag filter (show only matching)").holds("^v.*");
    page.field("API path").holds("/api/v4/mine");
    page.heading("theirs").appears();
    assert_eq!(server.writes(), []);
    page.button("Save 1 change").click();
    page.role("status").shows("theirs is saved.");
    assert_eq!(server.writes(), [(PUT.to_owned(), json!({ "apiPath": "/api/v4/mine" }))]);
}

/// Three fields that both changed, all ways to decide them.
#[test]
fn each_field_is_decided_by_itself() {
    let fields = [
        ("Display name", "displayName", "mine", "theirs"),
        ("API path", "apiPath", "/mine", "/theirs"),
        ("Tag filter (show only matching)", "tagsFilter", "mine.*", "theirs.*"),
    ];
    for choice in 0..8_usize {
        let server = Server::demo();
        let page = server.open("/integrations/2");
        let mut theirs = serde_json::Map::new();
        for (label, key, mine, their) in fields {
            page.field(label).fill(mine);
            theirs.insert(key.to_owned(), json!(their));
        }
        server.change(2, &json!(theirs));
        page.button("Save 3 changes").click();
        // Nothing is decided in advance, and nothing is sent until all is.
        let save = page.button(sentences::SAVE_WHAT_I_CHOSE).has("aria-disabled", "true").click();
        page.sees(sentences::DECIDE_EACH_SETTING);
        page.role("radio").are(6);
        let mut sent = serde_json::Map::new();
        for (at, (label, key, mine, their)) in fields.into_iter().enumerate() {
            save.has("aria-disabled", "true");
            let is_mine = choice & (1 << at) != 0;
            let radio = if is_mine { format!("Yours: {mine}") } else { format!("Theirs: {their}") };
            page.role("radio").named(&radio).within(page.role("group").named(label)).click();
            if is_mine {
                sent.insert(key.to_owned(), json!(mine));
            }
        }
        save.click();
        if sent.is_empty() {
            page.role("status").shows("Nothing was sent.");
            assert_eq!(server.writes(), []);
        } else {
            page.role("status").shows("is saved.");
            assert_eq!(server.writes(), [(PUT.to_owned(), json!(sent))], "{choice}");
        }
        for (at, (label, _, mine, their)) in fields.into_iter().enumerate() {
            page.field(label).holds(if choice & (1 << at) != 0 { mine } else { their });
        }
    }
}

#[test]
fn many_are_decided_at_once() {
    for (button, name) in [(sentences::TAKE_ALL_THEIRS, "theirs"), (sentences::KEEP_ALL_MINE, "mine")] {
        let server = Server::demo();
        let page = server.open("/integrations/2");
        page.field("Display name").fill("mine");
        page.field("API path").fill("/mine");
        server.change(2, &json!({ "displayName": "theirs", "apiPath": "/theirs" }));
        page.button("Save 2 changes").click();
        page.button(button).click();
        page.button(sentences::SAVE_WHAT_I_CHOSE).click();
        page.role("status").appears();
        page.field("Display name").holds(name);
        page.field("API path").holds(&format!("/{name}"));
    }
}

/// A word is broken only where a whole line is too short for it.
#[test]
fn words_stay_whole_at_320_pixels() {
    let server = Server::demo();
    let page = conflicting(&server);
    page.show_at(patchbay_tests::Width::Narrow);
    let broken = "
        const dialog = tree.querySelector('dialog[open]');
        const texts = document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
        const broken = [];
        let words = 0;
        while (texts.nextNode()) {
          for (const { 0: word, index } of texts.currentNode.data.matchAll(/[\\w’]+/g)) {
            const range = document.createRange();
            range.setStart(texts.currentNode, index);
            range.setEnd(texts.currentNode, index + word.length);
            words += 1;
            if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
          }
        }
        return words > 40 ? broken : ['there are hardly any words'];";
    assert_eq!(page.run(broken, Vec::new()), json!([]));
}

#[test]
fn goes_back_to_the_form_with_nothing_lost() {
    let server = Server::demo();
    let page = conflicting(&server);
    let dialog = page.role("dialog").named(sentences::SOMEBODY_ELSE_CHANGED_IT).appears();
    page.button(sentences::BACK_TO_THE_FORM).click();
    dialog.vanishes();
    page.button("Save 2 changes").has_focus();
    page.field("Display name").holds("mine");
    assert_eq!(server.writes(), []);
}

#[test]
fn asks_nothing_where_only_they_changed_what_i_did_not() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("mine");
    server.change(2, &json!({ "tagsFilter": "^v.*" }));
    page.button("Save 1 change").click();
    let dialog = page.role("dialog").named(sentences::SOMEBODY_ELSE_CHANGED_IT).appears();
    dialog.shows("Theirs, which stays: ^v.*").without(&page.role("radio"));
    page.button("Keep theirs and save mine").click();
    page.role("status").shows("mine is saved.");
    assert_eq!(server.writes(), [(PUT.to_owned(), json!({ "displayName": "mine" }))]);
    assert_eq!(server.named("mine")["tagsFilter"], "^v.*");
}

/// What a conflict is compared with is what the form saw last, and the dialog says when that was.
#[test]
fn each_conflict_says_since_when() {
    let server = Server::demo();
    let page = conflicting(&server);
    let dialog = page.role("dialog").named(sentences::SOMEBODY_ELSE_CHANGED_IT);
    dialog.shows("no longer as they were when you opened the form");
    page.role("radio").named("Yours: mine").click();
    page.button(sentences::PUT_WHAT_I_CHOSE_INTO_THE_FORM).click();
    // Once decided, twice decided, saved, and changed after each of them.
    for name in ["again", "once more"] {
        let before = server.all().into_iter().find(|one| one["id"] == 2).unwrap();
        server.change(2, &json!({ "displayName": name }));
        page.button("Save 2 changes").click();
        dialog.shows("no longer as they were when you last decided about them");
        page.role("group")
            .named("Display name")
            .shows(&format!("When you last decided: {}", before["displayName"].as_str().unwrap()))
            .shows(&format!("Theirs: {name}\nYours: mine"));
        page.role("radio").named("Yours: mine").click();
        page.button(sentences::PUT_WHAT_I_CHOSE_INTO_THE_FORM).click();
    }
    page.button("Save 2 changes").click();
    page.role("status").shows("mine is saved.");
    page.field("Display name").fill("mine again");
    server.change(2, &json!({ "displayName": "theirs at last" }));
    page.button("Save 1 change").click();
    dialog.shows("no longer as they were when you saved them last");
    page.role("group")
        .named("Display name")
        .shows("After you saved it last: mine")
        .shows("Theirs: theirs at last\nYours: mine again");
    // Going back to the form decides nothing.
    page.button(sentences::BACK_TO_THE_FORM).click();
    page.button("Save 1 change").click();
    dialog.shows("no longer as they were when you saved them last");
}
