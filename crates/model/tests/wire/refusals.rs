//! What a server says when it refuses.

use crate::support::form;
use patchbay_model::Mode::Edit;
use patchbay_model::Problem;
use patchbay_model::gij::wire::Refusal;
use serde_json::json;

#[test]
fn says_a_refusal_in_sentences() {
    for (answer, expected) in [
        (json!({"error": "No licence", "advice": "Renew it."}), "No licence. Renew it."),
        (json!({"error": "No licence!", "advice": "Renew it."}), "No licence! Renew it."),
        (json!({"error": " No licence "}), "No licence"),
        (json!({"advice": "Renew it."}), "Renew it."),
        (json!({"error": null, "advice": 5}), "Jira refused the request without giving a reason."),
        (json!({}), "Jira refused the request without giving a reason."),
    ] {
        assert_eq!(Refusal::read(&answer).to_string(), expected, "{answer}");
    }
}

#[test]
fn puts_a_refusal_beside_the_fields_it_names() {
    let form = form("GITHUB", Edit);
    let advice = "Please correct the request.";
    for (error, expected) in [
        ("No licence", vec![Problem::general("No licence. Please correct the request.")]),
        (
            "apiPath: It must begin with “/”.",
            vec![Problem::of("apiPath", "It must begin with “/”. Please correct the request.")],
        ),
        // Sentences on one line, one of which names another field in passing.
        (
            "projectMappingIds: Projects are not accepted when global is true. Send only one of them. pat: A token is required.",
            vec![
                Problem::of(
                    "projectMappingIds",
                    "Projects are not accepted when global is true. Send only one of them.",
                ),
                Problem::of("pat", "A token is required. Please correct the request."),
            ],
        ),
        (
            "pat: Wrong.\norigin: Unreachable: no route.",
            vec![
                Problem::of("pat", "Wrong."),
                Problem::of("origin", "Unreachable: no route. Please correct the request."),
            ],
        ),
        (
            "type: It cannot be changed. pat: Wrong.",
            vec![
                Problem::general("type: It cannot be changed."),
                Problem::of("pat", "Wrong. Please correct the request."),
            ],
        ),
        (
            "Oh no. pat: Wrong.",
            vec![Problem::general("Oh no."), Problem::of("pat", "Wrong. Please correct the request.")],
        ),
        (
            "The origin cannot be reached",
            vec![Problem::of("origin", "The origin cannot be reached. Please correct the request.")],
        ),
        // A blank that takes more than one byte.
        (
            "The\u{200a}pat: Wrong",
            vec![Problem::of("pat", "The\u{200a}pat: Wrong. Please correct the request.")],
        ),
        // No part of a word, no field of the form's own.
        (
            "Original signIn failed",
            vec![Problem::general("Original signIn failed. Please correct the request.")],
        ),
        ("", vec![Problem::general("Please correct the request.")]),
    ] {
        let refusal = Refusal { error: error.to_owned(), advice: advice.to_owned() };
        assert_eq!(refusal.problems(&form), expected, "{error}");
    }
}
