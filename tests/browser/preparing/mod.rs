//! Plans that begin with a form: settings, projects and credentials of the integrations that are chosen in the list.

mod change;
mod costly;
mod credentials;
mod pages;
mod projects;

use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::{Value, json};

/// Chooses these in the list, then opens a page about them.
#[track_caller]
fn choose<'s>(server: &'s Server, names: &[&str], route: &str) -> Page<'s> {
    let page = server.open("/integrations");
    for name in names {
        page.role("checkbox").named(&format!("Select {name}")).click();
    }
    page.go(route);
    page
}

/// Chooses an option of a list that opens. By script, because what is typed into one is taken together for a second.
#[track_caller]
fn select(page: &Page<'_>, list: &str, option: &str) {
    let id = page.role("combobox").named(list).attribute("id").unwrap();
    let script = "
        const list = tree.querySelector(`[id='${arguments[0]}']`);
        list.value = [...list.options].find((one) => one.label === arguments[1]).value;
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(script, vec![json!(id), json!(option)]);
}

/// Adds a setting on the page that changes settings.
#[track_caller]
fn add(page: &Page<'_>, setting: &str) {
    select(page, sentences::SETTING_TO_CHANGE, setting);
    page.button(sentences::ADD_SETTING).click();
    page.role("region").named(setting).appears();
}

/// What is done with a setting.
#[track_caller]
fn what(page: &Page<'_>, setting: &str, what: &str) {
    select(page, &format!("What to do with {setting}"), what);
}

/// The button to the plan cannot be used, and says why.
#[track_caller]
fn refuses(page: &Page<'_>, reason: &str) {
    let show = page.button(sentences::SHOW_THE_PLAN);
    show.has("aria-disabled", "true");
    let id = show.attribute("aria-describedby").unwrap();
    let said = page.run("return tree.querySelector(`#${arguments[0]}`).textContent", vec![json!(id)]);
    assert_eq!(said, reason);
}

/// The bodies of the requests that change settings, by the number of the integration, in their order.
fn patches(server: &Server) -> Vec<(i64, Value)> {
    let number = |line: &str| line.strip_prefix("PUT /rest/gitplugin/1.0/integration/")?.parse().ok();
    let writes = server.writes().into_iter();
    writes.map(|(line, body)| (number(&line).unwrap(), body)).collect()
}
