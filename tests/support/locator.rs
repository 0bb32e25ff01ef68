//! One element, by role and accessible name, looked up anew each time it is used: a page that is drawn again meanwhile
//! makes no difference.

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::Page;
use crate::command::Command;
use crate::patience;

const SCRIPT: &str = include_str!("locate.js");

/// Where an element is; what is done with it waits until it is there.
pub struct Locator<'p> {
    page: &'p Page<'p>,
    role: &'p str,
    name: Option<String>,
    part: Option<String>,
    text: Option<String>,
    within: Option<Box<Locator<'p>>>,
}

impl<'p> Locator<'p> {
    pub(crate) fn new(page: &'p Page<'p>, role: &'p str) -> Self {
        Self { page, role, name: None, part: None, text: None, within: None }
    }

    /// The one with exactly this accessible name.
    pub fn named(mut self, name: &str) -> Self {
        self.name = Some(name.to_owned());
        self
    }

    /// The one whose accessible name has this in it.
    pub fn named_like(mut self, part: &str) -> Self {
        self.part = Some(part.to_owned());
        self
    }

    /// The one that shows this text.
    pub fn with_text(mut self, text: &str) -> Self {
        self.text = Some(text.to_owned());
        self
    }

    /// The one inside that other one.
    pub fn within(mut self, other: Locator<'p>) -> Self {
        self.within = Some(Box::new(other));
        self
    }

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

    /// How many there are now.
    #[track_caller]
    pub fn count(&self) -> u64 {
        let within = self.within.as_ref().map(|other| other.using("is not there", Ok));
        let mut wanted = self.wanted(within.as_ref());
        wanted["count"] = json!(true);
        self.page.run(SCRIPT, vec![wanted]).as_u64().expect("a count")
    }

    /// Clicks it.
    #[track_caller]
    pub fn click(&self) {
        // As far as a person would scroll; WebDriver leaves it under a bar that sticks to the edge.
        const SCROLL: &str = "arguments[0].scrollIntoView({ block: 'nearest', inline: 'nearest' })";
        self.using("cannot be clicked", |element| {
            let handle = serde_json::to_value(&element)?;
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
        const OTHER: &str = "const { activeElement: has } = document;
            return has === arguments[0] ? null : has.outerHTML.slice(0, 300)";
        let focused = patience::until(|| {
            let other = self.using("is not there", |element| {
                let handle = serde_json::to_value(&element)?;
                self.page.wait(self.page.client().execute(OTHER, vec![handle]))
            });
            if other.is_null() { Ok(()) } else { Err(format!("the focus is not on {self}, but on {other}")) }
        });
        self.page.demand(focused);
        self
    }

    /// Finds it and does something with it, again and again until that works.
    #[track_caller]
    pub(crate) fn using<T>(&self, trouble: &str, act: impl Fn(Element) -> Result<T, CmdError>) -> T {
        let done = patience::until(|| {
            let element = self.find()?;
            act(element).map_err(|error| format!("{self} {trouble}: {error}"))
        });
        self.page.demand(done)
    }

    fn find(&self) -> Result<Element, String> {
        let within = match &self.within {
            Some(other) => Some(other.find()?),
            None => None,
        };
        let wanted = self.wanted(within.as_ref());
        let answer = self
            .page
            .wait(self.page.client().execute(SCRIPT, vec![wanted]))
            .map_err(|error| format!("{self} cannot be looked for: {error}"))?;
        if let Some(several) = answer.get("several") {
            return Err(format!("{self} is not the only one: {several}"));
        }
        let Some(element) = answer.get("element") else { return Err(format!("{self} is not there")) };
        let element: Element = self.page.element(element);
        self.verify(&element)?;
        Ok(element)
    }

    /// Asks Chromium whether it reckons role and name as `locate.js` does.
    fn verify(&self, element: &Element) -> Result<(), String> {
        let Some(name) = &self.name else { return Ok(()) };
        // No role of ARIA's, but how people call it.
        if self.role == "summary" {
            return Ok(());
        }
        let ask = |what: &str| {
            let path = format!("element/{}/{what}", &*element.element_id());
            let said = self.page.wait(self.page.client().issue_cmd(Command::get(path)));
            said.map_err(|error| format!("{self}: {error}"))
        };
        let (role, label) = (ask("computedrole")?, ask("computedlabel")?);
        let label = label.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        if role == self.role && label == *name {
            Ok(())
        } else {
            Err(format!("{self} is {role} “{label}” to Chromium"))
        }
    }

    fn wanted(&self, within: Option<&Element>) -> Value {
        json!({ "role": self.role, "name": self.name, "part": self.part, "text": self.text, "within": within })
    }
}

impl std::fmt::Display for Locator<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the {}", self.role)?;
        for (how, what) in
            [("", &self.name), (" with … in its name:", &self.part), (" that shows", &self.text)]
        {
            if let Some(what) = what {
                write!(f, "{how} “{what}”")?;
            }
        }
        match &self.within {
            Some(other) => write!(f, " in {other}"),
            None => Ok(()),
        }
    }
}
