//! Functions that are alike stand beside each other: brotli finds again what it has just seen, in fewer bits. That is 5 KB
//! of the first visit, and no instruction is another one.

use std::convert::Infallible;
use std::path::Path;

use anyhow::{Result, anyhow, ensure};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// How many kinds of neighbouring bytes are told apart, in words of 64.
const WORDS: usize = 64;
/// How much the same parameters and results count, where 1 is the same body.
const SAME_TYPE: f64 = 0.1;

/// Writes the functions of a WebAssembly file in an order that compresses better.
pub fn order_file(file: &Path) -> Result<()> {
    Ok(fs_err::write(file, order(&fs_err::read(file)?)?)?)
}

fn order(wasm: &[u8]) -> Result<Vec<u8>> {
    let (imported, functions) = functions(wasm)?;
    let order = chain(&functions);
    let mut moved: Vec<u32> = (0..imported).collect();
    moved.resize(moved.len() + order.len(), 0);
    for (to, from) in (imported..).zip(&order) {
        if let Some(place) = moved.get_mut(imported as usize + from) {
            *place = to;
        }
    }
    let mut module = Module::new();
    Moving { order, moved }
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| anyhow!("A part of the app cannot be written in another order: {error}."))?;
    Ok(module.finish())
}

/// What a function is compared by.
struct Traits {
    kind: u32,
    pairs: [u64; WORDS],
    count: u32,
}

impl Traits {
    fn new(kind: u32, body: &[u8]) -> Self {
        let mut pairs = [0; WORDS];
        for (one, other) in body.iter().zip(body.iter().skip(1)) {
            let mixed = (u32::from(*one) << 8 | u32::from(*other)).wrapping_mul(0x9e37_79b1) >> 16;
            if let Some(word) = pairs.get_mut(mixed as usize / 64 % WORDS) {
                *word |= 1 << (mixed % 64);
            }
        }
        Self { kind, pairs, count: pairs.iter().map(|word| word.count_ones()).sum() }
    }

    /// The share of what both have in what one of them has.
    fn likeness(&self, other: &Self) -> f64 {
        let both: u32 = self.pairs.iter().zip(&other.pairs).map(|(a, b)| (a & b).count_ones()).sum();
        let any = (self.count + other.count - both).max(1);
        f64::from(both) / f64::from(any) + if self.kind == other.kind { SAME_TYPE } else { 0.0 }
    }
}

/// How many functions are imported, and those that the module has.
fn functions(wasm: &[u8]) -> Result<(u32, Vec<Traits>)> {
    let (mut imported, mut kinds, mut bodies) = (0, Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::FunctionSection(section) => {
                kinds = section.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes().to_vec()),
            _ => {}
        }
    }
    ensure!(kinds.len() == bodies.len(), "A part of the app has functions without bodies.");
    Ok((imported, kinds.into_iter().zip(&bodies).map(|(kind, body)| Traits::new(kind, body)).collect()))
}

/// From the smallest, always on to the one that is most alike; of several, the one that came first.
fn chain(functions: &[Traits]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..functions.len()).collect();
    left.sort_by_key(|at| functions.get(*at).map(|function| function.count));
    let mut order = Vec::new();
    let mut nearest = 0;
    while nearest < left.len() {
        let at = left.remove(nearest);
        order.push(at);
        let Some(last) = functions.get(at) else { break };
        let likeness = left.iter().map(|at| functions.get(*at).map_or(0.0, |other| last.likeness(other)));
        nearest =
            likeness.enumerate().fold((0, -1.0), |best, next| if next.1 > best.1 { next } else { best }).0;
    }
    order
}

/// Writes the module again.
struct Moving {
    /// The functions in their new order, by their place in the old one.
    order: Vec<usize>,
    /// The new number of each function by its old one.
    moved: Vec<u32>,
}

