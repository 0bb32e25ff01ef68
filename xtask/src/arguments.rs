//! The command line, read into one command.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;

/// Printed for `cargo xtask` alone, for `--help`, and after a mistake.
pub const USAGE: &str = "\
Usage: cargo xtask <command>

Each command first installs what it needs and does not find.

  run        builds the app, starts it on a demonstration Jira and prints its address
               --port N         listen on this port (default: 8080, or the next free one)
               --demo N         integrations to begin with when the database is new (default: 25)
               --database FILE  where changes are kept (default: sandbox.sqlite; `:memory:` keeps nothing)
               --faults FILE    requests that go wrong: see docs/faults.md
               -- OPTIONS       more options of the demonstration server, such as --gitlab-version 14.8:
                                see crates/sandbox/README.md
  test       checks formatting and lints, and runs every test, real browser included
  dist       builds what a server needs into dist/, checks its size, and writes files for hosts into dist-hosting/
               --config FILE    the config.json that goes into dist/ and whose servers the policy allows
  jar        packs dist/ into a plugin for Jira Data Center in target/ (needs a JDK)
  bench      measures the list in a real browser, beside a page without any framework
  reproduce  builds the last commit again in another folder, and compares every byte with dist/ and the plugin";

/// What the person asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// The text above.
    Help,
    /// The app on a demonstration Jira.
    Run(RunOptions),
    /// Every check.
    Test,
    /// The release build, with another config.json than that of the sources.
    Dist { config: Option<PathBuf> },
    /// The plugin for Jira.
    Jar,
    /// The benchmark.
    Bench,
    /// A second build to compare with the first.
    Reproduce,
}

/// The options of `cargo xtask run`.
#[derive(Debug, PartialEq, Eq)]
pub struct RunOptions {
    /// `None` means 8080 or the next free port.
    pub port: Option<u16>,
    /// Demonstration integrations for a database that has none yet.
    pub demo: u32,
    /// `None` means `sandbox.sqlite` in the workspace.
    pub database: Option<PathBuf>,
    /// What goes wrong: a file for the sandbox.
    pub faults: Option<PathBuf>,
    /// What follows `--`: options that the sandbox reads and checks.
    pub more: Vec<OsString>,
}

/// Reads the arguments after `cargo xtask`. The error says what is wrong with them.
pub fn parse(mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut run = RunOptions { port: None, demo: 25, database: None, faults: None, more: Vec::new() };
    let mut config = None;
    let mut command: Option<String> = None;
    while let Some(argument) = parser.next()? {
        match (argument, command.as_deref()) {
            (Short('h') | Long("help"), _) => return Ok(Command::Help),
            (Value(name), None) => command = Some(name.string()?),
            (Long("port"), Some("run")) => run.port = Some(parser.value()?.parse()?),
            (Long("demo"), Some("run")) => run.demo = parser.value()?.parse()?,
            (Long("database"), Some("run")) => run.database = Some(parser.value()?.into()),
            (Long("faults"), Some("run")) => run.faults = Some(parser.value()?.into()),
            (Value(option), Some("run")) if is_option(&option) || !run.more.is_empty() => {
                run.more.push(option)
            }
            (Long("config"), Some("dist")) => config = Some(parser.value()?.into()),
            (other, _) => return Err(other.unexpected()),
        }
    }
    Ok(match command.as_deref() {
        None | Some("help") => Command::Help,
        Some("run") => Command::Run(run),
        Some("test") => Command::Test,
        Some("dist") => Command::Dist { config },
        Some("jar") => Command::Jar,
        Some("bench") => Command::Bench,
        Some("reproduce") => Command::Reproduce,
        Some(other) => return Err(format!("There is no command `{other}`.").into()),
    })
}

/// Whether a value is an option that stood behind `--`.
fn is_option(value: &OsString) -> bool {
    value.as_encoded_bytes().starts_with(b"-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(lexopt::Parser::from_args(line.split_whitespace())).map_err(|error| error.to_string())
    }

    #[test]
    fn reads_each_command() {
        let run = |port, demo, database: Option<&str>| {
            Ok(Command::Run(RunOptions {
                port,
                demo,
                database: database.map(PathBuf::from),
                faults: None,
                more: Vec::new(),
            }))
        };
        let cases = [
            ("", Ok(Command::Help)),
            ("--help", Ok(Command::Help)),
            ("run --help", Ok(Command::Help)),
            ("test", Ok(Command::Test)),
            ("dist", Ok(Command::Dist { config: None })),
            ("dist --config a.json", Ok(Command::Dist { config: Some("a.json".into()) })),
            ("jar", Ok(Command::Jar)),
            ("bench", Ok(Command::Bench)),
            ("reproduce", Ok(Command::Reproduce)),
            ("run", run(None, 25, None)),
            ("run --port 9000 --demo=3 --database a.sqlite", run(Some(9000), 3, Some("a.sqlite"))),
        ];
        for (line, command) in cases {
            assert_eq!(parsed(line), command, "{line}");
        }
        let plain = || RunOptions { port: None, demo: 25, database: None, faults: None, more: Vec::new() };
        let with_faults = RunOptions { faults: Some("f.json".into()), ..plain() };
        assert_eq!(parsed("run --faults f.json"), Ok(Command::Run(with_faults)));
        let more = vec!["--gitlab-version".into(), "14.8".into()];
        let older = RunOptions { port: Some(9000), more, ..plain() };
        assert_eq!(parsed("run --port 9000 -- --gitlab-version 14.8"), Ok(Command::Run(older)));
    }

    #[test]
    fn says_what_is_wrong() {
        let cases = [
            ("serve", "There is no command `serve`."),
            ("test all", "unexpected argument \"all\""),
            ("run fast", "unexpected argument \"fast\""),
            ("run --fast", "invalid option '--fast'"),
            ("dist --config", "missing argument for option '--config'"),
            ("dist --port 1", "invalid option '--port'"),
            ("run --port 70000", "cannot parse argument \"70000\": number too large to fit in target type"),
            ("run --demo many", "cannot parse argument \"many\": invalid digit found in string"),
        ];
        for (line, problem) in cases {
            assert_eq!(parsed(line), Err(problem.to_owned()), "{line}");
        }
    }
}
