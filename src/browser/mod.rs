//! Thin wrappers over what the browser offers, so that no other room calls web-sys for it.

pub mod announcer;
pub mod begun;
pub mod case;
pub mod clipboard;
pub mod clock;
pub mod collate;
pub mod dates;
pub mod download;
pub mod effect;
pub mod file;
pub mod focus_moves;
pub mod leaving;
pub mod locale;
pub mod lost_focus;
pub mod numbers;
pub mod page;
pub mod part;
pub mod pause;
pub mod policy;
pub mod reactive;
pub mod root;
pub mod slices;
pub mod storage;
pub mod surroundings;
pub mod task;
pub mod theme;
