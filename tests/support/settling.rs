//! Waiting until the page has had every answer: nobody acts on, and nothing is said to be missing from, what stood there
//! before. A request that is held by [`crate::Fault::Held`] is not waited for, and neither is what is drawn meanwhile.

use serde_json::{Value, json};

use crate::{Page, patience, wire};

/// Put into every document.
pub(crate) const WATCH: &str = include_str!("watch.js");

/// Milliseconds that the page waits by itself before it is asked anew, because what is held may have changed.
const AT_ONCE: u32 = 200;

impl Page<'_> {
    /// Waits until nothing is under way any more: requests, short timers, the start of the app, and whatever is drawn
    /// as busy.
    #[track_caller]
    pub fn settles(&self) {
        let settled = patience::until(|| {
            let script = format!("{WATCH}{}", include_str!("settled.js"));
            let arguments = vec![json!(wire::held()), json!(self.starts()), json!(AT_ONCE)];
            nothing_of(&self.wait(self.client().execute_async(&script, arguments))?)
        });
        self.demand(settled);
    }

    /// Has everything that the page does after some seconds happen now. By itself it happens never, however slow the
    /// machine is: messages stay, countdowns stand still.
    #[track_caller]
    pub fn passes_time(&self) {
        self.passes(false);
    }

    /// Has time pass by itself from now on, until the page is loaded anew.
    #[track_caller]
    pub fn runs_its_clock(&self) {
        self.passes(true);
    }

    #[track_caller]
    fn passes(&self, for_good: bool) {
        let script = "window[Symbol.for('what the document waits for')].passTime(arguments[0])";
        self.run(script, vec![json!(for_good)]);
        self.settles();
    }

    /// Waits until nothing is under way, without waiting for a frame where nothing is.
    #[track_caller]
    pub(crate) fn has_settled(&self) {
        let settled = patience::until(|| self.execute_settled("", Vec::new()));
        self.demand(settled);
    }

    /// Runs a script as [`Page::execute`] does, but fails while something is under way.
    pub(crate) fn execute_settled(&self, script: &str, mut arguments: Vec<Value>) -> Result<Value, String> {
        let count = arguments.len();
        arguments.extend([json!(wire::held()), json!(self.starts())]);
        let script = format!(
            "const left = window[Symbol.for('what the document waits for')]
                ?.underWay(arguments[{count}], arguments[{count} + 1]) ?? ['the document'];
            if (left.length > 0) return {{ left }};
            const value = (function () {{ {script} }}).apply(null, arguments);
            return value instanceof Promise ? value.then((value) => ({{ value }})) : {{ value }};"
        );
        let mut answer = self.execute(&script, arguments)?;
        if answer.get("left").is_some() {
            self.settles();
            return Err(format!("there is still under way: {}", answer["left"]));
        }
        Ok(answer["value"].take())
    }
}

/// Fails with what is left.
fn nothing_of(left: &Value) -> Result<(), String> {
    let here = wire::under_way();
    match left.as_array() {
        Some(left) if left.is_empty() && here.is_empty() => Ok(()),
        _ => Err(format!("there is still under way: {left}, on the wire {here:?}")),
    }
}
