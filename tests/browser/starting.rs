//! Before there is an app: words while it loads, and words when it cannot start.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::json;

use crate::jira_page::boot::NOT_LOADED;
use crate::list::lists;

/// What forbids WebAssembly, and nothing else.
pub const WITHOUT_WASM: &str = "script-src 'self'";

/// What boot.js says of it.
pub const FORBIDDEN: &str = "Patchbay could not start: the Content-Security-Policy of this page forbids WebAssembly. Add 'wasm-unsafe-eval' to script-src.";

/// What boot.js says when a file is not to be had, after what the browser says of it.
pub const INCOMPLETE: &str =
    "Load the page again; if that does not help, the files on the server may be incomplete.";

/// What boot.js says to a browser that would draw a broken page.
pub const TOO_OLD: &str = "Patchbay could not start: this browser is too old. Use Chrome or Edge 123, Firefox 125, Safari 17.5, or newer.";

/// Runs this in every document, before its own scripts.
#[track_caller]
pub fn first_runs(page: &Page<'_>, script: &str) {
    page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
}

/// Gives every page a second policy, as a proxy may: all of them count.
#[track_caller]
pub fn has_policy(page: &Page<'_>, policy: &str) {
    let script = "
        new MutationObserver((_, observer) => {
          if (!document.head) return;
          observer.disconnect();
          const meta = document.createElement('meta');
          meta.httpEquiv = 'Content-Security-Policy';
          meta.content = POLICY;
          document.head.prepend(meta);
        }).observe(document, { childList: true, subtree: true });";
    first_runs(page, &script.replace("POLICY", &json!(policy).to_string()));
}

/// A file of the app's, as the page that starts it names it: `data-js`, `data-wasm`.
#[track_caller]
pub fn named(server: &Server, attribute: &str) -> String {
    let page = server.fetch(&server.home(), &[]);
    let page = String::from_utf8(page.body).unwrap();
    let (_, rest) = page.split_once(&format!("{attribute}=\"")).unwrap();
    rest.split('"').next().unwrap().trim_start_matches("./").to_owned()
}

#[test]
fn words_stand_there_until_the_app_does() {
    let server = Server::demo();
    server.disturb(&format!("GET /{}", named(&server, "data-wasm")), Fault::Held);
    let page = Page::blank(&server);
    page.go("");
    let words = page.sees("Patchbay is starting.");
    server.heal();
    lists(&page, 25);
    words.vanishes();
}

#[test]
fn a_policy_without_webassembly_is_named_with_what_it_lacks() {
    let server = Server::demo();
    let page = Page::blank(&server);
    has_policy(&page, WITHOUT_WASM);
    page.go("");
    page.alert(FORBIDDEN).appears().without_text("Patchbay is starting.");
}

#[test]
fn a_missing_file_is_told() {
    for file in ["data-wasm", "data-js"] {
        let server = Server::demo();
        let missing = format!("GET /{}", named(&server, file));
        server.disturb(&missing, Fault::Answer(404, json!({})));
        let page = server.open("");
        page.alert("Patchbay could not start: ").shows(INCOMPLETE).without_text("Patchbay is starting.");
    }
}

#[test]
fn the_words_stay_where_nothing_starts_the_app() {
    let server = Server::demo();
    server.disturb("GET /boot.js", Fault::Answer(404, json!({})));
    let page = Page::blank(&server);
    page.never_starts();
    page.go("");
    page.sees("Patchbay is starting. If this text stays, this browser is too old, or files are missing on the server.");
}

#[test]
fn a_browser_that_would_draw_a_broken_page_is_told() {
    for lack in ["delete HTMLElement.prototype.popover", "CSS.supports = () => false"] {
        let server = Server::demo();
        let page = Page::blank(&server);
        first_runs(&page, lack);
        page.go("");
        page.alert(TOO_OLD).appears();
        assert!(server.rest_lines().is_empty(), "{:?}", server.rest_lines());
    }
}

/// An extension of the browser may have been faster.
#[test]
fn a_default_policy_of_somebody_else_is_left_alone() {
    let server = Server::demo();
    let page = Page::blank(&server);
    first_runs(
        &page,
        "window.theirs = trustedTypes.createPolicy('default', { createHTML: (html) => html });",
    );
    page.go("");
    lists(&page, 25);
    assert_eq!(page.run("return trustedTypes.defaultPolicy === theirs", Vec::new()), true);
}

