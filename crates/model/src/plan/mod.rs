//! Changing many resources at once, without browser and network: what is to be done with each (`step`), what goes when
//! (`run`), what is told of it afterwards (`report`), and the same as a program (`script`).

pub mod edits;
mod events;
pub mod inputs;
mod outlook;
pub(crate) mod planned;
pub mod report;
pub mod run;
pub mod script;
pub mod step;

pub use events::{Answer, Command, Counts, Ending, Event, Hindrance, Phase, State, Stopped};
pub use outlook::Outlook;
pub use planned::Planned;
pub use report::{Report, Reported};
pub use run::Run;
pub use step::Step;
