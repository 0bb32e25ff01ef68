//! `cargo xtask`: sets up what is missing, builds the app, starts it, packs it, tests it, measures it.

mod again;
mod app;
mod arguments;
mod bench;
mod browser_tests;
mod checks;
mod compress;
mod disguise;
mod dist;
mod documents;
mod failure;
mod fingerprint;
mod hosting;
mod jar;
mod minify;
mod nameless;
mod process;
mod run;
mod setup;
mod size;
mod split;
mod steps;
mod styles;
mod test;
mod test_counts;
mod versions;
mod workspace;

use std::process::ExitCode;

use arguments::Command;
use nameless::compiler;
use split::stand_in;
use workspace::Workspace;

fn main() -> ExitCode {
    if disguise::is_worn(stand_in::NAME) {
        return stand_in::run();
    }
    if disguise::is_worn(compiler::NAME) {
        return compiler::run();
    }
    let command = match arguments::parse(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(problem) => {
            eprintln!("{problem}\n\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    let outcome = Workspace::find().and_then(|workspace| match command {
        Command::Usage => {
            println!("{}", arguments::USAGE);
            Ok(())
        }
        Command::Run(options) => run::run(&workspace, &options),
        Command::Test => test::test(&workspace),
        Command::Dist { config } => dist::dist(&workspace, config.as_deref()),
        Command::Jar => jar::jar(&workspace),
        Command::Bench => bench::bench(&workspace),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nFailed: {failure}");
            ExitCode::FAILURE
        }
    }
}
