//! A ⋯ button with a menu of actions. One stands in every table row, so nothing is drawn until it is opened.

use leptos::{html, prelude::*};
use web_sys::{HtmlElement, KeyboardEvent, MouseEvent};

use super::menu_keys;
use super::popup::{Popup, keep_focus};

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
    /// A whole sentence: shown below the label, and the action cannot be used.
    pub disabled_because: Option<String>,
}

/// The menu button pattern: arrow keys, Home, End, first letters, Esc.
#[component]
pub fn Menu(
    /// The button's name: "Actions for mobile".
    #[prop(into)]
    label: String,
    /// Read only when opened.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let first_key = StoredValue::new("Home");
    let button = NodeRef::<html::Button>::new();
    let keydown = move |event: KeyboardEvent| {
        if let "ArrowDown" | "ArrowUp" = event.key().as_str() {
            event.prevent_default();
            first_key.set_value(if event.key() == "ArrowUp" { "End" } else { "Home" });
            open.set(true);
        }
    };
    let click = move |_| {
        first_key.set_value("Home");
        open.update(|open| *open = !*open);
    };
    let menu_label = label.clone();
    let list = move || {
        let label = menu_label.clone();
        open.get().then(move || view! { <OpenMenu open button label items first_key /> })
    };
    view! {
        <button
            node_ref=button
            type="button"
            class="quiet"
            aria-label=label
            aria-haspopup="menu"
            aria-expanded=move || if open.get() { "true" } else { "false" }
            on:mousedown=keep_focus
            on:click=click
            on:keydown=keydown
        >
            <span aria-hidden="true">"⋯"</span>
        </button>
        {list}
    }
}

#[component]
fn OpenMenu(
    open: RwSignal<bool>,
    button: NodeRef<html::Button>,
    label: String,
    items: Signal<Vec<MenuItem>>,
    first_key: StoredValue<&'static str>,
) -> impl IntoView {
    let on_shown = Callback::new(move |menu: HtmlElement| {
        menu_keys::go(&menu, first_key.get_value());
    });
    let on_key = Callback::new(move |(menu, event): (HtmlElement, KeyboardEvent)| {
        let key = event.key();
        if key == "Tab" {
            open.set(false);
        } else if menu_keys::go(&menu, &key) {
            event.prevent_default();
        }
    });
    let chosen = Callback::new(move |on_select: Option<Callback<()>>| {
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
        open.set(false);
        if let Some(on_select) = on_select {
            on_select.run(());
        }
    });
    view! {
        <Popup open button class="menu" role="menu" label at_end=true on_shown on_key>
            {items.get_untracked().into_iter().map(|item| menu_item(item, chosen)).collect_view()}
        </Popup>
    }
}

/// An action that cannot be used stays reachable, so that its reason can be read.
fn menu_item(item: MenuItem, chosen: Callback<Option<Callback<()>>>) -> AnyView {
    let MenuItem { label, href, on_select, danger, disabled_because } = item;
    let usable = disabled_because.is_none();
    let class = if danger { "danger" } else { "" };
    let reason = disabled_because.map(|because| view! { <small>{because}</small> });
    let click = move |event: MouseEvent| match usable {
        true => chosen.run(on_select),
        false => event.prevent_default(),
    };
    match href.filter(|_| usable) {
        Some(href) => {
            view! { <a role="menuitem" tabindex="-1" class=class href=href on:click=click>{label}</a> }
                .into_any()
        }
        None => view! {
            <button
                type="button"
                role="menuitem"
                tabindex="-1"
                class=class
                aria-disabled=(!usable).then_some("true")
                on:click=click
            >
                {label}
                {reason}
            </button>
        }
        .into_any(),
    }
}
