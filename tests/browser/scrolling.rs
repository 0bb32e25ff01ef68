//! A long list is where it was scrolled to and stays there, however that was done, and its columns keep their widths.

use crate::list::lists;
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server, Width, keys};
use serde_json::{Value, json};

/// A few hundred rows end in sight of where one is; of ten thousand, the space for the others is what a jump meets.
const SIZES: [u32; 2] = [200, 10_000];

/// As high as each row is drawn.
const ROW: f64 = 53.0;

fn open(server: &Server, rows: u32) -> Page<'_> {
    let page = server.open("/integrations");
    lists(&page, rows as usize);
    page
}

/// Everywhere that the page was during so many frames from now on.
#[track_caller]
fn places(page: &Page<'_>, frames: u32) -> Vec<f64> {
    let script = "
        const done = arguments[arguments.length - 1];
        const places = new Set();
        let left = FRAMES;
        const look = () => {
          places.add(scrollY);
          if (left-- > 0) requestAnimationFrame(look);
          else done([...places]);
        };
        requestAnimationFrame(look);";
    let places = page.run_async(&script.replace("FRAMES", &frames.to_string()));
    places.as_array().unwrap().iter().filter_map(Value::as_f64).collect()
}

/// Waits until the page is there, then sees it stay there, and a row in the middle of the view that belongs there.
#[track_caller]
fn stays_at(page: &Page<'_>, y: f64, what: &str) {
    page.becomes(&format!("scrolled to {y} by {what}"), || {
        page.run("return scrollY", Vec::new()).as_f64().is_some_and(|at| (at - y).abs() <= 1.0)
    });
    let places = places(page, 30);
    assert!(places.iter().all(|at| (at - y).abs() <= 1.0), "after {what}: {places:?}, not {y}");
    let script = "
        const first = document.querySelector('tbody.rows tr');
        const top = first.getBoundingClientRect().top - (first.ariaRowIndex - 2) * arguments[0];
        const row = document.elementFromPoint(600, 450)?.closest('tbody.rows tr');
        return row && [Number(row.ariaRowIndex), Math.floor((450 - top) / arguments[0]) + 2];";
    let row = page.run(script, vec![json!(ROW)]);
    assert!(row.is_array() && row[0] == row[1], "after {what} at {y}: row {row}");
}

#[track_caller]
fn end(page: &Page<'_>) -> f64 {
    page.run("return document.documentElement.scrollHeight - innerHeight", Vec::new()).as_f64().unwrap()
}

#[test]
fn stays_where_a_jump_leads() {
    for rows in SIZES {
        let server = Server::new().demo(rows).start();
        let page = open(&server, rows);
        let end = end(&page);
        for y in [1.0, 700.0, 3_599.0, 4_000.0, end / 2.0, end - 1.0, end, 3_599.0, end / 3.0, 5_000.0] {
            page.run("scrollTo(0, arguments[0])", vec![json!(y.floor())]);
            stays_at(&page, y.floor(), &format!("a jump, of {rows} rows"));
        }
    }
}

#[test]
fn follows_the_wheel() {
    for rows in SIZES {
        let server = Server::new().demo(rows).start();
        let page = open(&server, rows);
        let mut y = 0.0;
        for delta in [100.0, 2_000.0, 2_000.0, -1_500.0, 120.0, 3_000.0, -120.0, 1_000.0, -6_000.0] {
            let wheel = json!({ "type": "mouseWheel", "x": 600, "y": 500, "deltaX": 0, "deltaY": delta });
            page.devtools("Input.dispatchMouseEvent", &wheel);
            y += delta;
            stays_at(&page, y, &format!("the wheel by {delta}, of {rows} rows"));
        }
    }
}

#[test]
fn follows_a_dragged_scrollbar() {
    for rows in SIZES {
        let server = Server::new().demo(rows).start();
        let page = open(&server, rows);
        let x = page.run("return innerWidth - 6", Vec::new());
        let mouse = |kind: &str, y: u32| {
            let held = u32::from(kind != "mouseReleased");
            let event =
                json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": held, "clickCount": 1 });
            page.devtools("Input.dispatchMouseEvent", &event);
        };
        mouse("mousePressed", 24);
        let mut before = 0.0;
        for y in (61..600).step_by(37) {
            mouse("mouseMoved", y);
            page.becomes(&format!("scrolled on, with the bar at {y}, of {rows} rows"), || {
                page.run("return scrollY", Vec::new()).as_f64().unwrap() > before
            });
            let places = places(&page, 10);
            let at = places[places.len() - 1];
            assert_eq!(places, [at], "the bar at {y}, of {rows} rows");
            before = at;
        }
        assert!(before < end(&page) * 0.9, "{before}: as far as the bar, and no further");
        mouse("mouseReleased", 579);
        stays_at(&page, before, &format!("letting go, of {rows} rows"));
    }
}

