//! Moments as words, in the reader's language and time zone.

use js_sys::Intl::{DateTimeFormat, DateTimeFormatOptions, DateTimeStyle, RelativeTimeFormat};
use js_sys::{Date, Number, Object};
use wasm_bindgen::{JsCast, JsValue};

use super::locale::locales;

/// Beyond this a JavaScript date is invalid, and formatting it throws.
const LAST_MS: f64 = 8.64e15;

const MINUTE: f64 = 60.0;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;

thread_local! {
    static RELATIVE: RelativeTimeFormat = RelativeTimeFormat::new(&locales(), &Object::new());
    static EXACT: DateTimeFormat = date_format(Some(DateTimeStyle::Short));
    static DAY_ONLY: DateTimeFormat = date_format(None);
}

/// How long ago (or ahead) the moment is: "40 seconds ago", "26 hours ago", "3 days ago". Both in epoch milliseconds.
///
/// Of a number that is no moment, that it is none.
pub fn relative(then_ms: f64, now_ms: f64) -> String {
    if !is_moment(then_ms) {
        return "no valid date".to_owned();
    }
    // The server's clock may be a little ahead of ours, but nothing has happened in the future.
    let seconds = match (then_ms - now_ms) / 1000.0 {
        ahead if (0.0..MINUTE).contains(&ahead) => -0.0,
        seconds => seconds,
    };
    let (size, unit) = match seconds.abs() {
        s if s < MINUTE => (1.0, "second"),
        s if s < HOUR => (MINUTE, "minute"),
        // "26 hours" says more about a nightly index than "1 day".
        s if s < 2.0 * DAY => (HOUR, "hour"),
        s if s < 60.0 * DAY => (DAY, "day"),
        s if s < 730.0 * DAY => (30.4 * DAY, "month"),
        _ => (365.25 * DAY, "year"),
    };
    let count = (seconds / size).trunc();
    RELATIVE.with(|format| format.format(count, unit).into())
}

/// The date and the time of day: "19 Nov 2026, 08:15". The number itself when it is no moment: "1e+300".
pub fn exact(ms: f64) -> String {
    match is_moment(ms) {
        true => EXACT.with(|format| in_words(format, ms)),
        // By the browser: our own would add its tables to the download.
        false => Number::from(ms).to_string_with_radix(10).map(String::from).unwrap_or_default(),
    }
}

/// The moment in universal time, for files: "2026-11-19T08:15:00Z". Empty when the number is no moment.
pub fn universal(ms: f64) -> String {
    let text = date(ms).map(|date| String::from(date.to_iso_string())).unwrap_or_default();
    match text.split_once('.') {
        Some((seconds, _)) => format!("{seconds}Z"),
        None => text,
    }
}

/// The date alone: "19 Nov 2026". Empty when the number is no moment.
pub fn day(ms: f64) -> String {
    DAY_ONLY.with(|format| in_words(format, ms))
}

/// The moment as machines read it: "2026-11-19T08:15:00.000Z". Empty when the number is no moment.
pub fn machine(ms: f64) -> String {
    date(ms).map(|date| date.to_iso_string().into()).unwrap_or_default()
}

/// The moment that a server wrote down in ISO 8601, in epoch milliseconds; `None` when it is no moment.
pub fn parse(text: &str) -> Option<f64> {
    Some(Date::parse(text)).filter(|ms| ms.is_finite())
}

fn in_words(format: &DateTimeFormat, ms: f64) -> String {
    let words = date(ms).and_then(|date| format.format().call1(&JsValue::UNDEFINED, &date).ok());
    words.and_then(|words| words.as_string()).unwrap_or_default()
}

fn is_moment(ms: f64) -> bool {
    ms.abs() <= LAST_MS
}

fn date(ms: f64) -> Option<Date> {
    is_moment(ms).then(|| Date::new(&ms.into()))
}

fn date_format(time: Option<DateTimeStyle>) -> DateTimeFormat {
    let options = DateTimeFormatOptions::new();
    options.set_date_style(DateTimeStyle::Medium);
    if let Some(time) = time {
        options.set_time_style(time);
    }
    DateTimeFormat::new(&locales(), options.unchecked_ref())
}
