//! Elements that are drawn many times alike, such as the rows of a long table: one template, and a copy of it for each,
//! whose blanks are filled again and again. A copy costs a tenth of what it costs to draw the same with signals.

use js_sys::Reflect;
use leptos::tachys::view::Render;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::el::{El, Words};
use super::el_render::set_attribute;

/// What each blank says, in the order of the template; an attribute without a value is left out.
pub type Filling = Vec<Option<Words>>;

/// What all copies have in common.
pub struct Template {
    root: Element,
    /// The way to each blank: which child of the root, which child of that, and so on; and the attribute's name.
    blanks: Vec<(Vec<u32>, &'static str)>,
}

/// A copy of a template.
pub struct Stamp {
    /// The element itself.
    pub root: Element,
    blanks: Vec<(Node, &'static str)>,
    filling: Filling,
}

impl Template {
    /// Draws the template, which has no part that follows signals or listens.
    pub fn new(el: El) -> Self {
        let drawn = el.build();
        let root = drawn.element;
        let blanks = drawn.blanks.into_iter().map(|(node, name)| (way(&root, node), name)).collect();
        Self { root, blanks }
    }

    /// A copy, with nothing filled in.
    pub fn stamp(&self) -> Option<Stamp> {
        let root = self.root.clone_node_with_deep(true).ok()?;
        let find =
            |way: &[u32]| way.iter().rev().try_fold(root.clone(), |node, at| node.child_nodes().get(*at));
        let blanks = self.blanks.iter().filter_map(|(way, name)| Some((find(way)?, *name))).collect();
        Some(Stamp { root: root.unchecked_into(), blanks, filling: Vec::new() })
    }
}

/// From the node up to the root.
fn way(root: &Element, mut node: Node) -> Vec<u32> {
    let mut way = Vec::new();
    while node != **root {
        let before = std::iter::successors(node.previous_sibling(), Node::previous_sibling).count();
        way.push(before as u32);
        let Some(parent) = node.parent_node() else { break };
        node = parent;
    }
    way
}

impl Stamp {
    /// Fills the blanks; what is there already is left alone.
    pub fn fill(&mut self, filling: Filling) {
        for (at, ((node, name), words)) in self.blanks.iter().zip(&filling).enumerate() {
            if self.filling.get(at) == Some(words) {
                continue;
            }
            match *name {
                "" => node.set_node_value(words.as_deref()),
                // The attribute says only how it begins.
                "checked" => {
                    let _ = Reflect::set(node, &(*name).into(), &words.is_some().into());
                }
                name => set_attribute(node.unchecked_ref(), name, words.as_deref()),
            }
        }
        self.filling = filling;
    }
}
