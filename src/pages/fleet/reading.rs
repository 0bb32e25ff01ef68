//! The run that reads a fleet: the machine of plans, with steps that only read and are added as projects are found. It knows
//! no page, network or clock.

use super::fleet::Fleet;
use super::steps::{Got, Step};
use crate::api::gitlab::PageOfHomes;
use crate::api::{Cause, Error};
use crate::plan::{AT_A_TIME, Patience, Phase, ReadingRun};
use patchbay_model::Odd;
use patchbay_model::gitlab::{Home, Level};
use patchbay_model::plan::{Answer, Command, Ending, Event, State};
use std::collections::{HashSet, VecDeque};

/// Where the server fails at some, they are told at the end and asked for again together.
pub const PATIENCE: Patience = Patience { absent: 3, failing: 0 };

/// How many steps the run has at most beside those that somebody asked for: so the lists, which come behind them, are soon
/// read, and it is known how many projects there are.
const AHEAD: usize = 2 * AT_A_TIME;

/// The reading of one fleet.
pub struct Reading {
    run: ReadingRun,
    steps: Vec<Step>,
    /// Of an earlier run that was stopped: what it did not ask for.
    left: Vec<Step>,
    /// The keys of what is still to be read.
    pending: HashSet<u64>,
    /// Those of them that the run does not have yet, in their order.
    backlog: VecDeque<u64>,
    /// How many steps of the run have not ended.
    open: usize,
    /// Steps that could not be asked for, and why.
    failed: Vec<(usize, Error)>,
    /// Projects and groups that could not be read.
    pub odd: Vec<Odd>,
    /// Entries of a list that name nothing on this server.
    pub unknown: Vec<String>,
    /// The first group that was named.
    pub named: Option<Home>,
    /// Whether the server tells what groups have.
    pub reads_groups: bool,
}

impl Reading {
    /// A reading that begins with these steps. It is not started.
    pub fn new(steps: Vec<Step>, unknown: Vec<String>, reads_groups: bool) -> Self {
        Self {
            run: ReadingRun::new(steps.len(), PATIENCE),
            open: steps.len(),
            backlog: VecDeque::new(),
            steps,
            left: Vec::new(),
            pending: HashSet::new(),
            failed: Vec::new(),
            odd: Vec::new(),
            unknown,
            named: None,
            reads_groups,
        }
    }

    /// What it is doing.
    pub fn phase(&self) -> Phase {
        match self.run.phase() {
            Phase::Done if !self.left.is_empty() => Phase::Stopped,
            phase => phase,
        }
    }

    /// The error that stopped it, until a person lets it go on.
    pub fn error(&self) -> Option<&Error> {
        self.run.error()
    }

    /// Until when it waits, in epoch milliseconds.
    pub fn waits_until(&self) -> Option<f64> {
        self.run.waits_until()
    }

    /// How many projects and groups are still to be read, as far as they were found.
    pub fn to_go(&self) -> usize {
        self.pending.len()
    }

    /// Whether this one is still to be read.
    pub fn is_pending(&self, key: u64) -> bool {
        self.pending.contains(&key)
    }

    /// Whether there may be projects or groups that were not found yet.
    pub fn is_listing(&self) -> bool {
        let is_open = |(step, state): (&Step, &State)| {
            !matches!(step, Step::Read(_)) && !matches!(state, State::Ended(_) | State::LeftOut)
        };
        self.steps.iter().zip(self.run.states()).any(is_open)
            || self.left.iter().any(|step| !matches!(step, Step::Read(_)))
    }

    /// A step.
    pub fn step(&self, at: usize) -> Option<&Step> {
        self.steps.get(at)
    }

    /// Those that failed for a cause that may pass, and why.
    pub fn passing(&self) -> impl Iterator<Item = (&Step, &Error)> {
        let passing = self.failed.iter().filter(|(_, error)| !lasts(&error.cause));
        passing.filter_map(|(at, error)| Some((self.step(*at)?, error)))
    }

