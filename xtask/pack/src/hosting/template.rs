//! Filling in what a template leaves open: places such as `{headers}`, alone on their line or within one.

use anyhow::{Result, ensure};

/// A template that is being filled in.
pub struct Template {
    name: &'static str,
    text: String,
}

impl Template {
    /// `name` is for the sentence about a place that it does not have.
    pub fn new(name: &'static str, text: &str) -> Self {
        Self { name, text: text.to_owned() }
    }

    /// Puts the text in every place of this name.
    pub fn put(mut self, place: &str, text: &str) -> Result<Self> {
        ensure!(self.text.contains(place), "{} has no place `{place}` to fill in.", self.name);
        self.text = self.text.replace(place, text);
        Ok(self)
    }

    /// Puts lines where the place stands alone on its line, each as far to the right as the place is.
    pub fn put_lines(self, place: &str, lines: &[String]) -> Result<Self> {
        let line = self.text.lines().find(|line| line.trim() == place).unwrap_or_default();
        let indent = line.replace(place, "");
        let text = lines.join(&format!("\n{indent}"));
        self.put(place, &text)
    }

    /// The file.
    pub fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_lines_where_their_place_was() {
        let template = Template::new("a.conf", "block {\n    {lines}\n    keep {time};\n}\n");
        let filled = template.put_lines("{lines}", &["a;".to_owned(), "b;".to_owned()]).unwrap();
        assert_eq!(
            filled.put("{time}", "1d").unwrap().finish(),
            "block {\n    a;\n    b;\n    keep 1d;\n}\n"
        );
    }

    #[test]
    fn names_a_place_that_is_missing() {
        let failure = Template::new("hosting/a.conf", "").put("{time}", "1d").err().unwrap();
        assert_eq!(failure.to_string(), "hosting/a.conf has no place `{time}` to fill in.");
    }
}
