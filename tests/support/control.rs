//! The browser's own socket of the Chrome DevTools Protocol. WebDriver speaks to a page and can make no place apart.

use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket, client};

/// A connection to the browser.
pub(crate) struct Control {
    socket: WebSocket<TcpStream>,
    last: u64,
}

impl Control {
    /// Connects to the browser that listens at this port and path.
    pub(crate) fn connect((port, path): (u16, String)) -> Self {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("the browser listens");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a timeout can be set");
        let (socket, _) =
            client(format!("ws://127.0.0.1:{port}{path}"), stream).expect("the browser speaks WebSocket");
        Self { socket, last: 0 }
    }

    /// Has a command done and gives its result.
    pub(crate) fn command(&mut self, method: &str, parameters: &Value) -> Result<Value, String> {
        self.last += 1;
        let command = json!({ "id": self.last, "method": method, "params": parameters });
        let said = |error: tungstenite::Error| format!("{method}: {error}");
        self.socket.send(Message::text(command.to_string())).map_err(said)?;
        loop {
            let Message::Text(text) = self.socket.read().map_err(said)? else { continue };
            let mut answer: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
            if answer["id"] != self.last {
                continue;
            }
            return match answer.get("error") {
                Some(error) => Err(format!("{method}: {error}")),
                None => Ok(answer["result"].take()),
            };
        }
    }
}
