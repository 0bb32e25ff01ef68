//! Expressions that never end elsewhere end here, and the others are not mistaken for them.

use patchbay_model::text::query::HostShape::{self, Folder, Gerrit, Github, GithubApp, Gitlab, Microsoft};

use crate::query;

const COSTLY: &str =
    "This filter is too costly to try here: it makes far more values than the sample has. Simplify it.";

/// Each would take more memory or time than there is.
fn hostile() -> Vec<String> {
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
    assert!(hostile.len() > 30);
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
