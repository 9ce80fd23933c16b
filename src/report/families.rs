//! `families.parquet`: a row for every family of every arm, replicate and draw.
//!
//! Rows are written as they come, in groups that hold families of one replicate and
//! arm. The histories of two replicates are held in memory at a time.

use std::fs::File;
use std::path::{Path, PathBuf};

use polars::prelude::*;

use crate::engine::parallel::Number;
use crate::model::cohort::{Engagement, History, NEVER, Placement};
use crate::model::factors::RISK_BITS;
use crate::outcomes::experiment::{FamilyChunk, FamilyRows};

/// Why rows of families cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be written: {reason}. Look at free space: a million rows take about 20 MB.", .file.display())]
pub struct FamiliesError {
    file: PathBuf,
    reason: String,
}

/// Name of the file in a results folder.
pub const FAMILIES: &str = "families.parquet";

/// Rows in a group, at most.
const ROWS_IN_A_GROUP: usize = 1 << 18;

/// Writes rows of families, or not.
pub struct FamiliesFile {
    file: PathBuf,
    arms: Vec<String>,
    writer: Option<polars::io::parquet::write::BatchedWriter<File>>,
}

impl FamiliesFile {
    /// Nobody asked for rows.
    pub fn unwanted() -> Self {
        Self {
            file: PathBuf::new(),
            arms: Vec::new(),
            writer: None,
        }
    }

    /// Begins the file in a folder.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn begin(folder: &Path, arms: Vec<String>) -> Result<Self, FamiliesError> {
        let file = folder.join(FAMILIES);
        let failed = |reason: String| FamiliesError {
            file: file.clone(),
            reason,
        };
        let handle = File::create(&file).map_err(|error| failed(error.to_string()))?;
        let nobody = frame(
            Number {
                draw: 0,
                replicate: 0,
            },
            "",
            &[],
        )
        .map_err(|error| failed(error.to_string()))?;
        let writer = ParquetWriter::new(handle)
            .with_compression(ParquetCompression::Zstd(None))
            .batched(nobody.schema())
            .map_err(|error| failed(error.to_string()))?;
        Ok(Self {
            file,
            arms,
            writer: Some(writer),
        })
    }

    /// Ends the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(self) -> Result<(), FamiliesError> {
        match self.writer {
            Some(writer) => writer.finish().map(|_| ()).map_err(|error| FamiliesError {
                file: self.file,
                reason: error.to_string(),
            }),
            None => Ok(()),
        }
    }
}

impl FamilyRows for FamiliesFile {
    type Error = FamiliesError;

    fn wanted(&self) -> bool {
        self.writer.is_some()
    }

    fn take(
        &mut self,
        number: Number,
        arm: usize,
        chunks: &[FamilyChunk],
    ) -> Result<(), FamiliesError> {
        let Some(writer) = &mut self.writer else {
            return Ok(());
        };
        let chunks_in_a_group = (ROWS_IN_A_GROUP / crate::model::cohort::CHUNK).max(1);
        for group in chunks.chunks(chunks_in_a_group) {
            frame(number, &self.arms[arm], group)
                .and_then(|rows| writer.write_batch(&rows))
                .map_err(|error| FamiliesError {
                    file: self.file.clone(),
                    reason: error.to_string(),
                })?;
        }
        Ok(())
    }
}

