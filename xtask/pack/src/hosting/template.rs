//! Filling in what a template leaves open: places such as `{headers}`, alone on their line or within one.

use anyhow::{Result, ensure};

/// Puts the lines in every place of each name, each as far to the right as a place that is alone on its line. `name` is
/// the template's file, for the sentence about a place that it does not have.
pub fn fill(name: &str, template: &str, places: &[(&str, String)]) -> Result<String> {
    let mut text = template.to_owned();
    for (place, lines) in places {
        ensure!(text.contains(place), "{name} has no place `{place}` to fill in.");
        let alone = text.lines().find(|line| line.trim() == *place);
        let indent = alone.map(|line| line.replace(place, "")).unwrap_or_default();
        text = text.replace(place, &lines.replace('\n', &format!("\n{indent}")));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_lines_where_their_place_was() {
        let places = [("{lines}", "a;\nb;".to_owned()), ("{time}", "1d".to_owned())];
        let filled = fill("a.conf", "block {\n    {lines}\n    keep {time};\n}\n", &places).unwrap();
        assert_eq!(filled, "block {\n    a;\n    b;\n    keep 1d;\n}\n");
    }

    #[test]
    fn names_a_place_that_is_missing() {
        let failure = fill("hosting/a.conf", "", &[("{time}", "1d".to_owned())]).unwrap_err();
        assert_eq!(failure.to_string(), "hosting/a.conf has no place `{time}` to fill in.");
    }
}
