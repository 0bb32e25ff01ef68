//! How long to wait before Jira is asked again how far it is: longer each time, because a long run changes slowly.

use std::time::Duration;

/// The first pause, and the one after something has ended.
pub const FIRST: Duration = Duration::from_secs(1);

/// The longest pause that we choose ourselves.
const LONGEST: Duration = Duration::from_secs(30);

/// The pause after this one. `moved`: whether anything ended since.
pub fn next(pause: Duration, moved: bool) -> Duration {
    if moved { FIRST } else { (pause * 3 / 2).min(LONGEST) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grows_to_half_a_minute_and_begins_anew_when_something_ends() {
        let mut pause = FIRST;
        let mut all = Duration::ZERO;
        let mut asked = 0;
        while all < Duration::from_secs(600) {
            assert!((FIRST..=LONGEST).contains(&pause));
            all += pause;
            asked += 1;
            let longer = next(pause, false);
            assert!(longer > pause || pause == LONGEST);
            pause = longer;
        }
        assert_eq!((asked, pause), (27, LONGEST));
        assert_eq!(next(pause, true), FIRST);
    }
}
