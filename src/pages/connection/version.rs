//! Versions of servers, as far as they decide what works.

/// Whether `version`, such as `14.8.0-ee`, is older than `limit`, major and minor. A text that is no version is not older.
pub fn is_older(version: &str, limit: (u32, u32)) -> bool {
    let mut parts = version.split(['.', '-', ' ']).map(str::parse::<u32>);
    match (parts.next(), parts.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => (major, minor) < limit,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_older;

    #[test]
    fn compares_numbers_and_not_text() {
        for (version, limit, older) in [
            ("8.13.27", (8, 14), true),
            ("8.14.0", (8, 14), false),
            ("10.3.0", (8, 14), false),
            ("12.6.8-ee", (12, 7), true),
            ("12.10.14", (12, 7), false),
            ("17.9.0-pre", (12, 7), false),
            ("unknown", (12, 7), false),
            ("", (12, 7), false),
        ] {
            assert_eq!(is_older(version, limit), older, "{version}");
        }
    }
}
