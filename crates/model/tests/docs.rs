//! The table of GitLab's integrations in docs/api.md is what the catalogue says.
//!
//! After a change to the catalogue: `UPDATE_DOCS=1 cargo test -p patchbay-model --test docs`.

use patchbay_model::gitlab::{self, Category, ParamStanding, Spec};
use std::{env, fs, path::Path};

const BEGIN: &str = "<!-- made from the catalogue -->\n";
const END: &str = "<!-- end -->";

#[test]
fn the_table_in_the_documentation_is_the_catalogue() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/api.md");
    let text = fs::read_to_string(&file).unwrap();
    let (before, rest) = text.split_once(BEGIN).expect("docs/api.md has a place for the table");
    let (there, after) = rest.split_once(END).expect("docs/api.md says where the table ends");
    let table = table();
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&file, format!("{before}{BEGIN}{table}{END}{after}")).unwrap();
    } else {
        assert_eq!(there, table, "run UPDATE_DOCS=1 cargo test -p patchbay-model --test docs");
    }
}

fn table() -> String {
    let mut lines = vec![
        "| slug | title | parameters | required | secrets | events | what works |".to_owned(),
        "|---|---|--:|--:|---|--:|---|".to_owned(),
    ];
    for category in Category::ALL {
        let specs: Vec<&Spec> = gitlab::all().filter(|spec| spec.category == category).collect();
        if !specs.is_empty() {
            lines.push(format!("| **{}** | | | | | | |", category.label()));
            lines.extend(specs.into_iter().map(row));
        }
    }
    lines.join("\n") + "\n"
}

fn row(spec: &Spec) -> String {
    let documented = || spec.params.iter().filter(|param| param.in_manual);
    let secrets: Vec<String> = spec.secrets().map(|key| format!("`{key}`")).collect();
    let events = documented().filter(|param| spec.events().any(|event| event.key == param.key)).count();
    format!(
        "| `{}` | {} | {} | {} | {} | {} | {} |",
        spec.slug,
        spec.title,
        documented().count(),
        documented().filter(|param| param.required).count(),
        secrets.join(", "),
        events,
        works(spec)
    )
}

/// What can be done, and what one should know.
fn works(spec: &Spec) -> String {
    let can = if spec.leaving().is_some() {
        "after a question: set up, change, disable"
    } else {
        "set up, change, disable"
    };
    let hidden: Vec<String> = spec
        .params
        .iter()
        .filter(|param| matches!(param.standing, ParamStanding::Hidden(_)))
        .map(|param| format!("`{}`", param.key))
        .collect();
    let ignored: Vec<String> = spec
        .params
        .iter()
        .filter(|param| matches!(param.standing, ParamStanding::Ignored(_)))
        .map(|param| format!("`{}`", param.key))
        .collect();
    let mut parts = vec![can.to_owned()];
    parts.extend(spec.standing_sentence().map(|sentence| sentence.trim_end_matches('.').to_owned()));
    if !hidden.is_empty() {
        parts.push(format!("not drawn: {}", hidden.join(", ")));
    }
    if !ignored.is_empty() {
        parts.push(format!("many servers ignore {}", ignored.join(", ")));
    }
    parts.join("; ")
}
