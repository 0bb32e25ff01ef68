//! Secrets as people paste them: what is taken off, and what cannot be a secret. No sentence contains the text.

use super::invisible::{self, code};
use crate::form::{plain_name, says_secret};

/// Whether the setting with this key is a token or key, which a service gives out and which has only visible ASCII
/// characters. Passwords may have any.
pub fn is_token(key: &str) -> bool {
    let plain = crate::form::plain_name(key);
    plain == "pat" || ["token", "apikey", "userkey"].iter().any(|word| plain.contains(word))
}

/// A token without what is pasted along: white space and invisible characters around it.
pub fn clean_token(text: &str) -> &str {
    invisible::trim_all(text)
}

/// A password or another secret without what is pasted along. Spaces may belong to it.
pub fn clean(text: &str) -> &str {
    invisible::trim(text)
}

/// The secret that is sent for the setting with this key: what was typed without what was pasted along.
pub fn cleaned<'a>(key: &str, text: &'a str) -> &'a str {
    if is_token(key) { clean_token(text) } else { clean(text) }
}

/// Why a cleaned text is no secret of any kind, as a sentence; `None` if it may be one.
pub fn check(text: &str) -> Option<String> {
    // Servers send secrets in HTTP headers, which cannot contain line breaks.
    if text.contains(char::is_control) {
        return Some("Remove the line break or control character from the secret.".to_owned());
    }
    if let Some(problem) = invisible::find(text) {
        return Some(problem);
    }
    is_mask(text)
        .then(|| "These are placeholder dots, not the secret itself. Copy the secret again.".to_owned())
}

/// Why a cleaned text is no token, as a sentence; `None` if it may be one.
pub fn check_token(text: &str) -> Option<String> {
    if let Some(problem) = check(text) {
        return Some(problem);
    }
    let said = if text.contains("://") {
        "This is an address, not a token. Copy only the token."
    } else if text.contains('…') || text.ends_with("...") {
        "The token is shortened. Copy the whole token."
    } else if text.starts_with(['"', '\'', '`', '“', '‘', '«', '„']) {
        "Tokens cannot contain quotation marks. Remove them."
    } else if text.starts_with(['<', '$', '{', '[']) || is_example(text) {
        "This is a placeholder from an example. Enter the token itself."
    } else if let Some(before) = scheme(text) {
        return Some(format!("Remove “{before}” from the beginning. Enter only the token."));
    } else if text.contains(' ') {
        SPACES
    } else {
        let (c, at) = text.chars().zip(1..).find(|(c, _)| !c.is_ascii_graphic())?;
        return Some(format!(
            "Tokens contain only ASCII characters. “{c}” at position {at} is {}. Copy the token again.",
            code(c)
        ));
    };
    Some(said.to_owned())
}

/// The sentence for a token with white space in it.
pub const SPACES: &str = "Tokens cannot contain spaces. Remove them.";

/// Three or more of the signs that pages show in place of a secret.
fn is_mask(text: &str) -> bool {
    let is_dot = |c: char| matches!(c, '•' | '●' | '∙' | '·' | '⚫' | '⬤' | '■' | '▪');
    let dots = text.chars().filter(|c| is_dot(*c)).count();
    let stars = text.chars().filter(|c| *c == '*').count();
    let all = text.chars().count();
    dots >= 3 || (stars >= 3 && (stars == all || stars >= 6))
}

/// What stands before a token in a header, in any letters: `Bearer` of `Bearer glpat-…`.
fn scheme(text: &str) -> Option<&str> {
    let (word, rest) = text.split_once([' ', ':', '='])?;
    let words = ["authorization", "bearer", "basic", "apikey", "export", "curl"];
    // Tokens may end with equals signs.
    let is_name = says_secret(&plain_name(word), &[])
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
        && !rest.trim_start_matches('=').is_empty();
    (is_name || words.iter().any(|known| word.eq_ignore_ascii_case(known))).then_some(word)
}

