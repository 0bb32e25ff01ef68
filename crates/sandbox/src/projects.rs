//! The sixty projects of this Jira.

/// A demonstration project.
pub(crate) struct Project {
    /// Numeric id, as in `projectMappingIds`.
    pub(crate) id: i64,
    pub(crate) key: &'static str,
    pub(crate) name: &'static str,
    pub(crate) category: Category,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Category {
    Product,
    Platform,
    Business,
}

impl Category {
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Product => "10000",
            Self::Platform => "10001",
            Self::Business => "10002",
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Product => "Product",
            Self::Platform => "Platform",
            Self::Business => "Business",
        }
    }

    pub(crate) fn description(self) -> &'static str {
        match self {
            Self::Product => "What customers use",
            Self::Platform => "What teams build on",
            Self::Business => "Everything around it",
        }
    }
}

/// Jira's first project has this id.
const FIRST_ID: i64 = 10_000;

/// All of them, ordered by id.
pub(crate) fn all() -> impl Iterator<Item = Project> {
    (FIRST_ID..).zip(PROJECTS).map(|(id, (key, name, category))| Project { id, key, name, category })
}

pub(crate) fn exists(id: i64) -> bool {
    (FIRST_ID..FIRST_ID + COUNT as i64).contains(&id)
}

/// The id of the project with this key.
pub(crate) fn id_of(key: &str) -> Option<i64> {
    all().find(|project| project.key == key).map(|project| project.id)
}

pub(crate) const COUNT: usize = PROJECTS.len();

use Category::{Business, Platform, Product};

const PROJECTS: [(&str, &str, Category); 60] = [
    ("MOB", "Mobile", Product),
    ("IOS", "iOS app", Product),
    ("AND", "Android app", Product),
    ("OPS", "Operations", Platform),
    ("PLAT", "Platform core", Platform),
    ("WEB", "Web shop", Product),
    ("PAY", "Payments", Product),
    ("BILL", "Billing", Business),
    ("CRM", "Customer relations", Business),
    ("DWH", "Data warehouse", Platform),
    ("ML", "Machine learning", Platform),
    ("SEC", "Security", Platform),
    ("IAM", "Identity and access", Platform),
    ("INFRA", "Infrastructure", Platform),
    ("NET", "Networks", Platform),
    ("DBA", "Databases", Platform),
    ("OBS", "Observability", Platform),
    ("REL", "Release management", Platform),
    ("QA", "Quality assurance", Platform),
    ("DOC", "Documentation", Business),
    ("UX", "User experience", Product),
    ("DSYS", "Design system", Product),
    ("API", "Public API", Product),
    ("SDK", "Developer kits", Product),
    ("INT", "Integrations", Platform),
    ("EDI", "Partner exchange", Business),
    ("ERP", "Resource planning", Business),
    ("FIN", "Finance", Business),
    ("HR", "People", Business),
    ("LEG", "Legal", Business),
    ("MKT", "Marketing", Business),
    ("SALES", "Sales", Business),
    ("SUP", "Support", Business),
    ("KB", "Knowledge base", Business),
    ("LOG", "Logistics", Product),
    ("WMS", "Warehouse", Product),
    ("SHIP", "Shipping", Product),
    ("INV", "Inventory", Product),
    ("CAT", "Catalogue", Product),
    ("SRCH", "Search", Product),
    ("REC", "Recommendations", Product),
    ("CART", "Cart and checkout", Product),
    ("LOY", "Loyalty", Product),
    ("GIFT", "Gift cards", Product),
    ("FRAUD", "Fraud detection", Product),
    ("TAX", "Taxes", Business),
    ("L10N", "Localisation", Product),
    ("CMS", "Content", Product),
    ("MAIL", "Mailings", Product),
    ("PUSH", "Notifications", Product),
    ("CHAT", "Chat", Product),
    ("VID", "Video", Product),
    ("EMB", "Embedded devices", Product),
    ("FW", "Firmware", Product),
    ("IOT", "Device cloud", Platform),
    ("CI", "Build farm", Platform),
    ("TOOL", "Developer tools", Platform),
    ("ARCH", "Architecture", Platform),
    ("SAND", "Sandbox", Business),
    ("OLD", "Old monolith", Platform),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn there_are_sixty_with_keys_of_their_own() {
        let keys: HashSet<_> = all().map(|project| project.key).collect();
        assert_eq!((all().count(), keys.len()), (60, 60));
        assert_eq!(id_of("MOB"), Some(10_000));
        assert!(exists(10_059) && !exists(10_060) && !exists(9_999));
    }
}
