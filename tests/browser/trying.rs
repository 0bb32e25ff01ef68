//! Trying a filter and a pattern before they are saved.

use patchbay_tests::Server;
use patchbay_tests::sentences;

#[test]
fn tries_a_filter_on_samples_that_can_be_edited() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("JMESPath filter").fill("[?contains(name, 'zebra')]");
    page.sees("keeps 0, drops ");
    page.role("summary").named(sentences::EDIT_THE_SAMPLE_REPOSITORIES).click();
    let sample = page.field("Sample, as the host’s REST API lists repositories");
    sample.fill(r#"[{"name": "zebra-crossing"}, {"name": "lion"}]"#);
    page.sees("Tried on 2 sample repositories: keeps 1, drops 1.");
    page.sees("Kept · 1 zebra-crossing");
    page.sees("Dropped · 1 lion");
    page.button("Restore the sample").click();
    page.sees("keeps 0, drops ");
    assert_eq!(server.writes(), []);
}

#[test]
fn tries_a_pattern_on_names_that_can_be_edited() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Tag filter (show only matching)").fill("v[0-9]+");
    let names = page.role("summary").named(sentences::TRY_IT_ON_OTHER_NAMES).click();
    page.field("Names, one a line").fill("v12\nv1.2\nnightly");
    page.sees("Shown · 1 v12");
    let shown = page.sees("Shown · 1");
    page.sees("Hidden · 2");
    page.sees("matches in part only");
    page.field("Tag filter (show only matching)").fill("v(?");
    shown.vanishes();
    page.field("Tag filter (show only matching)").fill("");
    names.vanishes();
}
