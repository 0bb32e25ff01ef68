//! The page of an address on a server that the configuration does not have.

use crate::api::Server;
use crate::route::Route;
use crate::ui::{Notice, PageTitle, Tone};
use leptos::prelude::*;
use patchbay_model::Vendor;

/// Says so, and leads to those of this kind that it has: each with its first page. `title` is the heading, `place` what
/// the address says.
pub fn unlisted(title: &'static str, vendor: Vendor, place: &str, listed: Vec<(Server, Route)>) -> AnyView {
    let link = |(server, first): (Server, Route)| {
        view! {
            <li>
                <a href=first.to_string()>{server.place()}</a>
            </li>
        }
    };
    let (said, text) = if listed.is_empty() {
        let vendor = vendor.name();
        let text = format!("The file config.json beside this page lists no {vendor} server.");
        (format!("No {vendor} server is set up"), text)
    } else {
        let text = "The file config.json beside this page does not list this server. It lists:";
        (format!("Patchbay does not know {place}"), text.to_owned())
    };
    let links = listed.into_iter().map(link).collect_view();
    view! {
        <PageTitle title has_error=true />
        <Notice tone=Tone::Bad title=said alert=true>
            <p>{text}</p>
            <ul>{links}</ul>
        </Notice>
    }
    .into_any()
}
