//! The shell: the bar, the page that the address names, and which pages come in later files.

mod app;
mod bar;
mod later;
mod misconfigured;
mod parts;
mod shortcuts;
mod shortcuts_dialog;
mod unknown;

pub use app::App;
