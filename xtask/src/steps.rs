//! The steps of a command: one line each, with the time it took. What their programs print goes into files, and is
//! shown when a step fails.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::process;
use crate::workspace::Workspace;

const PAUSE: Duration = Duration::from_millis(100);
/// What Cargo prints before each crate.
const CRATE: [&str; 3] = ["Compiling ", "Checking ", "Downloaded "];

/// What was done so far, in order.
pub struct Steps {
    logs: PathBuf,
    done: Vec<(String, Duration)>,
}

/// A program that runs.
struct Job {
    title: String,
    command: Command,
    child: Child,
    log: PathBuf,
    start: Instant,
}

impl Steps {
    /// None yet.
    pub fn new(workspace: &Workspace) -> Self {
        Self { logs: workspace.notes(), done: Vec::new() }
    }

    /// Runs a program whose output matters only when it fails.
    pub fn run(&mut self, title: &str, command: Command) -> Result<()> {
        self.run_together(vec![(title.to_owned(), command)])
    }

    /// Runs programs at the same time. Ends the others when one fails.
    pub fn run_together(&mut self, commands: Vec<(String, Command)>) -> Result<()> {
        let mut jobs = Vec::new();
        let outcome = commands
            .into_iter()
            .try_for_each(|(title, command)| self.start(title, command).map(|job| jobs.push(job)))
            .and_then(|()| self.wait(&mut jobs));
        for job in &mut jobs {
            // It may have ended by itself.
            let _ = job.child.kill();
            let _ = job.child.wait();
        }
        outcome
    }

    /// Does work whose output is for the person.
    pub fn show<T>(&mut self, title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("{title} …");
        let start = Instant::now();
        let outcome = work()?;
        self.finish(title, start.elapsed());
        Ok(outcome)
    }

    fn start(&self, title: String, mut command: Command) -> Result<Job> {
        fs_err::create_dir_all(&self.logs)?;
        let name: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let log = self.logs.join(format!("{name}.log"));
        let file = fs_err::File::create(&log)?;
        let file = file.file();
        command.stdout(file.try_clone()?).stderr(file.try_clone()?);
        let child = command.spawn().with_context(|| process::not_started(&command))?;
        if !std::io::stdout().is_terminal() {
            println!("{title} …");
        }
        Ok(Job { title, command, child, log, start: Instant::now() })
    }

    fn wait(&mut self, jobs: &mut Vec<Job>) -> Result<()> {
        while !jobs.is_empty() {
            let mut at = 0;
            while let Some(job) = jobs.get_mut(at) {
                let Some(status) = job.child.try_wait()? else {
                    at += 1;
                    continue;
                };
                clear_line();
                if !status.success() {
                    println!("{}", fs_err::read_to_string(&job.log)?);
                }
                process::succeeded(&job.command, status)?;
                let job = jobs.remove(at);
                self.finish(&job.title, job.start.elapsed());
            }
            draw(&jobs.iter().map(Job::progress).collect::<Vec<_>>().join("  |  "));
            thread::sleep(PAUSE);
        }
        Ok(())
    }

    fn finish(&mut self, title: &str, took: Duration) {
        println!("{}", line(title, took));
        self.done.push((title.to_owned(), took));
    }

    /// All steps with their times, one a line.
    pub fn table(&self) -> String {
        self.done.iter().map(|(title, took)| line(title, *took) + "\n").collect()
    }
}

impl Job {
    /// `Build the app 0:42, 120 crates, tachys`.
    fn progress(&self) -> String {
        let seconds = self.start.elapsed().as_secs();
        let log = fs_err::read(&self.log).unwrap_or_default();
        let crates = crates(&String::from_utf8_lossy(&log));
        format!("{} {}:{:02}{crates}", self.title, seconds / 60, seconds % 60)
    }
}

/// How many crates Cargo names in its output, and the last of them.
fn crates(log: &str) -> String {
    let named: Vec<&str> =
        log.lines().filter_map(|line| CRATE.iter().find_map(|word| line.trim().strip_prefix(word))).collect();
    let last = named.last().and_then(|line| line.split(' ').next());
    last.map_or(String::new(), |last| format!(", {} crates, {last}", named.len()))
}

/// Writes over the last line of a terminal.
fn draw(text: &str) {
    if std::io::stdout().is_terminal() {
        let text: String = text.chars().take(118).collect();
        print!("\r\x1b[K{text}");
        // A progress that is not seen is no failure.
        let _ = std::io::stdout().flush();
    }
}

fn clear_line() {
    draw("");
}

fn line(title: &str, took: Duration) -> String {
    format!("{title:<62}{:>12}", in_words(took))
}

/// `0.4 s`, `12 s`, `3 min 05 s`.
fn in_words(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 9.95 {
        return format!("{seconds:.1} s");
    }
    let seconds = seconds.round() as u64;
    if seconds < 60 { format!("{seconds} s") } else { format!("{} min {:02} s", seconds / 60, seconds % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_times_as_a_person_says_them() {
        let cases =
            [(0, "0.0 s"), (440, "0.4 s"), (9_940, "9.9 s"), (9_960, "10 s"), (185_000, "3 min 05 s")];
        for (milliseconds, words) in cases {
            assert_eq!(in_words(Duration::from_millis(milliseconds)), words);
        }
    }

    #[test]
    fn counts_the_crates_in_the_output_of_cargo() {
        let log = "  Downloaded a v1.0.0\n   Compiling b-c v0.1.0 (/tmp)\nwarning: x\n";
        assert_eq!(crates(log), ", 2 crates, b-c");
        assert_eq!(crates("warning: x\n"), "");
    }

    #[test]
    fn ends_the_other_program_when_one_fails() {
        let folder = tempfile::tempdir().unwrap();
        let mut steps = Steps { logs: folder.path().to_owned(), done: Vec::new() };
        let shell = |script: &str| {
            let mut command = process::program("/bin/sh");
            command.args(["-c", script]);
            (script.to_owned(), command)
        };
        let start = Instant::now();
        let failure = steps.run_together(vec![shell("exec sleep 60"), shell("exit 2")]).unwrap_err();
        assert!(failure.to_string().contains("ended with exit status: 2"), "{failure}");
        assert!(start.elapsed() < Duration::from_secs(30));
        steps.run("true", shell("true").1).unwrap();
        assert_eq!(steps.done.len(), 1);
    }
}
