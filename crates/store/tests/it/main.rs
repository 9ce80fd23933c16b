//! Files of results, from the outside. One binary with a module a subject.

mod families;
