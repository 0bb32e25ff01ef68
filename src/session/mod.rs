//! One session a server of config.json: who is signed in there and the way in.

pub mod awaited;
mod config;
pub mod config_file;
mod error_notice;
mod gate;
mod sessions;
mod sign_in;
mod unlisted;

pub use config::{Config, Unread, load};
pub use error_notice::ErrorNotice;
pub use gate::Gate;
pub use sessions::{Session, Sessions, session, sessions};
pub use sign_in::{TOKEN_FIELD, TokenForm};
pub use unlisted::unlisted;
