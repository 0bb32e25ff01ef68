//! The program's arguments.

use std::ffi::{OsStr, OsString};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use lexopt::{Arg, Parser};
use patchbay_model::gitlab::Tier;
use patchbay_sandbox::{Database, Faults, GitLab, NoSuchGij, NoSuchGitLab, Options};

pub(crate) const HELP: &str = "\
A Jira and a GitLab to work against: the REST API of Git Integration for Jira and GitLab's project integrations, on
SQLite. It also serves the built app.

Usage: patchbay-sandbox [OPTIONS]

  --listen ADDRESS         Address and port; port 0 is any free port (127.0.0.1:8080)
  --database FILE          SQLite file for the integrations, or :memory: (:memory:). Other programs may read it
                           meanwhile: the table integration has a row for each, with its settings as JSON
  --demo NUMBER            Add this many demonstration integrations of Jira, and some of GitLab's projects, to a new
                           database (0)
  --demo-projects NUMBER   Have this many projects in GitLab, up to 10000 (300)
  --dist FOLDER            Folder of the built app
  --auto-sign-in           Sign in everyone who opens the page as an administrator; loopback addresses only
  --websudo                Sessions must confirm the password before they administer
  --idle MINUTES           End sessions that were not used for this long (720)
  --linger SECONDS         List removed integrations as disabled for this long (0)
  --gij-version VERSION    Be Git Integration for Jira 4.16, 5.2 or 6.1 (6.1)
  --repositories NUMBER    Repositories on the host of the first integration (30 to 170, as on the other hosts)
  --pace MILLISECONDS      Take this long to index a repository (20)
  --gitlab-version VERSION Be GitLab 13.12, 14.8, 16.11, 17.9, 18.11 or 19.5 (14.8)
  --gitlab-tier TIER       Be licensed for premium, or the Community Edition, which is free (premium)
  --faults FILE            Requests that go wrong: a JSON file, see docs/faults.md
  --context-path PATH      Path that all addresses begin with, such as /jira (none)
  --jira-jar FILE          Jar of a plugin that is installed in this Jira
  --jar-charset            Send all files of the plugin with a charset, as some Jira servers do
  --aui FOLDER             Folder dist/aui of the npm package @atlassian/aui: the styles of Jira's pages
  --help                   Show this text

Jira's accounts:
  admin                    Administrator, with the password admin or the token admin-token
  user                     User, with the password user or the token user-token

GitLab's tokens:
  owner-token              An owner's of all groups and projects, with the scope api
  maintainer-token         A maintainer's, who owns no group, with the scope api
  developer-token          A developer's, who cannot see integrations
  read-token               Can read integrations, but not change them (scope read_api)
  profile-token            Cannot read projects (scope read_user)
  repository-token         Cannot read projects by the API (scope read_repository)
  ending-token             A maintainer's, which ends in five days
  expired-token            Has expired
  revoked-token            Was revoked
In GitLab, a session of admin is an owner's and a session of user a developer's.";

pub(crate) enum Arguments {
    Help,
    Serve(Box<Options>),
}

/// Reads the arguments. An error is a sentence.
pub(crate) fn parse(mut parser: Parser) -> Result<Arguments, String> {
    let mut options = Options { listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)), ..Options::default() };
    while let Some(argument) = parser.next().map_err(sentence)? {
        match argument {
            Arg::Long("listen") => {
                options.listen = parsed(&mut parser, "--listen", "an address such as 127.0.0.1:8080")?;
            }
            Arg::Long("database") => options.database = database(value(&mut parser)?),
            Arg::Long("demo") => options.demo = parsed(&mut parser, "--demo", "a number such as 25")?,
            Arg::Long("demo-projects") => {
                options.projects = parsed(&mut parser, "--demo-projects", "a number such as 5000")?;
            }
            Arg::Long("dist") => options.dist = Some(PathBuf::from(value(&mut parser)?)),
            Arg::Long("auto-sign-in") => options.auto_sign_in = true,
            Arg::Long("websudo") => options.websudo = true,
            Arg::Long("idle") => {
                let minutes: u32 = parsed(&mut parser, "--idle", "a number of minutes such as 30")?;
                options.idle = Duration::from_mins(minutes.into());
            }
            Arg::Long("linger") => {
                let seconds = parsed(&mut parser, "--linger", "a number of seconds such as 30")?;
                options.linger = Duration::from_secs(seconds);
            }
            Arg::Long("gij-version") => {
                let named = value(&mut parser)?;
                options.gij = named.to_string_lossy().parse().map_err(|no: NoSuchGij| no.to_string())?;
            }
            Arg::Long("repositories") => {
                options.repositories = Some(parsed(&mut parser, "--repositories", "a number such as 5000")?);
            }
            Arg::Long("pace") => {
                let pace = parsed(&mut parser, "--pace", "a number of milliseconds such as 20")?;
                options.pace = Duration::from_millis(pace);
            }
            Arg::Long("gitlab-version") => {
                let named = value(&mut parser)?;
                let named: GitLab =
                    named.to_string_lossy().parse().map_err(|no: NoSuchGitLab| no.to_string())?;
                options.gitlab = named.with(options.gitlab.tier());
            }
            Arg::Long("gitlab-tier") => options.gitlab = options.gitlab.with(tier(&value(&mut parser)?)?),
            Arg::Long("faults") => {
                options.faults =
                    Faults::open(Path::new(&value(&mut parser)?)).map_err(|bad| bad.to_string())?;
            }
            Arg::Long("context-path") => {
                options.context_path = parsed(&mut parser, "--context-path", "a path such as /jira")?;
            }
            Arg::Long("jira-jar") => options.jira_jar = Some(PathBuf::from(value(&mut parser)?)),
            Arg::Long("jar-charset") => options.jar_charset = true,
            Arg::Long("aui") => options.aui = Some(PathBuf::from(value(&mut parser)?)),
            Arg::Long("help") | Arg::Short('h') => return Ok(Arguments::Help),
            Arg::Long(_) | Arg::Short(_) | Arg::Value(_) => return Err(sentence(argument.unexpected())),
        }
    }
    Ok(Arguments::Serve(Box::new(options)))
}

