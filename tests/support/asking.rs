//! Asking any server by HTTP, as a browser that takes compressed answers would.

use axum::body::Body;
use axum::http::{HeaderMap, Request};
use http_body_util::BodyExt;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;

use crate::Server;

/// What came back.
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// All headers.
    pub headers: HeaderMap,
    /// The body as it was sent, compressed or not.
    pub body: Vec<u8>,
}

impl Answer {
    /// A header's text; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Server {
    /// Asks for any address with these headers, on the runtime of this test; redirects are not followed.
    #[track_caller]
    pub fn fetch(&self, address: &str, headers: &[(&str, &str)]) -> Answer {
        let request = headers
            .iter()
            .fold(Request::get(address), |request, (name, value)| request.header(*name, *value));
        let request = request.body(Body::empty()).unwrap();
        self.runtime().block_on(async {
            let client = Client::builder(TokioExecutor::new()).build_http::<Body>();
            let (parts, body) = client.request(request).await.unwrap().into_parts();
            let body = body.collect().await.unwrap().to_bytes().to_vec();
            Answer { status: parts.status.as_u16(), headers: parts.headers, body }
        })
    }
}
