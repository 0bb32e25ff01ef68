//! What a screen reader hears: each thing once, in the order in which it happened.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, GitLab, Page, Server, keys};
use serde_json::{Value, json};

/// Notes from now on what appears in live regions: `+` for an element that is added, else the text.
#[track_caller]
pub(crate) fn listens(page: &Page<'_>) {
    let script = "
        const heard = (window.heard = []);
        const regions = tree.querySelectorAll('[aria-live], [role=status], [role=alert]');
        for (const region of regions) {
          new MutationObserver((changes) => {
            for (const { type, addedNodes, target } of changes) {
              const texts = type === 'characterData' ? [target.data] : [...addedNodes].map((one) => one.textContent);
              heard.push(...texts.map((text) => text.replace(/^[✓◆▲○]|✕$/gu, '').trim()).filter(Boolean));
            }
          }).observe(region, { childList: true, characterData: true, subtree: true });
        }";
    page.run(script, Vec::new());
}

#[track_caller]
pub(crate) fn heard(page: &Page<'_>) -> Vec<String> {
    page.settles();
    let heard = page.run("return window.heard.splice(0)", Vec::new());
    heard.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

#[test]
fn saving_is_said_before_what_came_of_it() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    listens(&page);
    page.field("Display name").fill("mobile apps");
    server.disturb("PUT /rest/gitplugin/1.0/integration/2", Fault::Held);
    page.button("Save 1 change").click();
    page.button("Saving…").appears();
    page.becomes("said", || page.run("return window.heard.length", Vec::new()) == 1);
    assert_eq!(heard(&page), ["Saving…"]);
    server.heal();
    page.role("status").shows("mobile apps is saved.");
    assert_eq!(heard(&page), ["mobile apps is saved."]);
}

/// However quickly the server answers.
#[test]
fn what_is_over_is_not_said_any_more() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.field("Personal access token").fill("t0ken");
    listens(&page);
    page.button(sentences::ADD_INTEGRATION).click();
    page.role("status").shows("was added.");
    let heard = heard(&page);
    let is_news = |text: &String| text.contains("was added");
    let at = heard.iter().position(is_news).unwrap();
    assert!(heard[at + 1..].iter().all(|text| !text.contains('…')), "{heard:?}");
    assert_eq!(heard.iter().filter(|text| is_news(text)).count(), 1, "{heard:?}");
}

#[test]
fn a_second_message_does_not_repeat_the_first() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    listens(&page);
    for (switch, said) in [
        ("Enabled: mobile", "mobile is disabled."),
        ("Enabled: platform-core", "platform-core is disabled."),
        ("Disabled: mobile", "mobile is enabled."),
    ] {
        page.switch(switch).click();
        page.role("status").shows(said);
        assert_eq!(heard(&page), [format!("{said}Undo")]);
    }
    page.button("Dismiss").are(3);
    let first = page.run("return tree.querySelector('.toast [aria-label=Dismiss]')?.click()", Vec::new());
    assert_eq!(first, Value::Null);
    page.button("Dismiss").are(2);
    assert_eq!(heard(&page), [""; 0]);
}

#[test]
fn a_sign_in_without_a_token_says_so() {
    let server = Server::demo();
    for config in
        [json!({ "jira": { "auth": "token" } }), json!({ "jira": [], "gitlab": { "auth": "token" } })]
    {
        server.disturb("GET /config.json", Fault::Answer(200, config));
        let page = server.open("");
        page.role("heading").named_like("Sign in to").appears();
        listens(&page);
        for by_mouse in [true, false] {
            let button = page.button(sentences::SIGN_IN);
            if by_mouse {
                button.click()
            } else {
                button.press(keys::Enter)
            };
            assert_eq!(heard(&page), [sentences::PASTE_A_TOKEN_FIRST]);
            page.role("textbox").named_like("Personal access token").has_focus().has("aria-invalid", "true");
        }
    }
}

#[test]
fn a_choice_of_projects_says_what_it_finds_and_loses() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    let search = page.role("searchbox").named(sentences::SEARCH_PROJECTS).appears();
    listens(&page);
    for (typed, said) in
        [("IOS", "1 project found."), ("nowhere", "0 projects found."), ("mob", "1 project found.")]
    {
        search.fill(typed);
        assert_eq!(heard(&page), [said], "{typed}");
    }
    search.fill("");
    heard(&page);
    let remove = page.run("return tree.querySelector('.chosen .clear').ariaLabel", Vec::new());
    let remove = remove.as_str().unwrap().to_owned();
    page.button(&remove).click();
    let said = heard(&page);
    assert!(
        said[0]
            .starts_with(&format!("{}d. ", remove.replacen("Remove", "", 1).trim().to_owned() + " remove")),
        "{said:?}"
    );
    assert!(said[0].ends_with(" chosen."), "{said:?}");
}

