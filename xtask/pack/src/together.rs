//! Puts small chunks into one file. The splitter makes a chunk for each set of parts that share something: with nine parts
//! these are about ninety, most of them below two kilobytes, and a page would load fifty of them one by one.

use std::path::Path;

use anyhow::Result;
use regex::{Captures, Regex};

use crate::minify::minify;
use crate::split;

/// Chunks of at most this many bytes are put together. At this size, opening a page loads the fewest bytes.
const SMALL: u64 = 8_000;
/// How the minified loader fetches a chunk.
const FETCH: &str = r#"([\w$]+)\(new URL\("\./(patchbay-chunk_\d+-[0-9a-f]+\.wasm)",import\.meta\.url\)\)"#;
/// Fetches the file with all of them once, and takes one out. After a failure the next call fetches it again.
const LOADER: &str = r#"
let together;
async function oneOf(from, length) {
    together ??= FETCH(new URL("./FILE", import.meta.url));
    const asked = together;
    try {
        return (await asked).slice(from, from + length);
    } catch (error) {
        if (together === asked) together = undefined;
        throw error;
    }
}
"#;

/// Replaces the small chunks in dist/ by one file, and has the loader of the parts take them from it.
pub fn join(dist: &Path, npm: &Path) -> Result<()> {
    let loader = split::loader(dist)?;
    let (text, joined) = put_together(&fs_err::read_to_string(&loader)?, dist)?;
    for name in joined {
        fs_err::remove_file(dist.join(name))?;
    }
    fs_err::write(&loader, text)?;
    minify(&npm.join("esbuild"), &loader)
}

/// Writes the file with all small chunks. Gives the text of the loader that uses it, and the chunks that are in it.
fn put_together(loader: &str, dist: &Path) -> Result<(String, Vec<String>)> {
    let fetch = Regex::new(FETCH)?;
    let mut all = Vec::new();
    let mut places = Vec::new();
    for found in fetch.captures_iter(loader) {
        let file = dist.join(&found[2]);
        if fs_err::metadata(&file)?.len() <= SMALL {
            let bytes = fs_err::read(file)?;
            places.push((found[2].to_owned(), all.len(), bytes.len()));
            all.extend(bytes);
        }
    }
    let Some(function) =
        fetch.captures(loader).filter(|_| !places.is_empty()).map(|found| found[1].to_owned())
    else {
        return Ok((loader.to_owned(), Vec::new()));
    };
    let file = format!("patchbay-together-{}.wasm", crate::hash(&all));
    fs_err::write(dist.join(&file), all)?;
    let text = fetch.replace_all(loader, |found: &Captures<'_>| {
        match places.iter().find(|(name, ..)| *name == found[2]) {
            Some((_, from, length)) => format!("oneOf({from},{length})"),
            None => found[0].to_owned(),
        }
    });
    let text = text.into_owned() + &LOADER.replace("FETCH", &function).replace("FILE", &file);
    Ok((text, places.into_iter().map(|(name, ..)| name).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_small_chunks_from_one_file_and_leaves_the_others() {
        let dist = tempfile::tempdir().unwrap();
        let name = |chunk: &str| format!("patchbay-{chunk}-0123456789abcdef.wasm");
        let limit = usize::try_from(SMALL).unwrap();
        let files = [("chunk_1", 3), ("chunk_2", limit), ("chunk_10", limit + 1), ("gitlab", 2)];
        for (at, (chunk, length)) in files.iter().enumerate() {
            fs_err::write(dist.path().join(name(chunk)), vec![at as u8; *length]).unwrap();
        }
        let fetch = |chunk: &str| format!(r#"f$(new URL("./{}",import.meta.url))"#, name(chunk));
        let loader = files.map(|(chunk, _)| format!("const a=()=>{};", fetch(chunk))).concat();

        let (text, joined) = put_together(&loader, dist.path()).unwrap();

        assert_eq!(joined, [name("chunk_1"), name("chunk_2")]);
        let kept = [fetch("chunk_10"), fetch("gitlab")].map(|fetch| format!("const a=()=>{fetch};")).concat();
        let taken = format!("const a=()=>oneOf(0,3);const a=()=>oneOf(3,{limit});");
        assert!(text.starts_with(&(taken + &kept)), "{text}");
        let file = text.split("together ??= f$(new URL(\"./").nth(1).unwrap().split('"').next().unwrap();
        let all = fs_err::read(dist.path().join(file)).unwrap();
        assert_eq!((all.len(), &all[..4]), (limit + 3, &[0, 0, 0, 1][..]));
    }

    #[test]
    fn leaves_a_loader_without_small_chunks_as_it_is() {
        let dist = tempfile::tempdir().unwrap();
        let (text, joined) = put_together("let a;", dist.path()).unwrap();
        assert_eq!((text.as_str(), joined.len()), ("let a;", 0));
        assert_eq!(fs_err::read_dir(dist.path()).unwrap().count(), 0);
    }
}
