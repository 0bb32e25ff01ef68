//! A form with its summary of problems, its buttons, and what will be sent beside it: the same for adding and editing.

use super::leaving::LeavingDialog;
use super::preview::{Preview, Side};
use crate::browser::numbers::count_of;
use crate::browser::reactive::{click, derive, memo};
use crate::browser::{leaving, root};
use crate::form::{FormState, Sections, field_id};
use crate::route::{Guard, navigation};
use crate::sentences;
use crate::ui::focus_title;
use crate::ui::{BusyButton, ButtonTone, ErrorSummary, Notice, Tone};
use leptos::prelude::*;
use patchbay_model::Mode;

const SUMMARY: &str = "problems";
const REFUSED: &str = "refused";

/// The id of the notice above the form after saving: an error, or the outcome.
pub const OUTCOME: &str = "outcome";

/// Moves the focus to what keeps the form from being sent: it may be far above the button.
pub fn focus_problems() {
    request_animation_frame(|| {
        if !root::focus(SUMMARY) {
            root::focus(REFUSED);
        }
    });
}

/// Moves the focus to the outcome of saving.
pub fn focus_outcome() {
    request_animation_frame(|| {
        root::focus(OUTCOME);
    });
}

/// Whether no field has a problem. If one has, it is shown, and nothing may be sent.
pub fn may_be_sent(form: FormState) -> bool {
    form.refused.set(None);
    let fine = untrack(|| form.problems()).is_empty();
    if !fine {
        form.submitted.set(true);
        focus_problems();
    }
    fine
}

/// Draws everything between the page's head and its foot.
#[component]
pub fn Editor(
    /// The form.
    form: FormState,
    /// The request that would be sent.
    preview: Signal<Preview>,
    /// What the button says.
    #[prop(into)]
    submit_label: Signal<String>,
    /// Its label while the form is being saved.
    busy_label: &'static str,
    /// Whether it is being sent.
    busy: RwSignal<bool>,
    /// Why it cannot be sent; problems of fields aside.
    #[prop(into)]
    disabled_because: Signal<Option<String>>,
    /// Sends it, unless a field has a problem.
    on_submit: Callback<()>,
    /// Takes everything back.
    on_discard: Callback<()>,
    /// Shown between the problems and the form, such as an error of reading what the form offers.
    #[prop(optional, into)]
    above: ViewFn,
) -> impl IntoView {
    let dirty = memo(move || form.differing() > 0);
    navigation().guard(derive(move || match (busy.get(), dirty.get()) {
        (true, _) => Guard::UnderWay,
        (false, true) => Guard::Unsaved,
        (false, false) => Guard::Clear,
    }));
    leaving::guard(dirty.into());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            on_submit.run(());
        }
    };
    let discard = move || {
        // The button goes away with the changes; the focus must not go with it.
        focus_title();
        on_discard.run(());
    };
    // Input made while something new is being added would be lost, because its own page opens next.
    let creating = form.schema().mode == Mode::Create;
    let listed = memo(move || if form.submitted.get() { form.problems() } else { Vec::new() });
    let summary = derive(move || {
        let problems = listed.get().into_iter();
        problems.map(|(key, label, sentence)| (field_id(&key), named(&label, sentence))).collect::<Vec<_>>()
    });
    let vendor = form.schema().vendor;
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
        <ErrorSummary id=SUMMARY title=derive(move || need_attention(listed.read().len())) problems=summary />
        {move || refused()}
        {above.run()}
        <div class="split">
            <form class="panel" novalidate inert=move || creating && busy.get() on:submit=submit>
                <Sections form />
                <div class="foot">
                    <BusyButton
                        label=submit_label
                        busy
                        busy_label=busy_label.to_owned()
                        tone=ButtonTone::Primary
                        disabled_because
                        submit=true
                    />
                    <Show when=move || dirty.get()>
                        <button type="button" on:click=click(discard)>"Discard"</button>
                    </Show>
                    <span class="sub">{move || note()}</span>
                </div>
            </form>
            <Side form preview />
        </div>
        <LeavingDialog />
    }
}

/// "One setting needs attention", "3 settings need attention".
fn need_attention(count: usize) -> String {
    match count {
        1 => sentences::ONE_SETTING_NEEDS_ATTENTION.to_owned(),
        _ => format!("{} need attention", count_of(count, "setting", "settings")),
    }
}

/// The sentence with the field's label before it, unless it begins with it.
fn named(label: &str, sentence: String) -> String {
    if sentence.starts_with(label) { sentence } else { format!("{label}: {sentence}") }
}