/// Administrators look the words up there.
#[test]
fn the_documents_quote_the_words() {
    let deploy = ("docs/deploy.md", include_str!("../../docs/deploy.md"));
    let jira = ("docs/jira.md", include_str!("../../docs/jira.md"));
    let readme = ("README.md", include_str!("../../README.md"));
    let forbidden = "the Content-Security-Policy of this page forbids WebAssembly";
    let too_old = "Patchbay could not start: this browser is too old.";
    assert!(FORBIDDEN.contains(forbidden) && TOO_OLD.starts_with(too_old));
    let quotes: [(_, &[&str]); 3] = [
        (deploy, &["Patchbay is starting. If this text stays", forbidden, too_old, INCOMPLETE]),
        (jira, &["Patchbay is starting. If this text stays", forbidden, too_old, NOT_LOADED]),
        (readme, &[" 123, ", "Firefox 125 ", "Safari 17.5"]),
    ];
    for ((name, text), quotes) in quotes {
        for quoted in quotes {
            assert!(text.contains(quoted), "{name} does not quote “{quoted}”");
        }
    }
}

/// A minute takes two seconds in every document of this page: long enough for all files of a part, which share six
/// connections.
#[track_caller]
fn has_short_minutes(page: &Page<'_>) {
    let script = "
        const real = AbortSignal.timeout.bind(AbortSignal);
        AbortSignal.timeout = (time) => real(time === 60_000 ? 2_000 : time);";
    first_runs(page, script);
}

#[test]
fn a_config_json_that_does_not_come_is_given_up_after_a_minute() {
    let server = Server::demo();
    server.disturb("GET /config.json", Fault::Held);
    let page = Page::blank(&server);
    has_short_minutes(&page);
    page.go("");
    let alert = page.alert("The file config.json beside this page could not be read");
    alert.shows("The server did not answer. Check the connection, then try again.");
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    lists(&page, 25);
}

/// A part of the app's, as it was asked for: `GET /patchbay-gitlab-….wasm`.
#[track_caller]
fn part_of_gitlab(server: &Server) -> String {
    let page = server.open(&server.at_gitlab(""));
    page.heading(sentences::GITLAB_PROJECTS).appears();
    let requests = server.requests();
    requests.iter().find(|request| request.line.starts_with("GET /patchbay-gitlab-")).unwrap().line.clone()
}

/// Whether a part was asked for past the cache.
fn past_the_cache(server: &Server, part: &str) -> Vec<bool> {
    let requests = server.requests();
    let requests = requests.iter().filter(|request| request.line == part);
    requests.map(|request| request.text.contains("\"cache-control\": \"no-cache\"")).collect()
}

#[test]
fn a_part_that_does_not_come_whole_is_fetched_past_the_cache_when_one_tries_again() {
    let server = Server::demo();
    let (line, route) = (part_of_gitlab(&server), server.at_gitlab(""));
    let page_of_a_proxy = Fault::Page(200, "text/html", "<h1>Sign in</h1>".to_owned(), None);
    let cut = Fault::Page(200, "application/wasm", "\0asm".to_owned(), None);
    for fault in [cut, page_of_a_proxy, Fault::Cut, Fault::Half, Fault::Answer(503, json!({})), Fault::Held] {
        let page = Page::blank(&server);
        has_short_minutes(&page);
        server.disturb(&line, fault.clone());
        server.forget();
        page.go(&route);
        page.alert("A part of Patchbay could not be fetched").appears();
        server.heal();
        server.forget();
        page.button(sentences::TRY_AGAIN).click();
        page.heading(sentences::GITLAB_PROJECTS).appears();
        assert_eq!(past_the_cache(&server, &line), [true], "{fault:?}");
        // The loader of the parts says in the console what it was: TimeoutError, CompileError, TypeError.
        let network = matches!(fault, Fault::Cut | Fault::Half | Fault::Answer(..));
        page.complains_of(if network { &["Error", "Failed to load resource"] } else { &["Error"] });
    }
}
