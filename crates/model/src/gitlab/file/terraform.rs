//! Integrations as Terraform for the provider gitlabhq/gitlab: a resource for each that has one, with the block that
//! imports it. Secrets are variables.

use super::entry::{Exported, exported};
use super::export::ordered;
use super::resources::{Resource, resource};
use crate::form::Kind;
use crate::gitlab::home::Home;
use crate::gitlab::integration::Integration;
use crate::gitlab::plan::Opened;
use crate::gitlab::target::Level;
use serde_json::Value;
use std::collections::HashSet;

/// A text for a file such as `integrations.tf`. `gitlab` is the address of the server, `made` the time in words for people.
/// What the provider has no resource or argument for stands in it as a comment.
pub fn terraform(all: &[Opened], gitlab: &str, made: &str) -> String {
    let mut text = format!(
        "# Integrations of {}, made by Patchbay, {}.\n\
         #\n\
         # The provider takes its token from GITLAB_TOKEN. Each secret is a variable: GitLab does not return secrets, and\n\
         # two projects may have different ones. Some resources need a recent version of the provider.\n\
         # `terraform plan` shows what would change: after the import, only the secrets.\n\n\
         terraform {{\n  required_providers {{\n    gitlab = {{\n      source = \"gitlabhq/gitlab\"\n    }}\n  }}\n}}\n\n\
         provider \"gitlab\" {{\n  base_url = {}\n}}\n",
        comment(gitlab),
        comment(made),
        quoted(&format!("{}/api/v4/", gitlab.trim_end_matches('/')))
    );
    let mut names = HashSet::new();
    for (home, integrations) in ordered(all) {
        if integrations.is_empty() {
            continue;
        }
        let kind = if home.level == Level::Group { "Group" } else { "Project" };
        text.push_str(&format!("\n# {kind} {} (number {})\n", comment(&home.path), home.id));
        let name = name_of(home, &mut names);
        for one in integrations {
            if let Some(integration) = &one.integration {
                text.push_str(&of(one, integration, &name));
            }
        }
    }
    text
}

/// A name for the resources of a project or group that no other one has.
fn name_of(home: &Home, names: &mut HashSet<String>) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
    let mut name: String = home.path.chars().map(plain).collect();
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) {
        name.insert_str(0, "of_");
    }
    if home.level == Level::Group {
        name.push_str("_group");
    }
    if !names.insert(name.clone()) {
        name.push_str(&format!("_{}", home.id));
        while !names.insert(name.clone()) {
            name.push('_');
        }
    }
    name
}

fn of(one: &Opened, integration: &Integration, name: &str) -> String {
    let (level, slug) = (one.home.level, integration.slug.as_str());
    if !integration.active {
        return format!("\n# {slug} is not active.\n");
    }
    if integration.inherited == Some(true) {
        return format!("\n# {slug} uses inherited settings, so there is nothing of its own to manage.\n");
    }
    let Some((resource, kind)) = resource(slug, level) else {
        return format!("\n# {slug} has no resource in the provider. Its settings are in the JSON export.\n");
    };
    let Exported { settings, .. } = exported(one.target.at(level), integration);
    let form = one.form();
    let (mut lines, mut left, mut variables) = (Vec::new(), Vec::new(), Vec::new());
    let of = if level == Level::Group { "group" } else { "project" };
    lines.push((of, quoted(&one.home.id.to_string())));
    for (key, value) in &settings {
        let Some(argument) = resource.argument(level, key) else {
            if !says_nothing(value) {
                left.push(format!(
                    "  # not in the provider: {} = {}\n",
                    comment(key),
                    comment(&value.to_string())
                ));
            }
            continue;
        };
        if form.field(key).is_some_and(|field| field.kind == Kind::Secret) {
            let variable = format!("{name}_{}_{key}", slug.replace('-', "_"));
            lines.push((argument, format!("var.{variable}")));
            variables.push(variable);
        } else if value != "" {
            lines.push((argument, expression(resource, key, value)));
        }
    }
    let longest = lines.iter().map(|(argument, _)| argument.len()).max().unwrap_or_default();
    let line = |(argument, value): &(&str, String)| format!("  {argument:longest$} = {value}\n");
    let mut text = String::new();
    for variable in variables {
        text.push_str(&format!(
            "\nvariable \"{variable}\" {{\n  type      = string\n  sensitive = true\n}}\n"
        ));
    }
    text.push_str(&format!("\nimport {{\n  to = {kind}.{name}\n  id = \"{}\"\n}}\n", one.home.id));
    let lines: String = lines.iter().map(line).collect();
    text.push_str(&format!("\nresource \"{kind}\" \"{name}\" {{\n{lines}{}}}\n", left.concat()));
    text
}

fn says_nothing(value: &Value) -> bool {
    matches!(value, Value::Null | Value::Bool(false))
        || value == ""
        || value.as_str().is_some_and(|text| text.starts_with('$'))
}

/// The value of an argument.
fn expression(resource: &Resource, key: &str, value: &Value) -> String {
    match value {
        Value::Array(items) => list(items.iter().map(|item| item.as_str().unwrap_or_default())),
        Value::String(text) if resource.is_list(key) => {
            list(text.split([',', ' ', '\n']).map(str::trim).filter(|text| !text.is_empty()))
        }
        Value::String(text) => quoted(text),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}

fn list<'a>(items: impl Iterator<Item = &'a str>) -> String {
    format!("[{}]", items.map(quoted).collect::<Vec<_>>().join(", "))
}

/// A text in quotation marks, in which nothing is a template.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted.replace("${", "$${").replace("%{", "%%{")
}

/// One line of a comment.
fn comment(text: &str) -> String {
    text.replace(char::is_control, " ")
}
