//! The run behind the search for integrations that are not active: the machine of plans, with steps that only read. It knows
//! no page, network or clock.

use crate::api::{Error, Found, Holder, Record};
use crate::plan::{Patience, Phase, ReadingRun};
use patchbay_model::gitlab::Integration;
use patchbay_model::plan::{Answer, Ending, Event};

/// Somebody waits for it in front of the page, and can ask again.
const PATIENCE: Patience = Patience { absent: 0, failing: 0 };

/// What a person has to know of the search when it does not go on.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// Nothing.
    None,
    /// An error that concerns all has stopped it.
    Stopped(Error),
    /// All were asked for, but these slugs could not be, and why.
    LeftOut(Vec<(&'static str, Error)>),
}

/// What is asked for, and what was found.
pub struct InactiveRun {
    /// The project or group; none until it is read.
    pub holder: Option<Holder>,
    /// How far it is.
    pub reading: ReadingRun,
    /// What each step asks for.
    slugs: Vec<&'static str>,
    /// What was found, active or not by now.
    pub found: Vec<Integration>,
    /// Slugs that this server does not have.
    pub not_offered: Vec<&'static str>,
    /// Steps that could not be asked for, though the others went on, and why.
    failed: Vec<(usize, Error)>,
}

impl InactiveRun {
    /// A run that asks a project or group for these slugs. It is not started.
    pub fn new(holder: Option<Holder>, slugs: Vec<&'static str>) -> Self {
        Self {
            holder,
            reading: ReadingRun::new(slugs.len(), PATIENCE),
            slugs,
            found: Vec::new(),
            not_offered: Vec::new(),
            failed: Vec::new(),
        }
    }

    /// What a step asks for.
    pub fn slug(&self, step: usize) -> Option<&'static str> {
        self.slugs.get(step).copied()
    }

    /// What keeps it from going on, or was left out.
    pub fn trouble(&self) -> Trouble {
        match (self.reading.phase(), self.reading.error()) {
            (Phase::Stopped, Some(error)) => Trouble::Stopped(error.clone()),
            (Phase::Done, _) if !self.failed.is_empty() => {
                let named =
                    |(step, error): &(usize, Error)| self.slug(*step).map(|slug| (slug, error.clone()));
                Trouble::LeftOut(self.failed.iter().filter_map(named).collect())
            }
            (Phase::Idle | Phase::Reading | Phase::Waiting(..) | Phase::Stopped | Phase::Done, _) => {
                Trouble::None
            }
        }
    }

    /// Makes it ask for one more, which is told it with the event.
    pub fn add(&mut self, slug: &'static str) -> Event {
        self.slugs.push(slug);
        Event::Add(1)
    }

    /// Makes it ask again for those that could not be asked for, which is told it with the event.
    pub fn retry(&mut self) -> Event {
        Event::Retry(std::mem::take(&mut self.failed).into_iter().map(|(step, _)| step).collect())
    }

    /// Takes what came of a step, which is told it with the event.
    pub fn take(&mut self, step: usize, answer: Result<Found, Error>) -> Event {
        Event::Answered(step, self.judged(step, answer))
    }

    fn judged(&mut self, step: usize, answer: Result<Found, Error>) -> Answer {
        match answer {
            Ok(Found::Present(Record::GitLab(integration))) => {
                self.found.retain(|one| one.slug != integration.slug);
                self.found.push(integration);
            }
            Ok(Found::Absent | Found::Present(Record::Jira(_) | Record::Repository(_))) => {}
            Ok(Found::NotOffered) => self.not_offered.extend(self.slug(step)),
            Err(error) => {
                let answer = self.reading.failed(step, &error);
                if matches!(answer, Answer::Ended(_)) {
                    self.failed.push((step, error));
                }
                return answer;
            }
        }
        Answer::Ended(Ending::Done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{Cause, Server, SignIn};
    use leptos::prelude::Owner;
    use patchbay_model::Vendor;
    use patchbay_model::plan::{Command, Hindrance};

    fn error(cause: Cause) -> Error {
        let server = Server::new(Vendor::GitLab, "https://gitlab.example".to_owned(), SignIn::Session);
        Error { server, cause, facts: Default::default() }
    }

    fn begun(slugs: Vec<&'static str>) -> InactiveRun {
        let mut run = InactiveRun::new(Some(Holder::Project(7)), slugs);
        assert_eq!(run.reading.phase(), Phase::Idle);
        run.reading.handle(vec![Event::Start], 0.0);
        run
    }

    fn answer(run: &mut InactiveRun, step: usize, answer: Result<Found, Error>, now: f64) -> Vec<Command> {
        let event = run.take(step, answer);
        run.reading.handle(vec![event], now)
    }

    #[test]
    fn each_answer_ends_a_step_or_is_waited_for_or_stops_the_search() {
        let owner = Owner::new();
        owner.set();
        let lost = error(Cause::Offline);
        let broken = error(Cause::Server);
        for (given, phase, asked, trouble) in [
            (Ok(Found::Absent), Phase::Done, 1, Trouble::None),
            (Ok(Found::NotOffered), Phase::Done, 1, Trouble::None),
            (
                Err(error(Cause::TooMany(None))),
                Phase::Waiting(1, Hindrance::SlowDown(None)),
                0,
                Trouble::None,
            ),
            (
                Err(error(Cause::TooMany(Some(90)))),
                Phase::Waiting(90, Hindrance::SlowDown(Some(90))),
                0,
                Trouble::None,
            ),
            (Err(lost.clone()), Phase::Stopped, 0, Trouble::Stopped(lost)),
            (Err(broken.clone()), Phase::Done, 1, Trouble::LeftOut(vec![("discord", broken)])),
        ] {
            let mut run = begun(vec!["discord"]);
            assert_eq!(
                answer(&mut run, 0, given.clone(), 0.0).len(),
                usize::from(asked == 0 && phase != Phase::Stopped)
            );
            assert_eq!(run.reading.phase(), phase, "{given:?}");
            assert_eq!((run.reading.counts().ended(), run.reading.counts().total), (asked, 1), "{given:?}");
            assert_eq!(run.trouble(), trouble, "{given:?}");
            assert_eq!(!run.not_offered.is_empty(), given == Ok(Found::NotOffered), "{given:?}");
            // Asked again, it is found out after all.
            let event = match phase {
                Phase::Done => run.retry(),
                Phase::Idle | Phase::Reading | Phase::Waiting(..) | Phase::Stopped => Event::Continue,
            };
            let sent = run.reading.handle(vec![event], 1.0);
            let is_settled = phase == Phase::Done && trouble == Trouble::None;
            assert_eq!(sent, if is_settled { vec![] } else { vec![Command::Send(0)] }, "{given:?}");
            assert_eq!(run.trouble(), Trouble::None, "{given:?}");
            answer(&mut run, 0, Ok(Found::Absent), 2.0);
            assert_eq!((run.reading.phase(), run.reading.counts().ended()), (Phase::Done, 1), "{given:?}");
        }
    }

    #[test]
    fn a_pause_is_counted_down_by_the_second() {
        let owner = Owner::new();
        owner.set();
        let mut run = begun(vec!["discord", "slack"]);
        answer(&mut run, 0, Err(error(Cause::TooMany(Some(3)))), 500.0);
        let asked = Hindrance::SlowDown(Some(3));
        for (now, left) in [(500.0, 3), (1_500.0, 2), (2_500.0, 1)] {
            assert_eq!(run.reading.handle(vec![Event::Tick(false)], now), [Command::WakeAt(3_500.0)]);
            assert_eq!(
                (run.reading.phase(), run.reading.waits_until()),
                (Phase::Waiting(left, asked), Some(3_500.0))
            );
        }
        // What was on its way meanwhile counts, and does not set the countdown back.
        answer(&mut run, 1, Ok(Found::Absent), 2_600.0);
        assert_eq!((run.reading.phase(), run.reading.counts().ended()), (Phase::Waiting(1, asked), 1));
        assert_eq!(run.reading.handle(vec![Event::Tick(false)], 3_500.0), [Command::Send(0)]);
        assert_eq!((run.reading.phase(), run.reading.waits_until()), (Phase::Reading, None));
    }

    #[test]
    fn one_more_is_asked_about_at_once_or_when_its_turn_comes() {
        let mut run = begun(vec!["discord"]);
        let event = run.add("slack");
        assert_eq!(run.reading.handle(vec![event], 0.0), [Command::Send(1)]);
        assert_eq!((run.slug(1), run.reading.counts().total), (Some("slack"), 2));
        run.reading.handle(vec![Event::Stop], 0.0);
        let event = run.add("jira");
        assert_eq!((run.reading.handle(vec![event], 0.0), run.reading.phase()), (vec![], Phase::Stopped));
        assert_eq!(run.reading.handle(vec![Event::Continue], 0.0), [Command::Send(2)]);
    }
}
