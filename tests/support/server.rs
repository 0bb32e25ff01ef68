//! A sandbox of its own for each test, on a free port, and in memory unless told otherwise.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http;
use axum::middleware::from_fn_with_state;
use patchbay_sandbox::{Database, GitLab, Options, Sandbox, open, serve};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt;

use crate::environment;
use crate::wire::{self, Fault, Request, Wire};

const INTEGRATION: &str = "/rest/gitplugin/1.0/integration";

/// Options of a server; see [`Server::new`].
pub struct ServerBuilder {
    pub(crate) options: Options,
    /// The path of the page that the app is opened on, without the context path.
    pub(crate) page: &'static str,
}

impl ServerBuilder {
    /// With this many demonstration integrations, of which the first 25 are well known.
    pub fn demo(mut self, count: u32) -> Self {
        self.options.demo = count;
        self
    }

    /// With this many projects in GitLab.
    pub fn projects(mut self, count: usize) -> Self {
        self.options.projects = count;
        self
    }

    /// What was removed stays listed as disabled for so long.
    pub fn linger(mut self, time: Duration) -> Self {
        self.options.linger = time;
        self
    }

    /// Asks for a secure administrator session.
    pub fn websudo(mut self) -> Self {
        self.options.websudo = true;
        self
    }

    /// Nobody is signed in by opening the page.
    pub fn signed_out(mut self) -> Self {
        self.options.auto_sign_in = false;
        self
    }

    /// Answers as this GitLab under `/api/v4`.
    pub fn gitlab(mut self, gitlab: GitLab) -> Self {
        self.options.gitlab = gitlab;
        self
    }

    /// Is this Git Integration for Jira, such as `4.16`.
    pub fn gij(mut self, version: &str) -> Self {
        self.options.gij = version.parse().unwrap();
        self
    }

    /// With this many repositories on the host of the first integration.
    pub fn repositories(mut self, count: u32) -> Self {
        self.options.repositories = Some(count);
        self
    }

    /// Takes this long to index a repository; see `Sandbox::index_for`.
    pub fn pace(mut self, pace: Duration) -> Self {
        self.options.pace = pace;
        self
    }

    /// With faults as docs/faults.md describes them, which count: [`Server::disturb`] is for all others.
    pub fn faults(mut self, faults: &Value) -> Self {
        self.options.faults = faults.to_string().parse().unwrap();
        self
    }

    /// Serves this folder in the place of the built app.
    pub fn folder(mut self, folder: PathBuf) -> Self {
        self.options.dist = Some(folder);
        self
    }

    /// Stores all in this SQLite file, which a test can read.
    pub fn database(mut self, file: &Path) -> Self {
        self.options.database = Database::File(file.to_owned());
        self
    }

    /// Starts it.
    pub fn start(self) -> Server {
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let context = self.options.context_path.as_str().to_owned();
        let sandbox = open(self.options).unwrap();
        let wire = Wire::new();
        let router = sandbox.router().layer(from_fn_with_state(wire.clone(), wire::watch));
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        runtime.spawn(serve(listener, router, std::future::pending()));
        Server { address, context, page: self.page, sandbox, wire, runtime: Some(runtime) }
    }
}

/// A sandbox that answers until it is dropped.
pub struct Server {
    address: SocketAddr,
    context: String,
    page: &'static str,
    sandbox: Sandbox,
    pub(crate) wire: Wire,
    runtime: Option<Runtime>,
}

impl Server {
    /// A server whose page signs an administrator in, without any integration unless told otherwise.
    #[expect(clippy::new_ret_no_self, reason = "it is told more before it starts")]
    pub fn new() -> ServerBuilder {
        let dist = Some(environment::dist());
        ServerBuilder { options: Options { dist, auto_sign_in: true, ..Options::default() }, page: "/" }
    }

    /// A server with the 25 well-known demonstration integrations.
    pub fn demo() -> Self {
        Self::new().demo(25).start()
    }

