//! A Chromium with its driver. Those without flags of their own are used by one test after another: each gets a place
//! apart in it, with cookies, storage, permissions and caches of its own, and takes it away again with all its pages.

use std::sync::{LazyLock, Mutex, PoisonError};

use fantoccini::wd::{Capabilities, WindowHandle};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use crate::control::Control;
use crate::driver::Driver;
use crate::{console, environment};

/// As on a usual desktop; narrow screens are emulated.
const FLAGS: [&str; 12] = [
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
    // Pages of Chromium's own around its address field, which each new window would load.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
];

/// Those that no test uses at the moment.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// What the connections to the drivers run on: they outlive the test that made them.
pub(crate) fn runtime() -> &'static Runtime {
    static RUNTIME: LazyLock<Runtime> =
        LazyLock::new(|| Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap());
    &RUNTIME
}

/// A running browser, ended when it is dropped.
pub(crate) struct Browser {
    client: Client,
    control: Control,
    /// The tab that it began with and that nothing is done in.
    first_tab: WindowHandle,
    /// Whether it may be used by other tests.
    is_usual: bool,
    _driver: Driver,
}

/// A place apart in a browser, with a tab in it.
pub(crate) struct Place {
    /// What the protocol calls it.
    pub(crate) id: Value,
}

impl Browser {
    /// One without further flags, that no test uses now.
    pub(crate) fn usual() -> Self {
        let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.unwrap_or_else(|| Self { is_usual: true, ..Self::start(&[]) })
    }

    /// One with these flags, for one test.
    pub(crate) fn start(flags: &[&str]) -> Self {
        let driver = Driver::start();
        let mut arguments: Vec<String> = FLAGS.iter().chain(flags).map(|&flag| flag.to_owned()).collect();
        arguments.extend(std::env::var("XFLAGS").unwrap_or_default().split_whitespace().map(str::to_owned));
        arguments.push(format!("--user-data-dir={}", driver.profile().display()));
        let mut expected = Capabilities::new();
        expected.insert(
            "goog:chromeOptions".to_owned(),
            json!({ "binary": environment::chrome(), "args": arguments }),
        );
        expected.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(expected);
        let client = runtime()
            .block_on(builder.connect(&driver.address()))
            .unwrap_or_else(|error| panic!("the browser did not start: {error}"));
        let first_tab = runtime().block_on(client.window()).expect("it begins with a tab");
        let control = Control::connect(driver.socket());
        Self { client, control, first_tab, is_usual: false, _driver: driver }
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// Whether it is the tab that the browser began with.
    pub(crate) fn is_first_tab(&self, tab: &WindowHandle) -> bool {
        *tab == self.first_tab
    }

    /// Makes a place and goes to its tab; the console is empty.
    pub(crate) fn open_place(&mut self) -> Result<Place, String> {
        let mut place = self.control.command("Target.createBrowserContext", &json!({}))?;
        let id = place["browserContextId"].take();
        let tab = json!({
            "url": "about:blank", "browserContextId": id, "newWindow": true, "width": 1280, "height": 900,
        });
        let tab = self.control.command("Target.createTarget", &tab)?;
        let tab = tab["targetId"].as_str().unwrap_or_default().to_owned();
        let tab = WindowHandle::try_from(tab).map_err(|error| error.to_string())?;
        let switched = runtime().block_on(self.client.switch_to_window(tab));
        switched.map_err(|error| error.to_string())?;
        console::read(&self.client)?;
        Ok(Place { id })
    }

    /// Takes a place away with all that is in it, and keeps the browser for the next test. One that does not do as it is
    /// told is ended.
    pub(crate) fn close_place(mut self, place: &Place) {
        let id = json!({ "browserContextId": place.id });
        let is_gone = self.control.command("Target.disposeBrowserContext", &id).is_ok();
        if is_gone && self.is_usual {
            IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(self);
        }
    }
}
