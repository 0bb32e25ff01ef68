//! The form of one integration, as every journey uses it.

use patchbay_model::Object;
use patchbay_model::gitlab::{Level, Spec, Version};
use patchbay_tests::sentences;
use patchbay_tests::{GitLab, Page, Server};
use serde_json::Value;

/// The project that the demonstration has most of, as addresses name it.
pub const WEBSITE: &str = "101";

/// The same, as the REST API names it.
pub const PROJECT: u64 = 101;

/// A project or a group in which nothing is set up, unless with the integrations of the demonstration.
pub struct Place {
    /// As addresses of the app name it.
    page: &'static str,
    /// As its page is headed.
    heading: &'static str,
    /// Its integrations in the REST API.
    list: String,
}

impl Place {
    /// The one of this level on this server.
    #[track_caller]
    pub fn of(server: &Server, gitlab: GitLab, level: Level) -> Self {
        // Until GitLab 14.4 they were called services.
        let name = if gitlab.version() < Version::new(14, 4) { "services" } else { "integrations" };
        match level {
            Level::Project => {
                let list = format!("/projects/{PROJECT}/{name}");
                Self { page: WEBSITE, heading: "Shop / Web / Website", list }
            }
            Level::Group => {
                let group = server.ask_as_owner("GET", "/groups/logistics", None);
                let list = format!("/groups/{}/{name}", group["id"]);
                Self { page: "groups/logistics", heading: "Logistics", list }
            }
        }
    }

    /// Opens the form of an integration.
    #[track_caller]
    pub fn open_form(&self, page: &Page<'_>, server: &Server, spec: &Spec) {
        open_form_in(page, server, spec, (self.page, self.heading));
    }

    /// What the only change since [`Server::forget`] sent, which was to this integration.
    #[track_caller]
    pub fn only_put(&self, server: &Server, slug: &str) -> Object {
        only_put_to(server, &format!("{}/{slug}", self.list))
    }

    /// What GitLab has of an integration.
    #[track_caller]
    pub fn integration(&self, server: &Server, slug: &str) -> Value {
        server.ask_as_owner("GET", &format!("{}/{slug}", self.list), None)
    }

    /// Slugs of what is active.
    #[track_caller]
    pub fn active(&self, server: &Server) -> Vec<String> {
        server.active_at(&self.list)
    }
}

/// Opens the form of an integration of the project.
#[track_caller]
pub fn open_form(page: &Page<'_>, server: &Server, spec: &Spec) {
    open_form_in(page, server, spec, (WEBSITE, "Shop / Web / Website"));
}

#[track_caller]
fn open_form_in(page: &Page<'_>, server: &Server, spec: &Spec, (home, heading): (&str, &str)) {
    page.go(&server.at_gitlab(home));
    page.heading(heading).appears();
    page.go(&server.at_gitlab(&format!("{home}/{}", spec.slug)));
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

/// What the only change since [`Server::forget`] sent, which was to this integration of the project.
#[track_caller]
pub fn only_put(server: &Server, slug: &str) -> Object {
    only_put_to(server, &format!("/projects/{PROJECT}/integrations/{slug}"))
}

#[track_caller]
fn only_put_to(server: &Server, path: &str) -> Object {
    let writes = server.writes();
    assert_eq!(writes.len(), 1, "{writes:?}");
    assert_eq!(writes[0].0, format!("PUT /api/v4{path}"));
    writes[0].1.as_object().cloned().unwrap_or_default()
}
