//! Giving up a request because somebody does not want to wait for its answer any longer.

use super::error::{Case, Cause, Error};
use crate::sentences;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use web_sys::AbortController;

/// A cause of its own only where work can be given up, so that the first file is spared it.
static STOPPED: Case = Case { title: sentences::YOU_STOPPED_WAITING, text: "There was no answer yet." };

thread_local! {
    /// What ends the request that was begun last.
    static BEGUN: RefCell<Option<AbortController>> = const { RefCell::new(None) };
}

/// Takes note of what ends a request that begins.
pub(super) fn note(request: Option<AbortController>) {
    BEGUN.set(request);
}

/// Gives up the request that some work waits for; copies give up the same.
#[derive(Clone, Default)]
pub struct Stop(Rc<State>);

#[derive(Default)]
struct State {
    request: RefCell<Option<AbortController>>,
    /// Whether one was given up.
    is_stopped: Cell<bool>,
}

impl Stop {
    /// Does the work, whose requests can be given up meanwhile. Those that other work sends go on.
    pub async fn over<T>(&self, work: impl Future<Output = T>) -> T {
        self.0.is_stopped.set(false);
        let mut work = pin!(work);
        let done = poll_fn(|context| {
            BEGUN.take();
            let polled = work.as_mut().poll(context);
            if let Some(request) = BEGUN.take() {
                self.0.request.replace(Some(request));
            }
            polled
        });
        let done = done.await;
        self.0.request.take();
        done
    }

    /// Gives up the request that is under way; the server may do it all the same.
    pub fn stop(&self) {
        if let Some(request) = self.0.request.take() {
            self.0.is_stopped.set(true);
            request.abort();
        }
    }

    /// The error of such work: of a request that was given up, it says that.
    pub fn told(&self, error: Error) -> Error {
        match error.cause {
            Cause::TimedOut if self.0.is_stopped.get() => Error { cause: Cause::Known(&STOPPED), ..error },
            _ => error,
        }
    }
}

/// Whether the person stopped waiting for it.
pub fn is_stopped(error: &Error) -> bool {
    matches!(error.cause, Cause::Known(case) if *case == STOPPED)
}
