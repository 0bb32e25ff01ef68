//! `cargo xtask`: sets up what is missing, builds the app, starts it, packs it, tests it, measures it.

mod arguments;
mod browser;
mod checks;
mod dist;
#[cfg(test)]
mod documents;
mod fingerprint;
mod page;
mod process;
mod reproduce;
mod run;
mod setup;
mod steps;
mod test;
mod test_counts;
mod workspace;

use std::process::ExitCode;

use arguments::Command;
use steps::Steps;
use workspace::Workspace;

fn main() -> ExitCode {
    let command = match arguments::parse(lexopt::Parser::from_env()) {
        Ok(command) => command,
        Err(problem) => {
            eprintln!("{problem}\n\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    match execute(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nFailed: {failure:#}");
            ExitCode::FAILURE
        }
    }
}

fn execute(command: Command) -> anyhow::Result<()> {
    let workspace = Workspace::find()?;
    let mut steps = Steps::new(&workspace);
    match command {
        Command::Help => {
            println!("{}", arguments::USAGE);
            Ok(())
        }
        Command::Run(options) => run::run(&workspace, &mut steps, &options),
        Command::Test => test::test(&workspace, &mut steps),
        Command::Dist { config } => dist::dist(&workspace, &mut steps, config.as_deref()),
        Command::Jar => dist::jar(&workspace, &mut steps),
        Command::Bench => browser::bench(&workspace, &mut steps),
        Command::Reproduce => reproduce::reproduce(&workspace, &mut steps),
    }
}
