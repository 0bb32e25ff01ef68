//! The plugin as Jira will find it, made from a small dist/ and the real files of jira/.

mod class;
mod contents;
mod descriptor;
mod page;
mod sample;
mod signing;
