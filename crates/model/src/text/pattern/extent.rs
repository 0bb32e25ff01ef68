//! The length of text that a part of a pattern can match: Java requires a limit for look-behind.

/// The length of text that a part matches, as Java computes it.
#[derive(Clone, Copy)]
pub(super) struct Extent {
    /// Maximum length in characters; `None` if Java finds no limit.
    pub longest: Option<i32>,
    /// Whether there is only one way to match it, without alternatives.
    pub single: bool,
}

impl Extent {
    pub const PLACE: Self = Self { longest: Some(0), single: true };
    pub const CHARACTER: Self = Self { longest: Some(1), single: true };
    pub const UNKNOWN: Self = Self { longest: None, single: true };

    pub fn then(self, next: Self) -> Self {
        let sum = |(a, b): (i32, i32)| a.wrapping_add(b);
        Self { longest: self.longest.zip(next.longest).map(sum), single: self.single && next.single }
    }

    pub fn or(self, other: Self) -> Self {
        let greater = |(a, b): (i32, i32)| a.max(b);
        Self { longest: self.longest.zip(other.longest).map(greater), single: false }
    }

    /// Without an upper bound, Java multiplies by 2,147,483,647, and finds no limit if that overflows: it accepts `(?<=a*)`,
    /// but not `(?<=(ab)*)`.
    pub fn times(self, least: u32, most: Option<u32>) -> Self {
        let factor = most.map_or(i32::MAX, |most| most.try_into().unwrap_or(i32::MAX));
        let product = |length: i32| length.wrapping_mul(factor);
        Self {
            longest: self.longest.map(product).filter(|length| *length >= 0),
            single: self.single && most == Some(least),
        }
    }
}
