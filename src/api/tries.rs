//! Whether and when a reading that failed is tried again by itself: plain logic, no page. Writing never is.

use super::error::Cause;

/// Seconds before the first, the second and the third time.
const PAUSES: [u32; 3] = [2, 8, 20];
/// The longest pause that is waited for, in seconds. When a server asks for more, only a person tries again.
const LONGEST: u32 = 60;

/// How often it was tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tries(Option<usize>);

impl Default for Tries {
    fn default() -> Self {
        Self(Some(0))
    }
}

impl Tries {
    /// It is not to be tried again.
    pub const NONE: Self = Self(None);

    /// The pause before the next time, in seconds. Infinite when three times were in vain: then only the browser's return
    /// to the network is another reason. `None` if the cause does not pass by itself.
    pub fn next(&mut self, cause: &Cause) -> Option<f64> {
        let done = self.0.as_mut()?;
        let wanted = match cause {
            Cause::Offline | Cause::TimedOut => 0,
            Cause::TooMany(wanted) | Cause::Unavailable(wanted)
                if wanted.is_none_or(|wanted| wanted <= LONGEST) =>
            {
                wanted.unwrap_or_default()
            }
            _ => return None,
        };
        let pause = PAUSES.get(*done).map_or(f64::INFINITY, |pause| wanted.max(*pause).into());
        *done += 1;
        Some(pause)
    }
}

#[cfg(test)]
mod tests {
    use super::super::error::Case;
    use super::*;

    const NEVER_BY_ITSELF: f64 = f64::INFINITY;

    fn pauses(mut tries: Tries, cause: &Cause) -> Vec<f64> {
        std::iter::from_fn(|| tries.next(cause)).take(5).collect()
    }

    #[test]
    fn what_passes_is_tried_three_times_with_growing_pauses() {
        for cause in [Cause::Offline, Cause::TimedOut, Cause::Unavailable(None), Cause::TooMany(None)] {
            let expected = [2.0, 8.0, 20.0, NEVER_BY_ITSELF, NEVER_BY_ITSELF];
            assert_eq!(pauses(Tries::default(), &cause), expected, "{cause:?}");
            assert_eq!(pauses(Tries::NONE, &cause), [0.0; 0], "{cause:?}");
        }
    }

    #[test]
    fn waits_as_long_as_the_server_says_but_no_more_than_a_minute() {
        for (wanted, expected) in [
            (0, &[2.0, 8.0, 20.0][..]),
            (2, &[2.0, 8.0, 20.0]),
            (5, &[5.0, 8.0, 20.0]),
            (30, &[30.0, 30.0, 30.0]),
            (60, &[60.0, 60.0, 60.0]),
            (61, &[]),
            (u32::MAX, &[]),
        ] {
            for cause in [Cause::TooMany(Some(wanted)), Cause::Unavailable(Some(wanted))] {
                let mut pauses = pauses(Tries::default(), &cause);
                pauses.retain(|pause| pause.is_finite());
                assert_eq!(pauses, expected, "{cause:?}");
            }
        }
    }

    #[test]
    fn what_somebody_has_to_do_something_about_is_not_tried_again() {
        const CASE: Case = Case { title: "", text: "" };
        for cause in [
            Cause::NotSignedIn,
            Cause::NobodyYet,
            Cause::TokenRefused,
            Cause::Unsendable,
            Cause::Redirected,
            Cause::NeedsSecureSession,
            Cause::Forbidden,
            Cause::WrongOrigin,
            Cause::NotFound,
            Cause::NoSuchAddress,
            Cause::Refused(String::new()),
            Cause::NotJson,
            Cause::Unexpected(String::new()),
            Cause::Intercepted(403),
            Cause::Server,
            Cause::Known(&CASE),
            Cause::NotAllowed(String::new()),
        ] {
            assert_eq!(pauses(Tries::default(), &cause), [0.0; 0], "{cause:?}");
        }
    }

    #[test]
    fn another_cause_meanwhile_counts_from_then_on() {
        let mut tries = Tries::default();
        let causes =
            [Cause::Offline, Cause::Unavailable(None), Cause::Forbidden, Cause::TimedOut, Cause::Offline];
        assert_eq!(
            causes.each_ref().map(|cause| tries.next(cause)),
            [Some(2.0), Some(8.0), None, Some(20.0), Some(NEVER_BY_ITSELF)]
        );
    }
}
