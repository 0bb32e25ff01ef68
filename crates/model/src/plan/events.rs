//! What is said between a run and the one who carries it out: what happens, what to do, and where each step is.

/// Where a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is not part of the run.
    LeftOut,
    /// It is sent when its turn comes.
    Waiting,
    /// It was sent and has not ended.
    UnderWay,
    /// It was sent and no answer says what came of it: it is read back when its turn comes.
    Open,
    /// What came of it is being read.
    ReadingBack,
    /// It has ended.
    Ended(Ending),
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It is as planned.
    Done,
    /// It was accepted, but something about it should be looked at.
    Remarked,
    /// It was not done.
    Failed,
    /// It is not known whether it was done.
    Unknown,
}

/// Why a request got no answer to what it asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// The server asks to slow down: for this many seconds, where it says how long.
    SlowDown(Option<u32>),
    /// The server does not run at the moment: for this many seconds, where it says how long.
    Unavailable(Option<u32>),
    /// The server cannot be reached.
    Unreachable,
}

impl Hindrance {
    pub(super) fn seconds(self) -> Option<u32> {
        match self {
            Self::SlowDown(seconds) | Self::Unavailable(seconds) => seconds,
            Self::Unreachable => None,
        }
    }
}

/// What the one who sends a step says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It has ended.
    Ended(Ending),
    /// It has failed, and the others would fail alike: nothing more is sent.
    EndedForAll,
    /// Nothing was done: it is sent again after a pause.
    NotYet(Hindrance),
    /// Nothing was done, and the others would fail alike: nothing more is sent, and this one again when a person lets the
    /// run go on.
    NotYetForAll,
    /// It may have been done: it is read back, after a pause where something hinders.
    Open(Option<Hindrance>),
}

/// Why a run sends nothing more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// A person stopped it.
    ByPerson,
    /// A step failed in a way in which the others would fail too.
    ForAll,
    /// A step that goes first was not done.
    FirstFailed,
}

/// What a run is doing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Phase {
    /// Nothing was sent yet.
    Ready,
    /// Steps are being sent.
    Running,
    /// Something hinders: nothing is sent until this moment, in epoch milliseconds.
    Pausing {
        /// The moment.
        until: f64,
        /// What hinders.
        because: Hindrance,
    },
    /// A person paused it.
    Paused,
    /// Those that go first are done: a person decides about the others.
    Deciding,
    /// Nothing more is sent.
    Stopped(Stopped),
    /// Every step has ended.
    Over,
}

/// What happens to a run.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A person starts it.
    Start,
    /// A person pauses it.
    Pause,
    /// A person lets it go on: after a pause, at once where something hinders, after those that go first, or after a stop.
    Continue,
    /// A person stops it.
    Stop,
    /// A step was answered.
    Answered(usize, Answer),
    /// Time has passed, or the network is back (`true`).
    Tick(bool),
    /// A person asks for these steps again; only those that have ended are taken.
    Retry(Vec<usize>),
    /// A person leaves these steps out; only those that were not sent yet are.
    LeaveOut(Vec<usize>),
    /// So many steps come behind the others. A run that was over goes on with them; otherwise they wait for their turn.
    Add(usize),
}

/// What the one who runs it has to do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Command {
    /// Send this step.
    Send(usize),
    /// Read back what came of this step.
    ReadBack(usize),
    /// Send [`Event::Tick`] at this moment, in epoch milliseconds.
    WakeAt(f64),
}

/// How many steps are where. All but `left_out` add up to `total`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Steps that are part of the run.
    pub total: usize,
    /// Not sent yet.
    pub waiting: usize,
    /// Under way, or to be read back.
    pub under_way: usize,
    /// As planned.
    pub done: usize,
    /// Accepted, with something to look at.
    pub remarked: usize,
    /// Not done.
    pub failed: usize,
    /// Not known.
    pub unknown: usize,
    /// Not part of the run.
    pub left_out: usize,
}

impl Counts {
    /// How many have ended.
    pub fn ended(&self) -> usize {
        self.done + self.remarked + self.failed + self.unknown
    }
}
