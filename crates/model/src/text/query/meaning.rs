//! Hints for valid filters that keep nothing, everything or something else than they seem to.

use super::fields::{Value, value_of};
use super::scan::{Token, Word};

const TESTS: [&str; 3] = ["contains", "starts_with", "ends_with"];

/// Text, a list of texts or JSON in place of a filter.
pub(super) fn no_filter_at_all(tokens: &[Token<'_>]) -> Option<String> {
    let texts: Vec<&str> = tokens.iter().filter(|token| is_text(token)).map(|token| token.text).collect();
    let is_list = tokens.len() >= 3 && tokens.first()?.text == "[" && tokens.last()?.text == "]";
    let inner = if is_list { &tokens[1..tokens.len() - 1] } else { tokens };
    if !texts.is_empty() && inner.iter().all(|token| is_text(token) || token.kind == Word::Comma) {
        return Some(match texts.as_slice() {
            [text] => format!(
                "This is text and no filter. For the repository with this name, write [?name == {text}]."
            ),
            texts => format!(
                "These are texts and no filter. For the repositories with these names, write [?contains([{}], name)].",
                texts.join(", ")
            ),
        });
    }
    let is_json = tokens.first()?.text == "{"
        && tokens.windows(3).any(|part| {
            part[0].kind == Word::Quoted
                && part[1].text == ":"
                && (part[2].kind == Word::Quoted || matches!(part[2].text, "[" | "{"))
        });
    if is_json {
        return Some("This is JSON and no filter. To compare, write [?name == 'git'].".to_owned());
    }
    match tokens {
        [Token { kind: Word::Name, text, at, .. }] if !matches!(*text, "value" | "repositories") => {
            Some(format!(
                "“{text}” at character {at} is the name of a field and no filter. For repositories with this text in their names, \
             write [?contains(name, '{text}')]."
            ))
        }
        _ => None,
    }
}

// `[?name == 'a' || 'b']`
pub(super) fn always_true(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let token = tokens.get(index).filter(|token| is_text(token))?;
    let before = index.checked_sub(1).map(|before| tokens[before])?;
    let after = tokens.get(index + 1)?;
    let is_alone = matches!(before.text, "&&" | "||" | "!" | "[?" | "(" | ",")
        && matches!(after.text, "&&" | "||" | "]" | ")");
    if !is_alone || !is_in_condition(&tokens[..index]) {
        return None;
    }
    let is_beside = match before.text {
        "[?" => true,
        // `description || ''` is another value in place of none.
        "&&" | "||" => {
            let mut left = left_of(&tokens[..index - 1]);
            left.clone().any(|one| one.kind == Word::Comparator)
                || left.clone().any(|one| TESTS.contains(&one.text))
                || left.next().is_some_and(is_text)
        }
        "!" => false,
        _ => matches!(after.text, "&&" | "||"),
    };
    is_beside.then(|| {
        let Token { text, at, .. } = token;
        format!(
            "{text} at character {at} is text, which always counts as true. Write a whole condition for each text, for example \
             name == {text}."
        )
    })
}

// `name == ['a', 'b']`
pub(super) fn list_of_texts(tokens: &[Token<'_>], index: usize) -> Option<String> {
    if tokens[index].text != "[" || !tokens.get(index + 1).is_some_and(is_text) {
        return None;
    }
    let before = index.checked_sub(1).map(|before| tokens[before])?;
    let field = tokens[..index].iter().rev().nth(1).filter(|field| field.kind == Word::Name)?;
    let is_argument = before.kind == Word::Comma
        && index >= 4
        && tokens[index - 4].text == "contains"
        && tokens[index - 3].text == "(";
    let is_compared = matches!(before.text, "==" | "!=");
    if (!is_argument && !is_compared) || value_of(field.text) == Some(Value::List) {
        return None;
    }
    let (field, at) = (field.text, tokens[index].at);
    Some(format!(
        "A text never equals the list at character {at} and never contains it. For one of several, write contains(['a', 'b'], {field})."
    ))
}

// `size == '4'`, `topics == 'java'`
pub(super) fn other_value(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let Token { text, at, .. } = tokens[index];
    let sign = |at: Option<&Token<'_>>| at.is_some_and(|sign| matches!(sign.text, "==" | "!="));
    let before = |count: usize| index.checked_sub(count).and_then(|at| tokens.get(at));
    let (field, beside) = if sign(before(1)) {
        (before(2)?, before(3))
    } else if sign(tokens.get(index + 1)) {
        (tokens.get(index + 2)?, None)
    } else {
        return None;
    };
    // A field of another, but for that of the repository itself.
    let is_within =
        beside.is_some_and(|dot| dot.text == ".") && before(4).is_none_or(|whole| whole.text != "@");
    let goes_on = beside.is_none() && tokens.get(index + 3).is_some_and(|dot| dot.text == ".");
    if field.kind != Word::Name || is_within || goes_on {
        return None;
    }
    let (plain, is_quoted) = plain_value(text);
    let name = field.text;
    let is_number = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
    match value_of(name)? {
        Value::Number if is_quoted && is_number => Some(format!(
            "{text} at character {at} is text and never equals a number, which “{name}” is. Write `{plain}` in backquotes."
        )),
        Value::Truth if is_number || (is_quoted && super::habits::literal(plain).is_none()) => {
            let value = match plain.to_ascii_lowercase().as_str() {
                "0" | "no" | "n" | "off" => "`false`",
                _ => "`true`",
            };
            Some(format!(
                "{text} at character {at} never equals “{name}”, which is true or false. Write {value} in backquotes."
            ))
        }
        Value::List if is_quoted => {
            Some(format!("“{name}” is a list and never equals a text. Write contains({name}, '{plain}')."))
        }
        Value::Fields(inner) if is_quoted => Some(format!(
            "“{name}” has fields of its own and never equals a text. Compare one of them, such as {name}.{inner}."
        )),
        _ => None,
    }
}

// `contains(name, 'git|svn')`
pub(super) fn regex_in_text(tokens: &[Token<'_>], index: usize) -> Option<String> {
    const SYNTAX: [&str; 8] = ["\\d", "\\w", "\\s", "\\.", "[0-9]", "[a-z]", "[A-Z]", ".+"];
    let Token { text, at, .. } = tokens[index];
    let inner = text.strip_prefix('\'')?.strip_suffix('\'')?;
    let before = |count: usize| index.checked_sub(count).map_or("", |at| tokens[at].text);
    let field = before(2);
    let is_tested = before(1) == "," && TESTS.contains(&before(4)) && before(3) == "(";
    if !(is_tested || matches!(before(1), "==" | "!=")) || matches!(field, "description" | "homepage") {
        return None;
    }
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let bar = inner
        .find('|')
        .filter(|bar| is_word(inner[..*bar].chars().next_back()) && is_word(inner[bar + 1..].chars().next()));
    let (sign, instead) = if bar.is_some() {
        ("|", "Write a condition for each text, joined by “||”.")
    } else if inner.len() > 1 && inner.starts_with('^') {
        ("^", "For its beginning, write starts_with(name, 'git').")
    } else if let Some(sign) = SYNTAX.into_iter().find(|sign| inner.contains(sign)) {
        (sign, "Use contains, starts_with or ends_with without it.")
    } else if inner.len() > 1 && inner.ends_with('$') {
        ("$", "For its end, write ends_with(name, 'git').")
    } else {
        return None;
    };
    Some(format!(
        "“{sign}” in {text} at character {at} stands for itself, because JMESPath has no regular expressions. {instead}"
    ))
}

// `[?a][0]` and `[?a][?b]`: what follows is done to each repository, and none is a list.
pub(super) fn within_each(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let Token { text, at, .. } = tokens[index];
    let next = tokens.get(index + 1)?;
    let is_filter = text == "[?";
    if !is_filter && !(text == "[" && (next.kind == Word::Number || matches!(next.text, ":" | "*"))) {
        return None;
    }
    if !is_each(&tokens[..index]) {
        return None;
    }
    let instead = if is_filter {
        "Put all conditions in one [?…], joined by “&&”."
    } else {
        "Write “|” before it, which takes the list as a whole."
    };
    Some(format!(
        "“{text}” at character {at} looks for a list in each repository, and none is one, so nothing is kept. {instead}"
    ))
}

// `[?1 < size < 5]`
pub(super) fn chained(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let Token { text, at, .. } = tokens[index];
    let is_second = left_of(&tokens[..index]).any(|token| token.kind == Word::Comparator);
    is_second.then(|| {
        format!(
            "“{text}” at character {at} compares the result of the comparison before it. Write two comparisons, joined by “&&”."
        )
    })
}

/// The tokens on the same level before the end, from the last operator or bracket on, backwards.
fn left_of<'a>(tokens: &'a [Token<'a>]) -> impl Iterator<Item = &'a Token<'a>> + Clone {
    let mut depth = 0_usize;
    tokens
        .iter()
        .rev()
        .map_while(move |token| {
            let is_inside = depth > 0;
            match token.kind {
                Word::Close => depth += 1,
                Word::Open if depth == 0 => return None,
                Word::Open => depth -= 1,
                Word::Logic | Word::Comma | Word::Pipe if depth == 0 => return None,
                _ => {}
            }
            Some((token, is_inside && !(token.kind == Word::Open && depth == 0)))
        })
        .filter_map(|(token, is_inside)| (!is_inside).then_some(token))
}

/// Whether what is open at the end is a condition, in it perhaps parentheses.
fn is_in_condition(before: &[Token<'_>]) -> bool {
    let mut depth = 0_usize;
    for token in before.iter().rev() {
        match token.kind {
            Word::Close => depth += 1,
            Word::Open if depth > 0 => depth -= 1,
            Word::Open if token.text == "(" => {}
            Word::Open => return token.text == "[?",
            _ => {}
        }
    }
    false
}

/// Whether what follows is done to each value of a list.
fn is_each(before: &[Token<'_>]) -> bool {
    let Some(last) = before.last() else { return false };
    if last.kind == Word::Flatten {
        return true;
    }
    if last.text != "]" {
        return false;
    }
    let mut depth = 0_usize;
    for (at, token) in before.iter().enumerate().rev() {
        match token.kind {
            Word::Close => depth += 1,
            Word::Open => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            let inside = &before[at + 1..before.len() - 1];
            let is_slice = inside.iter().any(|token| token.text == ":");
            let is_all = inside.len() == 1 && inside[0].text == "*";
            return token.text == "[?" || is_slice || is_all;
        }
    }
    false
}

fn is_text(token: &Token<'_>) -> bool {
    token.kind == Word::Literal && (token.text.starts_with('\'') || token.text.starts_with("`\""))
}

/// What stands between the quotes of a literal, and whether it is text.
fn plain_value(text: &str) -> (&str, bool) {
    let inner = text.trim_matches('`').trim();
    let plain = inner.trim_matches(['\'', '"']);
    (plain, plain.len() < inner.len())
}