    /// What somebody named and is not there, and why.
    pub fn not_found(&self) -> impl Iterator<Item = (&Step, &Error)> {
        let lasting = self.failed.iter().filter(|(_, error)| lasts(&error.cause));
        let named = lasting.filter_map(|(at, error)| Some((self.step(*at)?, error)));
        named.filter(|(step, _)| !matches!(step, Step::Read(_)))
    }

    /// Whether every list was read to its end.
    fn is_complete(&self) -> bool {
        self.left.is_empty()
            && self.failed.iter().all(|(at, error)| {
                matches!(self.step(*at), Some(Step::Read(_)) | None) || lasts(&error.cause)
            })
    }

    fn push(&mut self, step: Step) -> bool {
        if let Step::Read(key) = step
            && !self.pending.insert(key)
        {
            return false;
        }
        self.steps.push(step);
        self.open += 1;
        true
    }

    /// Gives the run as many of those that were found as it needs to go on.
    fn feed(&mut self) {
        while self.open < AHEAD
            && let Some(key) = self.backlog.pop_front()
        {
            self.steps.push(Step::Read(key));
            self.open += 1;
        }
    }

    /// Reads these again: by themselves, where the reading was stopped.
    pub fn read_again(&mut self, keys: &[u64]) -> Vec<Event> {
        let mut is_new = false;
        if self.run.phase() == Phase::Stopped && self.run.flying() == 0 {
            self.put_aside();
            is_new = true;
        }
        self.failed
            .retain(|(at, _)| !matches!(self.steps.get(*at), Some(Step::Read(key)) if keys.contains(key)));
        // What was put aside is read now; it need not be read later.
        self.left.retain(|step| !matches!(step, Step::Read(key) if keys.contains(key)));
        let added = keys.iter().filter(|key| self.push(Step::Read(**key))).count();
        if is_new { vec![Event::Add(added), Event::Start] } else { vec![Event::Add(added)] }
    }

    /// Keeps for later what was not asked for.
    fn put_aside(&mut self) {
        let steps = std::mem::take(&mut self.steps);
        let is_waiting = |(step, state): (Step, &State)| (*state == State::Waiting).then_some(step);
        let waiting = steps.into_iter().zip(self.run.states()).filter_map(is_waiting);
        let waiting: Vec<Step> = waiting.chain(self.backlog.drain(..).map(Step::Read)).collect();
        self.open = 0;
        for step in &waiting {
            if let Step::Read(key) = step {
                self.pending.remove(key);
            }
        }
        self.left.extend(waiting);
        self.failed.clear();
        self.run.clear();
    }

    /// Goes on where it stopped.
    pub fn go_on(&mut self) -> Vec<Event> {
        let left = std::mem::take(&mut self.left);
        let added = left.into_iter().filter(|step| self.push(step.clone())).count();
        vec![Event::Add(added), Event::Continue]
    }

    /// Asks again for those that failed for a cause that may pass.
    pub fn retry(&mut self) -> Vec<Event> {
        let (again, rest) =
            std::mem::take(&mut self.failed).into_iter().partition(|(_, error)| !lasts(&error.cause));
        self.failed = rest;
        let again: Vec<usize> = Vec::<(usize, Error)>::into_iter(again).map(|(at, _)| at).collect();
        for at in &again {
            self.open += 1;
            if let Some(Step::Read(key)) = self.steps.get(*at) {
                self.pending.insert(*key);
            }
        }
        vec![Event::Retry(again)]
    }

    /// Takes what came of a step at `now`, in epoch milliseconds, and says what happened to the run.
    pub fn take(&mut self, fleet: &mut Fleet, at: usize, got: Result<Got, Error>, now: f64) -> Vec<Event> {
        let Some(step) = self.step(at).cloned() else { return Vec::new() };
        let before = self.steps.len();
        let answer = match got {
            Ok(got) => {
                self.got(fleet, &step, got, now);
                Answer::Ended(Ending::Done)
            }
            Err(error) => self.failed_with(fleet, at, &step, error),
        };
        if matches!(answer, Answer::Ended(_)) {
            self.open = self.open.saturating_sub(1);
            if let Step::Read(key) = step {
                self.pending.remove(&key);
            }
        }
        self.feed();
        vec![Event::Add(self.steps.len() - before), Event::Answered(at, answer)]
    }

