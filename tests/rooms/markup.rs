//! What views have as strings, which Leptos gives to `innerHTML`, and which strings boot.js lets pass: all of the former,
//! and nothing that could run code.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, iter};

use proc_macro2::{TokenStream, TokenTree};
use regex::Regex;
use rstml::Infallible;
use rstml::node::{KVAttributeValue, Node, NodeAttribute, NodeElement, NodeName};
use syn::{Expr, Lit};

const BOOT: &str = include_str!("../../boot.js");

/// The pattern of boot.js.
fn pattern() -> Regex {
    let (_, rest) = BOOT.split_once("const markup =\n  /").unwrap();
    Regex::new(&rest.split_once("/;\n").unwrap().0.replace("\\/", "/")).unwrap()
}

/// Every `view!` in these tokens, also within others.
fn views(tokens: TokenStream, found: &mut Vec<TokenStream>) {
    let mut before = [String::new(), String::new()];
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            if before == ["view", "!"] {
                found.push(group.stream());
            }
            views(group.stream(), found);
        }
        let [_, last] = before;
        before = [last, token.to_string()];
    }
}

/// The string that an attribute has in the source; `None` where it is no string.
fn literal(attribute: &NodeAttribute) -> Option<(String, String)> {
    let NodeAttribute::Attribute(attribute) = attribute else { return None };
    if matches!(attribute.key, NodeName::Block(_)) {
        return None;
    }
    let value = match attribute.possible_value.to_value().map(|value| &value.value) {
        None => String::new(),
        Some(KVAttributeValue::Expr(Expr::Lit(text))) => match &text.lit {
            Lit::Str(text) => text.value(),
            _ => return None,
        },
        Some(_) => return None,
    };
    Some((attribute.key.to_string(), value))
}

/// The HTML of an element that has nothing but strings in it, as Leptos writes it.
fn html(element: &NodeElement<Infallible>) -> Option<String> {
    let name = element.name().to_string();
    if matches!(element.name(), NodeName::Block(_)) || name.starts_with(|letter: char| letter.is_uppercase())
    {
        return None;
    }
    let attributes = element.attributes().iter().map(|attribute| {
        let (key, value) = literal(attribute)?;
        let is_live = ["style:", "prop:", "on:", "use:", "bind"].iter().any(|kind| key.starts_with(kind));
        (!is_live).then(|| format!(" {key}=\"{}\"", value.replace('&', "&amp;").replace('"', "&quot;")))
    });
    let attributes: String = attributes.collect::<Option<_>>()?;
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let children = element.children.iter().map(|child| match child {
        Node::Element(child) => html(child),
        Node::Text(text) => Some(escaped(&text.value_string())),
        Node::RawText(text) => Some(escaped(&text.to_string_best())),
        _ => None,
    });
    let children: String = children.collect::<Option<_>>()?;
    Some(format!("<{name}{attributes}>{children}</{name}>"))
}

fn strings(nodes: &[Node<Infallible>], found: &mut BTreeSet<String>) {
    for node in nodes {
        if let Node::Element(element) = node {
            match html(element) {
                Some(html) => drop(found.insert(html)),
                None => strings(&element.children, found),
            }
        } else if let Node::Fragment(fragment) = node {
            strings(&fragment.children, found);
        }
    }
}

/// All strings that views may give to `innerHTML`.
fn of_the_views() -> BTreeSet<String> {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../src"), &mut files);
    let mut found = BTreeSet::new();
    for file in files {
        let mut all = Vec::new();
        views(file.parse().unwrap(), &mut all);
        for view in all {
            strings(&rstml::parse2(view).unwrap(), &mut found);
        }
    }
    assert!(found.len() > 30, "{found:#?}");
    found
}

