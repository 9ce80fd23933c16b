//! A figure as SVG text: coordinates to a tenth, and every text with the length it
//! was measured at, so that another font cannot push it over an edge.
//!
//! plotters' own SVG backend is not used: it rounds to whole pixels, cannot carry
//! a title or description, and leaves the baseline to the reader's font.

use std::fmt::Write;

use crate::fonts::{self, FAMILY};
use crate::scene::{Anchor, Mark, Point, Scene, Shape, WIDTH};

/// A file of its own, with the font inside.
pub fn file(scene: &Scene) -> String {
    let mut svg = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    write(scene, &mut svg, true, "figure");
    svg
}

/// The figure for the inside of a page that already carries the font.
/// `id` must be unique on the page.
pub fn inline(scene: &Scene, id: &str) -> String {
    let mut svg = String::new();
    write(scene, &mut svg, false, id);
    svg
}

fn write(scene: &Scene, svg: &mut String, with_font: bool, id: &str) {
    let height = scene.height.ceil();
    // Writing to a String cannot fail.
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-description\" font-family=\"'{FAMILY}', Inter, 'Helvetica Neue', Arial, sans-serif\" font-kerning=\"none\">\
         <title id=\"{id}-title\">{}</title><desc id=\"{id}-description\">{}</desc>",
        escape(&scene.title),
        escape(&scene.description)
    );
    if with_font {
        let _ = write!(
            svg,
            "<style>{}</style><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
            fonts::font_faces()
        );
    }
    for mark in &scene.marks {
        write_mark(svg, mark);
        svg.push('\n');
    }
    svg.push_str("</svg>\n");
}

fn write_mark(svg: &mut String, mark: &Mark) {
    // Writing to a String cannot fail.
    let _ = match mark {
        Mark::Line { points, colour, width, dash } => {
            let pattern: Vec<String> = dash.pattern().iter().map(f64::to_string).collect();
            let dashes = if pattern.is_empty() {
                String::new()
            } else {
                format!(" stroke-dasharray=\"{}\"", pattern.join(" "))
            };
            write!(
                svg,
                "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\" stroke-linejoin=\"round\"{dashes}/>",
                list(points),
                colour.hex()
            )
        }
        Mark::Area { points, colour, opacity } => {
            let see_through =
                if *opacity < 1.0 { format!(" fill-opacity=\"{opacity}\"") } else { String::new() };
            write!(
                svg,
                "<polygon points=\"{}\" fill=\"{}\"{see_through}/>",
                list(points),
                colour.hex()
            )
        }
        Mark::Dot { at, shape, radius, colour, filled } => {
            let fill = if *filled { colour.hex() } else { "#fff".to_owned() };
            let ink = format!("fill=\"{fill}\" stroke=\"{}\" stroke-width=\"1.6\"", colour.hex());
            match shape {
                Shape::Circle => write!(
                    svg,
                    "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {ink}/>",
                    tenth(at.0),
                    tenth(at.1),
                    tenth(*radius)
                ),
                _ => write!(
                    svg,
                    "<polygon points=\"{}\" {ink}/>",
                    list(&outline(*at, *shape, *radius))
                ),
            }
        }
        Mark::Text(text) => {
            let anchor = match text.anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            write!(
                svg,
                "<text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\" font-size=\"{}\" font-weight=\"{}\" fill=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>",
                tenth(text.at.0),
                tenth(text.at.1),
                text.size,
                text.weight.number(),
                text.colour.hex(),
                tenth(text.width()),
                escape(&text.content)
            )
        }
    };
}

/// The corners of a point that is no disc.
pub fn outline((x, y): Point, shape: Shape, radius: f64) -> Vec<Point> {
    match shape {
        Shape::Circle => (0..24)
            .map(|step| {
                let angle = f64::from(step) * std::f64::consts::TAU / 24.0;
                (x + radius * angle.cos(), y + radius * angle.sin())
            })
            .collect(),
        Shape::Square => {
            let half = radius * 0.9;
            vec![
                (x - half, y - half),
                (x + half, y - half),
                (x + half, y + half),
                (x - half, y + half),
            ]
        }
        Shape::Triangle => vec![
            (x, y - radius * 1.15),
            (x + radius * 1.1, y + radius * 0.8),
            (x - radius * 1.1, y + radius * 0.8),
        ],
        Shape::Diamond => vec![
            (x, y - radius * 1.25),
            (x + radius * 1.25, y),
            (x, y + radius * 1.25),
            (x - radius * 1.25, y),
        ],
    }
}

fn list(points: &[Point]) -> String {
    let pairs: Vec<String> =
        points.iter().map(|&(x, y)| format!("{},{}", tenth(x), tenth(y))).collect();
    pairs.join(" ")
}

/// A coordinate to a tenth of a unit, without needless zeros.
fn tenth(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    // Adding zero turns -0 into 0.
    format!("{}", rounded + 0.0)
}

/// Text that cannot be mistaken for markup.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // XML allows no other control characters.
            control if control.is_control() => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}
