//! The run that reads integrations of many projects and groups: the machine of plans, with steps that only read. It knows no
//! page, network or clock.

use crate::api::{Cause, Error, Found, Record};
use patchbay_model::gitlab::plan::Opened;
use patchbay_model::plan::{Answer, Command, Counts, Ending, Event, Hindrance, Phase, Run};

/// How many requests are on their way at a time.
const AT_A_TIME: usize = 4;
/// How often one is asked for again where the server fails.
const TRIES: u8 = 3;

/// What was read of one.
#[derive(Clone, Debug, PartialEq)]
pub enum Read {
    /// Nothing yet.
    Not,
    /// What GitLab has, if it was ever set up.
    Here,
    /// GitLab does not offer it there.
    NotOffered,
    /// Why it could not be read.
    Failed(Error),
}

/// What is read, and what was found.
pub struct ReadingRun {
    run: Run,
    /// What is asked for, with what was found.
    all: Vec<(Opened, Read)>,
    tries: Vec<u8>,
    /// The error that stopped it, if there was one.
    error: Option<Error>,
}

impl ReadingRun {
    /// A run that reads these. It is not started.
    pub fn new(wanted: Vec<Opened>) -> Self {
        let steps: Vec<usize> = (0..wanted.len()).collect();
        Self {
            run: Run::new(wanted.len(), &steps, &[], AT_A_TIME),
            tries: vec![0; wanted.len()],
            all: wanted.into_iter().map(|one| (one, Read::Not)).collect(),
            error: None,
        }
    }

    /// What it is doing.
    pub fn phase(&self) -> Phase {
        self.run.phase()
    }

    /// How many are where.
    pub fn counts(&self) -> Counts {
        self.run.counts()
    }

    /// The error that stopped it.
    pub fn error(&self) -> Option<&Error> {
        self.error.as_ref()
    }

    /// What a step asks for.
    pub fn wanted(&self, step: usize) -> Option<&Opened> {
        self.all.get(step).map(|(wanted, _)| wanted)
    }

    /// All of them, in their order, with what was found.
    pub fn all(&self) -> &[(Opened, Read)] {
        &self.all
    }

    /// Takes what came of a step, which is told it with the event.
    pub fn take(&mut self, step: usize, answer: Result<Found, Error>) -> Event {
        Event::Answered(step, self.judged(step, answer))
    }

    fn judged(&mut self, step: usize, answer: Result<Found, Error>) -> Answer {
        let (Some((opened, read)), Some(tries)) = (self.all.get_mut(step), self.tries.get_mut(step)) else {
            return Answer::Ended(Ending::Failed);
        };
        *tries += 1;
        match answer {
            Ok(Found::Present(Record::GitLab(integration))) => {
                opened.integration = Some(integration);
                *read = Read::Here;
            }
            Ok(Found::Absent | Found::Present(Record::Jira(_) | Record::Repository(_))) => *read = Read::Here,
            Ok(Found::NotOffered) => *read = Read::NotOffered,
            Err(error) => match error.cause {
                Cause::TooMany(seconds) => return Answer::NotYet(Hindrance::SlowDown(seconds)),
                Cause::Unavailable(seconds) => return Answer::NotYet(Hindrance::Unavailable(seconds)),
                Cause::Offline | Cause::TimedOut => return Answer::NotYet(Hindrance::Unreachable),
                Cause::Server if *tries < TRIES => return Answer::NotYet(Hindrance::Unavailable(None)),
                _ if error.cause.concerns_all() => {
                    self.error = Some(error);
                    return Answer::NotYetForAll;
                }
                _ => {
                    *read = Read::Failed(error);
                    return Answer::Ended(Ending::Failed);
                }
            },
        }
        Answer::Ended(Ending::Done)
    }

    /// Takes what happens at `now`, in epoch milliseconds, and says what to do.
    pub fn handle(&mut self, event: Event, now: f64) -> Vec<Command> {
        if event == Event::Continue {
            self.error = None;
        }
        self.run.handle(event, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{Server, SignIn};
    use leptos::prelude::Owner;
    use patchbay_model::Vendor;
    use patchbay_model::gitlab::{Home, Level, Target};

    fn error(cause: Cause) -> Error {
        let server = Server::new(Vendor::GitLab, "https://gitlab.example".to_owned(), SignIn::Session);
        Error { server, cause, facts: Default::default() }
    }

    fn run(count: u64) -> ReadingRun {
        let home = |id| Home {
            level: Level::Project,
            id,
            name: String::new(),
            path: format!("acme/{id}"),
            full_name: String::new(),
            web_url: None,
            archived: false,
            access: None,
            active_at: None,
        };
        let slack = |id| Opened {
            home: home(id),
            slug: "slack".to_owned(),
            target: Target::MANUAL,
            integration: None,
        };
        let mut run = ReadingRun::new((1..=count).map(slack).collect());
        run.handle(Event::Start, 0.0);
        run
    }

    fn answer(run: &mut ReadingRun, step: usize, answer: Result<Found, Error>, now: f64) -> Vec<Command> {
        let event = run.take(step, answer);
        run.handle(event, now)
    }

    #[test]
    fn each_answer_ends_a_step_or_is_waited_for_or_stops_the_reading() {
        let owner = Owner::new();
        owner.set();
        let refused = error(Cause::Forbidden);
        for (given, read, is_over) in [
            (Ok(Found::Absent), Read::Here, true),
            (Ok(Found::NotOffered), Read::NotOffered, true),
            (Err(refused.clone()), Read::Failed(refused), true),
            (Err(error(Cause::TooMany(Some(2)))), Read::Not, false),
            (Err(error(Cause::Offline)), Read::Not, false),
            (Err(error(Cause::Server)), Read::Not, false),
            (Err(error(Cause::NotSignedIn)), Read::Not, false),
        ] {
            let mut run = run(1);
            answer(&mut run, 0, given.clone(), 0.0);
            assert_eq!((&run.all()[0].1, run.phase() == Phase::Over), (&read, is_over), "{given:?}");
            let ends_all = matches!(&given, Err(error) if error.cause == Cause::NotSignedIn);
            assert_eq!(run.error().is_some(), ends_all, "{given:?}");
        }
    }

    #[test]
    fn what_the_server_fails_at_is_asked_for_three_times() {
        let owner = Owner::new();
        owner.set();
        let mut run = run(1);
        let failure = error(Cause::Server);
        for now in [0.0, 60_000.0] {
            assert!(matches!(answer(&mut run, 0, Err(failure.clone()), now)[..], [Command::WakeAt(_)]));
            assert_eq!(run.handle(Event::Tick(false), now + 59_000.0), [Command::Send(0)]);
        }
        answer(&mut run, 0, Err(failure.clone()), 120_000.0);
        assert_eq!((run.phase(), &run.all()[0].1), (Phase::Over, &Read::Failed(failure)));
    }

    #[test]
    fn nothing_is_read_twice_and_four_at_a_time() {
        let mut run = run(9);
        let mut sent = vec![0, 1, 2, 3];
        assert_eq!(run.counts().under_way, 4);
        while let Some(step) = sent.pop() {
            for command in answer(&mut run, step, Ok(Found::Absent), 0.0) {
                if let Command::Send(next) = command {
                    sent.push(next);
                }
            }
        }
        assert_eq!((run.phase(), run.counts().done), (Phase::Over, 9));
    }
}
