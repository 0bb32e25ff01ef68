//! The name of a job of Jenkins, as its pages and people write it.

use crate::form::Correction;
use crate::text::meant::{placeholder, segments};
use crate::text::percent::decode;

/// `MyFolder/MyJob`, from the address of the job or its path in Jenkins.
pub(super) fn jenkins_job(text: &str) -> Option<Correction> {
    if let Some(found) = placeholder(text) {
        return Some(Correction::of(format!(
            "“{found}” looks like a placeholder. Enter the name of the job."
        )));
    }
    let parts = segments(text);
    let is_address = text.contains("://");
    let names: Vec<String> = if is_address || parts.first() == Some(&"job") {
        parts.windows(2).filter(|pair| pair[0] == "job").map(|pair| decode(pair[1])).collect()
    } else if parts.len() > 2 && parts.contains(&"job") {
        // Without the word before the first one.
        parts.iter().filter(|part| **part != "job").map(|part| decode(part)).collect()
    } else {
        Vec::new()
    };
    if !names.is_empty() {
        return Some(Correction::name(names.join("/")));
    }
    if is_address {
        // Blue Ocean, and the hook of the job, which has its name as it is.
        let at = |name: &str| parts.iter().position(|part| *part == name);
        let names: Vec<String> = match (at("organizations"), at("project")) {
            (Some(at), _) => parts.get(at + 2).map(|part| decode(part)).into_iter().collect(),
            (None, Some(at)) => parts[at + 1..].iter().map(|part| decode(part)).collect(),
            (None, None) => Vec::new(),
        };
        return (!names.is_empty()).then(|| Correction::name(names.join("/")));
    }
    let mut name = decode(text);
    for arrow in [" » ", " > ", " › "] {
        name = name.replace(arrow, "/");
    }
    // The number of a build.
    if let Some((job, number)) = name.rsplit_once(" #")
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        name = job.to_owned();
    }
    (name != text).then(|| Correction::name(name))
}
