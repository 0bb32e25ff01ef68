//! Reading the page, and pointing at what is on it.

use crate::present::Seen;
use crate::{Locator, Page, patience};

impl Page<'_> {
    /// All text that can be seen once the page has settled, blanks and line ends tidied.
    #[track_caller]
    pub fn text(&self) -> String {
        self.has_settled();
        self.demand(self.shown())
    }

    /// The text that can be seen now.
    pub(crate) fn shown(&self) -> Result<String, String> {
        let text = self.execute("return app.innerText", Vec::new())?;
        Ok(text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Waits until this text can be seen.
    #[track_caller]
    pub fn sees(&self, text: &str) -> Seen<'_> {
        let seen = patience::until(|| match self.shown()? {
            shown if shown.contains(text) => Ok(()),
            _ => Err(format!("waited in vain for “{text}” to be seen")),
        });
        self.demand(seen);
        Seen::new(self, text)
    }

    /// Waits until something is so.
    #[track_caller]
    pub fn becomes(&self, what: &str, mut is: impl FnMut() -> bool) {
        let so = patience::until(|| if is() { Ok(()) } else { Err(format!("waited in vain for {what}")) });
        self.demand(so);
    }

    /// The element of this role; say more of it.
    pub fn role<'p>(&'p self, role: &'p str) -> Locator<'p> {
        Locator::new(self, role)
    }

    /// The button of this name.
    pub fn button(&self, name: &str) -> Locator<'_> {
        self.role("button").named(name)
    }

    /// The link of this name.
    pub fn link(&self, name: &str) -> Locator<'_> {
        self.role("link").named(name)
    }

    /// The text field of this name.
    pub fn field(&self, name: &str) -> Locator<'_> {
        self.role("textbox").named(name)
    }

    /// The switch of this name.
    pub fn switch(&self, name: &str) -> Locator<'_> {
        self.role("switch").named(name)
    }

    /// The heading with exactly this text.
    pub fn heading(&self, name: &str) -> Locator<'_> {
        self.role("heading").named(name)
    }

    /// The alert that shows this text.
    pub fn alert(&self, text: &str) -> Locator<'_> {
        self.role("alert").with_text(text)
    }
}
