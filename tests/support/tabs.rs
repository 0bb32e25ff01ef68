//! Other tabs, and what the browser asks before one is closed.

use crate::{Page, patience};

impl Page<'_> {
    /// Does something in the tab that was just opened, closes it and comes back.
    #[track_caller]
    pub fn in_the_new_tab(&self, act: impl FnOnce(&Self)) {
        let here = self.demand(self.wait(self.client().window()).map_err(|error| error.to_string()));
        let opened = patience::until(|| {
            let tabs = self.wait(self.client().windows()).map_err(|error| error.to_string())?;
            tabs.into_iter().find(|tab| *tab != here).ok_or_else(|| "no tab was opened".to_owned())
        });
        let opened = self.demand(opened);
        let switch = |tab| self.demand(self.wait(self.client().switch_to_window(tab)).map_err(|error| error.to_string()));
        switch(opened);
        act(self);
        self.demand(self.wait(self.client().close_window()).map_err(|error| error.to_string()));
        switch(here);
    }

    /// What the browser asks when this page is loaded again; answered with "stay". `None` when it just loads.
    #[track_caller]
    pub fn question_on_leaving(&self) -> Option<String> {
        // Marks the page that is there now; another one has no mark.
        self.run("window.before = true; setTimeout(() => location.reload(), 0)", Vec::new());
        let asked = patience::until(|| {
            if let Ok(question) = self.wait(self.client().get_alert_text()) {
                return Ok(Some(question));
            }
            let mark = self.wait(self.client().execute("return window.before === true", Vec::new()));
            match mark {
                Ok(is_old) if is_old == false => Ok(None),
                _ => Err("the page is neither loaded again nor is there a question".to_owned()),
            }
        });
        let asked = asked.unwrap_or_else(|said| panic!("{said}"));
        if asked.is_some() {
            self.demand(self.wait(self.client().dismiss_alert()).map_err(|error| error.to_string()));
        }
        asked
    }
}
