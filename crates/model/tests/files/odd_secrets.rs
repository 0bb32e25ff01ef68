//! Secrets in files that cannot be any: each is a problem of its step, which names the character and not the secret.

use crate::made::{file, github, imported, problems};
use crate::support::odd_characters::{ODD, gives_away, names, token_with};
use patchbay_model::gij::file::Found;
use serde_json::json;

#[test]
fn an_odd_character_in_a_token_is_named_in_json() {
    for (c, what) in ODD {
        for entry in [
            json!({"type": "GITHUB", "displayName": "new", "pat": token_with(*c), "projectMappingIds": [10000]}),
            json!({"id": 1, "type": "GITHUB_SERVER", "displayName": "core", "pat": token_with(*c)}),
        ] {
            let import = imported(&file(&json!([entry])), &[github(1, "core", json!({}))]);
            let found = problems(&import);
            assert_eq!(found.len(), 1, "{what}: {found:?}");
            assert!(names(&found[0], *c), "{what}: {}", found[0]);
            assert!(!gives_away(&found[0]), "{}", found[0]);
            assert!(!format!("{import:?}").contains("Zt4Kv9"), "{what}");
        }
    }
}

#[test]
fn an_odd_character_in_a_token_is_named_in_a_table() {
    for (c, what) in ODD {
        // These end a line or a cell.
        if matches!(c, '\u{B}' | '\u{C}') {
            continue;
        }
        let table = format!("id\tintegrationType\tpat\n1\tGITHUB_SERVER\t{}\n", token_with(*c));
        let import = imported(&table, &[github(1, "core", json!({}))]);
        let found = problems(&import);
        assert_eq!(found.len(), 1, "{what}: {found:?}");
        assert!(names(&found[0], *c), "{what}: {}", found[0]);
        assert!(!gives_away(&found[0]), "{}", found[0]);
    }
}

#[test]
fn what_is_only_around_a_token_is_taken_off() {
    for (c, what) in ODD.iter().filter(|(c, _)| patchbay_model::text::invisible::is_invisible(*c)) {
        let token = format!("{c}ghp_Sx7QmZt4Kv9{c}");
        let entry = json!({"id": 1, "type": "GITHUB_SERVER", "displayName": "core", "pat": token});
        let import = imported(&file(&json!([entry])), &[github(1, "core", json!({}))]);
        assert_eq!(problems(&import), Vec::<String>::new(), "{what}");
        assert_ne!(import.steps[0].found, Found::Same, "{what}");
    }
}
