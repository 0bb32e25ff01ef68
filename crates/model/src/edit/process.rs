//! One change from its first read to its verdict: which step comes next, and what came of it.
//!
//! The rules that hold for any order of answers: it is written at most once; [`Verdict::Saved`] needs the server's word
//! or a read that shows it; an answer that is lost is followed by a read, never by another write.

/// What is to be done with a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Make a new one.
    Add,
    /// Change settings.
    Change,
    /// Enable or disable it.
    Switch,
    /// Remove it.
    Remove,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Read what the server has, and compare it with what the person saw.
    Read,
    /// Send the change.
    Write,
    /// Read what the server has now, and compare it with what was asked.
    ReadBack,
    /// Tell the person.
    End(Verdict),
}

/// What the read before the write shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// It is as the person saw it.
    Ready,
    /// It is already as asked: nothing needs to be sent.
    AsAsked,
    /// Somebody else changed it meanwhile.
    Conflict,
    /// It does not exist (any more), or the server does not offer it.
    Gone,
    /// It could not be read.
    Failed,
}

/// What the answer to the write says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The server says that it did as asked.
    Accepted,
    /// The server refused the values: nothing was changed.
    Refused,
    /// Nothing was changed, for another reason: no rights, say.
    Failed,
    /// No answer that can be used, such as none at all, a server error or an HTML page: it may have been done.
    Lost,
}

/// What the read after the write shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// The server has what was asked for; of a removed one, nothing.
    AsAsked,
    /// The server has what it had before.
    Unchanged,
    /// The server has something else.
    Different,
    /// It does not exist any more, which was not asked for.
    Gone,
    /// It could not be read.
    Failed,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The server has what was asked for.
    Saved,
    /// The server accepted it, but has something else than what was asked for.
    Ignored,
    /// The server accepted it, but could not be read afterwards.
    Unverified,
    /// Somebody else changed it meanwhile. Nothing was sent.
    Conflict,
    /// The server refused the values. Nothing was changed.
    Refused,
    /// The answer was lost, and the server has what it had before.
    NotDone,
    /// The answer was lost, and the server has neither what it had before nor what was asked for.
    Different,
    /// The answer was lost, and the server could not be read afterwards.
    Unknown,
    /// It does not exist any more: before anything was sent, or afterwards.
    Gone,
    /// Nothing was changed.
    Failed,
}

impl Verdict {
    /// Whether reading again can tell more.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Unverified | Self::Unknown)
    }
}

/// A change under way. Give it what each step shows; what does not belong to the step that is due changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Process {
    action: Action,
    step: Step,
    accepted: bool,
}

impl Process {
    /// Begins with a read.
    pub fn new(action: Action) -> Self {
        Self { action, step: Step::Read, accepted: false }
    }

    /// What comes next.
    pub fn step(&self) -> Step {
        self.step
    }

    /// What is to be done.
    pub fn action(&self) -> Action {
        self.action
    }

    /// Whether the server said that it did as asked.
    pub fn is_accepted(&self) -> bool {
        self.accepted
    }

    /// Takes what the read before the write shows.
    pub fn read(&mut self, before: Before) {
        if self.step != Step::Read {
            return;
        }
        self.step = match (before, self.action) {
            (Before::Ready, _) => Step::Write,
            (Before::AsAsked, _) => Step::End(Verdict::Saved),
            // It is gone, and that is what was asked for.
            (Before::Gone, Action::Remove) => Step::End(Verdict::Saved),
            (Before::Gone, Action::Add | Action::Change | Action::Switch) => Step::End(Verdict::Gone),
            (Before::Conflict, _) => Step::End(Verdict::Conflict),
            (Before::Failed, _) => Step::End(Verdict::Failed),
        };
    }

    /// Takes what the answer to the write says.
    pub fn written(&mut self, answer: Answer) {
        if self.step != Step::Write {
            return;
        }
        self.accepted = answer == Answer::Accepted;
        self.step = match answer {
            Answer::Accepted | Answer::Lost => Step::ReadBack,
            Answer::Refused => Step::End(Verdict::Refused),
            Answer::Failed => Step::End(Verdict::Failed),
        };
    }

    /// Takes what the read after the write shows.
    pub fn read_back(&mut self, after: After) {
        if self.step != Step::ReadBack {
            return;
        }
        self.step = Step::End(match (after, self.accepted) {
            (After::AsAsked, _) => Verdict::Saved,
            (After::Gone, _) => Verdict::Gone,
            (After::Unchanged | After::Different, true) => Verdict::Ignored,
            (After::Failed, true) => Verdict::Unverified,
            (After::Unchanged, false) => Verdict::NotDone,
            (After::Different, false) => Verdict::Different,
            (After::Failed, false) => Verdict::Unknown,
        });
    }

    /// Reads again after a verdict that left it open, and after one without an answer, because the server may have done
    /// it since; other verdicts stay.
    pub fn look_again(&mut self) {
        if matches!(self.step, Step::End(verdict) if verdict.is_open() || verdict == Verdict::NotDone) {
            self.step = Step::ReadBack;
        }
    }
}
