//! A change from its first read to its verdict.

#![allow(clippy::panic, reason = "a test fails by panicking")]

use patchbay_model::edit::Before::{self, *};
use patchbay_model::edit::{Action, After, Answer, Process, Step, Verdict};
use proptest::prelude::*;

/// The verdict after these three, of which those that are not asked for are passed over.
fn verdict(action: Action, before: Before, answer: Answer, after: After) -> Verdict {
    let mut process = Process::new(action);
    process.read(before);
    process.written(answer);
    process.read_back(after);
    match process.step() {
        Step::End(verdict) => verdict,
        step => panic!("{step:?} is no end"),
    }
}

#[test]
fn what_is_read_first_decides_whether_anything_is_sent() {
    use Action::{Add, Change, Remove, Switch};
    for (action, before, expected) in [
        (Change, AsAsked, Verdict::Saved),
        (Change, Conflict, Verdict::Conflict),
        (Change, Gone, Verdict::Gone),
        (Change, Before::Failed, Verdict::Failed),
        (Switch, AsAsked, Verdict::Saved),
        (Switch, Gone, Verdict::Gone),
        (Switch, Before::Failed, Verdict::Failed),
        (Remove, Gone, Verdict::Saved),
        (Remove, Conflict, Verdict::Conflict),
        (Remove, Before::Failed, Verdict::Failed),
        (Add, AsAsked, Verdict::Saved),
        (Add, Conflict, Verdict::Conflict),
        (Add, Gone, Verdict::Gone),
        (Add, Before::Failed, Verdict::Failed),
    ] {
        let mut process = Process::new(action);
        process.read(before);
        assert_eq!(process.step(), Step::End(expected), "{action:?} {before:?}");
    }
}

#[test]
fn what_was_sent_is_judged_by_answer_and_read_back_together() {
    for (answer, after, expected) in [
        (Answer::Accepted, After::AsAsked, Verdict::Saved),
        (Answer::Accepted, After::Unchanged, Verdict::Ignored),
        (Answer::Accepted, After::Different, Verdict::Ignored),
        (Answer::Accepted, After::Gone, Verdict::Gone),
        (Answer::Accepted, After::Failed, Verdict::Unverified),
        (Answer::Lost, After::AsAsked, Verdict::Saved),
        (Answer::Lost, After::Unchanged, Verdict::NotDone),
        (Answer::Lost, After::Different, Verdict::Different),
        (Answer::Lost, After::Gone, Verdict::Gone),
        (Answer::Lost, After::Failed, Verdict::Unknown),
        (Answer::Refused, After::AsAsked, Verdict::Refused),
        (Answer::Failed, After::AsAsked, Verdict::Failed),
    ] {
        for action in [Action::Add, Action::Change, Action::Switch, Action::Remove] {
            assert_eq!(verdict(action, Ready, answer, after), expected, "{action:?} {answer:?} {after:?}");
        }
    }
}

#[test]
fn what_was_left_open_can_be_looked_at_again_without_sending_anything() {
    for (answer, before, after, expected) in [
        (Answer::Accepted, Verdict::Unverified, After::AsAsked, Verdict::Saved),
        (Answer::Accepted, Verdict::Unverified, After::Unchanged, Verdict::Ignored),
        (Answer::Accepted, Verdict::Unverified, After::Gone, Verdict::Gone),
        (Answer::Accepted, Verdict::Unverified, After::Failed, Verdict::Unverified),
        (Answer::Lost, Verdict::Unknown, After::AsAsked, Verdict::Saved),
        (Answer::Lost, Verdict::Unknown, After::Unchanged, Verdict::NotDone),
        (Answer::Lost, Verdict::Unknown, After::Failed, Verdict::Unknown),
    ] {
        let mut process = Process::new(Action::Change);
        process.read(Ready);
        process.written(answer);
        process.read_back(After::Failed);
        assert_eq!(process.step(), Step::End(before));
        process.look_again();
        assert_eq!(process.step(), Step::ReadBack);
        process.read_back(after);
        assert_eq!(process.step(), Step::End(expected));
    }
}

/// A server may be slow: what it had not done when it was read back, it may do later.
#[test]
fn what_was_not_done_can_be_looked_at_again() {
    for (after, expected) in [
        (After::AsAsked, Verdict::Saved),
        (After::Unchanged, Verdict::NotDone),
        (After::Different, Verdict::Different),
        (After::Gone, Verdict::Gone),
        (After::Failed, Verdict::Unknown),
    ] {
        for action in [Action::Add, Action::Change, Action::Switch, Action::Remove] {
            let mut process = Process::new(action);
            process.read(Ready);
            process.written(Answer::Lost);
            process.read_back(After::Unchanged);
            process.look_again();
            process.read_back(after);
            assert_eq!(process.step(), Step::End(expected), "{action:?} {after:?}");
        }
    }
}

/// Anything that can happen to a change, in any order.
#[derive(Clone, Copy, Debug)]
enum Event {
    Read(Before),
    Written(Answer),
    ReadBack(After),
    LookAgain,
}

fn event() -> impl Strategy<Value = Event> {
    use prop::sample::select;
    let before = select(vec![Ready, AsAsked, Conflict, Gone, Before::Failed]);
    let answer = select(vec![Answer::Accepted, Answer::Refused, Answer::Failed, Answer::Lost]);
    let after = select(vec![After::AsAsked, After::Unchanged, After::Different, After::Gone, After::Failed]);
    prop_oneof![
        before.prop_map(Event::Read),
        answer.prop_map(Event::Written),
        after.prop_map(Event::ReadBack),
        Just(Event::LookAgain),
    ]
}

fn action() -> impl Strategy<Value = Action> {
    prop::sample::select(vec![Action::Add, Action::Change, Action::Switch, Action::Remove])
}

proptest! {
    #[test]
    fn no_order_of_answers_writes_twice_or_says_saved_without_proof(
        action in action(),
        events in prop::collection::vec(event(), 0..24),
    ) {
        let mut process = Process::new(action);
        let (mut writes, mut proof) = (0, false);
        for event in events {
            let due = process.step();
            match event {
                Event::Read(before) => {
                    process.read(before);
                    let gone = before == Gone && action == Action::Remove;
                    proof |= due == Step::Read && (before == AsAsked || gone);
                }
                Event::Written(answer) => process.written(answer),
                Event::ReadBack(after) => {
                    process.read_back(after);
                    proof |= due == Step::ReadBack && after == After::AsAsked;
                }
                Event::LookAgain => process.look_again(),
            }
            writes += usize::from(process.step() == Step::Write && due != Step::Write);
            prop_assert!(writes <= 1, "it is written twice");
            if process.step() == Step::End(Verdict::Saved) {
                prop_assert!(proof, "nothing shows that it is saved");
            }
        }
    }

    #[test]
    fn what_is_not_due_changes_nothing(action in action(), event in event()) {
        let mut process = Process::new(action);
        process.read(Ready);
        process.written(Answer::Lost);
        process.read_back(After::Different);
        let ended = process;
        match event {
            Event::Read(before) => process.read(before),
            Event::Written(answer) => process.written(answer),
            Event::ReadBack(after) => process.read_back(after),
            Event::LookAgain => process.look_again(),
        }
        prop_assert_eq!(process, ended);
    }
}