#[test]
fn follows_the_keys() {
    for rows in SIZES {
        let server = Server::new().demo(rows).start();
        let page = open(&server, rows);
        let end = end(&page);
        page.run("document.activeElement.blur()", Vec::new());
        page.press(keys::End);
        stays_at(&page, end, &format!("End, of {rows} rows"));
        let last = "return [...document.querySelectorAll('tbody.rows tr')].at(-1).ariaRowIndex";
        assert_eq!(page.run(last, Vec::new()), (rows + 1).to_string());
        page.press(keys::Home);
        page.becomes("at the top", || page.run("return scrollY", Vec::new()) == 0);
        assert_eq!(places(&page, 30), [0.0]);
        let mut y = 0.0;
        for key in [keys::PageDown, keys::PageDown, keys::PageDown, keys::PageDown, keys::PageUp] {
            page.press(key);
            page.becomes("a page further", || {
                (page.run("return scrollY", Vec::new()).as_f64().unwrap() - y).abs() > 400.0
            });
            let places = places(&page, 30);
            y = places[places.len() - 1];
            stays_at(&page, y, &format!("a page, of {rows} rows"));
        }
        page.press(keys::End);
        stays_at(&page, end, &format!("End again, of {rows} rows"));
    }
}

#[test]
fn comes_back_to_the_same_place_from_anywhere() {
    for rows in SIZES {
        let server = Server::new().demo(rows).start();
        let page = open(&server, rows);
        for y in [400.0, 3_599.0, 5_000.0, end(&page)] {
            page.run("scrollTo(0, arguments[0])", vec![json!(y)]);
            stays_at(&page, y, "a jump");
            // By script: WebDriver would scroll the link into view.
            let leave = "
                const link = document.elementFromPoint(600, 450).closest('tr').querySelector('a');
                link.click();
                return link.innerText;";
            let name = page.run(leave, Vec::new());
            let name = name.as_str().unwrap();
            page.heading(name).appears().has_focus();
            page.back();
            page.link(name).has_focus();
            stays_at(&page, y, &format!("Back, of {rows} rows"));
        }
    }
}

/// The row at the upper edge, by its number, and whether the rows that are drawn fill the view.
#[track_caller]
fn upper_row(page: &Page<'_>) -> Value {
    let script = "
        const rows = [...document.querySelectorAll('tbody.rows tr')];
        const row = rows.find((row) => row.getBoundingClientRect().bottom > 0);
        const last = rows.at(-1);
        const isFull = last.getBoundingClientRect().bottom >= innerHeight;
        return [Number(row.ariaRowIndex), isFull || last.ariaRowIndex === last.closest('table').ariaRowCount];";
    page.run(script, Vec::new())
}

/// Waits until this row is at the upper edge (or one beside it: rows are cut by the edge), and sees it stay there.
#[track_caller]
fn keeps_its_row(page: &Page<'_>, row: u64, what: &str) {
    let is_there = |seen: &Value| seen[0].as_u64().is_some_and(|at| at.abs_diff(row) <= 1) && seen[1] == true;
    page.becomes(&format!("row {row} at the upper edge after {what}"), || is_there(&upper_row(page)));
    let at = places(page, 30);
    assert_eq!(at.len(), 1, "after {what}: {at:?}");
    let seen = upper_row(page);
    assert!(is_there(&seen), "after {what}: {seen}, not row {row}");
}

/// A phone that is turned, a window that is made smaller or larger, a browser's zoom: rows become higher and lower.
#[test]
fn keeps_its_row_in_another_window() {
    for rows in SIZES {
        let server = Server::new().demo(rows).start();
        let page = open(&server, rows);
        for y in [2_000.0, f64::from(rows) * 26.0, f64::from(rows) * 40.0] {
            page.show_at(Width::Wide);
            page.run("scrollTo(0, arguments[0])", vec![json!(y)]);
            stays_at(&page, y, "a jump");
            let row = upper_row(&page)[0].as_u64().unwrap();
            let sizes = [
                (390, 844),
                (844, 390),
                (320, 568),
                (568, 320),
                (1280, 900),
                (640, 450),
                (320, 225),
                (1280, 720),
            ];
            for (width, height) in sizes {
                let metrics =
                    json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                page.devtools("Emulation.setDeviceMetricsOverride", &metrics);
                page.becomes("that wide", || page.run("return innerWidth", Vec::new()) == width);
                keeps_its_row(&page, row, &format!("a window of {width} × {height}, of {rows} rows"));
            }
        }
    }
}

