//! An nginx that serves the app in a folder of another origin than the sandbox, by the ready files of `cargo xtask dist`.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::hosted::{FOLDER, Files, Hosted, JIRA, ON_DISK, ready};
use crate::{Server, environment};

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

    /// Tells browsers to use https:// alone.
    pub fn https_alone(mut self) -> Self {
        let chosen = self.conf.replace("# add_header Strict-Transport", "add_header Strict-Transport");
        assert_ne!(chosen, self.conf, "the file does not offer it");
        self.conf = chosen;
        self
    }

    /// Sends no headers; the page brings the policy along, as it was made for a config.json without other servers.
    pub fn policy_in_page(mut self) -> Self {
        let is_header = |line: &&str| line.trim_start().starts_with("add_header");
        self.conf = self.conf.lines().filter(|line| !is_header(line)).collect::<Vec<_>>().join("\n");
        self.page = Some(ready("index-with-policy/index.html"));
        self
    }

    /// Starts it, with this as config.json.
    pub fn start(self, config: &Value) -> Hosted<'s> {
        let files = Files::new();
        if let Some(page) = self.page {
            files.replace_page(&page);
        }
        let conf = self.conf.replace(FOLDER, &self.folder).replace(ON_DISK, files.site().to_str().unwrap());
        files.write("patchbay.conf", &conf);
        files.write("jira.conf", &ready("nginx/jira.conf").replace(JIRA, &self.server.origin()));
        let program = |folder: &Path, port: u16| ready_program(folder, port, self.brotli);
        Hosted::start(self.server, self.folder, files, config, &program)
    }
}

/// nginx, by the ready files.
pub struct Nginx;

impl Nginx {
    /// The ready files for this sandbox as the server behind.
    #[expect(clippy::new_ret_no_self, reason = "it is told more before it starts")]
    pub fn new(server: &Server) -> NginxBuilder<'_> {
        let conf = ready("nginx/patchbay.conf");
        NginxBuilder { server, folder: FOLDER.to_owned(), conf, brotli: false, page: None }
    }
}

/// Edits the ready file as an administrator does.
pub(crate) fn allow(text: &str, server: &Server) -> String {
    let changed = text.replace("connect-src 'self'", &format!("connect-src 'self' {}", server.origin()));
    assert_ne!(changed, text, "the policy has no connect-src 'self'");
    changed
}

/// For the ready files in this folder.
fn ready_program(folder: &Path, port: u16, brotli: bool) -> Command {
    let place = folder.display();
    let module = environment::nginx_brotli().filter(|_| brotli);
    let module = module.map(|module| format!("load_module {};", module.display())).unwrap_or_default();
    let http = format!(
        "log_format path $uri;\naccess_log {place}/access.log path;\n\
         server {{\nlisten 127.0.0.1:{port};\ninclude {place}/patchbay.conf;\ninclude {place}/jira.conf;\n}}\n"
    );
    program(folder, &module, &http)
}

/// One process that writes in this folder alone, with what its configuration says before and inside of its `http` block.
pub(crate) fn program(folder: &Path, before: &str, http: &str) -> Command {
    let place = folder.display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|what| format!("{what}_temp_path {place}/{what};\n"))
        .concat();
    let conf = format!(
        "{before}\ndaemon off;\nmaster_process off;\npid {place}/nginx.pid;\nevents {{}}\nhttp {{\n{temporary}{http}}}\n"
    );
    fs::write(folder.join("nginx.conf"), conf).unwrap();
    let mut command = Command::new(environment::nginx());
    command.arg("-e").arg(folder.join("error.log")).arg("-c").arg(folder.join("nginx.conf"));
    command
}
