//! The run of a plan: which step goes when, without browser, network and clock.
//!
//! The rules that hold for any order of events: a step is under way at most once at a time; it is sent again only where
//! nothing was done, or where a person asks for it; one without a usable answer is read back before it counts; what was
//! under way when the run stops still ends.

use super::events::{Answer, Command, Counts, Ending, Event, Hindrance, Phase, State, Stopped};
use std::collections::VecDeque;

/// The longest pause that we choose ourselves, in milliseconds.
const LONGEST_PAUSE: f64 = 30_000.0;
/// The first pause that we choose ourselves, in milliseconds.
const FIRST_PAUSE: f64 = 1_000.0;
/// How often a step is read back before it counts as not known.
const READS: u8 = 3;

/// A run. Give it what happens; do what it says.
#[derive(Clone, Debug)]
pub struct Run {
    states: Vec<State>,
    /// How often each may still be read back.
    reads: Vec<u8>,
    /// To be sent, in this order.
    queue: VecDeque<usize>,
    /// To be read back, in this order.
    open: VecDeque<usize>,
    /// Which go first and alone, before a person decides about the others.
    first: Vec<usize>,
    phase: Phase,
    at_a_time: usize,
    flying: usize,
    /// The next pause that we choose, in milliseconds.
    pause: f64,
    /// How many ended since something last hindered.
    smooth: usize,
    /// How long it has been sending, in milliseconds, up to `since`.
    spent: f64,
    /// Since when it has been sending, in epoch milliseconds.
    since: Option<f64>,
    /// How many have ended in that time.
    ended: usize,
}

impl Run {
    /// A run of `total` steps, of which only `included` are part, at most `at_a_time` of them at once (1 to 8). Those in
    /// `first` go first and alone; the others follow when a person says so, and not while one of them is not done.
    pub fn new(total: usize, included: &[usize], first: &[usize], at_a_time: usize) -> Self {
        let mut run = Self::of(vec![State::LeftOut; total], at_a_time);
        for &step in included {
            if let Some(state) = run.states.get_mut(step) {
                *state = State::Waiting;
            }
        }
        run.first = first.iter().copied().filter(|&step| run.state(step) == Some(State::Waiting)).collect();
        let mut is_queued = vec![false; total];
        for &step in run.first.iter().chain(included) {
            if let Some(queued @ false) = is_queued.get_mut(step) {
                *queued = true;
                run.queue.push_back(step);
            }
        }
        run
    }

    /// A run as it was left when its page was reloaded: at the next event, what was under way then is read back before it
    /// counts. What was not sent is not sent any more, unless a person lets it go on.
    pub fn restored(states: Vec<State>) -> Self {
        let mut run = Self::of(states, 1);
        for (step, state) in run.states.iter_mut().enumerate() {
            match *state {
                State::Waiting => run.queue.push_back(step),
                State::UnderWay | State::Open | State::ReadingBack => {
                    *state = State::Open;
                    run.open.push_back(step);
                }
                State::LeftOut | State::Ended(_) => {}
            }
        }
        let is_over = run.queue.is_empty() && run.open.is_empty();
        run.phase = if is_over { Phase::Over } else { Phase::Stopped(Stopped::ByPerson) };
        run
    }

    fn of(states: Vec<State>, at_a_time: usize) -> Self {
        Self {
            reads: vec![READS; states.len()],
            states,
            queue: VecDeque::new(),
            open: VecDeque::new(),
            first: Vec::new(),
            phase: Phase::Ready,
            at_a_time: at_a_time.clamp(1, 8),
            flying: 0,
            pause: FIRST_PAUSE,
            smooth: 0,
            spent: 0.0,
            since: None,
            ended: 0,
        }
    }

    /// What it is doing.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Where each step is.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// Where this step is; `None` if there is no such step.
    pub fn state(&self, step: usize) -> Option<State> {
        self.states.get(step).copied()
    }

    /// How many steps are on their way.
    pub fn flying(&self) -> usize {
        self.flying
    }

    /// Those that go first, until a person has decided about the others.
    pub fn first(&self) -> &[usize] {
        &self.first
    }

