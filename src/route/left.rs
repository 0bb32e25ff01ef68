//! The pages as they were left: with what was searched for and chosen there, and how far they were scrolled. A reload keeps
//! them.

use super::address::Route;
use crate::browser::{page, place, storage};
use leptos::prelude::*;

/// What the tab keeps them under: in each line how far a page was scrolled, and its address.
const KEY: &str = "left";

/// All of them, the one that was left last at the end; copies are the same.
#[derive(Clone, Copy)]
pub struct Left(RwSignal<Vec<(Route, f64)>>);

impl Left {
    /// Those that were left before the page was loaded again. Who opens it by its address comes from nowhere: boot.js has
    /// forgotten them then.
    pub fn new() -> Self {
        let kept = storage::kept(KEY).unwrap_or_default();
        let read = |line: &str| {
            let (y, address) = line.split_once(' ')?;
            Some((Route::parse(address), y.parse::<u64>().ok()? as f64))
        };
        Self(RwSignal::new(kept.split('\n').filter_map(read).collect()))
    }

    /// Keeps them and this page for when it is loaded again.
    pub fn keep(self, here: Route) {
        self.leave(here);
        let mut lines = String::new();
        for (route, y) in self.0.read_untracked().iter() {
            lines = format!("{lines}{} {route}\n", *y as u64);
        }
        storage::keep(KEY, &lines);
    }

    /// This page is left as it is now.
    pub fn leave(self, here: Route) {
        self.0.update(|left| {
            left.retain(|(page, _)| !page.same_page(&here));
            left.push((here, page::scroll_y()));
        });
    }

    /// Of the pages that are meant, the one that was left last, as it was left.
    pub fn last(self, is_meant: impl Fn(&Route) -> bool) -> Option<Route> {
        let left = self.0.read_untracked();
        left.iter().rev().find(|(left, _)| is_meant(left)).map(|(left, _)| left.clone())
    }

    /// Scrolls this page to where it was left, if it was left with the same search and filters.
    pub fn restore(self, here: &Route) {
        let taken = self.0.try_update_untracked(|left| {
            left.iter_mut().find(|(left, _)| left == here).map(|(_, y)| std::mem::take(y))
        });
        match taken.flatten().filter(|y| *y > 0.0) {
            Some(y) => place::return_to(y),
            // What is in the page has changed since.
            None => place::return_again(),
        }
    }
}
