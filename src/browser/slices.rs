//! Long work in slices, so that the page follows keys and draws meanwhile.

use super::clock;
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// How long a slice is, in milliseconds.
const SLICE: f64 = 10.0;
/// After how many milliseconds it is shown how far the work is.
const SHOWN: f64 = 100.0;

/// Work under way. It calls [`rest`](Self::rest) between its pieces.
pub struct Slices {
    begun: f64,
    /// When the slice began.
    since: f64,
    pieces: usize,
    progress: Option<RwSignal<usize>>,
}

impl Slices {
    /// Work that begins now.
    pub fn new() -> Self {
        let now = clock::now();
        Self { begun: now, since: now, pieces: 0, progress: None }
    }

    /// Says in `progress` how many pieces are done, if it takes so long that one wonders.
    pub fn telling(progress: RwSignal<usize>) -> Self {
        Self { progress: Some(progress), ..Self::new() }
    }

    /// A piece is done. Lets the browser do something else if it has been kept for long enough.
    pub async fn rest(&mut self) {
        self.pieces += 1;
        let now = clock::now();
        if now - self.since < SLICE {
            return;
        }
        if let Some(progress) = self.progress.filter(|_| now - self.begun > SHOWN) {
            progress.try_set(self.pieces);
        }
        next_task().await;
        self.since = clock::now();
    }
}

/// Goes on in another task of the browser. Not by a timer: in a page that is not looked at, timers fire once a second.
async fn next_task() {
    let Ok(channel) = MessageChannel::new() else { return };
    let told = Promise::new(&mut |resolve, _| channel.port1().set_onmessage(Some(&resolve)));
    if channel.port2().post_message(&JsValue::NULL).is_ok() {
        let _ = JsFuture::from(told).await;
    }
    channel.port1().close();
}
