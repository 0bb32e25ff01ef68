//! Patterns that keep Java 17 busy: they are tried on texts that almost match, with a count of the steps.
//!
//! Rules about the form of a pattern are wrong either way. `(a+)+b` is harmless since Java 9, which remembers where a loop has
//! failed, but `(a+)+?b` is not, because it forgets that in lazy loops, and inside of other loops. The engine here does the
//! same, so its steps grow as Java's time does.

use super::engine::{Budget, Mode, Stop, matches};
use super::node::{Node, Place};
use super::program::Program;
use super::set::Set;
use super::source::Source;

/// Maximum length of a pattern that is looked at, in bytes.
const LONGEST_PATTERN: usize = 2_000;
/// Characters that are tried beside those that the pattern names.
const PROBES: [char; 6] = ['a', '0', ' ', '-', '/', 'A'];
/// What follows a text so that it does not match.
const ENDS: [&str; 2] = ["\u{1}", ""];
/// Length of the shortest text; the others have twice and four times as many characters.
const SHORT: usize = 16;
/// Steps for a text of each length.
const STEPS: [usize; 4] = [60_000, 200_000, 500_000, 1_000_000];
/// Steps for all texts together: some 50 milliseconds in a browser. An ordinary pattern takes a tenth of them.
const ALL_STEPS: usize = 2_500_000;
/// Lengths of text that must pass without delay: as a whole, and to search in.
const LENGTHS: [(Mode, f64); 2] = [(Mode::Whole, 3000.0), (Mode::Part, 1000.0)];
/// Steps that Java makes in two to twenty seconds: going back in a run is quicker than in a loop.
const SLOW: f64 = 8e8;
/// How many times too high the first look can be.
const UNCLEAR: f64 = 100.0;
/// Steps from which on it is worth to look again.
const SUSPICIOUS: f64 = 3e8;

/// Whether Java 17 needs more than some two seconds with this pattern for a text that almost matches: one of 3,000
/// characters that has to match as a whole, or one of 1,000 in which a match is searched. An invalid pattern is not slow.
pub fn is_slow(pattern: &str) -> bool {
    let mut source = Source::new(pattern);
    let Ok(node) = source.whole() else { return false };
    if choices(&node) < 2 || pattern.len() > LONGEST_PATTERN {
        return false;
    }
    let program = Program::new(&node, source.groups);
    let mut all = Budget(ALL_STEPS);
    let shortest = node.shortest();
    // Such a pattern is tried at the beginning only.
    let anchored =
        matches!(node.children(), [Node::Place(Place::Start), ..]) && matches!(node, Node::Sequence(_));
    attacks(&node).iter().any(|attack| {
        LENGTHS.iter().filter(|(mode, _)| *mode == Mode::Whole || !anchored).any(|(mode, length)| {
            ENDS.iter().any(|end| {
                let mut tries =
                    Tries { program: &program, shortest, attack, end, mode: *mode, all: &mut all };
                tries.estimate(*length) > SLOW
            })
        })
    })
}

/// Texts of one kind, each longer than the one before.
struct Tries<'a> {
    program: &'a Program,
    /// Characters of the shortest text that can match.
    shortest: usize,
    attack: &'a Attack,
    end: &'a str,
    mode: Mode,
    all: &'a mut Budget,
}

impl Tries<'_> {
    // Steps for a text of this length. The growth between two texts tells it. It is looked at twice: a text that is shorter
    // than anything that can match takes no time, and the number of ways may have a limit that comes after many.
    fn estimate(&mut self, length: f64) -> f64 {
        let Ok(short) = self.steps(SHORT, STEPS[0]) else { return 0.0 };
        let Ok(middle) = self.steps(2 * SHORT, STEPS[1]) else { return 0.0 };
        let first = grown(short, middle, length / (2 * SHORT) as f64);
        if first < SUSPICIOUS && self.mode != Mode::Beginning && self.shortest < SHORT {
            return first;
        }
        // There may be no time left to look again. Then the first look counts if it is clear.
        let Ok(long) = self.steps(4 * SHORT, STEPS[2]) else { return first / UNCLEAR };
        let mut estimate = grown(middle.min(STEPS[1] as f64), long, length / (4 * SHORT) as f64);
        if estimate > SLOW
            && estimate.is_finite()
            && let Ok(longest) = self.steps(8 * SHORT, STEPS[3])
            && longest.is_finite()
        {
            estimate = grown(long, longest, length / (8 * SHORT) as f64);
        }
        if self.mode == Mode::Part && estimate.is_infinite() {
            // Many attempts, each at another place, are no sign of many ways.
            self.mode = Mode::Beginning;
            return length * self.estimate(length);
        }
        estimate
    }

    // Infinite if there are too many.
    fn steps(&mut self, length: usize, most: usize) -> Result<f64, Stop> {
        let mut text: Vec<char> = self.attack.before.chars().collect();
        text.extend(self.attack.repeated.chars().cycle().take(length));
        text.extend(self.end.chars());
        let most = most + 16 * self.program.steps.len();
        let given = self.all.0.min(most);
        let mut budget = Budget(given);
        let result = matches(self.program, &text, self.mode, &mut budget);
        let made = given - budget.0;
        self.all.0 -= made;
        match result {
            Ok(_) => Ok(made.max(1) as f64),
            Err(Stop::Costly) if given == most => Ok(f64::INFINITY),
            Err(stop) => Err(stop),
        }
    }
}

