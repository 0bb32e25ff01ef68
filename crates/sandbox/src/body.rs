//! Reading a request body of at most one mebibyte.

use axum::body::Body;
use http_body_util::BodyExt;

/// The most that a body may have, in bytes.
pub(crate) const LIMIT: usize = 1 << 20;
/// How much of a body that is too large is read and discarded, so that the client can finish sending and then read
/// why it was refused.
const PATIENCE: usize = 16 << 20;

/// Why a body was not read.
pub(crate) enum Unread {
    /// It has more than `LIMIT` bytes.
    TooLarge,
    /// The connection ended before the body did.
    BrokenOff(axum::Error),
}

pub(crate) async fn read(mut body: Body) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    let mut seen = 0;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(Unread::BrokenOff)?;
        let Some(data) = frame.data_ref() else { continue };
        seen += data.len();
        if seen > PATIENCE {
            break;
        }
        if seen <= LIMIT {
            bytes.extend_from_slice(data);
        }
    }
    if seen > LIMIT { Err(Unread::TooLarge) } else { Ok(bytes) }
}