fn tier(name: &OsStr) -> Result<Tier, String> {
    match name.to_string_lossy().as_ref() {
        "free" => Ok(Tier::Free),
        "premium" => Ok(Tier::Premium),
        other => Err(format!("--gitlab-tier takes free or premium, not \"{other}\".")),
    }
}

fn value(parser: &mut Parser) -> Result<OsString, String> {
    parser.value().map_err(sentence)
}

fn parsed<T: FromStr>(parser: &mut Parser, option: &str, example: &str) -> Result<T, String> {
    let text = value(parser)?;
    let text = text.to_string_lossy();
    text.parse().map_err(|_| format!("{option} takes {example}, not \"{text}\"."))
}

fn database(name: OsString) -> Database {
    if name == ":memory:" { Database::Memory } else { Database::File(PathBuf::from(name)) }
}

fn sentence(fault: lexopt::Error) -> String {
    format!("The arguments cannot be read: {fault}. Use --help to see the options.")
}

#[cfg(test)]
mod tests {
    use patchbay_sandbox::Gij;

    use super::*;

    fn read(arguments: &[&str]) -> Result<Options, String> {
        match parse(Parser::from_args(arguments.iter().copied()))? {
            Arguments::Serve(options) => Ok(*options),
            Arguments::Help => panic!("help was not asked for"),
        }
    }

    #[test]
    fn reads_every_option() {
        let options = read(&[
            "--listen",
            "127.0.0.1:0",
            "--database=box.db",
            "--demo",
            "25",
            "--demo-projects",
            "5000",
            "--dist",
            "dist",
            "--auto-sign-in",
            "--websudo",
            "--linger",
            "30",
            "--idle",
            "20",
            "--gij-version",
            "5.2",
            "--repositories",
            "5000",
            "--pace=5",
            "--gitlab-tier",
            "free",
            "--gitlab-version",
            "17.9",
            "--context-path=/jira",
            "--jira-jar",
            "patchbay.jar",
            "--jar-charset",
            "--aui",
            "aui",
        ])
        .unwrap();
        assert_eq!(options.listen.port(), 0);
        assert_eq!(options.database, Database::File("box.db".into()));
        assert_eq!((options.demo, options.projects), (25, 5_000));
        assert_eq!(options.dist, Some("dist".into()));
        assert!(options.auto_sign_in && options.websudo);
        assert_eq!(options.linger, Duration::from_secs(30));
        assert_eq!(options.idle, Duration::from_mins(20));
        assert_eq!((options.gij, options.repositories), (Gij::V5_2, Some(5000)));
        assert_eq!(options.pace, Duration::from_millis(5));
        assert_eq!(options.gitlab, GitLab::V17_9.with(Tier::Free));
        assert_eq!(options.context_path.as_str(), "/jira");
        assert_eq!((options.jira_jar, options.aui), (Some("patchbay.jar".into()), Some("aui".into())));
        assert!(options.jar_charset);
        let other = read(&["--gitlab-version=13.12", "--gitlab-tier=premium"]).unwrap();
        assert_eq!(other.gitlab, GitLab::V13_12);
    }

    #[test]
    fn has_an_empty_database_in_memory_unless_told_otherwise() {
        let options = read(&[]).unwrap();
        assert_eq!(options.listen.to_string(), "127.0.0.1:8080");
        assert_eq!((options.database, options.demo, options.projects), (Database::Memory, 0, 300));
        assert_eq!(options.gitlab, GitLab::V14_8);
        assert_eq!((options.gij, options.repositories), (Gij::V6_1, None));
        // Longer than a working day.
        assert_eq!(options.idle, Duration::from_hours(12));
        assert_eq!(read(&["--database", ":memory:"]).unwrap().database, Database::Memory);
    }

    #[test]
    fn says_what_would_be_right() {
        for (arguments, sentence) in [
            (&["--demo", "many"] as &[_], "--demo takes a number such as 25, not \"many\"."),
            (&["--listen", "8080"], "--listen takes an address such as 127.0.0.1:8080, not \"8080\"."),
            (&["--context-path", "jira/"], "--context-path takes a path such as /jira, not \"jira/\"."),
            (&["--idle", "-1"], "--idle takes a number of minutes such as 30, not \"-1\"."),
            (
                &["--port", "1"],
                "The arguments cannot be read: invalid option '--port'. Use --help to see the options.",
            ),
            (
                &["--gitlab-version", "14.3"],
                "The sandbox can be GitLab 13.12, 14.8, 16.11, 17.9, 18.11 or 19.5, not \"14.3\".",
            ),
            (
                &["--gij-version", "4.17"],
                "The sandbox can be Git Integration for Jira 4.16, 5.2 or 6.1, not \"4.17\".",
            ),
            (&["--repositories", "all"], "--repositories takes a number such as 5000, not \"all\"."),
            (&["--pace", "-1"], "--pace takes a number of milliseconds such as 20, not \"-1\"."),
            (&["--gitlab-tier", "gold"], "--gitlab-tier takes free or premium, not \"gold\"."),
            (
                &["--demo"],
                "The arguments cannot be read: missing argument for option '--demo'. Use --help to see the options.",
            ),
        ] {
            assert_eq!(read(arguments).unwrap_err(), sentence);
        }
    }
}
