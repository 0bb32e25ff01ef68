#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostShape {
    Github,
    Gitlab,
    Microsoft,
    Folder,
    Gerrit,
}
pub struct Query;
impl Query {
    pub fn parse(_: &str) -> Result<Query, String> {
        Ok(Query)
    }
    pub fn lint(&self) -> Option<String> {
        None
    }
}
