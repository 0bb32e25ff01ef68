//! The form of one integration, as every journey uses it.

use patchbay_model::Object;
use patchbay_model::gitlab::Spec;
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};

/// The project that the demonstration has most of, as addresses name it.
pub const WEBSITE: &str = "101";

/// The same, as the REST API names it.
pub const PROJECT: u64 = 101;

/// Opens the form of an integration.
#[track_caller]
pub fn open_form(page: &Page<'_>, server: &Server, spec: &Spec) {
    page.go(&server.at_gitlab(WEBSITE));
    page.heading("Shop / Web / Website").appears();
    page.go(&server.at_gitlab(&format!("{WEBSITE}/{}", spec.slug)));
    page.heading(spec.title).appears();
}

/// Sends a form that was empty before, and waits until the server has taken it.
#[track_caller]
pub fn set_up(page: &Page<'_>, title: &str) {
    page.button(sentences::SET_UP).click();
    page.role("status").shows(&format!("{title} is set up in "));
    // Else the messages of many would lie above what comes next.
    page.passes_time();
}

/// Saves a form that was changed, and waits until the server has taken it.
#[track_caller]
pub fn saved(page: &Page<'_>, title: &str) {
    page.role("button").named_like("Save").click();
    page.role("status").shows(&format!("{title} is saved in "));
    page.passes_time();
}

/// Disables it in its form.
#[track_caller]
pub fn disable(page: &Page<'_>, title: &str) {
    page.button("Disable…").click();
    page.role("alertdialog").named_like(&format!("Disable {title} in ")).appears();
    page.button("Disable").click();
    page.role("status").shows(&format!("{title} is disabled in"));
    page.passes_time();
}

/// What the only change since [`Server::forget`] sent, which was to this integration.
#[track_caller]
pub fn only_put(server: &Server, slug: &str) -> Object {
    let writes = server.writes();
    assert_eq!(writes.len(), 1, "{writes:?}");
    assert_eq!(writes[0].0, format!("PUT /api/v4/projects/{PROJECT}/integrations/{slug}"));
    writes[0].1.as_object().cloned().unwrap_or_default()
}
