//! Latin hypercubes: points such that each field has one in every equal part of its
//! range (McKay, Beckman, Conover 1979, doi:10.1080/00401706.1979.10489755).

use rand::RngExt;

use homeground_core::engine::random::Streams;

/// Hypercubes that are tried; the one whose nearest points lie farthest apart is taken
/// (Johnson, Moore, Ylvisaker 1990, doi:10.1016/0378-3758(90)90122-B).
const TRIED: u32 = 64;

/// No parameter draw has this number, so nothing else uses these random numbers.
const DRAW: u32 = u32::MAX;

/// Points in the unit cube, each with a coordinate for every field.
pub fn latin_hypercube(fields: usize, runs: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut best: Option<(f64, Vec<Vec<f64>>)> = None;
    for trial in 0..TRIED {
        let points = one_of_many(fields, runs, seed, trial);
        let distance = smallest_distance(&points);
        if best.as_ref().is_none_or(|(farthest, _)| distance > *farthest) {
            best = Some((distance, points));
        }
    }
    best.map(|(_, points)| points).unwrap_or_default()
}

/// One Latin hypercube, whatever the distances of its points: for many points, where
/// trying others would take long and gain little. `trial` tells it from others of the seed.
pub fn one_of_many(fields: usize, runs: usize, seed: u64, trial: u32) -> Vec<Vec<f64>> {
    let streams = Streams::new(seed, DRAW, trial);
    let mut points = vec![vec![0.0; fields]; runs];
    for field in 0..fields {
        let mut sequence = streams.sequence(field as u32);
        let mut order: Vec<usize> = (0..runs).collect();
        for last in (1..runs).rev() {
            order.swap(last, sequence.random_range(0..=last));
        }
        for (point, part) in points.iter_mut().zip(order) {
            point[field] = (part as f64 + sequence.random::<f64>()) / runs as f64;
        }
    }
    points
}

fn smallest_distance(points: &[Vec<f64>]) -> f64 {
    let mut smallest = f64::INFINITY;
    for (index, point) in points.iter().enumerate() {
        for other in &points[..index] {
            let distance: f64 = point.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum();
            smallest = smallest.min(distance);
        }
    }
    smallest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_one_point_in_every_part() {
        let points = latin_hypercube(3, 20, 7);
        for field in 0..3 {
            let mut parts: Vec<usize> =
                points.iter().map(|point| (point[field] * 20.0) as usize).collect();
            parts.sort_unstable();
            assert_eq!(parts, (0..20).collect::<Vec<_>>());
        }
        assert_eq!(points, latin_hypercube(3, 20, 7));
        assert_ne!(points, latin_hypercube(3, 20, 8));
    }
}
