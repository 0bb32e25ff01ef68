//! The layer in which requests go wrong.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use http_body_util::{BodyExt, Full, Limited};

use super::fault::{Answer, Fault, Length, Outcome, Speaker};
use crate::gitlab;
use crate::state::Shared;

/// Answers as the faults say, else as usual. What is done is done at once; the answer waits.
pub(crate) async fn disturb(State(state): State<Shared>, request: Request, next: Next) -> Response {
    let Some(Fault { delay, outcome, .. }) = state.faults.of(request.method(), request.uri().path()) else {
        return next.run(request).await;
    };
    let asked = request.headers().clone();
    let is_of_gitlab = request.uri().path().starts_with("/api/");
    let is_done = match outcome {
        Outcome::Answered | Outcome::Cut { .. } => true,
        Outcome::Dropped { done } | Outcome::Faulty { done, .. } => *done,
    };
    let real = if is_done { next.run(request).await } else { Response::default() };
    tokio::time::sleep(*delay).await;
    match outcome {
        Outcome::Answered => real,
        Outcome::Cut { bytes, length } => cut(real, *bytes, *length).await,
        Outcome::Dropped { .. } => dropped(),
        Outcome::Faulty { answer, .. } => {
            let shares = is_of_gitlab && answer.speaker == Speaker::Server;
            faulty(answer, shares.then_some(&asked))
        }
    }
}

/// `shared` are the headers of a request to GitLab, which lets pages of other origins read its answers.
fn faulty(answer: &Answer, shared: Option<&HeaderMap>) -> Response {
    let mut response = Response::new(Body::from(answer.body.clone()));
    *response.status_mut() = answer.status;
    let headers = response.headers_mut();
    if !answer.body.is_empty() {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(answer.content_type));
    }
    if let Some(asked) = shared {
        gitlab::share(asked, headers);
    }
    for (name, value) in &answer.headers {
        headers.insert(name, value.clone());
    }
    response
}

/// A body that fails before its first byte: the server then closes the connection.
fn dropped() -> Response {
    Response::new(Body::new(Limited::new(Full::from("never sent"), 1)))
}

/// The first bytes of an answer.
async fn cut(answer: Response, bytes: usize, length: Length) -> Response {
    let (mut parts, body) = answer.into_parts();
    let Ok(whole) = to_bytes(body, usize::MAX).await else { return dropped() };
    let part = whole.slice(..bytes.min(whole.len()));
    parts.headers.remove(header::CONTENT_LENGTH);
    let body = match length {
        Length::Sent => Body::from(part),
        Length::Real => {
            parts.headers.insert(header::CONTENT_LENGTH, whole.len().into());
            // Mapping hides how long the body really is; the server then closes the connection where it ends.
            Body::new(Full::from(part).map_frame(|frame| frame))
        }
    };
    Response::from_parts(parts, body)
}
