//! The reading of a fleet, driven without a network.

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