impl Reencode for Moving {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        self.moved.get(function as usize).copied().ok_or(Error::InvalidConstExpr)
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let kinds = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for kind in self.order.iter().filter_map(|at| kinds.get(*at)) {
            functions.function(*kind);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for at in self.order.clone() {
            if let Some(body) = bodies.get(at) {
                self.parse_function_body(code, body.clone())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use wasm_encoder::{
        ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function, ImportSection,
        RefType, StartSection, TableSection, TableType, TypeSection,
    };
    use wasmparser::{ElementItems, Operator};

    /// Two kinds of functions by turns, each with a number of its own and a call of the one before it.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("page", "log", EntityType::Function(0));
        let (mut functions, mut exports, mut code) =
            (FunctionSection::new(), ExportSection::new(), CodeSection::new());
        for nth in 0..6 {
            functions.function(0);
            exports.export(&format!("f{nth}"), ExportKind::Func, nth + 1);
            let mut body = Function::new([]);
            let mut write = body.instructions();
            write.i32_const(1_000 + nth as i32).drop();
            for _ in 0..8 {
                match nth % 2 {
                    0 => write.f64_const(2.5.into()).drop(),
                    _ => write.block(wasm_encoder::BlockType::Empty).nop().end(),
                };
            }
            write.call(nth).end();
            code.function(&body);
        }
        let mut tables = TableSection::new();
        let table = TableType {
            element_type: RefType::FUNCREF,
            minimum: 6,
            maximum: None,
            table64: false,
            shared: false,
        };
        tables.table(table);
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(0), Elements::Functions((&[6, 5, 1][..]).into()));
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&tables).section(&exports);
        module.section(&StartSection { function_index: 3 }).section(&elements).section(&code);
        module.finish()
    }

    /// What each function is: its own number; what it calls, the exports, the start and the table by those numbers.
    fn meaning(wasm: &[u8]) -> (Vec<i32>, HashMap<String, String>) {
        let (mut numbers, mut calls) = (vec![-1], Vec::new());
        let (mut exports, mut table, mut start) = (Vec::new(), Vec::new(), 0);
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.unwrap() {
                Payload::ExportSection(section) => {
                    exports.extend(
                        section
                            .into_iter()
                            .map(|export| export.unwrap())
                            .map(|e| (e.name.to_owned(), e.index)),
                    );
                }
                Payload::StartSection { func, .. } => start = func,
                Payload::ElementSection(section) => {
                    for element in section {
                        let ElementItems::Functions(items) = element.unwrap().items else { panic!() };
                        table.extend(items.into_iter().map(|item| item.unwrap()));
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    for operator in body.get_operators_reader().unwrap() {
                        match operator.unwrap() {
                            Operator::I32Const { value } => numbers.push(value),
                            Operator::Call { function_index } => calls.push(function_index),
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
        let number = |index: u32| numbers[index as usize].to_string();
        let mut meaning: HashMap<String, String> =
            exports.into_iter().map(|(name, index)| (name, number(index))).collect();
        meaning.insert("start".to_owned(), number(start));
        meaning.insert("table".to_owned(), table.into_iter().map(number).collect::<Vec<_>>().join(" "));
        for (caller, called) in numbers.iter().skip(1).zip(calls) {
            meaning.insert(format!("{caller} calls"), number(called));
        }
        (numbers, meaning)
    }

    #[test]
    fn functions_that_are_alike_stand_together_and_all_else_means_the_same() {
        let wasm = module();
        let (numbers, before) = meaning(&wasm);
        assert_eq!(numbers, [-1, 1000, 1001, 1002, 1003, 1004, 1005]);
        assert_eq!(before["f4"], "1004");
        assert_eq!(before["1004 calls"], "1003");
        assert_eq!(before["table"], "1005 1004 1000");

        let (numbers, after) = meaning(&order(&wasm).unwrap());

        let kinds: Vec<i32> = numbers.iter().skip(1).map(|number| number % 2).collect();
        let changes = kinds.windows(2).filter(|pair| pair[0] != pair[1]).count();
        assert_eq!(changes, 1, "{numbers:?}");
        assert_eq!(after, before);
    }

    #[test]
    fn what_is_no_module_is_an_error() {
        assert!(order(b"<!doctype html>").is_err());
    }
}
