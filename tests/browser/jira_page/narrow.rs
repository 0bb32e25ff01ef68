//! Jira's menu takes its part of the window: the app lays itself out for the room that is left.

use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::{Value, json};

use crate::list::lists;

#[track_caller]
fn show_at(page: &Page<'_>, width: u32) {
    let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    page.devtools("Emulation.setDeviceMetricsOverride", &metrics);
    page.becomes("the page to be that wide", || page.run("return innerWidth", Vec::new()) == width);
}

/// Words that are cut off without a mark, and what stands out of the app.
const CUT: &str = "
    const { left, right } = app.getBoundingClientRect();
    return [...app.querySelectorAll('*')].filter((one) => {
      if (!one.checkVisibility() || one.closest('.sr-only') || one.closest('[popover]:not(:popover-open)')) return false;
      const box = one.getBoundingClientRect();
      const out = box.width > 0 && (box.right > right + 1 || box.left < left - 1);
      const { overflowX, textOverflow } = getComputedStyle(one);
      const clipped = one.scrollWidth > one.clientWidth + 1 && /hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis' && one.tagName !== 'INPUT';
      return out || clipped;
    }).map((one) => one.outerHTML.slice(0, 160))";

/// The list, an integration and a form, at each of these widths of the window.
#[track_caller]
pub fn nothing_is_cut_off(server: &Server, widths: &[u32]) {
    let page = server.open("");
    lists(&page, 25);
    for (route, there) in [
        ("/integrations", sentences::GIT_INTEGRATIONS),
        ("/integrations/2", "mobile"),
        ("/integrations/new", sentences::ADD_INTEGRATION),
    ] {
        page.go(route);
        page.heading(there).appears();
        for width in widths {
            show_at(&page, *width);
            assert_eq!(page.run(CUT, Vec::new()), json!([]), "{route} at {width} px");
        }
    }
}

#[test]
fn nothing_is_cut_off_at_any_width() {
    nothing_is_cut_off(&Server::jira(), &[1280, 1100, 1000, 900, 800, 700, 620]);
}

#[test]
fn names_keep_their_room() {
    let server = Server::jira();
    let page = server.open("");
    lists(&page, 25);
    for width in [1280, 1000, 900, 800, 700, 620] {
        show_at(&page, width);
        let room = page.run("return tree.querySelector('tbody th a').closest('th').clientWidth", Vec::new());
        assert!(room.as_u64() >= Some(150), "{room} px for names at {width} px");
    }
}

/// The room counts, not the window.
#[test]
fn the_list_is_as_in_a_window_of_that_width() {
    let (jira, own) = (Server::jira(), Server::demo());
    let (in_jira, alone) = (jira.open(""), own.open(""));
    let columns = "return [...tree.querySelectorAll('thead th')].filter((one) => one.checkVisibility()).map((one) => one.innerText)";
    for page in [&in_jira, &alone] {
        lists(page, 25);
    }
    for width in [1280, 900, 800, 700] {
        show_at(&in_jira, width);
        let room = in_jira.run("return Math.round(app.getBoundingClientRect().width)", Vec::new());
        let bar = alone.run("return innerWidth - document.documentElement.clientWidth", Vec::new());
        let window = room.as_u64().unwrap() + bar.as_u64().unwrap();
        show_at(&alone, u32::try_from(window).unwrap());
        let there = in_jira.run(columns, Vec::new());
        assert_ne!(there, Value::Null);
        assert_eq!(there, alone.run(columns, Vec::new()), "{room} px in a window of {width} px");
    }
}
