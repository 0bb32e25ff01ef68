//! In Jira 8 and 9, whose pages are drawn by other versions of AUI: with and without marks of a theme.

use patchbay_tests::{Aui, Page, Scheme, Server, Theme};

use super::colours::is_drawn;
use super::{guest, narrow};
use crate::list::lists;

fn jira(aui: Aui) -> Server {
    Server::new().demo(25).in_jira("/jira").drawn_with(aui).start()
}

/// Without a choice in Jira a system that is dark does not count: Jira's page around is light.
#[track_caller]
fn is_light(page: &Page<'_>, theme: Theme) {
    for system in [Scheme::Dark, Scheme::Light] {
        page.show_in(system);
        page.choose_in_jira(theme);
        is_drawn(page, Scheme::Light, &format!("with {theme:?} in Jira, the system {system:?}"));
        page.is_accessible(&format!("list in a Jira with {theme:?}, the system {system:?}"));
    }
}

#[test]
fn in_jira_8_one_works_in_its_light_page() {
    let server = jira(Aui::V9_1);
    let page = Page::blank(&server);
    page.visit(&format!("{}?theme=unmarked", server.home()));
    lists(&page, 25);
    is_light(&page, Theme::Unmarked);
    page.link("mobile").click();
    page.field("Display name").holds("mobile");
}

#[test]
fn in_jira_9_light_and_the_original_looks_are_light() {
    let server = jira(Aui::V9_13);
    let page = Page::blank(&server);
    page.visit(&format!("{}?theme=original", server.home()));
    lists(&page, 25);
    for theme in [Theme::Original, Theme::Light, Theme::Unmarked] {
        is_light(&page, theme);
    }
    page.link("mobile").click();
    page.field("Display name").holds("mobile");
}

#[test]
fn no_style_gets_through_in_either_direction() {
    for aui in [Aui::V9_1, Aui::V9_13] {
        let server = jira(aui);
        guest::jira_keeps_its_looks(&server);
        server.heal();
        guest::the_app_keeps_its_looks(&server, "/integrations/2", |page| {
            page.field("Display name").holds("mobile");
        });
    }
}

#[test]
fn nothing_is_cut_off_beside_its_menu() {
    narrow::nothing_is_cut_off(&jira(Aui::V9_1), &[1280, 800, 620]);
}
