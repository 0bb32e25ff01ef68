//! Replacing the credentials of the chosen integrations: one secret for those that sign in alike.

mod form;
mod group;
mod state;

pub use form::PrepareCredentials;
