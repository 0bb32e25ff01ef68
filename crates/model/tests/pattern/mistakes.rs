//! The exact sentence for everything that Java refuses, and the character it is about.

use patchbay_model::text::pattern::check;

#[track_caller]
fn refuses(cases: &[(&str, usize, &str)]) {
    for (pattern, at, sentence) in cases {
        let result = check(pattern).map_err(|error| (error.to_string(), error.at()));
        assert_eq!(result, Err(((*sentence).to_owned(), *at)), "for {pattern:?}");
    }
}

#[test]
fn refuses_the_vendors_bot_example() {
    refuses(&[
        (
            "^[mq-bot].*",
            4,
            "The range “q-b” at character 4 is reversed. For the text “[mq-bot]” itself, write “\\[mq-bot\\]”. For a range, write “b-q”.",
        ),
        (
            "[JIRA-123] .*",
            5,
            "The range “A-1” at character 5 is reversed. For the text “[JIRA-123]” itself, write “\\[JIRA-123\\]”. For a range, write “1-A”.",
        ),
        ("[z-a]", 2, "The range “z-a” at character 2 is reversed. Write “a-z”, or escape the “-” as “\\-”."),
    ]);
}

#[test]
fn refuses_bad_groups() {
    const NAME: &str = "A group name must begin with a letter, contain only letters from A to Z and digits, and end with “>”. See character";
    refuses(&[
        (
            "a(b",
            2,
            "The pattern ends inside the group “(” that starts at character 2. For the character itself, write “\\(”.",
        ),
        (
            "((a)",
            1,
            "The pattern ends inside the group “(” that starts at character 1. For the character itself, write “\\(”.",
        ),
        (
            "(?:é(?=a)",
            1,
            "The pattern ends inside the group “(” that starts at character 1. For the character itself, write “\\(”.",
        ),
        ("é(a))b", 5, "“)” at character 5 has no matching “(”. For the character itself, write “\\)”."),
        ("a|)", 3, "“)” at character 3 has no matching “(”. For the character itself, write “\\)”."),
        (
            "(?#note)",
            1,
            "“(?#” at character 1 is not a group that Java supports. Patterns have no comments here. Remove it.",
        ),
        (
            "a(?P<n>b)",
            2,
            "“(?P” at character 2 is not a group that Java supports. For a name, write “(?<name>”.",
        ),
        ("(?iz)", 1, "“(?iz” at character 1 is not a group that Java supports."),
        ("(?", 1, "“(?” at character 1 is not a group that Java supports."),
        ("(?<1a>b)", 4, &format!("{NAME} 4.")),
        ("(?<a_b>c)", 5, &format!("{NAME} 5.")),
        ("(?<>c)", 4, &format!("{NAME} 4.")),
        ("(?<abc", 6, &format!("{NAME} 6.")),
        (
            "(?<n>a)(?<n>b)",
            8,
            "The group at character 8 has the name “n”, which an earlier group already has.",
        ),
        (r"\k<n>(?<n>a)", 1, r"“\k<n>” at character 1 refers to a group that does not exist before it."),
        (r"a\kn", 2, r"“\k” at character 2 must be followed by a group's name, as in “\k<name>”."),
        (
            "x(?<=(ab)*)",
            2,
            "The group at character 2 looks back, so it must not repeat without limit. Use for example “{0,99}” instead of “*”.",
        ),
        (&"(".repeat(300), 201, "The pattern nests brackets too deeply at character 201."),
        (&"[".repeat(300), 201, "The pattern nests brackets too deeply at character 201."),
    ]);
}