    /// How many steps are where.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for state in &self.states {
            let one = match state {
                State::LeftOut => &mut counts.left_out,
                State::Waiting => &mut counts.waiting,
                State::UnderWay | State::Open | State::ReadingBack => &mut counts.under_way,
                State::Ended(Ending::Done) => &mut counts.done,
                State::Ended(Ending::Remarked) => &mut counts.remarked,
                State::Ended(Ending::Failed) => &mut counts.failed,
                State::Ended(Ending::Unknown) => &mut counts.unknown,
            };
            *one += 1;
        }
        counts.total = self.states.len() - counts.left_out;
        counts
    }

    /// How long the rest will take, in milliseconds, judged by those that have ended; `None` before enough have.
    pub fn time_left(&self, now: f64) -> Option<f64> {
        let left = self.queue.len() + self.open.len() + self.flying;
        let spent = self.spent + self.since.map_or(0.0, |since| (now - since).max(0.0));
        (self.ended >= 2 * self.at_a_time).then(|| spent / self.ended as f64 * left as f64)
    }

    /// Takes what happens at `now`, in epoch milliseconds, and says what to do. What does not fit changes nothing.
    pub fn handle(&mut self, event: Event, now: f64) -> Vec<Command> {
        let phase = self.phase;
        let mut commands = Vec::new();
        match (event, phase) {
            (Event::Start, Phase::Ready) => self.phase = Phase::Running,
            (Event::Pause, Phase::Running | Phase::Pausing { .. }) => self.phase = Phase::Paused,
            (Event::Stop, Phase::Running | Phase::Pausing { .. } | Phase::Paused | Phase::Deciding) => {
                self.phase = Phase::Stopped(Stopped::ByPerson);
            }
            (Event::Continue, Phase::Deciding) => {
                self.first.clear();
                self.phase = Phase::Running;
            }
            (Event::Continue, Phase::Paused | Phase::Pausing { .. } | Phase::Stopped(_)) => {
                self.phase = Phase::Running;
            }
            (Event::Tick(is_back), Phase::Pausing { until, because }) => {
                if now >= until || (is_back && because == Hindrance::Unreachable) {
                    self.phase = Phase::Running;
                } else {
                    // A timer may come a little early.
                    commands.push(Command::WakeAt(until));
                }
            }
            (Event::Answered(step, answer), _) => commands.extend(self.answered(step, answer, now)),
            (Event::Retry(steps), _) => self.retry(&steps),
            (Event::LeaveOut(steps), _) => self.leave_out(&steps),
            (Event::Add(count), _) => self.add(count),
            (Event::Start | Event::Pause | Event::Stop | Event::Continue | Event::Tick(_), _) => {}
        }
        self.advance(&mut commands);
        match (self.phase == Phase::Running, self.since) {
            (true, None) => self.since = Some(now),
            (false, Some(since)) => {
                self.spent += (now - since).max(0.0);
                self.since = None;
            }
            _ => {}
        }
        commands
    }

    /// Asks for steps again that have ended.
    fn retry(&mut self, steps: &[usize]) {
        for &step in steps {
            let Some(State::Ended(ending)) = self.state(step) else { continue };
            if ending == Ending::Unknown {
                // What is not known is found out before anything is sent again.
                self.reads[step] = READS;
                self.states[step] = State::Open;
                self.open.push_back(step);
            } else {
                self.states[step] = State::Waiting;
                match self.first.contains(&step) {
                    true => self.queue.push_front(step),
                    false => self.queue.push_back(step),
                }
            }
            if matches!(self.phase, Phase::Over | Phase::Deciding | Phase::Stopped(_)) {
                self.phase = Phase::Running;
            }
        }
    }

    /// Leaves out steps that were not sent yet; those that go first no longer hold up the others.
    fn leave_out(&mut self, steps: &[usize]) {
        for &step in steps {
            if self.state(step) == Some(State::Waiting) {
                self.states[step] = State::LeftOut;
                self.queue.retain(|other| *other != step);
            }
            self.first.retain(|other| *other != step);
        }
    }

    /// Adds steps to the end.
    fn add(&mut self, count: usize) {
        let total = self.states.len() + count;
        self.queue.extend(self.states.len()..total);
        self.states.resize(total, State::Waiting);
        self.reads.resize(total, READS);
        if count > 0 && self.phase == Phase::Over {
            self.phase = Phase::Running;
        }
    }

    /// Takes an answer; the pause that begins with it.
    fn answered(&mut self, step: usize, answer: Answer, now: f64) -> Option<Command> {
        let is_read = match self.state(step) {
            Some(State::UnderWay) => false,
            Some(State::ReadingBack) => true,
            _ => return None,
        };
        self.flying -= 1;
        let hindrance = match (answer, is_read) {
            (Answer::Ended(ending), _) => {
                self.end(step, ending);
                self.smooth += 1;
                // Those that were on their way when it was hindered say nothing of how it is now.
                if self.smooth >= 2 * self.at_a_time {
                    self.pause = FIRST_PAUSE;
                }
                None
            }
            (Answer::EndedForAll | Answer::NotYetForAll, true) => {
                self.end(step, Ending::Unknown);
                self.stop_for_all()
            }
            (Answer::EndedForAll, false) => {
                self.end(step, Ending::Failed);
                self.stop_for_all()
            }
            (Answer::NotYetForAll, false) => {
                self.send_later(step);
                self.stop_for_all()
            }
            (Answer::NotYet(hindrance), false) => {
                self.send_later(step);
                Some(hindrance)
            }
            (Answer::NotYet(hindrance), true) => {
                self.read_later(step);
                Some(hindrance)
            }
            (Answer::Open(hindrance), _) => {
                self.read_later(step);
                hindrance
            }
        };
        self.hinder(hindrance?, now)
    }

    fn end(&mut self, step: usize, ending: Ending) {
        self.states[step] = State::Ended(ending);
        self.ended += 1;
    }

    fn stop_for_all(&mut self) -> Option<Hindrance> {
        if !matches!(self.phase, Phase::Stopped(_)) {
            self.phase = Phase::Stopped(Stopped::ForAll);
        }
        None
    }

    fn send_later(&mut self, step: usize) {
        self.states[step] = State::Waiting;
        self.queue.push_front(step);
    }

    fn read_later(&mut self, step: usize) {
        if self.reads[step] == 0 {
            return self.end(step, Ending::Unknown);
        }
        self.reads[step] -= 1;
        self.states[step] = State::Open;
        self.open.push_back(step);
    }

    /// Begins a pause, or makes it longer.
    fn hinder(&mut self, because: Hindrance, now: f64) -> Option<Command> {
        self.smooth = 0;
        let asked = because.seconds().map(|seconds| f64::from(seconds.max(1)) * 1_000.0);
        let until = now + asked.unwrap_or(self.pause);
        match self.phase {
            Phase::Running => {
                self.pause = (self.pause * 2.0).min(LONGEST_PAUSE);
                self.phase = Phase::Pausing { until, because };
                Some(Command::WakeAt(until))
            }
            Phase::Pausing { until: before, .. } if asked.is_some() && until > before => {
                self.phase = Phase::Pausing { until, because };
                Some(Command::WakeAt(until))
            }
            _ => None,
        }
    }

    /// Sends what may go now.
    fn advance(&mut self, commands: &mut Vec<Command>) {
        // Reading changes nothing: after a stop it still tells what is true.
        let reads = matches!(self.phase, Phase::Running | Phase::Deciding | Phase::Stopped(_));
        while reads && self.flying < self.at_a_time {
            let Some(step) = self.open.pop_front() else { break };
            self.states[step] = State::ReadingBack;
            self.flying += 1;
            commands.push(Command::ReadBack(step));
        }
        while self.phase == Phase::Running && self.flying < self.at_a_time {
            // One that no longer goes first may stand before those that do.
            let may_go = |step: &usize| self.first.is_empty() || self.first.contains(step);
            let Some(step) = self.queue.iter().position(may_go).and_then(|at| self.queue.remove(at)) else {
                break;
            };
            self.states[step] = State::UnderWay;
            self.flying += 1;
            commands.push(Command::Send(step));
        }
        if self.flying > 0 || !self.open.is_empty() {
            return;
        }
        let is_over = self.queue.is_empty();
        match self.phase {
            Phase::Ready | Phase::Paused | Phase::Pausing { .. } if !is_over => {}
            Phase::Running if !is_over => self.decide(),
            Phase::Deciding | Phase::Stopped(_) if !is_over => {}
            _ => self.phase = Phase::Over,
        }
    }

    /// All that go first have ended.
    fn decide(&mut self) {
        let is_good =
            |step: &usize| matches!(self.state(*step), Some(State::Ended(Ending::Done | Ending::Remarked)));
        self.phase = match self.first.iter().all(is_good) {
            true => Phase::Deciding,
            false => Phase::Stopped(Stopped::FirstFailed),
        };
    }
}
