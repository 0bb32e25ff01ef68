//! How much text a part of a pattern can match: Java wants to see a limit for what looks back.

/// What Java reckons the length of the text that a part matches.
#[derive(Clone, Copy)]
pub(super) struct Extent {
    /// The greatest length in characters; `None` where Java sees no limit.
    pub longest: Option<i32>,
    /// There is one way only to match it, without alternatives.
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

    /// Java multiplies by 2,147,483,647 where there is no upper bound, and sees no limit when that overflows: it takes
    /// `(?<=a*)`, but not `(?<=(ab)*)`.
    pub fn times(self, least: u32, most: Option<u32>) -> Self {
        let factor = most.map_or(i32::MAX, |most| most.try_into().unwrap_or(i32::MAX));
        let product = |length: i32| length.wrapping_mul(factor);
        Self {
            longest: self.longest.map(product).filter(|length| *length >= 0),
            single: self.single && most == Some(least),
        }
    }
}
