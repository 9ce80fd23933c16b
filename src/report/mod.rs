//! What people see of results: tables, figures and the report.
//!
//! | file | holds |
//! | --- | --- |
//! | [`tables`], [`rows`] | CSV tables of a results folder, in and out |
//! | `results` | a results folder in memory |
//! | `figures/` | one file a figure; each gives a `scene` |
//! | `scene`, `style`, `labels`, `axis`, `fonts` | what figures are made of |
//! | `svg`, `png` | a scene as a file |
//! | `words`, `prose`, `sentences`, `numbers` | English and Norwegian |
//! | `html`, `assumptions` | the page |
//! | [`terminal`] | the short table at the end of a run |

mod axis;
mod error;
mod figures;
mod files;
mod fonts;
mod labels;
mod measures;
mod numbers;
mod png;
mod results;
pub mod rows;
mod scene;
mod style;
mod svg;
pub mod tables;
mod words;

use std::path::{Path, PathBuf};

pub use error::ReportError;
pub use words::Language;

/// Draws all figures of a folder (temporary).
pub fn draw(folder: &Path, language: Language) -> Result<Vec<PathBuf>, ReportError> {
    let results = results::Results::read(folder)?;
    let out = folder.join("figures");
    std::fs::create_dir_all(&out).ok();
    let mut paths = Vec::new();
    for (name, draw) in figures::FIGURES {
        if let Some(scene) = draw(&results, language) {
            for problem in scene.label_problems() { eprintln!("{name}: {problem}"); }
            std::fs::write(out.join(format!("{name}.svg")), svg::file(&scene)).ok();
            png::write(&scene, &out.join(format!("{name}.png"))).unwrap();
            paths.push(out.join(name));
        }
    }
    Ok(paths)
}
