//! Figures from the outside. One binary with a module a subject.

mod charts;
