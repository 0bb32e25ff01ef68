//! One element, by role and accessible name, looked up anew each time it is used: a page that is drawn again meanwhile
//! makes no difference.

use fantoccini::elements::Element;
use serde_json::{Value, json};

use crate::Page;
use crate::command::Command;
use crate::page::ELEMENT_KEY;
use crate::patience;

const SCRIPT: &str = include_str!("locate.js");

/// Runs a script on a page, settled or not.
type Execute<'e> = dyn Fn(&str, Vec<Value>) -> Result<Value, String> + 'e;

/// Where an element is; what is done with it waits until it is there.
#[derive(Clone)]
pub struct Locator<'p> {
    pub(crate) page: &'p Page<'p>,
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

    /// How many there are now.
    pub(crate) fn count(&self) -> Result<u64, String> {
        let within = match &self.within {
            Some(other) => Some(other.find()?),
            None => None,
        };
        let mut expected = self.expected(within.as_ref());
        expected["count"] = json!(true);
        self.page.execute(SCRIPT, vec![expected])?.as_u64().ok_or_else(|| "no count".to_owned())
    }

    /// Finds it and does something with it, again and again until that works.
    #[track_caller]
    pub(crate) fn using<T>(&self, failure: &str, act: impl Fn(Element) -> Result<T, String>) -> T {
        let done = patience::until(|| {
            let element = self.find()?;
            act(element).map_err(|error| format!("{self} {failure}: {error}"))
        });
        self.page.demand(done)
    }

    /// The same on a page that has settled before. Finding is part of it: what is found while something is under way may
    /// be what stood there before.
    #[track_caller]
    pub(crate) fn using_settled<T>(&self, failure: &str, act: impl Fn(Element) -> Result<T, String>) -> T {
        let done = patience::until(|| {
            let element = self.find_settled()?;
            act(element).map_err(|error| format!("{self} {failure}: {error}"))
        });
        self.page.demand(done)
    }

    fn find(&self) -> Result<Element, String> {
        self.find_by(&|script, arguments| self.page.execute(script, arguments))
    }

    #[track_caller]
    fn find_settled(&self) -> Result<Element, String> {
        self.find_by(&|script, arguments| self.page.execute_settled(script, arguments))
    }

    fn find_by(&self, execute: &Execute<'_>) -> Result<Element, String> {
        let within = match &self.within {
            Some(other) => Some(other.find_by(execute)?),
            None => None,
        };
        let expected = self.expected(within.as_ref());
        let answer = execute(SCRIPT, vec![expected])
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

    fn expected(&self, within: Option<&Element>) -> Value {
        json!({
            "role": self.role, "name": self.name, "part": self.part, "text": self.text,
            "within": within.map(handle),
        })
    }
}

/// The element as scripts take it.
pub(crate) fn handle(element: &Element) -> Value {
    json!({ ELEMENT_KEY: &*element.element_id() })
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
