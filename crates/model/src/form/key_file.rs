//! Keys that come as a file: a secret of several lines, with the name of its file beside it.

use crate::text::{NAME, short};
use serde_json::Value;

/// The largest file that is taken for a key, in bytes. Keys have a few hundred, those of service accounts a few thousand.
pub const LARGEST_KEY: usize = 64_000;

/// What a field for a secret takes from a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyFile {
    /// Key of the field for the file's name, which is sent beside the secret and not drawn as a field of its own.
    pub name_key: &'static str,
    /// What is in it.
    pub format: KeyFormat,
}

/// What is in the file of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFormat {
    /// A private key in PEM, as Apple gives it out.
    Pem,
    /// The JSON of a service account of Google.
    ServiceAccount,
}

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const PRIVATE_KEY: &str = "PRIVATE KEY-----";

impl KeyFormat {
    /// The endings of such files, as browsers want them for the choice of a file.
    pub const fn accept(self) -> &'static str {
        match self {
            Self::Pem => ".p8",
            Self::ServiceAccount => ".json",
        }
    }

    /// A text of this format that is no key, for tests.
    pub const fn example(self) -> &'static str {
        match self {
            Self::Pem => "-----BEGIN PRIVATE KEY-----\nbm90IGEga2V5\n-----END PRIVATE KEY-----\n",
            Self::ServiceAccount => {
                "{\n  \"type\": \"service_account\",\n  \"client_email\": \"ci@example.iam.gserviceaccount.com\",\n  \"private_key\": \"no key\"\n}\n"
            }
        }
    }

    /// The text of a file that was chosen.
    ///
    /// # Errors
    /// Why it is no such key, as a sentence that names the file and nothing of its content.
    pub fn read(self, name: &str, content: Vec<u8>) -> Result<String, String> {
        self.check_size(name, content.len())?;
        let name = short(name, NAME);
        let Some(text) = String::from_utf8(content).ok().filter(|text| !text.contains('\0')) else {
            return Err(format!("{name} is no text file, so it is no key. {}", self.choose()));
        };
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned();
        match self.fault(&text) {
            Some(fault) => Err(format!("{name} {fault} {}", self.choose())),
            None => Ok(text),
        }
    }

    /// Whether a file of this size, in bytes, may be such a key.
    ///
    /// # Errors
    /// Why not, as a sentence.
    pub fn check_size(self, name: &str, size: usize) -> Result<(), String> {
        if size <= LARGEST_KEY {
            return Ok(());
        }
        let name = short(name, NAME);
        Err(format!("{name} has {}. A key has at most 64 KB. {}", bytes(size), self.choose()))
    }

    /// Why a text is no such key, as a sentence about the file; `None` if it is one.
    pub fn problem(self, text: &str) -> Option<String> {
        self.fault(text).map(|fault| format!("The file {fault} {}", self.choose()))
    }

    /// What to do about a wrong file.
    const fn choose(self) -> &'static str {
        match self {
            Self::Pem => "Choose the .p8 file that App Store Connect gave out.",
            Self::ServiceAccount => "Choose the .json file with the key of the service account.",
        }
    }

    /// The rest of a sentence that begins with the file.
    fn fault(self, text: &str) -> Option<&'static str> {
        if text.trim().is_empty() {
            return Some("is empty.");
        }
        match self {
            Self::Pem => no_private_key(text),
            Self::ServiceAccount => no_service_account(text),
        }
    }
}

fn no_private_key(text: &str) -> Option<&'static str> {
    let Some((_, rest)) = text.split_once(BEGIN) else {
        return Some("is no key in PEM format: it has no line “-----BEGIN PRIVATE KEY-----”.");
    };
    let label = rest.lines().next().unwrap_or_default();
    if !label.trim_end().ends_with(PRIVATE_KEY) {
        return Some("holds something else than a private key, such as a certificate.");
    }
    if label.contains("ENCRYPTED") {
        return Some("is protected by a passphrase, which GitLab cannot enter.");
    }
    let is_whole = rest.split_once(END).is_some_and(|(_, rest)| rest.contains(PRIVATE_KEY));
    (!is_whole).then_some("is cut off: its line “-----END PRIVATE KEY-----” is missing.")
}

fn no_service_account(text: &str) -> Option<&'static str> {
    let json = serde_json::from_str::<Value>(text);
    let Ok(Value::Object(account)) = json else { return Some("is not valid JSON of a service account.") };
    let has = |key: &str| account.get(key).and_then(Value::as_str).is_some_and(|text| !text.is_empty());
    let is_whole = has("private_key") && has("client_email");
    (!is_whole).then_some("is JSON, but of no service account: it has no “private_key” or no “client_email”.")
}

/// The size of a key file for people: "257 bytes", "1.2 KB".
pub fn bytes(size: usize) -> String {
    match size {
        1 => "1 byte".to_owned(),
        0..1000 => format!("{size} bytes"),
        _ => format!("{}.{} KB", size / 1000, size % 1000 / 100),
    }
}
