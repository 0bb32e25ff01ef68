//! A plugin for Jira, read from its jar.

pub(crate) mod archive;
pub(crate) mod descriptor;
mod labels;

use std::path::Path;

use archive::Archive;
use descriptor::Descriptor;
use jiff::Timestamp;

use crate::error::Error;

pub(crate) struct Plugin {
    pub(crate) archive: Archive,
    pub(crate) descriptor: Descriptor,
    /// When the jar was last changed, in epoch milliseconds. Jira sends this date with every file in it.
    pub(crate) changed_at: i64,
}

impl Plugin {
    pub(crate) fn open(file: &Path) -> Result<Self, Error> {
        let fault = |fault: String| Error::Jar { file: file.to_path_buf(), fault };
        let archive = Archive::open(file).map_err(fault)?;
        let descriptor = Descriptor::read(&archive).map_err(fault)?;
        let changed = file.metadata().and_then(|about| about.modified()).ok();
        let changed = changed.and_then(|at| Timestamp::try_from(at).ok()).unwrap_or_else(Timestamp::now);
        Ok(Self { archive, descriptor, changed_at: changed.as_millisecond() })
    }
}
