//! Where a secret must not be.

use crate::Page;

impl Page<'_> {
    /// Fails when the address, the title, a cookie, any storage or the history's state has this text.
    #[track_caller]
    pub fn keeps_nowhere(&self, secret: &str) {
        let script = "
            return JSON.stringify([
              location.href, document.title, document.cookie, { ...localStorage }, { ...sessionStorage },
              history.state, window.name, performance.getEntriesByType('resource').map((one) => one.name),
            ]);";
        let kept = self.run(script, Vec::new());
        assert!(!kept.as_str().unwrap_or_default().contains(secret), "the page keeps a secret: {kept}");
    }

    /// Fails when the document or any of its fields has this text.
    #[track_caller]
    pub fn shows_nowhere(&self, secret: &str) {
        let script = "
            const fields = [...document.querySelectorAll('input, textarea')].map((one) => one.value);
            return document.documentElement.outerHTML + fields.join('\\n');";
        let shown = self.run(script, Vec::new());
        assert!(!shown.as_str().unwrap_or_default().contains(secret), "the document has a secret");
    }
}
