//! What stands in front of servers answers with pages of its own, and so do servers that start, rest or refuse.

use crate::{HTML, JSON, TEXT};
use patchbay_model::answer::Speaker::{self, Proxy, Server};
use patchbay_model::answer::read;

#[rustfmt::skip]
const CASES: &[(&str, &str, Speaker, &str)] = &[
    (HTML, "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><noscript>Enable JavaScript and cookies to continue</noscript></body></html>", Proxy, "Just a moment..."),
    (HTML, "<html><head><title>gitlab.example.com | 521: Web server is down</title></head><body><h1>Web server is down <span>Error code 521</span></h1></body></html>", Proxy, "gitlab.example.com | 521: Web server is down"),
    (HTML, "<html><head><title>gitlab.example.com | 524: A timeout occurred</title></head>", Proxy, "gitlab.example.com | 524: A timeout occurred"),
    (TEXT, "error code: 1033", Proxy, "error code: 1033"),
    (TEXT, "error code: 522", Proxy, "error code: 522"),
    (HTML, "<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\n \nYou don't have permission to access \"http&#58;&#47;&#47;jira&#46;example&#46;com&#47;rest\" on this server.<P>\nReference&#32;&#35;18&#46;2d3\n</BODY>\n</HTML>\n", Proxy, "Access Denied"),
    (HTML, "<HTML><HEAD><TITLE>Error</TITLE></HEAD><BODY>An error occurred while processing your request.<p>Reference&#32;&#35;97&#46;x</BODY></HTML>", Proxy, "An error occurred while processing your request. Reference #97.x"),
    (HTML, "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 1234567890<br><br><a href='javascript:history.back();'>[Go Back]</a></body></html>", Proxy, "Request Rejected"),
    (HTML, "<html><head><title>Internet Security by Zscaler</title></head><body>Sorry, you don't have permission</body></html>", Proxy, "Internet Security by Zscaler"),
    (HTML, "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>", Proxy, ""),
    (HTML, "<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n</body>\r\n</html>", Proxy, ""),
    (HTML, "<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n<hr><center>Microsoft-Azure-Application-Gateway/v2</center>\r\n</body>\r\n</html>", Proxy, ""),
    (HTML, "<html><head><title>460</title></head><body><h1>460 Client closed connection</h1></body></html>", Proxy, "Client closed connection"),
    (HTML, "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>", Proxy, "No server is available to handle this request."),
    (HTML, "<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>", Proxy, "Request forbidden by administrative rules."),
    (HTML, "<html><body><h1>400 Bad request</h1>\nYour browser sent an invalid request.\n</body></html>", Proxy, "Your browser sent an invalid request."),
    (HTML, "<html><body><h1>504 Gateway Time-out</h1>\nThe server didn't respond in time.\n</body></html>", Proxy, "The server didn't respond in time."),
    (TEXT, "upstream connect error or disconnect/reset before headers. reset reason: connection failure, transport failure reason: delayed connect error: 111", Proxy, "upstream connect error or disconnect/reset before headers. reset reason: connection failure, transport failure reason: delayed connect error: 111"),
    (TEXT, "upstream request timeout", Proxy, "upstream request timeout"),
    (TEXT, "404 page not found\n", Proxy, "page not found"),
    (TEXT, "Bad Gateway", Proxy, ""),
    (TEXT, "Gateway Timeout", Proxy, ""),
    (TEXT, "Service Unavailable", Proxy, ""),
    (HTML, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n<html>\n  <head>\n    <title>503 Backend fetch failed</title>\n  </head>\n  <body>\n    <h1>Error 503 Backend fetch failed</h1>\n    <p>Backend fetch failed</p>\n    <h3>Guru Meditation:</h3>\n    <p>XID: 98321</p>\n    <hr>\n    <p>Varnish cache server</p>\n  </body>\n</html>", Proxy, "Backend fetch failed"),
    (HTML, "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><HTML><HEAD><TITLE>Service Unavailable</TITLE></HEAD><BODY><h2>Service Unavailable</h2><hr><p>HTTP Error 503. The service is unavailable.</p></BODY></HTML>", Proxy, "Service Unavailable HTTP Error 503. The service is unavailable."),
    (HTML, "<html><head><title>403 - Forbidden: Access is denied.</title></head><body><div id=\"header\"><h1>Server Error</h1></div><h2>403 - Forbidden: Access is denied.</h2><h3>You do not have permission to view this directory or page using the credentials that you supplied.</h3></body></html>", Proxy, "Forbidden: Access is denied."),
    (HTML, "<html><head><title>404 - File or directory not found.</title></head></html>", Proxy, "File or directory not found."),
    (HTML, "<html><head><title>IIS 10.0 Detailed Error - 404.0 - Not Found</title></head></html>", Proxy, "IIS 10.0 Detailed Error - 404.0 - Not Found"),
    (HTML, "<html><head><title>502.3 - Bad Gateway</title></head></html>", Proxy, "502.3 - Bad Gateway"),
    (HTML, "<html><head><title>ERROR: The requested URL could not be retrieved</title></head><body><h1>ERROR</h1><h2>The requested URL could not be retrieved</h2><p>Access Denied.</p></body></html>", Proxy, "ERROR: The requested URL could not be retrieved"),
    (HTML, "<!DOCTYPE html><html><head><title>GitLab is not responding (502)</title></head><body><img src=\"data:\" alt=\"GitLab Logo\"/><h1>502</h1><h3>Whoops, GitLab is taking too much time to respond.</h3></body></html>", Server, "GitLab is not responding (502)"),
    (HTML, "<html><head><title>The change you requested was rejected (422)</title></head><body><a href=\"/\"><img src=\"data:\" alt=\"GitLab Logo\"/></a><h1>422</h1><h3>The change you requested was rejected.</h3></body></html>", Server, "The change you requested was rejected (422)"),
    (HTML, "<html><head><title>Jira Access Constraints</title></head><body><h1>Jira Access Constraints</h1><p>Jira is currently being re-indexed.</p></body></html>", Proxy, "Jira Access Constraints"),
    (HTML, "<html><head><title>Forbidden (403)</title></head><body><h1>Encountered a <code>&quot;403 - Forbidden&quot;</code> error while loading this page.</h1></body></html>", Server, "Forbidden (403)"),
    (TEXT, "Retry later\n", Server, "Retry later"),
    (JSON, "{\"message\":{\"error\":\"This endpoint has been requested too many times. Try again later.\"}}", Server, "This endpoint has been requested too many times. Try again later."),
    (JSON, "{\"message\":\"You cannot perform write operations on a read-only instance\"}", Server, "You cannot perform write operations on a read-only instance"),
    (JSON, "{\"message\":\"403 Forbidden - You (@ann) must accept the Terms of Service in order to perform this action. To accept these terms, please access GitLab from a web browser at https://gitlab.example.com.\"}", Server, "You (@ann) must accept the Terms of Service in order to perform this action. To accept these terms, please access GitLab from a web browser at https://gitlab.example.com."),
    (JSON, "{\"message\":\"403 Forbidden - Your password expired. Please access GitLab from a web browser to update your password.\"}", Server, "Your password expired. Please access GitLab from a web browser to update your password."),
    (JSON, "{\"message\":\"403 Forbidden - Your primary email address is not confirmed. Please check your inbox for the confirmation instructions. In case the link is expired, you can request a new confirmation email at https://g/users/confirmation/new\"}", Server, "Your primary email address is not confirmed. Please check your inbox for the confirmation instructions. In case the link is expired, you can request a new confirmation email at https://g/users/confirmation/new"),
    (JSON, "{\"message\":\"Git LFS is not enabled on this GitLab server, contact your admin.\",\"documentation_url\":\"https://gitlab.example.com/help\"}", Server, "Git LFS is not enabled on this GitLab server, contact your admin."),
    (JSON, "{\"message\":\"403 Forbidden - External authorization denied access to this project\"}", Server, "External authorization denied access to this project"),
    (JSON, "{\"Message\":\"User is not authorized to access this resource\"}", Server, "User is not authorized to access this resource"),
    (JSON, "{\"message\":\"Missing Authentication Token\"}", Server, "Missing Authentication Token"),
    (JSON, "{\"code\":403,\"message\":\"RBAC: access denied\",\"details\":[]}", Server, "RBAC: access denied"),
    (JSON, "{\"fault\":{\"faultstring\":\"Rate limit quota violation.\",\"detail\":{\"errorcode\":\"policies.ratelimit.QuotaViolation\"}}}", Server, ""),
    (JSON, "{\"title\":\"Forbidden\",\"status\":403,\"traceId\":\"x\"}", Server, ""),
    (HTML, "<html><head><title>401 Authorization Required</title></head><body><center><h1>401 Authorization Required</h1></center><hr><center>nginx</center></body></html>", Proxy, "Authorization Required"),
    (HTML, "<html><head><title>307 Temporary Redirect</title></head></html>", Proxy, "Temporary Redirect"),
    (HTML, "<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1><p>You don't have permission to access this resource.</p><hr><address>Apache/2.4.41 (Ubuntu) Server at jira.example.com Port 443</address></body></html>", Proxy, "You don't have permission to access this resource. Apache/2.4.41 (Ubuntu) Server at jira.example.com Port 443"),
    (HTML, "<html><head><title>HTTP Status 400 – Bad Request</title><style>h1 {color:white}</style></head><body><h1>HTTP Status 400 – Bad Request</h1><hr class=\"line\" /><p><b>Type</b> Exception Report</p><p><b>Message</b> Invalid character found in the request target</p><h3>Apache Tomcat/9.0.50</h3></body></html>", Proxy, "Type Exception Report Message Invalid character found in the request target Apache Tomcat/9.0.50"),
    (HTML, "<html><head><title>Zugriff verweigert &#8211; F&#252;r Sie gesperrt &#x26; protokolliert</title></head></html>", Proxy, "Zugriff verweigert – Für Sie gesperrt & protokolliert"),
    (HTML, "<html><head><title>Web Filter Violation</title></head><body>FortiGuard Intrusion Prevention - Access Blocked</body></html>", Proxy, "Web Filter Violation"),
    (HTML, "<html style=\"height:100%\"><head><META NAME=\"ROBOTS\"></head><body><iframe src=\"/_Incapsula_Resource?x\">Request unsuccessful. Incapsula incident ID: 123-456</iframe></body></html>", Proxy, "Request unsuccessful. Incapsula incident ID: 123-456"),
    (HTML, "<html><head><title>503 first byte timeout</title></head><body><h1>Error 503 first byte timeout</h1></body></html>", Proxy, "first byte timeout"),
    (HTML, "<html><head><title>The page could not be found (404)</title></head><body><img alt=\"GitLab Logo\"><h1>404</h1></body></html>", Server, "The page could not be found (404)"),
    (HTML, "<!doctype html><html><head><title>Jira - starting up</title></head></html>", Proxy, "Jira - starting up"),
    (HTML, "<html><head><title>413 Request Entity Too Large</title></head><body><center><h1>413 Request Entity Too Large</h1></center><hr><center>nginx</center></body></html>", Proxy, "Request Entity Too Large"),
    (TEXT, "upstream connect error or disconnect/reset before headers. retried and the latest reset reason: remote connection failure", Proxy, "upstream connect error or disconnect/reset before headers. retried and the latest reset reason: remote connection failure"),
    (HTML, "<html><head><title>Accès refusé</title></head><body>x</body></html>", Proxy, "Accès refusé"),
    (HTML, "<html><title>A &unknown; B &#xZZ; C &#99999999; D & E; F</title></html>", Proxy, "A &unknown; B &#xZZ; C &#99999999; D & E; F"),
    (HTML, "<html><head><title>Jira license</title></head><body><h1>Your Jira license has expired</h1></body></html>", Proxy, "Jira license"),
    (HTML, "<html><head><title>503</title></head><body><h1>503</h1><p>Jira is being reindexed.</p></body></html>", Proxy, "Jira is being reindexed."),
    (JSON, "{\"message\":\"404 Project Not Found\",\"error\":\"404 Project Not Found\"}", Server, "Project Not Found"),
    (JSON, "{\"message\":\"Your account has been deactivated by your administrator. Please log back in from a web browser to reactivate your account at https://gitlab.example.com\"}", Server, "Your account has been deactivated by your administrator. Please log back in from a web browser to reactivate your account at https://gitlab.example.com"),
    (JSON, "{\"message\":\"Project is pending deletion\"}", Server, "Project is pending deletion"),
];

#[test]
fn tells_who_answered_and_in_which_words() {
    for (content_type, text, speaker, words) in CASES {
        let reason = read(content_type, text);
        assert_eq!((reason.speaker, reason.words.as_str()), (*speaker, *words), "{text}");
    }
}
