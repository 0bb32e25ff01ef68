//! The list: what it shows, and how it is searched, filtered and sorted.

use patchbay_tests::Server;

#[test]
fn shows_all_integrations_with_their_counts() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.heading("Git integrations").appears();
    page.sees("25 integrations · 4 disabled");
    page.role("table").named("Git integrations").has("aria-rowcount", "26");
    let row = page.role("row").named_like("platform-core");
    row.shows("https://github.acme.example · #1").shows("GitHub Enterprise").shows("Enabled").shows("All projects");
    row.shows("3 days ago");
}
