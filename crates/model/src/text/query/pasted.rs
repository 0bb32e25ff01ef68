//! What is pasted into a filter's field as a whole and is no filter: one in quotes, an address, a path.

/// The quote around the whole of `text`, if a filter is in it.
pub(super) fn quote_around(text: &str) -> Option<char> {
    let text = text.trim();
    let quote = text.chars().next().filter(|c| "\"'`“‘«".contains(*c))?;
    let end = match quote {
        '“' => '”',
        '‘' => '’',
        '«' => '»',
        same => same,
    };
    let inner = text.strip_prefix(quote)?.strip_suffix(end)?.trim_start();
    // Between backquotes is JSON.
    let begins = quote != '`' && inner.starts_with(['[', '{']);
    let is_filter = begins || inner.contains("[?");
    is_filter.then_some(quote)
}

/// Whether it is an address or a path, and neither a filter nor a regular expression between slashes.
pub(super) fn is_path(text: &str) -> bool {
    let text = text.trim();
    let path = text.split_once("://").map_or(text, |(_, rest)| rest);
    let is_regex = text.len() > 1 && text.starts_with('/') && text.ends_with('/');
    let is_plain = |c: char| c.is_alphanumeric() || "/-_.:?=&%{}".contains(c);
    let has_names = path.contains('/') && !path.contains("//") && path.contains(char::is_alphanumeric);
    has_names && !is_regex && path.chars().all(is_plain)
}

/// The one of these names that this one is most likely meant to be: at most two letters are missing, too many, wrong or in
/// each other's place.
pub(super) fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |name: &str| -> Vec<u8> {
        name.bytes().filter(|byte| *byte != b'_').map(|byte| byte.to_ascii_lowercase()).collect()
    };
    let wanted = plain(name);
    let most = if wanted.len() < 6 { 1 } else { 2 };
    let near = names.map(|name| (distance(&wanted, &plain(name)), name)).filter(|(far, _)| *far <= most);
    near.min_by_key(|(far, _)| *far).map(|(_, name)| name).filter(|_| wanted.len() > 3)
}

// After Damerau and Levenshtein, where no letter changes twice.
fn distance(left: &[u8], right: &[u8]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (at, letter) in left.iter().enumerate() {
        let mut next = vec![at + 1];
        for (to, other) in right.iter().enumerate() {
            let changed = row[to] + usize::from(letter != other);
            let mut least = changed.min(row[to + 1] + 1).min(next[to] + 1);
            if at > 0 && to > 0 && *letter == right[to - 1] && left[at - 1] == *other {
                least = least.min(before[to - 1] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row[right.len()]
}
