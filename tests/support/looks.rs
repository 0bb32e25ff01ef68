//! How wide and in which colours a page is shown.

use serde_json::json;

use crate::Page;

/// How wide the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// 1280 px.
    Wide,
    /// 320 px for the app, as on a phone or a page at 400 % zoom.
    Narrow,
}

/// Which colours the system asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Page<'_> {
    /// Shows the page this wide.
    #[track_caller]
    pub fn show_at(&self, width: Width) {
        let (width, height) = match width {
            Width::Wide => (1280, 900),
            // Beside its menu Jira leaves the app 320 px of this.
            Width::Narrow if self.server().is_in_jira() => (620, 700),
            Width::Narrow => (320, 700),
        };
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
        self.becomes("the page to be that wide", || self.run("return innerWidth", Vec::new()) == width);
    }

    /// Has the system ask for these colours, and for no motion: half-way colours are nobody's contrast.
    #[track_caller]
    pub fn show_in(&self, scheme: Scheme) {
        let value = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": value },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.devtools("Emulation.setEmulatedMedia", &features);
    }

    /// Fails when anything stands out sideways: of the page, or of the dialog that is open.
    #[track_caller]
    pub fn fits_sideways(&self) {
        let script = "
            // Inside Jira the page around the app is Jira's own affair.
            const page = tree === document ? document.documentElement : app;
            const edge = page.getBoundingClientRect().right + 1;
            const boxes = [page, ...tree.querySelectorAll('dialog[open]')];
            const wide = boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => {
              const out = [...box.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > edge);
              return `${box.tagName} is ${box.scrollWidth} px wide: ${out.slice(0, 5).map((one) => one.outerHTML.slice(0, 120)).join(' … ')}`;
            });
            const outside = [...tree.querySelectorAll('dialog[open], [popover]:popover-open')].filter((box) => {
              const { left, right } = box.getBoundingClientRect();
              return left < -1 || right > innerWidth + 1;
            }).map((box) => `${box.outerHTML.slice(0, 120)} stands outside`);
            return [...wide, ...outside].join('\\n');";
        // What is open is placed anew a frame after the page has become narrower.
        self.settles();
        assert_eq!(self.run(script, Vec::new()), "", "the page scrolls sideways");
    }
}
