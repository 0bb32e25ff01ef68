//! The list of integrations is where it was left: the same search, the same place, and the focus on the link that one
//! came by, whether one goes back by the browser or by the link above the heading.

use crate::list::lists;
use patchbay_tests::sentences;
use patchbay_tests::{GitLab, Page, Server, keys};
use serde_json::{Value, json};

/// Of the links in rows and lists that are in view, the one nearest to this part of the height; it is followed by script:
/// WebDriver would scroll it into view.
const FOLLOW: &str = "
    const far = (one) => Math.abs(one.getBoundingClientRect().top - innerHeight * arguments[0]);
    const links = [...tree.querySelectorAll('main :is(tbody th, li) a')]
      .filter((one) => one.hash.split('/').length > 2 && !one.hash.includes('?'));
    const link = links.sort((one, other) => far(one) - far(other))[0];
    link.click();
    return [link.getAttribute('href'), scrollY];";

/// Pages, and how far each is scrolled.
const PAGES: [(&str, u32); 2] =
    [("/integrations?q=e&sort=-name", 2_000), ("/integrations?status=enabled&indexed=fresh", 900)];

/// Waits until a page is where it was left, with the focus on the link to `href`.
#[track_caller]
fn is_as_left(page: &Page<'_>, address: &str, y: &Value, href: &Value, way: &str) {
    page.is_at(address);
    let looks = "
        const has = tree.activeElement ?? document.activeElement;
        return [has.getAttribute('href'), scrollY]";
    page.becomes(&format!("{address} as it was left at {y}, with the focus on {href}, by {way}"), || {
        page.run(looks, Vec::new()) == json!([href, y])
    });
}

#[test]
fn the_list_is_where_it_was_left() {
    let server = Server::new().demo(200).start();
    let page = server.open("/connection");
    for (address, y) in PAGES {
        for part in [0.3, 0.8] {
            page.go(address);
            page.role("heading").named_like("").within(page.role("main"));
            let is_read = "return !tree.querySelector('main [aria-busy=true]')";
            page.becomes(&format!("{address} to be read"), || page.run(is_read, Vec::new()) == true);
            // What it lists may need a moment to be as high as that.
            let scroll = "scrollTo(0, arguments[0]); return scrollY";
            page.becomes(&format!("{address} scrolled"), || page.run(scroll, vec![json!(y)]) == y);
            for by_link in [false, true] {
                let left = page.run(FOLLOW, vec![json!(part)]);
                let title = "return tree.querySelector('h1') === tree.activeElement";
                page.becomes(&format!("another page than {address}"), || {
                    !page.address().ends_with(address) && page.run(title, Vec::new()) == true
                });
                if by_link {
                    page.link(sentences::BACK_TO_GIT_INTEGRATIONS).press(keys::Enter);
                } else {
                    page.back();
                }
                let way = if by_link { "the link" } else { "Back" };
                is_as_left(&page, address, &left[1], &left[0], way);
            }
        }
    }
}

/// What the list does not have any more leads back to the rest of it.
#[test]
fn removing_leads_back_to_the_list_as_it_was_left() {
    let server = Server::demo();
    let page = server.open("/integrations?status=enabled&sort=-name");
    page.link("mobile").click();
    page.heading("mobile").has_focus();
    page.button("Remove…").click();
    page.field("Type mobile to confirm").fill("mobile");
    page.button(sentences::REMOVE_INTEGRATION).click();
    page.role("status").shows("mobile was removed.");
    page.is_at("/integrations?status=enabled&sort=-name");
    // A plan that is closed leads there as well.
    page.role("checkbox").named("Select payments").click();
    page.link("Disable").click();
    page.button("Discard plan").click();
    page.is_at("/integrations?status=enabled&sort=-name");
}

/// The way back leads to the list that was looked at last, also when other pages were opened in between.
#[test]
fn the_last_list_is_the_one_that_one_came_from() {
    let server = Server::new().demo(25).projects(60).gitlab(GitLab::V19_5).start();
    let page = server.open("/health");
    page.role("link").named_like("").within(page.role("main"));
    let id = |href: Value| href.as_str().unwrap().replace("#/integrations/", "");
    let href = id(page.run(FOLLOW, vec![json!(0.5)])[0].clone());
    page.link("← Health").appears();
    page.go(&format!("/integrations/{href}"));
    page.reload();
    page.link(sentences::BACK_TO_GIT_INTEGRATIONS).appears().without(&page.link("← Health"));
    // From Health to an integration, then to the list, then to an integration.
    page.run("location.hash = '/health'", Vec::new());
    page.heading(sentences::HEALTH).appears();
    page.run("location.hash = '/integrations'", Vec::new());
    lists(&page, 25);
    page.link("mobile").click();
    page.heading("mobile").appears().without(&page.link("← Health"));
    // From a table to a project, on to one of its integrations, and both ways up.
    page.go(&server.at_gitlab("fleet?mine=all&q=website"));
    page.button(sentences::READ_ALL_AGAIN).appears();
    page.link("Website").click();
    page.link("Slack notifications").click();
    page.heading("Slack notifications").appears().without(&page.link(sentences::BACK_TO_THE_TABLE));
    page.link("← shop/web/website").click();
    page.link("Slack notifications").has_focus();
    page.link(sentences::BACK_TO_THE_TABLE).click();
    page.is_at(&server.at_gitlab("fleet?mine=all&q=website"));
    page.link("Website").has_focus();
}
