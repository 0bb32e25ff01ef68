//! The ready files against each other: the same policy and the same caching everywhere, from one source.

use std::collections::BTreeMap;

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

/// The headers that a file sets for everything, caching aside.
fn headers<'t>(
    text: &'t str,
    read: impl Fn(&'t str) -> Option<(&'t str, &'t str)>,
) -> BTreeMap<&'t str, &'t str> {
    let mut headers: BTreeMap<_, _> = text.lines().filter_map(|line| read(line.trim())).collect();
    headers.remove("Cache-Control");
    headers
}

fn quoted(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(" \"")?;
    Some((name, value.strip_suffix('"')?))
}

#[test]
fn every_host_sends_the_same_headers() {
    for servers in [&[][..], &["https://gitlab.com", "http://git.example:8080"][..]] {
        let site = site(servers);
        let expected = policy::headers(&site.servers);
        let expected: BTreeMap<_, _> = expected.iter().map(|(name, value)| (*name, value.as_str())).collect();

        let nginx = file(&site, "nginx/patchbay.conf");
        let nginx_header: fn(&str) -> Option<(&str, &str)> =
            |line| quoted(line.strip_prefix("add_header ")?.strip_suffix(" always;")?);
        assert_eq!(headers(&nginx, nginx_header), expected);

        let caddy = file(&site, "caddy/patchbay.caddy");
        let block = caddy.split("\theader {\n").nth(1).unwrap().split('}').next().unwrap();
        assert_eq!(headers(block, quoted), expected);

        let netlify = file(&site, "netlify/_headers");
        let rule = netlify.split("/*\n").nth(1).unwrap().split("\n\n").next().unwrap();
        assert_eq!(headers(rule, |line| line.split_once(": ")), expected);

        let page = file(&site, "index-with-policy/index.html");
        let meta = page.split("<meta http-equiv=\"Content-Security-Policy\" content=\"").nth(1).unwrap();
        let meta = meta.split('"').next().unwrap();
        assert_eq!(
            format!("{meta};"),
            format!("{};", expected["Content-Security-Policy"]).replace(" frame-ancestors 'none';", "")
        );
        assert!(page.find("http-equiv") < page.find("<script"), "the policy comes after a script");
    }
}

/// The sandbox sends what it has written down itself: app and hosts meet in the same words.
#[test]
fn the_sandbox_sends_the_same_policy() {
    let sandbox = include_str!("../../../../crates/sandbox/src/headers.rs");
    let sandbox = sandbox.replace("\\\n", " ");
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
    let mut rules: Vec<(&str, &str)> = Vec::new();
    let mut path = "";
    for line in netlify.lines() {
        match line.strip_prefix("  Cache-Control: ") {
            Some(cache) => rules.push((path, cache)),
            None => path = line,
        }
    }
    let kept = policy::KEPT;
    assert_eq!(
        rules,
        [
            ("/", "no-cache"),
            ("/boot.js", "no-cache"),
            ("/config.json", "no-cache"),
            ("/index.html", "no-cache"),
            ("/icon-c74adc3ff1acf2b7.svg", kept),
            ("/patchbay-f603948b883f90c.js", kept),
            ("/patchbay-f603948b883f90c_bg.wasm", kept),
        ]
    );
}

/// By the rule that names each file, and by the pattern that nginx and Caddy are given.
#[test]
fn knows_names_that_change_with_the_content() {
    let pattern = regex::Regex::new(policy::HASHED).unwrap();
    let others = [
        ("patchbay-forms-a595b2bfcbd50668.wasm", true),
        ("patchbay-0123456789ab.css", true),
        ("patchbay-0123456789a.css", false),
        ("patchbay-0123456789abcdef_bg.js.map", false),
        ("patchbay-0123456789abcdeg.js", false),
        ("0123456789abcdef.js", false),
        ("some-facade.js", false),
        ("LICENSE", false),
    ];
    let ours = NAMES.map(|name| (name, !["boot.js", "config.json", "index.html"].contains(&name)));
    for (name, expected) in ours.into_iter().chain(others) {
        assert_eq!(policy::is_hashed(name), expected, "{name}");
        assert_eq!(pattern.is_match(name), expected, "{name} by the pattern");
    }
}

/// What a job of theirs does, done in a shell: the site has all of dist/ and the page with the policy.
#[test]
fn the_jobs_for_pages_put_a_site_together() {
    let site = site(&["https://gitlab.com"]);
    let page = file(&site, "index-with-policy/index.html");
    let gitlab = file(&site, "gitlab-pages/.gitlab-ci.yml");
    let gitlab = gitlab.split("  script:\n").nth(1).unwrap().split("  artifacts:").next().unwrap();
    let github = file(&site, "github-pages/patchbay.yml");
    let github = github.split("run: |\n").nth(1).unwrap().split("      - uses").next().unwrap();
    let commands = |text: &str| {
        let lines = text.lines().map(str::trim).filter(|line| !line.starts_with('#'));
        lines.map(|line| line.strip_prefix("- ").unwrap_or(line)).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(commands(gitlab), commands(github).trim_end());

    let root = tempfile::tempdir().unwrap();
    let root = root.path();
    let write = |name: &str, content: &str| {
        let file = root.join(name);
        fs_err::create_dir_all(file.parent().unwrap()).unwrap();
        fs_err::write(file, content).unwrap();
    };
    for name in NAMES.into_iter().chain(["index.html.br", "index.html.gz", "boot.js.br"]) {
        write(&format!("dist/{name}"), "as it is");
    }
    write("dist-hosting/index-with-policy/index.html", &page);
    let status = std::process::Command::new("sh")
        .args(["-e", "-c", &commands(gitlab)])
        .current_dir(root)
        .status()
        .unwrap();
    assert!(status.success());
    let mut there: Vec<String> = fs_err::read_dir(root.join("public"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    there.sort();
    let mut expected: Vec<&str> = NAMES.into_iter().chain(["boot.js.br"]).collect();
    expected.sort_unstable();
    assert_eq!(there, expected);
    assert_eq!(fs_err::read_to_string(root.join("public/index.html")).unwrap(), page);
}

#[test]
fn no_place_of_a_template_is_left_open() {
    for (name, text) in all(&site(&[])).unwrap() {
        for place in ["{headers}", "{fresh", "{kept}", "{pattern}", "{hashed", "{servers}"] {
            assert!(!text.contains(place), "{name} still has {place}");
        }
    }
}

#[test]
fn the_readme_names_every_file_and_the_servers() {
    let site = site(&["https://gitlab.com"]);
    let readme = file(&site, "README.md");
    for (name, _) in all(&site).unwrap() {
        assert!(name == "README.md" || readme.contains(&format!("`{name}`")), "{name}");
    }
    assert!(readme.contains("these servers only: the origin of the page itself, `https://gitlab.com`."));
}