/// A filter and a pattern are tried at each keystroke; what comes of it is one sentence, once nobody types any more.
#[test]
fn a_trial_is_one_sentence() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("JMESPath filter").appears();
    listens(&page);
    for (label, text, part) in [
        ("JMESPath filter", "[?archived]", "Dropped · "),
        ("JMESPath filter", "[?contains(name, 'app')]", "Kept · "),
        ("Tag filter (show only matching)", "v.*", "Shown · "),
        ("Tag filter (show only matching)", "v[0-9]+.*", "Hidden · "),
    ] {
        page.field(label).fill(text);
        let heard = heard(&page);
        assert_eq!(heard.len(), 1, "{text}: {heard:?}");
        assert!(heard[0].contains(part), "{text}: {heard:?}");
    }
}

/// A plan that disables three integrations, of which one waits for its answer.
#[track_caller]
fn a_plan_of_three(server: &Server) -> Page<'_> {
    let page = server.open("/integrations");
    for name in ["mobile", "payments", "platform-core"] {
        page.role("checkbox").named(&format!("Select {name}")).click();
    }
    page.link("Disable").click();
    page.button("Apply to 3").appears();
    server.disturb("PUT /rest/gitplugin/1.0/repository/2/disable", Fault::Held);
    listens(&page);
    page
}

#[test]
fn a_plan_says_that_it_begins_and_that_it_has_ended() {
    let server = Server::new().demo(25).start();
    let page = a_plan_of_three(&server);
    page.button("Apply to 3").click();
    page.sees("2 done · 1 under way");
    assert_eq!(heard(&page), ["The plan has started: 3 steps."]);
    server.heal();
    page.role("status").shows("The plan is done: 3 of 3 done.");
    assert_eq!(heard(&page), ["The plan is done: 3 of 3 done."]);
}

#[test]
fn a_long_plan_says_how_far_it_is() {
    let server = Server::new().demo(25).start();
    let page = a_plan_of_three(&server);
    // Between any two looks at the clock, 20 seconds pass.
    page.run("const now = Date.now; let more = 0; Date.now = () => now() + (more += 20000);", Vec::new());
    page.button("Apply to 3").click();
    page.sees("2 done · 1 under way");
    let heard = heard(&page);
    assert_eq!(heard.last().map(String::as_str), Some("2 of 3 have ended."), "{heard:?}");
    server.heal();
    page.role("status").shows("The plan is done: 3 of 3 done.");
}

#[test]
fn what_is_read_of_many_is_one_sentence_and_so_is_what_is_searched_for() {
    let server = Server::new().demo(25).gitlab(GitLab::V19_5).start();
    let page = server.open(&server.at_gitlab("fleet?group=platform"));
    page.button(sentences::READ_ALL_AGAIN).appears();
    listens(&page);
    page.role("searchbox").named(sentences::SEARCH_THE_FLEET).click();
    page.types("run");
    page.passes_time();
    let found = heard(&page);
    assert!(matches!(&found[..], [one] if one.ends_with(" rows found")), "{found:?}");
    page.role("checkbox").named_like("Select all").click();
    page.link("Set up…").click();
    page.link("Slack notifications").click();
    page.field("Webhook").appears();
    page.passes_time();
    let said: Vec<String> = heard(&page).into_iter().filter(|text| text.contains("read")).collect();
    assert!(matches!(&said[..], [one] if one.starts_with("Settings read: ")), "{said:?}");
}

/// The table behind a plan is read again where something was changed: nobody asked what it reads.
#[test]
fn a_table_that_is_read_again_behind_a_plan_says_nothing() {
    let server = Server::new().gitlab(GitLab::V19_5).start();
    let path = "/projects?membership=true&min_access_level=40&archived=false&per_page=2";
    let list = server.ask_gitlab("GET", path, None);
    let page = server.open(&server.at_gitlab(&format!("fleet?list={},{}", list[0]["id"], list[1]["id"])));
    page.button(sentences::READ_ALL_AGAIN).appears();
    page.role("checkbox").named_like("Select all").click();
    page.link("Set up…").click();
    page.link("Slack notifications").click();
    page.field("Webhook").fill("https://hooks.slack.com/services/T0/B0/canary");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.button("Apply to 2").appears();
    listens(&page);
    page.button("Apply to 2").click();
    page.button("Continue with 1").click();
    page.role("status").shows("The plan is done: 2 of 2 done.");
    let heard = heard(&page);
    assert!(heard.iter().all(|text| !text.contains(" read.")), "{heard:?}");
}

/// A page that is opened says nothing by itself but its heading.
#[test]
fn nothing_is_tried_aloud_unasked() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    listens(&page);
    page.link("mobile").click();
    page.field("JMESPath filter").appears();
    assert_eq!(heard(&page), [""; 0]);
}
