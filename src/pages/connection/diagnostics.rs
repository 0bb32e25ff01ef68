//! Diagnostics for a bug report, shown in full before they are copied.

use super::check::Check;
use super::report::report;
use crate::browser::reactive::memo;
use crate::sentences;
use crate::ui::CopyButton;
use leptos::prelude::*;

/// The heading.
const HEADING: &str = "diagnostics";

/// The text and a button that copies it.
#[component]
pub fn Diagnostics(
    /// The checks.
    checks: Vec<Check>,
) -> impl IntoView {
    let text = memo(move || report(&checks));
    view! {
        <section class="part" aria-labelledby=HEADING>
            <h2 id=HEADING>"Diagnostics"</h2>
            <p class="sub">
                "For a bug report. It contains the addresses of your servers, but no tokens, no names of people and nothing \
                 about your integrations."
            </p>
            <pre class="facts">{move || text.get()}</pre>
            <div>
                <CopyButton label=sentences::COPY_DIAGNOSTICS text />
            </div>
        </section>
    }
}
