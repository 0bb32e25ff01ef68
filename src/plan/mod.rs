//! Changes of many resources: the plan that is open, and its run. It goes on when its page is left, and is kept in memory
//! only, because it may hold secrets. Runs that only read are here as well.

pub mod aloud;
mod carrier;
mod carry;
pub mod gitlab;
pub mod jira;
mod kept;
mod open;
mod planned;
mod reading;
mod runner;
mod told;

pub use carrier::{Carrier, Later};
pub use carry::hindrance;
pub use open::{OpenPlan, close, follow, look, open, open_kept, report, update};
pub use planned::Planned;
pub use reading::{AT_A_TIME, Asks, Patience, Phase, ReadingRun, obey};
pub use runner::{find_out, go_on, pause, retry, start, stop};
pub use told::{Told, concerns_all, said_to_all};
