//! A plugin in this Jira: its files, its page, its links, and what the page around it is.

use std::fs::File;
use std::io::Write;

use patchbay_sandbox::{Options, open};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::running::{Answer, Running};

const DESCRIPTOR: &str = r#"<atlassian-plugin key="a.plugin" name="A plugin" plugins-version="2">
  <resource type="i18n" name="i18n" location="words"/>
  <web-section key="ours" location="admin_plugins_menu"><label key="ours.title"/></web-section>
  <web-item key="one" section="admin_plugins_menu/ours"><label key="one.title"/>
    <condition class="com.atlassian.jira.plugin.webfragment.conditions.JiraGlobalPermissionCondition"/>
    <link linkId="one-link">/secure/admin/One.jspa</link></web-item>
  <webwork1 key="action" class="java.lang.Object"><actions>
    <action name="a.One" alias="One" roles-required="admin"><view name="success">/one.vm</view></action>
  </actions></webwork1>
  <web-resource key="loader"><context>atl.admin</context>
    <resource type="download" name="loader.js" location="loader.js"/></web-resource>
  <web-resource key="app">
    <resource type="download" name="index.html" location="app/index.html"><param name="content-type" value="text/html"/></resource>
    <resource type="download" name="a/x.wasm" location="app/x.wasm"><param name="content-type" value="application/wasm"/></resource>
  </web-resource>
</atlassian-plugin>"#;
const PAGE: &str = "<html><head><title>One</title><meta name=\"decorator\" content=\"atl.admin\"/>\
    <meta name=\"admin.active.tab\" content=\"one-link\"/></head><body><p>The page itself</p></body></html>";

