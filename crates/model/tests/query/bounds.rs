//! Expressions that never end elsewhere end here, and the others are not mistaken for them.

use patchbay_model::text::query::HostShape::{self, Folder, Gerrit, Github, GithubApp, Gitlab, Microsoft};
use patchbay_model::text::query::Query;

use crate::query;

const COSTLY: &str =
    "This filter is too costly to try here: it makes far more values than the sample has. Simplify it.";

/// Each would take more memory or time than there is.
fn hostile() -> Vec<String> {
    let mut hostile = hostile_lists();
    hostile.extend(hostile_values());
    hostile
}

fn hostile_values() -> Vec<String> {
    let piped = |unit: &str, count: usize| vec![unit; count].join(" | ");
    vec![
        piped("[[@,@],[@,@],[@,@],[@,@]][][]", 14),
        piped("{a:{b:@,c:@},d:{b:@,c:@}}", 20) + " | to_string(@)",
        piped("{a:@,b:@} | values(@)", 30) + " | to_string(@)",
        format!("[?{} | length(to_string(@)) > `3`]", piped("[@,@]", 60)),
        format!("[?sort_by({},&to_string(@))]", piped("[@,@][]", 8)),
        format!("sort_by({}, &to_string([@,@,@,@]))", piped("[@,@][]", 11)),
        format!("map(&sort_by(to_array(@),&name), {})", piped("[@,@][]", 14)),
        format!(
            "max_by(map(&{{name:join('x',[name,name,name,name]),k:@}}, {}), &name)",
            piped("[@,@][]", 14)
        ),
        format!("[*].name | join('{}', {})", "x".repeat(1500), piped("[@,@][]", 10)),
        format!("[*].name | join(join('{}',@),@) | join(@,[@,@,@,@,@,@,@,@,@,@,@,@])", "x".repeat(400)),
        format!(
            "merge({}) | {} | to_string(@)",
            vec!["{a:@}"; 80].join(","),
            piped("merge({a:@,b:@},@)", 40)
        ),
        piped("[*].merge(@,{x:@,y:@})", 25) + " | to_string(@)",
        format!("`[{}]`{}|sort(@)", vec!["1"; 900].join(","), "|[@,@][]".repeat(12)),
        format!("`\"{}\"` | {} | to_string(@)", "x".repeat(1200), piped("[@,@]", 20)),
        "map(&[map(&[map(&[@],$)],$)],$)".replace('$', "[@,@,@,@,@,@,@,@,@][]"),
        format!("not_null({})", vec!["@"; 600].join(",")),
        format!(
            "{{{}}} | {} | to_string(@)",
            (0..200).map(|number| format!("k{number}:@")).collect::<Vec<_>>().join(","),
            piped("{a:@,b:@,c:@}", 5)
        ),
    ]
}

fn hostile_lists() -> Vec<String> {
    let piped = |unit: &str, count: usize| vec![unit; count].join(" | ");
    let nested = |open: &str, inner: &str, close: &str, count: usize| {
        [open.repeat(count), inner.to_owned(), close.repeat(count)].concat()
    };
    vec![
        piped("[@,@][]", 26),
        piped("[@,@,@][]", 40),
        piped("[@,@][*][]", 40),
        piped("[[*],[*]][]", 40),
        piped("[@[*],@[*]][]", 40),
        piped("[@[?name],@[?name]][]", 40),
        piped("[@[:],@[:]][]", 40),
        piped("[@[::-1],@][]", 40),
        piped("[reverse(@),@][]", 40),
        piped("[sort_by(@,&name),@][]", 40),
        piped("[map(&@,@),@][]", 40),
        piped("map(&[@,@],@)[]", 60),
        piped("[to_array(@),to_array(@)][]", 40),
        piped("values({a:@,b:@})[]", 40),
        piped("{a:@,b:@}.*[]", 40),
        piped("merge({a:@},{b:@}).*[]", 40),
        nested("to_string([@,", "@", "])", 10),
        piped("to_string([@,@])", 10),
        piped("to_string({a:@,b:@,c:@})", 30),
        piped("[to_string(@),to_string(@)]", 60),
        piped("[@,@]", 60) + " | to_string(@)",
        piped("{a:@,b:@}", 60) + " | to_string(@)",
        piped("[@,@]", 60) + " | @==@",
        piped("[@,@]", 60) + " | [@!=@]",
        piped("[@,@]", 60) + " | contains(@,@)",
        piped("[@,@]", 60) + " | [?@==`1`]",
        "[*].name | join(',',@) | ".to_owned() + &piped("join(@,[@,@,@,@])", 20),
        "[*].name | join(',',@) | ".to_owned() + &piped("join(@,[@,@])", 60),
        "[*].name | [join(to_string(@),@)] | ".to_owned()
            + &piped("[join(to_string(@),[to_string(@),to_string(@)])]", 10),
        piped("[@,@][]", 10) + " | [*].[length(to_string([@,@,@,@])),@]" + &" | [@,@][]".repeat(20),
        "[*].name | ".to_owned() + &piped("[sort(@),sort(@)][]", 40),
        "[*].name | ".to_owned() + &piped("[@,@][] | sort(@)", 40),
        "map(&map(&map(&map(&map(&map(&map(&map(&map(&name,$),$),$),$),$),$),$),$),$)"
            .replace('$', "[@,@,@,@,@,@][]"),
    ]
}