/// Letters of another size make rows of another height, and no window tells of it.
#[test]
fn has_room_for_letters_of_any_size() {
    for rows in SIZES {
        let server = Server::new().demo(rows).start();
        let page = open(&server, rows);
        page.run("scrollTo(0, 2000)", Vec::new());
        stays_at(&page, 2_000.0, "a jump");
        for size in ["24px", "200%", "10px", "18px"] {
            page.run("document.documentElement.style.fontSize = arguments[0]", vec![json!(size)]);
            page.run("scrollBy(0, 1)", Vec::new());
            let script = "
                const [row] = document.querySelectorAll('tbody.rows tr');
                const high = row.getBoundingClientRect().height * arguments[0];
                return Math.abs(document.querySelector('table').scrollHeight - high) < arguments[0] / 10 + 100;";
            page.becomes(&format!("room for {rows} rows at {size}"), || {
                page.run(script, vec![json!(rows)]) == true
            });
            page.becomes(&format!("full of rows at {size}, of {rows}"), || upper_row(&page)[1] == true);
            page.press(keys::End);
            let end = end(&page);
            page.becomes(&format!("at the end of {rows} rows at {size}"), || {
                let at = page.run("return scrollY", Vec::new()).as_f64().unwrap();
                (at - end).abs() <= 1.0
            });
            let last = "return [...document.querySelectorAll('tbody.rows tr')].at(-1).ariaRowIndex";
            page.becomes("the last row", || page.run(last, Vec::new()) == json!((rows + 1).to_string()));
        }
    }
}

/// Another order and another search leave the page where it is, as far as there is so much of it.
#[test]
fn stays_when_rows_are_exchanged() {
    for rows in SIZES {
        let server = Server::new().demo(rows).start();
        let page = open(&server, rows);
        page.run("scrollTo(0, 3599)", Vec::new());
        stays_at(&page, 3_599.0, "a jump");
        for head in ["Type", "Type", "Last indexed", "Name", "Status"] {
            let press = format!(
                "[...document.querySelectorAll('thead .sort')].find((one) => one.innerText.startsWith('{head}')).click()"
            );
            page.run(&press, Vec::new());
            stays_at(&page, 3_599.0, &format!("sorting by {head}, of {rows} rows"));
        }
    }
}

/// What the focus is on may be scrolled out of sight: the page does not jump, and the focus is not lost.
#[test]
fn scrolls_away_from_the_focus() {
    let server = Server::new().demo(10_000).start();
    let page = open(&server, 10_000);
    page.run("document.querySelector('tbody.rows [role=switch]').focus()", Vec::new());
    for y in [3_599.0, 100_000.0, 0.0] {
        page.run("scrollTo(0, arguments[0])", vec![json!(y)]);
        page.becomes("scrolled", || page.run("return scrollY", Vec::new()) == y);
        assert_eq!(places(&page, 30), [y]);
        assert_eq!(page.run("return document.activeElement.localName", Vec::new()), "table");
    }
}

/// The columns that are to be seen, and how wide each is.
#[track_caller]
fn widths(page: &Page<'_>) -> Value {
    let script = "
        return [...document.querySelectorAll('thead th')]
          .map((cell) => cell.getBoundingClientRect().width)
          .filter((width) => width > 0);";
    page.run(script, Vec::new())
}

#[test]
fn columns_keep_their_widths() {
    let server = Server::new().demo(200).start();
    server.change(server.id("mobile"), &json!({ "displayName": "a name as long as a sentence ".repeat(8) }));
    let page = open(&server, 200);
    for (width, columns) in [(Width::Wide, 7), (Width::Narrow, 4)] {
        page.show_at(width);
        let before = widths(&page);
        assert_eq!(before.as_array().map(Vec::len), Some(columns), "{before}");
        for y in [700, 3_599, 5_000, 0] {
            page.run("scrollTo(0, arguments[0])", vec![json!(y)]);
            places(&page, 5);
            assert_eq!(widths(&page), before, "{width:?}, scrolled to {y}");
        }
        for search in ["#17", "sentence", "gitlab", "e", ""] {
            page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill(search);
            page.role("columnheader").named("Name").appears();
            assert_eq!(widths(&page), before, "{width:?}, searched for “{search}”");
        }
        page.fits_sideways();
        // Names, types and projects are cut with … where they have to be, and nothing else is.
        let cut = "
            return [...document.querySelectorAll('thead th, tbody.rows :is(th, td)')]
              .filter((cell) => cell.scrollWidth > cell.clientWidth)
              .map((cell) => cell.innerText);";
        assert_eq!(page.run(cut, Vec::new()), json!([]), "{width:?}");
    }
}
