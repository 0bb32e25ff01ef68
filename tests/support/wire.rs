//! What goes over the wire: every request is remembered, and some are answered with a fault.

use std::cell::RefCell;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, Full, Limited};
use serde_json::{Value, json};
use tokio::sync::watch;

/// A request that came in.
#[derive(Clone, Debug)]
pub struct Request {
    /// `PUT /rest/gitplugin/1.0/integration/3`, with its query.
    pub line: String,
    /// The body as JSON; null when there was none.
    pub body: Value,
    /// All of it as text: line, headers and body.
    pub text: String,
    /// The `Authorization` header.
    pub authorization: Option<String>,
}

/// What goes wrong with a request.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Answers with this status and JSON.
    Answer(u16, Value),
    /// Answers with this text, which claims to be JSON.
    Text(String),
    /// Answers with this status, media type and text, and perhaps with a header more.
    Page(u16, &'static str, String, Option<(&'static str, &'static str)>),
    /// Sends the browser to this address.
    Redirect(String),
    /// The same with this status.
    RedirectWith(u16, String),
    /// Answers 429 and says how many seconds to wait.
    TooMany(u32),
    /// Answers 200 with the page of a single sign-on.
    Html,
    /// Answers 401 as a Jira that asks for a secure administrator session.
    WebSudo,
    /// Cuts the connection before anything is answered. Chromium sends what it sent on a connection that it had used
    /// before again by itself then: a server may see the request several times.
    Cut,
    /// Begins to answer with success, and cuts the connection.
    Half,
    /// Begins to answer with success, and sends the rest when the faults are healed, if anybody still waits for it.
    Stalled,
    /// Answers as usual, but not before the faults are healed.
    Held,
    /// Answers with this fault, but not before the faults are healed.
    Late(Box<Fault>),
    /// Does what was asked, and answers with this fault all the same: [`Fault::Held`] is an answer that is held.
    Done(Box<Fault>),
}

impl Fault {
    /// Whether there is no answer before the faults are healed.
    fn is_held(&self) -> bool {
        match self {
            Self::Held | Self::Late(_) | Self::Stalled => true,
            Self::Done(fault) => fault.is_held(),
            _ => false,
        }
    }
}

thread_local! {
    /// The wires of all servers of a test, which runs on a thread of its own.
    static HERE: RefCell<Vec<Weak<Mutex<Shared>>>> = const { RefCell::new(Vec::new()) };
}

/// The requests that this test holds at the moment, as `GET /rest/…` with their queries.
pub(crate) fn held() -> Vec<String> {
    unanswered(true)
}

/// Those that have come in and are neither answered nor held.
pub(crate) fn under_way() -> Vec<String> {
    unanswered(false)
}

fn unanswered(held: bool) -> Vec<String> {
    let wires: Vec<_> = HERE.with_borrow(|here| here.iter().filter_map(Weak::upgrade).collect());
    let lines = |wire: Arc<Mutex<Shared>>| {
        let shared = lock(&wire);
        let lines = shared.unanswered.iter().filter(|one| one.is_held == held);
        lines.map(|one| one.line.clone()).collect::<Vec<_>>()
    };
    wires.into_iter().flat_map(lines).collect()
}

/// Remembers and disturbs; clones share everything.
#[derive(Clone)]
pub(crate) struct Wire {
    shared: Arc<Mutex<Shared>>,
    /// How often all faults were ended.
    healed: watch::Sender<u32>,
}

/// A request without an answer so far.
struct Unanswered {
    number: u64,
    line: String,
    is_held: bool,
}

