//! The app as Jira's plugin, served out of the jar into a stand-in of Jira's page. `cargo xtask test` leaves these out,
//! by the name of this module, where there is no JDK to make the jar with.

pub mod boot;
mod colours;
mod connection;
mod guest;
mod inside;
mod language;
mod narrow;
mod neighbours;
mod older;
mod starting;

/// Where Jira asks for the password once more, and whence it leads back.
const CONFIRMATION: &str =
    "/secure/admin/WebSudoAuthenticate!default.jspa?webSudoDestination=/secure/admin/PatchbayAdmin.jspa";
