//! Which of several answers to the same question counts: plain logic, no page.

/// What becomes of an answer that has arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It counts.
    Counts,
    /// A later reading has begun: its answer counts.
    Late,
    /// Something newer was put in while it was on its way: it has to be read again.
    Overtaken,
}

/// A reading that has begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket {
    reading: u32,
    changes: u32,
}

/// Counts readings, and what was put in between.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    readings: u32,
    changes: u32,
}

impl Order {
    /// Begins a reading; the answers to all earlier ones are late from now on.
    pub fn begin(&mut self) -> Ticket {
        self.readings += 1;
        Ticket { reading: self.readings, changes: self.changes }
    }

    /// Something newer than any answer that is on its way was put in.
    pub fn changed(&mut self) {
        self.changes += 1;
    }

    /// No answer that is on its way counts any more.
    pub fn cancel(&mut self) {
        self.readings += 1;
    }

    /// What becomes of the answer to this reading.
    pub fn arrived(self, ticket: Ticket) -> Arrival {
        if ticket.reading != self.readings {
            Arrival::Late
        } else if ticket.changes != self.changes {
            Arrival::Overtaken
        } else {
            Arrival::Counts
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_reading_wins_whichever_answer_comes_first() {
        let mut order = Order::default();
        let (first, second) = (order.begin(), order.begin());
        assert_eq!(order.arrived(second), Arrival::Counts);
        assert_eq!(order.arrived(first), Arrival::Late);
    }

    #[test]
    fn what_was_put_in_meanwhile_is_not_overwritten_by_an_older_answer() {
        let mut order = Order::default();
        let before = order.begin();
        order.changed();
        assert_eq!(order.arrived(before), Arrival::Overtaken);
        let again = order.begin();
        assert_eq!(order.arrived(again), Arrival::Counts);
    }

    #[test]
    fn late_counts_before_overtaken_so_that_only_one_reads_again() {
        let mut order = Order::default();
        let first = order.begin();
        order.changed();
        let second = order.begin();
        assert_eq!([order.arrived(first), order.arrived(second)], [Arrival::Late, Arrival::Counts]);
    }

    #[test]
    fn nothing_counts_after_a_cancellation() {
        let mut order = Order::default();
        let ticket = order.begin();
        order.cancel();
        assert_eq!(order.arrived(ticket), Arrival::Late);
    }
}
