pub const SAMPLE_TAGS: &[&str] = &[];
pub const SAMPLE_PULL_REQUESTS: &[&str] = &[];
pub fn check(_: &str) -> Result<(), String> {
    Ok(())
}
