//! What people read, from the outside. One binary with a module a subject.

mod pages;
mod story;
mod words;
