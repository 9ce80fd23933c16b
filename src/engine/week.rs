//! One week of one chunk of families: the schedule of the model, step by step.

use crate::engine::random::{Block, Streams};
use crate::model::arm::{ArmModel, MeasureModel};
use crate::model::cohort::{CHUNK, Cohort};
use crate::model::helpers::HelperWeek;

/// A chunk of families with the room that a week needs beside them.
#[derive(Debug)]
pub struct Workspace {
    /// The families.
    pub cohort: Cohort,
    hazard: [f32; CHUNK],
    always: [[f32; CHUNK]; 4],
    contact: [[f32; CHUNK]; 4],
    /// Families with an event this week, in the order of their rows.
    events: Events,
}

/// A list of rows with what decides their fate.
#[derive(Debug)]
struct Events {
    count: usize,
    row: [u32; CHUNK],
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

impl Default for Workspace {
    fn default() -> Self {
        Self {
            cohort: Cohort::default(),
            hazard: [0.0; CHUNK],
            always: [[0.0; CHUNK]; 4],
            contact: [[0.0; CHUNK]; 4],
            events: Events {
                count: 0,
                row: [0; CHUNK],
                family: [0; CHUNK],
                referral_week: [0; CHUNK],
                hazard: [0.0; CHUNK],
                draw: [0.0; CHUNK],
                uniforms: [[0.0; CHUNK]; 4],
            },
        }
    }
}

impl Workspace {
    /// Lets a week pass: steps (3) to (12) for all active families.
    #[inline(always)]
    pub fn advance(&mut self, week: &Week) {
        let model = week.model;
        self.draw_always(week);
        self.factors_and_life_events(week);
        model.stress.update(&mut self.cohort);
        if let Some(measure) = &model.measure
            && self.cohort.engaged > 0
        {
            self.contact(measure, week);
        }
        model.fading.update(&mut self.cohort);
        model.wellbeing.update(&mut self.cohort);
        self.first_concerns(week);
        model.concern.update(&mut self.cohort);
        self.placements(week);
        if let Some(measure) = &model.measure
            && self.cohort.engaged > 0
        {
            self.exits(measure, week);
        }
        model.factors.fade(&mut self.cohort);
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
        model.factors.hazards(&mut self.cohort, &mut self.hazard);
        model.stress.fade_shocks(&mut self.cohort);
        let [change, life_event, ..] = &self.always;
        let shock_probability = model.stress.shock_probability;
        // p(H) < H, so a uniform above H changes nothing.
        self.events.collect(&self.cohort, active, |row| {
            change[row] < self.hazard[row] || life_event[row] < shock_probability
        });
        self.events.draw_uniforms(week);
        let state = &mut self.cohort.state;
        for event in 0..self.events.count {
            let row = self.events.row[event] as usize;
            let [which, size, ..] = &self.events.uniforms;
            if change[row] < self.hazard[row] {
                let hazard = self.hazard[row];
                model
                    .factors
                    .change_one(state, row, hazard, change[row], which[event]);
            }
            if life_event[row] < shock_probability {
                model.stress.strike(state, row, size[event]);
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
            measure
                .alliance
                .update(cohort, visits, most, calendar_week, rupture, repair);
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

    /// Concern of families in their first week.
    #[inline(always)]
    fn first_concerns(&mut self, week: &Week) {
        if self.cohort.referred_together && week.calendar_week > 0 {
            return;
        }
        let state = &mut self.cohort.state;
        for row in 0..self.cohort.active {
            if state.referral_week[row] == week.calendar_week {
                let concern = &week.model.concern;
                concern.first_concern(state, row, week.referral_concern);
            }
        }
    }

    /// (11), from the last row to the first: a placed family changes places with a
    /// row behind it, whose turn has been.
    #[inline(always)]
    fn placements(&mut self, week: &Week) {
        let placements = &week.model.placements;
        placements.hazards(&mut self.cohort, &mut self.hazard);
        let [.., placement, reunification] = &self.always;
        let (cohort, hazard) = (&self.cohort, &self.hazard);
        let draw = |row: usize| {
            if cohort.state.in_care[row] > 0.0 {
                reunification[row]
            } else {
                placement[row]
            }
        };
        self.events
            .collect(cohort, cohort.active, |row| draw(row) < hazard[row]);
        for event in 0..self.events.count {
            let row = self.events.row[event] as usize;
            self.events.hazard[event] = hazard[row];
            self.events.draw[event] = draw(row);
        }
        self.events.draw_uniforms(week);
        for event in (0..self.events.count).rev() {
            let events = &self.events;
            let own_week = week.calendar_week - events.referral_week[event];
            let [_, _, siblings, _] = &events.uniforms;
            placements.decide(
                &mut self.cohort,
                events.row[event] as usize,
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
        for row in (0..self.cohort.engaged).rev() {
            let state = &self.cohort.state;
            let own_week = week.calendar_week - state.referral_week[row];
            let weeks_since_start = own_week - state.start_week[row] + 1;
            let (hazard, draw) = (self.hazard[row], state.dropout_draw[row]);
            if draw < hazard || exits.is_due(&self.cohort, row, weeks_since_start) {
                let outcome = exits.outcome(&self.cohort, row, hazard, draw, weeks_since_start);
                if let Some(outcome) = outcome {
                    self.cohort.leave_measure(row, outcome, own_week);
                }
            }
        }
    }
}

impl Events {
    /// Lists the rows for which something may happen.
    #[inline(always)]
    fn collect(&mut self, cohort: &Cohort, rows: usize, happens: impl Fn(usize) -> bool) {
        let mut count = 0;
        for row in 0..rows.min(CHUNK) {
            // Written always, counted only if it happens: no branch to guess.
            self.row[count.min(CHUNK - 1)] = row as u32;
            count += usize::from(happens(row));
        }
        self.count = count;
        for event in 0..count {
            let row = self.row[event] as usize;
            self.family[event] = cohort.state.family[row];
            self.referral_week[event] = cohort.state.referral_week[row];
        }
    }

    #[inline(always)]
    fn draw_uniforms(&mut self, week: &Week) {
        let [a, b, c, d] = &mut self.uniforms;
        week.streams.fill(
            &self.family[..self.count],
            &self.referral_week[..self.count],
            week.calendar_week,
            Block::Event,
            [a, b, c, d],
        );
    }
}
