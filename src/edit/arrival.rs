//! The outcome of adding something, for the page that shows it next.

use super::outcome::Outcome;
use crate::api::Resource;
use std::cell::RefCell;

thread_local! {
    static ARRIVAL: RefCell<Option<(Resource, Outcome)>> = const { RefCell::new(None) };
}

/// Stores it for the page of this resource.
pub fn leave(resource: Resource, outcome: Outcome) {
    ARRIVAL.with(|arrival| *arrival.borrow_mut() = Some((resource, outcome)));
}

/// Takes the outcome for the page of this resource; one for another page is dropped.
pub fn take(resource: &Resource) -> Option<Outcome> {
    let left = ARRIVAL.with(|arrival| arrival.borrow_mut().take());
    left.filter(|(of, _)| of == resource).map(|(_, outcome)| outcome)
}
