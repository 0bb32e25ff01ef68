//! The choice of a type for a new integration.

use super::neighbours::list_as_left;
use crate::browser::reactive::{click, memo};
use crate::route::{JiraPage, navigation};
use crate::sentences;
use crate::session::{Session, session};
use crate::ui::PageTitle;
use crate::ui::{Empty, SearchBox, Tag, Tone};
use leptos::prelude::*;
use patchbay_model::gij::{IntegrationType, TypeSpec};

/// All twelve types, searched by what they are called and what they say of themselves.
#[component]
pub fn ChooseTypePage() -> impl IntoView {
    let session = session();
    let search = RwSignal::new(String::new());
    let found = memo(move || {
        let words: Vec<String> = search.read().to_lowercase().split_whitespace().map(str::to_owned).collect();
        let fits = |spec: &TypeSpec| {
            let text = format!("{} {} {}", spec.label, spec.name, spec.about).to_lowercase();
            words.iter().all(|word| text.contains(word.as_str()))
        };
        IntegrationType::all().filter(|spec| fits(spec)).collect::<Vec<_>>()
    });
    let list = move || {
        let found = found.get();
        if found.is_empty() {
            return view! {
                <Empty title="No type matches" text="Patchbay knows twelve types of Git host.">
                    <button type="button" on:click=click(move || search.set(String::new()))>{sentences::SHOW_ALL_TYPES}</button>
                </Empty>
            }
            .into_any();
        }
        view! { <ul class="types">{found.into_iter().map(|spec| card(spec, session)).collect_view()}</ul> }
            .into_any()
    };
    navigation().come_back();
    view! {
        <div><a href=list_as_left(navigation(), session).to_string()>{sentences::BACK_TO_GIT_INTEGRATIONS}</a></div>
        <div class="head">
            <div>
                <PageTitle title=sentences::ADD_INTEGRATION />
                <p class="sub">"Where are the repositories?"</p>
            </div>
        </div>
        <div class="tools">
            <SearchBox
                id="search-types"
                label=sentences::SEARCH_TYPES
                placeholder=sentences::SEARCH_TYPES
                value=search
                on_input=Callback::new(move |text| search.set(text))
            />
        </div>
        {move || list()}
    }
}

fn card(spec: &'static TypeSpec, session: Session) -> impl IntoView {
    let legacy = spec.legacy.map(|_| view! { <Tag tone=Tone::Warn text="no longer supported" /> });
    view! {
        <li>
            <a href=session.link(JiraPage::Add(spec.name.to_owned()))>
                <b>{spec.label}</b>
                <small>{spec.about}</small>
                <small class="mono">{spec.name}</small>
                {legacy}
            </a>
        </li>
    }
}
