//! Everything a machine needs beside Rust, found or installed.

mod apt;
pub mod chromium;
pub mod java;
pub mod node;
pub mod rust;
pub mod trunk;
pub mod web_servers;