#[derive(Default)]
struct Shared {
    requests: Vec<Request>,
    unanswered: Vec<Unanswered>,
    /// Of the last request.
    number: u64,
    faults: Vec<(String, Fault)>,
    /// What begins when a request with the first line comes in.
    later: Vec<(String, String, Fault)>,
    failures: usize,
    /// Origins that the Content-Security-Policy lets the page reach beside its own.
    reachable: Vec<String>,
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Wire {
    /// One of the thread's, and so of the test's.
    pub(crate) fn new() -> Self {
        let shared = Arc::<Mutex<Shared>>::default();
        HERE.with_borrow_mut(|here| here.push(Arc::downgrade(&shared)));
        Self { shared, healed: watch::Sender::new(0) }
    }

    /// Requests with this line (method and path, query left out) meet this fault from now on.
    pub(crate) fn disturb(&self, line: &str, fault: Fault) {
        self.lock().faults.push((line.to_owned(), fault));
    }

    /// The same, from the moment on when a request with the line `after` came in.
    pub(crate) fn disturb_after(&self, after: &str, line: &str, fault: Fault) {
        self.lock().later.push((after.to_owned(), line.to_owned(), fault));
    }

    pub(crate) fn heal(&self) {
        let mut shared = self.lock();
        shared.faults.clear();
        shared.later.clear();
        // From now on their answers are waited for.
        shared.unanswered.iter_mut().for_each(|one| one.is_held = false);
        self.healed.send_modify(|times| *times += 1);
    }

    pub(crate) fn let_reach(&self, origin: String) {
        self.lock().reachable.push(origin);
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        self.lock().requests.clone()
    }

    pub(crate) fn forget(&self) {
        self.lock().requests.clear();
    }

    /// How many requests were not answered with success so far: a browser's console tells each of them.
    pub(crate) fn failures(&self) -> usize {
        self.lock().failures
    }

    /// As "Deploying Patchbay" tells those whose GitLab is elsewhere.
    fn widen_policy(&self, headers: &mut HeaderMap) {
        let reachable = self.lock().reachable.join(" ");
        let policy = headers.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
        if let Some(policy) = policy.filter(|_| !reachable.is_empty()) {
            let wider = policy.replace("connect-src 'self'", &format!("connect-src 'self' {reachable}"));
            headers.insert(header::CONTENT_SECURITY_POLICY, wider.parse().expect("a header"));
        }
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        lock(&self.shared)
    }

    /// Takes note of the request; returns its fault, and the guard that ends its time without an answer.
    fn note(
        &self,
        method: &Method,
        uri: &str,
        headers: &HeaderMap,
        body: &[u8],
    ) -> (Option<Fault>, UntilAnswered) {
        let line = format!("{method} {uri}");
        let body_text = String::from_utf8_lossy(body);
        let request = Request {
            body: serde_json::from_slice(body).unwrap_or(Value::Null),
            text: format!("{line}\n{headers:?}\n{body_text}"),
            authorization: headers
                .get(header::AUTHORIZATION)
                .and_then(|value| value.to_str().ok())
                .map(str::to_owned),
            line,
        };
        let line = request.line.clone();
        let mut shared = self.lock();
        let path = request.line.split('?').next().unwrap_or_default().to_owned();
        shared.requests.push(request);
        let fault =
            shared.faults.iter().rev().find(|(line, _)| *line == path).map(|(_, fault)| fault.clone());
        let begun: Vec<_> = shared.later.extract_if(.., |(after, _, _)| *after == path).collect();
        shared.faults.extend(begun.into_iter().map(|(_, line, fault)| (line, fault)));
        shared.number += 1;
        let number = shared.number;
        shared.unanswered.push(Unanswered {
            number,
            line,
            is_held: fault.as_ref().is_some_and(Fault::is_held),
        });
        (fault, UntilAnswered { wire: self.clone(), number, healed: self.healed.subscribe() })
    }
}

/// A request is without an answer until this is dropped: also where the browser has given it up.
struct UntilAnswered {
    wire: Wire,
    number: u64,
    /// Told when all faults are ended after the request came in.
    healed: watch::Receiver<u32>,
}

impl Drop for UntilAnswered {
    fn drop(&mut self) {
        self.wire.lock().unanswered.retain(|one| one.number != self.number);
    }
}

/// The layer around everything that the sandbox answers.
pub(crate) async fn watch(State(wire): State<Wire>, request: axum::extract::Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, 8 << 20).await.unwrap_or_default();
    let (fault, mut until_answered) = wire.note(&parts.method, &parts.uri.to_string(), &parts.headers, &body);
    let request = axum::extract::Request::from_parts(parts, Body::from(body));
    let (mut answer, cut) = match fault {
        None => (next.run(request).await, false),
        Some(Fault::Held) => {
            // The sender is there as long as the wire.
            let _ = until_answered.healed.changed().await;
            (next.run(request).await, false)
        }
        Some(Fault::Stalled) => (stalled(until_answered), true),
        Some(Fault::Late(fault)) => {
            let _ = until_answered.healed.changed().await;
            fail(*fault)
        }
        Some(Fault::Done(fault)) => {
            let answer = next.run(request).await;
            match *fault {
                Fault::Held => {
                    let _ = until_answered.healed.changed().await;
                    (answer, false)
                }
                fault => fail(fault),
            }
        }
        Some(fault) => fail(fault),
    };
    if cut || !answer.status().is_success() {
        wire.lock().failures += 1;
    }
    wire.widen_policy(answer.headers_mut());
    answer
}

