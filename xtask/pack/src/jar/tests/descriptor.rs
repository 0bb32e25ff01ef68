//! atlassian-plugin.xml and the page against each other, the plugin's contents and the rules of Jira's plugin modules.
//!
//! The rules: Atlassian's "Administration UI locations", "Webwork plugin module", "Downloadable plugin resources", and
//! what Jira's own code does with a descriptor.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};

use super::sample::{contents, text};

const VERSION: &str = env!("CARGO_PKG_VERSION");

fn children<'a, 'd>(node: Node<'a, 'd>, tag: &'static str) -> Vec<Node<'a, 'd>> {
    node.children().filter(|child| child.has_tag_name(tag)).collect()
}

/// The only child of this name.
fn child<'a, 'd>(node: Node<'a, 'd>, tag: &'static str) -> Node<'a, 'd> {
    let found = children(node, tag);
    assert_eq!(found.len(), 1, "<{tag}> in <{}>", node.tag_name().name());
    found[0]
}

/// The `web-resource` of this key.
fn web_resource<'a, 'd>(plugin: Node<'a, 'd>, key: &str) -> Node<'a, 'd> {
    children(plugin, "web-resource").into_iter().find(|module| attribute(*module, "key") == key).unwrap()
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> &'a str {
    node.attribute(name).unwrap_or_else(|| panic!("<{}> has no {name}", node.tag_name().name()))
}

fn words<'a>(node: Node<'a, '_>) -> &'a str {
    node.text().unwrap().trim()
}

/// Name and value of each `<param>`, in either way of writing it.
fn params<'a>(node: Node<'a, '_>) -> BTreeMap<&'a str, &'a str> {
    let value = |param: Node<'a, '_>| param.attribute("value").or(param.text()).unwrap();
    children(node, "param").into_iter().map(|param| (attribute(param, "name"), value(param))).collect()
}

/// Checks the descriptor of the sample's plugin, with what else is in it.
fn check(test: impl FnOnce(Node, &BTreeMap<String, Vec<u8>>)) {
    let contents = contents();
    let descriptor = text(&contents, "atlassian-plugin.xml");
    test(Document::parse(descriptor).unwrap().root_element(), &contents);
}

#[test]
fn is_a_plugin_of_version_2_with_a_key_and_three_numbers() {
    check(|plugin, _| {
        assert_eq!(plugin.tag_name().name(), "atlassian-plugin");
        assert_eq!(attribute(plugin, "plugins-version"), "2");
        // Becomes Bundle-SymbolicName.
        let key = attribute(plugin, "key");
        assert!(key.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c)), "{key}");
        let info = child(plugin, "plugin-info");
        assert_eq!(words(child(info, "version")), VERSION);
        assert_eq!(VERSION.split('.').filter(|number| number.parse::<u32>().is_ok()).count(), 3);
        assert_eq!(params(info)["atlassian-data-center-status"], "compatible");
    });
}

#[test]
fn every_module_has_a_key_of_its_own() {
    check(|plugin, _| {
        let modules = plugin.children().filter(|module| module.is_element());
        let modules =
            modules.filter(|module| !["plugin-info", "resource"].contains(&module.tag_name().name()));
        let keys: Vec<&str> = modules.map(|module| attribute(module, "key")).collect();
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "{keys:?}");
    });
}

#[test]
fn its_links_are_under_manage_apps_and_for_administrators() {
    check(|plugin, contents| {
        let section = child(plugin, "web-section");
        assert_eq!(attribute(section, "location"), "admin_plugins_menu");
        let place = format!("admin_plugins_menu/{}", attribute(section, "key"));
        for item in children(plugin, "web-item") {
            assert_eq!(attribute(item, "section"), place);
            let condition = child(item, "condition");
            assert_eq!(
                attribute(condition, "class"),
                "com.atlassian.jira.plugin.webfragment.conditions.JiraGlobalPermissionCondition"
            );
            assert_eq!(params(condition)["permission"], "admin");
            // Jira puts its context path before what begins with a slash.
            assert!(words(child(item, "link")).starts_with('/'));
        }
        let page = text(contents, "patchbay/page.vm");
        assert!(page.contains(&format!("<meta name=\"admin.active.section\" content=\"{place}\"/>")));
    });
}

