//! Which URLs and paths are accepted, and the exact sentence for each that is not.

use patchbay_model::text::meant::{as_address, ascii_address, placeholder, segments, server_of};
use patchbay_model::text::path::{check_api_path, check_server_path};
use patchbay_model::text::url::{check_http_url, host};
use proptest::prelude::*;

#[track_caller]
fn refused(result: Result<(), impl std::fmt::Display>, sentence: &str, input: &str) {
    let result = result.map_err(|error| error.to_string());
    assert_eq!(result, Err(sentence.to_owned()), "for {input:?}");
}

#[test]
fn accepts_urls_of_git_hosts() {
    for url in [
        "https://api.github.com",
        "https://gitlab.com",
        "https://dev.azure.com",
        "https://tfs.example.org/tfs",
        "http://localhost:8080",
        "HTTPS://Git.Example.org/",
        "https://git_server.corp:65535/a/b?c=d@e",
        "https://10.0.0.7:1/git",
        "https://git.example.org./",
        "http://[::1]",
        "http://[2001:db8::7]:7990/bitbucket",
        "https://xn--bcher-kva.example",
        "https://bücher.example",
        "https://BÜCHER.example:8443/x",
        "https://jira.münchen.example/jira",
        "https://jira.mu\u{308}nchen.example",
        "https://пример.рф",
        "https://例え.テスト",
        "https://例え。テスト",
        "https://उदाहरण.परीक्षा",
        "https://مثال.إختبار",
        "https://דוגמה.טעסט",
        "https://παράδειγμα.δοκιμή",
        "https://실례.테스트",
        "https://straße.example",
        "https://git.example.org/gr%C3%BC%C3%9Fe/grüße",
        "https://GIT.EXAMPLE.ORG:00443/",
        "https://git.example.org.:8443/git",
        "http://[2001:DB8::7]/",
        "http://[::ffff:10.0.0.7]:8080",
        "http://[::]",
        "https://gіtlab.example",
        "https://Πapa.example",
        "https://日本語a-1.example:8443",
        "https://xn--e1afmkfd.xn--p1ai",
        "https://a.b.c.d.e.f.g.h.example",
        "https://1password.example",
        "https://2001.example",
    ] {
        assert_eq!(check_http_url(url), Ok(()), "{url}");
    }
}

