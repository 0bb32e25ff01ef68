//! Outcomes of requests that were not answered: each says how certain it is and what to do.

use super::outcome::Outcome;
use crate::api::Server;
use crate::api::probe::Silence;
use crate::browser::surroundings;
use crate::sentences;
use patchbay_model::Vendor;

/// Why the first request, one without a token, has no answer that can be read.
pub fn unanswered(server: Server, silence: Silence) -> Outcome {
    match silence {
        Silence::Mixed => mixed(server),
        Silence::Policy => policy(server),
        Silence::TimedOut => timed_out(server),
        Silence::Redirected => redirected(server),
        Silence::Unreadable => cors(server),
        Silence::Nothing => unreachable(server),
    }
}

/// Why a later request has none, although the first one was answered.
pub fn interrupted(server: Server, silence: Silence) -> Outcome {
    match silence {
        // Without a token there is nothing that a browser would ask for first.
        Silence::Unreadable if server.token().is_some() => preflight(server),
        Silence::Unreadable => cors(server),
        Silence::Mixed => mixed(server),
        Silence::Policy => policy(server),
        Silence::TimedOut => timed_out(server),
        Silence::Redirected => redirected(server),
        Silence::Nothing => unreachable(server),
    }
}

fn mixed(server: Server) -> Outcome {
    let (vendor, place) = (server.vendor().name(), server.place());
    Outcome::bad(
        "Blocked as mixed content",
        format!(
            "This page came over https, but config.json names {place} with http. Browsers do not send such requests, \
             even if the server allows them. This is certain."
        ),
    )
    .todo([
        format!("Write {place} with https in config.json, if {vendor} answers there."),
        format!("If it does not, make {vendor} available over https, for example with a reverse proxy."),
    ])
}

fn policy(server: Server) -> Outcome {
    let origin = surroundings::origin_of(&server.url(""));
    Outcome::bad(
        "Blocked by this page’s own Content-Security-Policy",
        format!(
            "The policy of this page does not list {origin} among the servers that it may connect to. The browser \
             itself reported that: this is certain."
        ),
    )
    .todo([
        format!(
            "Add {origin} to connect-src where the policy is set: in the web server that delivers Patchbay, or in the meta \
             element of its index.html."
        ),
        "Load this page again.".to_owned(),
    ])
}

fn timed_out(server: Server) -> Outcome {
    let (vendor, place) = (server.vendor().name(), server.place());
    Outcome::bad(
        "No answer in time",
        format!("The request to {place} was neither answered nor refused. This does not say whether {vendor} works."),
    )
    .todo([
        format!("Open {place} in a new tab. If it is as slow there, {vendor} is busy or restarting: check again later."),
        "If nothing appears there either, a firewall may block the request: check whether you need a VPN.".to_owned(),
    ])
    .door(format!("Open {place}"), server.url("/"))
}

fn redirected(server: Server) -> Outcome {
    let (vendor, place) = (server.vendor().name(), server.place());
    Outcome::bad(
        sentences::REDIRECTS,
        format!("{place} sends the browser to another address. It may be a login page, or {vendor} has moved. Patchbay does not follow, because that address would get what is sent."),
    )
    .todo([
        format!("Open {place} in a new tab, sign in there, then check again."),
        format!("If that does not help, compare the address in config.json with the one that the browser then shows for {vendor}: https, the host and the folder must be the same."),
    ])
    .door(format!("Open {place}"), server.url("/"))
}

fn unreachable(server: Server) -> Outcome {
    let (vendor, place) = (server.vendor().name(), server.place());
    if !server.is_elsewhere() {
        return Outcome::bad(
            sentences::CANNOT_BE_REACHED,
            "The server of this page no longer answers, or the connection to it was cut.",
        )
        .todo([
            "Check your network, then check again.".to_owned(),
            format!("If the network works, {vendor} or the proxy in front of it may be restarting: check again in some minutes."),
        ]);
    }
    Outcome::bad(
        sentences::CANNOT_BE_REACHED,
        "No answer arrived, not even to a request whose answer is not read. Browsers do not say why: the address may be wrong, \
         it may not be reachable from your network, or the browser may not trust its certificate. This is likely, not certain: \
         a few servers refuse even such requests from other sites.",
    )
    .todo([
        format!("Open {place} in a new tab: the page that appears shows the cause."),
        "A warning about the certificate: install a certificate that browsers trust.".to_owned(),
        "No server is found: compare the address with config.json, and check whether you need a VPN.".to_owned(),
        format!(
            "A page of {vendor}: the browser blocks only requests from this page. If it asks whether this site may reach \
             devices in your network, allow it. Otherwise serve Patchbay from the origin of {vendor}."
        ),
    ])
    .door(format!("Open {place}"), server.url("/"))
}

fn cors(server: Server) -> Outcome {
    let (page, place) = (surroundings::origin(), server.place());
    let text = format!(
        "Something answers at {place}, but it does not allow pages of {page} to read its answers, so the browser blocks \
         them. This is almost certain: a request whose answer is not read succeeded."
    );
    with_ways_out(server, Outcome::bad(sentences::BLOCKED_BY_CORS, text))
}

fn preflight(server: Server) -> Outcome {
    let (page, place) = (surroundings::origin(), server.place());
    let text = format!(
        "Something answers at {place} without the token, but this page cannot read the answer to a request with the token. Most likely the browser \
         asks first whether pages of {page} may send the header Authorization, and the server does not allow it."
    );
    let outcome = Outcome::bad(sentences::THE_TOKEN_IS_BLOCKED_BY_CORS, text);
    with_ways_out(server, outcome).todo([
        "If another token works, this one was refused, and the refusal came without the headers: add them to every \
         answer (nginx: add_header … always)."
            .to_owned(),
    ])
}

fn with_ways_out(server: Server, outcome: Outcome) -> Outcome {
    let page = surroundings::origin();
    let origin = surroundings::origin_of(&server.url(""));
    match server.vendor() {
        Vendor::Jira => outcome.todo([
            format!(
                "The sure way: deliver Patchbay and Jira from one origin. Let the web server or reverse proxy at {origin} \
                 serve the files of Patchbay from a folder, open it there, and keep Jira’s address in config.json."
            ),
            "Or install Patchbay in Jira as an app, so that it is one of Jira’s own pages.".to_owned(),
            format!(
                "Or let the proxy in front of Jira allow it, below /rest/ and only for requests with the header Origin: {page}. \
                 It must answer OPTIONS itself with status 204; add to every answer Access-Control-Allow-Origin: {page}, \
                 Access-Control-Allow-Methods: GET, POST, PUT, DELETE and Access-Control-Allow-Headers: Authorization, \
                 Content-Type, X-Atlassian-Token; and in requests to Jira set Origin to {origin} and remove Referer and Cookie, \
                 or Jira refuses changes (“XSRF check failed”). Pass on all other requests to Jira unchanged: \
                 these headers protect people’s sessions."
            ),
            "Jira’s own allowlist is not enough: it covers only some addresses, and Jira does not answer the preflight requests \
             that browsers send before a token."
                .to_owned(),
        ]),
        Vendor::GitLab => outcome.todo([
            format!(
                "GitLab lets pages of every origin use its REST API with a token. So something in front of it, such as a proxy, \
                 a firewall or a single sign-on, answers instead or removes the headers: it must pass on OPTIONS and \
                 Access-Control-* for {origin}/api/ unchanged."
            ),
            "Make sure that config.json has GitLab’s own address, with https and its folder, if it has one: a redirect to \
             another address also counts as blocked."
                .to_owned(),
            format!("Or deliver Patchbay from {origin} itself."),
        ]),
    }
}
