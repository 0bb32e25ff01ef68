//! Pages of what stands in front of a server.

use axum::http::StatusCode;

/// `proxy` is the page that nginx has for the status, `sign-in` that of a single sign-on; other texts are the page itself.
pub(super) fn of(name: &str, status: StatusCode) -> String {
    match name {
        "proxy" => {
            let name = format!("{} {}", status.as_u16(), status.canonical_reason().unwrap_or("Error"));
            format!(
                "<html>\r\n<head><title>{name}</title></head>\r\n<body>\r\n<center><h1>{name}</h1></center>\r\n\
                 <hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
            )
        }
        "sign-in" => {
            "<!doctype html>\n<html lang=\"en\">\n<title>Sign in</title>\n<h1>Company sign-on</h1>\n\
             <form method=\"post\"><input name=\"user\"><input name=\"password\" type=\"password\">\
             <button>Sign in</button></form>\n</html>\n"
                .to_owned()
        }
        page => page.to_owned(),
    }
}
