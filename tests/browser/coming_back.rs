//! Every page that lists something is where it was left: the same search, the same place, and the focus on the link that one
//! came by, whether one goes back by the browser or by the link above the heading.

use crate::list::lists;
use patchbay_tests::sentences;
use patchbay_tests::{GitLab, Page, Server, keys};
use serde_json::{Value, json};

/// Of the links in rows and lists that are in view, the one nearest to this part of the height; it is followed by script:
/// WebDriver would scroll it into view.
const FOLLOW: &str = "
    const far = (one) => Math.abs(one.getBoundingClientRect().top - innerHeight * arguments[0]);
    const isSeen = (one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return one.contains(tree.elementFromPoint(left + width / 2, top + height / 2));
    };
    const links = [...tree.querySelectorAll('main :is(tbody th, li) a')]
      .filter((one) => one.hash.split('/').length > 2 && !one.hash.includes('?') && isSeen(one));
    const link = links.sort((one, other) => far(one) - far(other))[0];
    link.click();
    return [link.getAttribute('href'), scrollY];";

/// Each page with a list of links, how far it is scrolled, and the link above the heading of a page that is listed there.
pub(crate) fn pages(server: &Server) -> Vec<Listed> {
    let gitlab = |page: &str| server.at_gitlab(page).replace("/?", "?");
    let jira = |page: &str| page.to_owned();
    let of_integration = Some("← Repositories of platform-core");
    let to_list = Some(sentences::BACK_TO_GIT_INTEGRATIONS);
    let to_projects = Some(sentences::BACK_TO_GITLAB_PROJECTS);
    vec![
        (jira("/integrations?q=e&sort=-name"), 2_000, to_list),
        (jira("/integrations?status=enabled&indexed=fresh"), 900, to_list),
        (jira("/integrations?q=a&cols=smartCommitsEnabled,apiFilter"), 1_700, to_list),
        (jira("/integrations/1/repositories"), 6_001, of_integration),
        (jira("/integrations/1/repositories?q=a&sort=-name"), 2_500, of_integration),
        (jira("/integrations/1/repositories?status=enabled"), 0, of_integration),
        (jira("/health"), 400, Some("← Health")),
        (jira("/integrations/new"), 40, Some("← Choose another type")),
        (gitlab("fleet?mine=all"), 2_500, Some(sentences::BACK_TO_THE_TABLE)),
        (gitlab("fleet?mine=all&q=a&sort=-count"), 700, Some(sentences::BACK_TO_THE_TABLE)),
        (gitlab("fleet/jira?mine=all"), 800, Some(sentences::BACK_TO_THE_TABLE)),
        (gitlab("101"), 900, Some("← shop/web/website")),
        (gitlab("101?q=e"), 500, Some("← shop/web/website")),
        (gitlab("101?category=Chat"), 100, Some("← shop/web/website")),
        (server.at_gitlab("").trim_end_matches('/').to_owned(), 500, to_projects),
        (gitlab("?q=a"), 300, to_projects),
        (gitlab("?page=2"), 200, to_projects),
        (gitlab("groups"), 30, Some(sentences::BACK_TO_GITLAB_GROUPS)),
    ]
}

/// What a page has once nothing moves any more: the address that the focus leads to, and how far it is scrolled.
#[track_caller]
pub(crate) fn place(page: &Page<'_>) -> Value {
    page.settles();
    page.run(
        "return [(tree.activeElement ?? document.activeElement).getAttribute('href'), scrollY]",
        Vec::new(),
    )
}

/// Answers come late, and not in the order in which they were asked for.
const SLOW: &str = "
    const soon = window.fetch.bind(window);
    let asked = 0;
    window.fetch = (...given) => {
      asked += 1;
      return new Promise((go) => setTimeout(go, (asked * 70) % 320)).then(() => soon(...given));
    };";

/// Shows the page this wide and this high.
#[track_caller]
pub(crate) fn show_at(page: &Page<'_>, (width, height): (u32, u32)) {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    page.devtools("Emulation.setDeviceMetricsOverride", &metrics);
    page.becomes("that wide", || page.run("return innerWidth", Vec::new()) == width);
}

/// Goes to a page and scrolls it, as far as it is that long.
#[track_caller]
pub(crate) fn scroll(page: &Page<'_>, address: &str, y: u32) {
    page.go(address);
    if address.contains("/fleet") {
        page.button(sentences::READ_ALL_AGAIN).appears();
    }
    page.role("heading").named_like("").within(page.role("main"));
    page.settles();
    page.run("scrollTo(0, arguments[0])", vec![json!(y)]);
    page.settles();
    let place = "return [scrollY, document.documentElement.scrollHeight - innerHeight]";
    let place = page.run(place, Vec::new());
    assert!(place[0] == y || place[0] == place[1], "{address}: scrolled to {y}, it is at {place}");
}

/// Follows the link nearest to this part of the height; gives where it leads, and how far the page was scrolled.
#[track_caller]
pub(crate) fn follow(page: &Page<'_>, address: &str, part: f64) -> Value {
    let left = page.run(FOLLOW, vec![json!(part)]);
    let title = "return tree.querySelector('h1') === tree.activeElement";
    page.becomes(&format!("another page than {address}"), || {
        !page.address().ends_with(address) && page.run(title, Vec::new()) == true
    });
    left
}

/// A page, how far it is scrolled, and the link that leads back to it.
pub(crate) type Listed = (String, u32, Option<&'static str>);

/// Goes to each page, follows links and comes back, by the browser and by the link; gives those that are elsewhere then.
#[track_caller]
fn elsewhere(page: &Page<'_>, pages: &[Listed], parts: &[f64]) -> Vec<String> {
    let mut elsewhere = Vec::new();
    for (address, y, back) in pages {
        for part in parts {
            scroll(page, address, *y);
            for by_link in [false, true] {
                let left = follow(page, address, *part);
                match back.filter(|_| by_link) {
                    Some(back) => drop(page.link(back).press(keys::Enter)),
                    None => page.back(),
                }
                page.is_at(address);
                let place = place(page);
                if place != left {
                    let way = if by_link { "the link" } else { "Back" };
                    elsewhere.push(format!("{address}, {part}: left at {left}, by {way} at {place}"));
                }
            }
        }
    }
    elsewhere
}

pub(crate) fn many() -> Server {
    Server::new().demo(200).projects(120).repositories(400).gitlab(GitLab::V19_5).start()
}

#[test]
fn every_list_is_where_it_was_left() {
    let server = many();
    let page = server.open("/connection");
    show_at(&page, (1_000, 600));
    let elsewhere = elsewhere(&page, &pages(&server), &[0.3, 0.8]);
    assert!(elsewhere.is_empty(), "{}", elsewhere.join("\n"));
}

/// Where rows are higher and what they say comes late.
#[test]
fn so_is_every_list_on_a_phone_with_a_slow_network() {
    let server = many();
    let page = server.open("/connection");
    page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": SLOW }));
    page.visit("about:blank");
    let pages = pages(&server);
    for (size, part, every) in [((390, 844), 0.8, 0), ((320, 568), 0.4, 1), ((844, 390), 0.6, 2)] {
        page.go("/connection");
        show_at(&page, size);
        let some: Vec<Listed> = pages.iter().skip(every).step_by(3).chain(&pages[2..4]).cloned().collect();
        let elsewhere = elsewhere(&page, &some, &[part]);
        assert!(elsewhere.is_empty(), "{size:?}: {}", elsewhere.join("\n"));
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
    page.reload();
    page.link("← Health").appears();
    page.visit("about:blank");
    page.go(&format!("/integrations/{href}"));
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
