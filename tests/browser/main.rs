//! The app in a real Chromium, found by role and name as people find it: one module a journey.

mod list;
