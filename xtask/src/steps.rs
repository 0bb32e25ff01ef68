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
        let started = commands
            .into_iter()
            .try_for_each(|(title, command)| self.start(title, command).map(|job| jobs.push(job)));
        let outcome = started.and_then(|()| self.wait(&mut jobs));
        for mut job in jobs {
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
        let (file, _) = fs_err::File::create(&log)?.into_parts();
        command.stdout(file.try_clone()?).stderr(file);
        let child = command.spawn().with_context(|| process::not_started(&command))?;
        if !std::io::stdout().is_terminal() {
            println!("{title} …");
        }
        Ok(Job { title, command, child, log, start: Instant::now() })
    }

    fn wait(&mut self, jobs: &mut Vec<Job>) -> Result<()> {
        while !jobs.is_empty() {
            let mut running = Vec::new();
            let mut ended = None;
            for (at, job) in jobs.iter_mut().enumerate() {
                match job.child.try_wait()? {
                    Some(status) => ended = Some((at, status)),
                    None => running.push(job.progress()),
                }
            }
            draw(&running.join("  |  "));
            let Some((at, status)) = ended else {
                thread::sleep(Duration::from_millis(100));
                continue;
            };
            let job = jobs.remove(at);
            draw("");
            if !status.success() {
                println!("{}", fs_err::read_to_string(&job.log)?);
            }
            process::succeeded(&job.command, status)?;
            self.finish(&job.title, job.start.elapsed());
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
    /// `Compile the app 0:42, 120 crates, tachys`.
    fn progress(&self) -> String {
        let seconds = self.start.elapsed().as_secs();
        let log = fs_err::read(&self.log).unwrap_or_default();
        format!(
            "{} {}:{:02}{}",
            self.title,
            seconds / 60,
            seconds % 60,
            crates(&String::from_utf8_lossy(&log))
        )
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
        print!("\r\x1b[K{}", text.chars().take(118).collect::<String>());
        // Progress that cannot be shown is no failure.
        let _ = std::io::stdout().flush();
    }
}

/// The title, and the time as in `0.4 s`, `12 s` or `3 min 05 s`.
fn line(title: &str, took: Duration) -> String {
    let seconds = took.as_secs();
    let took = match seconds {
        0..10 => format!("{:.1} s", took.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    };
    format!("{title:<62}{took:>12}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_times_as_a_person_says_them() {
        for (milliseconds, words) in
            [(0, "0.0 s"), (9_940, "9.9 s"), (10_400, "10 s"), (185_000, "3 min 05 s")]
        {
            let line = line("Title", Duration::from_millis(milliseconds));
            assert_eq!(line.split_once(' ').unwrap().1.trim(), words);
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
        steps.run_together(vec![shell("true")]).unwrap();
        assert_eq!(steps.done.len(), 1);
    }
}
