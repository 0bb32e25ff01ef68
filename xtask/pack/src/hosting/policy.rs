//! The headers that every host must send with the app: one source for all ready files.

/// What the page may do, but for where it may send requests: scripts, styles and pictures from its own folder, no inline
/// code, WebAssembly, and the one Trusted Types policy of boot.js.
const BEFORE_SERVERS: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'";
const AFTER_SERVERS: &str = "; base-uri 'none'; form-action 'none'";
/// A header alone can say this: browsers refuse it in a page.
const IN_HEADERS: &str = "; frame-ancestors 'none'";
const AT_THE_END: &str = "; trusted-types default; require-trusted-types-for 'script'";

/// The other headers, the same for every file.
const OTHERS: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// What a site may send that is reached by https:// alone: for a year, browsers use nothing else for its host name. It
/// concerns everything at that name, so the ready files only offer it.
pub const HSTS: (&str, &str) = ("Strict-Transport-Security", "max-age=31536000");

/// How long files may be kept whose names change with their content.
pub const KEPT: &str = "public, max-age=31536000, immutable";
/// What all others say: ask each time whether there is something newer.
pub const FRESH: &str = "no-cache";
/// The end of an address whose name changes with the content: Trunk's hashes, and those of the parts loaded later.
pub const HASHED: &str = r"-[0-9a-f]{12,}(_bg)?\.[a-z]+$";

/// All headers but the one about caching, for an app that talks to these origins beside its own.
pub fn headers(servers: &[String]) -> Vec<(&'static str, String)> {
    let others = OTHERS.map(|(name, value)| (name, value.to_owned()));
    std::iter::once(("Content-Security-Policy", policy(servers, IN_HEADERS))).chain(others).collect()
}

/// The policy for a page that brings it along, since its host sends no headers.
pub fn in_page(servers: &[String]) -> String {
    policy(servers, "")
}

fn policy(servers: &[String], in_headers: &str) -> String {
    let servers: String = servers.iter().map(|origin| format!(" {origin}")).collect();
    [BEFORE_SERVERS, &servers, AFTER_SERVERS, in_headers, AT_THE_END].concat()
}