fn jar(folder: &TempDir, descriptor: &str) -> std::path::PathBuf {
    let file = folder.path().join("a.jar");
    let mut zip = ZipWriter::new(File::create(&file).unwrap());
    for (name, text) in [
        ("atlassian-plugin.xml", descriptor),
        ("words.properties", "ours.title=Ours\none.title=The first\n"),
        ("one.vm", PAGE),
        ("loader.js", "load();"),
        ("app/index.html", "<!doctype html>"),
        ("app/x.wasm", "\0asm"),
        ("app/secret.txt", "not named"),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    file
}

fn jira(options: Options) -> Running {
    let folder = tempfile::tempdir().unwrap();
    Running::with(Options { jira_jar: Some(jar(&folder, DESCRIPTOR)), ..options })
}

fn file(server: &Running, name: &str) -> Answer {
    server.ask_signed_out("GET", &format!("/download/resources/a.plugin:app/{name}")).send()
}

#[test]
fn serves_the_files_that_the_descriptor_names_and_no_others() {
    let server = jira(Options::default());
    let page = file(&server, "index.html");
    assert_eq!((page.status, page.text.as_str()), (200, "<!doctype html>"));
    assert_eq!(page.header("content-type"), "text/html;charset=UTF-8");
    assert_eq!(page.header("content-security-policy"), "frame-ancestors 'self'");
    let wasm = file(&server, "a/x.wasm");
    assert_eq!(
        (wasm.header("content-type"), wasm.header("content-security-policy")),
        ("application/wasm", "sandbox")
    );
    assert_eq!(wasm.header("x-content-type-options"), "nosniff");
    let by_hash = "/s/123-abc/_/download/resources/a.plugin:app/a/x.wasm";
    assert_eq!(server.ask_signed_out("GET", by_hash).send().text, "\0asm");
    for name in ["secret.txt", "x.wasm", "../atlassian-plugin.xml", "loader.js", ""] {
        assert_eq!(file(&server, name).status, 404, "{name}");
    }
}

#[test]
fn every_type_has_a_charset_with_the_option() {
    let server = jira(Options { jar_charset: true, ..Options::default() });
    assert_eq!(file(&server, "a/x.wasm").header("content-type"), "application/wasm;charset=UTF-8");
}

#[test]
fn says_that_a_file_has_not_changed() {
    let server = jira(Options::default());
    let changed = file(&server, "a/x.wasm").header("last-modified").to_owned();
    let ask = |since: &str| {
        let path = "/download/resources/a.plugin:app/a/x.wasm";
        server.ask_signed_out("GET", path).header("If-Modified-Since", since).send()
    };
    let known = ask(&changed);
    assert_eq!((known.status, known.text.as_str()), (304, ""));
    assert_eq!(ask("Thu, 01 Jan 1970 00:00:00 GMT").status, 200);
}

#[test]
fn the_page_is_decorated_and_has_the_scripts_of_its_context_each_in_a_try() {
    let server = jira(Options { context_path: "/jira".parse().unwrap(), ..Options::default() });
    let page = server.get("/jira/secure/admin/One.jspa?theme=auto&locale=de_DE").text;
    for part in [
        "<title>One - Jira</title>",
        "<p>The page itself</p>",
        "<html lang=\"en\" data-color-mode-auto data-theme=\"light:light dark:dark\">",
        "<meta name=\"ajs-context-path\" content=\"/jira\">",
        "<meta name=\"ajs-user-locale\" content=\"de_DE\">",
        "<li class=\"aui-nav-selected\"><a id=\"one-link\" href=\"/jira/secure/admin/One.jspa\">The first</a></li>",
        "<div class=\"aui-nav-heading\">Ours</div>",
        "src=\"/jira/download/contextbatch/js/atl.admin/batch.js\"",
    ] {
        assert!(page.contains(part), "no {part} in {page}");
    }
    let batch = server.get("/jira/download/contextbatch/js/atl.admin/batch.js").text;
    assert_eq!(batch, ";try {\nload();\n} catch (e) { WRMCB(e); }\n");
}

#[test]
fn the_page_is_for_administrators_and_answers_get_only() {
    let server = jira(Options::default());
    let one = "/secure/admin/One.jspa";
    let sign_in = "/login.jsp?permissionViolation=true&os_destination=%2Fsecure%2Fadmin%2FOne.jspa";
    let user = server.ask_signed_out("GET", one).header("Authorization", "Bearer user-token").send();
    for refused in [server.ask_signed_out("GET", one).send(), user] {
        assert_eq!((refused.status, refused.header("location")), (303, sign_in));
    }
    assert_eq!(server.ask("POST", one).send().status, 405);
    assert_eq!(server.get("/secure/admin/Other.jspa").status, 404);
}

#[test]
fn opening_the_page_signs_in_with_automatic_sign_in() {
    let server = jira(Options { auto_sign_in: true, ..Options::default() });
    for path in
        ["/secure/admin/One.jspa", "/secure/Dashboard.jspa", "/download/resources/a.plugin:app/index.html"]
    {
        let answer = server.ask_signed_out("GET", path).send();
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.cookie().is_some(), "{path}");
    }
    assert_eq!(file(&server, "a/x.wasm").cookie(), None);
}

#[test]
fn without_a_plugin_there_are_no_pages_of_jira() {
    let server = Running::empty();
    for path in
        ["/secure/Dashboard.jspa", "/secure/admin/ViewApplicationProperties.jspa", "/stand-in/jira.js"]
    {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
}

#[test]
fn says_why_a_file_is_no_plugin() {
    let folder = tempfile::tempdir().unwrap();
    let fault = |file| match open(Options { jira_jar: Some(file), ..Options::default() }) {
        Ok(_) => panic!("it was taken"),
        Err(error) => error.to_string(),
    };
    let broken = jar(&folder, &DESCRIPTOR.replace("app/x.wasm", "app/y.wasm"));
    assert!(
        fault(broken.clone())
            .ends_with("a.jar cannot be served as a plugin for Jira. There is no app/y.wasm in it.")
    );
    std::fs::write(&broken, "no jar").unwrap();
    assert!(fault(broken).contains("It is not a zip file: "));
}
