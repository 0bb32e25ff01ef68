//! What splitting the app asks of the linker.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // The splitter tells from relocations which function needs which.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
