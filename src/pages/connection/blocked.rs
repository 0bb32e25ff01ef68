//! Outcomes of requests that were not answered: each with how sure that is, and the way out.

use super::outcome::Outcome;
use crate::api::Server;
use crate::api::probe::Silence;
use crate::browser::surroundings;
use patchbay_model::Vendor;

/// Why the first request, one without a token, has no answer that can be read.
pub fn unanswered(server: Server, silence: Silence) -> Outcome {
    match silence {
        Silence::Mixed => mixed(server),
        Silence::Policy => policy(server),
        Silence::TimedOut => timed_out(server),
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
        Silence::Nothing => unreachable(server),
    }
}

fn mixed(server: Server) -> Outcome {
    let (vendor, place) = (server.vendor().name(), server.place());
    Outcome::bad(
        "Blocked as mixed content",
        format!(
            "This page came over https, but config.json names {place} with http. Browsers send no such request, whatever \
             the server allows. This is certain."
        ),
    )
    .todo([
        format!("Name {place} with https in config.json, if {vendor} answers there."),
        format!("If it does not: have {vendor} served over https. A reverse proxy in front of it can do that."),
    ])
}

fn policy(server: Server) -> Outcome {
    let origin = surroundings::origin_of(&server.url(""));
    Outcome::bad(
        "Blocked by this page’s own Content-Security-Policy",
        format!(
            "This page is delivered with a policy that does not list {origin} among what it may connect to. The browser \
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
        format!("The request to {place} was neither answered nor refused. Nothing is known of {vendor} itself."),
    )
    .todo([
        format!("Open {place} in a new tab. If it is as slow there, {vendor} is busy or restarting: check again later."),
        "If nothing comes there either, a firewall may swallow the request: see whether you need a VPN.".to_owned(),
    ])
    .door(format!("Open {place}"), server.url("/"))
}

fn unreachable(server: Server) -> Outcome {
    let (vendor, place) = (server.vendor().name(), server.place());
    if !server.is_elsewhere() {
        return Outcome::bad(
            "Cannot be reached",
            "The server that this page came from does not answer any more, or the connection to it was cut.",
        )
        .todo([
            "See whether your network is up, then check again.".to_owned(),
            format!("If it is, {vendor} or the proxy in front of it may be restarting: check again in some minutes."),
        ]);
    }
    Outcome::bad(
        "Cannot be reached",
        "Nothing came back, not even for a request that reads nothing. Browsers do not say why: the address may be wrong, \
         there may be no way to it from here, or the browser may not trust its certificate. This is likely, not certain: \
         a few servers forbid other sites even such a request.",
    )
    .todo([
        format!("Open {place} in a new tab: what appears there tells which it is."),
        "A warning about the certificate: have one installed that browsers trust.".to_owned(),
        "No server is found: compare the address with config.json, and see whether you need a VPN.".to_owned(),
        format!(
            "A page of {vendor}: then the browser keeps only this page away. If it asks whether this site may reach \
             devices in your network, allow it. Otherwise serve Patchbay from the origin of {vendor}."
        ),
    ])
    .door(format!("Open {place}"), server.url("/"))
}

fn cors(server: Server) -> Outcome {
    let (page, place) = (surroundings::origin(), server.place());
    let text = format!(
        "Something answers at {place}, but it does not allow pages of {page} to read its answers, so the browser keeps them \
         from this page. This is almost certain: a request that reads nothing came through."
    );
    with_ways_out(server, Outcome::bad("Blocked by CORS", text))
}

fn preflight(server: Server) -> Outcome {
    let (page, place) = (surroundings::origin(), server.place());
    let text = format!(
        "Without the token something answers at {place}, with it nothing that this page may read. Most likely the browser \
         asks first whether pages of {page} may send the header Authorization, and the answer is not yes."
    );
    let outcome = Outcome::bad("The token is blocked by CORS", text);
    with_ways_out(server, outcome).todo([
        "If another token works, this one was refused, and the refusal came without the \
         headers: whoever adds them must do so on every answer (nginx: add_header … always)."
            .to_owned(),
    ])
}

fn with_ways_out(server: Server, outcome: Outcome) -> Outcome {
    let page = surroundings::origin();
    let origin = surroundings::origin_of(&server.url(""));
    match server.vendor() {
        Vendor::Jira => outcome.todo([
            format!(
                "The sure way: deliver Patchbay and Jira from one origin. Have the web server or reverse proxy at {origin} \
                 serve the files of Patchbay from a folder of its own, open it there, and keep Jira’s address in config.json."
            ),
            "Or install Patchbay in Jira as an app: then it is one of Jira’s own pages.".to_owned(),
            format!(
                "Or have the proxy in front of Jira allow it, below /rest/ and only for requests with the header Origin: {page}. \
                 It must answer OPTIONS itself with status 204; add to every answer Access-Control-Allow-Origin: {page}, \
                 Access-Control-Allow-Methods: GET, POST, PUT, DELETE and Access-Control-Allow-Headers: Authorization, \
                 Content-Type, X-Atlassian-Token; and before it asks Jira set Origin to {origin} and remove Referer and Cookie, \
                 or Jira refuses changes (“XSRF check failed”). Requests from anywhere else must reach Jira as they are: \
                 these headers protect people’s sessions."
            ),
            "Jira’s own allowlist is not enough: it opens only some addresses, and Jira does not answer what a browser asks \
             before it sends a token."
                .to_owned(),
        ]),
        Vendor::GitLab => outcome.todo([
            format!(
                "GitLab lets pages of every origin use its REST API with a token. So something in front of it, such as a proxy, \
                 a firewall or a single sign-on, answers instead or takes the headers away: it must pass OPTIONS and \
                 Access-Control-* for {origin}/api/ unchanged."
            ),
            "See that config.json names GitLab itself, with https, and with the folder that GitLab may be in: a redirect to \
             another address counts as blocked, too."
                .to_owned(),
            format!("Or deliver Patchbay from {origin} itself."),
        ]),
    }
}
