//! Integrations with wikis and with what watches running software.

use crate::gitlab::{Category, Param, ParamKind, Place, Spec, Standing, rules};

const WIKI: Spec = Spec { category: Category::Documentation, words: "wiki documentation", ..Spec::BASE };

const MONITORING: Spec = Spec { category: Category::Monitoring, words: "monitoring metrics", ..Spec::BASE };

pub(super) static SPECS: &[Spec] = &[
    Spec {
        slug: "confluence",
        title: "Confluence",
        about: "Replaces the project’s wiki in the menu by a link to Confluence Cloud.",
        words: "atlassian wiki documentation",
        params: &[Param::url("confluence_url", "Confluence URL")
            .help("The workspace on atlassian.net; GitLab takes no other host.")
            .placeholder("https://acme.atlassian.net/wiki")
            .required()],
        rules: rules::CONFLUENCE,
        ..WIKI
    },
    Spec {
        slug: "external-wiki",
        title: "External wiki",
        about: "Replaces the project’s wiki in the menu by a link to another one.",
        params: &[Param::url("external_wiki_url", "Wiki URL")
            .placeholder("https://wiki.example.com")
            .required()],
        ..WIKI
    },
    Spec {
        slug: "datadog",
        title: "Datadog",
        about: "Traces pipelines in Datadog.",
        words: "monitoring trace observability",
        params: &[
            Param::secret("api_key", "API key").required(),
            Param::text("datadog_site", "Datadog site")
                .help("Where the data goes, such as datadoghq.eu for Europe. Needed unless there is an API URL.")
                .placeholder("datadoghq.com")
                .begins("datadoghq.com"),
            Param::url("api_url", "API URL").help("Only where it does not follow from the site."),
            Param::text("datadog_service", "Service")
                .help("A tag on all data of this GitLab server, to tell several apart.")
                .placeholder("gitlab-ci")
                .at(Place::Options),
            Param::text("datadog_env", "Environment")
                .help("The tag “env” on all data, for GitLab servers of your own.")
                .at(Place::Options),
            Param::new("datadog_tags", "Tags", ParamKind::Multiline, Place::Options)
                .help("More tags, one “key:value” a line.")
                .placeholder("team:tools"),
            Param::toggle("archive_trace_events", "Collect job logs").reported(),
        ],
        rules: rules::DATADOG,
        ..MONITORING
    },
    Spec {
        slug: "prometheus",
        title: "Prometheus",
        about: "Shows metrics of a Prometheus server in the project.",
        standing: Standing::Legacy("GitLab 18 does not have it any more; older servers do."),
        params: &[
            Param::url("api_url", "Prometheus URL")
                .placeholder("https://prometheus.example.com/")
                .required()
                .forgets("service account"),
            Param::text("google_iap_audience_client_id", "Client ID for Google IAP")
                .help("Only for a server behind Google’s Identity-Aware Proxy.")
                .placeholder("….apps.googleusercontent.com")
                .insisted(),
            Param::secret("google_iap_service_account_json", "Service account")
                .help("Only behind that proxy: the whole text of the file credentials.json.")
                .insisted(),
        ],
        warnings: rules::PROMETHEUS_WARNINGS,
        ..MONITORING
    },
];
