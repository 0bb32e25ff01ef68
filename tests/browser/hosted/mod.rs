//! dist/ on a web server, in a folder and at another origin than GitLab: nginx and Caddy with the ready files, as
//! docs/deploy.md says.

mod caddy;
mod config;
mod connection;
mod docs;
mod headers;
mod jira;
mod journeys;
