//! The integrations of GitLab projects: from finding a project to disabling what it has.

mod access;
mod config;
mod conflicts;
mod elsewhere;
mod emails;
mod errors;
mod every;
mod facts;
mod filling;
mod finding;
mod form;
mod inactive;
mod irker;
mod jenkins;
mod jira;
mod keyboard;
mod leaving;
mod looks;
mod odd;
mod project;
mod secrets;
mod several;
mod signing_in;
mod slack;
mod unknown;
mod versions;
