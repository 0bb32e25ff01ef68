//! A button with a menu of actions. Every table row has one, so nothing is drawn until it is opened.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::{el::*, menu_keys, popup::Popup};

/// One action.
#[derive(Clone, Debug, Default)]
pub struct MenuItem {
    /// A verb first: "Remove…".
    pub label: String,
    /// An address inside or outside the app.
    pub href: Option<String>,
    /// Runs after the menu has closed and the focus is back on its button.
    pub on_select: Option<Callback<()>>,
    /// It destroys something.
    pub danger: bool,
    /// One of several of which one is on: whether it is this one.
    pub checked: Option<bool>,
    /// A whole sentence: shown below the label, and the action cannot be used.
    pub disabled_because: Option<String>,
}

/// The menu button pattern: arrow keys, Home, End, first letters, Esc.
#[component]
pub fn Menu(
    /// The menu's name, and the button's unless it has a face: "Actions for mobile".
    #[prop(into)]
    label: String,
    /// What is on the button; ⋯ without.
    #[prop(optional)]
    face: Option<El>,
    /// Read only when opened.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
) -> impl IntoView {
    let popup = Popup::new(true);
    let from_end = RwSignal::new(false);
    let keydown = move |event: KeyboardEvent| {
        let key = event.key();
        if !popup.open.get_untracked() && (key == "ArrowDown" || key == "ArrowUp") {
            event.prevent_default();
            from_end.set(key == "ArrowUp");
            popup.open.set(true);
        }
    };
    let button = popup
        .button("quiet", "menu")
        .attr_if("aria-label", face.is_none().then(|| label.clone()))
        .child(face.unwrap_or_else(|| symbol("⋯")))
        .on_key(keydown);
    let list = when(popup.open.into(), move || {
        let first_key = if from_end.get_untracked() { "End" } else { "Home" };
        from_end.set(false);
        draw_list(popup, label.clone(), first_key, items.get_untracked())
    });
    (button, list)
}

/// The open menu; the key says which item has the focus first.
pub(super) fn draw_list(popup: Popup, label: String, first_key: &'static str, items: Vec<MenuItem>) -> El {
    let on_key = move |menu: &_, event: KeyboardEvent| {
        let key = event.key();
        if key == "Tab" {
            // The browser goes on from there; of a menu that is gone it does not know where it was.
            popup.close();
        } else if menu_keys::go(menu, &key) {
            event.prevent_default();
        }
    };
    let on_shown = move |menu: &_| {
        menu_keys::go(menu, first_key);
    };
    popup
        .draw("menu", "menu", on_shown, on_key)
        .attr("aria-label", label)
        .children(items.into_iter().map(|item| draw_item(item, popup)))
}

/// An action that cannot be used stays reachable, so that its reason can be read.
fn draw_item(item: MenuItem, popup: Popup) -> El {
    let usable = item.disabled_because.is_none();
    let on_select = item.on_select;
    let drawn = match item.href.filter(|_| usable) {
        Some(href) => el("a").attr("href", href),
        None => button(""),
    };
    drawn
        .class(if item.danger { "danger" } else { "" })
        .attr("role", if item.checked.is_some() { "menuitemradio" } else { "menuitem" })
        .attr_if("aria-checked", item.checked.and_then(true_or_false))
        .attr("tabindex", "-1")
        .attr_if("aria-disabled", (!usable).then_some("true"))
        .text(item.label)
        .child_if(item.disabled_because.map(|because| el("small").text(because)))
        .on_click(move || {
            if usable {
                popup.close();
                if let Some(on_select) = on_select {
                    on_select.run(());
                }
            }
        })
}

/// The face of a menu that is a word.
pub fn text_face(text: &'static str) -> El {
    el("span").text(text)
}
