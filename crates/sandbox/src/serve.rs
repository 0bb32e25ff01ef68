//! Answering on a listener until told to stop.

use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::error::Error;

/// How long requests under way may take to end after the sandbox was told to stop.
const PATIENCE: Duration = Duration::from_secs(3);

/// Answers `router` on `listener` until `stop` is ready, then lets the requests under way end, three seconds at most.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    let (stopping, stopped) = oneshot::channel::<()>();
    let server = axum::serve(listener, router).with_graceful_shutdown(async move {
        stop.await;
        // Nobody listens any more when the server ended first: nothing to tell then.
        let _ = stopping.send(());
    });
    let out_of_patience = async {
        if stopped.await.is_ok() {
            tokio::time::sleep(PATIENCE).await;
        } else {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        ended = server => Ok(ended?),
        () = out_of_patience => Ok(()),
    }
}
