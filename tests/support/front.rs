//! An nginx of a test's own making: what stands in front of a server, or delivers the app over https.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::running::Running;
use crate::{environment, nginx};

/// An nginx that answers until it is dropped.
pub struct Front {
    scheme: &'static str,
    running: Running,
    _files: TempDir,
}

impl Front {
    /// One that passes everything on to `origin`. `maps` stands in front of the `server` block, `more` inside of it.
    pub fn before(origin: &str, maps: &str, more: &str) -> Self {
        let server = |port: u16, _: &Path| {
            format!(
                "access_log off;\n{maps}\nserver {{\nlisten 127.0.0.1:{port};\n{more}\n\
                 location / {{\nproxy_pass {origin};\n}}\n}}\n"
            )
        };
        Self::start("http", &server)
    }

    /// One that delivers the app over https, with a certificate that no browser trusts, with this as config.json.
    pub fn https(config: &str) -> Self {
        let dist = environment::dist();
        let server = |port: u16, folder: &Path| {
            certify(folder);
            fs::write(folder.join("config.json"), config).unwrap();
            let (place, dist) = (folder.display(), dist.display());
            format!(
                "access_log off;\ntypes {{\ntext/html html;\ntext/javascript js;\ntext/css css;\n\
                 image/svg+xml svg;\napplication/wasm wasm;\napplication/json json;\n}}\n\
                 server {{\nlisten 127.0.0.1:{port} ssl;\nssl_certificate {place}/cert.pem;\n\
                 ssl_certificate_key {place}/key.pem;\nroot {dist};\n\
                 location = /config.json {{\nroot {place};\n}}\n}}\n"
            )
        };
        Self::start("https", &server)
    }

    fn start(scheme: &'static str, http: &dyn Fn(u16, &Path) -> String) -> Self {
        let files = tempfile::tempdir().unwrap();
        let folder = files.path();
        let program = |folder: &Path, port: u16| nginx::program(folder, "", &http(port, folder));
        let running = Running::start(folder, &program);
        Self { scheme, running, _files: files }
    }

    /// `https://127.0.0.1:12345`.
    pub fn origin(&self) -> String {
        format!("{}://{}", self.scheme, self.place())
    }

    /// Host and port, as the app names a server: `127.0.0.1:12345`.
    pub fn place(&self) -> String {
        format!("127.0.0.1:{}", self.running.port)
    }
}

/// Makes a key and a certificate for it, by the program that Debian and macOS bring along.
fn certify(folder: &Path) {
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"])
        .args(["-days", "2", "-subj", "/CN=patchbay.test", "-keyout", "key.pem", "-out", "cert.pem"])
        .current_dir(folder)
        .output()
        .unwrap_or_else(|error| panic!("openssl cannot be started: {error}"));
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}
