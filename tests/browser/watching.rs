//! That the tests themselves would notice: planted faults must be found.

use patchbay_tests::Server;

#[test]
#[should_panic(expected = "color-contrast")]
fn axe_finds_what_cannot_be_read() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    page.run("document.querySelector('h1').style.color = '#888'", Vec::new());
    page.is_accessible("planted");
}

#[test]
#[should_panic(expected = "Content Security Policy")]
fn the_console_tells_violated_policies() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    page.run(
        "document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }))",
        Vec::new(),
    );
}

#[test]
#[should_panic(expected = "planted")]
fn the_console_tells_errors() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    page.run("setTimeout(() => { throw new Error('planted') }, 0)", Vec::new());
}

#[test]
#[should_panic(expected = "sideways")]
fn what_stands_out_sideways_is_noticed() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    page.run("document.querySelector('h1').style.width = '1400px'", Vec::new());
    page.fits_sideways();
}