#[test]
fn says_what_is_wrong_with_a_url() {
    const SCHEME: &str = "The URL must begin with https:// or http://.";
    const BLANK: &str = "The URL must not contain white space or control characters.";
    const CREDENTIALS: &str = "The URL must not contain a user name or password. Remove them.";
    const NO_HOST: &str = "The URL must contain a host name. Example: https://www.example.org.";
    const HOST: &str = "The host in the URL must be a name such as www.example.org, an IPv4 address, or an IPv6 address in brackets.";
    const PORT: &str = "The port in the URL must be a number from 1 to 65535.";
    const INVISIBLE: &str = "The URL contains an invisible character. Delete it, or type the URL again.";
    for (url, sentence) in [
        ("", SCHEME),
        ("git.example.org", SCHEME),
        ("ssh://git.example.org", SCHEME),
        ("https:/git.example.org", SCHEME),
        ("://git.example.org", SCHEME),
        ("javascript:alert(1)//://x", SCHEME),
        (" https://git.example.org", BLANK),
        ("https://git.example.org/a b", BLANK),
        ("https://git.example.org\n", BLANK),
        ("https://git.example.org/\u{7}", BLANK),
        ("https://git.example.org/\u{a0}", BLANK),
        ("https://git.example.org\\group", "The URL must not contain “\\”. Use “/” instead."),
        ("https://me@git.example.org", CREDENTIALS),
        ("https://me:secret@git.example.org/x", CREDENTIALS),
        ("https://git.example.org/#top", "The URL must not contain “#”. Remove it and the text after it."),
        ("https://git.example.org#me@x", "The URL must not contain “#”. Remove it and the text after it."),
        ("https://", NO_HOST),
        ("https:///path", NO_HOST),
        ("https://:443/", NO_HOST),
        ("https://git..example.org", HOST),
        ("https://-git.example.org", HOST),
        ("https://git.example-.org", HOST),
        ("https://git,example.org", HOST),
        ("https://*.example.org", HOST),
        ("https://bü cher.example", BLANK),
        ("https://bücher!.example", HOST),
        ("https://bücher“.example", HOST),
        ("https://bü—cher.example", HOST),
        ("https://bücher\u{200b}.example", INVISIBLE),
        ("https://git.example.org/x\u{feff}", INVISIBLE),
        ("https://git.example.org/a\u{ad}b", INVISIBLE),
        ("https://\u{202a}git.example.org", INVISIBLE),
        ("https://git.example.org\u{2060}/", INVISIBLE),
        ("http://https://git.example.org", PORT),
        ("http://127.1", HOST),
        ("http://[1.2.3.4]", HOST),
        ("http://*.example.org", HOST),
        ("http://git.example.org,http://b.example.org", HOST),
        ("<https://git.example.org>", SCHEME),
        ("https//git.example.org", SCHEME),
        ("https://\u{202e}bücher.example", INVISIBLE),
        ("https://-bücher.example", HOST),
        ("https://😀.example", HOST),
        ("https://bücher..example", HOST),
        ("https://…", HOST),
        ("https://300.1.1.1", HOST),
        ("https://1.2.3", HOST),
        ("https://.", HOST),
        ("https://[::g]", HOST),
        ("https://[::1", HOST),
        ("https://[::1]x", HOST),
        ("https://[fe80::1%eth0]", HOST),
        ("https://git.example.org:", PORT),
        ("https://git.example.org:0", PORT),
        ("https://git.example.org:65536", PORT),
        ("https://git.example.org:+80", PORT),
        ("https://git.example.org:80:80", PORT),
        ("https://[::1]:x", PORT),
        ("https://[::1]:65536", PORT),
        ("https://git.example.org:８０", PORT),
        ("https://git.example.org:0x50", PORT),
        ("https://git.example.org:-1", PORT),
        // An IPv6 address without brackets has no port.
        ("https://::1", HOST),
        ("http://fe80::1/git", HOST),
        ("https://2001:db8::7:8443", HOST),
        ("https://2001:DB8:0:0:0:0:0:7/", HOST),
        ("https://[2001:db8::7", HOST),
        ("https://[2001:db8:::7]", HOST),
        ("https://[git.example.org]", HOST),
        ("https://[]", HOST),
        ("https://git%2Eexample.org", HOST),
        ("https://git%20.example.org", HOST),
        ("https://b%C3%BCcher.example", HOST),
        ("https://git.example.org%3A8443", HOST),
        ("https://git.example.org..", HOST),
        ("https://.git.example.org", HOST),
        ("https://git .example.org", BLANK),
        ("https://10.0.0.256", HOST),
        ("https://0127.0.0.1", HOST),
        ("https://gitlab_.-x.example", HOST),
        ("https://gitlаb。。example", HOST),
    ] {
        refused(check_http_url(url), sentence, url);
    }
}

#[test]
fn accepts_paths_of_tracked_folders() {
    for path in [
        "/jira/repos/*",
        "/*",
        "/srv/my repositories/*",
        "C:\\jira\\repos\\*",
        "d:/jira/repos/*",
        "D:\\*",
        "\\\\host\\share\\*",
        "\\\\host\\share\\repos\\*",
    ] {
        assert_eq!(check_server_path(path), Ok(()), "{path}");
    }
}

