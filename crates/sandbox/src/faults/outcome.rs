//! How requests of a fault end, read from the file.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};

use super::fault::{Answer, Length, Outcome, Speaker};
use super::json::{Content, Node};
use super::object::Object;
use super::page;
use super::sentences::Sentences;

/// Headers that the server writes itself: another value would break the connection.
const OWN_HEADERS: [HeaderName; 3] = [header::CONTENT_LENGTH, header::TRANSFER_ENCODING, header::CONNECTION];

/// Reads it; where there are sentences the result is not used.
pub(super) fn read(fault: &Object, sentences: &mut Sentences) -> Outcome {
    if fault.has("drop") {
        return dropped(fault, sentences);
    }
    if fault.has("cut") {
        return cut(fault, sentences);
    }
    refuse_without(fault, "length", &["cut"], sentences);
    if fault.has("status") || fault.has("html") {
        return faulty(fault, sentences);
    }
    for key in ["body", "headers", "done"] {
        refuse_without(fault, key, &["status", "html"], sentences);
    }
    Outcome::Answered
}

fn refuse_without(fault: &Object, key: &str, needed: &[&str], sentences: &mut Sentences) {
    if fault.has(key) {
        let needed: Vec<_> = needed.iter().map(|key| format!("\"{key}\"")).collect();
        sentences.add(fault.place(key), format!("\"{key}\" needs {} beside it.", needed.join(" or ")));
    }
}

fn dropped(fault: &Object, sentences: &mut Sentences) -> Outcome {
    let others = ["status", "html", "body", "headers", "cut", "length", "done"];
    fault.refuse_beside("drop", &others, "A dropped connection has no answer", sentences);
    let choices = [("before", false), ("after", true)];
    let meaning = "The request is not done, or done.";
    Outcome::Dropped { done: fault.choice("drop", &choices, meaning, sentences).unwrap_or_default() }
}

fn cut(fault: &Object, sentences: &mut Sentences) -> Outcome {
    let others = ["status", "html", "body", "headers", "done"];
    fault.refuse_beside("cut", &others, "What is cut is the real answer", sentences);
    let lengths = [("sent", Length::Sent), ("real", Length::Real)];
    let meaning = "The length in the header is that of what is sent, or that of the real answer.";
    let length = fault.choice("length", &lengths, meaning, sentences).unwrap_or(Length::Sent);
    let bytes = fault.number("cut", 1..=u64::MAX, "a number of bytes from 1", sentences).unwrap_or(1);
    Outcome::Cut { bytes: usize::try_from(bytes).unwrap_or(usize::MAX), length }
}

fn faulty(fault: &Object, sentences: &mut Sentences) -> Outcome {
    let page = fault.get("html").and_then(|node| {
        fault.refuse_beside("html", &["body"], "\"html\" is the body", sentences);
        let text = node.text().filter(|text| matches!(*text, "proxy" | "sign-in") || text.starts_with('<'));
        if text.is_none() {
            sentences.add(node.at, "\"html\" is \"proxy\" or \"sign-in\", or a page that begins with \"<\".");
        }
        text
    });
    let usual = if page == Some("proxy") { StatusCode::BAD_GATEWAY } else { StatusCode::OK };
    let status = fault.number("status", 200..=599, "a number", sentences);
    let status =
        status.and_then(|status| StatusCode::from_u16(status.try_into().ok()?).ok()).unwrap_or(usual);
    let (content_type, body, speaker) = match page {
        Some(page) => ("text/html; charset=utf-8", page::of(page, status), Speaker::Proxy),
        None => {
            let (content_type, body) = fault.get("body").map_or(("", String::new()), body);
            (content_type, body, Speaker::Server)
        }
    };
    if matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED) && !body.is_empty() {
        let key = if page.is_some() { "html" } else { "body" };
        let sentence = format!("Answers with status {} have no body. Remove \"{key}\".", status.as_u16());
        sentences.add(fault.place(key), sentence);
    }
    let headers = fault.get("headers").map(|node| headers(node, sentences)).unwrap_or_default();
    let answer = Answer { status, headers, content_type, body, speaker };
    Outcome::Faulty { answer, done: fault.is_set("done", sentences) }
}

/// The media type, and the text.
fn body(node: &Node) -> (&'static str, String) {
    match node.text() {
        Some(text) => ("text/plain; charset=utf-8", text.to_owned()),
        None => ("application/json", node.value().to_string()),
    }
}

fn headers(node: &Node, sentences: &mut Sentences) -> Vec<(HeaderName, HeaderValue)> {
    let Content::Object(members) = &node.content else {
        sentences.add(node.at, "\"headers\" is an object. Write it as { \"Retry-After\": \"2\" }.");
        return Vec::new();
    };
    let mut headers = Vec::new();
    for member in members {
        let Ok(name) = member.key.parse::<HeaderName>() else {
            let sentence = format!(
                "\"{}\" is no name of a header. Use letters, digits and hyphens: \"Retry-After\".",
                member.key
            );
            sentences.add(member.at, sentence);
            continue;
        };
        if OWN_HEADERS.contains(&name) {
            let sentence = format!("The sandbox writes the header {} itself. Remove it.", member.key);
            sentences.add(member.at, sentence);
        }
        match member.value.text().and_then(|text| HeaderValue::from_str(text).ok()) {
            Some(value) => headers.push((name, value)),
            None => {
                sentences.add(member.value.at, "The value of a header is a text on one line, such as \"2\".")
            }
        }
    }
    headers
}
