//! The simulator from the outside. One binary with a module a subject.

mod chronicle;
mod schema;
mod study_files;
mod study_kinds;
