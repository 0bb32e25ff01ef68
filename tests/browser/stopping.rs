//! When WebAssembly traps the app stops, says so, and hands over what was typed; and what is typed and secret goes with the
//! page.

use patchbay_tests::{Page, Server, sentences};
use serde_json::json;

/// The heading.
pub const STOPPED: &str = "Patchbay has stopped";

/// What to do.
pub const ALL_LOST: &str = "Reload the page to go on. If something was being saved, look whether it was.";

/// The field with what was typed.
pub const TYPED: &str = "What was typed";

const CANARY: &str = "canary-5ecret";

/// Tells the page of this error, as a browser does of one that nobody has caught. What a test itself throws, browsers
/// hide from the page: to them it is a script of somebody else.
#[track_caller]
pub fn traps(page: &Page<'_>, error: &str) {
    page.run(&format!("dispatchEvent(new ErrorEvent('error', {{ error: {error} }}))"), Vec::new());
}

#[test]
fn after_a_trap_the_app_stops_and_gives_back_what_was_typed() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("typed \"before\" <b>the trap</b>");
    page.button("Replace the personal access token").click();
    page.field("Personal access token").fill(CANARY);
    // Revealed, it is a field like any other.
    page.button("Show").click();
    page.role("searchbox").named(sentences::SEARCH_PROJECTS).fill("typed too");
    let gone = page.heading("mobile").appears();
    server.forget();
    traps(&page, "new WebAssembly.RuntimeError('unreachable')");
    page.alert(STOPPED).shows("(RuntimeError)").shows(ALL_LOST);
    gone.vanishes();
    let typed = page.field(TYPED).value();
    assert!(typed.contains("Display name: typed \"before\" <b>the trap</b>\n"), "{typed}");
    assert!(typed.contains("Search projects: typed too"), "{typed}");
    assert!(
        !page.run("return document.documentElement.outerHTML", Vec::new()).as_str().unwrap().contains(CANARY)
    );
    assert!(!typed.contains(CANARY), "{typed}");
    page.button("Reload").has_focus();
    let permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"];
    page.devtools(
        "Browser.grantPermissions",
        &json!({ "origin": server.origin(), "permissions": permissions }),
    );
    page.button("Copy what was typed").click();
    page.button("Copied").appears();
    let copied = page.run("return navigator.clipboard.readText()", Vec::new());
    assert_eq!(copied.as_str().unwrap().replace('\r', ""), typed);
    // What may still run in it asks nothing.
    page.run("location.hash = '/integrations'", Vec::new());
    assert_eq!(server.rest_lines(), Vec::<String>::new());
    page.run("location.hash = '/integrations/2'", Vec::new());
    // No question about leaving: nothing is left to be saved.
    page.button("Reload").click();
    page.field("Display name").holds("mobile");
    page.heading("mobile").appears().without(&page.heading(STOPPED));
}

#[test]
fn whatever_ends_the_module_ends_the_app() {
    let own = "Object.assign(new Error('x'), { stack: 'at f (http://x/patchbay-0123_bg.wasm:wasm-function[1]:0x1)' })";
    let safari = "Object.assign(new RangeError('x'), { stack: 'wasm-function[12]@[wasm code]' })";
    let thrown = |error: &str| format!("dispatchEvent(new ErrorEvent('error', {{ error: {error} }}))");
    let rejected = |reason: &str| {
        format!(
            "const [promise, reason] = [Promise.resolve(), {reason}];
             dispatchEvent(new PromiseRejectionEvent('unhandledrejection', {{ promise, reason }}))"
        )
    };
    let trap = "new WebAssembly.RuntimeError('unreachable')";
    let memory = "new WebAssembly.RuntimeError('memory access out of bounds')";
    for (begins, name) in [
        (thrown(trap), "RuntimeError"),
        (thrown(memory), "RuntimeError"),
        (rejected(trap), "RuntimeError"),
        (thrown(own), "Error"),
        (rejected(own), "Error"),
        (thrown(safari), "RangeError"),
        (rejected(safari), "RangeError"),
    ] {
        let server = Server::demo();
        let page = server.open("/integrations");
        page.link("platform-core").appears();
        page.run(&begins, Vec::new());
        page.alert(STOPPED).shows(&format!("({name})")).shows(ALL_LOST);
        // Nothing was typed.
        page.heading(STOPPED).appears().without(&page.button("Copy what was typed"));
        traps(&page, trap);
        page.role("alert").are(1);
        page.button("Reload").click();
        page.link("platform-core").appears();
    }
}

/// Something that the app calls is gone, so that an error goes right through WebAssembly, and the browser tells of it.
#[test]
fn an_error_that_goes_through_the_module_ends_the_app() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("typed before");
    // Whatever is drawn next needs a text.
    page.run("Document.prototype.createTextNode = null; location.hash = '#/integrations'", Vec::new());
    page.alert(STOPPED).shows("(TypeError)").shows(ALL_LOST);
    assert!(page.field(TYPED).value().contains("Display name: typed before\n"));
    page.complains_of(&["createTextNode"]);
    page.button("Reload").click();
    page.field("Display name").holds("mobile");
}

