//! Runs of plans: any order of answers, failures, pauses, stops and retries.

use patchbay_model::plan::{Answer, Command, Ending, Event, Hindrance, Phase, Run, State, Stopped};
use proptest::prelude::*;

/// A server and a person around a run, who check what must always hold.
struct World {
    run: Run,
    now: f64,
    sent: Vec<usize>,
    reading: Vec<usize>,
    /// How often each step was sent, and how often that was allowed.
    sends: Vec<(u32, u32)>,
    wakes: Vec<f64>,
    at_a_time: usize,
}

impl World {
    fn new(total: usize, first: &[usize], at_a_time: usize) -> Self {
        let included: Vec<usize> = (0..total).collect();
        Self {
            run: Run::new(total, &included, first, at_a_time),
            now: 1_000.0,
            sent: Vec::new(),
            reading: Vec::new(),
            sends: vec![(0, 1); total],
            wakes: Vec::new(),
            at_a_time,
        }
    }

    fn on_its_way(&self) -> Vec<usize> {
        self.sent.iter().chain(&self.reading).copied().collect()
    }

    fn handle(&mut self, event: Event) {
        if let Event::Answered(step, answer) = &event {
            let was_sent = self.sent.contains(step);
            self.sent.retain(|one| one != step);
            self.reading.retain(|one| one != step);
            if was_sent && matches!(answer, Answer::NotYet(_) | Answer::NotYetForAll) {
                self.sends[*step].1 += 1;
            }
        }
        if let Event::Retry(steps) = &event {
            for &step in steps {
                if matches!(self.run.state(step), Some(State::Ended(ending)) if ending != Ending::Unknown) {
                    self.sends[step].1 += 1;
                }
            }
        }
        if let Event::Add(count) = &event {
            self.sends.extend(vec![(0, 1); *count]);
        }
        let before = self.run.phase();
        for command in self.run.handle(event.clone(), self.now) {
            match command {
                Command::Send(step) => {
                    assert!(!self.on_its_way().contains(&step), "{step} is on its way already");
                    self.sends[step].0 += 1;
                    let (sent, allowed) = self.sends[step];
                    assert!(sent <= allowed, "{step} was sent {sent} times, {allowed} allowed");
                    self.sent.push(step);
                }
                Command::ReadBack(step) => {
                    assert!(!self.on_its_way().contains(&step), "{step} is on its way already");
                    self.reading.push(step);
                }
                Command::WakeAt(at) => self.wakes.push(at),
            }
        }
        self.check(&event, before);
    }

    fn check(&self, event: &Event, before: Phase) {
        assert!(self.on_its_way().len() <= self.at_a_time);
        let counts = self.run.counts();
        assert_eq!(counts.waiting + counts.under_way + counts.ended(), counts.total);
        assert_eq!(counts.total + counts.left_out, self.run.states().len());
        assert_eq!(self.run.states().len(), self.sends.len(), "all that were added are there, and no others");
        for (step, state) in self.run.states().iter().enumerate() {
            assert_eq!(*state == State::UnderWay, self.sent.contains(&step), "{step}: {state:?}");
            assert_eq!(*state == State::ReadingBack, self.reading.contains(&step), "{step}: {state:?}");
        }
        match self.run.phase() {
            Phase::Over => assert_eq!(counts.ended(), counts.total, "over after {event:?} in {before:?}"),
            Phase::Pausing { until, .. } => assert!(self.wakes.contains(&until)),
            Phase::Running => assert!(!self.on_its_way().is_empty(), "it stands still after {event:?}"),
            Phase::Ready | Phase::Paused | Phase::Deciding | Phase::Stopped(_) => {}
        }
        if self.run.phase() == Phase::Deciding {
            assert!(self.run.first().iter().all(|one| matches!(self.run.state(*one), Some(State::Ended(_)))));
        }
    }

    /// Answers everything well until nothing is left to do.
    fn finish(&mut self) {
        for _ in 0..20_000 {
            match self.on_its_way().first() {
                Some(&step) => self.handle(Event::Answered(step, Answer::Ended(Ending::Done))),
                None => match self.run.phase() {
                    Phase::Over => return,
                    Phase::Ready => self.handle(Event::Start),
                    Phase::Pausing { until, .. } => {
                        self.now = until;
                        self.handle(Event::Tick(false));
                    }
                    Phase::Stopped(Stopped::FirstFailed) if !self.run.first().is_empty() => {
                        self.handle(Event::Retry(self.run.first().to_vec()));
                    }
                    _ => self.handle(Event::Continue),
                },
            }
        }
        assert_eq!(self.run.phase(), Phase::Over, "it never ends: {:?}", self.run);
    }
}

