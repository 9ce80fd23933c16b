//! The smallest value of a function of few variables, by the simplex of Nelder and Mead (1965).

/// Where the simplex has come after so many evaluations.
///
/// `start` is its first corner, the others lie `step` away along each variable. A value
/// that is not a number counts as infinitely large.
pub fn minimise(
    start: &[f64],
    step: f64,
    evaluations: usize,
    function: impl Fn(&[f64]) -> f64,
) -> Vec<f64> {
    let value = |point: &[f64]| {
        let value = function(point);
        if value.is_nan() { f64::INFINITY } else { value }
    };
    let mut corners: Vec<(Vec<f64>, f64)> = (0..=start.len())
        .map(|corner| {
            let mut point = start.to_vec();
            if corner > 0 {
                point[corner - 1] += step;
            }
            let at = value(&point);
            (point, at)
        })
        .collect();
    let mut used = corners.len();
    while used < evaluations {
        corners.sort_by(|a, b| a.1.total_cmp(&b.1));
        let worst = corners.len() - 1;
        let others = &corners[..worst];
        let middle: Vec<f64> = (0..start.len())
            .map(|axis| others.iter().map(|(point, _)| point[axis]).sum::<f64>() / worst as f64)
            .collect();
        let along = |factor: f64| -> Vec<f64> {
            let from = &corners[worst].0;
            middle
                .iter()
                .zip(from)
                .map(|(middle, from)| middle + factor * (from - middle))
                .collect()
        };
        let mirrored = along(-1.0);
        let at_mirrored = value(&mirrored);
        used += 1;
        let better = if at_mirrored < corners[0].1 {
            let further = along(-2.0);
            let at_further = value(&further);
            used += 1;
            match at_further < at_mirrored {
                true => Some((further, at_further)),
                false => Some((mirrored, at_mirrored)),
            }
        } else if at_mirrored < corners[worst - 1].1 {
            Some((mirrored, at_mirrored))
        } else {
            let nearer = along(if at_mirrored < corners[worst].1 { -0.5 } else { 0.5 });
            let at_nearer = value(&nearer);
            used += 1;
            (at_nearer < corners[worst].1.min(at_mirrored)).then_some((nearer, at_nearer))
        };
        match better {
            Some(corner) => corners[worst] = corner,
            None => {
                let best = corners[0].0.clone();
                for (point, at) in &mut corners[1..] {
                    for (coordinate, best) in point.iter_mut().zip(&best) {
                        *coordinate = (*coordinate + best) / 2.0;
                    }
                    *at = value(point);
                    used += 1;
                }
            }
        }
    }
    corners.sort_by(|a, b| a.1.total_cmp(&b.1));
    corners.swap_remove(0).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bottom_of_a_curved_valley_is_found() {
        let rosenbrock = |p: &[f64]| (1.0 - p[0]).powi(2) + 100.0 * (p[1] - p[0] * p[0]).powi(2);
        let found = minimise(&[-1.2, 1.0], 0.5, 400, rosenbrock);
        assert!((found[0] - 1.0).abs() < 1e-4 && (found[1] - 1.0).abs() < 1e-4, "{found:?}");
    }

    #[test]
    fn what_is_no_number_is_avoided() {
        let half = |p: &[f64]| {
            if p[0] < 0.0 { f64::NAN } else { (p[0] - 0.5).powi(2) }
        };
        let found = minimise(&[2.0], 1.0, 80, half);
        assert!((found[0] - 0.5).abs() < 1e-6, "{found:?}");
    }
}
