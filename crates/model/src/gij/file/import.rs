//! A file as a plan: what it says of each integration, compared with what Jira has.

use super::draft::{Draft, Target};
use super::forms::Forms;
use super::from_json;
use super::from_table;
use super::json::short;
use super::matching::{Matched, Meant, matched};
use super::place::{FIRST, Fault};
use super::projects::Projects;
use super::row::{Contents, Row};
use super::secrets::{SecretGroup, join};
use crate::edit::Action;
use crate::file::words::hidden;
use crate::file::words::hint;
use crate::form::Kind;
use crate::gij::integration::Integration;
use crate::gij::integration_type::IntegrationType;
use crate::gij::plan::{Planned, leave, remove};
use crate::gij::project::Project;
use crate::plan::Step;
use crate::slices::{go_on, in_one_go};

/// What Jira has at the moment.
#[derive(Clone, Copy, Debug)]
pub struct Now<'a> {
    /// The address of this Jira.
    pub jira: &'a str,
    /// Its integrations.
    pub integrations: &'a [Integration],
    /// The projects that the user may see.
    pub projects: &'a [Project],
}

/// What a file means for one integration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Jira has it as the file says.
    Same,
    /// Jira has it, and something differs.
    Differs,
    /// Jira has it, and the file says to remove it.
    ToRemove,
    /// Jira does not have it.
    New,
    /// Jira has it, and the file does not name it.
    Missing,
    /// It is not clear which integration the file means.
    Unclear,
}

/// One step of an import.
#[derive(Clone, Debug)]
pub struct Imported {
    /// What is to be done. Those that the file does not name are left alone here; see [`Import::planned`].
    pub planned: Planned,
    /// What the file means for it.
    pub found: Found,
    /// Whether its entry has a mistake. A secret that is still to be typed is none.
    pub has_mistake: bool,
    draft: Option<Draft>,
}

/// A file that was compared with Jira.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// A step for each entry of the file in its order, then one for each integration that it does not name.
    pub steps: Vec<Imported>,
    /// The secrets that are to be typed. Until then the problems of their steps say so.
    pub groups: Vec<SecretGroup>,
    /// What a person should know of the whole file, as sentences.
    pub notes: Vec<String>,
}

/// Reads a file in either format, told by what it begins with, and compares it with Jira.
///
/// # Errors
/// What is wrong with its structure, in the order of the file. Nothing of such a file is used.
pub fn import(text: &str, now: &Now<'_>) -> Result<Import, Vec<Fault>> {
    in_one_go(import_in_slices(text, now, &mut go_on)).unwrap_or_else(|| Err(Vec::new()))
}

/// The same, with rests between the integrations.
///
/// # Errors
/// As [`import`].
pub async fn import_in_slices(
    text: &str,
    now: &Now<'_>,
    rest: &mut impl AsyncFnMut(),
) -> Result<Import, Vec<Fault>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Contents { jira, rows, mut notes } = contents(text, rest).await?;
    let is_same_jira = jira.is_empty() || address(&jira) == address(now.jira);
    let projects = Projects::of(now.projects);
    if !is_same_jira {
        notes.push(format!(
            "The file is from another Jira, {}. Integration numbers are not compared. Project numbers are those of that Jira: check them, or use keys.",
            crate::text::short(&jira, crate::text::NAME)
        ));
    }
    let Matched { meant, missing } = matched(&rows, now.integrations, is_same_jira, rest).await;
    let mut forms = Forms::default();
    let mut import =
        Import { steps: Vec::with_capacity(rows.len() + missing.len()), groups: Vec::new(), notes };
    for (row, meant) in rows.iter().zip(meant) {
        let step = match meant {
            Meant::One(at) => match now.integrations.get(at) {
                Some(one) if row.is_removed => taken_away(one.clone()),
                Some(one) => compared(row, one, &mut forms, &projects),
                None => unclear(row, String::new()),
            },
            Meant::New => new(row, &projects),
            Meant::Unclear(sentence) => unclear(row, sentence),
        };
        import.push(step);
        rest().await;
    }
    for one in missing.into_iter().filter_map(|at| now.integrations.get(at)) {
        import.steps.push(Imported {
            planned: leave(one.clone()),
            found: Found::Missing,
            has_mistake: false,
            draft: None,
        });
        rest().await;
    }
    let typed =
        import.steps.iter().filter(|step| step.draft.as_ref().is_some_and(|draft| draft.has_secret)).count();
    if typed > 0 {
        let has = if typed == 1 { "One entry of the file has" } else { "Entries of the file have" };
        import.notes.push(format!(
            "{has} a secret as plain text. Write “$TOKEN” in its place, delete copies of the file, and consider a new secret."
        ));
    }
    Ok(import)
}

impl Import {
    fn push(&mut self, step: Imported) {
        let asked = step.draft.as_ref().and_then(|draft| draft.asked.clone());
        if let Some((host, username, way)) = asked {
            join(&mut self.groups, host, username, way, self.steps.len());
        }
        self.steps.push(step);
    }

    /// Fills in the secret of a group, and its user name where it [wants one](SecretGroup::wants_username). An empty text
    /// takes back what was filled in.
    pub fn fill(&mut self, group: usize, username: &str, secret: &str, projects: &[Project]) {
        in_one_go(self.fill_in_slices(group, username, secret, projects, &mut go_on));
    }

