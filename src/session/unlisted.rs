//! The page of an address on a server that the configuration does not have.

use crate::api::Server;
use crate::route::Route;
use crate::ui::el::el;
use crate::ui::{Notice, PageTitle, Tone};
use leptos::prelude::*;
use patchbay_model::Vendor;

/// Says so, and leads to those of this kind that it has: each with its first page. `title` is the heading, `place` what
/// the address says.
pub fn unlisted(title: &'static str, vendor: Vendor, place: &str, listed: Vec<(Server, Route)>) -> AnyView {
    let link = |(server, first): (Server, Route)| {
        el("li").child(el("a").attr("href", first.to_string()).text(server.place()))
    };
    let (said, text) = if listed.is_empty() {
        let vendor = vendor.name();
        let text = format!("The file config.json beside this page names no {vendor} server.");
        (format!("No {vendor} server is set up"), text)
    } else {
        let text = "The file config.json beside this page does not name this server. It names:";
        (format!("Patchbay does not know {place}"), text.to_owned())
    };
    let text = el("p").text(text);
    let list = el("ul").children(listed.into_iter().map(link));
    view! {
        <PageTitle title has_error=true />
        <Notice tone=Tone::Bad title=said alert=true>{text} {list}</Notice>
    }
    .into_any()
}
