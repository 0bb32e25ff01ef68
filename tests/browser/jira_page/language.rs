//! Dates and numbers are written as the Jira user's language has them, whatever the browser's own is.

use patchbay_tests::{Page, Server};
use serde_json::json;

use crate::list::lists;

/// What the app shows of a moment three days ago, and what the browser's own Intl makes of it.
const MOMENT: &str = "
    const [language] = arguments;
    const row = [...tree.querySelectorAll('tbody tr')].find((row) => row.innerText.includes('platform-core'));
    const time = row.querySelector('time');
    const exact = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    return [
      // Screen readers hear the exact moment as well.
      [time.textContent.replace(` (${time.title})`, ''), time.title],
      [new Intl.RelativeTimeFormat(language).format(-3, 'day'), exact.format(new Date(time.dateTime))],
    ];";

#[test]
fn moments_are_written_in_it() {
    let server = Server::jira();
    for (jira, web) in [("en_US", "en-US"), ("de_DE", "de-DE"), ("ja_JP", "ja-JP"), ("ar", "ar")] {
        let page = Page::blank(&server);
        page.visit(&format!("{}?locale={jira}", server.home()));
        lists(&page, 25);
        let moment = page.run(MOMENT, vec![json!(web)]);
        assert_eq!(moment[0], moment[1], "{jira}");
    }
}
