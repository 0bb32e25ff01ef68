//! How Leptos draws an [`El`].

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::{
    html::attribute::any_attribute::AnyAttribute,
    hydration::Cursor,
    no_attrs,
    renderer::Rndr,
    view::{Mountable, Position, PositionState, Render, RenderHtml, any_view::AnyViewState},
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, Node};

use super::el::{El, Part};

/// An element on the page, with what keeps it up to date.
pub struct Drawn {
    pub(super) element: Element,
    /// What a template leaves open: the node, and the attribute's name.
    pub(super) blanks: Vec<(Node, &'static str)>,
    effects: Vec<RenderEffect<()>>,
    views: Vec<AnyViewState>,
}

impl Drawn {
    fn add(&mut self, part: Part) {
        let element = self.element.clone();
        match part {
            Part::Attr(name, value) => set_attribute(&element, name, Some(&value)),
            Part::LiveAttr(name, value) => {
                self.follow(Box::new(move || set_attribute(&element, name, value().as_deref())))
            }
            Part::LiveProp(name, value) => self.follow(Box::new(move || {
                let _ = js_sys::Reflect::set(&element, &name.into(), &value());
            })),
            Part::Text(text) => append(&element, &document().create_text_node(&text)),
            Part::LiveText(text) => {
                let node = document().create_text_node("");
                append(&element, &node);
                self.follow(Box::new(move || {
                    let text = text();
                    // A live region would read the same text again.
                    if node.data() != text {
                        node.set_data(&text);
                    }
                }));
            }
            Part::On(event, act) => listen(&element, event, act),
            Part::Blank("") => {
                let node = document().create_text_node("");
                append(&element, &node);
                self.blanks.push((node.into(), ""));
            }
            Part::Blank(name) => self.blanks.push((element.into(), name)),
            Part::Drive(mut drive) => self.follow(Box::new(move || drive(&element))),
            Part::Child(child) => {
                let child = child.build();
                append(&element, &child.element);
                self.blanks.extend(child.blanks);
                self.effects.extend(child.effects);
                self.views.extend(child.views);
            }
            Part::View(view) => {
                let mut view = view.build();
                view.mount(&element, None);
                self.views.push(view);
            }
        }
    }

    fn follow(&mut self, mut run: Box<dyn FnMut()>) {
        self.effects.push(RenderEffect::new(move |_| run()));
    }
}

pub(super) fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

fn append(element: &Element, child: &Node) {
    let _ = element.append_child(child);
}

fn listen(element: &Element, event: &str, act: Box<dyn FnMut(Event) + Send>) {
    // Left to JavaScript's garbage collector: an element that is taken away may still be sent its last `focusout`.
    let act: Box<dyn FnMut(Event)> = act;
    let act = Closure::wrap(act).into_js_value();
    let _ = element.add_event_listener_with_callback(event, act.unchecked_ref());
}

impl Render for El {
    type State = Drawn;

    fn build(self) -> Drawn {
        let element = Rndr::create_element(self.tag, None);
        let mut drawn = Drawn { element, blanks: Vec::new(), effects: Vec::new(), views: Vec::new() };
        self.parts.into_iter().for_each(|part| drawn.add(part));
        drawn
    }

    fn rebuild(self, state: &mut Drawn) {
        let mut old = std::mem::replace(state, self.build());
        old.insert_before_this(state);
        old.unmount();
    }
}

impl El {
    /// Draws it as the last child of `parent`, without the rest of what is in there. For what never changes: nothing
    /// keeps its live parts up to date.
    pub fn append_to(self, parent: &Element) {
        self.build().mount(parent, None);
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        self.element.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        let _ = parent.insert_before(&self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = self.element.parent_node() else { return false };
        child.mount(parent.unchecked_ref(), Some(&self.element));
        true
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

no_attrs!(El);

/// The app is drawn in the browser only: what concerns a server does nothing.
impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Drawn {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