fn hindrance() -> impl Strategy<Value = Hindrance> {
    prop_oneof![
        prop::option::of(0..90_u32).prop_map(Hindrance::SlowDown),
        prop::option::of(0..90_u32).prop_map(Hindrance::Unavailable),
        Just(Hindrance::Unreachable),
    ]
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        6 => prop_oneof![
            Just(Ending::Done), Just(Ending::Remarked), Just(Ending::Failed), Just(Ending::Unknown)
        ].prop_map(Answer::Ended),
        1 => Just(Answer::EndedForAll),
        1 => Just(Answer::NotYetForAll),
        2 => hindrance().prop_map(Answer::NotYet),
        2 => prop::option::of(hindrance()).prop_map(Answer::Open),
    ]
}

/// What happens, with a number that says to which of the steps on their way.
fn happening() -> impl Strategy<Value = (u8, usize, Answer, Vec<usize>)> {
    (0..22_u8, 0..8_usize, answer(), prop::collection::vec(0..40_usize, 0..6))
}

proptest! {
    #[test]
    fn no_step_is_lost_and_none_is_sent_twice_unless_it_may(
        total in 0..40_usize,
        first in prop::collection::vec(0..40_usize, 0..3),
        at_a_time in 1..9_usize,
        happenings in prop::collection::vec(happening(), 0..200),
    ) {
        let mut world = World::new(total, &first, at_a_time);
        for (what, which, answer, steps) in happenings {
            world.now += 137.0;
            let event = match what {
                0 => Event::Start,
                1 => Event::Pause,
                2 => Event::Continue,
                3 => Event::Stop,
                4 => Event::Retry(steps),
                5 => Event::LeaveOut(steps),
                6 => Event::Tick(which % 2 == 0),
                7 => {
                    if let Phase::Pausing { until, .. } = world.run.phase() {
                        world.now = until;
                    }
                    Event::Tick(false)
                }
                // Something that is not on its way: it changes nothing.
                8 => Event::Answered(which, answer),
                9 => Event::Add(which % 3),
                _ => match world.on_its_way().get(which) {
                    Some(step) => Event::Answered(*step, answer),
                    None => Event::Start,
                },
            };
            if let Event::Answered(step, _) = event
                && !world.on_its_way().contains(&step)
            {
                let before = world.run.states().to_vec();
                prop_assert!(world.run.handle(event, world.now).is_empty());
                prop_assert_eq!(before, world.run.states());
                continue;
            }
            world.handle(event);
        }
        world.finish();
        let counts = world.run.counts();
        prop_assert_eq!(counts.ended(), counts.total);
    }

    #[test]
    fn a_stop_leaves_every_step_in_a_true_state(
        total in 1..30_usize,
        before in 0..30_usize,
        answers in prop::collection::vec(answer(), 40),
    ) {
        let mut world = World::new(total, &[], 4);
        world.handle(Event::Start);
        for _ in 0..before {
            let Some(&step) = world.on_its_way().first() else { break };
            world.handle(Event::Answered(step, Answer::Ended(Ending::Done)));
        }
        world.handle(Event::Stop);
        let sent: Vec<u32> = world.sends.iter().map(|(sent, _)| *sent).collect();
        for answer in answers {
            let Some(&step) = world.on_its_way().first() else { break };
            world.handle(Event::Answered(step, answer));
        }
        while let Some(&step) = world.on_its_way().first() {
            world.handle(Event::Answered(step, Answer::Ended(Ending::Failed)));
        }
        let now: Vec<u32> = world.sends.iter().map(|(sent, _)| *sent).collect();
        prop_assert_eq!(sent.clone(), now, "nothing is sent after a stop");
        for (state, sent) in world.run.states().iter().zip(sent) {
            prop_assert!(matches!(state, State::Ended(_) | State::Waiting), "{state:?}");
            prop_assert!(sent == 1 || *state == State::Waiting);
        }
    }

    #[test]
    fn what_was_under_way_when_the_page_was_reloaded_is_read_back_first(
        total in 1..30_usize, done in 0..30_usize,
    ) {
        let mut world = World::new(total, &[], 4);
        world.handle(Event::Start);
        for _ in 0..done {
            let Some(&step) = world.on_its_way().first() else { break };
            world.handle(Event::Answered(step, Answer::Ended(Ending::Done)));
        }
        let flying = world.sent.clone();
        let mut run = Run::restored(world.run.states().to_vec());
        prop_assert_eq!(run.counts().total, total);
        let is_over = flying.is_empty();
        prop_assert_eq!(run.phase() == Phase::Over, is_over);
        let waiting = run.counts().waiting;
        let mut read = Vec::new();
        let mut commands = run.handle(Event::Tick(false), 0.0);
        while let Some(command) = commands.pop() {
            let Command::ReadBack(step) = command else {
                prop_assert!(false, "{command:?}");
                continue;
            };
            read.push(step);
            commands.extend(run.handle(Event::Answered(step, Answer::Ended(Ending::Done)), 0.0));
        }
        let mut wanted = flying;
        wanted.sort_unstable();
        prop_assert_eq!(read, wanted);
        prop_assert_eq!(run.counts().waiting, waiting);
    }
}

