//! The ready files against each other: the same policy and the same caching everywhere, from one source.

use regex::Regex;

use super::files::{Site, all};
use super::policy;

const PAGE: &str =
    "<!doctype html>\n<html lang=\"en\">\n  <head>\n    <meta charset=\"utf-8\" />\n    <script></script>\n";
const NAMES: [&str; 6] = [
    "boot.js",
    "config.json",
    "icon-c74adc3ff1acf2b7.svg",
    "index.html",
    "patchbay-f603948b883f90c.js",
    "patchbay-f603948b883f90c_bg.wasm",
];

fn site(servers: &[&str]) -> Site {
    Site {
        servers: servers.iter().map(|&server| server.to_owned()).collect(),
        page: PAGE.to_owned(),
        names: NAMES.map(str::to_owned).to_vec(),
    }
}

fn file(site: &Site, name: &str) -> String {
    all(site).unwrap().into_iter().find(|(there, _)| *there == name).unwrap().1
}

#[test]
fn every_host_sends_the_same_headers() {
    for servers in [&[][..], &["https://gitlab.com", "http://git.example:8080"][..]] {
        let site = site(servers);
        let [nginx, caddy, netlify] =
            ["nginx/patchbay.conf", "caddy/patchbay.caddy", "netlify/_headers"].map(|name| file(&site, name));
        let headers = policy::headers(&site.servers);
        for (name, value) in &headers {
            assert!(nginx.contains(&format!("    add_header {name} \"{value}\" always;\n")), "{nginx}");
            assert!(caddy.contains(&format!("\t\t{name} \"{value}\"\n")), "{caddy}");
            assert!(netlify.contains(&format!("\n  {name}: {value}\n")), "{netlify}");
        }
        let page = file(&site, "index-with-policy/index.html");
        let policy = headers[0].1.replace("; frame-ancestors 'none'", "");
        let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />");
        assert!(page.find(&meta).unwrap() < page.find("<script").unwrap(), "{page}");
    }
}

/// The comment that offers it is the header once its # is removed.
#[test]
fn every_host_offers_https_alone() {
    let site = site(&[]);
    for (name, header) in [
        ("nginx/patchbay.conf", "    add_header Strict-Transport-Security \"max-age=31536000\" always;"),
        ("caddy/patchbay.caddy", "\t\tStrict-Transport-Security \"max-age=31536000\""),
        ("netlify/_headers", "  Strict-Transport-Security: max-age=31536000"),
    ] {
        let text = file(&site, name);
        assert!(!text.lines().any(|line| line == header), "{name} sends it unasked");
        let chosen = text.replace("# add_header Strict", "add_header Strict").replace("# Strict", "Strict");
        let chosen = chosen.replace("#   Strict", "  Strict");
        assert!(chosen.lines().any(|line| line == header), "{name}: {text}");
        assert_eq!(text.matches("Strict-Transport-Security").count(), 1, "{name}");
    }
}

/// The sandbox sends what it has written down itself: app and hosts meet in the same words.
#[test]
fn the_sandbox_sends_the_same_policy() {
    let sandbox = include_str!("../../../../crates/sandbox/src/headers.rs").replace("\\\n", " ");
    let sandbox = sandbox.split_whitespace().collect::<Vec<_>>().join(" ");
    for (name, value) in policy::headers(&[]) {
        assert!(sandbox.contains(&format!("\"{value}\"")), "{name}: {value}");
    }
}

#[test]
fn servers_are_added_to_connect_src_alone() {
    let policy = policy::in_page(&["https://gitlab.com".to_owned(), "https://git.example".to_owned()]);
    let connect = "connect-src 'self' https://gitlab.com https://git.example;";
    assert!(policy.contains(connect), "{policy}");
    assert_eq!(policy.replace(connect, "connect-src 'self';"), policy::in_page(&[]));
}

#[test]
fn each_file_of_dist_is_told_how_long_it_may_be_kept() {
    let netlify = file(&site(&[]), "netlify/_headers");
    let rule = |name: &str, cache: &str| format!("/{name}\n  Cache-Control: {cache}\n");
    let fresh = ["", "boot.js", "config.json", "index.html"].map(|name| rule(name, "no-cache")).concat();
    let kept = [2, 4, 5].map(|index| rule(NAMES[index], policy::KEPT)).concat();
    assert!(netlify.contains(&fresh) && netlify.contains(&kept), "{netlify}");
    assert_eq!(netlify.matches("Cache-Control").count(), 7);
}

#[test]
fn knows_names_that_change_with_the_content() {
    let pattern = Regex::new(policy::HASHED).unwrap();
    for name in
        [NAMES[2], NAMES[4], NAMES[5], "patchbay-chunk_1-a595b2bfcbd50668.wasm", "patchbay-0123456789ab.css"]
    {
        assert!(pattern.is_match(name), "{name}");
    }
    for name in [
        "boot.js",
        "patchbay-0123456789a.css",
        "patchbay-0123456789abcdeg.js",
        "0123456789abcdef.js",
        "LICENSE",
    ] {
        assert!(!pattern.is_match(name), "{name}");
    }
}

/// What a job of theirs does, done in a shell: the site has all of dist/ and the page with the policy.
#[test]
fn the_jobs_for_pages_put_a_site_together() {
    let site = site(&["https://gitlab.com"]);
    let commands = |name: &str, start: &str, end: &str| {
        let text = file(&site, name);
        let script = text.split(start).nth(1).unwrap().split(end).next().unwrap();
        let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        lines.map(|line| line.strip_prefix("- ").unwrap_or(line)).collect::<Vec<_>>().join("\n")
    };
    let gitlab = commands("gitlab-pages/.gitlab-ci.yml", "  script:\n", "  artifacts:");
    assert_eq!(gitlab, commands("github-pages/patchbay.yml", "run: |\n", "      - uses"));

    let root = tempfile::tempdir().unwrap();
    let page = file(&site, "index-with-policy/index.html");
    fs_err::create_dir_all(root.path().join("dist-hosting/index-with-policy")).unwrap();
    fs_err::write(root.path().join("dist-hosting/index-with-policy/index.html"), &page).unwrap();
    fs_err::create_dir(root.path().join("dist")).unwrap();
    for name in NAMES.into_iter().chain(["index.html.br", "index.html.gz", "boot.js.br"]) {
        fs_err::write(root.path().join("dist").join(name), "as it is").unwrap();
    }
    let mut shell = std::process::Command::new("sh");
    assert!(shell.args(["-e", "-c", &gitlab]).current_dir(&root).status().unwrap().success());
    let public = root.path().join("public");
    assert_eq!(fs_err::read_to_string(public.join("index.html")).unwrap(), page);
    assert!(public.join("boot.js.br").exists() && !public.join("index.html.br").exists());
    assert_eq!(fs_err::read_dir(public).unwrap().count(), NAMES.len() + 1);
}

#[test]
fn the_readme_names_every_file_and_the_servers() {
    let site = site(&["https://gitlab.com"]);
    let readme = file(&site, "README.md");
    for (name, text) in all(&site).unwrap() {
        assert!(name == "README.md" || readme.contains(&format!("`{name}`")), "{name}");
        for place in ["{headers}", "{fresh", "{kept}", "{pattern}", "{hashed", "{servers}", "{hsts}"] {
            assert!(!text.contains(place), "{name} still has {place}");
        }
    }
    assert!(readme.contains("these servers only: the origin of the page itself, `https://gitlab.com`."));
}
