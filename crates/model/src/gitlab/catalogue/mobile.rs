//! Integrations with app stores. Their keys are files.

use crate::form::KeyFormat;
use crate::gitlab::rules::{self, corrections};
use crate::gitlab::{Category, Lifespan, Param, Spec};

const STORE: Spec = Spec {
    category: Category::Mobile,
    words: "app store mobile phone release fastlane",
    only_projects: true,
    ..Spec::BASE
};

pub(super) static SPECS: &[Spec] = &[
    Spec {
        slug: "apple-app-store",
        title: "Apple App Store Connect",
        about: "Gives pipelines a key with which they upload apps to the App Store.",
        words: "ios app store mobile phone release fastlane",
        life: Lifespan::since(15, 8),
        params: &[
            Param::text("app_store_issuer_id", "Issuer ID")
                .help("App Store Connect shows it above the list of keys.")
                .placeholder("69a6de70-03db-47e3-e053-5b8c7c11a4d1")
                .required(),
            Param::text("app_store_key_id", "Key ID").placeholder("2X9R4HXF34").required(),
            Param::key_file(
                "app_store_private_key",
                "Private key",
                "app_store_private_key_file_name",
                KeyFormat::Pem,
            )
            .help("The file that App Store Connect gave out once.")
            .required(),
            Param::text("app_store_private_key_file_name", "Name of the key’s file")
                .required()
                .since_between((15, 8), (17, 7)),
            protected_refs("app_store_protected_refs").since_between((15, 8), (17, 7)),
        ],
        rules: rules::APPLE,
        ..STORE
    },
    Spec {
        slug: "google-play",
        title: "Google Play",
        about: "Gives pipelines a key with which they upload apps to Google Play.",
        words: "android app store mobile phone release fastlane",
        life: Lifespan::since_between((15, 9), (16, 3)),
        params: &[
            Param::text("package_name", "Package name").placeholder("com.example.app").required(),
            Param::key_file(
                "service_account_key",
                "Service account key",
                "service_account_key_file_name",
                KeyFormat::ServiceAccount,
            )
            .help("The file that Google Cloud gave out for a service account with access to the app.")
            .required(),
            Param::text("service_account_key_file_name", "Name of the key’s file")
                .required()
                .since_between((15, 9), (17, 7)),
            protected_refs("google_play_protected_refs").since_between((15, 9), (17, 7)),
        ],
        rules: rules::GOOGLE_PLAY,
        corrections: corrections::GOOGLE_PLAY,
        ..STORE
    },
];

const fn protected_refs(key: &'static str) -> Param {
    Param::toggle(key, "Only protected branches and tags")
        .help("Pipelines of other branches and tags do not get the key.")
        .on()
}