/// Rows as a table.
fn frame(number: Number, arm: &str, chunks: &[FamilyChunk]) -> PolarsResult<DataFrame> {
    let families: usize = chunks.iter().map(|chunk| chunk.families).sum();
    let histories = || {
        chunks
            .iter()
            .flat_map(|chunk| (0..chunk.families).map(move |row| (chunk, row)))
    };
    let whole = |name: &str, value: &dyn Fn(&History, usize) -> u32| {
        let values: Vec<u32> = histories()
            .map(|(chunk, row)| value(&chunk.history, row))
            .collect();
        Column::new(name.into(), values)
    };
    let measured = |name: &str, value: &dyn Fn(&History, usize) -> f32| {
        let values: Vec<f32> = histories()
            .map(|(chunk, row)| value(&chunk.history, row))
            .collect();
        Column::new(name.into(), values)
    };
    let yes_no = |name: &str, value: &dyn Fn(&History, usize) -> bool| {
        let values: Vec<bool> = histories()
            .map(|(chunk, row)| value(&chunk.history, row))
            .collect();
        Column::new(name.into(), values)
    };
    let word = |name: &str, value: &dyn Fn(&History, usize) -> &'static str| {
        let values: Vec<&'static str> = histories()
            .map(|(chunk, row)| value(&chunk.history, row))
            .collect();
        Column::new(name.into(), values)
    };
    // Weeks of events are the end of the week, as in the other tables.
    let week = |name: &str, later: u32, value: &dyn Fn(&History, usize) -> u32| {
        let values: Vec<Option<u32>> = histories()
            .map(|(chunk, row)| value(&chunk.history, row))
            .map(|week| (week != NEVER).then(|| week + later))
            .collect();
        Column::new(name.into(), values)
    };
    let numbers: Vec<u32> = histories()
        .map(|(chunk, row)| chunk.first_family + row as u32)
        .collect();
    let columns = vec![
        Column::new("draw".into(), vec![number.draw; families]),
        Column::new("replicate".into(), vec![number.replicate; families]),
        Column::new("arm".into(), vec![arm; families]),
        Column::new("family".into(), numbers),
        measured("adversity", &|h, row| h.adversity[row]),
        whole("risk_factors", &|h, row| {
            (h.initial_factors[row] & RISK_BITS).count_ones()
        }),
        whole("protective_factors", &|h, row| {
            (h.initial_factors[row] & !RISK_BITS).count_ones()
        }),
        whole("factor_bits", &|h, row| h.initial_factors[row]),
        whole("children", &|h, row| h.children[row]),
        measured("child_age_years", &|h, row| h.child_age[row]),
        yes_no("accepted", &|h, row| h.accepted[row]),
        word("engagement", &|h, row| engagement_word(h.engagement[row])),
        week("start_week", 0, &|h, row| h.start_week[row]),
        week("exit_week", 1, &|h, row| h.exit_week[row]),
        whole("visits", &|h, row| h.visits[row] as u32),
        whole("visits_delivered", &|h, row| h.delivered[row] as u32),
        measured("visits_planned", &|h, row| h.scheduled[row]),
        measured("helper_hours", &|h, row| h.helper_hours[row]),
        word("placement", &|h, row| placement_word(h.placement[row])),
        week("first_placement_week", 1, &|h, row| {
            h.first_placement_week[row]
        }),
        whole("placements", &|h, row| h.placements[row]),
        whole("children_placed", &|h, row| h.children_ever_placed[row]),
        whole("reunifications", &|h, row| h.reunifications[row]),
        whole("weeks_in_care", &|h, row| h.weeks_in_care[row]),
        whole("child_weeks_in_care", &|h, row| h.child_weeks_in_care[row]),
    ];
    DataFrame::new(families, columns)
}

fn engagement_word(engagement: Engagement) -> &'static str {
    match engagement {
        Engagement::Untreated => "untreated",
        Engagement::Declined => "declined",
        Engagement::Waiting => "waiting",
        Engagement::Engaged => "engaged",
        Engagement::Completed => "completed",
        Engagement::DroppedOut => "dropped_out",
        Engagement::Terminated => "terminated",
        Engagement::Expired => "expired",
        Engagement::EndedByPlacement => "ended_by_placement",
    }
}

fn placement_word(placement: Placement) -> &'static str {
    match placement {
        Placement::Home => "home",
        Placement::Placed => "placed",
        Placement::Reunified => "reunified",
    }
}
