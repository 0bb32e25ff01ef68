//! Changing something that a server keeps: what somebody else changed meanwhile, and what the server did.

pub mod readback;
