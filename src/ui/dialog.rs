//! A native modal dialog. The browser keeps the focus inside and gives it back to where it came from.

use leptos::prelude::*;
use patchbay_model::text::{NAME, short};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement};

use super::fresh_id::Mark;
use super::{Tone, el::*};
use crate::browser::{effect::effect, root};

/// Drawn only while open. Esc and ✕ close it; a click beside it does not, so that nothing typed is lost.
#[component]
pub fn Dialog(
    /// Whether it is there; anybody may write it.
    open: RwSignal<bool>,
    /// The heading, which has the focus at first unless something inside has `autofocus`.
    #[prop(into)]
    title: Signal<String>,
    /// [`Tone::Bad`] for what destroys: then it is an alert dialog.
    #[prop(optional)]
    tone: Tone,
    /// The buttons at the foot, the least destructive first.
    #[prop(optional, into)]
    actions: ViewFn,
    /// The person closed it by Esc or ✕; not run when the caller closes it.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView {
    let close = move || {
        if open.try_get_untracked() == Some(true) {
            open.set(false);
            if let Some(on_close) = on_close {
                on_close.run(());
            }
        }
    };
    when(open.into(), move || {
        let (dialog, heading, body) = (Mark::new(), Mark::new(), Mark::new());
        effect(move || show(dialog, heading));
        let alert = tone == Tone::Bad;
        let cancel = move |event: Event| {
            // Of a file chooser inside, say: those bubble, ours does not.
            if event.target() == event.current_target() {
                event.prevent_default();
                close();
            }
        };
        let cross = button("quiet").attr("aria-label", "Close").child(symbol("✕")).on_click(close);
        let head = el("h2")
            .attr("id", heading.id())
            .attr("tabindex", "-1")
            .live_text(move || short(&title.read(), 2 * NAME));
        el("dialog")
            .class("dialog")
            .attr("id", dialog.id())
            .attr_if("role", alert.then_some("alertdialog"))
            .attr("aria-labelledby", heading.id())
            .attr_if("aria-describedby", alert.then(|| body.id()))
            .on("cancel", cancel)
            .on("close", move |_| close())
            .child(el("header").child(head).child(cross))
            .child(el("div").class("body").attr("id", body.id()).view(children()))
            .child(el("footer").view(actions.run()))
    })
}

fn show(dialog: Mark, heading: Mark) {
    let Some(element) = dialog.find() else { return };
    let _ = element.unchecked_ref::<HtmlDialogElement>().show_modal();
    // Only by closing does the browser give the focus back; being removed is not enough.
    on_cleanup(move || {
        if let Some(element) = dialog.find() {
            element.unchecked_ref::<HtmlDialogElement>().close();
        }
    });
    if let (Ok(None), Some(heading)) = (element.query_selector("[autofocus]"), heading.find()) {
        root::focus_on(&heading);
    }
}
