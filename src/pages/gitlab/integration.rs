//! The page of one integration of a project or a group.

use super::about_groups::{is_older, older};
use super::about_integration::stays;
use super::disable_dialog::DisableDialog;
use super::disabling::Disabling;
use super::follow_dialog::{FollowButton, FollowDialog};
use super::following::Following;
use super::inherited::{inherited_settings, own_notice};
use super::integration_about::status;
use super::integration_form::IntegrationForm;
use super::integration_notices::{leaving_title, notices};
use super::opened::{Beginning, Opened};
use super::rights::rights;
use super::way_back::table_left;
use crate::api::Found;
use crate::browser::reactive::{click, derive, memo};
use crate::pages::pairs::{InJira, OfProject};
use crate::route::{GitLabPage, GitLabRoute, Route, navigation};
use crate::sentences;
use crate::session::awaited::awaited;
use crate::session::{ErrorNotice, Session};
use crate::ui::{BusyButton, ButtonTone, Notice, PageTitle, Skeleton, Tone, focus_title};
use leptos::prelude::*;
use patchbay_model::gitlab::{Integration, Level, Spec, Standing};
use patchbay_model::pairs::GitLabSide;

/// One integration of a project or a group.
#[component]
pub fn IntegrationPage(
    /// The server.
    session: Session,
    /// Whether it is a project's or a group's.
    level: Level,
    /// The number or full path of the project or group.
    id: String,
    /// The integration's name in addresses.
    slug: String,
) -> impl IntoView {
    let opened = Opened::new(session, level, id, slug);
    let (disabling, following, navigation) = (Disabling::new(session), Following::new(opened), navigation());
    let path = move || opened.path();
    let to_home = move || {
        let route = GitLabRoute::home(session.server.place(), level, opened.home_id());
        navigation.as_left([Route::GitLab(route)]).map(|route| route.to_string())
    };
    let is_home =
        |left: &Route| matches!(left, Route::GitLab(GitLabRoute { page: GitLabPage::Home { .. }, .. }));
    let to_table = table_left(session, is_home, "").map(|table| {
        view! { <a href=table.to_string()>{sentences::BACK_TO_THE_TABLE}</a> }
    });
    let is_read = memo(move || opened.found.is_read());
    let is_offered = memo(move || !matches!(opened.found.get(), Some(Found::NotOffered)));
    let is_present = memo(move || is_read.get() && is_offered.get());
    let has_error = derive(move || opened.has_error.get() || opened.found.error().is_some());
    // The person has read why not, and continues.
    let insisted = RwSignal::new(false);
    let has_target = memo(move || opened.has_target());
    let body = move || match (opened.beginning.get(), is_offered.get()) {
        (_, false) => not_offered(opened),
        // The form depends on the version of the server.
        (Some(beginning), true) if has_target.get() => draw(opened, beginning, insisted),
        (Some(_), true) => view! { <Skeleton rows=8 /> }.into_any(),
        (None, true) => awaited(opened.found, 8),
    };
    // Read before, so the form stays: the change was made, but reading it back failed.
    let stale = move || {
        let error = opened.found.error().filter(|_| is_read.get());
        error.map(|error| {
            let on_retry = Callback::new(move |()| opened.read_again());
            view! { <ErrorNotice error doing="Reading it again failed" on_retry /> }
        })
    };
    view! {
        <div class="way-back">
            <a href=to_home>{move || format!("← {}", path())}</a>
            {to_table}
        </div>
        <div class="head">
            <div>
                <PageTitle title=derive(move || opened.title()) has_error of=derive(path) />
                {move || is_present.get().then(|| status(opened))}
                {opened.spec().map(|spec| view! { <p>{spec.about(level)}</p> })}
            </div>
            <div class="end">
                <FollowButton opened following />
                <DisableButton opened disabling />
            </div>
        </div>
        <div class="outcome">{move || is_present.get().then(|| notices(opened))}</div>
        {rights(session)}
        {move || stale()}
        {move || body()}
        {move || is_present.get().then(|| in_jira(opened)).flatten()}
        <FollowDialog following />
        <DisableDialog disabling on_disabled=Callback::new(move |_| after_disabling(opened)) />
    }
}

