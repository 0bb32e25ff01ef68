//! Which numbers are sent so that an integration is indexed.

use patchbay_model::gij::reindex::{ReindexTarget, targets};
use patchbay_model::gij::repository_briefs;

#[test]
fn the_integrations_own_number_unless_a_repository_has_it() {
    for (listed, expected) in [
        ("[]", ReindexTarget::Whole { id: 3, or_each: vec![] }),
        (
            r#"[{"id":8,"trackedFolderId":3},{"id":9,"trackedFolderId":3,"disabled":true},{"id":10,"trackedFolderId":4}]"#,
            ReindexTarget::Whole { id: 3, or_each: vec![8] },
        ),
        (r#"[{"id":3,"trackedFolderId":3},{"id":9,"trackedFolderId":3}]"#, ReindexTarget::Each(vec![3, 9])),
        (r#"[{"id":3,"trackedFolderId":4},{"id":9,"trackedFolderId":3}]"#, ReindexTarget::Each(vec![9])),
        (r#"[{"id":3}]"#, ReindexTarget::Each(vec![])),
    ] {
        let repositories = repository_briefs(listed, None).unwrap();
        assert_eq!(targets(3, &repositories), expected, "{listed}");
    }
}
