//! Integrations with build servers.

use super::common::verify_ssl;
use crate::gitlab::event::{MERGE_REQUESTS, PUSH, TAG_PUSH};
use crate::gitlab::{Category, Param, Spec, rules};

const BUILD: Spec = Spec { category: Category::Build, ..Spec::BASE };

pub(super) static SPECS: &[Spec] = &[Spec {
    slug: "jenkins",
    title: "Jenkins",
    about: "Starts Jenkins jobs when something is pushed and shows their results.",
    words: "ci build",
    params: &[
        Param::url("jenkins_url", "Jenkins URL")
            .placeholder("http://jenkins.example.com")
            .required()
            .forgets("password"),
        verify_ssl(),
        Param::text("project_name", "Project name")
            .help("As it stands in the job’s address.")
            .placeholder("my_project_name")
            .required(),
        Param::text("username", "User name").help("Only where Jenkins asks for one.").forgets("password"),
        Param::secret("password", "Password").help("Only where Jenkins asks for one. Needs a user name."),
        Param::event(PUSH),
        Param::event(MERGE_REQUESTS).off_unless_said().default(""),
        Param::event(TAG_PUSH).off_unless_said().default(""),
    ],
    rules: rules::JENKINS,
    ..BUILD
}];
