//! Integrations with build servers.

use super::common::{DROPPED, verify_ssl};
use crate::gitlab::event::{MERGE_REQUESTS, PUSH, TAG_PUSH};
use crate::gitlab::{Category, Param, Place, Spec, Standing, rules};

const BUILD: Spec = Spec { category: Category::Build, words: "ci build pipeline", ..Spec::BASE };

pub(super) static SPECS: &[Spec] = &[
    Spec {
        slug: "jenkins",
        title: "Jenkins",
        about: "Starts Jenkins jobs when something is pushed and shows how they end.",
        params: &[
            Param::url("jenkins_url", "Jenkins URL")
                .placeholder("https://jenkins.example.com")
                .required()
                .forgets("password"),
            verify_ssl(),
            Param::text("project_name", "Project name")
                .help("As it stands in the address of the Jenkins job.")
                .placeholder("my_project_name")
                .required(),
            Param::text("username", "User name")
                .help("Only where Jenkins wants one. Without it GitLab forgets the password."),
            Param::secret("password", "Password")
                .help("Only where Jenkins wants one; goes with the user name."),
            Param::event(PUSH),
            Param::event(MERGE_REQUESTS).off_unless_said(),
            Param::event(TAG_PUSH).off_unless_said(),
        ],
        rules: rules::JENKINS,
        ..BUILD
    },
    Spec {
        slug: "bamboo",
        title: "Atlassian Bamboo",
        about: "Starts Bamboo builds when something is pushed and shows how they end.",
        notes: &["In Bamboo, set up automatic revision labels and a repository trigger."],
        params: &[
            Param::url("bamboo_url", "Bamboo URL").placeholder("https://bamboo.example.com").required(),
            verify_ssl(),
            Param::text("build_key", "Build plan key").placeholder("APP-MAIN").required(),
            Param::text("username", "User name").help("A user who may start builds by the API.").required(),
            Param::secret("password", "Password").required(),
            Param::event(PUSH),
        ],
        ..BUILD
    },
    Spec {
        slug: "teamcity",
        title: "JetBrains TeamCity",
        about: "Starts TeamCity builds when something is pushed and shows how they end.",
        notes: &[
            "In TeamCity, the build number format must be “%build.vcs.number%”, and the VCS root must watch all \
             branches so that merge requests are built.",
        ],
        params: &[
            Param::url("teamcity_url", "TeamCity URL").placeholder("https://teamcity.example.com").required(),
            verify_ssl(),
            Param::text("build_type", "Build configuration ID").placeholder("App_Build").required(),
            Param::text("username", "User name").help("A user who may start builds by hand.").required(),
            Param::secret("password", "Password").required(),
            Param::event(PUSH),
        ],
        ..BUILD
    },
    Spec {
        slug: "buildkite",
        title: "Buildkite",
        about: "Starts Buildkite pipelines and shows how they end.",
        params: &[
            Param::url("project_url", "Pipeline URL")
                .placeholder("https://buildkite.com/example/pipeline")
                .required(),
            Param::secret("token", "Token")
                .help("Buildkite shows it in the pipeline’s settings, for GitLab.")
                .required(),
            verify_ssl().hidden("It does nothing: certificates are always verified."),
            Param::event(PUSH),
        ],
        ..BUILD
    },
    Spec {
        slug: "drone-ci",
        title: "Drone",
        about: "Starts Drone pipelines and shows how they end.",
        params: &[
            Param::url("drone_url", "Drone URL").placeholder("https://drone.example.com").required(),
            Param::secret("token", "Token").help("Of the project in Drone.").required(),
            verify_ssl(),
            Param::event(PUSH),
            Param::event(MERGE_REQUESTS),
            Param::event(TAG_PUSH),
        ],
        ..BUILD
    },
    Spec {
        slug: "github",
        title: "GitHub",
        about: "Shows the status of GitLab pipelines at the commits of a GitHub repository.",
        words: "ci status check",
        standing: Standing::Premium,
        params: &[
            Param::url("repository_url", "Repository URL")
                .placeholder("https://github.com/acme/app")
                .required(),
            Param::secret("token", "Token").help("Needs the scope “repo:status”.").required(),
            Param::toggle("static_context", "Same name for all branches")
                .help("Names the status check after this GitLab server, not after the branch."),
        ],
        warnings: rules::GITHUB_WARNINGS,
        ..BUILD
    },
    Spec {
        slug: "mock-ci",
        title: "MockCI",
        about: "Asks a stand-in for a build server, for people who develop GitLab.",
        standing: Standing::Development,
        params: &[
            Param::url("mock_service_url", "URL of the stand-in")
                .placeholder("http://localhost:4004")
                .required(),
            verify_ssl().ignored(DROPPED),
        ],
        ..BUILD
    },
    Spec {
        slug: "jenkins-deprecated",
        title: "Jenkins (deprecated)",
        about: "Asked Jenkins for builds through its GitLab Hook plugin.",
        standing: Standing::Removed("GitLab 13.0 removed it. “Jenkins” has taken its place."),
        params: &[
            Param::url("project_url", "Project URL")
                .placeholder("http://jenkins.example.com/job/my-project/")
                .required(),
            Param::toggle("multiproject_enabled", "Several projects")
                .help("The plugin in Jenkins is set up for several projects."),
            Param::toggle("pass_unstable", "Unstable counts as passed"),
        ],
        ..BUILD
    },
    Spec {
        slug: "packagist",
        title: "Packagist",
        about: "Tells Packagist, the registry of PHP packages, about new commits.",
        words: "php composer package registry",
        category: Category::Other,
        params: &[
            Param::text("username", "User name").help("Of the account at Packagist.").required(),
            Param::secret("token", "API token").required(),
            Param::url("server", "Server")
                .help("Only for a registry of your own; packagist.org when empty.")
                .placeholder("https://packagist.org")
                .at(Place::Connection),
            Param::event(PUSH),
            Param::event(MERGE_REQUESTS),
            Param::event(TAG_PUSH),
        ],
        ..BUILD
    },
];
