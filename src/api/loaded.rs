//! Something that is read from a server: nothing yet, loading, there since some moment, or failed with what was there
//! before. A later reading wins, and what its page owned is forgotten with the page.

use super::error::Error;
use super::order::{Arrival, Order};
use crate::browser::clock;
use crate::browser::task::spawn;
use leptos::prelude::*;
use std::pin::Pin;
use std::rc::Rc;

type Answer<T> = Pin<Box<dyn Future<Output = Result<T, Error>>>>;
type Read<T> = Rc<dyn Fn() -> Answer<T>>;

/// What was read; copies are the same.
pub struct Loaded<T: 'static> {
    value: RwSignal<Option<T>>,
    read_at: RwSignal<Option<f64>>,
    error: RwSignal<Option<Error>>,
    loading: RwSignal<bool>,
    order: StoredValue<Order>,
    read: StoredValue<Option<Read<T>>, LocalStorage>,
}

impl<T> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Loaded<T> {}

impl<T: Clone + Send + Sync + 'static> Loaded<T> {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            value: RwSignal::new(None),
            read_at: RwSignal::new(None),
            error: RwSignal::new(None),
            loading: RwSignal::new(false),
            order: StoredValue::new(Order::default()),
            read: StoredValue::new_local(None),
        }
    }

    /// Reads it, now and at each [`Loaded::reload`]; what was there before stays until the answer arrives.
    pub fn load<F: Future<Output = Result<T, Error>> + 'static>(self, read: impl Fn() -> F + 'static) {
        let read: Read<T> = Rc::new(move || Box::pin(read()));
        self.read.set_value(Some(read));
        self.reload();
    }

    /// Reads it again as last time.
    pub fn reload(self) {
        let Some(read) = self.read.try_get_value().flatten() else { return };
        self.loading.set(true);
        spawn(self.run(read));
    }

    async fn run(self, read: Read<T>) {
        loop {
            let Some(ticket) = self.order.try_update_value(Order::begin) else { return };
            let answer = read().await;
            match self.order.try_with_value(|order| order.arrived(ticket)) {
                // Forgotten with its page.
                None => return,
                Some(Arrival::Late) => return,
                Some(Arrival::Overtaken) => {}
                Some(Arrival::Counts) => return self.take(answer),
            }
        }
    }

    fn take(self, answer: Result<T, Error>) {
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

    /// What was read last; followed.
    pub fn get(self) -> Option<T> {
        self.value.get()
    }

    /// As [`Loaded::get`], not followed.
    pub fn get_untracked(self) -> Option<T> {
        self.value.try_get_untracked().flatten()
    }

    /// Looks at what was read last without copying it; followed.
    pub fn with<R>(self, look: impl FnOnce(Option<&T>) -> R) -> R {
        self.value.with(|value| look(value.as_ref()))
    }

    /// Whether anything was read; followed.
    pub fn is_read(self) -> bool {
        self.value.with(Option::is_some)
    }

    /// When it was read, in epoch milliseconds; followed.
    pub fn read_at(self) -> Option<f64> {
        self.read_at.get()
    }

    /// Why the last reading failed; followed.
    pub fn error(self) -> Option<Error> {
        self.error.get()
    }

    /// Whether an answer is on its way.
    pub fn loading(self) -> Signal<bool> {
        self.loading.into()
    }

    /// Puts in something newer than any answer that is on its way. Does nothing when its page has been left.
    pub fn set(self, value: T) {
        if self.order.try_update_value(Order::changed).is_some() {
            self.value.set(Some(value));
        }
    }

    /// Changes what was read. What is on its way is older, and is read again.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        if self.order.try_update_value(Order::changed).is_some() && self.value.with_untracked(Option::is_some)
        {
            self.value.update(|value| {
                if let Some(value) = value {
                    change(value);
                }
            });
        }
    }

    /// Forgets all of it, because somebody else may sign in. An answer that is on its way is not taken.
    pub fn forget(self) {
        self.order.update_value(Order::cancel);
        self.value.set(None);
        self.read_at.set(None);
        self.error.set(None);
        self.loading.set(false);
    }
}
