//! A page of the app in a Chromium of its own.

use std::cell::Cell;
use std::time::Duration;

use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::command::Command;
use crate::driver::Driver;
use crate::{Locator, Server, console, environment, patience};

/// As on a usual desktop; narrow screens are emulated.
const FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1280,900",
    "--lang=en-GB",
];

/// What WebDriver calls an element in JSON.
const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A page in a browser that is closed when this is dropped. A test that succeeded so far fails then if the browser's
/// console has an error or a violated Content-Security-Policy.
pub struct Page<'s> {
    server: &'s Server,
    client: Option<Client>,
    /// What this page's console may say.
    pub(crate) tolerated: Cell<&'static [&'static str]>,
    // Dropped in this order, after the session has ended.
    _driver: Driver,
    _profile: TempDir,
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
    /// A browser that shows nothing yet.
    pub fn blank(server: &'s Server) -> Self {
        let driver = Driver::start();
        let profile = tempfile::tempdir().unwrap();
        let mut arguments: Vec<String> = FLAGS.map(str::to_owned).to_vec();
        arguments.push(format!("--user-data-dir={}", profile.path().display()));
        let mut wanted = Capabilities::new();
        wanted.insert(
            "goog:chromeOptions".to_owned(),
            json!({ "binary": environment::chrome(), "args": arguments }),
        );
        wanted.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(wanted);
        let client = server
            .runtime()
            .block_on(builder.connect(&driver.address()))
            .unwrap_or_else(|error| panic!("the browser did not start: {error}"));
        Self { server, client: Some(client), tolerated: Cell::new(&[]), _driver: driver, _profile: profile }
    }

    pub(crate) fn client(&self) -> &Client {
        self.client.as_ref().expect("it is there until it is dropped")
    }

    pub(crate) fn server(&self) -> &Server {
        self.server
    }

    /// Waits for an answer of WebDriver.
    pub(crate) fn wait<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> Result<T, CmdError> {
        self.server.runtime().block_on(command)
    }

    /// Fails with what is on the page.
    #[track_caller]
    pub(crate) fn demand<T>(&self, result: Result<T, String>) -> T {
        match result {
            Ok(value) => value,
            Err(said) => {
                let outline = self.wait(self.client().execute(include_str!("outline.js"), Vec::new()));
                let outline = match &outline {
                    Ok(Value::String(outline)) => outline.as_str(),
                    _ => "(the page cannot be read)",
                };
                panic!("{said}\n--- address ---\n{outline}")
            }
        }
    }

    /// Runs a script in the page and gives what it returns.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.demand(self.wait(self.client().execute(script, arguments)).map_err(|error| error.to_string()))
    }

    /// Runs a script that calls back.
    #[track_caller]
    pub(crate) fn run_async(&self, script: &str) -> Value {
        let answer = self.wait(self.client().execute_async(script, Vec::new()));
        self.demand(answer.map_err(|error| error.to_string()))
    }

    /// A command of the Chrome DevTools Protocol.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        let answer = self.wait(self.client().issue_cmd(Command::post("goog/cdp/execute", body)));
        self.demand(answer.map_err(|error| format!("{command}: {error}")))
    }

    pub(crate) fn element(&self, json: &Value) -> Element {
        let id = json[ELEMENT_KEY].as_str().expect("an element");
        Element::from_element_id(self.client().clone(), ElementRef::from(id.to_owned()))
    }

    /// Opens the app at this address behind its `#`.
    #[track_caller]
    pub fn go(&self, route: &str) {
        let address = if route.is_empty() {
            self.server.origin()
        } else {
            format!("{}/#{route}", self.server.origin())
        };
        self.visit(&address);
    }

    /// Opens any address.
    #[track_caller]
    pub fn visit(&self, address: &str) {
        self.demand(self.wait(self.client().goto(address)).map_err(|error| error.to_string()));
    }

    /// Back, by the browser's own button.
    #[track_caller]
    pub fn back(&self) {
        self.demand(self.wait(self.client().back()).map_err(|error| error.to_string()));
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        self.demand(self.wait(self.client().refresh()).map_err(|error| error.to_string()));
    }

    /// The address as it is now.
    #[track_caller]
    pub fn address(&self) -> String {
        self.run("return location.href", Vec::new()).as_str().unwrap().to_owned()
    }

    /// Waits until the address, behind its `#`, is this.
    #[track_caller]
    pub fn is_at(&self, route: &str) {
        self.becomes(&format!("at #{route}"), || self.address().ends_with(&format!("/#{route}")));
    }

    /// The title of the tab.
    #[track_caller]
    pub fn title(&self) -> String {
        self.run("return document.title", Vec::new()).as_str().unwrap().to_owned()
    }

    /// All text that can be seen, blanks and line ends tidied.
    #[track_caller]
    pub fn text(&self) -> String {
        let text = self.run("return document.body.innerText", Vec::new());
        text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Waits until this text can be seen.
    #[track_caller]
    pub fn sees(&self, text: &str) -> &Self {
        self.becomes(&format!("“{text}” to be seen"), || self.text().contains(text));
        self
    }

    /// Waits until this text cannot be seen.
    #[track_caller]
    pub fn sees_no(&self, text: &str) -> &Self {
        self.becomes(&format!("“{text}” to be gone"), || !self.text().contains(text));
        self
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

    /// Presses a key wherever the focus is.
    #[track_caller]
    pub fn press(&self, key: Key) {
        self.types(&char::from(key).to_string());
    }

    /// Types wherever the focus is.
    #[track_caller]
    pub fn types(&self, keys: &str) {
        let pressed = self
            .wait(self.client().active_element())
            .and_then(|element| self.wait(element.send_keys(keys)))
            .map_err(|error| format!("the keys {keys:?} cannot be pressed: {error}"));
        self.demand(pressed);
    }

    /// Moves the focus on by Tab until it is on the element of this role and name.
    #[track_caller]
    pub fn tab_to(&self, role: &str, name: &str) {
        let wanted = self.role(role).named(name);
        let id = wanted.using("is not there", |element| Ok(element.element_id()));
        for _ in 0..80 {
            let active = self.wait(self.client().active_element()).map(|element| element.element_id());
            if active.is_ok_and(|active| *active == *id) {
                return;
            }
            self.press(Key::Tab);
        }
        self.demand(Err(format!("Tab does not lead to {wanted}")))
    }

    /// Lets the console say this once in this test, because what is tried has it said.
    pub fn tolerates(&self, sayings: &'static [&'static str]) {
        self.tolerated.set(sayings);
    }
}

impl Drop for Page<'_> {
    fn drop(&mut self) {
        let Some(client) = self.client.take() else { return };
        let complaints =
            if std::thread::panicking() { Vec::new() } else { console::complaints(self, &client) };
        let closing = async { tokio::time::timeout(Duration::from_secs(5), client.close()).await };
        // The browser goes with its driver in any case.
        let _ = self.server.runtime().block_on(closing);
        assert!(complaints.is_empty(), "the console of the browser complains:\n{}", complaints.join("\n"));
    }
}
