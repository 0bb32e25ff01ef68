//! What the address, the title, the history and the system's own colours show.

use patchbay_model::gitlab::Standing;
use patchbay_tests::sentences;
use patchbay_tests::{Page, Scheme, Server, keys};
use serde_json::{Value, json};

#[test]
fn the_address_says_which_tab_is_open() {
    let server = Server::demo();
    let page = server.open("");
    for address in [
        "/integrations/2".to_owned(),
        "/integrations/new/GITHUB".to_owned(),
        "/integrations/2/clone".to_owned(),
        server.at_gitlab("101/jira"),
    ] {
        for (tab, view) in [("JSON", "?view=json"), ("curl", "?view=curl")] {
            page.go(&address);
            page.role("tab").named(tab).click();
            page.is_at(&format!("{address}{view}"));
            page.reload();
            page.role("tab").named(tab).has("aria-selected", "true");
            page.role("tabpanel").named(tab).appears();
        }
        page.role("tab").named_like(" · ").click();
        page.is_at(&address);
        page.go(&format!("{address}?view=json"));
        page.role("tabpanel").named("JSON").appears();
        page.go(&format!("{address}?view=nonsense"));
        page.role("tab").named_like(" · ").has("aria-selected", "true");
    }
}

#[test]
fn it_is_the_same_page_for_the_question_and_for_back() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").click();
    page.field("Display name").fill("half typed");
    page.role("tab").named("JSON").click();
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.role("dialog").named(sentences::LEAVE_WITHOUT_SAVING_QUESTION).appears();
    page.button(sentences::STAY_HERE).click();
    page.is_at("/integrations/2?view=json");
    page.field("Display name").holds("half typed");
    page.back();
    page.button(sentences::LEAVE_WITHOUT_SAVING).click();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    page.is_at("/integrations");
    page.link("mobile").click();
    page.is_at("/integrations/2");
    page.role("tab").named("Changes · 0").has("aria-selected", "true");
}

#[test]
fn titles_and_messages_name_the_project() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("101/emails-on-push"));
    page.heading("Emails on push").appears();
    page.becomes("the title", || page.title() == "Emails on push – shop/web/website – Patchbay");
    page.field("Recipients").fill("a@test.example");
    page.button("Save 1 change").click();
    page.role("status").shows("Emails on push is saved in shop/web/website.");
    page.go(&server.at_gitlab("101/slack"));
    page.becomes("the title", || page.title().ends_with(" – shop/web/website – Patchbay"));
}

/// Ticks of one opened list are one step back, however many; the next list is another step.
#[test]
fn a_group_of_ticks_is_one_step_back() {
    let server = Server::demo();
    let page = server.open("/integrations");
    let open = |name: &str| {
        page.button(name).within(page.role("search").named("Integrations")).click();
    };
    page.link("mobile").appears();
    open("Type");
    for name in ["GitHub.com 3", "GitHub Enterprise 3", "AWS CodeCommit 2"] {
        page.role("checkbox").named(name).click();
    }
    page.press(keys::Escape);
    let three = page.address();
    open("Status");
    page.role("checkbox").named_like("Enabled").click();
    page.role("checkbox").named_like("Disabled").click();
    page.press(keys::Escape);
    assert_ne!(page.address(), three);
    page.back();
    page.becomes("the three types", || page.address() == three);
    page.back();
    page.is_at("/integrations");
}

#[test]
fn what_gitlab_has_removed_is_no_choice() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("101"));
    let search = page.role("searchbox").named(sentences::SEARCH_AVAILABLE_INTEGRATIONS).appears();
    let removed: Vec<_> =
        patchbay_model::gitlab::all().filter(|spec| matches!(spec.standing, Standing::Removed(_))).collect();
    assert!(!removed.is_empty());
    for spec in &removed {
        search.fill("");
        page.role("link").named_like("Bugzilla").appears().without_text(spec.leaving().unwrap());
        search.fill(spec.title);
        page.sees(spec.leaving().unwrap());
    }
}

