//! What was seen. Only from here can one say that something is not there, or not any more: right after a page was loaded
//! nothing is there at all, and nobody would have looked for anything.

use std::ops::Deref;

use crate::{Locator, Page, patience};

/// An element that was seen.
pub struct Present<'p>(Locator<'p>);

/// A text that was seen.
pub struct Seen<'p> {
    page: &'p Page<'p>,
    text: String,
}

impl<'p> Present<'p> {
    pub(crate) fn new(locator: &Locator<'p>) -> Self {
        Self(locator.clone())
    }

    /// Waits until it is not there any more.
    #[track_caller]
    pub fn vanishes(&self) {
        let gone = patience::until(|| match self.count()? {
            0 => Ok(()),
            _ => Err(format!("{} is still there", self.0)),
        });
        self.page.demand(gone);
        self.page.settles();
    }

    /// Once the page has settled, this is there and none of those.
    #[track_caller]
    pub fn without(&self, other: &Locator<'_>) -> &Self {
        self.page.settles();
        has_none(self.page, other);
        self.appears();
        self
    }

    /// Once the page has settled, this is there and that text is not.
    #[track_caller]
    pub fn without_text(&self, text: &str) -> &Self {
        self.page.settles();
        does_not_show(self.page, text);
        self.appears();
        self
    }
}

impl<'p> Deref for Present<'p> {
    type Target = Locator<'p>;

    fn deref(&self) -> &Locator<'p> {
        &self.0
    }
}

impl<'p> Seen<'p> {
    pub(crate) fn new(page: &'p Page<'p>, text: &str) -> Self {
        Self { page, text: text.to_owned() }
    }

    /// Waits until it cannot be seen any more.
    #[track_caller]
    pub fn vanishes(&self) {
        let text = &self.text;
        let gone = patience::until(|| match self.page.shown()? {
            shown if shown.contains(text) => Err(format!("“{text}” can still be seen")),
            _ => Ok(()),
        });
        self.page.demand(gone);
        self.page.settles();
    }

    /// Once the page has settled, this can be seen and none of those is there.
    #[track_caller]
    pub fn without(&self, other: &Locator<'_>) -> &Self {
        self.page.settles();
        has_none(self.page, other);
        self.page.sees(&self.text);
        self
    }

    /// Once the page has settled, this can be seen and that text cannot.
    #[track_caller]
    pub fn without_text(&self, text: &str) -> &Self {
        self.page.settles();
        does_not_show(self.page, text);
        self.page.sees(&self.text);
        self
    }
}

#[track_caller]
fn has_none(page: &Page<'_>, other: &Locator<'_>) {
    let none = match other.count() {
        Ok(0) => Ok(()),
        Ok(_) => Err(format!("{other} is there")),
        Err(said) => Err(said),
    };
    page.demand(none);
}

#[track_caller]
fn does_not_show(page: &Page<'_>, text: &str) {
    let none = match page.shown() {
        Ok(shown) if shown.contains(text) => Err(format!("“{text}” can be seen")),
        shown => shown.map(|_| ()),
    };
    page.demand(none);
}