/// The answer, and whether it is cut.
fn fail(fault: Fault) -> (Response, bool) {
    match fault {
        Fault::Cut => (cut(), true),
        Fault::Half => (half(), true),
        fault => (faulty(fault), false),
    }
}

/// Pages of other origins may read it, as they may what GitLab answers itself.
fn faulty(fault: Fault) -> Response {
    let mut answer = answer_of(fault);
    answer.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    answer
}

fn answer_of(fault: Fault) -> Response {
    let answer = |status: u16, body: Value| {
        let status = StatusCode::from_u16(status).expect("a status of three digits");
        (status, [(header::CONTENT_TYPE, "application/json")], body.to_string())
    };
    match fault {
        Fault::Answer(status, body) => answer(status, body).into_response(),
        Fault::Text(text) => ([(header::CONTENT_TYPE, "application/json")], text).into_response(),
        Fault::Page(status, content_type, text, more) => {
            let mut answer =
                (StatusCode::from_u16(status).expect("a status of three digits"), text).into_response();
            answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
            if let Some((name, value)) = more {
                answer.headers_mut().insert(name, HeaderValue::from_static(value));
            }
            answer
        }
        Fault::Redirect(to) => (StatusCode::FOUND, [(header::LOCATION, to)]).into_response(),
        Fault::RedirectWith(status, to) => {
            let status = StatusCode::from_u16(status).expect("a status of three digits");
            (status, [(header::LOCATION, to)]).into_response()
        }
        Fault::TooMany(seconds) => {
            let mut answer = answer(429, json!({ "message": "Rate limit exceeded." })).into_response();
            answer.headers_mut().insert(header::RETRY_AFTER, seconds.into());
            answer
        }
        Fault::Html => {
            let page = "<!doctype html><title>Sign in</title><h1>Company sign-on</h1>";
            ([(header::CONTENT_TYPE, "text/html")], page).into_response()
        }
        Fault::WebSudo => {
            answer(401, json!({ "message": "This resource requires WebSudo.", "status-code": 401 }))
                .into_response()
        }
        Fault::Cut | Fault::Half | Fault::Stalled | Fault::Held | Fault::Late(_) | Fault::Done(_) => {
            unreachable!("these are no answers of their own")
        }
    }
}

/// Less than the header says: the server then closes the connection.
fn half() -> Response {
    // Mapped, so that its length is not known.
    let body = Full::from("{ \"success\": ").map_frame(|frame| frame);
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CONTENT_LENGTH, "1000")];
    (headers, Body::new(body)).into_response()
}

/// The beginning of an answer, and its rest, which is nothing, once the faults are healed: then the connection is closed.
fn stalled(mut until_answered: UntilAnswered) -> Response {
    // Mapped, so that its length is not known.
    let body = Full::from("{ \"success\": ").map_frame(|frame| frame).with_trailers(async move {
        let _ = until_answered.healed.changed().await;
        None
    });
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CONTENT_LENGTH, "1000")];
    (headers, Body::new(body)).into_response()
}

/// A body that fails before its first byte: the server then closes the connection.
fn cut() -> Response {
    Response::new(Body::new(Limited::new(Full::from("never sent"), 1)))
}
