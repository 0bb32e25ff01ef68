//! The pages: one folder a group of screens.

pub mod connection;
pub mod editing;
pub mod forms;
pub mod gitlab;
pub mod integrations;
pub mod later;
pub mod leaving;
pub mod misconfigured;
pub mod page_title;
pub mod sign_in;
pub mod trouble;
pub mod unknown;
pub mod unlisted;