    fn got(&mut self, fleet: &mut Fleet, step: &Step, got: Got, now: f64) {
        match got {
            Got::Page(page) => self.found(fleet, step, page),
            Got::Home(home) => {
                let (level, id) = (home.level, home.id);
                if level == Level::Group {
                    self.named.get_or_insert_with(|| home.clone());
                    self.push(Step::ProjectsBelow { group: id, page: 1 });
                    self.push(Step::GroupsBelow { group: id, page: 1 });
                }
                self.take_home(fleet, home);
            }
            Got::Active(listed) => {
                if let Step::Read(key) = step {
                    fleet.take_active(*key, listed, now);
                }
            }
        }
    }

    fn found(&mut self, fleet: &mut Fleet, step: &Step, page: PageOfHomes) {
        let is_new = !page.homes.is_empty();
        if let Some(next) = step.next(&page, is_new) {
            self.push(next);
        }
        self.odd.extend(page.odd);
        for home in page.homes {
            self.take_home(fleet, home);
        }
    }

    fn take_home(&mut self, fleet: &mut Fleet, home: Home) {
        let is_read = home.level == Level::Project || self.reads_groups;
        if let Some(key) = fleet.take_home(home)
            && is_read
            && self.pending.insert(key)
        {
            self.backlog.push_back(key);
        }
    }

    fn failed_with(&mut self, fleet: &mut Fleet, at: usize, step: &Step, error: Error) -> Answer {
        let answer = self.run.failed(at, &error);
        if matches!(answer, Answer::Ended(_)) {
            if let Step::Read(key) = step {
                fleet.take_failure(*key, error.clone());
            }
            self.failed.push((at, error));
        }
        answer
    }

    /// Takes what happens at `now`, in epoch milliseconds, and says what to do.
    pub fn handle(&mut self, fleet: &mut Fleet, events: Vec<Event>, now: f64) -> Vec<Command> {
        let was_over = self.run.phase() == Phase::Done;
        let commands = self.run.handle(events, now);
        if !was_over && self.run.phase() == Phase::Done && self.is_complete() {
            fleet.end_round();
        }
        commands
    }
}

