//! Cuts the built app in parts: what a first visit needs, and what is fetched later (src/pages/forms.rs says what).
//!
//! The cut belongs between cargo and wasm-bindgen, and Trunk calls both. So Trunk is given a stand-in for wasm-bindgen,
//! which is this very program under that name; the parts it lays aside are put into dist/ when Trunk is done.

mod publish;
pub mod stand_in;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::disguise;
use crate::failure::Result;
use crate::workspace::Workspace;

/// The file of the main part, which is wasm-bindgen's to finish.
const MAIN_PART: &str = "main.wasm";
/// How the name of the module that fetches the parts begins.
const LOADER: &str = "patchbay-parts-";
/// Stands for the app's module in the loader until Trunk has named it.
const APP_MODULE: &str = "./the-app.js";

/// The stand-in, and the parts it lays aside.
pub struct Splitter {
    programs: PathBuf,
    parts: PathBuf,
    wasm_bindgen: PathBuf,
}

impl Splitter {
    /// Makes the stand-in for this wasm-bindgen.
    pub fn set_up(workspace: &Workspace, wasm_bindgen: PathBuf) -> Result<Self> {
        let folder = workspace.outputs.join("split");
        let (programs, parts) = (folder.join("programs"), folder.join("parts"));
        disguise::put(&programs, stand_in::NAME)?;
        Ok(Self { programs, parts, wasm_bindgen })
    }

    /// What has to be first on Trunk's PATH.
    pub fn programs(&self) -> &Path {
        &self.programs
    }

    /// Tells the stand-in, through Trunk, what it has to know; `npm` has the programs from npm.
    pub fn tell(&self, trunk: &mut Command, npm: Option<&Path>) {
        trunk.env(stand_in::REAL, &self.wasm_bindgen).env(stand_in::PARTS, &self.parts);
        if let Some(npm) = npm {
            trunk.env(stand_in::ESBUILD, npm.join("esbuild"));
        }
    }

    /// Puts the parts into dist/, made smaller by the programs from npm if there are any.
    pub fn publish(&self, dist: &Path, npm: Option<&Path>) -> Result<()> {
        publish::publish(&self.parts, dist, npm)
    }
}
