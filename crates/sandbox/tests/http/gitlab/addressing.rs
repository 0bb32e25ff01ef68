//! How projects are named in addresses: by number, by path, and by the path that they had before.

use patchbay_sandbox::GitLab;
use serde_json::json;

use super::{assert_said, running};

#[test]
fn a_project_is_found_by_number_and_by_path_encoded_once() {
    let server = running(GitLab::V14_8);
    for id in ["101", "shop%2Fweb%2Fwebsite", "shop%2fweb%2fwebsite", "Shop%2FWeb%2FWebsite"] {
        let project = server.ask_gitlab("GET", &format!("/api/v4/projects/{id}")).send();
        assert_eq!((project.status, &project.json()["id"]), (200, &json!(101)), "{id}");
        let list = server.ask_gitlab("GET", &format!("/api/v4/projects/{id}/integrations")).send();
        assert_eq!((list.status, list.text.as_str()), (200, "[]"), "{id}");
    }
}

#[test]
fn what_names_no_project_is_not_found() {
    let server = running(GitLab::V14_8);
    for id in ["website", "999", "0", "shop%252Fweb%252Fwebsite", "shop%2Fweb", "shop%2Fnone", "%FF", "-1"] {
        for rest in ["", "/integrations", "/integrations/slack", "/services"] {
            let answer = server.ask_gitlab("GET", &format!("/api/v4/projects/{id}{rest}")).send();
            assert_said(&answer, 404, json!({ "message": "404 Project Not Found" }));
        }
    }
}

#[test]
fn a_path_that_a_proxy_decoded_is_no_address() {
    let server = running(GitLab::V14_8);
    for path in ["/api/v4/projects/shop/web/website", "/api/v4/nothing", "/api/v3/projects", "/api/v4"] {
        let answer = server.ask_gitlab("GET", path).send();
        assert_said(&answer, 404, json!({ "error": "404 Not Found" }));
    }
}

#[test]
fn a_moved_project_sends_readers_on_and_refuses_everything_else() {
    let server = running(GitLab::V14_8);
    for rest in ["", "/integrations", "/integrations/slack?x=1"] {
        let answer = server.ask_gitlab("GET", &format!("/api/v4/projects/shop%2Fstorefront{rest}")).send();
        let present = format!("http://{}/api/v4/projects/101{rest}", server.address);
        assert_eq!((answer.status, answer.header("location")), (301, present.as_str()));
        assert!(answer.header("content-type").starts_with("text/plain"));
    }
    for method in ["PUT", "DELETE"] {
        let path = "/api/v4/projects/shop%2Fstorefront/integrations/slack";
        let answer = server.ask_gitlab(method, path).send();
        let message = "Non GET methods are not allowed for moved projects";
        assert_said(&answer, 405, json!({ "message": message }));
    }
}

#[test]
fn a_method_that_an_address_does_not_have_is_refused() {
    let server = running(GitLab::V14_8);
    let answer = server.ask_gitlab("POST", "/api/v4/user").json(&json!({})).send();
    assert_said(&answer, 405, json!({ "error": "405 Not Allowed" }));
}