/// Whether asking again would bring the same, until somebody changes something in GitLab.
pub fn lasts(cause: &Cause) -> bool {
    matches!(cause, Cause::Known(_) | Cause::NotAllowed(_) | Cause::Forbidden | Cause::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{Server, SignIn};
    use crate::pages::fleet::scope::Scope;
    use crate::pages::fleet::steps::begin;
    use leptos::prelude::Owner;
    use patchbay_model::gitlab::wire;
    use patchbay_model::plan::Hindrance;
    use patchbay_model::{Listed, Vendor};
    use serde_json::json;

    /// A GitLab with these pages of projects, of which each has nothing.
    struct World {
        fleet: Fleet,
        reading: Reading,
        /// The steps that are on their way.
        sent: Vec<usize>,
        pages: Vec<Vec<u64>>,
    }

    fn home(id: u64) -> Home {
        wire::home(json!({"id": id, "name": "a", "path_with_namespace": "g/a"}), Level::Project).unwrap()
    }

    fn error(cause: Cause) -> Error {
        let server = Server::new(Vendor::GitLab, "https://gitlab.example".to_owned(), SignIn::Session);
        Error { server, cause, facts: Default::default() }
    }

    impl World {
        fn new(pages: &[&[u64]]) -> Self {
            let (steps, unknown) = begin(&Scope::Mine, false, "h", &|_| None);
            let mut world = Self {
                fleet: Fleet::default(),
                reading: Reading::new(steps, unknown, false),
                sent: Vec::new(),
                pages: pages.iter().map(|page| page.to_vec()).collect(),
            };
            world.happens(vec![Event::Start]);
            world
        }

        fn happens(&mut self, events: Vec<Event>) {
            for command in self.reading.handle(&mut self.fleet, events, 0.0) {
                if let Command::Send(step) = command {
                    self.sent.push(step);
                }
            }
            assert!(self.sent.len() <= AT_A_TIME);
        }

        fn answer(&mut self, step: usize, got: Result<Got, Error>) {
            self.sent.retain(|sent| *sent != step);
            let events = self.reading.take(&mut self.fleet, step, got, 1.0);
            self.happens(events);
        }

        /// Answers what was sent first, as a GitLab would.
        fn goes_on(&mut self) -> Option<Step> {
            let step = *self.sent.first()?;
            let asked = self.reading.step(step)?.clone();
            let got = match &asked {
                Step::ProjectsAfter { after, .. } => {
                    let at = self.pages.iter().position(|page| page.iter().all(|id| id > after)).unwrap_or(0);
                    let homes = self.pages.get(at).into_iter().flatten().map(|id| home(*id)).collect();
                    let has_next = at + 1 < self.pages.len();
                    Got::Page(PageOfHomes { homes, odd: Vec::new(), total: None, has_next })
                }
                _ => Got::Active(Listed { read: Vec::new(), odd: Vec::new() }),
            };
            self.answer(step, Ok(got));
            Some(asked)
        }

        fn ends(&mut self) -> Vec<Step> {
            std::iter::from_fn(|| self.goes_on()).collect()
        }
    }

    fn ids(from: u64, to: u64) -> Vec<u64> {
        (from..=to).collect()
    }

    #[test]
    fn the_lists_are_read_soon_and_each_project_once() {
        let (one, two, three) = (ids(1, 50), ids(51, 100), ids(101, 120));
        let mut world = World::new(&[&one, &two, &three]);
        let asked = world.ends();
        assert_eq!(world.reading.phase(), Phase::Done);
        let last_list = asked.iter().rposition(|step| !matches!(step, Step::Read(_))).unwrap();
        assert!(last_list < 30, "{last_list}");
        let mut read: Vec<u64> = asked
            .iter()
            .filter_map(|step| match step {
                Step::Read(key) => Some(key / 2),
                _ => None,
            })
            .collect();
        read.sort_unstable();
        assert_eq!(read, ids(1, 120));
        assert_eq!((world.reading.to_go(), world.reading.is_listing()), (0, false));
    }

    #[test]
    fn five_thousand_are_read_with_one_request_each() {
        let pages: Vec<Vec<u64>> = (0..50).map(|page| ids(page * 100 + 1, page * 100 + 100)).collect();
        let pages: Vec<&[u64]> = pages.iter().map(Vec::as_slice).collect();
        let mut world = World::new(&pages);
        let asked = world.ends();
        let lists = asked.iter().filter(|step| !matches!(step, Step::Read(_))).count();
        assert_eq!((asked.len(), lists, world.fleet.entries.len()), (5_050, 50, 5_000));
        assert!(world.fleet.entries.iter().all(|entry| entry.active.is_some()));
    }

    #[test]
    fn it_stops_reads_some_by_themselves_and_goes_on() {
        let all = ids(1, 30);
        let mut world = World::new(&[&all]);
        for _ in 0..5 {
            world.goes_on();
        }
        world.happens(vec![Event::Stop]);
        while !world.sent.is_empty() {
            world.goes_on();
        }
        assert_eq!(world.reading.phase(), Phase::Stopped);
        let read = world.fleet.entries.iter().filter(|entry| entry.active.is_some()).count();
        assert_eq!(world.reading.to_go(), 30 - read);
        let events = world.reading.read_again(&[60, 2]);
        world.happens(events);
        assert_eq!(world.ends(), [Step::Read(60), Step::Read(2)]);
        assert_eq!(world.reading.phase(), Phase::Stopped);
        let events = world.reading.go_on();
        world.happens(events);
        // All but those that were read, of which one was read by itself.
        assert_eq!(world.ends().len(), 30 - read - 1);
        assert_eq!((world.reading.phase(), world.reading.to_go()), (Phase::Done, 0));
    }

    #[test]
    fn each_failure_is_waited_for_stops_it_or_is_noted() {
        let owner = Owner::new();
        owner.set();
        for (cause, phase) in [
            (Cause::TooMany(Some(90)), Phase::Waiting(90, Hindrance::SlowDown(Some(90)))),
            (Cause::Unavailable(None), Phase::Waiting(1, Hindrance::Unavailable(None))),
            (Cause::Offline, Phase::Waiting(1, Hindrance::Unreachable)),
            (Cause::NotSignedIn, Phase::Stopped),
            (Cause::Server, Phase::Done),
            (Cause::Forbidden, Phase::Done),
        ] {
            let mut world = World::new(&[&[1]]);
            world.goes_on();
            let step = world.sent[0];
            world.answer(step, Err(error(cause.clone())));
            assert_eq!(world.reading.phase(), phase, "{cause:?}");
            let is_noted = phase == Phase::Done;
            assert_eq!(world.fleet.entries[0].failed.is_some(), is_noted, "{cause:?}");
            assert_eq!(world.reading.to_go(), usize::from(!is_noted), "{cause:?}");
            assert_eq!(world.reading.passing().count(), usize::from(cause == Cause::Server), "{cause:?}");
            // Asked again, it is read after all.
            let events = if is_noted { world.reading.retry() } else { world.reading.go_on() };
            world.happens(events);
            let again = usize::from(cause != Cause::Forbidden);
            assert_eq!(world.ends().len(), again, "{cause:?}");
            assert_eq!(world.fleet.entries[0].active.is_some(), again == 1, "{cause:?}");
        }
    }

    #[test]
    fn what_never_answers_is_given_up_after_three_tries() {
        let owner = Owner::new();
        owner.set();
        for (cause, phase) in [(Cause::Offline, Phase::Stopped), (Cause::Unavailable(None), Phase::Done)] {
            let mut world = World::new(&[&[1]]);
            world.goes_on();
            for _ in 0..PATIENCE.absent {
                let step = world.sent[0];
                world.answer(step, Err(error(cause.clone())));
                world.happens(vec![Event::Continue]);
            }
            let step = world.sent[0];
            world.answer(step, Err(error(cause.clone())));
            assert_eq!(world.reading.phase(), phase, "{cause:?}");
        }
    }

    #[test]
    fn what_a_list_does_not_have_any_more_is_gone_once_it_was_read_to_its_end() {
        let owner = Owner::new();
        owner.set();
        let mut world = World::new(&[&[1, 2], &[3]]);
        world.ends();
        assert_eq!(world.fleet.entries.len(), 3);
        // Read from the beginning, without the last page at first.
        for is_whole in [false, true] {
            let (steps, unknown) = begin(&Scope::Mine, false, "h", &|_| None);
            world.fleet.begin_round();
            world.reading = Reading::new(steps, unknown, false);
            world.pages = vec![vec![1]];
            world.happens(vec![Event::Start]);
            if !is_whole {
                let step = world.sent[0];
                world.answer(step, Err(error(Cause::Server)));
            }
            world.ends();
            assert_eq!(world.fleet.entries.len(), if is_whole { 1 } else { 3 });
        }
    }

    #[test]
    fn entries_that_mean_nothing_here_are_told() {
        use crate::pages::gitlab::search_direct::Direct;
        let meant = |text: &str| match text {
            "words" => None,
            text => {
                let place = if text == "far/away" { "elsewhere" } else { "h" }.to_owned();
                Some(Direct::Home { place, level: Level::Project, id: text.to_owned(), or_other: false })
            }
        };
        let list = ["101", "far/away", "words"].map(str::to_owned).to_vec();
        let (steps, unknown) = begin(&Scope::List(list), true, "h", &meant);
        let find = Step::Find { level: Level::Project, id: "101".to_owned(), or_other: false };
        assert_eq!((steps, unknown), (vec![find], vec!["far/away".to_owned(), "words".to_owned()]));
    }
}
