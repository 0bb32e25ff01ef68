//! The ready file of each host, from its template.

use super::policy::{self, FRESH, HASHED, KEPT};
use super::template::Template;
use anyhow::{Context, Result};

/// What the files depend on.
pub struct Site {
    /// Origins that the app talks to beside its own.
    pub servers: Vec<String>,
    /// The content of dist/index.html.
    pub page: String,
    /// The files of dist/, without the compressed ones.
    pub names: Vec<String>,
}

/// A file's name below dist-hosting/, and its content.
pub type ReadyFile = (&'static str, String);

/// All of them.
pub fn all(site: &Site) -> Result<Vec<ReadyFile>> {
    Ok(vec![
        ("README.md", readme(site)?),
        ("nginx/patchbay.conf", nginx(site)?),
        ("nginx/jira.conf", include_str!("../../../../hosting/nginx/jira.conf").to_owned()),
        ("caddy/patchbay.caddy", caddy(site)?),
        ("caddy/jira.caddy", include_str!("../../../../hosting/caddy/jira.caddy").to_owned()),
        ("netlify/_headers", netlify(site)?),
        (
            "gitlab-pages/.gitlab-ci.yml",
            include_str!("../../../../hosting/gitlab-pages/.gitlab-ci.yml").to_owned(),
        ),
        (
            "github-pages/patchbay.yml",
            include_str!("../../../../hosting/github-pages/patchbay.yml").to_owned(),
        ),
        ("index-with-policy/index.html", page_with_policy(site)?),
        ("config.schema.json", include_str!("../../../../hosting/config.schema.json").to_owned()),
    ])
}

fn nginx(site: &Site) -> Result<String> {
    let template = include_str!("../../../../hosting/nginx/patchbay.conf");
    with_caching(Template::new("hosting/nginx/patchbay.conf", template))?
        .put_lines("{headers}", &lines(site, |name, value| format!("add_header {name} \"{value}\" always;")))
        .map(Template::finish)
}

fn caddy(site: &Site) -> Result<String> {
    let template = include_str!("../../../../hosting/caddy/patchbay.caddy");
    with_caching(Template::new("hosting/caddy/patchbay.caddy", template))?
        .put_lines("{headers}", &lines(site, |name, value| format!("{name} \"{value}\"")))
        .map(Template::finish)
}

fn with_caching(template: Template) -> Result<Template> {
    template.put("{fresh}", FRESH)?.put("{kept}", KEPT)?.put("{pattern}", HASHED)
}

fn netlify(site: &Site) -> Result<String> {
    // A path in two rules would get both headers in one, so each file is named, the start page under both its names.
    let rule = |name: &str, cache: &str| format!("/{name}\n  Cache-Control: {cache}");
    let (hashed, fresh): (Vec<&String>, Vec<&String>) =
        site.names.iter().partition(|name| policy::is_hashed(name));
    let mut fresh: Vec<String> = fresh.iter().map(|name| rule(name, FRESH)).collect();
    fresh.insert(0, rule("", FRESH));
    let hashed: Vec<String> = hashed.iter().map(|name| rule(name, KEPT)).collect();
    Template::new("hosting/netlify/_headers", include_str!("../../../../hosting/netlify/_headers"))
        .put_lines("{headers}", &lines(site, |name, value| format!("{name}: {value}")))?
        .put_lines("{fresh files}", &fresh)?
        .put_lines("{hashed files}", &hashed)
        .map(Template::finish)
}

fn lines(site: &Site, line: impl Fn(&str, &str) -> String) -> Vec<String> {
    policy::headers(&site.servers).iter().map(|(name, value)| line(name, value)).collect()
}

/// index.html with the policy before everything that it governs.
fn page_with_policy(site: &Site) -> Result<String> {
    let charset = "<meta charset=\"utf-8\" />\n";
    let (before, after) = site.page.split_once(charset).with_context(|| {
        format!("dist/index.html has no line `{}` to put the policy after.", charset.trim_end())
    })?;
    let policy = policy::in_page(&site.servers);
    Ok(format!(
        "{before}{charset}    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />\n{after}"
    ))
}

fn readme(site: &Site) -> Result<String> {
    let own = "the origin of the page itself".to_owned();
    let servers = std::iter::once(own).chain(site.servers.iter().map(|origin| format!("`{origin}`")));
    let servers = servers.collect::<Vec<_>>().join(", ");
    let template = Template::new("hosting/README.md", include_str!("../../../../hosting/README.md"));
    template.put("{servers}", &servers).map(Template::finish)
}
