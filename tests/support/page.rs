//! A page of the app in Chromium, apart from all others.

use std::cell::Cell;

use fantoccini::Client;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use serde_json::{Value, json};

use crate::browser::{Browser, Place, runtime};
use crate::command::Command;
use crate::settling::WATCH;
use crate::{Server, console, patience};

const TREE: &str = include_str!("tree.js");

/// What WebDriver calls an element in JSON.
pub(crate) const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A page that shares nothing with any other: it goes when this is dropped, with its cookies and storage. A test that
/// succeeded so far fails then if the browser's console has an error or a violated Content-Security-Policy.
pub struct Page<'s> {
    server: &'s Server,
    /// There until it is dropped.
    browser: Option<Browser>,
    place: Place,
    starts: Cell<bool>,
}

impl Server {
    /// Opens the app at this address behind its `#`, for example `/integrations/new`.
    #[track_caller]
    pub fn open(&self, route: &str) -> Page<'_> {
        let page = Page::blank(self);
        page.go(route);
        page
    }
}

impl<'s> Page<'s> {
    /// A page that shows nothing yet.
    pub fn blank(server: &'s Server) -> Self {
        Self::in_browser(server, Browser::usual())
    }

    /// The same in a browser of its own, started with further flags of Chromium's.
    pub fn blank_with(server: &'s Server, flags: &[&str]) -> Self {
        Self::in_browser(server, Browser::start(flags))
    }

    fn in_browser(server: &'s Server, mut browser: Browser) -> Self {
        let place = browser.open_place().unwrap_or_else(|error| panic!("no page can be opened: {error}"));
        let page = Self { server, browser: Some(browser), place, starts: Cell::new(true) };
        page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": WATCH }));
        page
    }

    /// The app does not start in the documents to come, because something that it needs is kept from it: nobody waits
    /// for that.
    pub fn never_starts(&self) {
        self.starts.set(false);
    }

    /// Whether the app can be expected to start.
    pub(crate) fn starts(&self) -> bool {
        self.starts.get()
    }

    pub(crate) fn browser(&self) -> &Browser {
        self.browser.as_ref().expect("it is there until it is dropped")
    }

    pub(crate) fn client(&self) -> &Client {
        self.browser().client()
    }

    pub(crate) fn server(&self) -> &Server {
        self.server
    }

    /// Waits for an answer of WebDriver.
    pub(crate) fn wait<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> Result<T, String> {
        runtime().block_on(command).map_err(|error| error.to_string())
    }

    /// Fails with what is on the page.
    #[track_caller]
    pub(crate) fn demand<T>(&self, result: Result<T, String>) -> T {
        match result {
            Ok(value) => value,
            Err(said) => {
                let outline = self.execute(include_str!("outline.js"), Vec::new());
                let outline = match &outline {
                    Ok(Value::String(outline)) => outline.as_str(),
                    _ => "(the page cannot be read)",
                };
                panic!("{said}\n--- address ---\n{outline}")
            }
        }
    }

    /// Runs a script in the page and gives what it returns. It finds the app in `app`, and in `tree` what knows the
    /// app's ids and focus: the document, or inside Jira a shadow root. The page has settled before.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = patience::until(|| self.execute_settled(script, arguments.clone()));
        self.demand(answer)
    }

    /// The same, whatever is under way, and where failing is a matter of course.
    pub(crate) fn execute(&self, script: &str, arguments: Vec<Value>) -> Result<Value, String> {
        self.wait(self.client().execute(&format!("{TREE}{script}"), arguments))
    }

    /// What has the focus, in shadow roots as well.
    pub(crate) fn active(&self) -> Result<Element, String> {
        const SCRIPT: &str = "
            let has = document.activeElement;
            while (has.shadowRoot?.activeElement) has = has.shadowRoot.activeElement;
            return has;";
        Ok(self.element(&self.execute(SCRIPT, Vec::new())?))
    }

    /// Runs a script that calls back.
    #[track_caller]
    pub fn run_async(&self, script: &str) -> Value {
        self.has_settled();
        let answer = self.wait(self.client().execute_async(&format!("{TREE}{script}"), Vec::new()));
        self.demand(answer)
    }

    /// A command of the Chrome DevTools Protocol. What is the whole browser's there is done for this page alone.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        let mut parameters = parameters.clone();
        if command.starts_with("Browser.") {
            parameters["browserContextId"] = self.place.id.clone();
        }
        let body = json!({ "cmd": command, "params": parameters });
        let answer = self.wait(self.client().issue_cmd(Command::post("goog/cdp/execute", body)));
        self.demand(answer.map_err(|error| format!("{command}: {error}")))
    }

    pub(crate) fn element(&self, json: &Value) -> Element {
        let id = json[ELEMENT_KEY].as_str().expect("an element");
        Element::from_element_id(self.client().clone(), ElementRef::from(id.to_owned()))
    }
}

impl Drop for Page<'_> {
    fn drop(&mut self) {
        let complaints = if std::thread::panicking() { Vec::new() } else { console::complaints(self) };
        if let Some(browser) = self.browser.take() {
            browser.close_place(&self.place);
        }
        assert!(complaints.is_empty(), "the console of the browser complains:\n{}", complaints.join("\n"));
    }
}
