//! The pages: one folder a group of screens.

pub mod integrations;
pub mod leaving;
pub mod misconfigured;
pub mod page_title;
pub mod sign_in;
pub mod trouble;
pub mod unknown;
