//! A page of the app in a Chromium of its own.

use std::time::Duration;

use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::command::Command;
use crate::driver::Driver;
use crate::{Server, console, environment};

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

const TREE: &str = include_str!("tree.js");

/// What WebDriver calls an element in JSON.
pub(crate) const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A page in a browser that is closed when this is dropped. A test that succeeded so far fails then if the browser's
/// console has an error or a violated Content-Security-Policy.
pub struct Page<'s> {
    server: &'s Server,
    client: Option<Client>,
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
        Self::blank_with(server, &[])
    }

    /// The same, started with further flags of Chromium's.
    pub fn blank_with(server: &'s Server, flags: &[&str]) -> Self {
        let driver = Driver::start();
        let profile = tempfile::tempdir().unwrap();
        let mut arguments: Vec<String> = FLAGS.iter().chain(flags).map(|&flag| flag.to_owned()).collect();
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
        Self { server, client: Some(client), _driver: driver, _profile: profile }
    }

    pub(crate) fn client(&self) -> &Client {
        self.client.as_ref().expect("it is there until it is dropped")
    }

    pub(crate) fn server(&self) -> &Server {
        self.server
    }

    /// Waits for an answer of WebDriver.
    pub(crate) fn wait<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> Result<T, String> {
        self.server.runtime().block_on(command).map_err(|error| error.to_string())
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
    /// app's ids and focus: the document, or inside Jira a shadow root.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.demand(self.execute(script, arguments))
    }

    /// The same, where failing is a matter of course.
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
        let answer = self.wait(self.client().execute_async(&format!("{TREE}{script}"), Vec::new()));
        self.demand(answer)
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
