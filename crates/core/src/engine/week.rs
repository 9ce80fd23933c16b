//! One week of one chunk of families: the schedule of the model, step by step.

// Loops go over the same place of many columns, as in the model.
#![allow(clippy::needless_range_loop)]

use crate::engine::random::{Block, Streams};
use crate::engine::vector::{self, VectorKernel};
use crate::model::arm::{ArmModel, MeasureModel};
use crate::model::cohort::{CHUNK, Cohort, LANES, lanes, lanes_mut, lanes_where};
use crate::model::helpers::HelperWeek;

/// Vectors in a column.
const BLOCKS: usize = CHUNK / LANES;

/// A chunk of families with the columns that a week needs beside them.
#[repr(align(64))]
#[derive(Debug)]
pub struct Workspace {
    /// The families.
    pub cohort: Cohort,
    hazard: [f32; CHUNK],
    always: [[f32; CHUNK]; 4],
    contact: [[f32; CHUNK]; 4],
    /// Families with an event this week, in the order of their rows.
    events: Events,
    /// Families whose measure may end this week.
    leaving: Rows,
}

/// A list of rows, from first to last.
#[derive(Debug)]
struct Rows {
    count: usize,
    row: [u32; CHUNK],
}

/// A list of rows with what decides about them.
#[repr(align(64))]
#[derive(Debug)]
struct Events {
    rows: Rows,
    family: [u32; CHUNK],
    referral_week: [u32; CHUNK],
    hazard: [f32; CHUNK],
    draw: [f32; CHUNK],
    uniforms: [[f32; CHUNK]; 4],
}

/// What is the same for all chunks in a week.
#[derive(Clone, Copy, Debug)]
pub struct Week<'a> {
    /// The arm.
    pub model: &'a ArmModel,
    /// Random numbers.
    pub streams: &'a Streams,
    /// Helpers this week; a family's `helper` is a place in these columns.
    pub helpers: &'a HelperWeek,
    /// Concern that the referral adds.
    pub referral_concern: f64,
    /// Week of the site.
    pub calendar_week: u32,
}

impl Default for Rows {
    fn default() -> Self {
        Self { count: 0, row: [0; CHUNK] }
    }
}

impl Default for Workspace {
    fn default() -> Self {
        Self {
            cohort: Cohort::default(),
            hazard: [0.0; CHUNK],
            always: [[0.0; CHUNK]; 4],
            contact: [[0.0; CHUNK]; 4],
            leaving: Rows::default(),
            events: Events {
                rows: Rows::default(),
                family: [0; CHUNK],
                referral_week: [0; CHUNK],
                hazard: [0.0; CHUNK],
                draw: [0.0; CHUNK],
                uniforms: [[0.0; CHUNK]; 4],
            },
        }
    }
}

struct Advance<'a> {
    workspace: &'a mut Workspace,
    week: &'a Week<'a>,
}

impl VectorKernel for Advance<'_> {
    #[inline(always)]
    fn run(self) {
        self.workspace.steps(self.week);
    }
}

impl Workspace {
    /// Lets a week pass: steps (3) to (12) for all active families.
    ///
    /// The width of vectors is chosen here, so that the steps are compiled once for each
    /// width and not once more for each observer.
    pub fn advance(&mut self, week: &Week) {
        vector::run(Advance { workspace: self, week });
    }

    #[inline(always)]
    fn steps(&mut self, week: &Week) {
        let model = week.model;
        self.draw_always(week);
        self.factors_and_life_events(week);
        model.stress.update(&mut self.cohort);
        if let Some(measure) = &model.measure
            && self.cohort.engaged > 0
        {
            self.contact(measure, week);
        }
        self.what_follows(week);
        self.placements(week);
        if let Some(measure) = &model.measure
            && self.cohort.engaged > 0
        {
            self.exits(measure, week);
        }
        self.cohort.keep_early_alliance(week.calendar_week);
    }

    #[inline(always)]
    fn draw_always(&mut self, week: &Week) {
        let rows = self.cohort.active_rows();
        let state = &self.cohort.state;
        let [a, b, c, d] = &mut self.always;
        week.streams.fill(
            &state.family[..rows],
            &state.referral_week[..rows],
            week.calendar_week,
            Block::Always,
            [a, b, c, d],
        );
    }

