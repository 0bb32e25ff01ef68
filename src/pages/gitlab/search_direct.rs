//! The search for a project or a group: recognises a number, a full path, or an address of any kind that people copy.

use super::search_path::{Kind, Named, named, number};
use patchbay_model::gitlab::Level;
use patchbay_model::text::invisible::{is_invisible, trim_all};
use patchbay_model::text::percent::decode;

/// A project or group that is meant by itself, without a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Direct {
    /// One of a server of config.json.
    Home {
        /// The server's place.
        place: String,
        /// Which of the two it is, or more likely is.
        level: Level,
        /// Its number or full path.
        id: String,
        /// Whether it can be the other one as well: GitLab has the same addresses for both.
        or_other: bool,
    },
    /// A web address on a server that config.json does not list: its host.
    Unlisted(String),
}

/// What a text means to somebody.
#[derive(Clone, Copy)]
pub struct Reader<'r> {
    /// The place of the server that is open.
    pub here: &'r str,
    /// What is searched for there.
    pub level: Level,
    /// The places of all servers.
    pub places: &'r [String],
    /// Writes a host as servers write it.
    pub ascii: &'r dyn Fn(&str) -> String,
}

/// What `text` means to the reader. `None`: words to search for.
pub fn direct(text: &str, reader: Reader<'_>) -> Option<Direct> {
    let text = trim_all(text);
    let address = |word| {
        let listed = || Address::without_user(word, reader).or_else(|| Address::without_scheme(word, reader));
        Address::parse(word).or_else(listed)
    };
    if let Some(found) = text.split_whitespace().find_map(|word| address(bare(word))) {
        let meant = found.on(reader);
        return match meant {
            Some(Direct::Unlisted(_)) => handed_on(text, reader).or(meant),
            _ => meant,
        };
    }
    if text.contains(char::is_whitespace) {
        return None;
    }
    let text = bare(text);
    let text = text.strip_prefix("//").unwrap_or(text);
    // A host without a scheme before it, as browsers show it.
    let (host, path) = text.split_once('/').unwrap_or((text, ""));
    let address = Address { is_ssh: false, host, path };
    if host.contains(['.', ':']) && address.place(reader).is_some() {
        return address.on(reader);
    }
    let is_port = |port: &str| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    if host.rsplit_once(':').is_some_and(|(name, port)| is_port(port) && !name.is_empty())
        && path.contains('/')
    {
        return address.on(reader);
    }
    let found = match number(text.strip_prefix('#').unwrap_or(text)) {
        Some(id) => Named { level: reader.level, id, or_other: false },
        None => named(text, Kind::Bare, reader.level)?,
    };
    Some(home_at(reader.here, found))
}

/// An address that another one hands on: to a development environment, or through a mail server that checks links.
fn handed_on(text: &str, reader: Reader<'_>) -> Option<Direct> {
    text.split(['?', '&', '=', '#', ' ']).skip(1).find_map(|value| {
        let inner = decode(value);
        let is_address = inner.contains("://") || inner.contains('@');
        if is_address && inner.len() < text.len() { direct(&inner, reader) } else { None }
    })
}

fn home_at(place: &str, found: Named) -> Direct {
    let Named { level, id, or_other } = found;
    Direct::Home { place: place.to_owned(), level, id, or_other }
}

/// Without brackets, quotation marks and the end of a sentence around it.
fn bare(word: &str) -> &str {
    let around = |c: char| "<>\"'`“”„‘’«»(),;*|".contains(c) || is_invisible(c);
    word.trim_start_matches(around)
        .trim_end_matches(|c| around(c) || matches!(c, '.' | ':' | '!' | '?' | ']' | '…'))
}

/// The parts of an address.
struct Address<'a> {
    /// Whether Git uses it through SSH, which has a port of its own, and no folder.
    is_ssh: bool,
    /// Host and port.
    host: &'a str,
    /// What follows.
    path: &'a str,
}

impl<'a> Address<'a> {
    /// An address with a scheme, or the `git@host:path` of Git.
    fn parse(word: &'a str) -> Option<Self> {
        if let Some((scheme, rest)) = word.split_once("://") {
            let is_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
            // What stands before it belongs to a sentence or to Markdown.
            let scheme = &scheme[scheme.trim_end_matches(is_scheme).len()..];
            if scheme.is_empty() {
                return None;
            }
            let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            let host = rest[..end].rsplit('@').next().unwrap_or_default();
            // `ssh://git@host:group/project`, a mixture of Git's two ways.
            let is_mixed = |port: &str| port.contains(|c: char| !c.is_ascii_digit() && c != ']');
            let (host, path) = match host.rsplit_once(':') {
                Some((name, port)) if is_mixed(port) && !port.contains(']') => {
                    (name, &rest[end - port.len()..])
                }
                _ => (host, &rest[end..]),
            };
            return Some(Self { is_ssh: scheme.to_ascii_lowercase().contains("ssh"), host, path });
        }
        // `[git@host:2222]:path`, as Git takes a port.
        if let Some((inside, path)) = word.strip_prefix('[').and_then(|rest| rest.split_once("]:"))
            && let Some((_, host)) = inside.rsplit_once('@')
        {
            return Some(Self { is_ssh: true, host, path });
        }
        let (user, rest) = word.split_once('@')?;
        let (host, path) = match rest.strip_prefix('[').and_then(|rest| rest.split_once("]:")) {
            Some((host, path)) if host.matches(':').count() > 1 => (&rest[..host.len() + 2], path),
            Some(with_port) => with_port,
            None => rest.split_once(':')?,
        };
        let is_login = !user.is_empty() && !user.contains('/') && !host.is_empty() && !host.contains('/');
        is_login.then_some(Self { is_ssh: true, host, path: without_port(path) })
    }

