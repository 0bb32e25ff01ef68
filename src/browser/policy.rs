//! Whether the page's own Content-Security-Policy kept a request from being sent: the request itself only says that it
//! failed, as it does without a network.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Reflect;
use leptos::prelude::window_event_listener_untyped;
use web_sys::Event;

/// Listens for what the policy blocks, until it is dropped.
pub struct PolicyWatch {
    blocked: Rc<RefCell<Vec<String>>>,
    stop: Option<Box<dyn FnOnce()>>,
}

impl PolicyWatch {
    /// Begins to listen.
    pub fn start() -> Self {
        let blocked = Rc::new(RefCell::new(Vec::new()));
        let seen = blocked.clone();
        let listener = window_event_listener_untyped("securitypolicyviolation", move |event| {
            // A policy that only reports lets the request pass.
            if property(&event, "disposition").as_deref() != Some("report") {
                seen.borrow_mut().extend(property(&event, "blockedURI"));
            }
        });
        Self { blocked, stop: Some(Box::new(move || listener.remove())) }
    }

    /// Whether a request to this origin was blocked. The event comes a little later than the failure of the request.
    pub fn has_blocked(&self, origin: &str) -> bool {
        self.blocked.borrow().iter().any(|address| address.starts_with(origin))
    }
}

impl Drop for PolicyWatch {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            stop();
        }
    }
}

fn property(event: &Event, name: &str) -> Option<String> {
    Reflect::get(event, &name.into()).ok()?.as_string()
}
