//! What every browser test needs.
