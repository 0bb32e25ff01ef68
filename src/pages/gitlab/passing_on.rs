//! What a change of a group does below it: said before it is sent.

use crate::api::Loaded;
use crate::api::gitlab::{self as api, Below};
use crate::browser::numbers::count_of;
use crate::session::Session;
use crate::ui::{Notice, Tone};
use leptos::prelude::*;
use patchbay_model::gitlab::{Home, Level};

/// What saving does below a group.
const EFFECTS: [&str; 3] = [
    "Those that inherit these settings get what you save, in the background.",
    "Those that have no settings of this integration get it too.",
    "Those with settings of their own keep them. GitLab does not say which ones these are.",
];

/// Counts what is below a group; of a project nothing is asked.
pub fn count(below: Loaded<Below>, session: Session, home: &Home) {
    if home.level == Level::Group {
        let group = home.id;
        below.load(move || api::below(session.server, group));
    }
}

/// What saving does below the group; followed.
pub fn what_saving_passes_on(below: Loaded<Below>) -> AnyView {
    let how_many = move || {
        match below.get() {
        Some(below) if is_empty(below) => {
            "Nothing is in this group yet. Subgroups and projects that are made later begin with what is active here.".to_owned()
        }
        Some(below) => format!("{} in this group, at any depth.", counted(below)),
        None if below.error().is_some() => "How many there are is not known: counting them failed.".to_owned(),
        None => "Counting the subgroups and projects in this group…".to_owned(),
    }
    };
    view! {
        <Notice tone=Tone::Info title="What you save is passed on to subgroups and projects">
            <p>{move || how_many()}</p>
            <ul>{EFFECTS.map(|effect| view! { <li>{effect}</li> }).collect_view()}</ul>
        </Notice>
    }
    .into_any()
}

/// What disabling does not do below the group; followed.
pub fn what_disabling_does(below: Loaded<Below>) -> AnyView {
    let text = move || {
        let of = match below.get() {
            Some(below) if is_empty(below) => {
                return "Nothing is in this group that could inherit it.".to_owned();
            }
            Some(below) => format!(" {} in this group.", counted(below)),
            None => String::new(),
        };
        format!(
            "GitLab does not pass this on: subgroups and projects that inherit it keep their settings, and it stays active there.{of}"
        )
    };
    view! { <p>{text}</p> }.into_any()
}

fn is_empty(below: Below) -> bool {
    below.groups == Some(0) && below.projects == Some(0)
}

/// "There are 3 subgroups and 12 projects".
fn counted(below: Below) -> String {
    let of = |count: Option<u32>, one, many| match count {
        Some(count) => count_of(count as usize, one, many),
        // Large servers do not count.
        None => format!("very many {many}"),
    };
    let groups = of(below.groups, "subgroup", "subgroups");
    let are = if below.groups == Some(1) { "is" } else { "are" };
    format!("There {are} {groups} and {}", of(below.projects, "project", "projects"))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Numbers are written by the browser: tests there read them.
    #[test]
    fn says_that_there_are_very_many_where_gitlab_does_not_count() {
        let below = Below { groups: None, projects: None };
        assert_eq!(counted(below), "There are very many subgroups and very many projects");
    }

    #[test]
    fn nothing_is_below_only_where_gitlab_counted_none() {
        let empty = |groups, projects| is_empty(Below { groups, projects });
        assert!(empty(Some(0), Some(0)));
        assert!(
            !empty(Some(1), Some(0))
                && !empty(Some(0), Some(1))
                && !empty(None, Some(0))
                && !empty(Some(0), None)
        );
    }
}
