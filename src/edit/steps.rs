//! From the first read to the verdict: the one loop under every form and every button.

use patchbay_model::edit::{After, Answer, Before, Process, Step, Verdict};

/// What each step of a change does.
pub trait Steps {
    /// Which step is next, and the verdict.
    fn process(&mut self) -> &mut Process;

    /// Reads before anything is sent.
    async fn read(&mut self) -> Before;

    /// Sends it.
    async fn write(&mut self) -> Answer;

    /// Reads what the server has after it.
    async fn read_back(&mut self) -> After;
}

/// Runs the steps until the verdict.
pub async fn run(change: &mut impl Steps) -> Verdict {
    loop {
        match change.process().step() {
            Step::Read => {
                let before = change.read().await;
                change.process().read(before);
            }
            Step::Write => {
                let answer = change.write().await;
                change.process().written(answer);
            }
            Step::ReadBack => {
                let after = change.read_back().await;
                change.process().read_back(after);
            }
            Step::End(verdict) => return verdict,
        }
    }
}
