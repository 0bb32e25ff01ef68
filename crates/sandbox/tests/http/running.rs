//! A sandbox on a free port, and a client that asks it.

use std::net::SocketAddr;
use std::thread::JoinHandle;
use std::time::Duration;

use patchbay_sandbox::{Options, Sandbox, open, serve_within};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use ureq::http::{HeaderMap, Request};

pub const INTEGRATION: &str = "/rest/gitplugin/1.0/integration";

/// A sandbox that answers until it is dropped.
pub struct Running {
    pub address: SocketAddr,
    pub sandbox: Sandbox,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    pub fn with(options: Options) -> Self {
        // The program's own.
        Self::within(Duration::from_secs(15), options)
    }

    /// With this limit for the head of a request.
    pub fn within(patience: Duration, options: Options) -> Self {
        let sandbox = open(options).unwrap();
        let router = sandbox.router();
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = std::thread::spawn(move || {
            let stopped = async {
                let _ = stopped.await;
            };
            runtime.block_on(serve_within(patience, listener, router, stopped)).unwrap();
        });
        Self { address, sandbox, stop: Some(stop), thread: Some(thread) }
    }

    pub fn empty() -> Self {
        Self::with(Options::default())
    }

    /// A request of the administrator.
    pub fn ask(&self, method: &str, path: &str) -> Ask {
        self.ask_signed_out(method, path).header("Authorization", "Bearer admin-token")
    }

    /// A request of GitLab's maintainer.
    pub fn ask_gitlab(&self, method: &str, path: &str) -> Ask {
        self.ask_signed_out(method, path).header("PRIVATE-TOKEN", "maintainer-token")
    }

    pub fn ask_signed_out(&self, method: &str, path: &str) -> Ask {
        Ask {
            method: method.to_owned(),
            url: format!("http://{}{path}", self.address),
            headers: Vec::new(),
            body: None,
        }
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path).send()
    }

    /// Adds a GitHub.com integration with this name and gives its id.
    pub fn add(&self, name: &str) -> i64 {
        self.add_from(&json!({ "type": "GITHUB", "displayName": name, "pat": "s3cret-token" }))
    }

    pub fn add_from(&self, body: &Value) -> i64 {
        let answer = self.ask("POST", INTEGRATION).json(body).send();
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.json()["integration"]["id"].as_i64().unwrap()
    }

    /// The one with this id, as "Retrieve an Integration" gives it.
    pub fn one(&self, id: i64) -> Value {
        self.get(&format!("{INTEGRATION}/{id}")).json()["integration"][0].clone()
    }

    /// All of them, as "Retrieve Integration List" gives them.
    pub fn all(&self) -> Vec<Value> {
        self.get(INTEGRATION).json()["integrations"].as_array().unwrap().clone()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

/// A request that is not sent yet.
pub struct Ask {
    method: String,
    url: String,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
}

impl Ask {
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn json(self, body: &Value) -> Self {
        self.text(&body.to_string())
    }

    /// A body that claims to be JSON.
    pub fn text(mut self, body: &str) -> Self {
        self.body = Some(body.as_bytes().to_vec());
        self.header("Content-Type", "application/json")
    }

    /// A form as a browser sends it.
    pub fn form(self, body: &str) -> Self {
        self.body("application/x-www-form-urlencoded", body)
    }

    /// A body that claims to be of this media type.
    pub fn body(mut self, kind: &str, body: &str) -> Self {
        self.body = Some(body.as_bytes().to_vec());
        self.header("Content-Type", kind)
    }

    #[track_caller]
    pub fn send(self) -> Answer {
        self.try_send().unwrap()
    }

    /// The error says why there is no whole answer.
    pub fn try_send(self) -> Result<Answer, ureq::Error> {
        let agent: ureq::Agent =
            ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
        let mut request = Request::builder().method(self.method.as_str()).uri(self.url);
        for (name, value) in self.headers {
            request = request.header(name, value);
        }
        let answer = match self.body {
            Some(body) => agent.run(request.body(body).unwrap()),
            None => agent.run(request.body(()).unwrap()),
        };
        let mut answer = answer?;
        Ok(Answer {
            status: answer.status().as_u16(),
            headers: answer.headers().clone(),
            text: answer.body_mut().with_config().limit(64 << 20).read_to_string()?,
        })
    }
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|fault| panic!("{fault}: {}", self.text))
    }

    /// A header, or an empty text where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The session cookie that the answer gives, as a `Cookie` header takes it.
    pub fn cookie(&self) -> Option<String> {
        self.headers
            .get("set-cookie")
            .map(|cookie| cookie.to_str().unwrap().split(';').next().unwrap().to_owned())
    }
}
