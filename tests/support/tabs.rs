//! Other tabs, and what the browser asks before one is closed.

use fantoccini::wd::WindowHandle;

use crate::{Page, patience};

impl Page<'_> {
    /// Does something in the tab that was just opened, closes it and comes back.
    #[track_caller]
    pub fn in_the_new_tab(&self, act: impl FnOnce(&Self)) {
        let here = self.demand(self.wait(self.client().window()));
        let opened = patience::until(|| {
            let tabs = self.wait(self.client().windows())?;
            let is_new = |tab: &WindowHandle| *tab != here && !self.browser().is_first_tab(tab);
            tabs.into_iter().find(is_new).ok_or_else(|| "no tab was opened".to_owned())
        });
        let opened = self.demand(opened);
        let switch = |tab| self.demand(self.wait(self.client().switch_to_window(tab)));
        switch(opened);
        act(self);
        self.demand(self.wait(self.client().close_window()));
        switch(here);
    }

    /// Whether the browser would ask before this page is closed or loaded again. WebDriver answers that question by
    /// itself before anybody could see it, so the page is asked what it would say.
    #[track_caller]
    pub fn is_guarded(&self) -> bool {
        let script = "
            const closing = new Event('beforeunload', { cancelable: true });
            dispatchEvent(closing);
            return closing.defaultPrevented;";
        self.run(script, Vec::new()) == true
    }
}