fn sends(commands: &[Command]) -> Vec<usize> {
    let send = |command: &Command| match command {
        Command::Send(step) => Some(*step),
        _ => None,
    };
    commands.iter().filter_map(send).collect()
}

fn run_of(total: usize, first: &[usize]) -> Run {
    Run::new(total, &(0..total).collect::<Vec<_>>(), first, 4)
}

#[test]
fn at_most_four_go_at_a_time() {
    let mut run = run_of(10, &[]);
    assert_eq!(sends(&run.handle(Event::Start, 0.0)), [0, 1, 2, 3]);
    assert_eq!(sends(&run.handle(Event::Answered(2, Answer::Ended(Ending::Done)), 1.0)), [4]);
}

#[test]
fn it_waits_as_long_as_the_server_says_or_longer_each_time() {
    for (hindrance, pauses) in [
        (Hindrance::SlowDown(Some(7)), [7_000.0, 7_000.0, 7_000.0, 7_000.0, 7_000.0, 7_000.0, 7_000.0]),
        (Hindrance::Unavailable(Some(0)), [1_000.0; 7]),
        (Hindrance::SlowDown(None), [1_000.0, 2_000.0, 4_000.0, 8_000.0, 16_000.0, 30_000.0, 30_000.0]),
        (Hindrance::Unreachable, [1_000.0, 2_000.0, 4_000.0, 8_000.0, 16_000.0, 30_000.0, 30_000.0]),
    ] {
        let mut run = Run::new(1, &[0], &[], 4);
        run.handle(Event::Start, 0.0);
        let mut now = 0.0;
        for pause in pauses {
            let commands = run.handle(Event::Answered(0, Answer::NotYet(hindrance)), now);
            assert_eq!(commands, [Command::WakeAt(now + pause)], "{hindrance:?}");
            assert_eq!(run.phase(), Phase::Pausing { until: now + pause, because: hindrance });
            assert_eq!(run.handle(Event::Tick(false), now + pause / 2.0), [Command::WakeAt(now + pause)]);
            now += pause;
            assert_eq!(sends(&run.handle(Event::Tick(false), now)), [0]);
        }
    }
}

#[test]
fn a_network_that_is_back_ends_the_pause_and_a_slow_server_does_not() {
    for (because, goes_on) in [(Hindrance::Unreachable, true), (Hindrance::SlowDown(Some(60)), false)] {
        let mut run = run_of(2, &[]);
        run.handle(Event::Start, 0.0);
        run.handle(Event::Answered(0, Answer::NotYet(because)), 0.0);
        assert_eq!(!sends(&run.handle(Event::Tick(true), 10.0)).is_empty(), goes_on, "{because:?}");
    }
}

#[test]
fn one_without_an_answer_is_read_back_three_times_and_is_unknown_then() {
    let mut run = run_of(1, &[]);
    run.handle(Event::Start, 0.0);
    for _ in 0..3 {
        let commands = run.handle(Event::Answered(0, Answer::Open(None)), 0.0);
        assert_eq!(commands, [Command::ReadBack(0)]);
    }
    assert_eq!(run.handle(Event::Answered(0, Answer::Open(None)), 0.0), []);
    assert_eq!(run.state(0), Some(State::Ended(Ending::Unknown)));
    assert_eq!(run.phase(), Phase::Over);
    // Asked for again, it is read back and not sent.
    assert_eq!(run.handle(Event::Retry(vec![0]), 0.0), [Command::ReadBack(0)]);
}

