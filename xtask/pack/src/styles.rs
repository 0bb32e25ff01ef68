//! Puts the style sheets of the built page into one file: one request instead of many, and half the bytes.

use std::path::Path;

use anyhow::Result;
use regex::Regex;

/// The file that they are joined into, until it is named.
pub const JOINED: &str = "joined.css";

/// Joins them in the order in which index.html links to them. One link stays, where the first was.
pub fn join(dist: &Path) -> Result<()> {
    let page = fs_err::read_to_string(dist.join("index.html"))?;
    let link = Regex::new(r#"<link rel="stylesheet" href="\./([^"]+)"[^>]*>\s*"#)?;
    let mut text = String::new();
    for (_, [name]) in link.captures_iter(&page).map(|link| link.extract()) {
        text.push_str(&fs_err::read_to_string(dist.join(name))?);
        fs_err::remove_file(dist.join(name))?;
    }
    fs_err::write(dist.join(JOINED), text)?;
    let page = link.replace(&page, format!("<!-- styles --><LINK rel=\"stylesheet\" href=\"./{JOINED}\"/>"));
    let page = link.replace_all(&page, "").replace("<!-- styles --><LINK", "<link");
    Ok(fs_err::write(dist.join("index.html"), page)?)
}

/// Names the joined file by its content.
pub fn name(dist: &Path) -> Result<()> {
    let name = format!("patchbay-{}.css", crate::hash(&fs_err::read(dist.join(JOINED))?));
    fs_err::rename(dist.join(JOINED), dist.join(&name))?;
    let page = fs_err::read_to_string(dist.join("index.html"))?;
    Ok(fs_err::write(dist.join("index.html"), page.replace(JOINED, &name))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_order_and_leaves_one_link() {
        let dist = tempfile::tempdir().unwrap();
        let page = r#"<link rel="icon" href="./i.svg"/>
            <link rel="stylesheet" href="./tokens-1.css" integrity="sha384-a"/>
            <link rel="stylesheet" href="./base-2.css"/>
            <script src="./boot.js"></script>"#;
        for (name, content) in [("index.html", page), ("tokens-1.css", "a {}\n"), ("base-2.css", "b {}\n")] {
            fs_err::write(dist.path().join(name), content).unwrap();
        }

        join(dist.path()).unwrap();
        name(dist.path()).unwrap();

        let name = format!("patchbay-{}.css", crate::hash(b"a {}\nb {}\n"));
        assert_eq!(fs_err::read_to_string(dist.path().join(&name)).unwrap(), "a {}\nb {}\n");
        let link = format!("<link rel=\"stylesheet\" href=\"./{name}\"/><script src=\"./boot.js\"></script>");
        let html = format!("<link rel=\"icon\" href=\"./i.svg\"/>\n            {link}");
        assert_eq!(fs_err::read_to_string(dist.path().join("index.html")).unwrap(), html);
        assert_eq!(crate::files(dist.path()).unwrap().len(), 2);
    }
}