#[test]
fn refuses_bad_repetitions() {
    const COUNT: &str =
        "must be followed by a number, as in “{2}” or “{2,5}”. For the character itself, write “\\{”.";
    refuses(&[
        ("*", 1, "“*” at character 1 has nothing to repeat. For any text, write “.*”."),
        ("*.java", 1, "“*” at character 1 has nothing to repeat. For any text, write “.*”."),
        ("a|+", 3, "“+” at character 3 has nothing to repeat."),
        ("(?i)?", 5, "“?” at character 5 has nothing to repeat."),
        ("a**", 3, "“*” at character 3 has nothing to repeat. For any text, write “.*”."),
        ("a+++", 4, "“+” at character 4 has nothing to repeat."),
        ("a{", 2, &format!("“{{” at character 2 {COUNT}")),
        (
            "{name}",
            1,
            "“{name}” at character 1 looks like a placeholder. Replace it with your own value. For the character itself, write “\\{”.",
        ),
        (
            "a{,3}",
            2,
            "“{,3}” at character 2 has no least number. Write “{0,3}”. For the character itself, write “\\{”.",
        ),
        ("a{2", 2, "The count that starts with “{” at character 2 must end with “}” after its numbers."),
        ("a{2,x}", 2, "The count that starts with “{” at character 2 must end with “}” after its numbers."),
        ("a{2,1}", 2, "The count “{2,1}” at character 2 is reversed. Write “{1,2}”."),
        ("a{99999999999}", 2, "The count at character 2 is larger than 2,147,483,647."),
    ]);
}

#[test]
fn refuses_bad_classes() {
    refuses(&[
        (
            "a[bc",
            2,
            "The pattern ends inside the class “[” that starts at character 2. For the character itself, write “\\[”.",
        ),
        (
            "[]",
            1,
            "The pattern ends inside the class “[” that starts at character 1. For the character itself, write “\\[”.",
        ),
        (
            "[^]",
            1,
            "The pattern ends inside the class “[” that starts at character 1. For the character itself, write “\\[”.",
        ),
        (
            "[a[b]",
            1,
            "The pattern ends inside the class “[” that starts at character 1. For the character itself, write “\\[”.",
        ),
        (
            "[a-",
            1,
            "The pattern ends inside the class “[” that starts at character 1. For the character itself, write “\\[”.",
        ),
        (
            "[a&&",
            1,
            "The pattern ends inside the class “[” that starts at character 1. For the character itself, write “\\[”.",
        ),
        ("[&&]", 2, "“&&” at character 2 needs characters before or after it in the class."),
        ("[.-+]", 2, "The range “.-+” at character 2 is reversed. Escape the “-” as “\\-”."),
        (r"[z-\x41]", 2, r"The range “z-\x41” at character 2 is reversed. Escape the “-” as “\-”."),
        (
            r"[.-\d]",
            2,
            r"The range at character 2 cannot end with “\d”, which is not a single character. Escape the “-” as “\-”.",
        ),
        (r"[a\b]", 3, r"“\b” at character 3 has no meaning inside “[…]”."),
        (r"[\1]", 2, r"“\1” at character 2 has no meaning inside “[…]”."),
        (r"[\8]", 2, r"“\8” at character 2 has no meaning inside “[…]”."),
        (r"[\19]", 2, r"“\1” at character 2 has no meaning inside “[…]”."),
        (
            r"^[^\040\177 ~^:?*\[]+$",
            8,
            r"“\177” at character 8 has no meaning inside “[…]”. For the character with this octal code, write “\0177”.",
        ),
        (
            r"[\477]",
            2,
            r"“\47” at character 2 has no meaning inside “[…]”. For the character with this octal code, write “\047”.",
        ),
    ]);
}

