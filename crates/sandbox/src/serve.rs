//! Answering on a listener until the sandbox is stopped.

use std::pin::pin;
use std::time::Duration;

use axum::Router;
use axum::serve::Listener;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;

use crate::error::Error;

/// How long unfinished requests may take after the sandbox is stopped.
const AFTER_STOP: Duration = Duration::from_secs(3);

/// How long the head of a request may take, and each piece of its body.
pub(crate) const PATIENCE: Duration = Duration::from_secs(15);

/// Answers `router` on `listener` until `stop` is ready, then waits at most three seconds for unfinished requests. A
/// connection on which no whole head of a request comes within 15 seconds ends.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    serve_within(PATIENCE, listener, router, stop).await
}

/// [`serve`] with another limit for the head of a request.
///
/// # Errors
/// When the listener fails.
pub async fn serve_within(
    patience: Duration,
    mut listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience);
    let open = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let (stream, _) = tokio::select! {
            accepted = Listener::accept(&mut listener) => accepted,
            () = &mut stop => break,
        };
        let answering = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router.clone()));
        // A connection that fails concerns nobody but its client.
        tokio::spawn(open.watch(answering));
    }
    drop(listener);
    tokio::select! {
        () = open.shutdown() => {}
        () = tokio::time::sleep(AFTER_STOP) => {}
    }
    Ok(())
}
