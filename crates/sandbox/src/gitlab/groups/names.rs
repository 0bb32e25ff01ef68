//! The groups above, beside and below those that projects are in.

/// Groups without projects of their own, by their paths, each after the one that it is in. A group that is in no other
/// one has no slash.
pub(super) const OTHERS: [&str; 35] = [
    "shop",
    "shop/backend",
    "payments",
    "logistics",
    "platform",
    "data",
    "company",
    "research",
    "research/labs",
    "shop/marketing",
    "shop/marketing/campaigns",
    "shop/marketing/newsletters",
    "payments/ledger",
    "payments/ledger/exports",
    "logistics/customs",
    "logistics/fleet",
    "logistics/fleet/trucks",
    "logistics/fleet/drivers",
    "platform/cloud/regions",
    "platform/cloud/regions/europe",
    "platform/cloud/regions/america",
    "platform/security",
    "platform/security/audits",
    "data/streams",
    "data/streams/sensors",
    "company/legal",
    "company/finance",
    "company/finance/planning",
    "research/labs/speech",
    "research/papers",
    "trainees",
    "trainees/first-year",
    "archive",
    "archive/old-shop",
    "partners",
];

/// Groups that were archived, with all in them.
pub(super) const ARCHIVED: [&str; 2] = ["archive", "archive/old-shop"];
