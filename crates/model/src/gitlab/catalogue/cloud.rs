//! Integrations with clouds, registries of images and security services.

use crate::gitlab::rules::{self, corrections};
use crate::gitlab::{Category, Lifespan, Param, Spec, Standing, Tier};

const CLOUD: Spec = Spec { category: Category::Cloud, words: "cloud registry image", ..Spec::BASE };

const GOOGLE: Spec = Spec {
    standing: Standing::GitLabCom,
    words: "google cloud gcp",
    notes: &["Set it up in GitLab if you can: its page also writes the commands for Google Cloud."],
    ..CLOUD
};

pub(super) static SPECS: &[Spec] = &[
    Spec {
        slug: "harbor",
        title: "Harbor",
        about: "Gives pipelines access to a Harbor registry and shows its images.",
        words: "docker container registry image",
        life: Lifespan::since_between((14, 9), (16, 3)),
        params: &[
            Param::url("url", "Harbor URL")
                .help("Not an address in a private network.")
                .placeholder("https://demo.goharbor.io")
                .required(),
            Param::text("project_name", "Harbor project").placeholder("testproject").required(),
            Param::text("username", "User name").required(),
            Param::secret("password", "Password")
                .help("Pipelines get it as a masked variable, so it has at least 8 characters.")
                .required(),
        ],
        rules: rules::HARBOR,
        refused_by_some: rules::HARBOR_PROJECT,
        corrections: corrections::HARBOR,
        ..CLOUD
    },
    Spec {
        slug: "google-cloud-platform-artifact-registry",
        title: "Google Artifact Management",
        about: "Shows the images of a repository in Google Artifact Registry.",
        words: "google cloud gcp docker container registry image",
        life: Lifespan::since(16, 9),
        only_projects: true,
        notes: &["It needs the integration Google Cloud IAM."],
        params: &[
            Param::text("artifact_registry_project_id", "Google Cloud project ID")
                .placeholder("my-project")
                .required(),
            Param::text("artifact_registry_repositories", "Repository")
                .help("The name of the repository, which has the format Docker and the mode Standard.")
                .placeholder("my-repository")
                .required(),
            Param::text("artifact_registry_location", "Location").placeholder("europe-west3").required(),
        ],
        ..GOOGLE
    },
    Spec {
        slug: "google-cloud-platform-workload-identity-federation",
        title: "Google Cloud IAM",
        about: "Lets pipelines sign in to Google Cloud without a service account’s key.",
        words: "google cloud gcp workload identity federation",
        life: Lifespan::since(16, 10),
        params: &[
            Param::text("workload_identity_federation_project_id", "Google Cloud project ID")
                .placeholder("my-project")
                .required(),
            Param::text("workload_identity_federation_project_number", "Google Cloud project number")
                .placeholder("123456789012")
                .required(),
            Param::text("workload_identity_pool_id", "Pool ID").placeholder("gitlab-pool").required(),
            Param::text("workload_identity_pool_provider_id", "Provider ID")
                .placeholder("gitlab-provider")
                .required(),
        ],
        rules: rules::GOOGLE_IAM,
        ..GOOGLE
    },
    Spec {
        slug: "git-guardian",
        title: "GitGuardian",
        about: "Refuses pushes in which GitGuardian finds secrets.",
        words: "secret detection push rule",
        category: Category::Security,
        tier: Tier::Premium,
        life: Lifespan::since(16, 9),
        params: &[
            Param::url("api_url", "API URL")
                .help("Only for another region or your own server. If empty, api.gitguardian.com.")
                .placeholder("https://api.gitguardian.com")
                .since(19, 1),
            Param::secret("token", "API token").help("Requires the scope “scan”.").required(),
        ],
        rules: rules::GIT_GUARDIAN,
        ..Spec::BASE
    },
];
