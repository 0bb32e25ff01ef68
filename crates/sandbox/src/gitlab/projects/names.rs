//! The names of the groups and projects of this GitLab.

const WEB: &str = "Website, Checkout, Product pages, Account pages, Search page, Design system, Image proxy, \
    Email templates, Landing pages, Feature flags, Storefront API, Browser tests";
const MOBILE: &str = "iOS app, Android app, App API, Push service, App design kit, Crash reports, Release scripts, \
    Deep links, Offline sync, Barcode scanner, Store screenshots, Interface tests";
const SERVICE: &str = "API, Worker, Scheduler, Event bus, Client library, Admin console, Import, Export, Migrations, \
    Contract tests, Load tests, Docs";
const DATA: &str = "Ingest, Warehouse models, Dashboards, Feature store, Event schemas, Forecasts, Notebooks, Reports, \
    Quality checks, Anonymiser, Catalogue, Exports";
const PLATFORM: &str = "Terraform modules, Kubernetes clusters, Base images, Pipeline templates, Runner fleet, \
    Secrets broker, Service mesh, Monitoring, Alert rules, Log shipping, Backup, Runbooks";
const TOOLS: &str = "Command line, Editor plugins, Code generators, Linters, Release bot, Changelog, Merge bot, \
    Dependency updates, Sample data, Handbook, Onboarding, Style guide";

/// Each innermost group by its path, with its projects, which are separated by commas.
pub(super) const GROUPS: [(&str, &str); 25] = [
    ("shop/web", WEB),
    ("shop/mobile", MOBILE),
    ("shop/backend/orders", SERVICE),
    ("shop/backend/catalogue", SERVICE),
    ("shop/backend/search", SERVICE),
    ("shop/backend/customers", SERVICE),
    ("payments/cards", SERVICE),
    ("payments/invoices", SERVICE),
    ("payments/tax", SERVICE),
    ("payments/fraud", DATA),
    ("logistics/warehouse", SERVICE),
    ("logistics/shipping", SERVICE),
    ("logistics/returns", SERVICE),
    ("logistics/scanners", MOBILE),
    ("platform/cloud", PLATFORM),
    ("platform/delivery", PLATFORM),
    ("platform/observability", PLATFORM),
    ("platform/identity", SERVICE),
    ("data/lake", DATA),
    ("data/science", DATA),
    ("data/reporting", DATA),
    ("company/website", WEB),
    ("company/people", SERVICE),
    ("company/tools", TOOLS),
    ("research/labs/vision", DATA),
];

/// The name of a group by the last part of its path.
pub(super) fn title(path: &str) -> String {
    let path = path.replace('-', " ");
    let mut letters = path.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
