//! Changing something that a server keeps, without browser and network: what somebody else changed meanwhile
//! (`conflict`), what the server made of the request (`readback`), and which step comes next until a verdict
//! (`process`).

pub mod conflict;
pub mod process;
pub mod readback;

pub use conflict::{Conflict, conflicts};
pub use process::{Action, After, Answer, Before, Process, Step, Verdict};
pub use readback::Readback;
