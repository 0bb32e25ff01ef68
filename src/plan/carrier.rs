//! Who carries out the steps of a plan: the part of one vendor.

use super::carry::Carried;
use super::planned::Planned;
use crate::api::{Found, Record};
use crate::route::Route;
use patchbay_model::plan::Step;
use patchbay_model::plan::script::Request;
use std::pin::Pin;

/// What comes of a step later.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// The vendor's part of a plan.
///
/// A trait object and not a `match` over the vendors: each vendor's pages about plans are in a file of their own, and a
/// `match` would pull the catalogue of the other one in there.
pub trait Carrier {
    /// Sends a step. `None` where there is nothing to send, or something else is under way with the resource.
    fn send(&self, planned: &Planned) -> Later<Option<Carried>>;

    /// Finds out what came of a step that was under way when the page was reloaded.
    fn find_out(&self, step: &Step) -> Later<Carried>;

    /// The same as planned before, now that the server has something else; `None` where that cannot be.
    fn again(&self, planned: &Planned, now: Found) -> Option<Planned>;

    /// What these send, for a plan as code.
    fn requests(&self, planned: &[&Planned]) -> Vec<Request>;

    /// The page of the resource, if it exists.
    fn page_of(&self, planned: &Planned) -> Option<Route>;

    /// What people call the resource of a step beside its name: "#12".
    fn number(&self, step: &Step) -> String;

    /// The page of the plan.
    fn plan_page(&self) -> Route;

    /// The page that plans what puts back what was there.
    fn reverse_page(&self) -> Route;

    /// The page where resources are chosen.
    fn list_page(&self) -> Route;

    /// Takes what the server has by now, for the pages that show it. `is_gone` is whether it has it no more, or is removing
    /// it.
    fn learn(&self, planned: Option<&Planned>, now: Option<&Record>, is_gone: bool);

    /// Shows what was learned.
    fn publish(&self);
}
