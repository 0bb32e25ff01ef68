//! What the program does outside itself when a signal changes: focus, titles, listeners.

use leptos::prelude::Effect;

/// Runs now and whenever a signal it reads changes, until its owner is gone.
///
/// `Effect::new` by itself adds some 3 KB of code for each closure it is given; here all share one.
pub fn effect(run: impl FnMut() + 'static) {
    fn start(mut run: Box<dyn FnMut()>) {
        Effect::new(move |_| run());
    }
    start(Box::new(run));
}
