//! Dates, numbers and the order of names as a language has them: the browser's own, where no Jira says another. Its
//! neighbour in `jira_page` asks the same of the language that Jira's page names.

mod browser;

use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::{Value, json};

use crate::list::lists;

/// What is asked for: the four that were promised, one that sorts unlike its neighbours, and one with digits of its own.
pub const LANGUAGES: [&str; 6] = ["en-US", "de-DE", "ja-JP", "ar", "sv-SE", "ar-EG"];

/// So many integrations have their numbers written in groups, in most languages.
const MANY: u32 = 1200;

/// Names that languages put in different orders, each followed by [`COMMON`].
const NAMES: [&str; 18] = [
    "zebra",
    "Äpfel",
    "apfel",
    "Apfel",
    "ost",
    "öl",
    "Zoo",
    "strasse",
    "straße",
    "item 10",
    "item 9",
    "かな",
    "カナリア",
    "亜細亜",
    "一覧",
    "ياء",
    "ألف",
    "باء",
];
const COMMON: &str = "ordered";

/// A server with so many integrations that numbers have groups, among them those names.
pub fn server(start: impl FnOnce(u32) -> Server) -> Server {
    let server = start(MANY);
    for name in NAMES {
        let name = format!("{name} {COMMON}");
        let body = json!({ "type": "GITHUB", "displayName": name, "pat": "t0ken" });
        server.ask("POST", "/rest/gitplugin/1.0/integration", Some(&body));
    }
    server
}

/// What the app writes, and what the browser's own Intl makes of the same in a language.
const WRITTEN: &str = "
    const [language, count] = arguments;
    const time = tree.querySelector('tbody time');
    const exact = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    return [
      // Screen readers hear the exact moment as well.
      [time.textContent.replace(` (${time.title})`, ''), time.title],
      [new Intl.RelativeTimeFormat(language).format(-3, 'day'), exact.format(new Date(time.dateTime))],
      new Intl.NumberFormat(language).format(count),
    ];";

/// The names that are listed, in their order.
const LISTED: &str = "return [...tree.querySelectorAll('tbody th a')].map((one) => one.innerText)";

/// The same names in the order of a language, as the browser's own Intl has it.
const ORDERED: &str = "
    const [language, names] = arguments;
    return names.sort(new Intl.Collator(language, { numeric: true }).compare);";

/// Whether the list of integrations, which is open, is written and ordered in this language.
#[track_caller]
pub fn is_followed(page: &Page<'_>, language: &str) {
    let all = MANY as usize + NAMES.len();
    lists(page, all);
    let search = page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID);
    search.fill("platform-core");
    lists(page, 1);
    let written = page.run(WRITTEN, vec![json!(language), json!(all)]);
    assert_eq!(written[0], written[1], "a moment in {language}");
    let number = written[2].as_str().unwrap();
    // The page is read with its blanks tidied, and some languages group by blanks that do not break.
    let shown = number.replace('\u{a0}', " ");
    page.sees(&format!("{shown} integrations · "));
    search.fill(COMMON);
    lists(page, NAMES.len());
    page.sees(&format!(" of {shown}"));
    assert_is_known(language, number);

    let listed = page.run(LISTED, Vec::new());
    let ordered = page.run(ORDERED, vec![json!(language), listed.clone()]);
    assert_eq!(listed, ordered, "names in {language}");
    assert_is_in_order(language, &listed);
}

/// What does not depend on the browser's data: so nothing but Intl's own words could pass.
#[track_caller]
fn assert_is_known(language: &str, number: &str) {
    let known = match language {
        "en-US" | "ja-JP" => "1,218",
        "de-DE" => "1.218",
        "sv-SE" => "1\u{a0}218",
        "ar-EG" => "١٬٢١٨",
        // Browsers do not agree on the digits of Arabic without a country.
        _ => return,
    };
    assert_eq!(number, known, "{language}");
}

#[track_caller]
fn assert_is_in_order(language: &str, listed: &Value) {
    let place = |name: &str| {
        let name = format!("{name} {COMMON}");
        listed.as_array().unwrap().iter().position(|one| *one == name).unwrap()
    };
    assert!(place("item 9") < place("item 10"), "{language}: {listed}");
    match language {
        // Umlauts stand with their letters, and a capital is no other letter.
        "en-US" | "de-DE" => {
            assert!(place("一覧") < place("亜細亜"), "{listed}");
            assert!(place("Äpfel") < place("item 9") && place("öl") < place("ost"), "{listed}");
            assert_eq!(place("apfel").abs_diff(place("Apfel")), 1, "{listed}");
        }
        "sv-SE" => assert!(place("zebra") < place("Äpfel") && place("Äpfel") < place("öl"), "{listed}"),
        // Kana before kanji, and those in the order of Japan's standard: in Unicode's 一 is the first of all.
        "ja-JP" => {
            let places = ["かな", "カナリア", "亜細亜", "一覧"].map(place);
            assert!(places.is_sorted(), "{listed}");
        }
        // Its own letters come first.
        _ => {
            assert!(place("ألف") < place("باء") && place("باء") < place("ياء"), "{listed}");
            assert!(place("ياء") < place("apfel") && place("zebra") < place("かな"), "{listed}");
        }
    }
}
