//! Pages of Jira: the plugin's page, another page of the administration, and the dashboard.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use super::decorator::{Decorator, Look};
use super::resources::PAGE_POLICY;
use super::visitor::{is_administrator, visitor};
use crate::context::base_url;
use crate::pages::destination;
use crate::state::Shared;

/// A page of the administration that does not belong to the plugin.
const GENERAL: &str = include_str!("general.html");
const DASHBOARD: &str = include_str!("dashboard.html");

/// `/secure/admin/<alias>.jspa`.
pub(super) async fn administration(
    State(state): State<Shared>,
    Path(page): Path<String>,
    Query(look): Query<Look>,
    headers: HeaderMap,
) -> Response {
    let not_found = || StatusCode::NOT_FOUND.into_response();
    let Some(plugin) = state.plugin.as_ref() else { return not_found() };
    let action = plugin.descriptor.actions.iter().find(|action| page == format!("{}.jspa", action.alias));
    let (view, is_restricted) = match action {
        Some(action) => (plugin.archive.text(&action.view).unwrap_or_default(), action.is_restricted),
        None if page == "ViewApplicationProperties.jspa" => (GENERAL, true),
        None => return not_found(),
    };
    let (account, cookie) = visitor(&state, &headers);
    if is_restricted && !is_administrator(account) {
        // Jira asks for another account.
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("permissionViolation", "true")
            .append_pair("os_destination", &format!("/secure/admin/{page}"))
            .finish();
        return destination::redirect(&format!("/login.jsp?{query}"));
    }
    let decorator = Decorator { base: &base_url(&headers), account, look: &look, plugin };
    show(decorator.administration(view), cookie)
}

/// `/secure/Dashboard.jspa`.
pub(super) async fn dashboard(
    State(state): State<Shared>,
    Path(page): Path<String>,
    Query(look): Query<Look>,
    headers: HeaderMap,
) -> Response {
    match state.plugin.as_ref().filter(|_| page == "Dashboard.jspa") {
        Some(plugin) => {
            let (account, cookie) = visitor(&state, &headers);
            let decorator = Decorator { base: &base_url(&headers), account, look: &look, plugin };
            show(decorator.general(DASHBOARD), cookie)
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn show(page: String, cookie: Option<HeaderValue>) -> Response {
    let mut response = Html(page).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(PAGE_POLICY));
    headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN"));
    if let Some(cookie) = cookie {
        headers.insert(header::SET_COOKIE, cookie);
    }
    response
}
