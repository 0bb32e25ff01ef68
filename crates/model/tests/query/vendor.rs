//! The vendor's own example filters, and what they keep of the samples.

use HostShape::{Folder, Gerrit, Github, GithubApp, Gitlab, Microsoft};
use patchbay_model::text::query::{HostShape, Query};

use crate::query;

/// The vendor's "JMESPath filter examples", host by host, with what each keeps of the sample.
const VENDOR_EXAMPLES: &[(HostShape, &str, &[&str])] = &[
    (Github, "[?contains(name, 'git')]", &["git-integration", "digit-recognition"]),
    (Github, "[?starts_with(name, 'git') || ends_with(name, 'test')]", &["git-integration", "browser-test"]),
    (Github, "[?(!contains(name, 'firstword'))]", ALL_GITHUB),
    (Github, "[?(!contains(name, 'firstword')) && (!contains(name, 'secondword'))]", ALL_GITHUB),
    (Github, "[?contains(name, 'long')]", &["long-term-archive"]),
    (Gerrit, "[?contains(name, 'git')]", &["git-hooks", "plugins/gitiles"]),
    (Gerrit, "[?starts_with(name, 'git') || ends_with(name, 'test')]", &["git-hooks", "kernel-test"]),
    (Gerrit, "[?(!contains(name, 'firstword'))]", ALL_GERRIT),
    (Gerrit, "[?(!contains(name, 'firstword')) && (!contains(name, 'secondword'))]", ALL_GERRIT),
    (GithubApp, "repositories[] | [?starts_with(name, 'repo-prefix')]", &[]),
    (GithubApp, "repositories[] | [?contains(name, 'substring')]", &[]),
    (GithubApp, "repositories[] | [?(!contains(name, 'search-phrase'))]", ALL_GITHUB),
    (GithubApp, "repositories[] | [?name == 'exact-repo-name']", &[]),
    (
        Gitlab,
        "[?contains(name, 'git') || contains(name, 'Slap') || contains(name, 'est')]",
        &["git-tools", "SlapShot", "checkout-test"],
    ),
    (
        Gitlab,
        "[?(!contains(tag_list, 'largemedia'))]",
        &["git-tools", "checkout-test", "new-idea", "mobile-app"],
    ),
    (Gitlab, "[?(!contains(name, 'firstword'))]", ALL_GITLAB),
    (Gitlab, "[?(!contains(name, 'firstword')) && (!contains(name, 'secondword'))]", ALL_GITLAB),
    (Gitlab, "[?contains(tag_list, 'largemedia')]", &["SlapShot", "video-assets"]),
    (Gitlab, "[?starts_with(name, 'git') || ends_with(name, 'test')]", &["git-tools", "checkout-test"]),
    (Gitlab, "[?!empty_repo]", &["git-tools", "SlapShot", "checkout-test", "video-assets", "mobile-app"]),
    (Gitlab, "[?contains(name, 'test')]", &["checkout-test"]),
    (Gitlab, "[?contains(name, 'Release-test-GIJ-GitLab-PAT')]", &[]),
    (Microsoft, "{value:value[?contains(name, 'example')]}", &["example-app", "old-example"]),
    (
        Microsoft,
        "{value:value[?(!contains(name, 'Test'))]}",
        &["example-app", "git-mirror", "load-test", "old-example", "handbook"],
    ),
    (
        Microsoft,
        "{value:value[?(starts_with(name, 'git')||(ends_with(name, 'test')))]}",
        &["git-mirror", "load-test"],
    ),
    (
        Microsoft,
        "{value:value[?(starts_with(name, 'git') || (ends_with(name, 'test')))]}",
        &["git-mirror", "load-test"],
    ),
    (
        Microsoft,
        "{value:value[?contains(project.state, 'wellFormed')]}",
        &["example-app", "git-mirror", "Test-harness", "load-test", "handbook"],
    ),
    (Microsoft, "{value:value[?contains(project.name, 'test2')]}", &["git-mirror", "Test-harness"]),
    (
        Microsoft,
        "{value:value[?contains(project.visibility, 'private')]}",
        &["example-app", "git-mirror", "Test-harness", "old-example"],
    ),
    (Microsoft, "{value:value[?contains(project.visibility, 'public')]}", &["load-test", "handbook"]),
    (Folder, "[?contains(name, 'git')]", &["git-server", "SlapShot.git", "git-secrets"]),
    (
        Folder,
        "[?contains(name, 'git') || contains(name, 'Slap') || contains(name, 'est')]",
        &["git-server", "SlapShot.git", "latest-build", "git-secrets"],
    ),
    (Folder, "[?(!contains(name, 'firstword'))]", ALL_FOLDER),
    (Folder, "[?(!contains(name, 'firstword')) && (!contains(name, 'secondword'))]", ALL_FOLDER),
    (
        Folder,
        "[?!starts_with(fullPath, '/home/user/local/store/private-repos')]",
        &["git-server", "SlapShot.git", "latest-build", "handbook"],
    ),
];
const ALL_GITHUB: &[&str] = &[
    "git-integration",
    "payment-service",
    "browser-test",
    "digit-recognition",
    "long-term-archive",
    "website",
];
const ALL_GITLAB: &[&str] =
    &["git-tools", "SlapShot", "checkout-test", "video-assets", "new-idea", "mobile-app"];
const ALL_FOLDER: &[&str] =
    &["git-server", "SlapShot.git", "latest-build", "payroll", "git-secrets", "handbook"];
const ALL_GERRIT: &[&str] =
    &["git-hooks", "plugins/gitiles", "kernel-test", "kernel", "docs", "legacy-tools"];

#[test]
fn tries_every_example_of_the_vendor() {
    for (shape, text, kept) in VENDOR_EXAMPLES {
        let split =
            query(text).apply(*shape, shape.sample_json()).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(split.kept, *kept, "{text}");
        assert_eq!(split.kept.len() + split.dropped.len(), 6, "{text}");
        assert_eq!(query(text).lint(), None, "{text}");
    }
}

#[test]
fn refuses_the_examples_that_the_tracked_folders_guide_spoiled() {
    for (text, at) in [
        ("[?contains(name, 'git') \\| contains(name, 'Slap') \\| contains(name, 'est')]", 25),
        ("[?!contains(name, 'firstword') \\| contains(name, 'secondword')]", 32),
    ] {
        let error = Query::parse(text).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("“\\|” at character {at} has no meaning here: write “||” for “or”.")
        );
        assert_eq!(error.at(), at);
    }
}
