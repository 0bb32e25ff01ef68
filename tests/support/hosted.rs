//! The app on a web server: in a folder of another origin than the sandbox, by the ready files of `cargo xtask dist`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::running::Running;
use crate::{Page, Server, environment};

/// Where the ready files say that the app is: in the address, on the disk, and Jira.
pub(crate) const FOLDER: &str = "/tools/patchbay";
pub(crate) const ON_DISK: &str = "/var/www/patchbay";
pub(crate) const JIRA: &str = "https://jira.example.com";

/// The two folders that `cargo xtask dist` makes: what is served, and the ready files.
pub fn built() -> (PathBuf, PathBuf) {
    (environment::dist(), environment::hosting())
}

/// The text of a ready file.
pub(crate) fn ready(name: &str) -> String {
    fs::read_to_string(environment::hosting().join(name)).unwrap()
}

/// What a web server reads and writes, gone when dropped.
pub(crate) struct Files(TempDir);

impl Files {
    /// With a copy of the app in it.
    pub(crate) fn new() -> Self {
        let files = Self(tempfile::tempdir().unwrap());
        copy(&environment::dist(), &files.site());
        files
    }

    /// Of all.
    pub(crate) fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Of what is served.
    pub(crate) fn site(&self) -> PathBuf {
        self.folder().join("site")
    }

    /// Beside what is served.
    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.folder().join(name), text).unwrap();
    }

    /// In place of index.html, whose compressed copies go.
    pub(crate) fn replace_page(&self, page: &str) {
        fs::write(self.site().join("index.html"), page).unwrap();
        for compressed in ["index.html.br", "index.html.gz"] {
            fs::remove_file(self.site().join(compressed)).unwrap();
        }
    }
}

/// A web server that serves until it is dropped.
pub struct Hosted<'s> {
    server: &'s Server,
    folder: String,
    running: Running,
    files: Files,
}

impl<'s> Hosted<'s> {
    /// Writes this as config.json, and starts the program that is made for a folder and a port.
    pub(crate) fn start(
        server: &'s Server,
        folder: String,
        files: Files,
        config: &Value,
        program: &dyn Fn(&Path, u16) -> Command,
    ) -> Self {
        let running = Running::start(files.folder(), program);
        let hosted = Self { server, folder, running, files };
        hosted.configure(Some(&config.to_string()));
        hosted
    }

    /// `http://127.0.0.1:12345`.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.running.port)
    }

    /// Where the app is, with a slash at the end.
    pub fn home(&self) -> String {
        format!("{}{}/", self.origin(), self.folder)
    }

    /// Writes this as config.json, or removes the file.
    pub fn configure(&self, text: Option<&str>) {
        let file = self.files.site().join("config.json");
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
        let names = fs::read_dir(self.files.site()).unwrap();
        let names = names.map(|file| file.unwrap().file_name().into_string().unwrap());
        names.filter(|name| !name.ends_with(".br") && !name.ends_with(".gz")).collect()
    }

    /// The paths that were asked for so far.
    pub fn paths(&self) -> Vec<String> {
        let log = fs::read_to_string(self.files.folder().join("access.log")).unwrap();
        log.lines().map(path_in_log).collect()
    }
}

/// A line of nginx is the path; one of Caddy is an object with the address.
fn path_in_log(line: &str) -> String {
    let address = match serde_json::from_str::<Value>(line) {
        Ok(entry) => entry["request"]["uri"].as_str().unwrap().to_owned(),
        Err(_) => line.to_owned(),
    };
    address.split('?').next().unwrap().to_owned()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap().path();
        fs::copy(&file, to.join(file.file_name().unwrap())).unwrap();
    }
}
