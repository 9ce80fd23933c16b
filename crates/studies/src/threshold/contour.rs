//! The line in a plane on which a function of two parameters is zero: marching squares
//! (Lorensen and Cline 1987, in two dimensions), straight within each cell.

use std::collections::BTreeMap;

/// An edge between two neighbouring points of the grid: column, row, and whether it
/// leads to the next column (else to the next row).
type Edge = (usize, usize, bool);

/// Lines on which `heights` is zero, each a list of points (x, y). `heights[row][column]`
/// belongs to `(columns[column], rows[row])`. Where all four sides of a cell are
/// crossed, the mean of its corners decides which belong together. A line that comes
/// back to its start ends with its first point.
pub fn zero_lines(columns: &[f64], rows: &[f64], heights: &[Vec<f64>]) -> Vec<Vec<(f64, f64)>> {
    let grid = Grid { columns, rows, heights };
    let mut neighbours: BTreeMap<Edge, Vec<Edge>> = BTreeMap::new();
    for row in 0..rows.len().saturating_sub(1) {
        for column in 0..columns.len().saturating_sub(1) {
            for (first, second) in grid.segments(column, row) {
                neighbours.entry(first).or_default().push(second);
                neighbours.entry(second).or_default().push(first);
            }
        }
    }
    let mut lines = Vec::new();
    // Open lines begin at an edge with one neighbour; what is left then goes round.
    while let Some(start) = neighbours
        .iter()
        .find(|(_, others)| others.len() == 1)
        .or_else(|| neighbours.iter().find(|(_, others)| !others.is_empty()))
        .map(|(edge, _)| *edge)
    {
        let mut line = vec![grid.point(start)];
        let mut here = start;
        while let Some(next) = neighbours.get_mut(&here).and_then(Vec::pop) {
            if let Some(back) = neighbours.get_mut(&next)
                && let Some(place) = back.iter().position(|edge| *edge == here)
            {
                back.remove(place);
            }
            line.push(grid.point(next));
            here = next;
        }
        neighbours.retain(|_, others| !others.is_empty());
        // Around a corner that is exactly zero, all points of a line are that corner.
        if line.iter().any(|point| *point != line[0]) {
            lines.push(line);
        }
    }
    lines
}

struct Grid<'a> {
    columns: &'a [f64],
    rows: &'a [f64],
    heights: &'a [Vec<f64>],
}

impl Grid<'_> {
    fn above(&self, column: usize, row: usize) -> bool {
        self.heights[row][column] > 0.0
    }

    /// Where the function is zero on an edge whose ends lie on both sides of zero.
    fn point(&self, (column, row, along): Edge) -> (f64, f64) {
        let (next_column, next_row) = if along { (column + 1, row) } else { (column, row + 1) };
        let (from, to) = (self.heights[row][column], self.heights[next_row][next_column]);
        let part = from / (from - to);
        let between = |from: f64, to: f64| from + part * (to - from);
        (
            between(self.columns[column], self.columns[next_column]),
            between(self.rows[row], self.rows[next_row]),
        )
    }

    /// Which edges of a cell a line joins.
    fn segments(&self, column: usize, row: usize) -> Vec<(Edge, Edge)> {
        let corners = [
            self.above(column, row),
            self.above(column + 1, row),
            self.above(column + 1, row + 1),
            self.above(column, row + 1),
        ];
        // Edge k lies between corner k and the next.
        let edges: [Edge; 4] = [
            (column, row, true),
            (column + 1, row, false),
            (column, row + 1, true),
            (column, row, false),
        ];
        let crossed: Vec<usize> =
            (0..4).filter(|&edge| corners[edge] != corners[(edge + 1) % 4]).collect();
        match crossed[..] {
            [first, second] => vec![(edges[first], edges[second])],
            [_, _, _, _] => {
                let sum: f64 = [(0, 0), (1, 0), (1, 1), (0, 1)]
                    .iter()
                    .map(|(right, up)| self.heights[row + up][column + right])
                    .sum();
                // The corners that differ from the middle are cut off, each alone.
                let alone = |corner: usize| corners[corner] != (sum > 0.0);
                (0..4)
                    .filter(|&corner| alone(corner))
                    .map(|corner| (edges[(corner + 3) % 4], edges[corner]))
                    .collect()
            }
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(steps: usize, function: impl Fn(f64, f64) -> f64) -> Vec<Vec<(f64, f64)>> {
        let places: Vec<f64> =
            (0..=steps).map(|step| 2.0 * step as f64 / steps as f64 - 1.0).collect();
        let heights: Vec<Vec<f64>> =
            places.iter().map(|y| places.iter().map(|x| function(*x, *y)).collect()).collect();
        zero_lines(&places, &places, &heights)
    }

    #[test]
    fn a_plane_is_cut_in_one_exact_line() {
        let lines = lines(7, |x, y| x + 2.0 * y - 0.3);
        assert_eq!(lines.len(), 1);
        for (x, y) in &lines[0] {
            assert!((x + 2.0 * y - 0.3).abs() < 1e-12);
        }
        // From one side of the square to the other.
        let ends = [lines[0][0], lines[0][lines[0].len() - 1]];
        assert!(ends.iter().all(|(x, _)| (x.abs() - 1.0).abs() < 1e-12));
    }

    #[test]
    fn a_circle_is_one_closed_line() {
        let lines = lines(40, |x, y| x * x + y * y - 0.5);
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].first(), lines[0].last());
        for (x, y) in &lines[0] {
            assert!(((x * x + y * y).sqrt() - 0.5f64.sqrt()).abs() < 2e-3);
        }
    }

    #[test]
    fn a_saddle_has_two_lines_that_do_not_cross() {
        let lines = lines(1, |x, y| x * y + 0.1);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| line.len() == 2));
        // The middle is above zero, so the corners below it are cut off: each line stays
        // on its own side of the diagonal from (-1, -1) to (1, 1).
        for line in &lines {
            let sides: Vec<bool> = line.iter().map(|(x, y)| x > y).collect();
            assert_eq!(sides[0], sides[1]);
        }
    }

    #[test]
    fn a_corner_that_is_exactly_zero_is_no_line() {
        let lines = lines(4, |x, y| x * x + y * y);
        assert!(lines.is_empty(), "{lines:?}");
    }

    #[test]
    fn a_function_of_one_sign_has_no_line() {
        assert!(lines(5, |_, _| 1.0).is_empty());
    }
}
