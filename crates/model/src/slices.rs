//! Long work in slices: it calls `rest` between its pieces, and the caller decides what happens then. A browser that is kept
//! busy for more than a few milliseconds does not react to keys.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Does all of it in one go. `None` if it waits for something else than its rests, which work of this crate never does.
pub(crate) fn in_one_go<T>(work: impl Future<Output = T>) -> Option<T> {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => Some(done),
        Poll::Pending => None,
    }
}

/// Never rests.
pub(crate) async fn go_on() {}
