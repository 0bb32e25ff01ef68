//! Answering on a listener until the sandbox is stopped.

use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::error::Error;

/// How long unfinished requests may take after the sandbox is stopped.
const PATIENCE: Duration = Duration::from_secs(3);

/// Answers `router` on `listener` until `stop` is ready, then waits at most three seconds for unfinished requests.
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
        // The receiver is gone when the server ended first.
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