#[test]
fn the_first_link_opens_the_action_which_answers_administrators_with_the_page() {
    check(|plugin, contents| {
        let action = child(child(child(plugin, "webwork1"), "actions"), "action");
        let class = attribute(action, "name").replace('.', "/");
        assert!(contents.contains_key(&format!("{class}.class")), "{class}");
        assert_eq!(attribute(action, "roles-required"), "admin");

        let link = child(children(plugin, "web-item")[0], "link");
        assert_eq!(words(link), format!("/secure/admin/{}.jspa", attribute(action, "alias")));
        assert_eq!(params(child(plugin, "plugin-info"))["configure.url"], words(link));
        let tab = format!("<meta name=\"admin.active.tab\" content=\"{}\"/>", attribute(link, "linkId"));
        assert!(text(contents, "patchbay/page.vm").contains(&tab), "{tab}");

        let view = child(action, "view");
        assert_eq!(attribute(view, "name"), "success");
        assert!(contents.contains_key(words(view).strip_prefix('/').unwrap()));
    });
}

#[test]
fn the_second_link_opens_the_bare_page() {
    check(|plugin, _| {
        let link = words(child(children(plugin, "web-item")[1], "link"));
        let key = attribute(plugin, "key");
        assert_eq!(link, format!("/download/resources/{key}:app/index.html?v={VERSION}"));
    });
}

#[test]
fn every_file_of_the_app_is_a_resource_with_its_type_and_every_resource_is_there() {
    check(|plugin, contents| {
        let app = web_resource(plugin, "app");
        assert!(children(app, "context").is_empty() && children(app, "dependency").is_empty());
        let mut named = Vec::new();
        for resource in children(app, "resource") {
            assert_eq!(attribute(resource, "type"), "download");
            let (name, location) = (attribute(resource, "name"), attribute(resource, "location"));
            assert_eq!(location, format!("app/{name}"));
            let right = match name.rsplit_once('.').unwrap().1 {
                "css" => "text/css",
                "html" => "text/html",
                "js" => "text/javascript",
                "json" => "application/json",
                "svg" => "image/svg+xml",
                "wasm" => "application/wasm",
                other => panic!("{other}"),
            };
            assert_eq!(
                params(resource),
                BTreeMap::from([("batch", "false"), ("content-type", right)]),
                "{name}"
            );
            named.push(location);
        }
        let files: Vec<&str> =
            contents.keys().map(String::as_str).filter(|name| name.starts_with("app/")).collect();
        assert_eq!(named, files);
    });
}

#[test]
fn only_the_loader_is_in_other_pages() {
    check(|plugin, contents| {
        assert_eq!(children(plugin, "web-resource").len(), 2);
        let loader = web_resource(plugin, "loader");
        assert_eq!(words(child(loader, "context")), "atl.admin");
        let resource = child(loader, "resource");
        assert_eq!(params(resource)["content-type"], "text/javascript");
        let script = text(contents, attribute(resource, "location"));
        // In a batch it stands within `try { … }`, among scripts of others.
        for word in ["import", "export", "=>", "`", "let ", "const "] {
            assert!(!script.contains(word), "{word}");
        }
        assert!(script.is_ascii());
        assert!(script.len() < 3_000, "{} bytes in every page of the administration", script.len());
    });
}

#[test]
fn every_label_has_its_words_and_no_words_are_left_over() {
    check(|plugin, contents| {
        let i18n = child(plugin, "resource");
        assert_eq!(attribute(i18n, "type"), "i18n");
        let properties = text(contents, &format!("{}.properties", attribute(i18n, "location")));
        // Java 8 reads the file as ISO 8859-1.
        assert!(properties.is_ascii());
        let said: BTreeSet<&str> = properties.lines().map(|line| line.split_once('=').unwrap().0).collect();
        let labels = plugin.descendants().filter(|node| node.has_tag_name("label"));
        assert_eq!(said, labels.map(|label| attribute(label, "key")).collect());
    });
}
