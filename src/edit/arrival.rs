//! What is to be said of something that was just made, on the page that shows it next.

use super::outcome::Outcome;
use crate::api::Resource;
use std::cell::RefCell;

thread_local! {
    static ARRIVAL: RefCell<Option<(Resource, Outcome)>> = const { RefCell::new(None) };
}

/// Leaves it for the page of this resource.
pub fn leave(resource: Resource, outcome: Outcome) {
    ARRIVAL.with(|arrival| *arrival.borrow_mut() = Some((resource, outcome)));
}

/// Takes what was left for the page of this resource; what was left for another one is forgotten.
pub fn take(resource: &Resource) -> Option<Outcome> {
    let left = ARRIVAL.with(|arrival| arrival.borrow_mut().take());
    left.filter(|(of, _)| of == resource).map(|(_, outcome)| outcome)
}