#[test]
fn says_what_is_wrong_with_a_tracked_folder() {
    const ABSOLUTE: &str =
        "The path must be absolute. Begin with “/”, a drive such as “C:\\”, or “\\\\server\\share\\”.";
    const ASTERISK: &str = "The path must end with an asterisk as its last segment. Example: /jira/repos/*.";
    for (path, sentence) in [
        ("", ABSOLUTE),
        ("jira/repos/*", ABSOLUTE),
        (" /jira/repos/*", ABSOLUTE),
        ("C:repos\\*", ABSOLUTE),
        ("1:\\repos\\*", ABSOLUTE),
        ("\\repos\\*", ABSOLUTE),
        ("\\\\host\\*", ABSOLUTE),
        ("\\\\\\share\\*", ABSOLUTE),
        ("https://git.example.org/*", ABSOLUTE),
        ("/jira/repos", ASTERISK),
        ("/jira/repos/", ASTERISK),
        ("/jira/repos*", ASTERISK),
        ("/jira/repos/**", ASTERISK),
        ("/jira/repos/* ", ASTERISK),
        ("/jira/repos\\*", ASTERISK),
        ("C:\\repos", ASTERISK),
        ("\\\\host\\share", ASTERISK),
        ("/jira/\n/*", "The path must not contain control characters such as line breaks."),
    ] {
        refused(check_server_path(path), sentence, path);
    }
}

#[test]
fn accepts_the_api_paths_of_the_vendors_page() {
    for path in [
        "/user/repos",
        "/users/octocat/repos",
        "/user/starred",
        "/users/octocat/starred",
        "/orgs/TestOrg/repos",
        "/api/v4/projects?membership=true",
        "/api/v4/users/7/projects",
        "/api/v4/projects?starred=true",
        "/api/v4/projects?owned=true",
        "/api/v4/groups/5245789/projects",
        "/api/v4/groups/BigBrassBand/projects",
        "/api/v4/groups/5245789/projects?include_subgroups=true",
        "/api/v4/groups/GitKraken/projects?include_subgroups=true",
    ] {
        assert_eq!(check_api_path(path), Ok(()), "{path}");
    }
    assert_eq!(check_api_path(&format!("/{}", "ü".repeat(1999))), Ok(()));
}

#[test]
fn says_what_is_wrong_with_an_api_path() {
    let long = format!("/{}", "a".repeat(2000));
    for (path, sentence) in [
        ("", "The API path must begin with “/”."),
        ("user/repos", "The API path must begin with “/”."),
        ("https://api.github.com/user/repos", "The API path must begin with “/”."),
        ("/user repos", "The API path must not contain white space or control characters."),
        ("/user/repos\n", "The API path must not contain white space or control characters."),
        (&long, "The API path must have at most 2,000 characters."),
    ] {
        refused(check_api_path(path), sentence, path);
    }
}

proptest! {
    #[test]
    fn never_panics(text in any::<String>(), start in prop::sample::select(vec!["", "https://", "http://[", "\\\\", "C:"])) {
        let text = format!("{start}{text}");
        let _ = (check_http_url(&text), check_server_path(&text), check_api_path(&text));
    }

    #[test]
    fn accepts_every_well_formed_url(
        scheme in "(http|https|HTTPS)",
        host in "[a-z][a-z0-9]{0,9}(\\.[a-z][a-z0-9-]{0,8}[a-z0-9]){0,3}",
        port in prop::option::of(1u16..),
        path in "(/[A-Za-z0-9._~%-]{0,8}){0,4}",
    ) {
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        prop_assert_eq!(check_http_url(&format!("{scheme}://{host}{port}{path}")), Ok(()));
    }
}

