//! Counts and states in words.

use crate::browser::numbers;

/// "1 integration", "214 integrations".
pub fn count_of(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", numbers::count(count), if count == 1 { one } else { many })
}

/// "One setting needs attention", "3 settings need attention".
pub fn need_attention(count: usize) -> String {
    match count {
        1 => "One setting needs attention".to_owned(),
        _ => format!("{} need attention", count_of(count, "setting", "settings")),
    }
}