/// Who navigates by mouse sees no ring around the heading that takes the focus; who uses keys does.
#[test]
fn headings_show_the_focus_to_those_who_use_keys() {
    let server = Server::demo();
    let page = server.open("");
    let ring = || {
        let script = "
            const has = tree.activeElement;
            return [has.tagName, getComputedStyle(has).outlineStyle !== 'none' && getComputedStyle(has).outlineWidth !== '0px']";
        page.run(script, Vec::new())
    };
    for (from, link, heading) in [
        ("/integrations", "mobile", "mobile"),
        ("/integrations", sentences::ADD_INTEGRATION, sentences::ADD_INTEGRATION),
        ("/integrations/new", sentences::BACK_TO_GIT_INTEGRATIONS, sentences::GIT_INTEGRATIONS),
        ("/integrations/2", sentences::GITLAB, sentences::GITLAB_PROJECTS),
    ] {
        for by_mouse in [true, false, true] {
            page.go(from);
            page.link(link).appears();
            if by_mouse {
                page.link(link).click()
            } else {
                page.link(link).press(keys::Enter)
            };
            page.heading(heading).has_focus();
            assert_eq!(ring(), json!(["H1", !by_mouse]), "{link}");
        }
    }
    page.go("/integrations/2");
    for by_mouse in [true, false] {
        let field = page.field("Display name").fill("half typed");
        let link = page.link(sentences::BACK_TO_GIT_INTEGRATIONS);
        if by_mouse {
            link.click()
        } else {
            link.press(keys::Enter)
        };
        page.button(sentences::STAY_HERE).has_focus().click();
        field.holds("half typed");
    }
}

/// With the system's own colours, what is chosen and what is disabled differ from what is not.
#[test]
fn forced_colours_show_what_is_chosen_and_disabled() {
    let server = Server::demo();
    let page = server.open("");
    page.show_in(Scheme::Light);
    let features = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    page.devtools("Emulation.setEmulatedMedia", &features);
    let look = "
        const one = tree.querySelector(arguments[0]);
        if (!one) return null;
        const { color, backgroundColor, borderColor, borderBlockEndColor } = getComputedStyle(one);
        return [color, backgroundColor, borderColor, borderBlockEndColor].join(' | ')";
    let differ = |page: &Page<'_>, one: &str, other: &str| {
        let (is, is_not) = (page.run(look, vec![json!(one)]), page.run(look, vec![json!(other)]));
        assert!(is != Value::Null && is_not != Value::Null, "{one}: {is}, {other}: {is_not}");
        assert_ne!(is, is_not, "{one} and {other}");
    };
    page.go("/integrations?type=GITHUB");
    page.role("row").are(4);
    differ(&page, ".chip.on", ".chip:not(.on)");
    differ(&page, ".bar nav [aria-current]", ".bar nav a:not([aria-current])");
    differ(&page, "[aria-checked=true] > .box", "[aria-checked=false] > .box");
    page.go("/integrations/2");
    page.heading("mobile").appears();
    differ(&page, "[type=submit][aria-disabled=true]", ".head .end button");
    differ(&page, "[role=tab][aria-selected=true]", "[role=tab][aria-selected=false]");
    differ(&page, "[role=option][aria-selected=true]", "[role=option][aria-selected=false]");
    page.go(&server.at_gitlab("101"));
    page.heading("Shop / Web / Website").appears();
    differ(&page, ".chip[aria-pressed=true]", ".chip[aria-pressed=false]");
}

/// Nothing that is read or focused is outside of a landmark, or without a role.
#[test]
fn everything_has_a_role_and_a_landmark() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.switch("Enabled: mobile").click();
    page.role("status").shows("mobile is disabled.");
    page.role("region").named("Messages").shows("mobile is disabled.");
    for view in ["json", "curl"] {
        page.go(&format!("/integrations/2?view={view}"));
        page.heading("mobile").appears();
        let bare = "
            const NAMED = 'a, button, input, select, textarea, summary, h1, h2, [role]';
            const bare = [...tree.querySelectorAll('[tabindex]')].filter((one) => !one.matches(NAMED));
            return [tree.querySelectorAll('pre[tabindex]').length > 0, bare.map((one) => one.outerHTML.slice(0, 100))]";
        assert_eq!(page.run(bare, Vec::new()), json!([true, []]));
    }
}

/// A switch that fails is told in one red box.
#[test]
fn one_failure_is_one_red_box() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    server.disturb(
        "PUT /rest/gitplugin/1.0/repository/2/disable",
        patchbay_tests::Fault::Answer(500, json!({})),
    );
    let red = "return tree.querySelectorAll('.notice.bad, .toast.bad').length";
    for address in ["/integrations", "/integrations/2"] {
        page.go(address);
        page.role("heading").named_like("").within(page.role("main"));
        if address == "/integrations" {
            page.switch("Enabled: mobile").click();
        } else {
            page.button("Disable").click();
        }
        page.alert("Disabling mobile failed").appears();
        assert_eq!(page.run(red, Vec::new()), 1, "{address}");
    }
}
