//! An integration as far as a list of many needs it.

use super::integration::{Integration, Staleness, moment, staleness, type_of};
use super::integration_type::IntegrationType;
use crate::form::{read_bool, read_ids};
use patchbay_scan::{Scan, is_plain};
use serde_json::Value;
use std::borrow::Cow;

/// What a list shows of an integration, and what it searches, filters and sorts by. Without the other settings, and so
/// without anything that could be a secret.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    /// Id on this Jira.
    pub id: u64,
    /// Its type.
    pub kind: IntegrationType,
    name: String,
    origin: String,
    disabled: bool,
    global: Option<bool>,
    projects: Vec<u64>,
    connected_at: Option<f64>,
    indexed_at: Option<f64>,
    choice: String,
    has_idle_tokens: bool,
}

/// The settings that say which of the host's repositories an integration tracks.
const CHOICE: [&str; 4] = ["apiPath", "apiFilter", "tfsCollection", "awsRegion"];

impl Brief {
    /// What a list needs of an integration.
    pub fn of(integration: &Integration) -> Self {
        let setting = |key: &str| integration.settings.get(key);
        let text = |key: &str| setting(key).and_then(Value::as_str).unwrap_or_default();
        let flag = |key: &str| setting(key).and_then(read_bool);
        Self {
            id: integration.id,
            kind: integration.kind.clone(),
            name: integration.name(),
            origin: integration.origin().to_owned(),
            disabled: integration.is_disabled(),
            global: integration.is_global(),
            projects: integration.projects(),
            connected_at: integration.connected_at(),
            indexed_at: integration.indexed_at(),
            choice: chosen(&CHOICE.map(text)),
            has_idle_tokens: idle([flag("requireUserPat"), flag("gitViewerEnabled")]),
        }
    }

    /// As [`Integration::name`].
    pub fn name(&self) -> &str {
        &self.name
    }

    /// As [`Integration::origin`].
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// As [`Integration::is_disabled`].
    pub fn is_disabled(&self) -> bool {
        self.disabled
    }

    /// As [`Integration::is_global`].
    pub fn is_global(&self) -> Option<bool> {
        self.global
    }

    /// As [`Integration::projects`].
    pub fn projects(&self) -> &[u64] {
        &self.projects
    }

    /// As [`Integration::connected_at`].
    pub fn connected_at(&self) -> Option<f64> {
        self.connected_at
    }

    /// As [`Integration::indexed_at`].
    pub fn indexed_at(&self) -> Option<f64> {
        self.indexed_at
    }

    /// Which of the host's repositories it tracks (`apiPath`, `apiFilter`, `tfsCollection`, `awsRegion`): two with the same
    /// origin and the same text track the same. Empty where none of them is set.
    pub fn choice(&self) -> &str {
        &self.choice
    }

    /// Whether it requires tokens of users without having a repository browser, which is what asks for them. `false` where
    /// Jira does not report both.
    pub fn has_idle_tokens(&self) -> bool {
        self.has_idle_tokens
    }

    /// As [`Integration::staleness`].
    pub fn staleness(&self, now: f64, hours: f64) -> Staleness {
        staleness(self.indexed_at, now, hours)
    }
}

/// Reads the usual response to "Retrieve Integration List", in a tenth of the time that [`super::wire::list`] takes:
/// `success` and `integrations`, or a bare array. `None` for whatever is out of the ordinary: no JSON, a refusal, another
/// format, an item without an id. `wire::list` then says what it is.
pub fn briefs(text: &str) -> Option<Vec<Brief>> {
    // To let it grow takes as long as a quarter of the reading.
    let mut briefs = Vec::with_capacity(text.len() / USUAL_BYTES);
    each(text, &mut |scan| {
        briefs.push(item(scan)?);
        Some(())
    })?;
    Some(briefs)
}

/// How many bytes of an answer are about one integration, rather too few than too many.
const USUAL_BYTES: usize = 512;

/// Reads each integration of the usual response; `None` for whatever is out of the ordinary.
pub(super) fn each<'a>(text: &'a str, item: &mut dyn FnMut(&mut Scan<'a>) -> Option<()>) -> Option<()> {
    each_of(text, "integrations", &["integration"], item)
}

