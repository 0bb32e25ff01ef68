//! Java patterns: what is accepted, the exact sentence for everything that is not, and how they are tried on names.

mod cost;
mod java;
mod mistakes;
mod trial;