/// What examples have in place of a token: `YOUR_TOKEN`, `xxxxxxxx`.
fn is_example(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_one =
        (4..=64).contains(&bytes.len()) && bytes.iter().all(|byte| byte.eq_ignore_ascii_case(&bytes[0]));
    let is_yours = bytes.get(..5).is_some_and(|begin| {
        begin[..4].eq_ignore_ascii_case(b"your") && matches!(begin[4], b'_' | b'-' | b' ')
    });
    is_one || is_yours || text.eq_ignore_ascii_case("changeme")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_off_what_is_pasted_along() {
        for (pasted, token, other) in [
            ("ghp_x", "ghp_x", "ghp_x"),
            (" ghp_x ", "ghp_x", " ghp_x "),
            ("\u{FEFF}ghp_x\r\n", "ghp_x", "ghp_x"),
            ("\u{200B}\u{200B}ghp_x\u{2060}", "ghp_x", "ghp_x"),
            ("\u{A0}ghp_x\u{A0}", "ghp_x", "ghp_x"),
            ("\u{202A}ghp_x\u{202C}", "ghp_x", "ghp_x"),
            ("\u{3000}ghp_x\u{2003}", "ghp_x", "ghp_x"),
            ("ghp_x\u{E0020}\u{FE0F}", "ghp_x", "ghp_x"),
            ("\u{200B} \u{200B}", "", " "),
        ] {
            assert_eq!(
                (clean_token(pasted), clean(pasted).trim_matches('\u{200B}')),
                (token, other),
                "{pasted:?}"
            );
        }
    }

    #[test]
    fn knows_tokens_by_their_keys() {
        for key in ["pat", "token", "api_key", "apiKey", "user_key", "accessToken", "bamboo_token"] {
            assert!(is_token(key), "{key}");
        }
        for key in ["password", "webhook", "passphrase", "google_iap_service_account_json", "secret"] {
            assert!(!is_token(key), "{key}");
        }
    }

    #[test]
    fn accepts_what_can_be_a_token() {
        for text in [
            "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
            "glpat-xxxxxxxxxxxxxxxxxxxx",
            "NjM3NTk3OTU2MTI1OkVyb+/Xz==",
            "0/3f9a",
            "a",
            "abc~!@#%^&*()_+-=[]|\\:;,.?/",
            "token-123",
            "bearer1",
            "dG9rZW4=",
            "mytoken=",
            "mytoken==",
            "yours",
            "your1token",
            "aaa",
            "abc=def",
            "a:b",
            "tok.en=",
            "xoxb-1*2",
        ] {
            assert_eq!(check_token(text), None, "{text}");
        }
    }

    #[test]
    fn names_what_cannot_be_in_a_token_and_never_repeats_it() {
        for (text, sentence) in [
            (
                "ghp_\u{200B}SECRET",
                "The character at position 5 is invisible (U+200B, zero-width space). Delete it.",
            ),
            ("ghp_SE\u{FEFF}CRET", "The character at position 7 is invisible (U+FEFF, byte order mark)."),
            ("ghp_\u{A0}SECRET", "(U+00A0, no-break space)"),
            ("ghp_\u{AD}SECRET", "(U+00AD, soft hyphen)"),
            ("ghp_\u{202E}SECRET", "(U+202E, direction mark)"),
            ("ghp_\u{E0041}SECRET", "(U+E0041)"),
            ("ghp_\u{FE0F}SECRET", "(U+FE0F)"),
            ("ghp_\u{3164}SECRET", "(U+3164)"),
            ("ghp_\nSECRET", "Remove the line break or control character from the secret."),
            ("ghp_\u{7}SECRET", "Remove the line break or control character from the secret."),
            ("ghp_••••", "These are placeholder dots, not the secret itself."),
            ("••••••••", "These are placeholder dots"),
            ("●●●●●●●●", "These are placeholder dots"),
            ("********", "These are placeholder dots"),
            ("ghp_************", "These are placeholder dots"),
            ("ghp_SECRЕT", "“Е” at position 9 is U+0415. Copy the token again."),
            ("ghp_SECRET\u{3B1}", "U+03B1."),
            ("ghp_ＳECRET", "“Ｓ” at position 5 is U+FF33."),
            ("ghp_SECRET–1", "“–” at position 11 is U+2013. Copy the token again."),
            ("ghp_SECRET😀", "U+1F600. Copy"),
            ("Bearer ghp_SECRET", "Remove “Bearer” from the beginning. Enter only the token."),
            ("bearer: SECRET", "Remove “bearer” from the beginning."),
            ("token SECRET", "Remove “token” from the beginning."),
            ("Authorization: Bearer SECRET", "Remove “Authorization” from the beginning."),
            ("PRIVATE-TOKEN: SECRET", "Remove “PRIVATE-TOKEN” from the beginning."),
            ("Basic U0VDUkVU", "Remove “Basic” from the beginning."),
            ("“ghp_SECRET”", "Tokens cannot contain quotation marks. Remove them."),
            ("\"ghp_SECRET\"", "Tokens cannot contain quotation marks. Remove them."),
            ("‘ghp_SECRET’", "Tokens cannot contain quotation marks. Remove them."),
            ("ghp_SEC…", "The token is shortened. Copy the whole token."),
            ("ghp_SEC...", "The token is shortened. Copy the whole token."),
            ("<your SECRET>", "This is a placeholder from an example. Enter the token itself."),
            ("${SECRET}", "This is a placeholder from an example."),
            ("$SECRET", "This is a placeholder from an example."),
            ("ghp_ SECRET", SPACES),
            ("https://oauth2:SECRET@gitlab.com", "This is an address, not a token."),
            ("GITLAB_TOKEN=SECRET", "Remove “GITLAB_TOKEN” from the beginning. Enter only the token."),
            ("token=SECRET", "Remove “token” from the beginning."),
            ("private_token=SECRET", "Remove “private_token” from the beginning."),
            ("PRIVATE-TOKEN=SECRET", "Remove “PRIVATE-TOKEN” from the beginning."),
            ("export GITLAB_TOKEN=SECRET", "Remove “export” from the beginning."),
            ("ApiKey SECRET", "Remove “ApiKey” from the beginning."),
            ("api_key: SECRET", "Remove “api_key” from the beginning."),
            ("X-Gitlab-Token: SECRET", "Remove “X-Gitlab-Token” from the beginning."),
            ("X-API-Key: SECRET", "Remove “X-API-Key” from the beginning."),
            ("Job-Token:SECRET", "Remove “Job-Token” from the beginning."),
            ("password=SECRET", "Remove “password” from the beginning."),
            ("curl -H 'PRIVATE-TOKEN: SECRET'", "Remove “curl” from the beginning."),
            ("Token token=SECRET", "Remove “Token” from the beginning."),
            ("YOUR_SECRET", "This is a placeholder from an example."),
            ("your-api-key", "This is a placeholder from an example."),
            ("your token", "This is a placeholder from an example."),
            ("xxxxxxxxxxxx", "This is a placeholder from an example."),
            ("XXXX", "This is a placeholder from an example."),
            ("0000000000", "This is a placeholder from an example."),
            ("ChangeMe", "This is a placeholder from an example."),
            ("[SECRET]", "This is a placeholder from an example."),
            ("[REDACTED]", "This is a placeholder from an example."),
            ("{{SECRET}}", "This is a placeholder from an example."),
            ("%SECRET\u{200D}%", "is invisible (U+200D)"),
            ("ghp_SECRET\u{1F}", "Remove the line break or control character"),
            ("ghp_SECRET\u{7F}x", "Remove the line break or control character"),
            ("ghp_\u{2028}SECRET", "(U+2028)"),
            ("ghp_SECRET\u{0301}", "is U+0301. Copy the token again."),
            ("ghp_ЅECRET", "“Ѕ” at position 5 is U+0405."),
            ("ghp_SECRET’", "“’” at position 11 is U+2019."),
        ] {
            let said = check_token(text).unwrap_or_default();
            assert!(said.contains(sentence), "{text:?}: {said}");
            assert!(!said.contains("SEC"), "{said}");
        }
    }

    #[test]
    fn passwords_may_have_letters_and_signs_of_any_kind() {
        for text in
            ["пароль", "correct horse battery", "“quoted”", "a…b", "<x>", "$ecret", "pass*word*1", "ab··"]
        {
            assert_eq!(check(text), None, "{text}");
        }
        for text in ["pass\u{200B}word", "••••••", "***", "a\nb"] {
            assert!(check(text).is_some(), "{text:?}");
        }
    }
}
