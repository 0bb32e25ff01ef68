//! The app in a real Chromium, found by role and name as people find it: one module a journey.

mod list;
mod many;
mod facets;
mod switching;
mod actions;
mod removing;
mod adding;
mod new_fields;
mod editing;
mod trying;
mod conflicts;
mod leaving;
mod trouble;
mod signing_in;
mod secrets;
mod keyboard;
mod looks;
