//! The app in a real Chromium, found by role and name as people find it: one module a journey.

#![allow(clippy::unwrap_used, reason = "everything in here runs in tests, which fail by panicking")]

mod actions;
mod adding;
mod announcing;
mod answers;
mod begun;
mod conflicts;
mod connection;
mod discarding;
mod documented;
mod editing;
mod errors;
mod facets;
mod focus;
mod gitlab;
mod hosted;
mod jira_page;
mod keyboard;
mod leaving;
mod list;
mod locale;
mod looks;
mod lost_answers;
mod many;
mod meant;
mod meanwhile;
mod new_fields;
mod odd;
mod pasting;
mod phone;
mod picking;
mod removing;
mod scrolling;
mod secrets;
mod several_jiras;
mod shortcuts;
mod showing;
mod signing_in;
mod slow;
mod starting;
mod stopping;
mod switching;
mod trying;
mod watching;
mod way_back;
