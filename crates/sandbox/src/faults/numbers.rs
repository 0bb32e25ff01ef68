//! Which of the requests that fit a fault, by number.

/// Numbers of requests, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Numbers {
    /// These.
    These(Vec<u64>),
    /// From the first to the last of them, each that `every` divides.
    Span { from: u64, to: Option<u64>, every: u64 },
}

impl Numbers {
    pub(super) fn contain(&self, number: u64) -> bool {
        match self {
            Self::These(numbers) => numbers.contains(&number),
            Self::Span { from, to, every } => {
                number >= *from && to.is_none_or(|to| number <= to) && number.is_multiple_of(*every)
            }
        }
    }
}
