//! An nginx for the tests of a hosted app: from PATH, or Debian's unpacked into target/tools. Nothing is installed, since
//! Debian's package would start a web server on this machine.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::apt;
use crate::failure::{Failure, Result};
use crate::process;
use crate::steps::Steps;
use crate::workspace::Workspace;

const TITLE: &str = "nginx";
/// The server, and the module that sends files compressed with brotli.
const PACKAGES: [&str; 2] = ["nginx", "libnginx-mod-http-brotli-static"];
const MODULE: &str = "usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const WHAT_TO_INSTALL: &str = "No nginx is on PATH, and Debian’s package cannot be fetched here. Install nginx, so that \
                               `nginx -v` works, then run this again.";

/// A web server for the tests.
pub struct Nginx {
    pub program: PathBuf,
    /// Where there is one.
    pub brotli_module: Option<PathBuf>,
}

impl Nginx {
    /// Adds the variables that the tests of the hosted app read.
    pub fn tell(&self, command: &mut Command) {
        command.env("PATCHBAY_NGINX", &self.program);
        if let Some(module) = &self.brotli_module {
            command.env("PATCHBAY_NGINX_BROTLI", module);
        }
    }
}

/// Finds one or fetches it.
pub fn ensure(workspace: &Workspace, steps: &mut Steps) -> Result<Nginx> {
    let unpacked = workspace.tools().join("nginx");
    if let Some(nginx) = find(&unpacked) {
        steps.present(TITLE);
        return Ok(nginx);
    }
    let missing = || Failure::new(WHAT_TO_INSTALL);
    process::find("apt-get").ok_or_else(missing)?;
    steps.run("nginx: apt-get download", || {
        apt::unpack(&PACKAGES, &unpacked)
            .map_err(|failure| Failure::new(format!("{failure} {WHAT_TO_INSTALL}")))
    })?;
    find(&unpacked).ok_or_else(missing)
}

/// The system's own has its modules where Debian puts them; of another system's we know no module.
fn find(unpacked: &Path) -> Option<Nginx> {
    let system = process::find("nginx").or_else(|| Some(PathBuf::from("/usr/sbin/nginx")));
    let nginx = |program: PathBuf, root: &Path| {
        // It says its version on standard error, so success is all there is to see.
        process::output(process::program(&program).arg("-v"))?;
        let module = root.join(MODULE);
        Some(Nginx { program, brotli_module: module.is_file().then_some(module) })
    };
    system
        .and_then(|program| nginx(program, Path::new("/")))
        .or_else(|| nginx(unpacked.join("usr/sbin/nginx"), unpacked))
}
