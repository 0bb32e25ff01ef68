//! A native modal dialog. The browser keeps the focus inside and gives it back to where it came from.

use leptos::{ev, html, prelude::*};

use super::{Tone, fresh_id};
use crate::browser::root;

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
    let close = Callback::new(move |()| {
        if open.try_get_untracked() == Some(true) {
            open.set(false);
            if let Some(on_close) = on_close {
                on_close.run(());
            }
        }
    });
    view! {
        <Show when=move || open.get()>
            <OpenDialog title tone close body=children.clone() actions=actions.clone() />
        </Show>
    }
}

#[component]
fn OpenDialog(
    title: Signal<String>,
    tone: Tone,
    close: Callback<()>,
    body: ChildrenFn,
    actions: ViewFn,
) -> impl IntoView {
    let (title_id, body_id) = (fresh_id("dialog"), fresh_id("dialog-body"));
    let dialog = NodeRef::<html::Dialog>::new();
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        let _ = dialog.show_modal();
        // Only by closing does the browser give the focus back; being removed is not enough.
        let shown = StoredValue::new_local(dialog.clone());
        on_cleanup(move || {
            shown.try_with_value(|dialog| dialog.close());
        });
        if let (Ok(None), Some(heading)) = (dialog.query_selector("[autofocus]"), heading.get_untracked()) {
            root::focus_on(&heading);
        }
    });
    let cancel = move |event: web_sys::Event| {
        // Of a file chooser inside, say: those bubble, ours does not.
        if event.target() == event.current_target() {
            event.prevent_default();
            close.run(());
        }
    };
    view! {
        <dialog
            node_ref=dialog
            class="dialog"
            role=(tone == Tone::Bad).then_some("alertdialog")
            aria-labelledby=title_id.clone()
            aria-describedby=(tone == Tone::Bad).then(|| body_id.clone())
            on:cancel=cancel
            on:close=move |_: ev::Event| close.run(())
        >
            <header>
                <h2 id=title_id.clone() tabindex="-1" node_ref=heading>{move || title.get()}</h2>
                <button type="button" class="quiet" aria-label="Close" on:click=move |_| close.run(())>
                    <span aria-hidden="true">"✕"</span>
                </button>
            </header>
            <div class="body" id=body_id.clone()>{body()}</div>
            <footer>{actions.run()}</footer>
        </dialog>
    }
}
