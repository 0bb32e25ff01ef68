//! Integrations with wikis and with monitoring.

use crate::gitlab::event::{BUILD, MERGE_REQUESTS, NOTE, PIPELINE, PROJECT, PUSH, SUBGROUP, TAG_PUSH};
use crate::gitlab::rules::{self, corrections};
use crate::gitlab::{Category, Lifespan, Param, ParamKind, Place, Spec, Standing};

const WIKI: Spec = Spec { category: Category::Documentation, words: "wiki documentation", ..Spec::BASE };

const MONITORING: Spec = Spec { category: Category::Monitoring, words: "monitoring metrics", ..Spec::BASE };

const NOT_STORED: &str = "GitLab declares it, but has no place for it.";

pub(super) static SPECS: &[Spec] = &[
    Spec {
        slug: "confluence",
        title: "Confluence",
        about: "Replaces the wiki of {the project} in the menu with a link to Confluence Cloud.",
        words: "atlassian wiki documentation",
        params: &[Param::url("confluence_url", "Confluence URL")
            .help("The workspace on atlassian.net. GitLab accepts no other host.")
            .placeholder("https://acme.atlassian.net/wiki")
            .required()],
        rules: rules::CONFLUENCE,
        corrections: corrections::CONFLUENCE,
        ..WIKI
    },
    Spec {
        slug: "external-wiki",
        title: "External wiki",
        about: "Replaces the wiki of {the project} in the menu with a link to another wiki.",
        params: &[Param::url("external_wiki_url", "Wiki URL")
            .placeholder("https://wiki.example.com")
            .required()],
        ..WIKI
    },
    Spec {
        slug: "datadog",
        title: "Datadog",
        about: "Sends pipeline and job data to Datadog.",
        words: "monitoring trace observability",
        params: &[
            Param::secret("api_key", "API key").required(),
            Param::text("datadog_site", "Datadog site")
                .help(
                    "The Datadog site, such as datadoghq.eu for Europe. Required unless there is an API URL.",
                )
                .placeholder("datadoghq.com")
                .initial("datadoghq.com"),
            Param::url("api_url", "API URL").help("Only if it cannot be derived from the site."),
            Param::text("datadog_service", "Service")
                .help("A tag on all data of this GitLab server, to distinguish several servers.")
                .placeholder("gitlab-ci")
                .at(Place::Options),
            Param::text("datadog_env", "Environment")
                .help("The tag “env” on all data. For self-hosted GitLab.")
                .at(Place::Options),
            Param::new("datadog_tags", "Tags", ParamKind::Multiline, Place::Options)
                .help("More tags, one “key:value” per line.")
                .placeholder("team:tools")
                .taken_since((14, 4), (14, 8)),
            Param::toggle("datadog_ci_visibility", "CI Visibility")
                .help("Sends data about pipelines and jobs.")
                .since_between((16, 4), (18, 1)),
            Param::toggle("archive_trace_events", "Collect job logs")
                .help("Sends the logs of jobs. Requires CI Visibility.")
                .since(15, 3),
            Param::event(PUSH).since_between((14, 9), (18, 1)),
            Param::event(TAG_PUSH).since_between((14, 9), (18, 1)),
            Param::event(MERGE_REQUESTS).since_between((14, 9), (18, 1)),
            Param::event(NOTE).since_between((14, 9), (18, 1)),
            Param::event(PIPELINE).off_by_default().hidden("“CI Visibility” sets it.").beside_manual(),
            Param::event(BUILD).hidden("GitLab stores it under another name.").beside_manual(),
            Param::event(SUBGROUP).hidden(NOT_STORED).since_between((14, 9), (18, 1)),
            Param::event(PROJECT).hidden(NOT_STORED).since_between((14, 9), (18, 1)),
        ],
        rules: rules::DATADOG,
        corrections: corrections::DATADOG,
        ..MONITORING
    },
    Spec {
        slug: "prometheus",
        title: "Prometheus",
        about: "Shows metrics of a Prometheus server in {the project}.",
        standing: Standing::Legacy("Deprecated by GitLab: removed in GitLab 18."),
        life: Lifespan::until(17, 8),
        params: &[
            Param::url("api_url", "Prometheus URL")
                .placeholder("https://prometheus.example.com/")
                .required()
                .clears_secret("service account"),
            Param::toggle("manual_configuration", "Use this server")
                .help("If it is off, GitLab does not ask this server.")
                .on()
                .since_between((14, 9), (16, 3)),
            Param::text("google_iap_audience_client_id", "Client ID for Google IAP")
                .help("Only for servers behind Google’s Identity-Aware Proxy.")
                .placeholder("….apps.googleusercontent.com")
                .always_sent(),
            Param::secret("google_iap_service_account_json", "Service account")
                .help("Only for that proxy: the complete text of the file credentials.json.")
                .always_sent(),
        ],
        warnings: rules::PROMETHEUS_WARNINGS,
        corrections: corrections::PROMETHEUS,
        ..MONITORING
    },
    Spec {
        slug: "mock-monitoring",
        title: "Mock monitoring",
        about: "Uses mock metrics. For developers of GitLab.",
        standing: Standing::Development,
        ..MONITORING
    },
];
