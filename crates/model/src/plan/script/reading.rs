//! A script that reads some resources, one request for each.

use super::words::plain;
use crate::command;
use crate::vendor::Vendor;

/// What every such script has: it does not start without a token, prints what each request answers on a line of its own,
/// and stops at the first that fails.
const START: &str = r#"set -eu
if [ -z "${TOKEN-}" ]; then
  printf '%s\n' "Set TOKEN first." >&2
  exit 2
fi
curl() { command curl --silent --show-error --fail "$@"; printf '\n'; }
"#;

/// A script for a POSIX shell that reads what is at each of these addresses, called by its name in a comment before it.
/// `made` is when, in words for people. It contains no secret: the token is a variable of the environment.
pub fn reading(vendor: Vendor, made: &str, resources: &[(String, String)]) -> String {
    let token = command::token_variable(vendor).trim_start_matches('$');
    let mut text = format!(
        "#!/bin/sh\n# Reads {} from {vendor}, one request for each. Made by Patchbay, {}.\n#\n\
         # It reads from the environment:\n#   {token}: your personal access token for {vendor}\n#\n\
         # It prints each answer, and stops at the first request that fails.\n\n{}",
        match resources.len() {
            1 => "1 integration".to_owned(),
            count => format!("{count} integrations"),
        },
        plain(made),
        START.replace("TOKEN", token)
    );
    for (name, address) in resources {
        text.push_str(&format!("\n# {}\n{}\n", plain(name), command::curl_get(vendor, address)));
    }
    text
}
