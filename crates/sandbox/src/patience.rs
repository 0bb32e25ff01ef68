//! Bodies of requests: read within a time, and read to their end also where the request is refused before.
//!
//! HTTP/1.1 cannot go on with a connection whose request was not read: it would be closed, and what the client sends next on
//! it is lost.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use tokio::sync::oneshot;
use tokio::time::{Instant, Sleep, sleep_until};

use crate::state::Shared;

/// How much of an unread body is read and discarded, in bytes. Of a longer one the connection ends.
const LEFT_OVER: usize = 16 << 20;
/// A whole body may take this many times as long as the wait for its next piece.
const WHOLE: u32 = 4;

/// The layer around everything else.
pub(crate) async fn read_to_the_end(State(state): State<Shared>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    if body.is_end_stream() {
        return next.run(Request::from_parts(parts, body)).await;
    }
    let (back, left) = oneshot::channel();
    let late = Arc::new(AtomicBool::new(false));
    let body = Timed::new(body, state.options.patience, back, Arc::clone(&late));
    let mut response = next.run(Request::from_parts(parts, Body::new(body))).await;
    // The handler has dropped its body by now.
    if let Ok(rest) = { left }.try_recv() {
        discard(rest).await;
    }
    if late.load(Ordering::Relaxed) {
        *response.status_mut() = StatusCode::REQUEST_TIMEOUT;
    }
    response
}

async fn discard(mut rest: Rest) {
    let mut seen = 0;
    while let Some(Ok(frame)) = rest.0.frame().await {
        seen += frame.data_ref().map_or(0, Bytes::len);
        if seen > LEFT_OVER {
            return;
        }
    }
}

/// What was not read, still timed.
struct Rest(Timed);

/// A body that breaks off when its next piece does not come in time.
struct Timed {
    inner: Body,
    patience: Duration,
    next: Pin<Box<Sleep>>,
    end: Instant,
    late: Arc<AtomicBool>,
    back: Option<oneshot::Sender<Rest>>,
}

impl Timed {
    fn new(inner: Body, patience: Duration, back: oneshot::Sender<Rest>, late: Arc<AtomicBool>) -> Self {
        let now = Instant::now();
        let next = Box::pin(sleep_until(now + patience));
        Self { inner, patience, next, end: now + patience * WHOLE, late, back: Some(back) }
    }
}

impl HttpBody for Timed {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if let Poll::Ready(frame) = pin!(&mut self.inner).poll_frame(context) {
            let deadline = (Instant::now() + self.patience).min(self.end);
            self.next.as_mut().reset(deadline);
            return Poll::Ready(frame);
        }
        if self.next.as_mut().poll(context).is_pending() {
            return Poll::Pending;
        }
        self.late.store(true, Ordering::Relaxed);
        Poll::Ready(Some(Err(axum::Error::new("it did not arrive in time"))))
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

impl Drop for Timed {
    fn drop(&mut self) {
        let is_over = self.inner.is_end_stream() || self.late.load(Ordering::Relaxed);
        let Some(back) = self.back.take().filter(|_| !is_over) else { return };
        let inner = std::mem::take(&mut self.inner);
        let (late, next) = (Arc::clone(&self.late), Box::pin(sleep_until(self.next.deadline())));
        let rest = Self { inner, patience: self.patience, next, end: self.end, late, back: None };
        // Nobody waits for it when the connection is gone.
        let _ = back.send(Rest(rest));
    }
}
