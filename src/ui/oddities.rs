//! What is wrong with a list that is shown nevertheless: entries that could not be read, and entries that are listed twice.

use leptos::prelude::*;

use super::{CopyButton, Tone, el::*, notice::Notice, notice::NoticeProps};
use crate::browser::numbers::count_of;
use patchbay_model::Odd;
use patchbay_model::text::short;

/// How much of the JSON is drawn, in characters; all of it can be copied.
const DRAWN: usize = 10_000;

/// Notices about a list of this server; nothing where all is well.
pub fn oddities(vendor: &'static str, odd: &[Odd], twins: &[String]) -> Vec<AnyView> {
    let unread = (!odd.is_empty()).then(|| unread(vendor, odd));
    let twins = (!twins.is_empty()).then(|| {
        let listed = short(&twins.join(", "), 400);
        let text = format!("{vendor} lists these more than once: {listed}. Each is shown as it is listed, but requests name only one of them.");
        notice("Some entries are listed more than once".to_owned(), el("p").text(text))
    });
    unread.into_iter().chain(twins).collect()
}

fn unread(vendor: &'static str, odd: &[Odd]) -> AnyView {
    let mut reasons: Vec<&str> = odd.iter().map(|odd| odd.why.as_str()).collect();
    reasons.sort_unstable();
    reasons.dedup();
    let json = odd.iter().map(|odd| odd.json.as_str()).collect::<Vec<_>>().join("\n");
    let text = format!("{} Everything else is shown.", reasons.join(" "));
    let copy = view! { <CopyButton label="Copy JSON" text=json.clone() /> };
    let details = el("details")
        .child(el("summary").text(format!("Show what {vendor} sent")))
        .child(el("pre").class("facts").text(short(&json, DRAWN)))
        .view(copy);
    let body = el("div").child(el("p").text(text)).child(details);
    notice(format!("{} could not be read", count_of(odd.len(), "entry", "entries")), body)
}

fn notice(title: String, body: El) -> AnyView {
    let children: Children = Box::new(move || body.into_any());
    Notice(NoticeProps { tone: Tone::Warn, title, alert: false, children: Some(children) }).into_any()
}
