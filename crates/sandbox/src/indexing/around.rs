//! What the index reads besides the database.

/// What the work of the index reads besides the database.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings {
    /// The time that the index has reached, in epoch milliseconds.
    pub(crate) now: i64,
    /// The time of the clock, which the index may be ahead of.
    pub(crate) clock: i64,
    /// How long it takes to index a repository, in milliseconds.
    pub(crate) pace: i64,
    /// How many repositories the host of the first integration has.
    pub(crate) repositories: Option<u32>,
}
