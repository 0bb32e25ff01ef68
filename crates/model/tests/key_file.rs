//! Keys that are read from a file: which files are taken, and what is said about others.

use patchbay_model::form::{KeyFile, KeyFormat, LARGEST_KEY, Required, bytes};
use patchbay_model::{Entry, Field, Kind, Secret};

const MARK: &str = "s3cret";

fn refused(format: KeyFormat, content: &[u8]) -> String {
    let sentence = format.read("AuthKey_X.p8", content.to_vec()).err().unwrap_or_default();
    assert!(sentence.starts_with("AuthKey_X.p8 "), "{sentence}");
    assert!(!sentence.contains(MARK), "{sentence}");
    sentence
}

#[test]
fn takes_keys_as_they_are() {
    for (format, content) in [
        (KeyFormat::Pem, KeyFormat::Pem.example()),
        (KeyFormat::ServiceAccount, KeyFormat::ServiceAccount.example()),
        (KeyFormat::Pem, "-----BEGIN EC PRIVATE KEY-----\r\nMIG\r\n-----END EC PRIVATE KEY-----"),
        (KeyFormat::Pem, "Bag Attributes\n-----BEGIN PRIVATE KEY-----\nMIG\n-----END PRIVATE KEY-----\n\n"),
        (KeyFormat::ServiceAccount, r#" {"private_key":"x","client_email":"a@b","more":[1]} "#),
    ] {
        assert_eq!(format.read("k", content.as_bytes().to_vec()).as_deref(), Ok(content));
        assert_eq!(format.problem(content), None);
        // As editors of Windows write it.
        let marked = format!("\u{FEFF}{content}");
        assert_eq!(format.read("k", marked.into_bytes()).as_deref(), Ok(content));
    }
}

#[test]
fn says_what_is_wrong_with_others_without_their_text() {
    let p8 = "Choose the .p8 file that App Store Connect gave out.";
    for (content, said) in [
        ("", "is empty."),
        (" \r\n", "is empty."),
        (MARK, "is no key in PEM format: it has no line “-----BEGIN PRIVATE KEY-----”."),
        ("MIGs3cret==", "is no key in PEM format"),
        (KeyFormat::ServiceAccount.example(), "is no key in PEM format"),
        (
            "-----BEGIN CERTIFICATE-----\ns3cret\n-----END CERTIFICATE-----",
            "something else than a private key",
        ),
        ("-----BEGIN PUBLIC KEY-----\ns3cret\n-----END PUBLIC KEY-----", "something else than a private key"),
        (
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\ns3cret\n-----END ENCRYPTED PRIVATE KEY-----",
            "by a passphrase",
        ),
        (
            "-----BEGIN PRIVATE KEY-----\ns3cret",
            "is cut off: its line “-----END PRIVATE KEY-----” is missing.",
        ),
        ("\0\u{1}s3cret", "is no text file, so it is no key."),
    ] {
        let sentence = refused(KeyFormat::Pem, content.as_bytes());
        assert!(sentence.contains(said) && sentence.ends_with(p8), "{content:?}: {sentence}");
    }
    let json = "Choose the .json file with the key of the service account.";
    for (content, said) in [
        ("", "is empty."),
        (MARK, "is not valid JSON of a service account."),
        (r#""s3cret""#, "is not valid JSON of a service account."),
        (r#"["s3cret"]"#, "is not valid JSON of a service account."),
        (r#"{"private_key":"s3cret""#, "is not valid JSON of a service account."),
        (r#"{"private_key":"s3cret"}"#, "is JSON, but of no service account"),
        (r#"{"installed":{"client_secret":"s3cret"}}"#, "is JSON, but of no service account"),
        (r#"{"private_key":["s3cret"],"client_email":"a@b"}"#, "is JSON, but of no service account"),
        (KeyFormat::Pem.example(), "is not valid JSON of a service account."),
    ] {
        let sentence = refused(KeyFormat::ServiceAccount, content.as_bytes());
        assert!(sentence.contains(said) && sentence.ends_with(json), "{content:?}: {sentence}");
    }
    for format in [KeyFormat::Pem, KeyFormat::ServiceAccount] {
        assert!(refused(format, &[0xFF, 0xFE, 0x41]).contains("is no text file"));
        let large = format.example().repeat(LARGEST_KEY / format.example().len() + 1);
        assert!(
            refused(format, large.as_bytes())
                .contains(&format!("has {}. A key has at most 64 KB.", bytes(large.len())))
        );
    }
}

#[test]
fn a_long_name_is_cut() {
    let sentence = KeyFormat::Pem.read(&"n".repeat(5_000), Vec::new()).err().unwrap_or_default();
    assert!(sentence.chars().count() < 400, "{sentence}");
}

#[test]
fn a_field_with_a_file_takes_only_such_a_key() {
    let file = KeyFile { name_key: "key_file_name", format: KeyFormat::Pem };
    let typed = Field::new("private_key", "Key", Kind::Secret).required(Required::Always);
    let field = Field { file: Some(file), ..typed.clone() };
    let replace = |text: &str| Entry::Secret(Secret::Replace(text.to_owned()));
    let key = replace(KeyFormat::Pem.example());
    assert_eq!(field.check(&key, true), None);
    // Of a typed one, the line breaks were a mistake.
    assert!(typed.check(&key, true).is_some());
    assert_eq!(field.write(&key), Some(KeyFormat::Pem.example().into()));
    assert_eq!(field.check(&Entry::Secret(Secret::Keep), false).as_deref(), Some("Choose the key file."));
    assert!(
        field.check(&replace("s3cret"), false).is_some_and(|said| said.starts_with("The file is no key"))
    );
}

#[test]
fn sizes_are_as_people_read_them() {
    let shown = [0, 1, 257, 999, 1_000, 1_234, 65_000].map(bytes);
    assert_eq!(shown, ["0 bytes", "1 byte", "257 bytes", "999 bytes", "1.0 KB", "1.2 KB", "65.0 KB"]);
}
