//! A Caddy that serves the app by the ready files of `cargo xtask dist`.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::hosted::{FOLDER, Files, Hosted, JIRA, ON_DISK, ready};
use crate::nginx::allow;
use crate::{Server, environment};

/// Caddy, by the ready files.
pub struct Caddy;

impl Caddy {
    /// Starts it with this as config.json, for this sandbox as the server behind and as the one that the policy allows.
    pub fn start<'s>(server: &'s Server, config: &Value) -> Hosted<'s> {
        let caddy = environment::caddy();
        let files = Files::new();
        let conf = allow(&ready("caddy/patchbay.caddy"), server);
        files.write("patchbay.caddy", &conf.replace(ON_DISK, files.site().to_str().unwrap()));
        files.write("jira.caddy", &ready("caddy/jira.caddy").replace(JIRA, &server.origin()));
        let program = |folder: &Path, port: u16| program(&caddy, folder, port);
        Hosted::start(server, FOLDER.to_owned(), files, config, &program)
    }
}

/// As the user who runs the tests, with everything that it writes in this folder.
fn program(caddy: &Path, folder: &Path, port: u16) -> Command {
    let place = folder.display();
    let conf = format!(
        "{{\n\tadmin off\n\tauto_https off\n\tstorage file_system {place}/storage\n}}\n\
         http://127.0.0.1:{port} {{\n\tlog {{\n\t\toutput file {place}/access.log\n\t\tformat json\n\t}}\n\
         \timport {place}/patchbay.caddy\n\timport {place}/jira.caddy\n}}\n"
    );
    fs::write(folder.join("Caddyfile"), conf).unwrap();
    let mut command = Command::new(caddy);
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(folder.join("Caddyfile"));
    command.env("HOME", folder).env("XDG_DATA_HOME", folder).env("XDG_CONFIG_HOME", folder);
    command
}
