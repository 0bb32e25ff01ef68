//! The command line, read into one command.

use std::path::PathBuf;

/// Printed for `cargo xtask` alone, for `--help`, and after a mistake.
pub const USAGE: &str = "\
Usage: cargo xtask <command>

Each command sets up what it needs first; what is there already is left alone.

  run    builds the app, starts it on a demonstration Jira and prints its address
           --port N         listen on this port (default: 8080, or the next free one)
           --demo N         integrations to begin with when the database is new (default: 25)
           --database FILE  where changes are kept (default: sandbox.sqlite; `:memory:` keeps nothing)
  test   checks the code's form, runs every test, real browser included
  dist   builds what a server needs into dist/, checks its size, and makes ready files for hosts in dist-hosting/
           --config FILE    the config.json that goes into dist/ and whose servers the policy allows
  jar    packs dist/ into a plugin for Jira Data Center in target/ (needs a JDK)
  bench  measures the app with 10,000 integrations in a real browser";

/// What the person asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Usage,
    Run(RunOptions),
    Test,
    /// With a config.json of the person's own, or that of the sources.
    Dist {
        config: Option<PathBuf>,
    },
    Jar,
    Bench,
}

/// The flags of `cargo xtask run`.
#[derive(Debug, PartialEq, Eq)]
pub struct RunOptions {
    /// `None` means 8080 or the next free port.
    pub port: Option<u16>,
    /// Demonstration integrations for a database that has none yet.
    pub demo: u32,
    /// `None` means `sandbox.sqlite` in the workspace.
    pub database: Option<PathBuf>,
}

impl Default for RunOptions {
    fn default() -> Self {
        Self { port: None, demo: 25, database: None }
    }
}

/// Reads the arguments after `cargo xtask`. The error says what is wrong with them.
pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Command, String> {
    let mut arguments = arguments.into_iter();
    let Some(name) = arguments.next() else {
        return Ok(Command::Usage);
    };
    let command = match name.as_str() {
        "help" | "--help" | "-h" => return Ok(Command::Usage),
        "run" => return parse_run(arguments),
        "test" => Command::Test,
        "dist" => return parse_dist(arguments),
        "jar" => Command::Jar,
        "bench" => Command::Bench,
        _ => return Err(format!("There is no command `{name}`.")),
    };
    match arguments.next().as_deref() {
        None => Ok(command),
        Some("--help" | "-h") => Ok(Command::Usage),
        Some(other) => Err(format!("`cargo xtask {name}` takes no argument, but was given `{other}`.")),
    }
}

fn parse_dist(mut arguments: impl Iterator<Item = String>) -> Result<Command, String> {
    let mut config = None;
    while let Some(argument) = arguments.next() {
        let (flag, attached) = split_flag(argument);
        match flag.as_str() {
            "--help" | "-h" => return Ok(Command::Usage),
            "--config" => {
                let file = attached.or_else(|| arguments.next()).ok_or(format!("`{flag}` needs a value."))?;
                config = Some(PathBuf::from(file));
            }
            _ => return Err(format!("`cargo xtask dist` has no flag `{flag}`.")),
        }
    }
    Ok(Command::Dist { config })
}

fn parse_run(mut arguments: impl Iterator<Item = String>) -> Result<Command, String> {
    let mut options = RunOptions::default();
    while let Some(argument) = arguments.next() {
        let (flag, attached) = split_flag(argument);
        let mut value =
            || attached.clone().or_else(|| arguments.next()).ok_or(format!("`{flag}` needs a value."));
        match flag.as_str() {
            "--help" | "-h" => return Ok(Command::Usage),
            "--port" => options.port = Some(number(&flag, &value()?)?),
            "--demo" => options.demo = number(&flag, &value()?)?,
            "--database" => options.database = Some(PathBuf::from(value()?)),
            _ => return Err(format!("`cargo xtask run` has no flag `{flag}`.")),
        }
    }
    Ok(Command::Run(options))
}

/// `--port=8080` in its two parts.
fn split_flag(argument: String) -> (String, Option<String>) {
    match argument.split_once('=') {
        Some((flag, value)) => (flag.to_owned(), Some(value.to_owned())),
        None => (argument, None),
    }
}

fn number<N: std::str::FromStr>(flag: &str, text: &str) -> Result<N, String> {
    text.parse().map_err(|_| format!("`{flag}` needs a number in its range, not `{text}`."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn reads_each_command() {
        assert_eq!(parsed(""), Ok(Command::Usage));
        assert_eq!(parsed("--help"), Ok(Command::Usage));
        assert_eq!(parsed("run --help"), Ok(Command::Usage));
        assert_eq!(parsed("test"), Ok(Command::Test));
        assert_eq!(parsed("dist"), Ok(Command::Dist { config: None }));
        assert_eq!(parsed("dist --config a.json"), Ok(Command::Dist { config: Some("a.json".into()) }));
        assert_eq!(parsed("jar"), Ok(Command::Jar));
        assert_eq!(parsed("bench"), Ok(Command::Bench));
        assert_eq!(parsed("run"), Ok(Command::Run(RunOptions::default())));
    }

    #[test]
    fn reads_the_flags_of_run_with_a_space_or_an_equals_sign() {
        let wanted = RunOptions { port: Some(9000), demo: 3, database: Some(PathBuf::from("a.sqlite")) };
        assert_eq!(parsed("run --port 9000 --demo=3 --database a.sqlite"), Ok(Command::Run(wanted)));
    }

    #[test]
    fn says_what_is_wrong() {
        let cases = [
            ("serve", "There is no command `serve`."),
            ("test all", "`cargo xtask test` takes no argument, but was given `all`."),
            ("run --fast", "`cargo xtask run` has no flag `--fast`."),
            ("dist --config", "`--config` needs a value."),
            ("dist now", "`cargo xtask dist` has no flag `now`."),
            ("run --port", "`--port` needs a value."),
            ("run --port 70000", "`--port` needs a number in its range, not `70000`."),
            ("run --demo many", "`--demo` needs a number in its range, not `many`."),
        ];
        for (line, problem) in cases {
            assert_eq!(parsed(line), Err(problem.to_owned()), "{line}");
        }
    }
}
