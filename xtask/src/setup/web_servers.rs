//! nginx and Caddy for the tests of a hosted app: from PATH, or Debian's unpacked into target/tools. They are not
//! installed, since Debian's packages would start a web server on this machine.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::apt;
use crate::process;
use crate::steps::Steps;
use crate::workspace::Workspace;

/// The module with which nginx sends files compressed with brotli.
const MODULE: &str = "usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const NO_NGINX: &str = "No nginx is on PATH, and Debian’s package cannot be fetched here. Install nginx, so that \
                        `nginx -v` works, then run this again.";
const NO_CADDY: &str = "No Caddy is on PATH, and Debian’s package cannot be fetched here. Install Caddy, so that \
                        `caddy version` works, then run this again.";

/// A web server for the tests.
pub struct Nginx {
    program: PathBuf,
    /// Of another system than Debian we know no module.
    brotli_module: Option<PathBuf>,
}

impl Nginx {
    /// Adds the variables that the tests of the hosted app read.
    pub fn tell(&self, command: &mut Command) {
        command.env("PATCHBAY_NGINX", &self.program);
        command.envs(self.brotli_module.iter().map(|module| ("PATCHBAY_NGINX_BROTLI", module)));
    }
}

/// Finds an nginx or fetches one.
pub fn ensure_nginx(workspace: &Workspace, steps: &mut Steps) -> Result<Nginx> {
    let unpacked = workspace.tools().join("nginx");
    let find = || {
        let system = process::find("nginx").unwrap_or_else(|| "/usr/sbin/nginx".into());
        let candidates = [(system, Path::new("/")), (unpacked.join("usr/sbin/nginx"), unpacked.as_path())];
        candidates.into_iter().find(|(program, _)| starts(program, "-v")).map(|(program, root)| {
            let module = root.join(MODULE);
            Nginx { program, brotli_module: module.is_file().then_some(module) }
        })
    };
    if let Some(nginx) = find() {
        return Ok(nginx);
    }
    apt::unpack(steps, &["nginx", "libnginx-mod-http-brotli-static"], &unpacked).context(NO_NGINX)?;
    find().context(NO_NGINX)
}

/// Finds a Caddy or fetches one. Returns the program.
pub fn ensure_caddy(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf> {
    let unpacked = workspace.tools().join("caddy");
    let find = || {
        let mut programs = process::find("caddy").into_iter().chain([unpacked.join("usr/bin/caddy")]);
        programs.find(|program| starts(program, "version"))
    };
    if let Some(caddy) = find() {
        return Ok(caddy);
    }
    apt::unpack(steps, &["caddy"], &unpacked).context(NO_CADDY)?;
    find().context(NO_CADDY)
}

fn starts(program: &Path, argument: &str) -> bool {
    process::output(process::program(program).arg(argument)).is_some()
}
