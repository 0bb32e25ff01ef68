//! Plans for one integration or more of many projects and groups of a GitLab: what is to be done with each, and what people
//! see of it before anything is sent.

mod apply;
mod obstacles;
mod opened;
mod planned;
mod requests;
mod reverse;
mod secrets;
mod set_up;

pub use apply::{apply, apply_all_in_slices, fields_of};
pub use opened::{Opened, place_of};
pub use planned::{Planned, Work, again, disable, inherit, leave, unread, write};
pub use requests::requests;
pub use reverse::{came_of, reverse};
pub use secrets::{Asked, asked, with_secrets};
pub use set_up::{Existing, set_up};
