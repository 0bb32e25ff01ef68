//! What is in the plugin, and that packing it again gives the same bytes.

use fs_err::{remove_file, write};
use tempfile::TempDir;

use super::sample::{CLASS, contents, dist, pack, text, unpack};

#[test]
fn holds_dist_and_the_plugins_own_files() {
    let contents = contents();
    let names: Vec<&str> = contents.keys().map(String::as_str).collect();
    let boot = names.iter().find(|name| name.starts_with("app/boot-")).unwrap();
    assert_eq!(
        names,
        [
            "META-INF/MANIFEST.MF",
            boot,
            "app/config.json",
            "app/icon-1.svg",
            "app/index.html",
            "app/patchbay-2.css",
            "app/patchbay-3.js",
            "app/patchbay-3_bg.wasm",
            "app/patchbay-chunk_1-4.wasm",
            "app/patchbay-forms-4.wasm",
            "atlassian-plugin.xml",
            "patchbay/i18n.properties",
            "patchbay/jira/AdminPage.class",
            "patchbay/loader.js",
            "patchbay/page.vm",
        ]
    );
    assert_eq!(contents["patchbay/jira/AdminPage.class"], CLASS);
    assert_eq!(contents["app/patchbay-3_bg.wasm"], b"patchbay-3_bg.wasm");
}

#[test]
fn begins_with_a_manifest_of_one_header() {
    let jar = pack(&dist()).unwrap();
    // The local header of the first entry: 30 bytes, then its name.
    assert_eq!(&jar[..4], b"PK\x03\x04");
    assert_eq!(&jar[30..50], b"META-INF/MANIFEST.MF");
    assert_eq!(text(&unpack(&jar), "META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\n\n");
}

#[test]
fn asks_jira_at_its_own_address_whatever_config_json_of_dist_says() {
    assert_eq!(text(&contents(), "app/config.json"), include_str!("../../../../../jira/config.json"));
}

#[test]
fn names_boot_by_its_content_in_the_bare_page_too() {
    let boot = |dist: &TempDir| {
        let contents = unpack(&pack(dist).unwrap());
        let name = contents.keys().find(|name| name.starts_with("app/boot-")).unwrap().clone();
        let link = format!("src=\"./{}\"", name.strip_prefix("app/").unwrap());
        assert!(text(&contents, "app/index.html").contains(&link), "{link}");
        name
    };
    let dist = dist();
    let first = boot(&dist);
    write(dist.path().join("boot.js"), "start(again)").unwrap();
    assert_ne!(boot(&dist), first);
}

#[test]
fn is_the_same_bytes_every_time() {
    let first = pack(&dist()).unwrap();
    // Another folder, other times of the files, and another order in the folder.
    let late = dist();
    remove_file(late.path().join("patchbay-2.css")).unwrap();
    write(late.path().join("patchbay-2.css"), "patchbay-2.css").unwrap();
    assert!(first == pack(&late).unwrap());
}

#[test]
fn says_what_cannot_be_packed() {
    let own_meaning =
        "cannot be packed under this name: Jira gives the endings `.map` and `-min` a meaning of their own.";
    let letters = "cannot be packed under this name. In a plugin for Jira names consist of ASCII letters, digits, `-`, `_` and dots.";
    let unknown = "has an ending whose media type is not known. Add it to xtask/pack/src/jar/files.rs.";
    for (name, sentence) in
        [("logo.png", unknown), ("a.js.map", own_meaning), ("a-min.js", own_meaning), ("a&b.js", letters)]
    {
        let dist = dist();
        write(dist.path().join(name), "content").unwrap();
        assert_eq!(pack(&dist).unwrap_err().to_string(), format!("dist/{name} {sentence}"));
    }
    let boot = "dist/ holds no boot.js that its index.html starts. Was it built?";
    let css = "dist/index.html names no file after `<link rel=\"stylesheet\" href=\"./` that is in dist/.";
    for (missing, sentence) in [("boot.js", boot), ("index.html", boot), ("patchbay-2.css", css)] {
        let dist = dist();
        remove_file(dist.path().join(missing)).unwrap();
        assert_eq!(pack(&dist).unwrap_err().to_string(), sentence);
    }
}
