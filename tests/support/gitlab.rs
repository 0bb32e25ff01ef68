//! The GitLab half of the sandbox, as another maintainer would use it.

use serde_json::Value;

use crate::Server;

const ROOT: &str = "/api/v4";

impl Server {
    /// Host and port, as the app names the server: `127.0.0.1:12345`.
    pub fn place(&self) -> String {
        self.origin().replace("http://", "")
    }

    /// The address of a GitLab page behind `#`: `at_gitlab("101/slack")` is a form, `at_gitlab("101")` a project.
    pub fn at_gitlab(&self, page: &str) -> String {
        format!("/gitlab/{}/{page}", self.place().replace(':', "%3A"))
    }

    /// Every request that the browser made of GitLab's REST API, as `GET /api/v4/…` with its query.
    pub fn api_lines(&self) -> Vec<String> {
        let lines = self.requests().into_iter().map(|request| request.line);
        lines.filter(|line| line.contains(" /api/")).collect()
    }

    /// Asks GitLab itself: neither remembered nor disturbed. Gives null where the answer is empty.
    #[track_caller]
    pub fn ask_gitlab(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        self.ask_gitlab_with("maintainer-token", method, path, body)
    }

    /// The same as an owner of groups, who manages their integrations.
    #[track_caller]
    pub fn ask_as_owner(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        self.ask_gitlab_with("owner-token", method, path, body)
    }

    #[track_caller]
    fn ask_gitlab_with(&self, token: &str, method: &str, path: &str, body: Option<&Value>) -> Value {
        let (status, text) = self.ask_as(("PRIVATE-TOKEN", token), method, &format!("{ROOT}{path}"), body);
        assert!((200..300).contains(&status), "{method} {path}: {status} {text}");
        if text.is_empty() { Value::Null } else { serde_json::from_str(&text).unwrap() }
    }

    /// The number of the project with this full path.
    #[track_caller]
    pub fn project(&self, path: &str) -> u64 {
        let path = path.replace('/', "%2F");
        self.ask_gitlab("GET", &format!("/projects/{path}"), None)["id"].as_u64().unwrap()
    }

    /// One integration of a project with its properties.
    #[track_caller]
    pub fn integration_of(&self, project: u64, slug: &str) -> Value {
        self.ask_gitlab("GET", &format!("/projects/{project}/integrations/{slug}"), None)
    }

    /// Sets an integration up, or changes it.
    #[track_caller]
    pub fn put_integration(&self, project: u64, slug: &str, body: &Value) {
        self.ask_gitlab("PUT", &format!("/projects/{project}/integrations/{slug}"), Some(body));
    }

    /// Slugs of what is active in a project.
    #[track_caller]
    pub fn active_in(&self, project: u64) -> Vec<String> {
        self.active_at(&format!("/projects/{project}/integrations"))
    }

    /// Slugs of what is active in a list of integrations, of a project or of a group.
    #[track_caller]
    pub fn active_at(&self, list: &str) -> Vec<String> {
        let list = self.ask_as_owner("GET", list, None);
        let slug = |one: &Value| one["slug"].as_str().unwrap().to_owned();
        list.as_array().unwrap().iter().map(slug).collect()
    }
}
