//! Short names for what the app's module imports from its JavaScript. wasm-bindgen gives each a name of some 30 characters
//! with a hash, once in each of both files: 6 KB (brotli) of the first visit.

use std::path::Path;

use anyhow::{Result, anyhow, ensure};
use regex::Regex;
use walrus::{ConstExpr, ElementItems, Module, ModuleConfig};

use crate::index;
use crate::minify::optimize;
use crate::order::order_file;

/// What wasm-bindgen calls the JavaScript that the module imports from.
const GLUE: &str = "./patchbay_bg.js";
/// Functions of a library for streams, which nothing here uses. They are exported, so no linker removes them.
const UNUSED: &str = "intounderlying";

/// Shortens the names in the app's module and in its JavaScript.
pub fn names(dist: &Path, npm: &Path) -> Result<()> {
    let page = index::read(dist)?;
    let glue = dist.join(index::named(&page, index::GLUE)?);
    let wasm = dist.join(index::named(&page, index::MODULE)?);
    let (text, module) = shorten(&fs_err::read_to_string(&glue)?, &fs_err::read(&wasm)?)?;
    fs_err::write(&glue, text)?;
    fs_err::write(&wasm, module)?;
    // Removes what only the unused functions used. Loops and branches made anew are 1.5 KB less; the parts, which are far
    // from their limit, do without, because that takes minutes.
    optimize(npm, &["--flatten", "--rereloop", "-Os"], &wasm, &wasm)?;
    order_file(&wasm)
}

/// Both with short names.
fn shorten(glue: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false);
    let mut module =
        config.parse(wasm).map_err(|error| anyhow!("The app's module cannot be read: {error:#}."))?;
    let unused: Vec<_> = module
        .exports
        .iter()
        .filter(|export| export.name.contains(UNUSED))
        .map(|export| export.id())
        .collect();
    unused.into_iter().for_each(|export| module.exports.delete(export));
    delete_nulls(&mut module);
    let mut renamed = Vec::new();
    for (nth, import) in module.imports.iter_mut().filter(|import| import.module == GLUE).enumerate() {
        let short = short(nth);
        renamed.push((std::mem::replace(&mut import.name, short.clone()), short));
    }
    Ok((rename(glue, &renamed)?, emit(module)))
}

/// The splitter sets to null the places that parts fill later; in the new table of the app's module they are.
fn delete_nulls(module: &mut Module) {
    let is_null = |item: &ConstExpr| matches!(item, ConstExpr::RefNull(_));
    for table in module.tables.iter_mut().filter(|table| table.import.is_none()) {
        let nulls = table.elem_segments.iter().copied().filter(|id| match &module.elements.get(*id).items {
            ElementItems::Expressions(_, items) => items.iter().all(is_null),
            ElementItems::Functions(_) => false,
        });
        for id in nulls.collect::<Vec<_>>() {
            table.elem_segments.remove(&id);
            module.elements.delete(id);
        }
    }
}

fn emit(mut module: Module) -> Vec<u8> {
    module.emit_wasm()
}

/// Replaces each name, which must be there.
fn rename(glue: &str, names: &[(String, String)]) -> Result<String> {
    let word = Regex::new(r"__wb[\w$]+")?;
    let found = |name: &str| names.iter().find(|(long, _)| long == name);
    for (long, _) in names {
        ensure!(
            glue.contains(long.as_str()),
            "The app's JavaScript does not have {long}, which its module imports."
        );
    }
    let shortened = word.replace_all(glue, |name: &regex::Captures<'_>| match found(&name[0]) {
        Some((_, short)) => short.clone(),
        None => name[0].to_owned(),
    });
    Ok(shortened.into_owned())
}

/// `_a`, `_b`, … `_z`, `_aa`: what no name of wasm-bindgen and no minified name is.
fn short(mut nth: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'a' + (nth % 26) as u8));
        match (nth / 26).checked_sub(1) {
            Some(rest) => nth = rest,
            None => break,
        }
    }
    std::iter::once('_').chain(letters.into_iter().rev()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn places_that_are_null_anyway_are_not_set_to_null() {
        use wasm_encoder as w;
        let mut types = w::TypeSection::new();
        types.ty().function([], []);
        let mut functions = w::FunctionSection::new();
        functions.function(0);
        let mut tables = w::TableSection::new();
        let element_type = w::RefType::FUNCREF;
        let (table64, shared) = (false, false);
        tables.table(w::TableType { element_type, minimum: 8, maximum: None, table64, shared });
        let mut elements = w::ElementSection::new();
        let null = || w::ConstExpr::ref_null(w::HeapType::FUNC);
        let at = w::ConstExpr::i32_const;
        elements.active(None, &at(1), w::Elements::Functions((&[0][..]).into()));
        elements.active(None, &at(2), w::Elements::Expressions(element_type, (&[null(), null()][..]).into()));
        elements.active(
            None,
            &at(4),
            w::Elements::Expressions(element_type, (&[null(), w::ConstExpr::ref_func(0)][..]).into()),
        );
        let (mut code, mut body) = (w::CodeSection::new(), w::Function::new([]));
        body.instructions().end();
        code.function(&body);
        let mut exports = w::ExportSection::new();
        exports.export("table", w::ExportKind::Table, 0);
        let mut module = w::Module::new();
        module.section(&types).section(&functions).section(&tables).section(&exports).section(&elements);
        module.section(&code);

        let (_, shortened) = shorten("", &module.finish()).unwrap();

        let module = Module::from_buffer(&shortened).unwrap();
        let lengths = module.elements.iter().map(|element| match &element.items {
            ElementItems::Functions(items) => items.len(),
            ElementItems::Expressions(_, items) => items.len(),
        });
        assert_eq!(lengths.collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn each_short_name_is_another() {
        let names: HashSet<String> = (0..2_000).map(short).collect();
        assert_eq!(names.len(), 2_000);
        assert_eq!([0, 25, 26, 701, 702].map(short), ["_a", "_z", "_aa", "_zz", "_aaa"]);
    }

    #[test]
    fn renames_whole_names_only() {
        let names =
            [("__wbg_get_0".to_owned(), "_a".to_owned()), ("__wbindgen_cast_1".to_owned(), "_b".to_owned())];
        let glue = "{__wbg_get_0:f,__wbg_get_01:g,__wbindgen_cast_1(){},wasm.__wbindgen_malloc}";
        assert_eq!(rename(glue, &names).unwrap(), "{_a:f,__wbg_get_01:g,_b(){},wasm.__wbindgen_malloc}");
    }

    #[test]
    fn fails_where_a_name_is_missing() {
        let error = rename("{}", &[("__wbg_get_0".to_owned(), "_a".to_owned())]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "The app's JavaScript does not have __wbg_get_0, which its module imports."
        );
    }
}
