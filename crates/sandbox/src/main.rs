//! `patchbay-sandbox`: opens a sandbox, prints its address and answers until it is stopped.

mod arguments;

use std::io::Write;
use std::process::ExitCode;

use arguments::Arguments;
use patchbay_sandbox::{Error, Options};
use tokio::net::TcpListener;

fn main() -> ExitCode {
    let options = match arguments::parse(lexopt::Parser::from_env()) {
        Ok(Arguments::Serve(options)) => options,
        Ok(Arguments::Help) => {
            // The reader may have closed the pipe.
            let _ = writeln!(std::io::stdout(), "{}", arguments::HELP);
            return ExitCode::SUCCESS;
        }
        Err(fault) => return fail(&fault, 2),
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(fault) => return fail(&Error::Io(fault), 1),
    };
    match runtime.block_on(run(*options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => fail(&fault, 1),
    }
}

fn fail(fault: &dyn std::fmt::Display, code: u8) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "{fault}");
    ExitCode::from(code)
}

async fn run(options: Options) -> Result<(), Error> {
    let stop = stop_signal()?;
    let listen = options.listen;
    let context_path = options.context_path.clone();
    let sandbox = patchbay_sandbox::open(options)?;
    let listener = TcpListener::bind(listen).await.map_err(|cause| Error::Listen { listen, cause })?;
    let address = listener.local_addr()?;
    // The sandbox runs even if the line cannot be written.
    let _ = writeln!(std::io::stdout(), "Patchbay sandbox: http://{address}{}/", context_path.as_str());
    patchbay_sandbox::serve(listener, sandbox.router(), stop).await
}

/// Ready when the program receives Ctrl-C or SIGTERM. Listens from the call on.
#[cfg(unix)]
fn stop_signal() -> Result<impl Future<Output = ()>, Error> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ready when the program receives Ctrl-C.
#[cfg(not(unix))]
fn stop_signal() -> Result<impl Future<Output = ()>, Error> {
    Ok(async {
        // Without the signal only the end of the process stops the sandbox.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
