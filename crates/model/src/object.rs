//! A JSON object.

/// A JSON object, with its keys in the order in which they were read or inserted.
pub type Object = serde_json::Map<String, serde_json::Value>;
