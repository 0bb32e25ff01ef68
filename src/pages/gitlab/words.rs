//! What depends on the server's version or on the level, and how addresses call categories.

use crate::session::Session;
use patchbay_model::gitlab::{Category, Level, Target};

/// What is known of the server and the level, for the catalogue; followed.
pub fn target(session: Session, level: Level) -> Target {
    Target::read(&session.version.get().unwrap_or_default(), level)
}

/// What becomes of the settings of an integration that is disabled, on a server of this version.
pub fn settings_when_disabled(version: Option<&str>) -> &'static str {
    match version.and_then(major) {
        // The manual of GitLab 14 says 37 times that settings are kept; servers of that time were seen to clear them.
        Some(..=14) => {
            "The manual of this GitLab version says that settings are kept, but servers of that age have been seen to clear them. Expect to enter them again."
        }
        Some(15..) => "GitLab clears its settings. If you set it up again, you have to enter them again.",
        None => "GitLab may clear its settings. Expect to enter them again.",
    }
}

/// 14 of `14.8.0-ee`.
fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

/// The category's word in addresses.
pub fn category_word(category: Category) -> &'static str {
    match category {
        Category::Chat => "chat",
        Category::Build => "builds",
        Category::Issues => "issues",
        Category::Mail => "mail",
        Category::Documentation => "wikis",
        Category::Monitoring => "monitoring",
        Category::Mobile => "app-stores",
        Category::Cloud => "cloud",
        Category::Security => "security",
        Category::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_disabling_does_to_the_settings_in_this_version() {
        let said = |version| {
            settings_when_disabled(version).split_whitespace().take(4).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(said(Some("13.12.1-ee")), "The manual of this");
        assert_eq!(said(Some("14.8.0")), "The manual of this");
        assert_eq!(said(Some("15.0.0")), "GitLab clears its settings.");
        assert_eq!(said(Some("17.9.0-pre")), "GitLab clears its settings.");
        assert_eq!(said(Some("unknown")), "GitLab may clear its");
        assert_eq!(said(None), "GitLab may clear its");
    }
}
