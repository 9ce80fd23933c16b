//! A site with few helpers: families are referred over weeks, wait, first in first
//! out, for a free place, and hold it until they leave (docs/model.md, "Helpers and
//! sites" and step 2).
//!
//! A replicate is one site. Every family is followed for the whole horizon from its
//! own referral, so the site runs on until the last has been; a family whose
//! follow-up is over still holds its place.

use std::collections::VecDeque;

use crate::engine::Observer;
use crate::engine::chunk::{self, HelperPool, Setting};
use crate::engine::week::{Week, Workspace};
use crate::model::arm::MeasureModel;
use crate::model::cohort::{CHUNK, Engagement, History};
use crate::model::initial::InitialState;
use crate::scenario::Capacity;

/// Week in which a family is referred: evenly over the intake, in order of number.
pub fn referral_week(family: u32, families: u32, intake_weeks: u32) -> u32 {
    (u64::from(family) * u64::from(intake_weeks) / u64::from(families.max(1))) as u32
}

/// Simulates a site through all weeks.
///
/// `families` is the number of families that come to it. When `stop` says so it ends
/// early, and what was observed is worth nothing.
pub fn simulate(
    setting: &Setting,
    capacity: Capacity,
    families: u32,
    observer: &mut impl Observer,
    stop: impl Fn() -> bool,
) {
    let Some(measure) = &setting.model.measure else {
        return;
    };
    let mut chunks: Vec<SiteChunk> = (0..families)
        .step_by(CHUNK)
        .map(|first| {
            let count = (families - first).min(CHUNK as u32);
            SiteChunk::new(setting, capacity, first, count, families)
        })
        .collect();
    let mut site = Site {
        measure,
        // Families choose the freest helper, so no more are ever met than there are families.
        helpers: HelperPool::new(
            &measure.helpers,
            &setting.streams,
            0,
            capacity.helpers.min(families),
        ),
        queue: VecDeque::new(),
        free: Vec::new(),
    };
    let last_referral = referral_week(families.saturating_sub(1), families, capacity.intake_weeks);
    for calendar_week in 0..setting.horizon_weeks + last_referral {
        if stop() {
            return;
        }
        site.helpers.advance(&measure.helpers, &setting.streams, calendar_week);
        site.admit(setting, &mut chunks, calendar_week);
        let week = Week {
            model: setting.model,
            streams: &setting.streams,
            helpers: &site.helpers.week,
            referral_concern: setting.population.referral_concern,
            calendar_week,
        };
        for chunk in chunks.iter_mut().filter(|chunk| chunk.workspace.cohort.active > 0) {
            chunk.workspace.advance(&week);
            observer.after_week(&chunk.workspace.cohort, calendar_week);
            chunk.keep_finished(setting.horizon_weeks, calendar_week);
        }
    }
    for chunk in &chunks {
        observer.after_follow_up(&chunk.workspace.cohort, &chunk.observed);
    }
}

/// Helpers, their free places, and who waits.
struct Site<'a> {
    measure: &'a MeasureModel,
    helpers: HelperPool,
    /// Families that wait, as chunk and place in the chunk, first come first.
    queue: VecDeque<(usize, usize)>,
    free: Vec<u32>,
}

