//! What the page of something that was just added begins with.

use super::hooks::Reopen;
use crate::api::Resource;
use std::cell::RefCell;

thread_local! {
    static ARRIVAL: RefCell<Option<(Resource, Reopen)>> = const { RefCell::new(None) };
}

/// Stores it for the page of this resource.
pub fn leave(resource: Resource, reopen: Reopen) {
    ARRIVAL.with(|arrival| *arrival.borrow_mut() = Some((resource, reopen)));
}

/// Takes what was left for the page of this resource; what was left for another page is dropped.
pub fn take(resource: &Resource) -> Reopen {
    let left = ARRIVAL.with(|arrival| arrival.borrow_mut().take());
    left.filter(|(of, _)| of == resource).map(|(_, reopen)| reopen).unwrap_or_default()
}
