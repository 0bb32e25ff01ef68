//! Changes to many resources at once.

pub mod script;
