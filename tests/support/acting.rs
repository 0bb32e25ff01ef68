//! What is done with an element, and what is waited for.

use fantoccini::key::Key;

use crate::locator::{Locator, handle};
use crate::patience;

impl Locator<'_> {
    /// Waits until it is there.
    #[track_caller]
    pub fn appears(&self) -> &Self {
        self.using("is not there", |_| Ok(()));
        self
    }

    /// Waits until it is not there.
    #[track_caller]
    pub fn vanishes(&self) {
        let gone = patience::until(|| match self.count() {
            0 => Ok(()),
            _ => Err(format!("{self} is still there")),
        });
        self.page.demand(gone);
    }

    /// Clicks it.
    #[track_caller]
    pub fn click(&self) {
        // As far as a person would scroll; WebDriver leaves it under a bar that sticks to the edge.
        const SCROLL: &str = "arguments[0].scrollIntoView({ block: 'nearest', inline: 'nearest' })";
        self.using("cannot be clicked", |element| {
            let handle = handle(&element);
            self.page.wait(self.page.client().execute(SCROLL, vec![handle]))?;
            self.page.wait(element.click())
        });
    }

    /// Types this in the place of what is in it.
    #[track_caller]
    pub fn fill(&self, text: &str) {
        // Select all, then type over it; Backspace for nothing.
        let select_all = format!("{}a{}", char::from(Key::Control), char::from(Key::Null));
        let typed = if text.is_empty() { String::from(char::from(Key::Backspace)) } else { text.to_owned() };
        self.using("cannot be typed in", |element| {
            self.page.wait(element.send_keys(&format!("{select_all}{typed}")))
        });
    }

    /// Gives it the focus and presses a key.
    #[track_caller]
    pub fn press(&self, key: Key) {
        let key = char::from(key).to_string();
        self.using("takes no keys", |element| self.page.wait(element.send_keys(&key)));
    }

    /// The text that it shows.
    #[track_caller]
    pub fn text(&self) -> String {
        self.using("has no text", |element| self.page.wait(element.text()))
    }

    /// Waits until it shows this text.
    #[track_caller]
    pub fn shows(&self, part: &str) -> &Self {
        let mut last = String::new();
        let shown = patience::until(|| {
            last = self.text();
            if last.contains(part) {
                Ok(())
            } else {
                Err(format!("{self} shows “{last}”, not “{part}”"))
            }
        });
        self.page.demand(shown);
        self
    }

    /// What is in it: of a text field, say.
    #[track_caller]
    pub fn value(&self) -> String {
        self.using("has no value", |element| self.page.wait(element.prop("value"))).unwrap_or_default()
    }

    /// Waits until this is in it.
    #[track_caller]
    pub fn holds(&self, value: &str) -> &Self {
        let holds = patience::until(|| match self.value() {
            is if is == value => Ok(()),
            is => Err(format!("{self} holds “{is}”, not “{value}”")),
        });
        self.page.demand(holds);
        self
    }

    /// An attribute.
    #[track_caller]
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.using("has no attributes", |element| self.page.wait(element.attr(name)))
    }

    /// Waits until an attribute has this value.
    #[track_caller]
    pub fn has(&self, name: &str, value: &str) -> &Self {
        let has = patience::until(|| match self.attribute(name) {
            Some(is) if is == value => Ok(()),
            is => Err(format!("{self} has {name}={is:?}, not {value:?}")),
        });
        self.page.demand(has);
        self
    }

    /// Waits until it has the focus.
    #[track_caller]
    pub fn has_focus(&self) -> &Self {
        const OTHER: &str = "const { activeElement: has } = tree;
            return has === arguments[0] ? null : (has?.outerHTML.slice(0, 300) ?? 'what is around the app')";
        let focused = patience::until(|| {
            let other = self.using("is not there", |element| {
                let handle = handle(&element);
                self.page.execute(OTHER, vec![handle])
            });
            if other.is_null() { Ok(()) } else { Err(format!("the focus is not on {self}, but on {other}")) }
        });
        self.page.demand(focused);
        self
    }
}
