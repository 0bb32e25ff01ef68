//! Addresses as mail programs write them.

use super::offers;

#[test]
fn addresses_as_mail_programs_write_them() {
    for (text, meant) in [
        ("Ann Lee <ann@example.org>", "ann@example.org"),
        ("a@x.org; b@x.org", "a@x.org\nb@x.org"),
        ("a@x.org, b@x.org", "a@x.org\nb@x.org"),
        ("a@x.org,b@x.org c@x.org", "a@x.org\nb@x.org\nc@x.org"),
        ("\"Lee, Ann\" <ann@example.org>", "ann@example.org"),
        (
            "\"Lee, Ann\" <ann@example.org>, \"Low, Ben\" <ben@example.org>",
            "ann@example.org\nben@example.org",
        ),
        ("Ann Lee ann@example.org", "ann@example.org"),
        ("a@x.org and b@x.org", "a@x.org\nb@x.org"),
        ("ann@example.org (Ann Lee)", "ann@example.org"),
        ("To: ann@example.org", "ann@example.org"),
        ("To: Ann <ann@example.org>; Cc: Ben <ben@example.org>", "ann@example.org\nben@example.org"),
        ("[ann@example.org](mailto:ann@example.org)", "ann@example.org"),
        ("mailto:ann@example.org?subject=Hello", "ann@example.org"),
        ("a@x.org，b@x.org、c@x.org", "a@x.org\nb@x.org\nc@x.org"),
        ("a@x.org | b@x.org", "a@x.org\nb@x.org"),
        ("“ann@example.org”; 'ben@example.org'", "ann@example.org\nben@example.org"),
        ("<ann@example.org>.", "ann@example.org"),
        ("\u{200b}ann@example.org;\u{a0}ben@example.org", "ann@example.org\nben@example.org"),
        ("ann lee <ann@example.org>;;", "ann@example.org"),
        ("ann@@example.org; b@x.org", ""),
        ("Lee, Ann <ann@example.org>", ""),
        ("ann at example.org", ""),
        ("ann(at)example.org, b@x.org", ""),
        ("Ann Lee <ann@example.org>, Ben <ben@example.org>;", "ann@example.org\nben@example.org"),
        ("Ann Lee <ann@example.org>\nben@example.org", "ann@example.org\nben@example.org"),
        ("<ann@example.org>", "ann@example.org"),
        ("mailto:ann@example.org; ben@example.org", "ann@example.org\nben@example.org"),
        ("ann; ben@example.org", ""),
        ("Ann <ann>", ""),
    ] {
        let meant = Some(meant).filter(|meant| !meant.is_empty());
        assert_eq!(offers("emails-on-push", "recipients", text).as_deref(), meant, "{text}");
    }
    for text in ["ann@example.org", "a@x.org b@x.org", "a@x.org,b@x.org"] {
        assert_eq!(offers("pipelines-email", "recipients", text), None, "{text}");
    }
    assert_eq!(
        offers("pipelines-email", "recipients", "a@x.org; Ben <b@x.org>").as_deref(),
        Some("a@x.org\nb@x.org")
    );
    assert_eq!(offers("irker", "recipients", "irc://a.org/#x;irc://b.org/#y"), None);
}