fn grown(less: f64, more: f64, times: f64) -> f64 {
    more * times.powf((more / less).log2().max(0.0))
}

/// A text that may almost match: something repeated, after what brings the engine there.
#[derive(PartialEq, Eq)]
struct Attack {
    before: String,
    repeated: String,
}

// Without two choices there are not many ways to match.
fn choices(node: &Node) -> usize {
    let own = match node {
        Node::Repeat { least, most, .. } => usize::from(least != most || *least > 1),
        Node::Alternatives(_) => 1,
        _ => 0,
    };
    node.children().iter().fold(own, |sum, node| sum + choices(node))
}

fn attacks(node: &Node) -> Vec<Attack> {
    let mut sets = Vec::new();
    collect_sets(node, &mut sets);
    let mut alphabet: Vec<(usize, char)> = Vec::new();
    for c in sets.iter().flat_map(|set| set.named()).chain(PROBES) {
        if alphabet.len() < 40 && !alphabet.iter().any(|(_, known)| *known == c) {
            let count = sets.iter().filter(|set| set.has(c) == Some(true)).count();
            alphabet.push((count, c));
        }
    }
    // What fits in many places can be matched in many ways.
    alphabet.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let alphabet: Vec<char> = alphabet.into_iter().filter(|(count, _)| *count > 0).map(|(_, c)| c).collect();
    let mut maker = Maker { alphabet, attacks: Vec::new() };
    let whole = maker.example(node);
    let mut shorter = whole.clone();
    shorter.pop();
    maker.add("", whole);
    maker.add("", shorter);
    maker.visit(node, "");
    maker.attacks
}

fn collect_sets<'a>(node: &'a Node, sets: &mut Vec<&'a Set>) {
    if let Node::One(set) = node {
        sets.push(set);
    }
    node.children().iter().for_each(|node| collect_sets(node, sets));
}

/// The longest example of a part.
const LONGEST: usize = 40;

struct Maker {
    /// The most promising characters first.
    alphabet: Vec<char>,
    attacks: Vec<Attack>,
}

impl Maker {
    fn add(&mut self, before: &str, repeated: String) {
        let attack = Attack { before: before.to_owned(), repeated };
        if !attack.repeated.is_empty() && self.attacks.len() < 100 && !self.attacks.contains(&attack) {
            self.attacks.push(attack);
        }
    }

    fn visit(&mut self, node: &Node, before: &str) {
        match node {
            Node::Sequence(nodes) => {
                let mut before = before.to_owned();
                for node in nodes {
                    self.visit(node, &before);
                    before.push_str(&self.example(node));
                    if before.len() > 4 * LONGEST {
                        return;
                    }
                }
            }
            Node::Repeat { inner, least, most, .. } => {
                if *most > 1 || least == most {
                    self.repeat(inner, before);
                }
                self.visit(inner, before);
            }
            _ => node.children().iter().for_each(|node| self.visit(node, before)),
        }
    }

    fn repeat(&mut self, inner: &Node, before: &str) {
        let mut sets = Vec::new();
        collect_sets(inner, &mut sets);
        let fits = |c: &&char| sets.iter().any(|set| set.has(**c) == Some(true));
        let characters: Vec<char> = self.alphabet.iter().filter(fits).take(3).copied().collect();
        for c in characters {
            self.add(before, c.to_string());
        }
        for example in self.examples(inner) {
            self.add(before, example);
        }
    }

    // One for each of the alternatives.
    fn examples(&self, node: &Node) -> Vec<String> {
        match node {
            Node::Alternatives(nodes) => nodes.iter().take(4).flat_map(|node| self.examples(node)).collect(),
            Node::Group(_, inner) | Node::Alone(inner) => self.examples(inner),
            Node::Sequence(nodes) => match nodes.as_slice() {
                [only] => self.examples(only),
                _ => vec![self.example(node)],
            },
            _ => vec![self.example(node)],
        }
    }

    // A text that the part matches, or nearly; optional parts are there once.
    fn example(&self, node: &Node) -> String {
        let mut text = String::new();
        self.write(node, &mut text);
        text
    }

    fn write(&self, node: &Node, text: &mut String) {
        if text.len() > LONGEST {
            return;
        }
        match node {
            Node::Sequence(nodes) => nodes.iter().for_each(|node| self.write(node, text)),
            Node::Alternatives(nodes) => nodes.iter().take(1).for_each(|node| self.write(node, text)),
            Node::One(set) => {
                let own = set.named().find(|c| set.has(*c) == Some(true));
                text.extend(
                    own.or_else(|| self.alphabet.iter().find(|c| set.has(**c) == Some(true)).copied()),
                );
            }
            Node::Group(_, inner) | Node::Alone(inner) => self.write(inner, text),
            Node::Repeat { inner, least, most, .. } => {
                for _ in 0..(*least).clamp(1, 8).min(*most) {
                    self.write(inner, text);
                }
            }
            Node::Place(_) | Node::Reference(..) | Node::Untried(_) => {}
            Node::Ahead { .. } | Node::Behind { .. } => {}
        }
    }
}
