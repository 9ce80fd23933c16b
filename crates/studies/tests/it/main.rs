//! Estimators of studies from the outside. One binary with a module a subject.

mod indices;
mod published;
mod screening;
