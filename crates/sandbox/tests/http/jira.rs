//! What the app reads of Jira's own.

use serde_json::{Value, json};

use crate::running::Running;

#[test]
fn lists_sixty_projects_with_their_ids_as_texts() {
    let server = Running::empty();
    let answer = server.get("/rest/api/2/project").json();
    let projects = answer.as_array().unwrap();
    assert_eq!(projects.len(), 60);
    let base = format!("http://{}", server.address);
    assert_eq!(
        projects[0],
        json!({
            "expand": "description,lead,url,projectKeys",
            "self": format!("{base}/rest/api/2/project/10000"),
            "id": "10000",
            "key": "MOB",
            "name": "Mobile",
            "avatarUrls": {
                "16x16": format!("{base}/secure/projectavatar?size=xsmall"),
                "24x24": format!("{base}/secure/projectavatar?size=small"),
                "32x32": format!("{base}/secure/projectavatar?size=medium"),
                "48x48": format!("{base}/secure/projectavatar"),
            },
            "projectCategory": {
                "self": format!("{base}/rest/api/2/projectCategory/10000"),
                "id": "10000",
                "name": "Product",
                "description": "What customers use"
            },
            "projectTypeKey": "software",
            "archived": false
        })
    );
    assert_eq!(server.get("/secure/projectavatar").header("content-type"), "image/svg+xml");
}

#[test]
fn says_who_is_signed_in() {
    let server = Running::empty();
    let admin = server.get("/rest/api/2/myself").json();
    assert_eq!((&admin["name"], &admin["displayName"]), (&json!("admin"), &json!("Ada Administrator")));
    let user = server
        .ask_signed_out("GET", "/rest/api/2/myself")
        .header("Authorization", "Bearer user-token")
        .send()
        .json();
    assert_eq!(
        (&user["name"], &user["active"], &user["locale"]),
        (&json!("user"), &json!(true), &json!("en_US"))
    );
}

#[test]
fn says_what_they_may_do() {
    let server = Running::empty();
    let may = |answer: &Value, key: &str| answer["permissions"][key]["havePermission"].as_bool().unwrap();
    let admin = server.get("/rest/api/2/mypermissions").json();
    assert!(may(&admin, "ADMINISTER") && may(&admin, "SYSTEM_ADMIN") && may(&admin, "BROWSE_PROJECTS"));
    let user = server
        .ask_signed_out("GET", "/rest/api/2/mypermissions?permissions=ADMINISTER")
        .header("Authorization", "Bearer user-token")
        .send()
        .json();
    assert!(!may(&user, "ADMINISTER") && may(&user, "BROWSE_PROJECTS"));
    assert_eq!(user["permissions"]["ADMINISTER"]["type"], "GLOBAL");
}

#[test]
fn says_which_jira_it_is() {
    let server = Running::empty();
    let info = server.get("/rest/api/2/serverInfo").json();
    assert_eq!(info["baseUrl"], format!("http://{}", server.address));
    assert_eq!((&info["version"], &info["versionNumbers"]), (&json!("10.3.0"), &json!([10, 3, 0])));
}
