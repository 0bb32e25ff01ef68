//! Moments as GitLab writes and reads them: `2019-11-20T11:20:25.297Z`, in UTC.

use std::time::UNIX_EPOCH;

const DAY: i64 = 86_400_000;

/// Epoch milliseconds as text.
pub(crate) fn write(millis: i64) -> String {
    let (days, rest) = (millis.div_euclid(DAY), millis.rem_euclid(DAY));
    let (year, month, day) = date(days);
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}Z", rest % 1000)
}

/// Epoch milliseconds of a text as `write` makes it, or of a date as HTTP headers have it.
pub(crate) fn read(text: &str) -> Option<i64> {
    if let Ok(moment) = httpdate::parse_http_date(text) {
        return i64::try_from(moment.duration_since(UNIX_EPOCH).ok()?.as_millis()).ok();
    }
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let [year, month, day] = numbers(date, '-')?;
    let [hour, minute, second] = numbers(time, ':')?;
    let millis: i64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    Some(days(year, month, day) * DAY + hour * 3_600_000 + minute * 60_000 + second * 1000 + millis)
}

fn numbers(text: &str, between: char) -> Option<[i64; 3]> {
    let numbers: Vec<i64> = text.split(between).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    numbers.try_into().ok()
}

/// Year, month and day of a day counted from 1970-01-01, in the calendar that begins its years in March (Howard
/// Hinnant, "chrono-Compatible Low-Level Date Algorithms").
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (day, month) = (day - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// The reverse of `date`.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
    let day = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year * 365 + year / 4 - year / 100 + day - 719_468
}

#[cfg(test)]
mod tests {
    use super::{read, write};

    #[test]
    fn writes_and_reads_the_moments_of_the_manual() {
        for (millis, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (1_574_248_825_297, "2019-11-20T11:20:25.297Z"),
            (1_709_164_800_000, "2024-02-29T00:00:00.000Z"),
            (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
        ] {
            assert_eq!(write(millis), text);
            assert_eq!(read(text), Some(millis), "{text}");
        }
    }

    #[test]
    fn reads_a_date_of_a_header() {
        assert_eq!(read("Wed, 20 Nov 2019 11:20:25 GMT"), Some(1_574_248_825_000));
        assert_eq!(read("2019-11-20T11:20:25Z"), Some(1_574_248_825_000));
        assert_eq!(read("yesterday"), None);
    }
}
