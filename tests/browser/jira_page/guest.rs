//! No style gets through the wall of the shadow root, in either direction: by what the browser computes for every
//! element.

use patchbay_tests::{Fault, Page, Scheme, Server};
use serde_json::{Value, json};

use crate::list::lists;

/// Where something is and how big it is follows from what else is on the page. Custom properties do come in, but do
/// nothing by themselves.
const GEOMETRY: &str = "
    const GEOMETRY = /^(width|height|(block|inline)-size|perspective-origin|transform-origin|top|right|bottom|left|inset.*|--.*)$/;
    const styles = (one) => {
      const style = getComputedStyle(one);
      const all = [...style].filter((name) => !GEOMETRY.test(name)).map((name) => `${name}: ${style.getPropertyValue(name)}`);
      return { who: one.outerHTML.slice(0, 120), style: all };
    };";

/// Says which elements look another way, and how.
#[track_caller]
fn look_the_same(before: &Value, after: &Value) {
    let (before, after) = (before.as_array().unwrap(), after.as_array().unwrap());
    assert!(before.len() > 30, "{} elements are hardly a page", before.len());
    let mut differences = Vec::new();
    for (one, other) in before.iter().zip(after) {
        let (style, now) = (one["style"].as_array().unwrap(), other["style"].as_array().unwrap());
        let changed: Vec<_> = style.iter().zip(now).filter(|(before, after)| before != after).collect();
        if !changed.is_empty() {
            differences.push(format!("{} {changed:?}", one["who"]));
        }
    }
    assert!(differences.is_empty(), "{} look different:\n{}", differences.len(), differences.join("\n"));
    assert_eq!(before.len(), after.len());
}

/// The styles of everything of Jira's, and of what Jira might have: an element of every kind, and one with every class
/// that the app's sheet knows.
#[track_caller]
fn of_jira(page: &Page<'_>, classes: &Value) -> Value {
    let script = "
        const host = document.getElementById('patchbay-jira');
        const probes = document.createElement('div');
        for (const tag of ['h1', 'h2', 'h3', 'p', 'a', 'button', 'input', 'select', 'textarea', 'table', 'fieldset', 'ul', 'pre',
          'code', 'details', 'dialog', 'label', 'small', 'hr']) probes.append(document.createElement(tag));
        for (const name of arguments[0]) {
          const probe = document.createElement('div');
          probe.className = name;
          probes.append(probe);
        }
        document.getElementById('main').append(probes);
        const all = [document.documentElement, document.body, ...document.body.querySelectorAll('*')];
        const found = all.filter((one) => !host.contains(one)).map(styles);
        probes.remove();
        return found";
    page.run(&format!("{GEOMETRY}{script}"), vec![classes.clone()])
}

/// Whatever the app brings along, Jira's page is drawn as it was.
#[track_caller]
pub fn jira_keeps_its_looks(server: &Server) {
    let page = server.open("");
    lists(&page, 25);
    let classes = "
        const text = [...tree.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join(' ');
        return [...new Set([...text.matchAll(/\\.([a-z][\\w-]*)/g)].map(([, name]) => name))]";
    let classes = page.run(classes, Vec::new());
    assert!(classes.as_array().is_some_and(|classes| classes.len() > 50), "{classes}");
    let with = of_jira(&page, &classes);
    server.disturb("GET /jira/download/contextbatch/js/atl.admin/batch.js", Fault::Text(String::new()));
    page.never_starts();
    page.reload();
    page.sees("Patchbay is starting.");
    look_the_same(&of_jira(&page, &classes), &with);
}

#[test]
fn jira_looks_as_it_does_without_the_app() {
    jira_keeps_its_looks(&Server::jira());
}

/// The styles of everything of the app's, in 900 px and in the app's own light colours.
#[track_caller]
fn of_the_app(page: &Page<'_>) -> Value {
    let script = "
        const mount = tree.getElementById('patchbay');
        mount.dataset.theme = 'light';
        mount.style.inlineSize = '900px';
        // On a page of its own it is as high as the window, in Jira as high as what is in it.
        mount.style.minBlockSize = '100px';
        return [mount, ...mount.querySelectorAll('*')].map(styles)";
    page.run(&format!("{GEOMETRY}{script}"), Vec::new())
}

/// Whatever Jira's styles say, the app is drawn as on a page of its own.
#[track_caller]
pub fn the_app_keeps_its_looks(jira: &Server, route: &str, ready: impl Fn(&Page<'_>)) {
    // The same configuration as inside.
    let own = Server::new().demo(25).in_jira("/jira").full_page().start();
    let [alone, inside] = [&own, jira].map(|server| {
        let page = server.open(route);
        // What moves is half-way somewhere.
        page.show_in(Scheme::Light);
        ready(&page);
        of_the_app(&page)
    });
    look_the_same(&alone, &inside);
}

#[test]
fn the_list_looks_as_on_a_page_of_its_own() {
    the_app_keeps_its_looks(&Server::jira(), "/integrations", |page| lists(page, 25));
}

#[test]
fn a_form_looks_as_on_a_page_of_its_own() {
    the_app_keeps_its_looks(&Server::jira(), "/integrations/2", |page| {
        page.field("Display name").holds("mobile");
    });
}

#[test]
fn nothing_of_the_app_is_in_jiras_document() {
    let server = Server::jira();
    let page = server.open("/integrations/2");
    page.field("Display name").holds("mobile");
    page.button("Remove…").click();
    page.field("Type mobile to confirm").appears();
    let added = "
        const host = document.getElementById('patchbay-jira');
        const own = [...document.querySelectorAll('link, style, script')].map((one) => one.src || one.href);
        return [own.filter((address) => address.includes('patchbay.jira')).map((address) => address.split('/').at(-1).split('-')[0]),
          [...document.body.children].map((one) => one.id), document.body.className, document.documentElement.lang]";
    assert_eq!(
        page.run(added, Vec::new()),
        json!([["boot"], ["page"], "aui-layout aui-theme-default", "en"])
    );
}
