//! Files of results: nothing here decides what people read.
//!
//! | module | holds |
//! | --- | --- |
//! | [`folder`] | results folders that appear whole or not at all |
//! | [`files`] | the same for a file |
//! | [`saved`] | manifest and texts of a folder, with their digests |
//! | [`tables`] | the CSV tables of a run, in and out |
//! | [`families`], `parquet` | one row a family, as a stream |
//! | [`png`] | a scene as a picture |
//! | [`sealed`], [`origin`] | saved state that is used whole or not at all, and of which run it is |
//! | [`checkpoint`], [`shard`] | state of runs and studies that go on, runs that are put together |

pub mod checkpoint;
pub mod error;
pub mod families;
pub mod files;
pub mod folder;
pub mod origin;
mod parquet;
pub mod png;
pub mod saved;
pub mod sealed;
pub mod shard;
pub mod tables;
