//! Accessibility, by the rules of axe-core.

use std::fs;

use crate::{Page, Scheme, Width, environment};

/// Says for each violation what it is and where. Only rules about sound and about turned phones want files loaded first.
const AUDIT: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(tree === document ? document : tree.host, { resultTypes: ['violations'], preload: false }).then(
      ({ violations }) => done(violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, html, failureSummary }) =>
          `${id}: ${help}\\n  ${target.join(' ')}\\n  ${html.slice(0, 200)}\\n  ${failureSummary.replace(/\\s+/g, ' ')}`))),
      (error) => done([String(error)]),
    );";

impl Page<'_> {
    /// Fails when axe-core finds a violation in what is shown now: light and dark, wide and narrow, where nothing may
    /// stand out sideways either. The page is wide and light again afterwards.
    #[track_caller]
    pub fn is_accessible(&self, screen: &str) {
        let script = environment::axe();
        let axe = fs::read_to_string(&script)
            .unwrap_or_else(|error| panic!("axe-core is not at {}: {error}", script.display()));
        self.run(&axe, Vec::new());
        let mut found = Vec::new();
        for width in [Width::Narrow, Width::Wide] {
            self.show_at(width);
            if width == Width::Narrow {
                self.fits_sideways();
            }
            for scheme in [Scheme::Dark, Scheme::Light] {
                self.show_in(scheme);
                let violations = self.run_async(AUDIT);
                let violations = violations.as_array().expect("a list of violations");
                found.extend(
                    violations
                        .iter()
                        .map(|violation| format!("{screen}, {width:?}, {scheme:?}: {violation}")),
                );
            }
        }
        assert!(found.is_empty(), "axe-core finds:\n{}", found.join("\n"));
    }
}
