//! What Jira draws around a page: head, header, and the menu of the administration.

use serde::Deserialize;

use super::visitor::is_administrator;
use crate::access::accounts::Account;
use crate::pages::html::escape;
use crate::plugin::Plugin;
use crate::plugin::descriptor::Section;

const FRAME: &str = include_str!("frame.html");
const ADMINISTRATION: &str = include_str!("administration.html");

/// A person's theme and language, which a real Jira stores in the profile.
#[derive(Default, Deserialize)]
pub(super) struct Look {
    #[serde(default)]
    theme: Theme,
    locale: Option<String>,
}

/// Jira's themes, as AUI reads them from the page.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Theme {
    #[default]
    Light,
    Dark,
    Auto,
    /// The theme without design tokens, on a Jira that has others.
    Original,
    /// The only theme of Jira 8, without attributes.
    Unmarked,
}

impl Theme {
    fn attributes(self) -> &'static str {
        match self {
            Self::Light => "data-color-mode=\"light\" data-theme=\"light:light dark:dark\"",
            Self::Dark => "data-color-mode=\"dark\" data-theme=\"light:light dark:dark\"",
            Self::Auto => "data-color-mode-auto data-theme=\"light:light dark:dark\"",
            Self::Original => "data-color-mode=\"light\" data-theme=\"light:original dark:original\"",
            Self::Unmarked => "",
        }
    }
}

/// Draws pages for one person.
pub(super) struct Decorator<'a> {
    /// `http://host/jira`.
    pub(super) base: &'a str,
    pub(super) account: Option<&'static Account>,
    pub(super) look: &'a Look,
    pub(super) plugin: &'a Plugin,
}

impl Decorator<'_> {
    /// A page of the administration. `view` is the plugin's page: its title and tab go into the frame.
    pub(super) fn administration(&self, view: &str) -> String {
        let active = meta(view, "admin.active.tab").unwrap_or_default();
        let may = is_administrator(self.account);
        let sections =
            self.plugin.descriptor.sections.iter().map(|section| self.section(section, active, may));
        let content = ADMINISTRATION
            .replace("{menu}", &sections.collect::<String>())
            .replace("{body}", between(view, "<body>", "</body>"));
        let scripts = "<script src=\"{context}/download/contextbatch/js/atl.admin/batch.js\"></script>";
        self.frame(between(view, "<title>", "</title>"), scripts, &content)
    }

    /// A page outside the administration.
    pub(super) fn general(&self, view: &str) -> String {
        self.frame(between(view, "<title>", "</title>"), "", between(view, "<body>", "</body>"))
    }

    fn frame(&self, title: &str, scripts: &str, content: &str) -> String {
        let context =
            self.base.split("://").nth(1).and_then(|rest| rest.find('/').and_then(|at| rest.get(at..)));
        FRAME
            .replace("{title}", title)
            .replace("{scripts}", scripts)
            .replace("{content}", content)
            .replace("{theme}", self.look.theme.attributes())
            .replace("{locale}", &escape(self.look.locale.as_deref().unwrap_or("en_US")))
            .replace("{user}", self.account.map_or("", |account| account.name))
            .replace("{who}", self.account.map_or("Nobody", |account| account.display_name))
            .replace("{context}", context.unwrap_or_default())
    }

    /// Links that the person may not use are not shown, nor are sections without links.
    fn section(&self, section: &Section, active: &str, may: bool) -> String {
        let links = section.links.iter().filter(|link| may || !link.is_restricted).map(|link| {
            let selected = if link.id == active { " class=\"aui-nav-selected\"" } else { "" };
            format!(
                "<li{selected}><a id=\"{}\" href=\"{{context}}{}\">{}</a></li>\n",
                escape(&link.id),
                escape(&link.href),
                escape(&link.title)
            )
        });
        let links: String = links.collect();
        if links.is_empty() {
            return links;
        }
        let title = escape(&section.title);
        format!("<div class=\"aui-nav-heading\">{title}</div>\n<ul class=\"aui-nav\">\n{links}</ul>\n")
    }
}

fn between<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
    text.split_once(begin).and_then(|(_, rest)| rest.split_once(end)).map_or("", |(inside, _)| inside)
}

fn meta<'a>(view: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = view.split_once(&format!("<meta name=\"{name}\" content=\""))?;
    rest.split_once('"').map(|(content, _)| content)
}