#[test]
fn the_first_goes_alone_and_a_person_decides_about_the_others() {
    let mut run = run_of(5, &[3]);
    assert_eq!(sends(&run.handle(Event::Start, 0.0)), [3]);
    assert_eq!(run.handle(Event::Answered(3, Answer::Ended(Ending::Done)), 0.0), []);
    assert_eq!(run.phase(), Phase::Deciding);
    assert_eq!(sends(&run.handle(Event::Continue, 0.0)), [0, 1, 2, 4]);
}

#[test]
fn nothing_follows_a_first_one_that_is_not_done() {
    for (answer, why) in [
        (Answer::Ended(Ending::Failed), Stopped::FirstFailed),
        (Answer::Ended(Ending::Unknown), Stopped::FirstFailed),
        (Answer::EndedForAll, Stopped::ForAll),
    ] {
        let mut run = run_of(5, &[0, 1]);
        run.handle(Event::Start, 0.0);
        run.handle(Event::Answered(1, Answer::Ended(Ending::Done)), 0.0);
        run.handle(Event::Answered(0, answer), 0.0);
        assert_eq!(run.phase(), Phase::Stopped(why), "{answer:?}");
        // Going on does not get past it.
        assert_eq!(sends(&run.handle(Event::Continue, 0.0)), [0; 0], "{answer:?}");
        assert_eq!(run.phase(), Phase::Stopped(Stopped::FirstFailed), "{answer:?}");
        // Leaving its group out does.
        run.handle(Event::LeaveOut(vec![0, 2]), 0.0);
        run.handle(Event::Continue, 0.0);
        assert_eq!(run.phase(), Phase::Deciding, "{answer:?}");
        assert_eq!(sends(&run.handle(Event::Continue, 0.0)), [3, 4], "{answer:?}");
        assert_eq!(run.counts().left_out, 1, "{answer:?}");
    }
}

#[test]
fn one_refusal_that_concerns_all_stops_it_and_what_is_under_way_ends() {
    let mut run = run_of(10, &[]);
    run.handle(Event::Start, 0.0);
    assert_eq!(run.handle(Event::Answered(1, Answer::EndedForAll), 0.0), []);
    assert_eq!(run.phase(), Phase::Stopped(Stopped::ForAll));
    for step in [0, 2, 3] {
        assert_eq!(run.handle(Event::Answered(step, Answer::Ended(Ending::Done)), 0.0), []);
    }
    let counts = run.counts();
    assert_eq!((counts.done, counts.failed, counts.waiting, counts.under_way), (3, 1, 6, 0));
    assert_eq!(sends(&run.handle(Event::Continue, 0.0)), [4, 5, 6, 7]);
}

#[test]
fn time_left_is_judged_by_what_has_ended() {
    let mut run = run_of(20, &[]);
    run.handle(Event::Start, 0.0);
    let mut now = 0.0;
    for step in 0..8 {
        assert_eq!(run.time_left(now), None);
        now += 100.0;
        run.handle(Event::Answered(step, Answer::Ended(Ending::Done)), now);
    }
    assert_eq!(run.time_left(now), Some(1_200.0));
    // A pause does not count.
    run.handle(Event::Pause, now);
    assert_eq!(run.time_left(now + 60_000.0), Some(1_200.0));
}

/// A run of five with four on their way, or of two, or of one that goes first; each brought to a phase of its own.
fn brought_to() -> Vec<(&'static str, Run)> {
    let done = || Answer::Ended(Ending::Done);
    let begun = |total: usize, first: &[usize], events: Vec<Event>| {
        let mut run = run_of(total, first);
        for event in events {
            run.handle(event, 0.0);
        }
        run
    };
    let slow = Answer::NotYet(Hindrance::SlowDown(Some(7)));
    vec![
        ("ready", begun(5, &[], vec![])),
        ("running, all places taken", begun(5, &[], vec![Event::Start])),
        ("running, a place free", begun(2, &[], vec![Event::Start])),
        ("pausing", begun(2, &[], vec![Event::Start, Event::Answered(0, slow)])),
        ("paused", begun(2, &[], vec![Event::Start, Event::Pause])),
        ("deciding", begun(2, &[0], vec![Event::Start, Event::Answered(0, done())])),
        ("stopped", begun(5, &[], vec![Event::Start, Event::Stop])),
        ("over", begun(1, &[], vec![Event::Start, Event::Answered(0, done())])),
        ("over, with nothing to do", begun(0, &[], vec![Event::Start])),
    ]
}

