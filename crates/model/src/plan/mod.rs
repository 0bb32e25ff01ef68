//! Changing many resources at once, without browser and network: what is to be done with each (`step`), what goes when
//! (`run`), what is told of it afterwards (`report`), and the same as a program (`script`).

pub mod report;
pub mod run;
pub mod script;
pub mod step;

pub use report::{Report, Reported};
pub use run::{Answer, Command, Counts, Ending, Event, Hindrance, Phase, Run, State, Stopped};
pub use step::Step;
