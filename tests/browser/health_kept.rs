//! Health draws nothing anew that stays the same.

use crate::health::{REPOSITORIES, concern};
use patchbay_tests::{Fault, Server};
use serde_json::{Value, json};

/// Marks all cards, lines and buttons, so that those that are drawn anew can be told from them.
const MARK: &str = "
    const all = [...tree.querySelectorAll('.concern, .concern li, .concern button')];
    for (const one of all) one.isMarked = true;
    return all.length";
/// How many of them are still there, and how many are not marked.
const MARKED: &str = "
    const all = [...tree.querySelectorAll('.concern, .concern li, .concern button')];
    const marked = all.filter((one) => one.isMarked).length;
    return [marked, all.length - marked]";

fn broken(id: i64) -> Fault {
    Fault::Answer(
        200,
        json!({ "success": true, "repositories": [
            { "id": 900, "displayName": "broken", "trackedFolderId": id, "state": "ERROR" },
        ]}),
    )
}

/// A card, a line and a button that stay the same keep the focus and what was opened in them, whatever is read meanwhile.
#[test]
fn what_stays_the_same_is_not_drawn_anew() {
    let server = Server::new().demo(200).start();
    server.disturb(REPOSITORIES, Fault::Late(Box::new(broken(server.id("mobile")))));
    let page = server.open("/health");
    let late = || concern(&page, "not indexed in 24 h");
    page.role("button").named_like("more").within(late()).click();
    late().appears().without(&page.role("button").named_like("more").within(late()));
    // Those that were asked for follow, and the focus goes there with them.
    let ninth =
        "return tree.activeElement === tree.activeElement.closest('ul').children[8].querySelector('a')";
    page.becomes("at the first of the others", || page.run(ninth, Vec::new()) == true);
    let name = page.run("return tree.activeElement.innerText", Vec::new());
    let name = name.as_str().unwrap();
    let marked = page.run(MARK, Vec::new());
    // Its repositories are read at last: another card comes above them.
    server.heal();
    concern(&page, "with errors in the last indexing").shows("mobile");
    page.link(name).within(late()).has_focus();
    assert_eq!(page.run(MARKED, Vec::new())[0], marked);
    // The same once more, read anew.
    let marked = page.run(MARK, Vec::new());
    server.disturb(REPOSITORIES, broken(server.id("mobile")));
    page.button("Refresh").click();
    page.settles();
    page.button("Refresh").has_focus();
    assert_eq!(page.run(MARKED, Vec::new()), json!([marked, 0]));
    // Others are disabled: their lines go, and no other line is drawn anew.
    let lines = "
        const card = [...tree.querySelectorAll('.concern')].find((one) => one.innerText.includes('not indexed in 24 h'));
        return [...card.querySelectorAll('li a')].map((one) => Number(one.hash.split('/')[2]))";
    let before = page.run(lines, Vec::new());
    let before: Vec<u64> = before.as_array().unwrap().iter().filter_map(Value::as_u64).collect();
    for id in before.iter().step_by(3) {
        server.ask("PUT", &format!("/rest/gitplugin/1.0/repository/{id}/disable?disable=true"), None);
    }
    page.run(MARK, Vec::new());
    let focus = "
        [...tree.querySelectorAll('button')].find((one) => one.innerText === 'Refresh').click();
        tree.querySelector(`.concern a[href='#/integrations/${arguments[0]}']`).focus()";
    page.run(focus, vec![json!(before[10])]);
    page.settles();
    let after = page.run(lines, Vec::new());
    let kept: Vec<u64> = before.iter().enumerate().filter(|(at, _)| at % 3 > 0).map(|(_, id)| *id).collect();
    assert_eq!(after, json!(kept));
    let drawn = "
        const card = [...tree.querySelectorAll('.concern')].find((one) => one.innerText.includes('not indexed in 24 h'));
        return [...card.querySelectorAll('li, button')].filter((one) => !one.isMarked).length";
    assert_eq!(page.run(drawn, Vec::new()), 0);
    let has = page.run("return tree.activeElement.getAttribute('href')", Vec::new());
    assert_eq!(has, json!(format!("#/integrations/{}", before[10])));
}
