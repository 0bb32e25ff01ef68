//! Something that is read from a server: nothing yet, loading, there since some moment, or failed with what was there
//! before. A later reading wins, and what its page owned is forgotten with the page.

use super::error::Error;
use super::order::{Arrival, Order};
use crate::browser::clock;
use crate::browser::task::spawn;
use leptos::prelude::*;
use std::any::Any;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

/// What was read, whatever it is: so that the machinery is compiled once, not for each type.
type Value = Arc<dyn Any + Send + Sync>;
type Answer = Pin<Box<dyn Future<Output = Result<Value, Error>>>>;
type Read = Rc<dyn Fn() -> Answer>;

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
    order: StoredValue<Order>,
    read: StoredValue<Option<Read>, LocalStorage>,
}

impl Inner {
    fn new() -> Self {
        Self {
            value: RwSignal::new(None),
            read_at: RwSignal::new(None),
            error: RwSignal::new(None),
            loading: RwSignal::new(false),
            order: StoredValue::new(Order::default()),
            read: StoredValue::new_local(None),
        }
    }

    fn reload(self) {
        let Some(read) = self.read.try_get_value().flatten() else { return };
        self.loading.set(true);
        spawn(self.run(read));
    }

    async fn run(self, read: Read) {
        loop {
            let Some(ticket) = self.order.try_update_value(Order::begin) else { return };
            let answer = read().await;
            match self.order.try_with_value(|order| order.arrived(ticket)) {
                // Forgotten with its page, or a later reading counts.
                None | Some(Arrival::Late) => return,
                Some(Arrival::Overtaken) => {}
                Some(Arrival::Counts) => return self.take(answer),
            }
        }
    }

    fn take(self, answer: Result<Value, Error>) {
        match answer {
            Ok(value) => {
                self.value.set(Some(value));
                self.read_at.set(Some(clock::now()));
                self.error.set(None);
            }
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
        self.inner.reload();
    }

    /// Reads it again as last time.
    pub fn reload(self) {
        self.inner.reload();
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