/// Reads each item of a response whose list has this name; `None` for whatever is out of the ordinary, such as one of the
/// other names that a list may have.
pub(super) fn each_of<'a>(
    text: &'a str,
    name: &str,
    others: &[&str],
    item: &mut dyn FnMut(&mut Scan<'a>) -> Option<()>,
) -> Option<()> {
    let mut scan = Scan::new(text);
    let mut is_there = false;
    if scan.peek() == b'[' {
        scan.array(item)?;
        is_there = true;
    } else {
        scan.object(&mut |scan, key| {
            match key {
                _ if key == name && !is_there => {
                    scan.array(item)?;
                    is_there = true;
                }
                "success" => matches!(scan.value()?, "true" | "\"true\"").then_some(())?,
                _ if key.contains('\\') || key == name || others.contains(&key) => return None,
                _ => drop(scan.value()?),
            }
            Some(())
        })?;
    }
    (is_there && scan.is_at_end()).then_some(())
}

/// The settings that a list needs.
const NEEDED: [&str; 16] = [
    "id",
    "integrationType",
    "type",
    "displayName",
    "origin",
    "disabled",
    "global",
    "projectMappingIds",
    "initDate",
    "lastIndexedDate",
    CHOICE[0],
    CHOICE[1],
    CHOICE[2],
    CHOICE[3],
    "requireUserPat",
    "gitViewerEnabled",
];

fn item(scan: &mut Scan<'_>) -> Option<Brief> {
    let mut written = [""; NEEDED.len()];
    scan.pick(&NEEDED, &mut written)?;
    let [
        id,
        integration_type,
        kind,
        name,
        origin,
        disabled,
        global,
        projects,
        connected,
        indexed,
        choice @ ..,
        tokens,
        browser,
    ] = written;
    let mut settings: [Cow<'_, str>; CHOICE.len()] = Default::default();
    for (setting, written) in settings.iter_mut().zip(choice) {
        *setting = text(written)?;
    }
    let id = id_of(id)?;
    let (name, origin) = (text(name)?, text(origin)?.trim().to_owned());
    let name = [name.trim(), &origin].into_iter().find(|text| !text.is_empty()).map(str::to_owned);
    Some(Brief {
        id,
        kind: type_of([&*text(integration_type)?, &*text(kind)?]),
        name: name.unwrap_or_else(|| Integration::unnamed(id)),
        origin,
        disabled: bool_of(disabled)?.unwrap_or(false),
        global: bool_of(global)?,
        projects: ids_of(projects)?,
        connected_at: moment_of(connected)?,
        indexed_at: moment_of(indexed)?,
        choice: chosen(&settings.each_ref().map(|setting| &**setting)),
        has_idle_tokens: idle([bool_of(tokens)?, bool_of(browser)?]),
    })
}

/// One text of those that are set.
fn chosen(settings: &[&str; CHOICE.len()]) -> String {
    let mut all = String::new();
    for (name, setting) in CHOICE.iter().zip(settings) {
        let setting = setting.trim();
        if !setting.is_empty() {
            for part in [name, "=", setting, "\n"] {
                all.push_str(part);
            }
        }
    }
    all
}

/// Of `requireUserPat` and `gitViewerEnabled`.
fn idle(flags: [Option<bool>; 2]) -> bool {
    flags == [Some(true), Some(false)]
}

pub(super) fn id_of(written: &str) -> Option<u64> {
    match written.parse() {
        Ok(id) => Some(id),
        Err(_) => match json(written)? {
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        },
    }
}

/// A value that is not written in the usual way; null where there is none.
pub(super) fn json(written: &str) -> Option<Value> {
    if written.is_empty() { Some(Value::Null) } else { serde_json::from_str(written).ok() }
}

/// Empty for what is no text.
pub(super) fn text(written: &str) -> Option<Cow<'_, str>> {
    let plain = written.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    match plain {
        Some(plain) if is_plain(plain) => Some(Cow::Borrowed(plain)),
        Some(_) => json(written).map(|value| Cow::Owned(value.as_str().unwrap_or_default().to_owned())),
        None => Some(Cow::Borrowed("")),
    }
}

pub(super) fn bool_of(written: &str) -> Option<Option<bool>> {
    Some(match written {
        "true" => Some(true),
        "false" => Some(false),
        other => read_bool(&json(other)?),
    })
}

pub(super) fn ids_of(written: &str) -> Option<Vec<u64>> {
    let mut ids = Vec::new();
    let usual = Scan::new(written).array(&mut |scan| {
        ids.push(scan.value()?.parse().ok()?);
        Some(())
    });
    match usual {
        Some(()) => Some(ids),
        None => Some(read_ids(&json(written)?).unwrap_or_default()),
    }
}

pub(super) fn moment_of(written: &str) -> Option<Option<f64>> {
    match written.parse::<u64>() {
        Ok(at) => Some((at > 0).then_some(at as f64)),
        Err(_) => Some(moment(&json(written)?)),
    }
}
