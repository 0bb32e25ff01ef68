//! Elements described as plain data: what the small components are drawn with.
//!
//! `view!` makes a type for each piece of markup, and Leptos compiles its code for each of them: some
//! 5 KB a component. A description has one type, so its machinery is compiled once; the signals are the same.

use std::borrow::Cow;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

/// What an attribute or a text is: borrowed where it never changes.
pub type Words = Cow<'static, str>;

/// One element and all that is in it, in the order of the calls.
pub struct El {
    pub(super) tag: &'static str,
    pub(super) parts: Vec<Part>,
}

pub(super) enum Part {
    Attr(&'static str, Words),
    LiveAttr(&'static str, Box<dyn Fn() -> Option<Words> + Send>),
    LiveProp(&'static str, Box<dyn Fn() -> JsValue + Send>),
    Text(Words),
    LiveText(Box<dyn Fn() -> String + Send>),
    On(&'static str, Box<dyn FnMut(Event) + Send>),
    /// Filled later, again and again: an attribute, or a text where there is no name. See `stamp.rs`.
    Blank(&'static str),
    /// Runs with the element, and again when a signal that it reads changes.
    Drive(Box<dyn FnMut(&Element) + Send>),
    Child(El),
    View(AnyView),
}

/// An element with this tag.
pub fn el(tag: &'static str) -> El {
    El { tag, parts: Vec::new() }
}

/// A button that submits no form.
pub fn button(class: &'static str) -> El {
    el("button").attr("type", "button").class(class)
}

/// Hidden from screen readers, such as a symbol.
pub fn symbol(text: impl Into<Words>) -> El {
    el("span").attr("aria-hidden", "true").text(text)
}

/// For screen readers only.
pub fn unseen(text: impl Into<Words>) -> El {
    el("span").class("sr-only").text(text)
}

/// An ARIA state that is set only while it is true.
pub fn while_true(holds: bool) -> Option<Words> {
    holds.then_some(Cow::Borrowed("true"))
}

/// An ARIA state that is always said.
pub fn true_or_false(holds: bool) -> Option<Words> {
    Some(Cow::Borrowed(if holds { "true" } else { "false" }))
}

impl El {
    fn with(mut self, part: Part) -> Self {
        self.parts.push(part);
        self
    }

    /// An attribute that stays.
    pub fn attr(self, name: &'static str, value: impl Into<Words>) -> Self {
        self.with(Part::Attr(name, value.into()))
    }

    /// An attribute that stays; none without a value.
    pub fn attr_if(self, name: &'static str, value: Option<impl Into<Words>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// The class; left out when empty.
    pub fn class(self, class: impl Into<Words>) -> Self {
        self.attr_if("class", Some(class.into()).filter(|class| !class.is_empty()))
    }

    /// An attribute that follows signals; absent while `None`.
    pub fn live(self, name: &'static str, value: impl Fn() -> Option<Words> + Send + 'static) -> Self {
        self.with(Part::LiveAttr(name, Box::new(value)))
    }

    /// A property that follows signals, such as the `value` of a field, which as an attribute stops at the first key.
    pub fn live_prop(self, name: &'static str, value: impl Fn() -> JsValue + Send + 'static) -> Self {
        self.with(Part::LiveProp(name, Box::new(value)))
    }

    /// Text that stays.
    pub fn text(self, text: impl Into<Words>) -> Self {
        self.with(Part::Text(text.into()))
    }

    /// Text that follows signals.
    pub fn live_text(self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.with(Part::LiveText(Box::new(text)))
    }

    /// An attribute that a [`Template`](super::Template) leaves open.
    pub fn blank(self, name: &'static str) -> Self {
        self.with(Part::Blank(name))
    }

    /// A text that a [`Template`](super::Template) leaves open.
    pub fn blank_text(self) -> Self {
        self.blank("")
    }

    /// What keeps the inside of this element up to date by hand; it follows signals.
    pub fn drive(self, drive: impl FnMut(&Element) + Send + 'static) -> Self {
        self.with(Part::Drive(Box::new(drive)))
    }

    /// An element inside.
    pub fn child(self, child: El) -> Self {
        self.with(Part::Child(child))
    }

    /// An element inside, or none.
    pub fn child_if(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Elements inside.
    pub fn children(self, children: impl Iterator<Item = El>) -> Self {
        children.fold(self, El::child)
    }

    /// Anything that Leptos can draw.
    pub fn view(self, view: impl IntoAny) -> Self {
        self.with(Part::View(view.into_any()))
    }

    /// A child that exists only while `shown`; drawn again each time it appears.
    pub fn when(self, shown: Signal<bool>, draw: impl Fn() -> El + Send + Sync + 'static) -> Self {
        self.view(when(shown, draw))
    }

    /// Elements that follow signals; all are drawn again when one of those changes.
    pub fn live_children(self, draw: impl Fn() -> Vec<El> + Send + 'static) -> Self {
        fn start(draw: Box<dyn Fn() -> Vec<El> + Send>) -> AnyView {
            (move || draw()).into_any()
        }
        self.view(start(Box::new(draw)))
    }

    /// A view that follows signals; drawn again when one of those changes.
    pub fn live_view(self, draw: impl Fn() -> AnyView + Send + 'static) -> Self {
        fn start(draw: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
            (move || draw()).into_any()
        }
        self.view(start(Box::new(draw)))
    }

    /// What happens on an event.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + Send + 'static) -> Self {
        self.with(Part::On(event, Box::new(act)))
    }

    /// What happens on a click.
    pub fn on_click(self, mut act: impl FnMut() + Send + 'static) -> Self {
        self.on("click", move |_| act())
    }

    /// What happens when a key goes down.
    pub fn on_key(self, mut act: impl FnMut(KeyboardEvent) + Send + 'static) -> Self {
        self.on("keydown", move |event| act(event.unchecked_into()))
    }

    /// What happens to the text of a field at each keystroke.
    pub fn on_input(self, mut act: impl FnMut(String) + Send + 'static) -> Self {
        self.on("input", move |event| {
            if let Some(field) = event.target() {
                act(field.unchecked_into::<HtmlInputElement>().value());
            }
        })
    }
}

/// A view that exists only while `shown`; drawn each time it appears, and not again while it stays.
pub fn when(shown: Signal<bool>, draw: impl Fn() -> El + Send + Sync + 'static) -> AnyView {
    fn start(shown: Signal<bool>, draw: Box<dyn Fn() -> El + Send + Sync>) -> AnyView {
        let shown = Memo::new(move |_| shown.get());
        (move || shown.get().then(&draw)).into_any()
    }
    start(shown, Box::new(draw))
}
