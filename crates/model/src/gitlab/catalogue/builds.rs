//! Integrations with build servers and package registries.

use super::common::{DROPPED, verify_ssl};
use crate::gitlab::event::{MERGE_REQUESTS, PIPELINE, PUSH, TAG_PUSH};
use crate::gitlab::rules::{self, corrections};
use crate::gitlab::{Category, Lifespan, Param, Place, Spec, Standing, Tier};

const BUILD: Spec = Spec { category: Category::Build, words: "ci build pipeline", ..Spec::BASE };

pub(super) static SPECS: &[Spec] = &[
    Spec {
        slug: "jenkins",
        title: "Jenkins",
        only_projects: true,
        about: "Starts Jenkins jobs on pushes and shows their status.",
        params: &[
            Param::url("jenkins_url", "Jenkins URL")
                .placeholder("https://jenkins.example.com")
                .required()
                .clears_secret("password"),
            verify_ssl().taken_since((14, 4), (14, 8)),
            Param::text("project_name", "Project name")
                .help("The name of the Jenkins job, with its folders: MyFolder/MyJob.")
                .placeholder("my_project_name")
                .required(),
            Param::text("username", "User name")
                .help("Only if Jenkins requires one. If it is empty, GitLab deletes the password."),
            Param::secret("password", "Password").help("Only if Jenkins requires one. Requires a user name."),
            Param::event(PUSH),
            Param::event(MERGE_REQUESTS).off_by_default(),
            Param::event(TAG_PUSH).off_by_default(),
        ],
        rules: rules::JENKINS,
        corrections: corrections::JENKINS,
        ..BUILD
    },
    Spec {
        slug: "bamboo",
        title: "Atlassian Bamboo",
        about: "Starts Bamboo builds on pushes and shows their status.",
        notes: &["In Bamboo, set up automatic revision labels and a repository trigger."],
        params: &[
            Param::url("bamboo_url", "Bamboo URL").placeholder("https://bamboo.example.com").required(),
            verify_ssl().taken_since((14, 4), (14, 8)),
            Param::text("build_key", "Build plan key").placeholder("APP-MAIN").required(),
            Param::text("username", "User name")
                .help("A user with permission to start builds with the API.")
                .required(),
            Param::secret("password", "Password").required(),
            Param::event(PUSH),
        ],
        corrections: corrections::BAMBOO,
        ..BUILD
    },
    Spec {
        slug: "teamcity",
        title: "JetBrains TeamCity",
        about: "Starts TeamCity builds on pushes and shows their status.",
        notes: &[
            "In TeamCity, the build number format must be “%build.vcs.number%”, and the VCS root must watch all \
             branches so that merge requests are built.",
        ],
        params: &[
            Param::url("teamcity_url", "TeamCity URL").placeholder("https://teamcity.example.com").required(),
            verify_ssl().taken_since((14, 4), (14, 8)),
            Param::text("build_type", "Build configuration ID").placeholder("App_Build").required(),
            Param::text("username", "User name")
                .help("A user with permission to start builds manually.")
                .required(),
            Param::secret("password", "Password").required(),
            Param::event(PUSH),
            Param::event(MERGE_REQUESTS).beside_manual(),
        ],
        corrections: corrections::TEAMCITY,
        ..BUILD
    },
    Spec {
        slug: "buildkite",
        title: "Buildkite",
        about: "Starts Buildkite pipelines and shows their status.",
        params: &[
            Param::url("project_url", "Pipeline URL")
                .placeholder("https://buildkite.com/example/pipeline")
                .required(),
            Param::secret("token", "Token")
                .help("Buildkite shows it in the GitLab settings of the pipeline.")
                .required(),
            verify_ssl().hidden("GitLab ignores it: it always verifies certificates."),
            Param::event(PUSH),
            Param::event(MERGE_REQUESTS).beside_manual(),
            Param::event(TAG_PUSH).beside_manual(),
        ],
        corrections: corrections::BUILDKITE,
        ..BUILD
    },
    Spec {
        slug: "drone-ci",
        title: "Drone",
        about: "Starts Drone pipelines and shows their status.",
        params: &[
            Param::url("drone_url", "Drone URL").placeholder("https://drone.example.com").required(),
            Param::secret("token", "Token").help("The token that Drone has for {the project}.").required(),
            verify_ssl(),
            Param::event(PUSH),
            Param::event(MERGE_REQUESTS),
            Param::event(TAG_PUSH),
        ],
        corrections: corrections::DRONE,
        ..BUILD
    },
    Spec {
        slug: "github",
        title: "GitHub",
        about: "Shows the status of GitLab pipelines on the commits of a GitHub repository.",
        words: "ci status check",
        tier: Tier::Premium,
        only_projects: true,
        params: &[
            Param::url("repository_url", "Repository URL")
                .placeholder("https://github.com/acme/app")
                .required(),
            Param::secret("token", "Token").help("Requires the “repo:status” scope.").required(),
            Param::toggle("static_context", "Same name for all branches")
                .help("The name of the status check contains the GitLab host instead of the branch.")
                .on(),
            Param::event(PIPELINE).beside_manual(),
        ],
        warnings: rules::GITHUB_WARNINGS,
        corrections: corrections::GITHUB,
        ..BUILD
    },
    Spec {
        slug: "mock-ci",
        title: "MockCI",
        about: "Uses a mock build server. For developers of GitLab.",
        standing: Standing::Development,
        params: &[
            Param::url("mock_service_url", "Mock server URL").placeholder("http://localhost:4004").required(),
            verify_ssl().ignored(DROPPED).taken_since((16, 9), (17, 7)),
            Param::event(PUSH).beside_manual(),
        ],
        ..BUILD
    },
    Spec {
        slug: "jenkins-deprecated",
        title: "Jenkins (deprecated)",
        life: Lifespan::until(13, 0),
        only_projects: true,
        about: "Started Jenkins builds through the GitLab Hook plugin.",
        standing: Standing::Removed("GitLab 13.0 removed it. Use “Jenkins” instead."),
        params: &[
            Param::url("project_url", "Project URL")
                .placeholder("http://jenkins.example.com/job/my-project/")
                .required(),
            Param::toggle("multiproject_enabled", "Several projects")
                .help("The Jenkins plugin is set up for several projects."),
            Param::toggle("pass_unstable", "Treat unstable builds as passed"),
        ],
        ..BUILD
    },
    Spec {
        slug: "diffblue-cover",
        title: "Diffblue Cover",
        about: "Lets a pipeline write unit tests for Java with Diffblue Cover.",
        words: "java unit test",
        life: Lifespan::since_between((16, 4), (17, 7)),
        params: &[
            Param::secret("diffblue_license_key", "License key")
                .help("The key of the Diffblue Cover license.")
                .required(),
            Param::text("diffblue_access_token_name", "Name of the access token")
                .help("The name of the token with which Diffblue Cover pushes tests to {the project}.")
                .placeholder("diffblue-cover")
                .required(),
            Param::secret("diffblue_access_token_secret", "Access token")
                .help("A project access token with the role Developer and the scopes “api” and “write_repository”.")
                .required(),
        ],
        ..BUILD
    },
    Spec {
        slug: "packagist",
        title: "Packagist",
        about: "Notifies Packagist, the registry of PHP packages, of new commits.",
        words: "php composer package registry",
        category: Category::Other,
        params: &[
            Param::text("username", "User name").help("The user name of the Packagist account.").required(),
            Param::secret("token", "API token").required(),
            Param::url("server", "Server")
                .help("Only for a self-hosted registry. If empty, packagist.org.")
                .placeholder("https://packagist.org")
                .at(Place::Connection),
            Param::event(PUSH),
            Param::event(MERGE_REQUESTS),
            Param::event(TAG_PUSH),
        ],
        corrections: corrections::PACKAGIST,
        ..BUILD
    },
];
