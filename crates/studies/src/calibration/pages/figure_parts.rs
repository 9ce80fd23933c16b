//! What several figures of calibration and validation draw alike.

use homeground_figures::frame::{MARGIN, Page};
use homeground_figures::scene::{Anchor, WIDTH};
use homeground_figures::style::{self, Colour};
use homeground_figures::text::Text;

/// Of what agrees with the evidence.
pub const INSIDE: Colour = Colour(0, 114, 178);
/// Of what lies outside, or at an edge.
pub const OUTSIDE: Colour = Colour(213, 94, 0);
/// The band of the evidence, or of chance.
pub const BAND: Colour = Colour(150, 160, 170);

/// Left and right end of stripes and of lines between rows.
pub const ACROSS: (f64, f64) = (MARGIN - 4.0, WIDTH - MARGIN + 4.0);

/// The stripe behind every second row.
pub fn stripe(page: &mut Page<'_>, row: usize, (top, bottom): (f64, f64)) {
    if row.is_multiple_of(2) {
        page.scene
            .rectangle((ACROSS.0, top), (ACROSS.1, bottom), style::STRIPE);
    }
}

/// Headings of two columns of numbers that end at these places.
pub fn column_headings(page: &mut Page<'_>, headings: [Text; 2], ends: [f64; 2]) {
    for (heading, end) in headings.iter().zip(ends) {
        let at = (end, page.y + 10.0);
        page.scene
            .text(page.teller.tell(heading), at, Anchor::End, style::PANEL);
    }
    page.y += 18.0;
}