#[test]
fn refuses_bad_escapes() {
    refuses(&[
        (r"a\", 2, r"The pattern ends with a single “\” at character 2. For a backslash, write “\\”."),
        (r"[a\", 3, r"The pattern ends with a single “\” at character 3. For a backslash, write “\\”."),
        (
            r"C:\jira",
            3,
            r"“\j” at character 3 has no meaning in Java. For the letter, write “j”. For a backslash, write “\\”.",
        ),
        (r"a\E", 2, r"“\E” at character 2 has no “\Q” before it."),
        (r"\Qa\Eb\E", 7, r"“\E” at character 7 has no “\Q” before it."),
        (r"\08", 1, r"“\0” at character 1 must be followed by digits from 0 to 7."),
        (r"\x4", 1, r"“\x” at character 1 must be followed by two hexadecimal digits, or by more in “{…}”."),
        (r"\x{}", 1, r"“\x” at character 1 must be followed by two hexadecimal digits, or by more in “{…}”."),
        (
            r"\x{41",
            1,
            r"“\x” at character 1 must be followed by two hexadecimal digits, or by more in “{…}”.",
        ),
        (r"\x{110000}", 1, r"“\x” at character 1 is not a character. The last one is “\x{10FFFF}”."),
        (
            r"\u00g0",
            1,
            r"“\u” at character 1 must be followed by four hexadecimal digits. For longer codes, write “\x{…}”.",
        ),
        (
            r"\uD83D\u00",
            7,
            r"“\u” at character 7 must be followed by four hexadecimal digits. For longer codes, write “\x{…}”.",
        ),
        (
            r"\N",
            1,
            r"“\N” at character 1 must be followed by a character's Unicode name, as in “\N{EN DASH}”.",
        ),
        (r"\b{g", 1, r"“\b{g” at character 1 must end with “}”."),
        (r"a\c", 2, r"“\c” at character 2 must be followed by a letter, as in “\cM”."),
        (r"\p{Foo}", 1, r"“\p{Foo}” at character 1 is not a character property that Java supports."),
        (r"[\Px]", 2, r"“\Px” at character 2 is not a character property that Java supports."),
        (r"\p{alpha}", 1, r"“\p{alpha}” at character 1 is not a character property that Java supports."),
        (r"\p{x=Latin}", 1, r"“\p{x=Latin}” at character 1 is not a character property that Java supports."),
        (r"\p{L", 1, r"“\p{” at character 1 must end with “}” after the name of a property."),
        (r"\P{}", 1, r"“\P{” at character 1 must end with “}” after the name of a property."),
    ]);
}

#[test]
fn counts_characters_not_bytes_and_looks_through_quotations() {
    refuses(&[
        ("äöü*+?", 6, "“?” at character 6 has nothing to repeat."),
        (r"\Q**\E|*", 8, "“*” at character 8 has nothing to repeat. For any text, write “.*”."),
    ]);
}

#[test]
fn refuses_what_shells_and_other_languages_write() {
    for (pattern, sentence) in [
        (
            "{release}",
            "“{release}” at character 1 looks like a placeholder. Replace it with your own value. For the character itself, write “\\{”.",
        ),
        (
            "{release,hotfix}",
            "“{release,hotfix}” at character 1 is no list of names. For one of several, write “(release|hotfix)”.",
        ),
        (
            "%r{release}",
            "“{release}” at character 3 looks like a placeholder. Replace it with your own value. For the character itself, write “\\{”.",
        ),
        (
            "\\p{Latin}",
            "“\\p{Latin}” at character 1 is not a character property that Java supports. Write “\\p{IsLatin}”.",
        ),
        (
            "\\p{Greek}",
            "“\\p{Greek}” at character 1 is not a character property that Java supports. Write “\\p{IsGreek}”.",
        ),
        (
            "(?P=v)",
            "“(?P=” at character 1 is not a group that Java supports. For a group of before, write “\\k<name>”.",
        ),
        ("(?'v'x)", "“(?'” at character 1 is not a group that Java supports. For a name, write “(?<name>”."),
        (
            "(?#c)x",
            "“(?#” at character 1 is not a group that Java supports. Patterns have no comments here. Remove it.",
        ),
        (
            "(?|a|b)",
            "“(?|” at character 1 is not a group that Java supports. For one of several, write “(?:a|b)”.",
        ),
        (
            "(?R)",
            "“(?R” at character 1 is not a group that Java supports. Java patterns neither call nor test groups. Write the group out.",
        ),
        (
            "(?1)",
            "“(?1” at character 1 is not a group that Java supports. Java patterns neither call nor test groups. Write the group out.",
        ),
        (
            "(?(1)a|b)",
            "“(?(” at character 1 is not a group that Java supports. Java patterns neither call nor test groups. Write the group out.",
        ),
        (
            "(?&v)",
            "“(?&” at character 1 is not a group that Java supports. Java patterns neither call nor test groups. Write the group out.",
        ),
        (
            "release-${version}",
            "“{version}” at character 10 looks like a placeholder. Replace it with your own value. For the character itself, write “\\{”.",
        ),
        (
            "release-{version}",
            "“{version}” at character 9 looks like a placeholder. Replace it with your own value. For the character itself, write “\\{”.",
        ),
    ] {
        assert_eq!(
            check(pattern).map_err(|error| error.to_string()),
            Err(sentence.to_owned()),
            "for {pattern}"
        );
    }
}
