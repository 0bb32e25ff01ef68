//! A form with what came of saving it, its summary of problems, its buttons, and what will be sent beside it: the same
//! for adding and editing.

use super::conflict::ConflictDialog;
use super::focus::{OUTCOME, REFUSED, SUMMARY, focus_outcome};
use super::leaving::LeavingDialog;
use super::outcome::{Next, Outcome, draw_outcome};
use super::preview::{ChangesInShort, Preview, Side};
use super::refused::named;
use super::saver::Saver;
use super::waiting::Waiting;
use crate::browser::numbers::count_of;
use crate::browser::reactive::{derive, memo};
use crate::browser::{leaving, root};
use crate::form::{Sections, field_id};
use crate::route::{Guard, navigation};
use crate::sentences;
use crate::ui::{BusyButton, ButtonTone, ErrorSummary, Notice, ShownButton, Tone};
use leptos::prelude::*;
use patchbay_model::Mode;

/// The ids of two buttons.
const DISCARD: &str = "discard";
const UNDO: &str = "undo-discard";

/// Draws everything between the page's head and its foot.
#[component]
pub fn Editor(
    /// What saves the form.
    saver: Saver,
    /// `POST` or `PUT`.
    method: &'static str,
    /// Where it is sent to.
    #[prop(into)]
    url: Signal<String>,
    /// What the button says.
    #[prop(into)]
    submit_label: Signal<String>,
    /// Its label while the form is being saved.
    busy_label: &'static str,
    /// Why it cannot be sent; problems of fields aside.
    #[prop(optional, into)]
    disabled_because: Signal<Option<String>>,
    /// Shown between the problems and the form, such as an error of reading what the form offers.
    #[prop(optional, into)]
    above: ViewFn,
) -> impl IntoView {
    let Saver { form, busy, outcome, .. } = saver;
    let vendor = form.schema().vendor;
    // What was left by the page that added it, or by the form before this one.
    if outcome.get_untracked().as_ref().is_some_and(Outcome::is_pressing) {
        focus_outcome();
    }
    let next = Next {
        save: Callback::new(move |()| saver.save()),
        look: Callback::new(move |()| saver.look_again()),
    };
    let outcome = move || outcome.get().map(|outcome| draw_outcome(outcome, vendor, next));
    let preview = derive(move || Preview {
        vendor,
        method,
        url: url.get(),
        body: saver.body(),
        current: saver.base.get().map(|base| base.settings().clone()),
    });
    let dirty = memo(move || form.differing() > 0);
    navigation().guard(derive(move || match (busy.get(), dirty.get()) {
        (true, _) => Guard::UnderWay,
        (false, true) => Guard::Unsaved,
        (false, false) => Guard::Clear,
    }));
    leaving::guard(dirty.into());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() && untrack(|| disabled_because.get()).is_none() {
            saver.save();
        }
    };
    // Each button takes the place of the other, and the focus with it.
    let turn = |act: fn(Saver), to: &'static str| {
        Callback::new(move |()| {
            act(saver);
            request_animation_frame(move || {
                root::focus(to);
            });
        })
    };
    let (discard, undo) = (turn(Saver::discard, UNDO), turn(Saver::undo_discard, DISCARD));
    // Input made while something new is being added would be lost, because its own page opens next.
    let creating = form.schema().mode == Mode::Create;
    let closed = derive(move || creating && busy.get());
    let on_stop = Callback::new(move |()| saver.stop_waiting());
    let listed = memo(move || if form.submitted.get() { form.problems() } else { Vec::new() });
    let summary = derive(move || {
        let problems = listed.get().into_iter();
        problems.map(|(key, label, sentence)| (field_id(&key), named(&label, sentence))).collect::<Vec<_>>()
    });
    let refused = move || {
        form.refused.get().map(|sentence| {
            view! {
                <div id=REFUSED>
                    <Notice tone=Tone::Bad title=format!("{vendor} refused the request") alert=true>
                        <p>{sentence}</p>
                    </Notice>
                </div>
            }
        })
    };
    let note = move || {
        let count = listed.read().len();
        let when = if creating { "before this can be sent" } else { "before saving" };
        (count > 0).then(|| format!("{} {when}", need_attention(count)))
    };
    view! {
        <div id=OUTCOME class="outcome">
            {move || outcome()}
        </div>
        <ErrorSummary id=SUMMARY title=derive(move || need_attention(listed.read().len())) problems=summary />
        {move || refused()}
        {above.run()}
        <div class="split">
            <form class="panel" novalidate on:submit=submit>
                <div inert=closed>
                    <Sections form />
                </div>
                <div class="foot">
                    <ChangesInShort form />
                    <BusyButton
                        label=submit_label
                        busy
                        busy_label=busy_label.to_owned()
                        tone=ButtonTone::Primary
                        disabled_because
                        submit=true
                    />
                    <Waiting busy vendor on_stop />
                    <span class="sub">{move || note()}</span>
                    <ShownButton
                        id=UNDO
                        class="quiet"
                        label=sentences::UNDO_DISCARDING
                        shown=derive(move || saver.discarded.read().is_some() && !closed.get())
                        on_click=undo
                    />
                    <ShownButton id=DISCARD class="quiet" label="Discard" shown=derive(move || dirty.get() && !closed.get()) on_click=discard />
                </div>
            </form>
            <Side form preview />
        </div>
        <LeavingDialog />
        <ConflictDialog saver />
    }
}

/// "One setting needs attention", "3 settings need attention".
fn need_attention(count: usize) -> String {
    match count {
        1 => sentences::ONE_SETTING_NEEDS_ATTENTION.to_owned(),
        _ => format!("{} need attention", count_of(count, "setting", "settings")),
    }
}
