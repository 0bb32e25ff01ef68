//! Which versions are wanted and which are there, read from lock files and from what programs print.

/// The version of a package in the text of a Cargo.lock.
pub fn locked(cargo_lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = cargo_lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    quoted(lines.next()?, "version")
}

/// The Trunk that a Trunk.toml asks for: `trunk-version = "=0.21.14"`.
pub fn trunk(trunk_toml: &str) -> Option<String> {
    let wanted = trunk_toml.lines().find_map(|line| quoted(line, "trunk-version"))?;
    wanted.strip_prefix('=').map(str::to_owned)
}

/// Whether what a program says of itself names exactly this version.
pub fn says(output: &str, version: &str) -> bool {
    output.split_whitespace().any(|word| word.strip_prefix('v').unwrap_or(word) == version)
}

/// The first number in what a program says of itself: 156 in `Chromium 156.0.8078.73 built on Debian`.
pub fn major(output: &str) -> Option<u32> {
    let version = output.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    version.split('.').next()?.parse().ok()
}

/// The value of `key = "value"`.
fn quoted(line: &str, key: &str) -> Option<String> {
    let value = line.strip_prefix(key)?.trim_start().strip_prefix('=')?.trim();
    Some(value.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"

[[package]]
name = \"wasm-bindgen-futures\"
version = \"0.4.80\"
";

    #[test]
    fn reads_a_locked_version_by_its_whole_name() {
        assert_eq!(locked(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked(LOCK, "wasm-bindgen-futures").as_deref(), Some("0.4.80"));
        assert_eq!(locked(LOCK, "wasm"), None);
    }

    #[test]
    fn reads_the_wanted_trunk() {
        assert_eq!(trunk("trunk-version = \"=0.21.14\"\n").as_deref(), Some("0.21.14"));
        assert_eq!(trunk("[build]\n"), None);
    }

    #[test]
    fn compares_whole_versions() {
        let cases = [
            ("trunk 0.21.14", "0.21.14", true),
            ("wasm-bindgen 0.2.130", "0.2.130", true),
            ("wasm-bindgen 0.2.130", "0.2.13", false),
            ("trunk 0.21.14-beta.1", "0.21.14", false),
            ("v20.20.2", "20.20.2", true),
        ];
        for (output, version, same) in cases {
            assert_eq!(says(output, version), same, "{output} / {version}");
        }
    }

    #[test]
    fn reads_the_major_version_of_browsers_and_drivers() {
        let cases = [
            ("Chromium 156.0.8078.73 built on Debian GNU/Linux 12 (bookworm)", Some(156)),
            ("ChromeDriver 156.0.8078.73 (abc)", Some(156)),
            ("Google Chrome 155.0.1.2", Some(155)),
            ("no version", None),
        ];
        for (output, version) in cases {
            assert_eq!(major(output), version, "{output}");
        }
    }

    #[test]
    fn the_files_of_this_workspace_agree() {
        let trunk_toml = include_str!("../../Trunk.toml");
        assert!(trunk(trunk_toml).is_some());
        assert!(locked(include_str!("../../Cargo.lock"), "wasm-bindgen").is_some());
        // Trunk names wasm-opt's releases `version_132`, npm calls the same one 132.0.0.
        let wanted = trunk_toml.lines().find_map(|line| quoted(line, "wasm_opt")).unwrap();
        let installed = format!("\"binaryen\": \"{}.0.0\"", wanted.strip_prefix("version_").unwrap());
        assert!(include_str!("../../package.json").contains(&installed), "{installed}");
    }
}