#[test]
fn gives_up_on_what_would_never_end() {
    let hostile = hostile();
    for text in &hostile {
        let error = query(text).apply(Github, Github.sample_json()).expect_err(text);
        assert_eq!(error.to_string(), COSTLY, "for {text}");
        assert!(!error.is_about_sample());
    }
    assert!(hostile.len() > 49, "{}", hostile.len());
}

#[test]
fn shares_what_a_value_takes_only_to_print() {
    // The list of lists has few parts, each of them many times.
    let text = vec!["[@,@]"; 60].join(" | ") + " | [0]";
    let error = query(&text).apply(Github, Github.sample_json()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "The expression must return whole repositories, but its list contains a list. Keep the part in [?…] and remove the part after it."
    );
}

/// What looks costly or is out of range, and is decided at once: the end of what is said of it.
#[test]
fn decides_at_once_what_only_looks_costly() {
    let long = |open: &str, inner: &str, close: &str, count: usize| {
        [open.repeat(count), inner.to_owned(), close.repeat(count)].concat()
    };
    for (text, said) in [
        (long("[", "@", "]", 30), "is nested too deeply at character 25. Simplify it."),
        ("@".to_owned() + &".[@,@][]".repeat(40), "is nested too deeply at character 152. Simplify it."),
        ("@".to_owned() + &"[]".repeat(200), "is nested too deeply at character 96. Simplify it."),
        ("@".to_owned() + &".@".repeat(100), "is nested too deeply at character 191. Simplify it."),
        (vec!["@"; 600].join(" | "), "must have at most 2,000 characters."),
        (long("(", "[?name]", ")", 90), "is nested too deeply at character 25. Simplify it."),
        ("!".repeat(300) + "@", "is nested too deeply at character 191. Simplify it."),
        (long("[?", "@", "]", 60), "is nested too deeply at character 49. Simplify it."),
        (long("to_string(&", "@", ")", 61), "is nested too deeply at character 274. Simplify it."),
        (format!("`{}`", long("[", "1", "]", 900)), "is not valid JSON. Put text in single quotes instead."),
        ("`1e999`".to_owned(), "is not valid JSON. Put text in single quotes instead."),
        ("`\"\\ud800\"`".to_owned(), "is not valid JSON. Put text in single quotes instead."),
        ("\"\\ud800\"".to_owned(), "contains a “\\” that JSON does not allow."),
        ("[1::2147483647]".to_owned(), "is too large. Use at most nine digits."),
        ("[5:2:-2147483648]".to_owned(), "is too large. Use at most nine digits."),
        ("[99999999999]".to_owned(), "is too large. Use at most nine digits."),
        ("[?size[1::2147483647]]".to_owned(), "is too large. Use at most nine digits."),
        ("zip(@,@)".to_owned(), "Common functions are contains, starts_with and ends_with."),
    ] {
        let error = Query::parse(&text).expect_err(&text).to_string();
        assert!(error.ends_with(said), "{text}: {error}");
    }
    for text in ["sum(`[1e308,1e308]`)", "avg(`[1e308,1e308]`)", "to_number('1e999')", "*.*.*.*.*.*.*"] {
        assert!(query(text).apply(Github, Github.sample_json()).is_err(), "{text}");
    }
    for text in ["[1::999999999]", "[::-999999999]", "[-999999999:999999999:1]", "[*][*][*].*.*.*[]"] {
        query(text).apply(Github, Github.sample_json()).expect(text);
    }
}

#[test]
fn tries_what_is_long_but_harmless() {
    for shape in [Github, GithubApp, Gitlab, Microsoft, Folder, Gerrit] {
        let terms: Vec<_> = (100..200).map(|number| format!("name=='{number}'")).collect();
        let filter = format!("[?{}]", terms[..90].join("||"));
        let text = match shape {
            Microsoft => format!("{{value:value{filter}}}"),
            GithubApp => format!("repositories{filter}"),
            Github | Gitlab | Folder | Gerrit => filter,
        };
        assert_eq!(query(&text).apply(shape, shape.sample_json()).unwrap().dropped.len(), 6, "{text}");
    }
    for text in [
        vec!["[?name]"; 40].join(" | "),
        vec!["sort_by(@, &name)"; 40].join(" | "),
        vec!["[*][]"; 80].join(" | "),
    ] {
        assert_eq!(query(&text).apply(Github, Github.sample_json()).unwrap().kept.len(), 6, "{text}");
    }
}

#[test]
fn tries_a_sample_as_long_as_a_host_lists() {
    let repository = |number: usize| {
        let fields: Vec<_> = (0..100).map(|field| format!("\"field{field}\": \"value {field}\"")).collect();
        format!("{{\"name\": \"repository-{number}\", {}}}", fields.join(", "))
    };
    let sample = format!("[{}]", (0..1000).map(repository).collect::<Vec<_>>().join(", "));
    let split = query("sort_by([?contains(name, '7') && field99 == 'value 99'], &name) | reverse(@)")
        .apply(HostShape::Github, &sample)
        .unwrap();
    assert_eq!((split.kept.len(), split.dropped.len()), (271, 729));
}
