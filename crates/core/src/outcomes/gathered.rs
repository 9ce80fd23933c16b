//! What has been gathered of a run so far: exact sums that can be saved, and added to
//! those of other parts of the run.
//!
//! Replicates of which only some tasks are done stay as tallies, draws of which only
//! some replicates are done as sums over replicates, until the rest arrives. A part of
//! a run, whole or not, comes to the same bits however the work was split. Memory does
//! not grow with replicates.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::outcomes::contrasts::Contrasts;
use crate::outcomes::layout::{Layout, ReplicateValues};
use crate::outcomes::moments::{CoMoments, Moments};
use crate::outcomes::percentiles::Percentiles;
use crate::outcomes::series::Series;
use crate::outcomes::tally::Tally;

/// Draws from which intervals are taken, at most: draws are independent, so the first
/// ones are a fair sample, and memory stays bounded.
pub const DRAWS_KEPT: u32 = 1000;

/// The same for curves, which are longer.
const CURVE_DRAWS_KEPT: u32 = 250;

/// Exact sums of a run or a part of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Gathered {
    /// Finished draws, by arm.
    pub(super) arms: Vec<ArmDraws>,
    /// Draws of which some replicates are finished.
    draws: BTreeMap<u32, OpenDraw>,
    /// Replicates of which some tasks are done, by draw and replicate.
    replicates: BTreeMap<(u32, u32), OpenReplicate>,
}

/// Finished draws of one arm.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct ArmDraws {
    pub summary: Series,
    pub subgroups: Series,
    pub curves: Series,
    /// This arm with the reference.
    pub contrasts: Contrasts,
    pub percentiles: Option<Box<Percentiles>>,
}

/// A draw that waits for replicates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct OpenDraw {
    /// Replicates that are in.
    replicates: u32,
    arms: Vec<ArmReplicates>,
}

/// Finished replicates of one arm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct ArmReplicates {
    summary: Moments,
    subgroups: Moments,
    curves: Moments,
    contrasts: CoMoments,
}

/// A replicate that waits for tasks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct OpenReplicate {
    /// Tasks that are in.
    tasks: u64,
    /// What they counted, by arm.
    arms: Vec<Option<Tally>>,
}

impl Gathered {
    /// Nothing yet.
    pub fn new(layout: &Layout) -> Self {
        let arms = layout.arms.iter().map(|arm| ArmDraws {
            summary: Series::new(arm.summary_keys.len()),
            subgroups: Series::new(arm.subgroup_keys.len()),
            curves: Series::new(layout.curve_length(arm)),
            contrasts: Contrasts::new(arm.summary_keys.len()),
            percentiles: None,
        });
        Self { arms: arms.collect(), draws: BTreeMap::new(), replicates: BTreeMap::new() }
    }

    /// Takes in what a task counted in the arms that it touched.
    pub fn add_task(
        &mut self,
        layout: &Layout,
        draw: u32,
        replicate: u32,
        tallies: Vec<(usize, Tally)>,
    ) {
        let open = OpenReplicate { tasks: 1, arms: layout.by_arm(tallies) };
        self.add_tasks(layout, (draw, replicate), open);
    }

    fn add_tasks(&mut self, layout: &Layout, key: (u32, u32), more: OpenReplicate) {
        let open = self.replicates.remove(&key);
        let open = match open {
            Some(mut open) => {
                open.merge(more);
                open
            }
            None => more,
        };
        if open.tasks < layout.tasks_per_replicate {
            self.replicates.insert(key, open);
        } else {
            let tallies = open.arms.into_iter().enumerate();
            let tallies = tallies.filter_map(|(arm, tally)| Some((arm, tally?)));
            self.add_replicate(layout, key.0, layout.values(tallies.collect()));
        }
    }

    /// Takes in the values of a whole replicate.
    pub fn add_replicate(&mut self, layout: &Layout, draw: u32, values: ReplicateValues) {
        let mut open = OpenDraw::new(layout);
        open.add(layout, &values);
        for (arm, values) in self.arms.iter_mut().zip(values.arms) {
            Percentiles::merge(&mut arm.percentiles, values.percentiles);
        }
        self.add_replicates(layout, draw, open);
    }