/// Of a project's Jira integration: the Git integrations that find the project.
fn in_jira(opened: Opened) -> Option<AnyView> {
    if opened.slug() != "jira" || opened.level != Level::Project {
        return None;
    }
    let side = memo(move || {
        let integration = opened.integration();
        let url = |one: &Integration| one.settings.get("url")?.as_str().map(str::to_owned);
        GitLabSide {
            active: integration.as_ref().is_some_and(|one| one.active),
            url: integration.as_ref().and_then(url).unwrap_or_default(),
        }
    });
    let of = OfProject { session: opened.session, home: opened.home, side };
    Some(view! { <InJira of /> }.into_any())
}

fn not_offered(opened: Opened) -> AnyView {
    if opened.level == Level::Group && is_older(opened.session) {
        return older(opened.session, opened.home.get().as_ref());
    }
    let usual = "Its version, its edition or an administrator’s setting excludes it.";
    let spec = opened.spec();
    let leaving = || spec?.leaving().map(str::to_owned);
    let not_here = spec.and_then(|spec| spec.not_offered(opened.target()));
    let text = not_here.or_else(leaving).unwrap_or_else(|| usual.to_owned());
    view! {
        <Notice tone=Tone::Warn title=sentences::NOT_OFFERED>
            <p>{text}</p>
        </Notice>
    }
    .into_any()
}

fn draw(opened: Opened, beginning: Beginning, insisted: RwSignal<bool>) -> AnyView {
    let spec = opened.spec();
    match (spec, opened.record.get_untracked()) {
        (None, None) => {
            let text = "So it has no form to set it up. Set it up in GitLab, then you can change it here.";
            view! {
                <Notice tone=Tone::Info title="Patchbay does not know this integration">
                    <p>{text}</p>
                </Notice>
            }
            .into_any()
        }
        (Some(Spec { standing: Standing::SetUpElsewhere(sentence), .. }), None) => view! {
            <Notice tone=Tone::Info title="It is set up in GitLab">
                <p>{*sentence}</p>
            </Notice>
        }
        .into_any(),
        (Some(spec), None) if !insisted.get() && spec.leaving().is_some() => {
            let insist = move || {
                focus_title();
                insisted.set(true);
            };
            view! {
                <Notice tone=Tone::Warn title=leaving_title(spec)>
                    <p>{spec.leaving()}</p>
                    <p class="actions">
                        <button type="button" on:click=click(insist)>
                            {sentences::SET_IT_UP_ANYWAY}
                        </button>
                    </p>
                </Notice>
            }
            .into_any()
        }
        _ if untrack(|| opened.inherits()) == Some(true) && !opened.own.get() => inherited_settings(opened),
        _ => view! {
            {own_notice(opened)}
            <IntegrationForm opened beginning />
        }
        .into_any(),
    }
}

/// Only what is active can be disabled.
#[component]
fn DisableButton(opened: Opened, disabling: Disabling) -> impl IntoView {
    let ask = Callback::new(move |()| {
        if let Some(home) = opened.home.get_untracked() {
            let inherits = untrack(|| opened.inherits()) == Some(true);
            disabling.ask(&home, opened.slug(), untrack(|| opened.title()), inherits);
        }
    });
    let stays = stays(&opened.slug());
    let why_not = derive(move || stays.clone().or_else(|| opened.why_not()));
    view! {
        <span>
            <Show when=move || opened.is_active()>
                <span>
                    <BusyButton label="Disable…" tone=ButtonTone::Danger disabled_because=why_not on_click=ask />
                </span>
            </Show>
        </span>
    }
}

/// Shows what GitLab has now, with what was entered on top of it.
fn after_disabling(opened: Opened) {
    if opened.busy.is_disposed() {
        return;
    }
    // The button disappears, so the focus moves first.
    request_animation_frame(focus_title);
    opened.read_again();
}
