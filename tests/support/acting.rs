//! What is done with an element, and what is waited for. Whatever is done begins on a page that has settled and ends on
//! one that has settled again, with the answer drawn.

use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use fantoccini::key::Key;

use crate::locator::{Locator, handle};
use crate::patience;
use crate::present::Present;

impl<'p> Locator<'p> {
    /// Waits until it is there.
    #[track_caller]
    pub fn appears(&self) -> Present<'p> {
        self.using("is not there", |_| Ok(()));
        Present::new(self)
    }

    /// Waits until there are so many, which cannot be none: see [`Present`].
    #[track_caller]
    pub fn are(&self, expected: u64) -> Present<'p> {
        assert_ne!(expected, 0, "what is not there is said beside what is there");
        let are = patience::until(|| match self.count()? {
            count if count == expected => Ok(()),
            count => Err(format!("there are {count} of {self}, not {expected}")),
        });
        self.page.demand(are);
        Present::new(self)
    }

    /// Clicks it.
    #[track_caller]
    pub fn click(&self) -> Present<'p> {
        // As far as a person would scroll; WebDriver leaves it under a bar that sticks to the edge.
        const SCROLL: &str = "arguments[0].scrollIntoView({ block: 'nearest', inline: 'nearest' })";
        self.using_settled("cannot be clicked", |element| {
            let handle = handle(&element);
            self.page.wait(self.page.client().execute(SCROLL, vec![handle]))?;
            self.page.wait(element.click())
        });
        self.page.settles();
        Present::new(self)
    }

    /// Moves the mouse over it.
    #[track_caller]
    pub fn hover(&self) -> Present<'p> {
        self.using_settled("cannot be pointed at", |element| {
            let to = PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 };
            let mouse = MouseActions::new("mouse".to_owned()).then(to);
            self.page.wait(self.page.client().perform_actions(mouse))
        });
        self.page.settles();
        Present::new(self)
    }

    /// Types this in the place of what is in it.
    #[track_caller]
    pub fn fill(&self, text: &str) -> Present<'p> {
        // Select all, then type over it; Backspace for nothing.
        let select_all = format!("{}a{}", char::from(Key::Control), char::from(Key::Null));
        let typed = if text.is_empty() { String::from(char::from(Key::Backspace)) } else { text.to_owned() };
        self.using_settled("cannot be typed in", |element| {
            self.page.wait(element.send_keys(&format!("{select_all}{typed}")))
        });
        self.page.settles();
        Present::new(self)
    }

    /// Gives it the focus and presses a key.
    #[track_caller]
    pub fn press(&self, key: Key) -> Present<'p> {
        let key = char::from(key).to_string();
        self.using_settled("takes no keys", |element| self.page.wait(element.send_keys(&key)));
        self.page.settles();
        Present::new(self)
    }

    /// The text that it shows.
    #[track_caller]
    pub fn text(&self) -> String {
        self.using_settled("has no text", |element| self.page.wait(element.text()))
    }

    /// Waits until it shows this text.
    #[track_caller]
    pub fn shows(&self, part: &str) -> Present<'p> {
        self.using("does not show it", |element| {
            let text = self.page.wait(element.text())?;
            if text.contains(part) { Ok(()) } else { Err(format!("it shows “{text}”, not “{part}”")) }
        });
        Present::new(self)
    }

    /// What is in it: of a text field, say.
    #[track_caller]
    pub fn value(&self) -> String {
        self.using_settled("has no value", |element| self.page.wait(element.prop("value")))
            .unwrap_or_default()
    }

    /// Waits until this is in it.
    #[track_caller]
    pub fn holds(&self, value: &str) -> Present<'p> {
        self.using("does not hold it", |element| {
            match self.page.wait(element.prop("value"))?.unwrap_or_default() {
                is if is == value => Ok(()),
                is => Err(format!("it holds “{is}”, not “{value}”")),
            }
        });
        Present::new(self)
    }

    /// An attribute.
    #[track_caller]
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.using_settled("has no attributes", |element| self.page.wait(element.attr(name)))
    }

    /// Waits until an attribute has this value.
    #[track_caller]
    pub fn has(&self, name: &str, value: &str) -> Present<'p> {
        self.using("does not have it", |element| match self.page.wait(element.attr(name))? {
            Some(is) if is == value => Ok(()),
            is => Err(format!("it has {name}={is:?}, not {value:?}")),
        });
        Present::new(self)
    }

    /// Waits until it has the focus.
    #[track_caller]
    pub fn has_focus(&self) -> Present<'p> {
        const OTHER: &str = "const { activeElement: has } = tree;
            return has === arguments[0] ? null : (has?.outerHTML.slice(0, 300) ?? 'what is around the app')";
        self.using("has no focus", |element| {
            let other = self.page.execute(OTHER, vec![handle(&element)])?;
            if other.is_null() { Ok(()) } else { Err(format!("the focus is on {other}")) }
        });
        Present::new(self)
    }
}