#[test]
fn steps_that_are_added_wait_for_their_turn_and_a_run_that_was_over_goes_on_with_them() {
    for (name, mut run) in brought_to() {
        let (total, before) = (run.states().len(), run.phase());
        assert_eq!(run.handle(Event::Add(0), 0.0), [], "{name}");
        assert_eq!(run.phase(), before, "{name}");
        let sent = sends(&run.handle(Event::Add(2), 0.0));
        let added = [total, total + 1];
        match name {
            "running, a place free" | "over" | "over, with nothing to do" => {
                assert_eq!((sent.as_slice(), run.phase()), (added.as_slice(), Phase::Running), "{name}");
            }
            _ => {
                assert_eq!((sent.as_slice(), run.phase()), ([].as_slice(), before), "{name}");
                assert_eq!(added.map(|step| run.state(step)), [Some(State::Waiting); 2], "{name}");
            }
        }
        assert_eq!(run.counts().total, total + 2, "{name}");
    }
}

#[test]
fn one_that_was_not_done_for_a_reason_that_concerns_all_goes_first_when_a_person_lets_it_go_on() {
    for (events, again) in [
        (vec![], vec![1]),
        // What was under way is told the same: it stays stopped, and both go again.
        (vec![Event::Answered(3, Answer::NotYetForAll)], vec![3, 1]),
        (vec![Event::Answered(0, Answer::Ended(Ending::Done))], vec![1, 4]),
        (vec![Event::Stop], vec![1]),
    ] {
        let mut run = run_of(10, &[]);
        run.handle(Event::Start, 0.0);
        assert_eq!(run.handle(Event::Answered(1, Answer::NotYetForAll), 0.0), []);
        for event in events.clone() {
            assert_eq!(run.handle(event, 0.0), [], "{events:?}");
        }
        assert_eq!(run.phase(), Phase::Stopped(Stopped::ForAll), "{events:?}");
        assert_eq!((run.state(1), run.counts().failed), (Some(State::Waiting), 0), "{events:?}");
        assert_eq!(sends(&run.handle(Event::Continue, 0.0)), again, "{events:?}");
    }
    // One that goes first goes first again.
    let mut run = run_of(3, &[2]);
    run.handle(Event::Start, 0.0);
    run.handle(Event::Answered(2, Answer::NotYetForAll), 0.0);
    assert_eq!(run.phase(), Phase::Stopped(Stopped::ForAll));
    assert_eq!(sends(&run.handle(Event::Continue, 0.0)), [2]);
}

#[test]
fn reading_back_that_fails_as_all_would_leaves_it_unknown() {
    for answer in [Answer::EndedForAll, Answer::NotYetForAll] {
        let mut run = run_of(2, &[]);
        run.handle(Event::Start, 0.0);
        assert_eq!(run.handle(Event::Answered(0, Answer::Open(None)), 0.0), [Command::ReadBack(0)]);
        assert_eq!(run.handle(Event::Answered(0, answer), 0.0), []);
        assert_eq!(run.state(0), Some(State::Ended(Ending::Unknown)), "{answer:?}");
        assert_eq!(run.phase(), Phase::Stopped(Stopped::ForAll), "{answer:?}");
    }
}

#[test]
fn one_that_was_left_out_while_it_was_under_way_does_not_hold_up_those_that_go_first() {
    for answer in [Answer::NotYet(Hindrance::Unreachable), Answer::NotYetForAll] {
        let mut run = Run::new(4, &[0, 1, 2, 3], &[2, 3], 1);
        assert_eq!(sends(&run.handle(Event::Start, 0.0)), [2]);
        run.handle(Event::LeaveOut(vec![2]), 0.0);
        run.handle(Event::Answered(2, answer), 0.0);
        assert_eq!(sends(&run.handle(Event::Continue, 0.0)), [3], "{answer:?}");
        run.handle(Event::Answered(3, Answer::Ended(Ending::Done)), 0.0);
        assert_eq!(run.phase(), Phase::Deciding, "{answer:?}");
        // It was sent, and is not forgotten: it goes with the others.
        assert_eq!(sends(&run.handle(Event::Continue, 0.0)), [2], "{answer:?}");
    }
}