    /// `http://127.0.0.1:12345`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of a path of this server: `http://127.0.0.1:12345/jira/secure/Dashboard.jspa`.
    pub fn at(&self, path: &str) -> String {
        format!("{}{}{path}", self.origin(), self.context)
    }

    /// The address of the page that the app is opened on.
    pub fn home(&self) -> String {
        self.at(self.page)
    }

    /// The runtime that everything of this test runs on.
    pub(crate) fn runtime(&self) -> &Runtime {
        self.runtime.as_ref().expect("it is there until it is dropped")
    }

    /// The sandbox, to end sessions or to ask for a secure administrator session.
    pub fn sandbox(&self) -> &Sandbox {
        &self.sandbox
    }

    /// Lets the page make requests of this other server.
    pub fn lets_reach(&self, other: &Self) {
        self.wire.let_reach(other.origin());
    }

    /// Requests with this line (method and path, without the query) meet this fault until [`Server::heal`].
    pub fn disturb(&self, line: &str, fault: Fault) {
        self.wire.disturb(line, fault);
    }

    /// The same, but only from the moment on when a request with the line `after` came in.
    pub fn disturb_after(&self, after: &str, line: &str, fault: Fault) {
        self.wire.disturb_after(after, line, fault);
    }

    /// Ends all faults.
    pub fn heal(&self) {
        self.wire.heal();
    }

    /// Every request since the start or since [`Server::forget`].
    pub fn requests(&self) -> Vec<Request> {
        self.wire.requests()
    }

    /// Every request that the browser made of the REST APIs, as `GET /rest/…`.
    pub fn rest_lines(&self) -> Vec<String> {
        self.requests()
            .into_iter()
            .map(|request| request.line)
            .filter(|line| line.contains(" /rest/"))
            .collect()
    }

    /// Every request that would change something, with its body.
    pub fn writes(&self) -> Vec<(String, Value)> {
        let writes = self.requests().into_iter().filter(|request| !request.line.starts_with("GET "));
        writes.map(|request| (request.line, request.body)).collect()
    }

    /// Forgets the requests so far.
    pub fn forget(&self) {
        self.wire.forget();
    }

    /// Asks the sandbox itself, as another administrator would; it is neither remembered nor disturbed.
    #[track_caller]
    pub fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        let (status, text) = self.ask_as(("Authorization", "Bearer admin-token"), method, path, body);
        assert!((200..300).contains(&status), "{method} {path}: {status} {text}");
        serde_json::from_str(&text).unwrap()
    }

    /// Asks with this header as the sign-in; gives the status and the text of the answer.
    pub(crate) fn ask_as(
        &self,
        (name, value): (&str, &str),
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> (u16, String) {
        let request = http::Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.context))
            .header("Host", self.address.to_string())
            .header(name, value)
            .header("Content-Type", "application/json")
            .body(body.map_or_else(Body::empty, |body| Body::from(body.to_string())))
            .unwrap();
        self.runtime().block_on(async {
            let answer = self.sandbox.router().oneshot(request).await.unwrap();
            let status = answer.status().as_u16();
            let text = to_bytes(answer.into_body(), 64 << 20).await.unwrap();
            (status, String::from_utf8_lossy(&text).into_owned())
        })
    }

    /// All integrations, as "Retrieve Integration List" gives them.
    #[track_caller]
    pub fn all(&self) -> Vec<Value> {
        self.ask("GET", INTEGRATION, None)["integrations"].as_array().unwrap().clone()
    }

    /// The integration with this name.
    #[track_caller]
    pub fn named(&self, name: &str) -> Value {
        let found = self.all().into_iter().find(|one| one["displayName"] == name);
        found.unwrap_or_else(|| panic!("there is no integration called {name}"))
    }

    /// The id of the integration with this name.
    #[track_caller]
    pub fn id(&self, name: &str) -> i64 {
        self.named(name)["id"].as_i64().unwrap()
    }

    /// Changes an integration as another administrator would.
    #[track_caller]
    pub fn change(&self, id: i64, patch: &Value) {
        self.ask("PUT", &format!("{INTEGRATION}/{id}"), Some(patch));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
