//! A plan as a script for a POSIX shell.

use super::secrets::{Secrets, below, name};
use super::words;
use super::{Request, Script};
use crate::vendor::Vendor;
use serde_json::Value;

/// What every script has: checks before it starts, and the function that sends one step.
const FUNCTIONS: &str = include_str!("functions.sh");

/// The script. It reads `TOKEN` and a `SECRET_…` for each secret from its environment, sends the steps one by one, and stops
/// at the first that fails; `FROM` is the number of the step to begin with.
pub fn shell(script: &Script<'_>) -> String {
    let secrets = Secrets::of(script.vendor, script.requests);
    let mut text = header(script, &secrets);
    if script.requests.is_empty() {
        text.push_str("printf 'There is nothing to do.\\n'\n");
        return text;
    }
    text.push_str(&format!(
        "vendor={}\nserver={}\nsteps={}\n\n",
        quoted(script.vendor.name()),
        quoted(&address(script.server)),
        script.requests.len()
    ));
    text.push_str(FUNCTIONS);
    text.push_str(&format!("need TOKEN \"${{TOKEN-}}\" {}\n", quoted(token(script.vendor))));
    for (at, variable) in secrets.variables.iter().enumerate() {
        let name = name(at);
        let what = what(&variable.field, &variable.steps, script.requests);
        text.push_str(&format!("need {name} \"${{{name}-}}\" {}\n", quoted(&what)));
    }
    text.push_str("start\n");
    for at in 0..secrets.variables.len() {
        text.push_str(&format!("secret_{}=$(json \"${}\")\n", at + 1, name(at)));
    }
    let hidden: String =
        (0..secrets.variables.len()).map(|at| format!(" \"${}\" \"$secret_{}\"", name(at), at + 1)).collect();
    text.push_str(&format!("hidden() {{ without \"$1\" \"$TOKEN\"{hidden}; }}\n\n"));
    for (at, step) in script.requests.iter().enumerate() {
        text.push_str(&line(at, step, &secrets));
    }
    text.push_str("\nfinish\n");
    text
}

/// What one should know before starting it.
fn header(script: &Script<'_>, secrets: &Secrets) -> String {
    let Script { title, made, vendor, server, requests } = script;
    let mut lines = vec![
        words::plain(title),
        String::new(),
        format!(
            "{} on {}. Made by Patchbay, {}.",
            words::count(requests.len()),
            words::plain(server),
            words::plain(made)
        ),
        "It sends what was planned then, and does not look whether somebody changed the same since."
            .to_owned(),
        String::new(),
        "It reads from the environment:".to_owned(),
        format!("  TOKEN: {}", token(*vendor)),
    ];
    lines.extend(secrets.variables.iter().enumerate().map(|(at, variable)| {
        format!("  {}: {}", name(at), what(&variable.field, &variable.steps, requests))
    }));
    lines.extend([
        String::new(),
        "It stops at the first step that fails. FROM=3 goes on from step 3. It needs curl 7.76 or newer."
            .to_owned(),
    ]);
    let comment =
        lines.iter().map(|line| format!("# {line}").trim_end().to_owned() + "\n").collect::<String>();
    format!("#!/bin/sh\n{comment}\n")
}

fn token(vendor: Vendor) -> &'static str {
    match vendor {
        Vendor::Jira => "your personal access token for Jira, as an administrator",
        Vendor::GitLab => "your personal access token for GitLab, with the scope api",
    }
}

/// `"pat" of steps 1-40 (mobile, web …)`
fn what(field: &str, numbers: &[usize], requests: &[Request]) -> String {
    format!("\"{}\" of {}", words::plain(field.trim_start_matches('/')), words::named(numbers, requests))
}

/// The call that sends a step.
fn line(at: usize, step: &Request, secrets: &Secrets) -> String {
    let title = quoted(&words::title(step));
    let start = format!("step {} {title} {} {}", at + 1, step.method, quoted(&address(&step.path)));
    match &step.body {
        None => start + "\n",
        Some(body) => {
            let mut json = String::new();
            write(at, "", &Value::Object(body.clone()), secrets, &mut json);
            format!("{start} '{json}'\n")
        }
    }
}

/// JSON for use between single quotes, which end before each variable and begin again after it.
fn write(step: usize, pointer: &str, value: &Value, secrets: &Secrets, json: &mut String) {
    if let Some(variable) = secrets.at(step, pointer) {
        json.push_str(&format!("\"'\"$secret_{}\"'\"", variable + 1));
        return;
    }
    match value {
        Value::Object(inner) => {
            json.push('{');
            for (at, (key, value)) in inner.iter().enumerate() {
                json.push_str(if at == 0 { "" } else { "," });
                json.push_str(&within(&Value::from(key.as_str()).to_string()));
                json.push(':');
                write(step, &below(pointer, key), value, secrets, json);
            }
            json.push('}');
        }
        Value::Array(items) => {
            json.push('[');
            for (at, item) in items.iter().enumerate() {
                json.push_str(if at == 0 { "" } else { "," });
                write(step, &format!("{pointer}/{at}"), item, secrets, json);
            }
            json.push(']');
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            json.push_str(&within(&value.to_string()));
        }
    }
}

/// `text` for use between single quotes, in which a POSIX shell changes nothing.
fn within(text: &str) -> String {
    text.replace('\'', r"'\''")
}

fn quoted(text: &str) -> String {
    format!("'{}'", within(text))
}

/// An address with everything encoded that curl would not take as it is.
fn address(text: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(byte);
    let encoded = |byte: u8| if plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(encoded).collect()
}
