//! `homeground schema`: JSON Schema of scenario and programme files, for editors.

use homeground_core::scenario::{programme_schema, scenario_schema};

use crate::cli::complete::print;

/// Whose schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum SchemaKind {
    /// Scenario files
    Scenario,
    /// Programme files
    Programme,
}

/// Prints a schema.
pub fn schema(kind: SchemaKind) -> u8 {
    let schema = match kind {
        SchemaKind::Scenario => scenario_schema(),
        SchemaKind::Programme => programme_schema(),
    };
    print(format!("{schema:#}\n").as_bytes())
}
