//! Light and dark follow Jira, live; a choice of the app's own stands above it.

use patchbay_tests::sentences;
use patchbay_tests::{Page, Scheme, Server, Theme};
use serde_json::json;

use crate::list::lists;

/// Waits until the app is drawn light or dark: its ground, its words, and what has no colour of Jira's.
#[track_caller]
pub fn is_drawn(page: &Page<'_>, expected: Scheme, when: &str) {
    let script = "
        const probe = app.appendChild(document.createElement('i'));
        probe.style.color = 'light-dark(white, black)';
        const own = getComputedStyle(probe).color;
        probe.remove();
        const { backgroundColor, color } = getComputedStyle(app);
        const light = (text) => {
          const [red, green, blue] = text.match(/[\\d.]+/g).map(Number);
          return (red + green + blue) / 3 > 128;
        };
        return [light(backgroundColor), !light(color), light(own)]";
    let light = expected == Scheme::Light;
    let expected_colours = json!([light, light, light]);
    page.becomes(&format!("{expected:?} {when}"), || page.run(script, Vec::new()) == expected_colours);
}

#[test]
fn follow_jiras_theme_while_the_page_is_open() {
    let server = Server::jira();
    let page = server.open("");
    lists(&page, 25);
    for system in [Scheme::Light, Scheme::Dark] {
        page.show_in(system);
        for (theme, expected) in [
            (Theme::Light, Scheme::Light),
            (Theme::Dark, Scheme::Dark),
            (Theme::Auto, system),
            (Theme::Original, Scheme::Light),
            (Theme::Unmarked, Scheme::Light),
        ] {
            page.choose_in_jira(theme);
            is_drawn(&page, expected, &format!("with {theme:?} in Jira, the system {system:?}"));
        }
    }
    page.choose_in_jira(Theme::Auto);
    page.show_in(Scheme::Light);
    is_drawn(&page, Scheme::Light, "after the system changed");
}

#[test]
fn begin_as_jira_is() {
    let server = Server::jira();
    let page = Page::blank(&server);
    page.show_in(Scheme::Light);
    page.visit(&format!("{}?theme=dark", server.home()));
    lists(&page, 25);
    is_drawn(&page, Scheme::Dark, "from the start");
}

#[test]
fn are_jiras_own() {
    let server = Server::jira();
    let page = server.open("");
    lists(&page, 25);
    for theme in [Theme::Light, Theme::Dark] {
        page.choose_in_jira(theme);
        let same = "
            const probe = document.body.appendChild(document.createElement('i'));
            probe.style.color = 'var(--ds-text)';
            const expected = getComputedStyle(probe).color;
            probe.remove();
            return getComputedStyle(app).color === expected";
        page.becomes(&format!("the words to have Jira’s colour, {theme:?}"), || {
            page.run(same, Vec::new()) == true
        });
    }
}

#[test]
fn are_the_persons_own_where_one_chose() {
    let server = Server::jira();
    let page = server.open("");
    lists(&page, 25);
    page.button(sentences::THEME_OF_THE_SYSTEM).click();
    page.button(sentences::THEME_LIGHT).click();
    for theme in [Theme::Light, Theme::Dark, Theme::Original] {
        page.choose_in_jira(theme);
        is_drawn(&page, Scheme::Dark, &format!("with {theme:?} in Jira"));
    }
    page.is_accessible("dark by choice in a Jira of the original looks");
}
