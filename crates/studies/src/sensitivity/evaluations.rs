//! Tables of all points, so that other programs can work on them.

use std::fmt::Write;

use crate::findings::Table;
use crate::ranges::Varied;
use crate::sensitivity::base_samples::{BaseSamples, Matrix};
use crate::sensitivity::rows::{INDEX_EVALUATIONS, Response, SCREENING_EVALUATIONS};
use crate::sensitivity::trajectories::Trajectories;
use crate::split_halves::Halved;

/// Every point of the screening: its walk, and which parameter changed last.
pub fn screening_evaluations(
    design: &Trajectories,
    varied: &[Varied],
    responses: &[Response],
    outcomes: &[Vec<Halved>],
) -> Table {
    let places = |point: usize| {
        let (walk, changed) = design.place(point);
        let changed = changed.map_or("", |parameter| varied[parameter].key.as_str());
        [(walk + 1).to_string(), changed.to_owned()]
    };
    let rows = (0..design.points()).map(|index| (places(index), design.point(index)));
    evaluations(SCREENING_EVALUATIONS, ["walk", "changed"], rows, varied, responses, outcomes)
}

/// Every point behind the indices: its base sample, and which sample it is from.
pub fn index_evaluations(
    samples: &BaseSamples,
    varied: &[Varied],
    responses: &[Response],
    outcomes: &[Vec<Halved>],
) -> Table {
    let places = |point: usize| {
        let (sample, matrix) = samples.place(point);
        let matrix = match matrix {
            Matrix::A => "A".to_owned(),
            Matrix::B => "B".to_owned(),
            Matrix::AB(parameter) => format!("AB {}", varied[parameter].key),
        };
        [(sample + 1).to_string(), matrix]
    };
    let rows = (0..samples.points()).map(|index| (places(index), samples.point(index)));
    evaluations(INDEX_EVALUATIONS, ["sample", "matrix"], rows, varied, responses, outcomes)
}

/// A wide table: where a point belongs, the parameters, and the outcome of each arm in
/// each half.
fn evaluations(
    file: &'static str,
    places: [&str; 2],
    rows: impl Iterator<Item = ([String; 2], Vec<f64>)>,
    varied: &[Varied],
    responses: &[Response],
    outcomes: &[Vec<Halved>],
) -> Table {
    let mut csv = places.join(",");
    for varied in varied {
        csv += ",";
        csv += &varied.key;
    }
    let arms: Vec<usize> =
        (0..responses.len()).filter(|place| !responses[*place].is_difference()).collect();
    for arm in &arms {
        for half in 1..=2 {
            csv += ",";
            csv += &quoted(&format!("{} half {half}", responses[*arm].arm));
        }
    }
    csv += "\n";
    for (index, (place, coordinates)) in rows.enumerate() {
        csv += &place.map(|text| quoted(&text)).join(",");
        for (varied, coordinate) in varied.iter().zip(coordinates) {
            // Writing into a text cannot fail.
            let _ = write!(csv, ",{}", varied.value(coordinate));
        }
        for arm in &arms {
            let outcome = outcomes[*arm][index];
            for half in [outcome.first, outcome.second] {
                let _ = if half.is_nan() { write!(csv, ",") } else { write!(csv, ",{half}") };
            }
        }
        csv += "\n";
    }
    Table { file, csv, rows: serde_json::Value::Null }
}

/// A cell of a table of comma-separated values.
fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
