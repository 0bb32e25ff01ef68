//! Dates as GitLab and HTTP headers write them. Inside the sandbox they are epoch milliseconds.

use jiff::Timestamp;
use jiff::fmt::rfc2822;

/// As GitLab writes it, in UTC: `2019-11-20T11:20:25.297Z`.
pub(crate) fn write(millis: i64) -> String {
    format!("{:.3}", timestamp(millis))
}

/// The day alone, in UTC: `2019-11-20`.
pub(crate) fn write_day(millis: i64) -> String {
    timestamp(millis).strftime("%F").to_string()
}

/// As HTTP headers write it: `Wed, 20 Nov 2019 11:20:25 GMT`.
pub(crate) fn write_header(millis: i64) -> String {
    rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&timestamp(millis)).unwrap_or_default()
}

/// Reads a date as `write` or `write_header` makes it.
pub(crate) fn read(text: &str) -> Option<i64> {
    let timestamp = text.parse().or_else(|_| rfc2822::DateTimeParser::new().parse_timestamp(text));
    timestamp.ok().map(Timestamp::as_millisecond)
}

/// Dates after the year 9999 count as its end.
fn timestamp(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_and_reads_the_moments_of_the_manual() {
        for (millis, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (1_574_248_825_297, "2019-11-20T11:20:25.297Z"),
            (1_709_164_800_000, "2024-02-29T00:00:00.000Z"),
            (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
        ] {
            assert_eq!(write(millis), text);
            assert_eq!(write_day(millis), text[..10]);
            assert_eq!(read(text), Some(millis), "{text}");
        }
    }

    #[test]
    fn writes_and_reads_the_date_of_a_header() {
        let text = "Wed, 20 Nov 2019 11:20:25 GMT";
        assert_eq!(write_header(1_574_248_825_297), text);
        assert_eq!(read(text), Some(1_574_248_825_000));
        assert_eq!(read("2019-11-20T11:20:25Z"), Some(1_574_248_825_000));
        assert_eq!(read("yesterday"), None);
    }
}