#[test]
fn names_the_ascii_host() {
    // The examples of RFC 3492 and of IDNA's test domains.
    for (address, ascii) in [
        // Letters of another width or style have other names in browsers.
        ("https://ＡＢＣ.example", None),
        ("https://ﬀ.example", None),
        ("https://㈱.example", None),
        ("https://ﾃｽﾄ.example", None),
        ("https://ｅxample．org", None),
        ("https://例え．テスト", Some("https://xn--r8jz45g.xn--zckzah")),
        ("https://bücher.example", Some("https://xn--bcher-kva.example")),
        (
            "https://jira.MÜNCHEN.example:8443/jira?x#y",
            Some("https://jira.xn--mnchen-3ya.example:8443/jira?x#y"),
        ),
        ("http://пример.рф/", Some("http://xn--e1afmkfd.xn--p1ai/")),
        ("https://例え.テスト", Some("https://xn--r8jz45g.xn--zckzah")),
        ("https://例え。テスト", Some("https://xn--r8jz45g.xn--zckzah")),
        ("https://उदाहरण.परीक्षा", Some("https://xn--p1b6ci4b4b3a.xn--11b5bs3a9aj6g")),
        ("https://παράδειγμα.δοκιμή", Some("https://xn--hxajbheg2az3al.xn--jxalpdlp")),
        ("https://실례.테스트", Some("https://xn--9n2bp8q.xn--9t4b11yi5a")),
        ("https://他们为什么不说中文.example", Some("https://xn--ihqwcrb4cv8a8dqg056pqjye.example")),
        ("https://faß.example", Some("https://xn--fa-hia.example")),
        ("https://xn--bcher-kva.example", None),
        ("https://git.example.org/grüße", None),
        // Written apart: only tables could join it.
        ("https://mu\u{308}nchen.example", None),
        ("münchen.example", None),
        ("https://münchen!.example", None),
    ] {
        assert_eq!(ascii_address(address).as_deref(), ascii, "{address}");
    }
}

/// Letters that people write words with. Not all that Unicode counts as letters: some are invisible, some are symbols of
/// mathematics.
const SCRIPTS: &str = "[\\p{L}&&[\\p{Latin}\\p{Greek}\\p{Cyrillic}\\p{Armenian}\\p{Georgian}\\p{Hebrew}\\p{Arabic}\\p{Devanagari}\\p{Thai}\\p{Han}\\p{Hiragana}\\p{Katakana}]&&[a-z\u{c0}-\u{1fff}\u{3040}-\u{30ff}\u{4e00}-\u{9fff}]]{1,10}";

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_meant_is_found_in_any_text(text in "\\PC{0,40}") {
        if let Some(found) = placeholder(&text) {
            prop_assert!(text.contains(found));
        }
        let _ = (ascii_address(&text), as_address(&text), server_of(&text, |_| true), segments(&text));
    }

    #[test]
    fn any_script_may_be_in_a_host(host in SCRIPTS) {
        let address = format!("https://{host}.example");
        prop_assert_eq!(check_http_url(&address), Ok(()), "{}", address);
        if let Some(ascii) = ascii_address(&address) {
            prop_assert!(ascii.is_ascii());
            prop_assert_eq!(check_http_url(&ascii), Ok(()), "{} of {}", ascii, address);
        }
    }
}

