//! Parts of the program that are in files of their own, fetched when they are needed.

pub use leptos::wasm_split::SplitLoaderError;

/// What the one function of a part gives, once its file is there. After a failure the next call tries again.
#[cfg(feature = "split")]
pub async fn loaded<T>(
    entry: impl Future<Output = Result<T, SplitLoaderError>>,
) -> Result<T, SplitLoaderError> {
    entry.await
}

/// Without the feature `split` everything is in one file, and there is nothing to fetch.
#[cfg(not(feature = "split"))]
pub async fn loaded<T>(entry: Result<T, SplitLoaderError>) -> Result<T, SplitLoaderError> {
    entry
}
