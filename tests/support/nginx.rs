//! An nginx that serves the app in a folder of another origin than the sandbox, by the ready files of `cargo xtask dist`.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use crate::{Page, Server, environment};

/// Where the ready files say that the app is: in the address, on the disk, and Jira.
const FOLDER: &str = "/tools/patchbay";
const ON_DISK: &str = "/var/www/patchbay";
const JIRA: &str = "https://jira.example.com";

/// Somebody else may take the port that was free a moment ago.
pub(crate) const ATTEMPTS: usize = 5;

/// What is done to the ready files before they are used, as docs/deploy.md says.
pub struct NginxBuilder<'s> {
    server: &'s Server,
    folder: String,
    conf: String,
    brotli: bool,
    /// The page that brings its policy along.
    page: Option<String>,
}

impl<'s> NginxBuilder<'s> {
    /// The folder of the address, instead of `/tools/patchbay`.
    pub fn folder(mut self, folder: &str) -> Self {
        folder.clone_into(&mut self.folder);
        self
    }

    /// Allows requests to the sandbox's origin, wherever the policy is by now.
    pub fn allow_sandbox(mut self) -> Self {
        match &mut self.page {
            Some(page) => *page = allow(page, self.server),
            None => self.conf = allow(&self.conf, self.server),
        }
        self
    }

    /// With the module for brotli; `None` where there is none.
    pub fn brotli(mut self) -> Option<Self> {
        environment::nginx_brotli()?;
        self.conf = self.conf.replace("# brotli_static on;", "brotli_static on;");
        self.brotli = true;
        Some(self)
    }

    /// Sends no headers; the page brings the policy along, as it was made for a config.json without other servers.
    pub fn policy_in_page(mut self) -> Self {
        let is_header = |line: &&str| line.trim_start().starts_with("add_header");
        self.conf = self.conf.lines().filter(|line| !is_header(line)).collect::<Vec<_>>().join("\n");
        self.page =
            Some(fs::read_to_string(environment::hosting().join("index-with-policy/index.html")).unwrap());
        self
    }

    /// Starts it, with this as config.json.
    pub fn start(self, config: &Value) -> Nginx<'s> {
        let files = tempfile::tempdir().unwrap();
        let site = files.path().join("site");
        copy(&environment::dist(), &site);
        if let Some(page) = self.page {
            fs::write(site.join("index.html"), page).unwrap();
            for compressed in ["index.html.br", "index.html.gz"] {
                fs::remove_file(site.join(compressed)).unwrap();
            }
        }
        let conf = self.conf.replace(FOLDER, &self.folder).replace(ON_DISK, site.to_str().unwrap());
        fs::write(files.path().join("patchbay.conf"), conf).unwrap();
        let jira = fs::read_to_string(environment::hosting().join("nginx/jira.conf")).unwrap();
        fs::write(files.path().join("jira.conf"), jira.replace(JIRA, &self.server.origin())).unwrap();
        let start = || try_to_start(files.path(), self.brotli);
        let started = std::iter::repeat_with(start).take(ATTEMPTS).flatten().next();
        let (process, port) =
            started.unwrap_or_else(|| panic!("nginx does not start: {}", said(files.path())));
        let nginx = Nginx { server: self.server, folder: self.folder, port, process, files };
        nginx.configure(Some(&config.to_string()));
        nginx
    }
}

/// An nginx that serves until it is dropped.
pub struct Nginx<'s> {
    server: &'s Server,
    folder: String,
    port: u16,
    process: Child,
    files: TempDir,
}

impl<'s> Nginx<'s> {
    /// The ready files for this sandbox as the server behind.
    #[expect(clippy::new_ret_no_self, reason = "it is told more before it starts")]
    pub fn new(server: &'s Server) -> NginxBuilder<'s> {
        let conf = fs::read_to_string(environment::hosting().join("nginx/patchbay.conf")).unwrap();
        NginxBuilder { server, folder: FOLDER.to_owned(), conf, brotli: false, page: None }
    }

    /// `http://127.0.0.1:12345`.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Where the app is, with a slash at the end.
    pub fn home(&self) -> String {
        format!("{}{}/", self.origin(), self.folder)
    }

    /// Writes this as config.json, or removes the file.
    pub fn configure(&self, text: Option<&str>) {
        let file = self.files.path().join("site/config.json");
        match text {
            Some(text) => fs::write(file, text).unwrap(),
            None => fs::remove_file(file).unwrap(),
        }
    }

    /// A page of the app from here, at this address behind its `#`.
    #[track_caller]
    pub fn open(&self, route: &str) -> Page<'s> {
        let page = Page::blank(self.server);
        page.visit(&format!("{}#{route}", self.home()));
        page
    }

    /// The names of what is served, without the compressed files.
    pub fn names(&self) -> Vec<String> {
        let names = fs::read_dir(self.files.path().join("site")).unwrap();
        let names = names.map(|file| file.unwrap().file_name().into_string().unwrap());
        names.filter(|name| !name.ends_with(".br") && !name.ends_with(".gz")).collect()
    }

    /// The paths that were asked for so far.
    pub fn paths(&self) -> Vec<String> {
        let log = fs::read_to_string(self.files.path().join("access.log")).unwrap();
        log.lines().map(str::to_owned).collect()
    }
}

impl Drop for Nginx<'_> {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The two folders that `cargo xtask dist` makes: what is served, and the ready files.
pub fn built() -> (PathBuf, PathBuf) {
    (environment::dist(), environment::hosting())
}

/// As whoever edits the ready file does.
fn allow(text: &str, server: &Server) -> String {
    let changed = text.replace("connect-src 'self'", &format!("connect-src 'self' {}", server.origin()));
    assert_ne!(changed, text, "the policy has no connect-src 'self'");
    changed
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap().path();
        fs::copy(&file, to.join(file.file_name().unwrap())).unwrap();
    }
}

/// One process, as whoever runs the tests, with everything that it writes in this folder.
fn try_to_start(folder: &Path, brotli: bool) -> Option<(Child, u16)> {
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
    let place = folder.display();
    let module = environment::nginx_brotli().filter(|_| brotli);
    let module = module.map(|module| format!("load_module {};", module.display())).unwrap_or_default();
    let http = format!(
        "log_format path $uri;\naccess_log {place}/access.log path;\n\
         server {{\nlisten 127.0.0.1:{port};\ninclude {place}/patchbay.conf;\ninclude {place}/jira.conf;\n}}\n"
    );
    run(folder, port, &module, &http).map(|process| (process, port))
}

/// One that answers on this port, with what its configuration says before and inside of its `http` block; `None` when it
/// ends by itself.
pub(crate) fn run(folder: &Path, port: u16, before: &str, http: &str) -> Option<Child> {
    let place = folder.display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|what| format!("{what}_temp_path {place}/{what};\n"))
        .concat();
    let conf = format!(
        "{before}\ndaemon off;\nmaster_process off;\npid {place}/nginx.pid;\nevents {{}}\nhttp {{\n{temporary}{http}}}\n"
    );
    fs::write(folder.join("nginx.conf"), conf).unwrap();
    let log = folder.join("error.log");
    let mut process = Command::new(environment::nginx())
        .arg("-e")
        .arg(&log)
        .arg("-c")
        .arg(folder.join("nginx.conf"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{} cannot be started: {error}", environment::nginx().display()));
    while process.try_wait().unwrap().is_none() {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Some(process);
        }
        sleep(Duration::from_millis(20));
    }
    None
}

pub(crate) fn said(folder: &Path) -> String {
    fs::read_to_string(folder.join("error.log")).unwrap_or_default()
}
