//! Estimators of time to an event: Kaplan-Meier, and Aalen-Johansen where several
//! kinds of exit compete.
//!
//! Both take counts by week, as a simulation produces them, and both assume that
//! censoring tells nothing about the event (independent censoring). Families of a
//! simulation are followed to the horizon, so nobody is censored before it and the
//! estimates equal plain shares; the estimators are used all the same, so that
//! tables keep their meaning when some are lost to follow-up.

/// What happened in one interval of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Events in the interval.
    pub events: f64,
    /// Lost to follow-up in the interval, after its events.
    pub censored: f64,
}

/// A point of the Kaplan-Meier curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurvivalPoint {
    /// Share that has had no event by the end of the interval.
    pub survival: f64,
    /// Greenwood's standard error of it (independent families).
    pub standard_error: f64,
}

/// Kaplan-Meier estimate of survival after each interval (Kaplan and Meier 1958),
/// with Greenwood's standard error (1926).
///
/// `at_risk` is the number at the start. Intervals without anyone at risk repeat
/// the last value.
pub fn kaplan_meier(at_risk: f64, intervals: &[Interval]) -> Vec<SurvivalPoint> {
    let mut remaining = at_risk;
    let mut survival = 1.0;
    let mut greenwood = 0.0;
    intervals
        .iter()
        .map(|interval| {
            if remaining > 0.0 {
                survival *= 1.0 - interval.events / remaining;
                if remaining > interval.events {
                    greenwood += interval.events / (remaining * (remaining - interval.events));
                }
                remaining -= interval.events + interval.censored;
            }
            SurvivalPoint { survival, standard_error: survival * f64::sqrt(greenwood) }
        })
        .collect()
}

/// What happened in one interval where several kinds of exit compete.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompetingInterval<const CAUSES: usize> {
    /// Exits of each kind.
    pub events: [f64; CAUSES],
    /// Lost to follow-up in the interval, after its exits.
    pub censored: f64,
}

/// Cumulative incidence of each kind of exit after each interval, by the
/// Aalen-Johansen estimator (Aalen and Johansen 1978).
///
/// The kinds add up to 1 − Kaplan-Meier survival of all exits together.
pub fn aalen_johansen<const CAUSES: usize>(
    at_risk: f64,
    intervals: &[CompetingInterval<CAUSES>],
) -> Vec<[f64; CAUSES]> {
    let mut remaining = at_risk;
    let mut survival = 1.0;
    let mut incidence = [0.0; CAUSES];
    intervals
        .iter()
        .map(|interval| {
            let exits: f64 = interval.events.iter().sum();
            if remaining > 0.0 {
                for (sum, events) in incidence.iter_mut().zip(interval.events) {
                    *sum += survival * events / remaining;
                }
                survival *= 1.0 - exits / remaining;
                remaining -= exits + interval.censored;
            }
            incidence
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Weeks of remission under 6-mercaptopurine, 21 patients (Freireich and others
    /// 1963, Blood 21:699): events and censored at each week that has any.
    const REMISSION: [(f64, f64, f64); 16] = [
        (6.0, 3.0, 1.0),
        (7.0, 1.0, 0.0),
        (9.0, 0.0, 1.0),
        (10.0, 1.0, 1.0),
        (11.0, 0.0, 1.0),
        (13.0, 1.0, 0.0),
        (16.0, 1.0, 0.0),
        (17.0, 0.0, 1.0),
        (19.0, 0.0, 1.0),
        (20.0, 0.0, 1.0),
        (22.0, 1.0, 0.0),
        (23.0, 1.0, 0.0),
        (25.0, 0.0, 1.0),
        (32.0, 0.0, 2.0),
        (34.0, 0.0, 1.0),
        (35.0, 0.0, 1.0),
    ];

    fn remission() -> Vec<Interval> {
        REMISSION
            .iter()
            .map(|(_, events, censored)| Interval { events: *events, censored: *censored })
            .collect()
    }

    #[test]
    fn kaplan_meier_gives_the_published_remission_times() {
        let curve = kaplan_meier(21.0, &remission());
        // Survival and Greenwood error as printed in textbooks (Kleinbaum and Klein,
        // "Survival Analysis"; Collett, "Modelling Survival Data").
        let published = [
            (6.0, 0.8571, 0.0764),
            (7.0, 0.8067, 0.0869),
            (10.0, 0.7529, 0.0963),
            (13.0, 0.6902, 0.1068),
            (16.0, 0.6275, 0.1141),
            (22.0, 0.5378, 0.1282),
            (23.0, 0.4482, 0.1346),
        ];
        for (week, survival, error) in published {
            let index = REMISSION.iter().position(|row| row.0 == week).unwrap();
            assert!((curve[index].survival - survival).abs() < 5e-5, "{week}");
            assert!((curve[index].standard_error - error).abs() < 5e-5, "{week}");
        }
    }

    #[test]
    fn kinds_of_exit_add_up_to_all_exits() {
        let competing: Vec<CompetingInterval<2>> = REMISSION
            .iter()
            .enumerate()
            .map(|(index, (_, events, censored))| CompetingInterval {
                events: if index % 2 == 0 { [*events, 0.0] } else { [0.0, *events] },
                censored: *censored,
            })
            .collect();
        let incidence = aalen_johansen(21.0, &competing);
        let survival = kaplan_meier(21.0, &remission());
        for (kinds, point) in incidence.iter().zip(survival) {
            assert!((kinds[0] + kinds[1] - (1.0 - point.survival)).abs() < 1e-12);
        }
    }

    #[test]
    fn aalen_johansen_of_a_hand_worked_example() {
        // Ten at risk; 2 leave by the first way; 1 censored; then 1 by each way of the
        // 7 that remain; then 1 by the second way of 5.
        let intervals = [([2.0, 0.0], 1.0), ([1.0, 1.0], 0.0), ([0.0, 1.0], 0.0)]
            .map(|(events, censored)| CompetingInterval { events, censored });
        let curve = aalen_johansen(10.0, &intervals);
        assert!((curve[0][0] - 0.2).abs() < 1e-12);
        assert!((curve[1][0] - (0.2 + 0.8 / 7.0)).abs() < 1e-12);
        assert!((curve[1][1] - 0.8 / 7.0).abs() < 1e-12);
        assert!((curve[2][1] - (0.8 / 7.0 + 0.8 * 5.0 / 7.0 / 5.0)).abs() < 1e-12);
    }

    #[test]
    fn without_censoring_the_estimates_are_plain_shares() {
        let intervals: Vec<Interval> =
            [3.0, 0.0, 5.0, 2.0].map(|events| Interval { events, censored: 0.0 }).to_vec();
        let curve = kaplan_meier(40.0, &intervals);
        let shares = [37.0, 37.0, 32.0, 30.0].map(|left| left / 40.0);
        for (point, share) in curve.iter().zip(shares) {
            assert!((point.survival - share).abs() < 1e-12);
        }
        let last = curve[3];
        let binomial = f64::sqrt(last.survival * (1.0 - last.survival) / 40.0);
        assert!((last.standard_error - binomial).abs() < 1e-12);
    }
}
