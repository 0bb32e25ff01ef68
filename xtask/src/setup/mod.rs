//! Everything a machine needs beside Rust, found or installed.

pub mod cargo_tool;
pub mod chromium;
pub mod node;
pub mod rust;
