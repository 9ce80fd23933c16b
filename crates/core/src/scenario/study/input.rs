//! What the plans of the kinds are read from.

use crate::scenario::document::Node;
use crate::scenario::reader::Reader;
use crate::scenario::source::ProgrammeSource;
use crate::scenario::types::Scenario;

/// What the plans of the kinds are read from.
pub(crate) struct PlanInput<'a> {
    /// `[study]`.
    pub reader: Reader<'a>,
    /// The whole scenario file.
    pub file: Reader<'a>,
    /// `[study]` as a value, for messages about what is missing.
    pub node: &'a Node,
    /// The scenario that it stands in.
    pub scenario: &'a Scenario,
    /// Finds programmes by name.
    pub programmes: &'a dyn ProgrammeSource,
    /// Places of the studied arms.
    pub arms: &'a [usize],
}