impl Site<'_> {
    /// (2) Refers this week's families and admits from the waiting list.
    fn admit(&mut self, setting: &Setting, chunks: &mut [SiteChunk], calendar_week: u32) {
        for (index, chunk) in chunks.iter_mut().enumerate() {
            self.refer(setting, index, chunk, calendar_week);
        }
        self.count_free_places(chunks);
        while let Some(&(index, home)) = self.queue.front() {
            let cohort = &mut chunks[index].workspace.cohort;
            if cohort.history.engagement[home] != Engagement::Waiting {
                self.queue.pop_front();
                continue;
            }
            let Some(row) =
                (0..cohort.active).find(|row| cohort.state.home_row[*row] as usize == home)
            else {
                self.queue.pop_front();
                continue;
            };
            let own_week = calendar_week - cohort.state.referral_week[row];
            let Some(helper) = self.freest_helper() else {
                break;
            };
            if own_week < self.measure.wait_weeks {
                break;
            }
            let trust = f64::from(cohort.state.trust[row]);
            let alliance = self.measure.acceptance.first_alliance(trust);
            cohort.start_measure(row, helper as u32, own_week, alliance);
            self.free[helper] -= 1;
            self.queue.pop_front();
        }
    }

    /// Families come in the order of their numbers, so the next is the next row.
    fn refer(
        &mut self,
        setting: &Setting,
        index: usize,
        chunk: &mut SiteChunk,
        calendar_week: u32,
    ) {
        let cohort = &mut chunk.workspace.cohort;
        while cohort.active < cohort.families
            && cohort.state.referral_week[cohort.active] <= calendar_week
        {
            let home = cohort.active;
            // Column loops run over whole vectors and so over rows of families to come.
            let frailty_sd = setting.model.danger_frailty;
            cohort.set_family(&chunk.initial, home, frailty_sd);
            setting.model.factors.refresh(&mut cohort.state, home);
            cohort.active += 1;
            if cohort.history.engagement[home] == Engagement::Waiting {
                self.queue.push_back((index, home));
            }
        }
    }

    /// A place is free the week after an exit: whoever is engaged now holds one.
    fn count_free_places(&mut self, chunks: &[SiteChunk]) {
        self.free.clear();
        self.free.resize(self.helpers.week.skill.len(), self.measure.caseload);
        for chunk in chunks {
            let cohort = &chunk.workspace.cohort;
            for helper in &cohort.state.helper[..cohort.engaged] {
                self.free[*helper as usize] -= 1;
            }
        }
    }

    /// The helper with most free places, the lowest number first.
    fn freest_helper(&self) -> Option<usize> {
        let most = *self.free.iter().max()?;
        if most == 0 {
            return None;
        }
        self.free.iter().position(|free| *free == most)
    }
}

/// A chunk of a site's families, and their histories as they stood when each had
/// been followed to its horizon.
struct SiteChunk {
    initial: Box<InitialState>,
    workspace: Box<Workspace>,
    observed: Box<History>,
}

impl SiteChunk {
    fn new(
        setting: &Setting,
        capacity: Capacity,
        first_family: u32,
        count: u32,
        families: u32,
    ) -> Self {
        let mut workspace = Box::<Workspace>::default();
        let mut initial = Box::<InitialState>::default();
        chunk::refer(
            &mut initial,
            &setting.streams,
            setting.population,
            first_family,
            count as usize,
        );
        let cohort = &mut workspace.cohort;
        chunk::begin(setting, &initial, cohort);
        cohort.active = 0;
        cohort.referred_together = false;
        for row in 0..count {
            cohort.state.referral_week[row as usize] =
                referral_week(first_family + row, families, capacity.intake_weeks);
        }
        Self { initial, workspace, observed: Box::default() }
    }

    /// Keeps the history of families whose follow-up ends this week.
    fn keep_finished(&mut self, horizon_weeks: u32, calendar_week: u32) {
        let cohort = &mut self.workspace.cohort;
        for row in 0..cohort.active {
            if calendar_week - cohort.state.referral_week[row] + 1 != horizon_weeks {
                continue;
            }
            if row < cohort.engaged {
                cohort.keep_dose(row);
            }
            cohort.keep_states(row);
            let home = cohort.state.home_row[row] as usize;
            self.observed.copy_row(&cohort.history, home);
            chunk::close(&mut self.observed, home, horizon_weeks);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn referrals_are_spread_evenly_and_in_order() {
        let weeks: Vec<u32> = (0..52).map(|family| referral_week(family, 52, 26)).collect();
        assert_eq!(weeks[..4], [0, 0, 1, 1]);
        assert_eq!(weeks[51], 25);
        assert_eq!(referral_week(99, 100, 0), 0);
    }
}
