//! Something that is read from a server: nothing yet, loading, there since some moment, or failed with what was there
//! before. A later reading wins, and what its page owned is forgotten with the page. What fails for a cause that may pass
//! is read again by itself, three times, and at once when the browser is back on the network.

use super::error::Error;
use super::order::{Arrival, Order, Ticket};
use super::tries::Tries;
use crate::browser::clock;
use crate::browser::pause::pause;
use crate::browser::task::spawn;
use leptos::prelude::*;
use std::any::Any;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

/// What was read, whatever it is: so that the machinery is compiled once, not for each type.
type Value = Arc<dyn Any + Send + Sync>;
type Answer = Pin<Box<dyn Future<Output = Result<Value, Error>>>>;
type Read = Rc<dyn Fn() -> Answer>;

const SECOND: Duration = Duration::from_secs(1);

/// What was read; copies are the same.
pub struct Loaded<T: 'static> {
    inner: Inner,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Loaded<T> {}

#[derive(Clone, Copy)]
struct Inner {
    value: RwSignal<Option<Value>>,
    read_at: RwSignal<Option<f64>>,
    error: RwSignal<Option<Error>>,
    loading: RwSignal<bool>,
    /// Seconds until it is read again by itself; infinite when only the network's return makes it do so.
    again: RwSignal<Option<f64>>,
    order: StoredValue<Order>,
    read: StoredValue<Option<Read>, LocalStorage>,
}

impl Inner {
    fn new() -> Self {
        let inner = Self {
            value: RwSignal::new(None),
            read_at: RwSignal::new(None),
            error: RwSignal::new(None),
            loading: RwSignal::new(false),
            again: RwSignal::new(None),
            order: StoredValue::new(Order::default()),
            read: StoredValue::new_local(None),
        };
        let listener = window_event_listener_untyped("online", move |_| inner.come_back());
        on_cleanup(move || listener.remove());
        inner
    }

    /// By itself, or because somebody wants it.
    fn reload(self, by_itself: bool, tries: Tries) {
        let Some(read) = self.read.try_get_value().flatten() else { return };
        self.loading.set(true);
        self.again.set(by_itself.then_some(0.0));
        spawn(self.run(read, by_itself, tries));
    }

    /// The browser is on the network again.
    fn come_back(self) {
        if self.again.try_get_untracked().flatten().is_some() && !self.loading.get_untracked() {
            self.reload(true, Tries::default());
        }
    }

    async fn run(self, read: Read, mut by_itself: bool, mut tries: Tries) {
        loop {
            let Some(ticket) = self.order.try_update_value(Order::begin) else { return };
            let answer = read().await;
            match self.arrival(ticket) {
                Arrival::Late => return,
                Arrival::Overtaken => continue,
                Arrival::Counts => {}
            }
            let pause = answer.as_ref().err().and_then(|error| tries.next(&error.cause));
            self.take(answer, by_itself);
            self.again.set(pause);
            let Some(mut left) = pause.filter(|pause| pause.is_finite()) else { return };
            while left > 0.0 {
                self.again.set(Some(left));
                self::pause(SECOND).await;
                if self.arrival(ticket) == Arrival::Late {
                    return;
                }
                left -= 1.0;
            }
            self.again.set(Some(0.0));
            self.loading.set(true);
            by_itself = true;
        }
    }

    /// Late also when its page was left.
    fn arrival(self, ticket: Ticket) -> Arrival {
        self.order.try_with_value(|order| order.arrived(ticket)).unwrap_or(Arrival::Late)
    }

    fn take(self, answer: Result<Value, Error>, by_itself: bool) {
        match answer {
            Ok(value) => {
                self.value.set(Some(value));
                self.read_at.set(Some(clock::now()));
                self.error.set(None);
            }
            // The same failure again: its notice stays as it is, with the focus of who reads it.
            Err(error) if by_itself && self.error.read_untracked().as_ref() == Some(&error) => {}
            Err(error) => self.error.set(Some(error)),
        }
        self.loading.set(false);
    }

    fn set(self, value: Value) {
        if self.order.try_update_value(Order::changed).is_some() {
            self.value.set(Some(value));
        }
    }

    fn forget(self) {
        self.order.update_value(Order::cancel);
        self.value.set(None);
        self.read_at.set(None);
        self.error.set(None);
        self.again.set(None);
        self.loading.set(false);
    }
}

impl<T: Clone + Send + Sync + 'static> Loaded<T> {
    /// Nothing yet.
    pub fn new() -> Self {
        Self { inner: Inner::new(), of: PhantomData }
    }

    /// Reads it, now and at each [`Loaded::reload`]; what was there before stays until the answer arrives.
    pub fn load<F: Future<Output = Result<T, Error>> + 'static>(self, read: impl Fn() -> F + 'static) {
        let read: Read = Rc::new(move || {
            let answer = read();
            Box::pin(async move { Ok(Arc::new(answer.await?) as Value) })
        });
        self.inner.read.set_value(Some(read));
        self.inner.reload(false, Tries::default());
    }

    /// Reads it again as last time.
    pub fn reload(self) {
        self.inner.reload(false, Tries::default());
    }

    /// Reads it again as last time, and never by itself: for a form that is drawn anew with it, while somebody types.
    pub fn reload_once(self) {
        self.inner.reload(false, Tries::NONE);
    }

    /// What was read last; followed.
    pub fn get(self) -> Option<T> {
        self.with(|value| value.cloned())
    }

    /// As [`Loaded::get`], not followed.
    pub fn get_untracked(self) -> Option<T> {
        let value = self.inner.value.try_get_untracked().flatten();
        value.and_then(|value| value.downcast_ref::<T>().cloned())
    }

    /// Uses the value that was read last without copying it; followed.
    pub fn with<R>(self, look: impl FnOnce(Option<&T>) -> R) -> R {
        let value = self.inner.value.get();
        look(value.as_ref().and_then(|value| value.downcast_ref()))
    }

    /// Whether anything was read; followed.
    pub fn is_read(self) -> bool {
        self.inner.value.get().is_some()
    }

    /// When it was read, in epoch milliseconds; followed.
    pub fn read_at(self) -> Option<f64> {
        self.inner.read_at.get()
    }

    /// Why the last reading failed; followed.
    pub fn error(self) -> Option<Error> {
        self.inner.error.get()
    }

    /// In how many seconds it is read again by itself; zero once it is being read, infinite when only the network's return
    /// makes it do so. Followed.
    pub fn again(self) -> Signal<Option<f64>> {
        self.inner.again.into()
    }

    /// Whether an answer is on its way.
    pub fn loading(self) -> Signal<bool> {
        self.inner.loading.into()
    }

    /// Puts in something newer than any answer that is on its way. Does nothing when its page has been left.
    pub fn set(self, value: T) {
        self.inner.set(Arc::new(value));
    }

    /// Changes what was read, if anything was. What is on its way is older, and is read again.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let held = self.inner.value.try_update_untracked(Option::take).flatten();
        let Some(held) = held.and_then(|value| value.downcast::<T>().ok()) else {
            self.inner.order.try_update_value(Order::changed);
            return;
        };
        // There is no other reference, so nothing is copied.
        let mut value = Arc::try_unwrap(held).unwrap_or_else(|held| T::clone(&held));
        change(&mut value);
        self.set(value);
    }

    /// Forgets all of it, because somebody else may sign in. An answer that is on its way is not taken.
    pub fn forget(self) {
        self.inner.forget();
    }
}