    /// (3) and the events of (4). Few families have an event; those get their further
    /// uniforms together.
    #[inline(always)]
    fn factors_and_life_events(&mut self, week: &Week) {
        let model = week.model;
        let active = self.cohort.active;
        let [change, life_event, ..] = &self.always;
        let shock_probability = model.stress.shock_probability;
        let engaged_blocks = self.cohort.engaged_blocks();
        let state = &mut self.cohort.state;
        // p(H) < H, so a uniform above H changes nothing.
        let mut happens = [0; BLOCKS];
        for block in 0..active.div_ceil(LANES) {
            let rows = block * LANES..(block + 1) * LANES;
            if block < engaged_blocks || model.factors.compensated {
                for row in rows.clone() {
                    self.hazard[row] = model.factors.hazard(state, row);
                }
            } else {
                *lanes_mut(&mut self.hazard, block) = *lanes(&state.factor_hazard, block);
            }
            for row in rows {
                model.stress.fade_shock(state, row);
            }
            let (change, life_event) = (lanes(change, block), lanes(life_event, block));
            let hazard = lanes(&self.hazard, block);
            happens[block] = lanes_where(|lane| {
                (change[lane] < hazard[lane]) | (life_event[lane] < shock_probability)
            });
        }
        self.events.rows.list(active, &happens);
        self.events.draw_uniforms(&self.cohort, week);
        let [which, size, ..] = &mut self.events.uniforms;
        model.stress.sizes(&mut size[..self.events.rows.whole()]);
        let state = &mut self.cohort.state;
        for (event, row) in self.events.rows.listed().iter().enumerate() {
            let row = *row as usize;
            if change[row] < self.hazard[row] {
                let hazard = self.hazard[row];
                model.factors.change_one(state, row, hazard, change[row], which[event]);
            }
            if life_event[row] < shock_probability {
                state.shock[row] += size[event];
            }
        }
    }

    /// (5) to (8) and what contact shows, for engaged families.
    #[inline(always)]
    fn contact(&mut self, measure: &MeasureModel, week: &Week) {
        let cohort = &mut self.cohort;
        let rows = cohort.engaged_rows();
        for row in 0..cohort.engaged {
            let helper = cohort.state.helper[row] as usize;
            cohort.state.skill[row] = week.helpers.skill[helper];
            cohort.state.helper_absent[row] = week.helpers.absent[helper];
            cohort.state.helper_replaced[row] = week.helpers.replaced[helper];
        }
        let [attendance, rupture, repair, dropout] = &mut self.contact;
        week.streams.fill(
            &cohort.state.family[..rows],
            &cohort.state.referral_week[..rows],
            week.calendar_week,
            Block::Contact,
            [attendance, rupture, repair, dropout],
        );
        cohort.state.dropout_draw[..rows].copy_from_slice(&dropout[..rows]);
        let visits = &measure.visits;
        visits.perceive(cohort);
        let most = visits.plan(cohort, week.calendar_week);
        if most > 0 {
            visits.attend(cohort, most, attendance);
            cohort.count_visits(week.calendar_week);
            let calendar_week = week.calendar_week;
            measure.alliance.update(cohort, visits, most, calendar_week, rupture, repair);
        } else {
            visits.none(cohort);
            measure.alliance.decay(cohort);
        }
        measure.alliance.hand_over(cohort);
        if most > 0 {
            measure.trust.update(cohort);
            measure.learning.update(cohort, visits);
        }
        measure.contact.update(cohort, visits);
    }

    /// (8) fading, (9) and (10). Not in one pass: that is more columns than the compiler
    /// is willing to compare, and it gives up on vectors.
    #[inline(always)]
    fn what_follows(&mut self, week: &Week) {
        let model = week.model;
        let rows = self.cohort.active_rows();
        let engaged_rows = self.cohort.engaged_rows();
        let state = &mut self.cohort.state;
        let referral_concern = week.referral_concern as f32;
        for row in 0..rows {
            model.fading.update(state, row);
        }
        for row in 0..rows {
            model.wellbeing.update(state, row);
        }
        let concern = &model.concern;
        let calendar_week = week.calendar_week;
        // Without contact or a fading measure the service sees the same of everyone.
        let own_sight = match concern.steady_sight() {
            Some(sight) => {
                for row in engaged_rows..rows {
                    concern.update(state, row, sight, calendar_week, referral_concern);
                }
                engaged_rows
            }
            None => rows,
        };
        for row in 0..own_sight {
            let sight = concern.sight(state, row);
            concern.update(state, row, sight, calendar_week, referral_concern);
        }
        if model.factors.anything_fades {
            for row in 0..rows {
                model.factors.fade(state, row);
            }
        }
    }