    /// The same, with rests between the steps.
    pub async fn fill_in_slices(
        &mut self,
        group: usize,
        username: &str,
        secret: &str,
        projects: &[Project],
        rest: &mut impl AsyncFnMut(),
    ) {
        let Some(group) = self.groups.get(group) else { return };
        let username = if group.wants_username() { username } else { &group.username };
        let projects = Projects::of(projects);
        for at in &group.steps {
            if let Some(step) = self.steps.get_mut(*at)
                && let Some(draft) = &mut step.draft
            {
                draft.sign_in(group.way, username, secret);
                step.planned = draft.plan(&projects).0;
            }
            rest().await;
        }
    }

    /// How many integrations the file does not name.
    pub fn missing(&self) -> usize {
        self.steps.iter().filter(|step| step.found == Found::Missing).count()
    }

    /// The steps of a plan: changes, new ones, those that are left alone, and those that are removed last. Integrations that
    /// the file does not name are removed where `remove_missing` says so, with Jira's copies of their repositories where it
    /// is true; else they are no part of the plan.
    pub fn planned(self, remove_missing: Option<bool>) -> Vec<Planned> {
        let mut groups: [Vec<Planned>; 4] = Default::default();
        let [changed, added, left, removed] = &mut groups;
        for step in self.steps {
            match step.found {
                Found::Missing => {
                    let missing = step.planned.opened.zip(remove_missing);
                    removed.extend(missing.map(|(opened, delete_files)| remove(opened, delete_files)));
                }
                Found::Differs | Found::Unclear => changed.push(step.planned),
                Found::New => added.push(step.planned),
                Found::Same => left.push(step.planned),
                Found::ToRemove => removed.push(step.planned),
            }
        }
        groups.into_iter().flatten().collect()
    }
}

/// What a file says, in either format.
async fn contents(text: &str, rest: &mut impl AsyncFnMut()) -> Result<Contents, Vec<Fault>> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let start = text.trim_start();
    match start.chars().next() {
        Some('{' | '[' | '/') => from_json::read(text, rest).await,
        _ if first.contains('\t')
            || matches!(first.trim().to_lowercase().as_str(), "id" | "integrationtype" | "type") =>
        {
            from_table::read(text, rest).await
        }
        None => Err(vec![Fault::new(FIRST, "The file is empty. Choose one that Patchbay exported.")]),
        Some('<') => {
            Err(vec![Fault::new(FIRST, "This is a web page. Choose a JSON file or a table with tabs.")])
        }
        Some(_) if [',', ';'].iter().any(|c| first.matches(*c).count() > 2) => Err(vec![Fault::new(
            FIRST,
            "The columns have commas or semicolons between them. Save the table with tabs between its columns (TSV).",
        )]),
        Some(_) => Err(vec![Fault::new(
            FIRST,
            "This is neither JSON, which begins with {, nor a table with tabs between its columns.",
        )]),
    }
}

/// The address of a Jira to compare with others.
fn address(jira: &str) -> String {
    jira.trim().trim_end_matches('/').to_lowercase()
}

fn taken_away(opened: Integration) -> Imported {
    Imported { planned: remove(opened, false), found: Found::ToRemove, has_mistake: false, draft: None }
}

fn compared(row: &Row, one: &Integration, forms: &mut Forms, projects: &Projects) -> Imported {
    let draft = Draft::of(row, Target::Stored(one.clone()), forms.of(one), projects);
    if !draft.changes_anything() {
        let mut planned = leave(one.clone());
        planned.step.notes = draft.notes;
        return Imported { planned, found: Found::Same, has_mistake: false, draft: None };
    }
    let (planned, has_mistake) = draft.plan(projects);
    Imported { planned, found: Found::Differs, has_mistake, draft: Some(draft) }
}

fn new(row: &Row, projects: &Projects) -> Imported {
    let kind = IntegrationType::parse(&row.kind);
    let problem = if row.is_removed {
        Some("Jira has no such integration, so it cannot be removed. Leave out the row.".to_owned())
    } else if kind.spec().is_none() {
        let names: Vec<&str> = IntegrationType::all().map(|spec| spec.name).collect();
        let otherwise = format!("Use one of {}.", names.join(", "));
        let hint = hint(&row.kind, names.into_iter(), &otherwise);
        Some(format!("Integrations of type “{}” cannot be added. {hint}", short(&row.kind)))
    } else {
        None
    };
    if let Some(problem) = problem {
        let mut imported = unclear(row, problem);
        imported.found = Found::New;
        return imported;
    }
    let form = crate::gij::schema(&kind, crate::form::Mode::Create, &crate::Object::new());
    let draft = Draft::of(row, Target::New(kind), form.into(), projects);
    let (planned, has_mistake) = draft.plan(projects);
    Imported { planned, found: Found::New, has_mistake, draft: Some(draft) }
}

/// An entry with which nothing can be done.
fn unclear(row: &Row, problem: String) -> Imported {
    let text =
        |key: &str| row.text(key).map(|text| hidden(&Kind::Text, text)).filter(|text| !text.is_empty());
    let place = text("origin");
    let name = text("displayName").or_else(|| place.clone());
    let step = Step {
        key: row.id.map_or_else(String::new, |id| format!("#{id}")),
        name: name.unwrap_or_else(|| format!("Entry in line {}", row.place.line)),
        place: place.unwrap_or_default(),
        action: Some(if row.is_removed { Action::Remove } else { Action::Change }),
        changes: Vec::new(),
        problems: vec![format!("{}: {problem}", row.place)],
        notes: row.notes.clone(),
    };
    let planned = Planned { opened: None, work: None, step };
    Imported { planned, found: Found::Unclear, has_mistake: true, draft: None }
}
