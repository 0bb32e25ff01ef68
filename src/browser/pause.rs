//! Waiting a while in the middle of other work.

use std::time::Duration;

use js_sys::Promise;
use leptos::prelude::set_timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Goes on after this time.
pub async fn pause(time: Duration) {
    let over = Promise::new(&mut |resolve, _| {
        let go_on = move || {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        };
        set_timeout(go_on, time);
    });
    let _ = JsFuture::from(over).await;
}
