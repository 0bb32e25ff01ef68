//! Several reasons in one refusal: each is shown, once, at its field, and no label twice.

use crate::support::form;
use patchbay_model::Mode::Edit;
use patchbay_model::gij::wire::Refusal;

/// What is answered; for each message the key of its field and what is said there.
type Case = (&'static str, &'static [(&'static str, &'static str)]);

#[rustfmt::skip]
const CASES: &[Case] = &[
    (r#"{"success":false,"error":"pat: Wrong. pat: Wrong."}"#, &[("pat", "Wrong.")]),
    (r#"{"success":false,"error":"pat: Wrong.","advice":"pat: Wrong."}"#, &[("pat", "Wrong.")]),
    (r#"{"success":false,"error":"pat: Wrong.","advice":"Please correct the request."}"#, &[("pat", "Wrong. Please correct the request.")]),
    (r#"{"success":false,"error":"pat: Wrong","advice":"origin: Odd."}"#, &[("pat", "Wrong"), ("origin", "Odd.")]),
    (r#"{"errorMessages":["General A.","General B."],"errors":{"pat":"Wrong.","origin":"Odd"}}"#, &[("", "General A. General B."), ("pat", "Wrong."), ("origin", "Odd")]),
    (r#"{"errorMessages":["Wrong."],"errors":{"pat":"Wrong."}}"#, &[("pat", "Wrong.")]),
    (r#"{"errors":{"pat":["A","A"," A "]}}"#, &[("pat", "A")]),
    (r#"{"errors":{"pat":["Personal Access Token is wrong"]}}"#, &[("pat", "Personal Access Token is wrong")]),
    (r#"{"errors":{"pat":"Token: wrong"}}"#, &[("pat", "Token: wrong")]),
    (r#"{"errors":{"displayName":"Display name: too long"}}"#, &[("displayName", "too long")]),
    (r#"{"errors":{"displayName":"displayName: too long"}}"#, &[("displayName", "too long")]),
    (r#"{"errors":{"displayName":"Display name too long"}}"#, &[("displayName", "Display name too long")]),
    (r#"{"errorMessages":["displayName: too long"],"errors":{"displayName":"displayName: too long"}}"#, &[("displayName", "too long.")]),
    (r#"{"errors":{"nobody":"x","pat":"y"}}"#, &[("", "nobody: x."), ("pat", "y")]),
    (r#"{"errors":{"encryptedPassword":"is hidden"}}"#, &[("", "encryptedPassword: is hidden")]),
    (r#"{"errors":{"displayName":{"message":"nested"}}}"#, &[("displayName", "nested")]),
    (r#"{"errors":{"displayName":[["a","b"],["c"]]}}"#, &[("displayName", "a."), ("displayName", "b."), ("displayName", "c")]),
    (r#"{"errors":{"settings":{"displayName":["deep"]}}}"#, &[("displayName", "deep")]),
    (r#"{"errors":[{"field":"displayName","message":"too long"},{"field":"pat","message":"wrong"}]}"#, &[("displayName", "too long."), ("pat", "wrong")]),
    (r#"{"errors":[{"fieldName":"displayName","errorMessage":"too long"}]}"#, &[("displayName", "fieldName: displayName. errorMessage: too long")]),
    (r#"{"errors":[{"loc":["body","displayName"],"msg":"too long","type":"x"}]}"#, &[("displayName", "loc: body. loc: displayName. msg: too long. type: x")]),
    (r#"{"message":"Der Anzeigename ist zu lang: displayName. Bitte kürzen."}"#, &[("displayName", "Der Anzeigename ist zu lang: displayName. Bitte kürzen.")]),
    (r#"{"errors":{"displayName":"Der Anzeigename „x“ ist zu lang。"}}"#, &[("displayName", "Der Anzeigename „x“ ist zu lang。")]),
    (r#"{"errors":{"displayName":"名前が長すぎます。","pat":"無効です。"}}"#, &[("displayName", "名前が長すぎます。"), ("pat", "無効です。")]),
    (r#"{"error":"displayName: 名前が長すぎます。 pat: 無効です。"}"#, &[("displayName", "名前が長すぎます。"), ("pat", "無効です。")]),
    (r#"{"error":"displayName: Слишком длинно. pat: Неверно."}"#, &[("displayName", "Слишком длинно."), ("pat", "Неверно.")]),
    (r#"{"error":"displayName – too long; pat – wrong"}"#, &[("", "displayName – too long; pat – wrong")]),
    (r#"{"error":"displayName: too long; pat: wrong"}"#, &[("displayName", "too long"), ("pat", "wrong")]),
    (r#"{"error":"displayName: too long, pat: wrong"}"#, &[("displayName", "too long"), ("pat", "wrong")]),
    (r#"{"error":"displayName: too long\n pat: wrong"}"#, &[("displayName", "too long"), ("pat", "wrong")]),
    (r#"{"error":"displayName : too long"}"#, &[("displayName", "too long")]),
    (r#"{"error":"displayName:too long"}"#, &[("displayName", "displayName:too long")]),
    (r#"{"error":"[displayName: too long, pat: wrong]"}"#, &[("displayName", "too long"), ("pat", "wrong")]),
    (r#"{"error":"{displayName=too long, pat=wrong}"}"#, &[("", "{displayName=too long, pat=wrong}")]),
    (r#"{"error":"displayName=too long"}"#, &[("displayName", "displayName=too long")]),
    (r#"{"error":"'displayName' is too long"}"#, &[("displayName", "'displayName' is too long")]),
    (r#"{"error":"Display name is too long"}"#, &[("", "Display name is too long")]),
    (r#"{"error":"1) displayName: too long 2) pat: wrong"}"#, &[("displayName", "too long 2)"), ("pat", "wrong")]),
    (r#"{"error":["displayName: too long","pat: wrong"]}"#, &[("displayName", "too long."), ("pat", "wrong")]),
    (r#"{"error":{"displayName":"too long","pat":"wrong"}}"#, &[("displayName", "too long."), ("pat", "wrong")]),
    (r#"{"error":{"message":"displayName: too long","advice":"Shorten"}}"#, &[("displayName", "too long. Shorten")]),
    (r#"{"error":"java.lang.IllegalArgumentException: displayName: too long"}"#, &[("displayName", "java.lang.IllegalArgumentException: displayName: too long")]),
    (r#"{"error":"x","advice":["One","Two"]}"#, &[("", "x. One. Two")]),
    (r#"{"error":"x","message":"y","reason":"z","detail":"w"}"#, &[("", "x. y. z. w")]),
    (r#"{"error":"Same.","message":"Same","errorMessages":["same.","Same."]}"#, &[("", "Same.")]),
    (r#"{"error":"<b>displayName</b>: too long"}"#, &[("displayName", "<b>displayName</b>: too long")]),
    (r#"{"errors":{"displayName":""}}"#, &[("", "Jira refused the request without giving a reason.")]),
    (r#"{"errors":{}}"#, &[("", "Jira refused the request without giving a reason.")]),
    (r#"{"errors":{"pat":["Expired.","Not allowed here."],"origin":["Unreachable."],"apiPath":"Leads nowhere."}}"#, &[("pat", "Expired."), ("pat", "Not allowed here."), ("origin", "Unreachable."), ("apiPath", "Leads nowhere.")]),
    (r#"{"errorMessages":["No licence.","No licence"],"errors":{}}"#, &[("", "No licence.")]),
    (r#"{"errors":{"displayName":["","  ","Too long."]}}"#, &[("displayName", "Too long.")]),
    (r#"{"success":false,"error":"origin: No route to host (Connection refused). pat: Wrong.","advice":["Check the network.","Then try again."]}"#, &[("origin", "No route to host (Connection refused)."), ("pat", "Wrong. Check the network. Then try again.")]),
    (r#"{"success":false,"error":"origin: see https://wiki.example/x: chapter 2. pat: Wrong."}"#, &[("origin", "see https://wiki.example/x: chapter 2."), ("pat", "Wrong.")]),
    (r#"{"success":false,"error":"Internal: origin: refused"}"#, &[("origin", "Internal: origin: refused")]),
    (r#"{"message":"global: Only one. projectMappingIds: Only one."}"#, &[("global", "Only one."), ("projectMappingIds", "Only one.")]),
    (r#"["displayName: too long","pat: wrong"]"#, &[("displayName", "too long."), ("pat", "wrong")]),
    (r#""displayName: too long""#, &[("displayName", "too long")]),
    (r#"{"error":"repos: first. repos: second. repos: third."}"#, &[("", "repos: first. repos: second. repos: third.")]),
    (r#"{"errors":{"repos[0].url":"bad","projectMappingIds[2]":"no such project"}}"#, &[("", "repos[0].url: bad."), ("projectMappingIds", "no such project")]),
    (r#"{"errors":{"DisplayName":"wrong case"}}"#, &[("displayName", "wrong case")]),
    (r#"{"errors":{"display_name":"snake"}}"#, &[("displayName", "snake")]),
    (r#"{"error":"type: wrong. integrationType: wrong. global: wrong"}"#, &[("", "type: wrong."), ("", "integrationType: wrong."), ("global", "wrong")]),
];

#[test]
fn every_message_is_shown_once_and_at_its_field() {
    let form = form("GITHUB", Edit);
    for (answer, expected) in CASES {
        let refusal = Refusal::read(&serde_json::from_str(answer).unwrap());
        let problems = refusal.problems(&form);
        let found: Vec<_> =
            problems.iter().map(|problem| (problem.field.as_str(), problem.message.as_str())).collect();
        assert_eq!(found, *expected, "{answer}");
    }
}

#[test]
fn a_message_is_no_longer_than_a_page_can_bear() {
    let form = form("GITHUB", Edit);
    for length in [1_000, 1_000_000] {
        let long = "x".repeat(length);
        for answer in [
            serde_json::json!({ "error": format!("displayName: {long}") }),
            serde_json::json!({ "errors": { "displayName": [long, "Too odd."] } }),
            serde_json::json!({ "errorMessages": [long], "advice": long }),
        ] {
            let refusal = Refusal::read(&answer);
            assert!(refusal.to_string().chars().count() < 700);
            assert!(refusal.problems(&form).iter().all(|problem| problem.message.chars().count() < 700));
        }
    }
}
