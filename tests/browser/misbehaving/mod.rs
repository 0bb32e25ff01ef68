//! Servers that misbehave: what stands in front of them, what they redirect, refuse for several reasons, list oddly, or
//! begin and never end.

mod gateways;
mod gitlab_redirects;
mod gitlab_refusing;
mod lists;
mod redirects;
mod refusing;
mod stalling;
