//! A field for a setting that no catalogue describes: its kind follows from the value that the server reports.

use super::field::Kind;
use crate::text::invisible::trim_text;
use serde_json::Value;

/// The kind that can hold `value` without losing anything. `null` is the kind for a value that is null: other
/// possible values are unknown.
pub(crate) fn kind_of(value: &Value, null: Kind) -> Kind {
    match value {
        Value::Null => null,
        Value::Bool(_) => Kind::Toggle { inverted: false },
        Value::String(text) if !text.contains(char::is_control) => Kind::Text,
        Value::String(text) if !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) => {
            Kind::Multiline
        }
        Value::Number(number) if number.is_i64() => Kind::Integer { min: i64::MIN, max: i64::MAX, unit: "" },
        Value::Array(items) if items.iter().all(is_line) => Kind::Lines,
        Value::String(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => Kind::Json,
    }
}

/// Whether it is a text that one line can hold.
fn is_line(item: &Value) -> bool {
    item.as_str()
        .is_some_and(|text| !text.is_empty() && trim_text(text) == text && !text.contains(char::is_control))
}