    /// Git's `host:path` without a user, where the host is listed.
    fn without_user(word: &'a str, reader: Reader<'_>) -> Option<Self> {
        let (host, path) = word.split_once(':')?;
        let is_port = path.starts_with(|c: char| c.is_ascii_digit());
        let address = Self { is_ssh: true, host, path };
        (path.contains('/') && !is_port && !host.contains('/') && address.place(reader).is_some())
            .then_some(address)
    }

    /// An address as browsers show it, where the host is listed.
    fn without_scheme(word: &'a str, reader: Reader<'_>) -> Option<Self> {
        let (host, path) = word.strip_prefix("//").unwrap_or(word).split_once('/')?;
        let address = Self { is_ssh: false, host, path };
        (host.contains(['.', ':']) && !path.is_empty() && address.place(reader).is_some()).then_some(address)
    }

    /// What it means to this reader.
    fn on(&self, reader: Reader<'_>) -> Option<Direct> {
        match self.place(reader) {
            Some(place) => {
                let path = below(self.path, folder(place)).unwrap_or(self.path);
                let kind = if self.is_ssh { Kind::Ssh } else { Kind::Page };
                Some(home_at(place, named(path, kind, reader.level)?))
            }
            // A name from somebody's own SSH configuration.
            None if self.is_ssh && is_alias(self.host) => {
                Some(home_at(reader.here, named(self.path, Kind::Ssh, reader.level)?))
            }
            None => Some(Direct::Unlisted(self.host.to_owned())),
        }
    }

    /// The server that it is on. A GitLab in a folder of another one's host is meant by the longer of the two; where
    /// only SSH is known, the server that is open comes first.
    fn place<'r>(&self, reader: Reader<'r>) -> Option<&'r str> {
        let Reader { here, places, ascii, .. } = reader;
        let host = if self.host.is_ascii() { self.host.to_ascii_lowercase() } else { ascii(self.host) };
        let host = written_shortly(&host);
        let is_host = |place: &str| {
            let listed = written_shortly(&host_of(place).to_ascii_lowercase());
            if !self.is_ssh {
                return usual(&listed) == usual(&host);
            }
            let (listed, host) = (name(&listed), name(&host));
            let is_short = |rest: &str| is_alias(host) && rest.starts_with('.');
            listed.strip_prefix(host).is_some_and(|rest| rest.is_empty() || is_short(rest))
        };
        let fits =
            |place: &&String| is_host(place) && (self.is_ssh || below(self.path, folder(place)).is_some());
        let rank = |place: &&String| {
            let is_below = below(self.path, folder(place)).is_some();
            (is_below, is_below.then_some(folder(place).len()), place.as_str() == here)
        };
        places.iter().filter(fits).max_by_key(rank).map(String::as_str)
    }
}

/// Whether it can be a name in somebody's configuration of SSH, because no host on the internet is called so.
fn is_alias(host: &str) -> bool {
    let name = name(host);
    !name.contains(['.', '[']) && !name.eq_ignore_ascii_case("localhost")
}

/// Without a port before the path, where Git takes none, but people write one.
fn without_port(path: &str) -> &str {
    match path.split_once('/') {
        Some((port, rest)) if number(port).is_some() && port.len() <= 5 && rest.contains('/') => rest,
        _ => path,
    }
}

/// Host and port of a place.
fn host_of(place: &str) -> &str {
    place.split('/').next().unwrap_or(place)
}

/// The folder of a place, without a slash before it; empty where it has none.
fn folder(place: &str) -> &str {
    place.split_once('/').map_or("", |(_, folder)| folder)
}

/// A host without the ports that addresses need not name.
fn usual(host: &str) -> &str {
    [":443", ":80", ":"].iter().find_map(|port| host.strip_suffix(port)).unwrap_or(host)
}

/// A host without the dot at the end of its name, and without `www.`.
fn written_shortly(host: &str) -> String {
    let name = name(host);
    let port = &host[name.len()..];
    let name = name.strip_suffix('.').unwrap_or(name);
    [name.strip_prefix("www.").unwrap_or(name), port].concat()
}

/// A host without any port.
fn name(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => name,
        _ => host,
    }
}

/// The path below a folder.
fn below<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    let path = path.trim_start_matches('/');
    if folder.is_empty() {
        return Some(path);
    }
    let begin = path.get(..folder.len()).filter(|begin| begin.eq_ignore_ascii_case(folder))?;
    let rest = &path[begin.len()..];
    if rest.is_empty() || rest.starts_with(['/', '?', '#']) { Some(rest) } else { None }
}

#[cfg(test)]
mod tests;