#[test]
fn errors_of_others_stop_nothing() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("platform-core").appears();
    for begins in [
        "dispatchEvent(new ErrorEvent('error', { error: new Error('of an extension') }))",
        "dispatchEvent(new ErrorEvent('error', { error: new RangeError('of an extension') }))",
        "dispatchEvent(new ErrorEvent('error', { error: 'patchbay_bg.wasm' }))",
        "dispatchEvent(new ErrorEvent('error', { error: null }))",
        "dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }))",
        "dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: new TypeError('x') }))",
        "dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve() }))",
        "document.querySelector('h1').dispatchEvent(new Event('error'))",
        "dispatchEvent(new Event('error'))",
    ] {
        page.run(begins, Vec::new());
    }
    page.link("platform-core").appears().without(&page.heading(STOPPED));
}

#[test]
fn a_secret_that_was_typed_does_not_stay_in_a_page_that_is_kept() {
    let leaves = "
        for (const [name, persisted] of [['pagehide', true], ['pageshow', true]]) {
          dispatchEvent(new PageTransitionEvent(name, { persisted }));
        }";
    // In a form.
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.button("Replace the personal access token").click();
    let token = page.field("Personal access token");
    token.fill(CANARY);
    token.has("autocomplete", "new-password");
    page.button("Show").click();
    page.field("Display name").fill("stays");
    page.run(leaves, Vec::new());
    page.field("Personal access token").holds("");
    page.field("Display name").holds("stays");
    page.keeps_nowhere(CANARY);
    page.shows_nowhere(CANARY);
    // At the sign-in.
    let server = Server::demo();
    let config = json!({ "jira": { "url": "", "auth": "token" } });
    server.disturb("GET /config.json", patchbay_tests::Fault::Answer(200, config));
    let page = server.open("/integrations");
    let token = page.field(&format!("Personal access token for {}", server.place()));
    token.fill(CANARY);
    token.has("autocomplete", "new-password");
    page.run(leaves, Vec::new());
    page.field(&format!("Personal access token for {}", server.place())).holds("");
    page.shows_nowhere(CANARY);
}

#[test]
fn a_page_that_was_left_by_a_link_and_is_gone_back_to_has_no_secret() {
    let server = Server::demo();
    let config = json!({ "jira": { "url": "", "auth": "token" } });
    server.disturb("GET /config.json", patchbay_tests::Fault::Answer(200, config));
    let page = server.open("/integrations");
    page.field(&format!("Personal access token for {}", server.place())).fill(CANARY);
    page.run("location.href = 'help'", Vec::new());
    page.becomes("another page", || {
        page.run("return document.title", Vec::new()) != "Git integrations – Patchbay"
            && page.run("return document.querySelector('#patchbay') === null", Vec::new()) == true
    });
    page.back();
    page.field(&format!("Personal access token for {}", server.place())).holds("");
    page.shows_nowhere(CANARY);
}

/// In the browser itself, by every way of writing markup. tests/rooms has a longer table for the pattern alone.
#[test]
fn the_policy_of_the_page_lets_nothing_pass_that_could_run_code() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("platform-core").appears();
    let refused = "
        const writes = [
          (html) => { document.createElement('template').innerHTML = html },
          (html) => { document.createElement('div').insertAdjacentHTML('beforeend', html) },
          (html) => { document.createElementNS('http://www.w3.org/2000/svg', 'g').innerHTML = html },
          (html) => { new DOMParser().parseFromString(html, 'text/html') },
        ];
        return writes.map((write) => {
          try { write(arguments[0]); return false } catch (error) { return error instanceof TypeError }
        });";
    for (html, is_refused) in [
        ("<p class=\"sub\">fine &amp; well</p>", false),
        ("<rect x=\"1\" y=\"1\" width=\"18\"></rect>", false),
        ("", false),
        ("<svg/onload=alert(1)>", true),
        ("<svg onload=\"alert(1)\"></svg>", true),
        ("<a href=\"java&#115;cript:alert(1)\">x</a>", true),
        ("<a href=\"#/\">x</a>", true),
        ("<script>alert(1)</script>", true),
        ("<img src=x onerror=alert(1)>", true),
        ("<p onclick=\"alert(1)\">x</p>", true),
        ("<p\tonclick=alert(1)>x</p>", true),
        ("<iframe srcdoc=\"x\"></iframe>", true),
        ("<style>p{}</style>", true),
        ("<p style=\"color:red\">x</p>", true),
        ("<base href=\"/x\">", true),
        ("<math></math>", true),
        ("<!-- x -->", true),
        ("<p class=\"a\"onclick=\"alert(1)\">x</p>", true),
        ("<svg><use href=\"#x\"></use></svg>", true),
        ("<input autofocus onfocus=alert(1)>", true),
    ] {
        let all = page.run(refused, vec![json!(html)]);
        assert_eq!(all, json!(vec![is_refused; 4]), "{html}");
    }
    page.complains_of(&["TrustedHTML"]);
}