#[test]
fn names_the_host_of_an_address_in_one_way() {
    for (address, name) in [
        ("https://git.example.org", "git.example.org"),
        ("HTTPS://GIT.Example.Org:8443/x", "git.example.org"),
        ("https://git.example.org./", "git.example.org"),
        ("https://git.example.org.:443", "git.example.org"),
        ("https://ann:x@git.example.org?y", "git.example.org"),
        ("https://[2001:DB8::7]:8443/x", "[2001:db8::7]"),
        ("http://[::1]", "[::1]"),
        ("https://ann@[::1]:80/x", "[::1]"),
        ("https://10.0.0.7:1", "10.0.0.7"),
        ("https://bücher.example", "xn--bcher-kva.example"),
        ("https://BÜCHER.example.:8443/x", "xn--bcher-kva.example"),
        ("https://xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("https://例え。テスト/", "xn--r8jz45g.xn--zckzah"),
        ("http://localhost", "localhost"),
        ("/jira/repos/*", ""),
        ("git.example.org", ""),
        ("https://", ""),
        ("https://[", "["),
    ] {
        assert_eq!(host(address), name, "{address}");
    }
}

#[test]
fn adds_what_an_address_lacks() {
    for (text, whole) in [
        ("git.example.org", Some("https://git.example.org")),
        ("GIT.example.org:8443/x", Some("https://GIT.example.org:8443/x")),
        ("//git/x", Some("https://git/x")),
        ("bücher.example", Some("https://bücher.example")),
        ("[2001:db8::7]:8443/x", Some("https://[2001:db8::7]:8443/x")),
        ("[::1]", Some("https://[::1]")),
        ("2001:db8::7", Some("https://[2001:db8::7]")),
        ("::1", Some("https://[::1]")),
        ("http://fe80::1/git", Some("http://[fe80::1]/git")),
        ("10.0.0.7", Some("https://10.0.0.7")),
        ("git", None),
        ("[git]", None),
        ("https://git.example.org", None),
        ("https://[::1]", None),
        ("12:30", None),
    ] {
        assert_eq!(as_address(text).as_deref(), whole, "{text}");
    }
}

#[test]
fn finds_the_address_in_what_is_none() {
    for (text, address) in [
        ("git@git.example.org:group/app.git", Some("https://git.example.org/group/app")),
        ("ann@git.example.org:app", Some("https://git.example.org/app")),
        ("ssh://git@git.example.org:2222/group/app.git", Some("https://git.example.org/group/app.git")),
        ("ssh://git.example.org/app", Some("https://git.example.org/app")),
        ("git://git.example.org/app.git", Some("https://git.example.org/app.git")),
        ("git+ssh://git@git.example.org/app.git", Some("https://git.example.org/app.git")),
        ("git clone https://git.example.org/app.git", Some("https://git.example.org/app.git")),
        ("origin\thttps://git.example.org/app (fetch)", Some("https://git.example.org/app")),
        ("URL: https://git.example.org", Some("https://git.example.org")),
        ("\"https://git.example.org\"", Some("https://git.example.org")),
        ("<https://git.example.org>", Some("https://git.example.org")),
        ("(https://git.example.org)", Some("https://git.example.org")),
        ("“https://git.example.org”", Some("https://git.example.org")),
        ("https://git.example.org,", Some("https://git.example.org")),
        ("https:/git.example.org", Some("https://git.example.org")),
        ("https:git.example.org", Some("https://git.example.org")),
        ("https:///git.example.org", Some("https://git.example.org")),
        ("https//git.example.org", Some("https://git.example.org")),
        ("http://https://git.example.org", Some("https://git.example.org")),
        ("https://http://git.example.org", Some("http://git.example.org")),
        ("htps://git.example.org", Some("https://git.example.org")),
        ("htttp://git.example.org", Some("http://git.example.org")),
        ("https:\\\\git.example.org", Some("https://git.example.org")),
        ("https://ann@git.example.org/x", Some("https://git.example.org/x")),
        ("https://ann:p%40ss@git.example.org/x", Some("https://git.example.org/x")),
        ("https://ann:p@ss@git.example.org/x", Some("https://git.example.org/x")),
        (
            "https://oauth2:glpat-s3cr3tZs3cr3tZs3cr3@git.example.org/g/p.git",
            Some("https://git.example.org/g/p.git"),
        ),
        (
            "https://x-access-token:ghp_s3cr3tZs3cr3tZs3cr3@github.com/acme/app",
            Some("https://github.com/acme/app"),
        ),
        ("https://x-token-auth:s3cr3tZ@bitbucket.org/acme/app", Some("https://bitbucket.org/acme/app")),
        ("curl https://ann:s3cr3tZ@git.example.org/x", Some("https://git.example.org/x")),
        ("git.example.org/x", Some("https://git.example.org/x")),
        ("https://git.example.org", None),
        ("https://git.example.org/a,b;c", None),
        ("https://git.example.org/(x)", None),
        ("https://git.example.org/x?y=http://z.example", None),
        ("https://a.example https://b.example", None),
        ("https://git.example.org/{{ x }}", None),
        ("https://<host>", None),
        ("ftp://git.example.org", None),
        ("file:///srv/git", None),
        ("mailto:ann@example.org", None),
        ("javascript:alert(1)", None),
        ("git", None),
        ("git clone", None),
        ("C:\\repos", None),
        ("", None),
    ] {
        assert_eq!(as_address(text).as_deref(), address, "{text}");
    }
}
