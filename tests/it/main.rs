//! Tests of the whole: the program as users run it, and its libraries together.
//!
//! One binary with a module a subject, so that it is linked once and its tests run side
//! by side.

mod agreement;
mod calibrate;
mod check_broken;
mod conservation;
mod evidence_page;
mod help;
mod parts;
mod patterns;
mod program;
mod ranks;
mod reading_never_panics;
mod readings;
mod report_folder;
mod resolved_scenario;
mod run;
mod salib;
mod same_bits;
mod scenario_values;
mod shipped_scenarios;
mod studies;
mod study_decisions;
mod study_pages;
mod study_sensitivity;
mod targets;
mod validation;