fn collect(folder: &Path, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_string_of_a_view_passes() {
    let pattern = pattern();
    let refused: Vec<_> = of_the_views().into_iter().filter(|html| !pattern.is_match(html)).collect();
    assert!(refused.is_empty(), "boot.js refuses what these views are made of: {refused:#?}");
}

#[test]
fn no_tag_and_no_attribute_is_let_pass_that_no_view_has() {
    let all: String = of_the_views().into_iter().collect();
    let names = |start: &str| {
        let (_, rest) = BOOT.split_once(start).unwrap();
        rest.split_once(')').unwrap().0.split('|').map(str::to_owned).collect::<Vec<_>>()
    };
    for tag in names("<\\/?(?:") {
        assert!(all.contains(&format!("</{tag}>")), "<{tag}>");
    }
    for attribute in names("(?: (?:") {
        assert!(all.contains(&format!(" {attribute}=\"")), "{attribute}");
    }
}

/// What others tried before: with and without quotes, in other cases, encoded, broken off, of SVG and MathML.
pub const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "<ScRiPt src=x></sCrIpT>",
    "<svg/onload=alert(1)>",
    "<svg onload=\"alert(1)\"></svg>",
    "<img src=x onerror=alert(1)>",
    "<img src=\"x\" onerror=\"alert(1)\">",
    "<IMG SRC=javascript:alert('x')>",
    "<p onclick=\"alert(1)\">x</p>",
    "<p ONCLICK=\"alert(1)\">x</p>",
    "<p\tonclick=\"alert(1)\">x</p>",
    "<p/onclick=\"alert(1)\">x</p>",
    "<p class=\"a\"onclick=\"alert(1)\">x</p>",
    "<p class='a' onclick='alert(1)'>x</p>",
    "<p class=a onclick=alert(1)>x</p>",
    "<p class=\"a>\" onclick=\"alert(1)\">x</p>",
    "<span onfocus=\"alert(1)\" tabindex=\"1\" autofocus>x</span>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"java&#115;cript:alert(1)\">x</a>",
    "<a href=\"java\nscript:alert(1)\">x</a>",
    "<a href=\" javascript:alert(1)\">x</a>",
    "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><rect width=\"9\"></rect></a></svg>",
    "<svg><animate attributeName=\"href\" values=\"javascript:alert(1)\"></animate></svg>",
    "<svg><use href=\"data:image/svg+xml,x#x\"></use></svg>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext></mtext></math>",
    "<math href=\"javascript:alert(1)\">x</math>",
    "<iframe src=\"javascript:alert(1)\"></iframe>",
    "<iframe srcdoc=\"&lt;script&gt;alert(1)&lt;/script&gt;\"></iframe>",
    "<object data=\"data:text/html,x\"></object>",
    "<embed src=\"javascript:alert(1)\">",
    "<form action=\"javascript:alert(1)\"><button>x</button></form>",
    "<button formaction=\"javascript:alert(1)\">x</button>",
    "<input autofocus onfocus=alert(1)>",
    "<select onfocus=alert(1) autofocus>",
    "<textarea onfocus=alert(1) autofocus>",
    "<video><source onerror=\"alert(1)\"></video>",
    "<audio src=x onerror=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<body onload=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<base href=\"https://evil.example/\">",
    "<link rel=\"stylesheet\" href=\"https://evil.example/x.css\">",
    "<link rel=\"import\" href=\"x\">",
    "<meta http-equiv=\"refresh\" content=\"0;url=javascript:alert(1)\">",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<p style=\"background:url(https://evil.example/x)\">x</p>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- x -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version=\"1.0\"?>",
    "<p",
    "<p class=\"a",
    "x<",
    "x>",
    "<<p>x</p>",
    "<p ><img src=x></p>",
    "< script>alert(1)</script>",
    "<p class=\"a&#34; onclick=&#34;alert(1)\">x</p>",
    "<p\u{0}onclick=alert(1)>x</p>",
    "<p\u{c}onclick=alert(1)>x</p>",
    "text <b onmouseover=alert(1)>x</b>",
    "fine <span>x</span>\n<script>alert(1)</script>",
    "<p class=\"a\" class=\"b\" id=\"c\" onx=\"d\">x</p>",
    "<path d=\"M0 0\" onclick=\"alert(1)\"></path>",
    "<x-y>x</x-y>",
    "<scripts>x</scripts>",
    "<span is=\"x-y\">x</span>",
    "<span slot=\"x\">x</span>",
];

#[test]
fn nothing_passes_that_could_run_code() {
    let pattern = pattern();
    for html in HOSTILE {
        assert!(!pattern.is_match(html), "{html}");
        // Nor after or within what passes.
        for around in [format!("<p class=\"sub\">x</p>{html}"), format!("<p>{html}</p>"), format!("x{html}x")]
        {
            assert!(!pattern.is_match(&around), "{around}");
        }
    }
    assert_eq!(HOSTILE.len(), 71);
    // A long string takes no longer than its length: nothing in the pattern can match in two ways.
    let long: String = iter::repeat_n("<p class=\"sub\">x</p>", 20_000).collect();
    assert!(pattern.is_match(&long) && !pattern.is_match(&format!("{long}<")));
}
