//! What is read of many before a page asks what is to be done with them. It knows no page, network or clock.

use crate::api::{Error, Found, Holder, Record, Server, gitlab as api};
use crate::plan::{Later, Patience, ReadingRun};
use patchbay_model::gitlab::plan::Opened;
use patchbay_model::plan::{Answer, Ending, Event};

/// What could not be read here has a problem in the plan, so a server that is not there is waited for until a person stops it.
const PATIENCE: Patience = Patience { absent: u8::MAX, failing: 2 };

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

/// What can be asked for, and keeps what was found.
pub trait Wanted: 'static {
    /// What is found.
    type Found;

    /// Asks for it.
    fn ask(&self, server: Server) -> Later<Result<Self::Found, Error>>;

    /// Takes what was found.
    fn take(&mut self, found: Self::Found) -> Read;
}

impl Wanted for Opened {
    type Found = Found;

    fn ask(&self, server: Server) -> Later<Result<Found, Error>> {
        let (holder, slug) = (Holder::from(&self.home), self.slug.clone());
        Box::pin(async move { api::get(server, holder, &slug).await })
    }

    fn take(&mut self, found: Found) -> Read {
        match found {
            Found::Present(Record::GitLab(integration)) => self.integration = Some(integration),
            Found::Absent | Found::Present(Record::Jira(_) | Record::Repository(_)) => {}
            Found::NotOffered => return Read::NotOffered,
        }
        Read::Here
    }
}

/// What is read, and what was found.
pub struct ReadMany<W> {
    /// How far it is.
    pub run: ReadingRun,
    /// What is asked for, with what was found.
    all: Vec<(W, Read)>,
}

impl<W: Wanted> ReadMany<W> {
    /// A run that reads these. It is not started.
    pub fn new(wanted: Vec<W>) -> Self {
        Self {
            run: ReadingRun::new(wanted.len(), PATIENCE),
            all: wanted.into_iter().map(|one| (one, Read::Not)).collect(),
        }
    }

    /// What a step asks for.
    pub fn wanted(&self, step: usize) -> Option<&W> {
        self.all.get(step).map(|(wanted, _)| wanted)
    }

    /// All of them, in their order, with what was found. It has none of them any more.
    pub fn take_all(&mut self) -> Vec<(W, Read)> {
        std::mem::take(&mut self.all)
    }

    /// Takes what came of a step, which is told it with the event.
    pub fn take(&mut self, step: usize, answer: Result<W::Found, Error>) -> Event {
        Event::Answered(step, self.judged(step, answer))
    }

    fn judged(&mut self, step: usize, answer: Result<W::Found, Error>) -> Answer {
        let Some((wanted, read)) = self.all.get_mut(step) else { return Answer::Ended(Ending::Failed) };
        match answer {
            Ok(found) => {
                *read = wanted.take(found);
                Answer::Ended(Ending::Done)
            }
            Err(error) => {
                let answer = self.run.failed(step, &error);
                if matches!(answer, Answer::Ended(_)) {
                    *read = Read::Failed(error);
                }
                answer
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{Cause, Server, SignIn};
    use crate::plan::Phase;
    use leptos::prelude::Owner;
    use patchbay_model::Vendor;
    use patchbay_model::gitlab::{Home, Level, Target};
    use patchbay_model::plan::Command;

    fn error(cause: Cause) -> Error {
        let server = Server::new(Vendor::GitLab, "https://gitlab.example".to_owned(), SignIn::Session);
        Error { server, cause, facts: Default::default() }
    }

    fn run(count: u64) -> ReadMany<Opened> {
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
        let mut run = ReadMany::new((1..=count).map(slack).collect());
        run.run.handle(vec![Event::Start], 0.0);
        run
    }

    fn answer(
        run: &mut ReadMany<Opened>,
        step: usize,
        answer: Result<Found, Error>,
        now: f64,
    ) -> Vec<Command> {
        let event = run.take(step, answer);
        run.run.handle(vec![event], now)
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
            assert_eq!((&run.all[0].1, run.run.phase() == Phase::Done), (&read, is_over), "{given:?}");
            let ends_all = matches!(&given, Err(error) if error.cause == Cause::NotSignedIn);
            assert_eq!(run.run.error().is_some(), ends_all, "{given:?}");
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
            assert_eq!(run.run.handle(vec![Event::Tick(false)], now + 59_000.0), [Command::Send(0)]);
        }
        answer(&mut run, 0, Err(failure.clone()), 120_000.0);
        assert_eq!((run.run.phase(), &run.all[0].1), (Phase::Done, &Read::Failed(failure)));
    }

    #[test]
    fn nothing_is_read_twice_and_four_at_a_time() {
        let mut run = run(9);
        let mut sent = vec![0, 1, 2, 3];
        assert_eq!(run.run.counts().under_way, 4);
        while let Some(step) = sent.pop() {
            for command in answer(&mut run, step, Ok(Found::Absent), 0.0) {
                if let Command::Send(next) = command {
                    sent.push(next);
                }
            }
        }
        assert_eq!((run.run.phase(), run.run.counts().done), (Phase::Done, 9));
    }
}
