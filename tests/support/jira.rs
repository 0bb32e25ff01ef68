//! The app inside a page of Jira's: served out of the plugin, with the stand-in for Jira around it.

use serde_json::{Value, json};

use crate::{Page, Server, ServerBuilder, environment};

/// The page of the plugin in the administration, and the one without Jira around it.
const ADMINISTRATION: &str = "/secure/admin/PatchbayAdmin.jspa";
const FULL_PAGE: &str = "/download/resources/patchbay.jira:app/index.html";

/// What the person who looks has chosen in Jira.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// As the system.
    Auto,
    /// The looks of before Jira 10, where others can be chosen.
    Original,
    /// The same where nothing can be chosen.
    Unmarked,
}

/// The styles that Jira's own pages have, by the version of AUI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aui {
    /// Of 2020, the time of Jira 8.14: without a dark theme, without design tokens.
    V9_1,
    /// The last before 10, from when themes could be chosen first.
    V9_13,
    /// With design tokens.
    V10,
}

impl Aui {
    /// Its name in tests/stand-in/package.json.
    fn package(self) -> &'static str {
        match self {
            Self::V9_1 => "aui-9.1",
            Self::V9_13 => "aui-9.13",
            Self::V10 => "@atlassian/aui",
        }
    }
}

impl ServerBuilder {
    /// A Jira below this path (`""`, `"/jira"`) that has the plugin. The app is opened in its administration.
    pub fn in_jira(mut self, context_path: &str) -> Self {
        self.options.context_path = context_path.parse().unwrap();
        self.options.jira_jar = Some(environment::jar());
        // All comes from the plugin.
        self.options.dist = None;
        self.page = ADMINISTRATION;
        self.drawn_with(Aui::V10)
    }

    /// Jira's pages have the styles of this version.
    pub fn drawn_with(mut self, aui: Aui) -> Self {
        self.options.aui = Some(environment::aui(aui.package()));
        self
    }

    /// The app is opened as the plugin's full page.
    pub fn full_page(mut self) -> Self {
        self.page = FULL_PAGE;
        self
    }

    /// The plugin's files all come with a charset.
    pub fn with_charset(mut self) -> Self {
        self.options.jar_charset = true;
        self
    }
}

impl Server {
    /// Whether the app is opened with Jira's page around it.
    pub(crate) fn is_in_jira(&self) -> bool {
        self.home().ends_with(ADMINISTRATION)
    }

    /// A Jira at `/jira` with the plugin and the 25 well-known demonstration integrations.
    pub fn jira() -> Self {
        Self::new().demo(25).in_jira("/jira").start()
    }
}

impl Page<'_> {
    /// Chooses a theme of Jira's, in its header.
    #[track_caller]
    pub fn choose_in_jira(&self, theme: Theme) {
        let value = match theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Auto => "auto",
            Theme::Original => "original",
            Theme::Unmarked => "unmarked",
        };
        let script = "
            const choice = document.getElementById('stand-in-theme');
            choice.value = arguments[0];
            choice.dispatchEvent(new Event('change', { bubbles: true }));";
        self.run(script, vec![json!(value)]);
    }

    /// The keyboard shortcuts of Jira's that were set off so far.
    #[track_caller]
    pub fn jira_shortcuts(&self) -> Vec<Value> {
        self.run("return standIn.shortcuts", Vec::new()).as_array().cloned().unwrap_or_default()
    }
}