    /// (11), from the last row to the first: a placed family changes places with a
    /// row behind it, whose turn has been.
    #[inline(always)]
    fn placements(&mut self, week: &Week) {
        let placements = &week.model.placements;
        let [.., placement, reunification] = &self.always;
        let state = &self.cohort.state;
        let mut may_happen = [0; BLOCKS];
        for block in 0..self.cohort.active.div_ceil(LANES) {
            let (placement, reunification) = (lanes(placement, block), lanes(reunification, block));
            let (in_care, concern) = (lanes(&state.in_care, block), lanes(&state.concern, block));
            may_happen[block] = lanes_where(|lane| {
                placements.may_decide(
                    concern[lane],
                    in_care[lane],
                    placement[lane],
                    reunification[lane],
                )
            });
        }
        self.events.rows.list(self.cohort.active, &may_happen);
        // Their own hazards decide which of them stay on the list; p(h) < h.
        let events = &mut self.events;
        let mut kept = 0;
        for place in 0..events.rows.count {
            let row = events.rows.row[place] as usize;
            let draw = if state.in_care[row] > 0.0 { reunification[row] } else { placement[row] };
            let hazard = placements.hazard(state, row);
            events.rows.row[kept] = row as u32;
            (events.draw[kept], events.hazard[kept]) = (draw, hazard);
            kept += usize::from(draw < hazard);
        }
        events.rows.count = kept;
        self.events.draw_uniforms(&self.cohort, week);
        for event in (0..self.events.rows.count).rev() {
            let events = &self.events;
            let own_week = week.calendar_week - events.referral_week[event];
            let [_, _, siblings, _] = &events.uniforms;
            placements.decide(
                &mut self.cohort,
                events.rows.row[event] as usize,
                events.hazard[event],
                events.draw[event],
                siblings[event],
                own_week,
            );
        }
    }

    /// (12), from the last row to the first, as in (11).
    #[inline(always)]
    fn exits(&mut self, measure: &MeasureModel, week: &Week) {
        let exits = &measure.exits;
        exits.hazards(&mut self.cohort, &mut self.hazard);
        let mut leaves = [0; BLOCKS];
        for block in 0..self.cohort.engaged_blocks() {
            let state = &self.cohort.state;
            let (draw, hazard) = (lanes(&state.dropout_draw, block), lanes(&self.hazard, block));
            let missed_run = lanes(&state.missed_run, block);
            let referral_week = lanes(&state.referral_week, block);
            let start_week = lanes(&state.start_week, block);
            leaves[block] = lanes_where(|lane| {
                let own_week = week.calendar_week.wrapping_sub(referral_week[lane]);
                let weeks_since_start = own_week.wrapping_sub(start_week[lane]).wrapping_add(1);
                (draw[lane] < hazard[lane]) | exits.is_due(missed_run[lane], weeks_since_start)
            });
        }
        self.leaving.list(self.cohort.engaged, &leaves);
        for row in self.leaving.listed().iter().rev() {
            let row = *row as usize;
            let state = &self.cohort.state;
            let own_week = week.calendar_week - state.referral_week[row];
            let weeks_since_start = own_week - state.start_week[row] + 1;
            let (hazard, draw) = (self.hazard[row], state.dropout_draw[row]);
            let outcome = exits.outcome(&self.cohort, row, hazard, draw, weeks_since_start);
            if let Some(outcome) = outcome {
                self.cohort.leave_measure(row, outcome, own_week);
            }
        }
    }
}

impl Rows {
    /// Lists those of the first `rows` rows whose bit is set: a word a vector, a bit a
    /// lane, as [`lanes_where`] gives them.
    #[inline(always)]
    fn list(&mut self, rows: usize, words: &[u32; BLOCKS]) {
        let mut count = 0;
        for (block, word) in words.iter().enumerate() {
            let mut bits = *word;
            while bits != 0 {
                let row = block * LANES + bits.trailing_zeros() as usize;
                if row >= rows {
                    break;
                }
                self.row[count] = row as u32;
                bits &= bits - 1;
                count += 1;
            }
        }
        self.count = count;
    }

    /// Their number, rounded up to whole vectors.
    fn whole(&self) -> usize {
        self.count.next_multiple_of(LANES).min(CHUNK)
    }

    /// The rows, first to last.
    fn listed(&self) -> &[u32] {
        &self.row[..self.count]
    }
}

impl Events {
    /// Uniforms that only families with an event need.
    #[inline(always)]
    fn draw_uniforms(&mut self, cohort: &Cohort, week: &Week) {
        if self.rows.count == 0 {
            return;
        }
        for (event, row) in self.rows.listed().iter().enumerate() {
            self.family[event] = cohort.state.family[*row as usize];
            self.referral_week[event] = cohort.state.referral_week[*row as usize];
        }
        let whole = self.rows.whole();
        let [a, b, c, d] = &mut self.uniforms;
        week.streams.fill(
            &self.family[..whole],
            &self.referral_week[..whole],
            week.calendar_week,
            Block::Event,
            [a, b, c, d],
        );
    }
}
