//! What a file begins with, and how its objects are read: the same for both vendors.

use super::json::{Member, Node, Tree, parse, short};
use super::place::{Fault, Place};
use super::words::{describe, hidden, hint};
use crate::form::Kind;
use serde_json::Value;

/// What all files of one format have around the list of their items.
pub(crate) struct Header {
    /// What people call such a file, to begin a sentence.
    pub(crate) name: &'static str,
    /// The value of “patchbay”.
    pub(crate) what: &'static str,
    /// The one version that is read.
    pub(crate) version: u64,
    /// Keys of what is often taken for such a file, each with a sentence that says what it is.
    pub(crate) mistaken: &'static [(&'static str, &'static str)],
    /// The key of the server's address.
    pub(crate) server: &'static str,
    /// The key of the list.
    pub(crate) list: &'static str,
}

impl Header {
    /// Reads a file as far as its list: the server's address without credentials, empty where the file does not say it, and
    /// the items.
    ///
    /// # Errors
    /// What is wrong, in the order of the file.
    pub(crate) async fn read(
        &self,
        text: &str,
        rest: &mut impl AsyncFnMut(),
    ) -> Result<(String, Vec<Node>), Vec<Fault>> {
        let node = parse(text, rest).await.map_err(|fault| vec![fault])?;
        let Tree::Object(members) = node.tree else {
            let found = describe(&node.value());
            return Err(vec![self.other(node.place, &format!("The file is {found}."))]);
        };
        self.check(node.place, &members)?;
        let (mut server, mut items) = (String::new(), Vec::new());
        for member in members {
            match member.node.tree {
                Tree::Plain(Value::String(text)) if member.key == self.server => {
                    server = hidden(&Kind::Text, &text)
                }
                Tree::List(list) if member.key == self.list => items = list,
                _ => {}
            }
        }
        Ok((server, items))
    }

    fn check(&self, place: Place, members: &[Member]) -> Result<(), Vec<Fault>> {
        let find = |key: &str| members.iter().find(|member| member.key == key);
        let version = self.version;
        let fault = match (find("patchbay"), find("version")) {
            (None, _) => {
                let mistaken = self.mistaken.iter().find(|(key, _)| find(key).is_some());
                Some(self.other(place, mistaken.map_or("“patchbay” is missing.", |(_, sentence)| *sentence)))
            }
            (Some(what), _) if what.node.value() != self.what => {
                Some(self.other(what.node.place, "This is a file of something else."))
            }
            (_, None) => Some(self.other(place, "“version” is missing.")),
            (_, Some(member)) => match member.node.value() {
                found if found == version => None,
                Value::Number(found) => Some(Fault::new(
                    member.node.place,
                    format!(
                        "The file has version {found}, and this Patchbay reads version {version}. Use a Patchbay that knows it."
                    ),
                )),
                _ => Some(takes(member, &format!("the number {version}"))),
            },
        };
        // Of a file of something else, nothing more is worth a word.
        if let Some(fault) = fault {
            return Err(vec![fault]);
        }
        let mut faults = Vec::new();
        for member in members {
            match &member.node.tree {
                _ if member.key == self.server || member.key == "exportedAt" => {
                    drop(text(member, &mut faults))
                }
                Tree::Plain(_) | Tree::Object(_) if member.key == self.list => {
                    faults.push(takes(member, "a list"))
                }
                _ => {}
            }
        }
        unknown(members, &["patchbay", "version", self.server, "exportedAt", self.list], &mut faults);
        if faults.is_empty() && find(self.list).is_none() {
            let list = self.list;
            faults.push(Fault::new(place, format!("“{list}” is missing. Add a list: \"{list}\": [].")));
        }
        faults.sort_by_key(|fault| fault.place);
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    fn other(&self, place: Place, what: &str) -> Fault {
        let Self { name, what: value, version, .. } = self;
        Fault::new(
            place,
            format!("{what} {name} begins with {{\"patchbay\": \"{value}\", \"version\": {version}."),
        )
    }
}

/// Says which members have a key that is not `known`.
pub(crate) fn unknown(members: &[Member], known: &[&str], faults: &mut Vec<Fault>) {
    for member in members.iter().filter(|member| !known.contains(&member.key.as_str())) {
        let hint = hint(&member.key, known.iter().copied(), "Remove it.");
        let sentence = format!("“{}” has no meaning here. {hint}", short(&member.key));
        faults.push(Fault::new(member.place, sentence));
    }
}

/// That a member has another value than it `takes`.
pub(crate) fn takes(member: &Member, takes: &str) -> Fault {
    let sentence = format!("“{}” takes {takes}, not {}.", member.key, describe(&member.node.value()));
    Fault::new(member.node.place, sentence)
}

/// The text of a member; `None` if it is none, which is added to the faults.
pub(crate) fn text(member: &Member, faults: &mut Vec<Fault>) -> Option<String> {
    match &member.node.tree {
        Tree::Plain(Value::String(text)) => Some(text.clone()),
        Tree::Plain(_) | Tree::List(_) | Tree::Object(_) => {
            faults.push(takes(member, "text in quotation marks"));
            None
        }
    }
}

/// The members of an item; `None` if it is no object, which is added to the faults. `what` begins the sentence.
pub(crate) fn members<'a>(node: &'a Node, what: &str, faults: &mut Vec<Fault>) -> Option<&'a [Member]> {
    match &node.tree {
        Tree::Object(members) => Some(members),
        Tree::Plain(_) | Tree::List(_) => {
            let sentence = format!("{what} is an object in braces, not {}.", describe(&node.value()));
            faults.push(Fault::new(node.place, sentence));
            None
        }
    }
}
