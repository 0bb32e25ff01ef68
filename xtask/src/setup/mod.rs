//! Everything a machine needs beside Rust, found or installed.

mod apt;
pub mod node;
pub mod programs;
pub mod python;
pub mod rust;
pub mod trunk;