    fn add_replicates(&mut self, layout: &Layout, draw: u32, more: OpenDraw) {
        let open = match self.draws.remove(&draw) {
            Some(mut open) => {
                open.merge(&more);
                open
            }
            None => more,
        };
        if open.replicates < layout.replicates {
            self.draws.insert(draw, open);
        } else {
            self.finish_draw(layout, draw, &open);
        }
    }

    fn finish_draw(&mut self, layout: &Layout, draw: u32, open: &OpenDraw) {
        let keep = draw < DRAWS_KEPT;
        for ((arm, within), keys) in self.arms.iter_mut().zip(&open.arms).zip(&layout.arms) {
            arm.contrasts
                .add_draw(draw, &within.contrasts, keep, |place| keys.summary_keys[place].outcome);
            arm.summary.add_draw(draw, &within.summary, keep);
            arm.subgroups.add_draw(draw, &within.subgroups, keep);
            arm.curves.add_draw(draw, &within.curves, draw < CURVE_DRAWS_KEPT);
        }
    }

    /// Takes in another part of the same run, which has no task in common with this one.
    pub fn merge(&mut self, layout: &Layout, other: Self) {
        for (arm, more) in self.arms.iter_mut().zip(other.arms) {
            arm.summary.merge(more.summary);
            arm.subgroups.merge(more.subgroups);
            arm.curves.merge(more.curves);
            arm.contrasts.merge(more.contrasts);
            Percentiles::merge(&mut arm.percentiles, more.percentiles);
        }
        for (draw, open) in other.draws {
            self.add_replicates(layout, draw, open);
        }
        for (key, open) in other.replicates {
            self.add_tasks(layout, key, open);
        }
    }

    /// Are all draws that it has heard of finished?
    pub fn is_whole(&self) -> bool {
        self.draws.is_empty() && self.replicates.is_empty()
    }

    /// Was it gathered by this layout? What is read from a file may not be.
    pub fn fits(&self, layout: &Layout) -> bool {
        let empty = Self::new(layout);
        self.arms.len() == empty.arms.len()
            && self.arms.iter().zip(&empty.arms).all(|(arm, empty)| {
                arm.summary.len() == empty.summary.len()
                    && arm.subgroups.len() == empty.subgroups.len()
                    && arm.curves.len() == empty.curves.len()
            })
    }
}

impl OpenReplicate {
    fn merge(&mut self, more: Self) {
        self.tasks += more.tasks;
        for (arm, more) in self.arms.iter_mut().zip(more.arms) {
            match (arm, more) {
                (Some(tally), Some(more)) => tally.add(more),
                (empty @ None, more) => *empty = more,
                (Some(_), None) => {}
            }
        }
    }
}

impl OpenDraw {
    fn new(layout: &Layout) -> Self {
        let arms = layout.arms.iter().map(|arm| ArmReplicates {
            summary: Moments::new(arm.summary_keys.len(), true),
            subgroups: Moments::new(arm.subgroup_keys.len(), true),
            // With draws, intervals of curves are over draws: replicates give only means.
            curves: Moments::new(layout.curve_length(arm), layout.draws == 1),
            contrasts: CoMoments::new(arm.summary_keys.len()),
        });
        Self { replicates: 0, arms: arms.collect() }
    }

    fn add(&mut self, layout: &Layout, values: &ReplicateValues) {
        self.replicates += 1;
        let reference = &values.arms[layout.reference].summary;
        for (arm, values) in self.arms.iter_mut().zip(&values.arms) {
            arm.summary.add(&values.summary);
            arm.subgroups.add(&values.subgroups);
            arm.curves.add(&values.curves);
            arm.contrasts.add(&values.summary, reference);
        }
    }

    fn merge(&mut self, more: &Self) {
        self.replicates += more.replicates;
        for (arm, more) in self.arms.iter_mut().zip(&more.arms) {
            arm.summary.merge(&more.summary);
            arm.subgroups.merge(&more.subgroups);
            arm.curves.merge(&more.curves);
            arm.contrasts.merge(&more.contrasts);
        }
    }
}
