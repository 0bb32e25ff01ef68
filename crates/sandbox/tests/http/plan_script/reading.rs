//! The script that reads what was chosen.

use patchbay_model::Vendor;
use patchbay_model::plan::script::reading;
use patchbay_sandbox::Options;
use serde_json::Value;

use super::{Plan, shells};
use crate::running::{INTEGRATION, Running};

/// Names that would end a comment, a quotation or the script, if they could.
const ODD: [&str; 6] =
    ["plain", "two\nexit 7", "it's \"quoted\"", "$(exit 7)`exit 7`", "\u{202e}turned\u{2028}around", ""];

fn script(server: &Running, ids: &[(u64, &str)]) -> String {
    let address = |id: u64| format!("http://{}{INTEGRATION}/{id}", server.address);
    let resources: Vec<_> = ids.iter().map(|(id, name)| ((*name).to_owned(), address(*id))).collect();
    reading(Vendor::Jira, "26 November 2026, 08:45 UTC", &resources)
}

#[test]
fn each_is_read_and_printed_in_every_shell() {
    let server = Running::with(Options { demo: 6, ..Options::default() });
    let ids: Vec<(u64, &str)> = (1..).zip(ODD).collect();
    let plan = Plan::written(&script(&server, &ids));
    for shell in shells() {
        assert!(plan.checked_by(shell), "{shell:?}");
        let ran = plan.run_with(shell, &[("JIRA_TOKEN", "admin-token")]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{shell:?}");
        let read: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let read: Vec<Value> = read.into_iter().map(|mut answer| answer["integration"][0].take()).collect();
        assert_eq!(read, (1..=6).map(|id| server.one(id)).collect::<Vec<_>>(), "{shell:?}");
    }
}

#[test]
fn stops_at_the_first_that_fails_and_does_not_begin_without_a_token() {
    let server = Running::with(Options { demo: 3, ..Options::default() });
    let plan = Plan::written(&script(&server, &[(1, "one"), (99, "gone"), (2, "two")]));
    for shell in shells() {
        let ran = plan.run_with(shell, &[("JIRA_TOKEN", "admin-token")]);
        // curl's own for a status of 400 or more.
        assert_eq!((ran.code, ran.out.lines().count()), (Some(22), 1), "{shell:?} {ran:?}");
        assert!(ran.err.contains("404"), "{ran:?}");
        let refused = plan.run_with(shell, &[("JIRA_TOKEN", "wrong")]);
        assert_eq!((refused.code, refused.out.as_str()), (Some(22), ""), "{shell:?} {refused:?}");
        for variables in [&[][..], &[("JIRA_TOKEN", "")]] {
            let ran = plan.run_with(shell, variables);
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{shell:?} {ran:?}");
            assert_eq!(ran.err, "Set JIRA_TOKEN first.\n");
        }
    }
}

#[test]
fn reads_well() {
    let text = reading(
        Vendor::Jira,
        "26 November 2026, 08:45 UTC",
        &[("it’s mobile".to_owned(), "https://jira.example.org/rest/gitplugin/1.0/integration/7".to_owned())],
    );
    assert_eq!(
        text,
        r##"#!/bin/sh
# Reads 1 integration from Jira, one request for each. Made by Patchbay, 26 November 2026, 08:45 UTC.
#
# It reads from the environment:
#   JIRA_TOKEN: your personal access token for Jira
#
# It prints each answer, and stops at the first request that fails.

set -eu
if [ -z "${JIRA_TOKEN-}" ]; then
  printf '%s\n' "Set JIRA_TOKEN first." >&2
  exit 2
fi
curl() { command curl --silent --show-error --fail "$@"; printf '\n'; }

# it’s mobile
curl 'https://jira.example.org/rest/gitplugin/1.0/integration/7' \
  -H "Authorization: Bearer $JIRA_TOKEN" \
  -H 'Accept: application/json'
"##
    );
}
