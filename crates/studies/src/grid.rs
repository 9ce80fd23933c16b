//! Points on a grid.

/// Places of the levels at each point of a grid over fields with so many levels; the
/// first changes slowest.
pub fn grid(levels: &[usize]) -> Vec<Vec<usize>> {
    levels.iter().fold(vec![Vec::new()], |points, count| {
        points
            .into_iter()
            .flat_map(|point| {
                (0..*count).map(move |level| {
                    let mut point = point.clone();
                    point.push(level);
                    point
                })
            })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_field_of_a_grid_changes_slowest() {
        let points = grid(&[2, 3]);
        assert_eq!(points.len(), 6);
        assert_eq!(points[0], [0, 0]);
        assert_eq!(points[2], [0, 2]);
        assert_eq!(points[3], [1, 0]);
    }
}
