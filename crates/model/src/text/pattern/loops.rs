//! Repeating a group.

use super::engine::{Run, Way};

impl Run<'_> {
    pub fn enter(&mut self, number: usize, at: usize) -> (usize, usize) {
        let around = self.program.loops[number];
        self.set(number * 2, 0);
        if around.least == 0 {
            if around.most == 0 {
                return (around.exit, at);
            }
            if around.lazy {
                self.ways.push(Way::Repeat { number, at });
                return (around.exit, at);
            }
            self.ways.push(Way::Resume { step: around.exit, at });
        }
        self.iterate(number, at)
    }

    // As Java does, an iteration that matches nothing ends the loop.
    pub fn again(&mut self, number: usize, at: usize) -> (usize, usize) {
        let around = self.program.loops[number];
        let (count, began) = (self.slots[number * 2], self.slots[number * 2 + 1]);
        if at == began {
            return (around.exit, at);
        }
        if count < around.least {
            return self.iterate(number, at);
        }
        if count >= around.most {
            return (around.exit, at);
        }
        if around.lazy {
            self.ways.push(Way::Repeat { number, at });
            return (around.exit, at);
        }
        let failed = around.remembers && self.failed.get(self.flag(number, at)) == Some(&true);
        if failed {
            return (around.exit, at);
        }
        self.ways.push(Way::Leave { number, at });
        self.iterate(number, at)
    }

    pub fn iterate(&mut self, number: usize, at: usize) -> (usize, usize) {
        self.set(number * 2, self.slots[number * 2] + 1);
        self.set(number * 2 + 1, at);
        (self.program.loops[number].body, at)
    }

    pub fn flag(&self, number: usize, at: usize) -> usize {
        number * (self.text.len() + 1) + at
    }
}
