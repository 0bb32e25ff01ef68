//! Everything a machine needs beside Rust, found or installed.

mod apt;
pub mod caddy;
pub mod cargo_tool;
pub mod chromium;
pub mod jdk;
pub mod nginx;
pub mod node;
pub mod openssl;
pub mod rust;
