//! A figure as a bitmap, two pixels a unit so that it is sharp on screens and in slides.
//!
//! Shapes go through plotters' bitmap backend at twice that size and are averaged
//! down, because its polygons have hard edges. Text is set with ab_glyph itself:
//! plotters forgets the space before each letter.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use ab_glyph::{Font, PxScale, ScaleFont};
use plotters::prelude::{BitMapBackend, DrawingBackend};
use plotters::style::{Color, RGBAColor, RGBColor, ShapeStyle};
use png::{
    AdaptiveFilterType, BitDepth, ColorType, Compression, Encoder, EncodingError, FilterType,
};

use homeground_figures::fonts;
use homeground_figures::scene::{Mark, Point, Scene, Text, WIDTH, strokes};
use homeground_figures::style::{Colour, WHITE};
use homeground_figures::svg::outline;

/// Pixels of the file to a unit of the page.
const PIXELS: u32 = 2;
/// Pixels that are averaged into one, along each side.
const SAMPLES: u32 = 2;
const FINE: f64 = (PIXELS * SAMPLES) as f64;

/// Writes the figure as a PNG file.
///
/// # Errors
/// In words, when the file cannot be written.
pub fn write(scene: &Scene, path: &Path) -> Result<(), String> {
    let size = ((WIDTH as u32) * PIXELS, scene.height.ceil().max(1.0) as u32 * PIXELS);
    let mut pixels = average(&shapes(scene, size)?, size);
    for mark in &scene.marks {
        if let Mark::Text(text) = mark {
            set_text(&mut pixels, size, text);
        }
    }
    encode(&pixels, size, path).map_err(|error| error.to_string())
}

/// Writes rows of red, green and blue, one byte each.
fn encode(pixels: &[u8], (width, height): (u32, u32), path: &Path) -> Result<(), EncodingError> {
    let mut encoder = Encoder::new(BufWriter::new(File::create(path)?), width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    encoder.set_filter(FilterType::Sub);
    encoder.set_adaptive_filter(AdaptiveFilterType::Adaptive);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()
}

/// All marks but text, finely sampled.
fn shapes(scene: &Scene, size: (u32, u32)) -> Result<Vec<u8>, String> {
    let fine_size = (size.0 * SAMPLES, size.1 * SAMPLES);
    let mut buffer = vec![255; (fine_size.0 * fine_size.1 * 3) as usize];
    {
        let mut backend = BitMapBackend::with_buffer(&mut buffer, fine_size);
        for mark in &scene.marks {
            draw(&mut backend, mark)?;
        }
        backend.present().map_err(|error| error.to_string())?;
    }
    Ok(buffer)
}

fn draw(backend: &mut BitMapBackend, mark: &Mark) -> Result<(), String> {
    match mark {
        Mark::Line { points, colour, width, dash } => {
            for stroke in strokes(points, *dash) {
                draw_line(backend, &stroke, *colour, *width)?;
            }
            Ok(())
        }
        Mark::Area { points, colour, opacity } => fill(backend, points, ink(*colour).mix(*opacity)),
        Mark::Dot { at, shape, radius, colour, filled } => {
            let rim = 0.8;
            fill(backend, &outline(*at, *shape, radius + rim), ink(*colour).to_rgba())?;
            if !filled {
                let inner = (radius - rim).max(0.5);
                fill(backend, &outline(*at, *shape, inner), ink(WHITE).to_rgba())?;
            }
            Ok(())
        }
        Mark::Text(_) => Ok(()),
    }
}

/// A line is drawn piece by piece with round joints: plotters' own joints leave
/// notches where a curve bends.
fn draw_line(
    backend: &mut BitMapBackend,
    points: &[Point],
    colour: Colour,
    width: f64,
) -> Result<(), String> {
    let style = ShapeStyle { color: ink(colour).to_rgba(), filled: true, stroke_width: 1 };
    let half = width / 2.0;
    for pair in points.windows(2) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let length = (x1 - x0).hypot(y1 - y0);
        if length == 0.0 {
            continue;
        }
        let (across, down) = ((y1 - y0) / length * half, (x0 - x1) / length * half);
        if across == 0.0 || down == 0.0 {
            // Upright and level lines are boxes; plotters excludes no edge, hence the 1.
            let from = fine(&(x0.min(x1) - across.abs(), y0.min(y1) - down.abs()));
            let to = fine(&(x0.max(x1) + across.abs(), y0.max(y1) + down.abs()));
            backend
                .draw_rect(from, (to.0 - 1, to.1 - 1), &style, true)
                .map_err(|error| error.to_string())?;
            continue;
        }
        let corners = [
            (x0 + across, y0 + down),
            (x1 + across, y1 + down),
            (x1 - across, y1 - down),
            (x0 - across, y0 - down),
        ];
        fill(backend, &corners, ink(colour).to_rgba())?;
    }
    if width > 1.2 && points.len() > 2 {
        for &(x, y) in &points[1..points.len() - 1] {
            backend
                .draw_circle(fine(&(x, y)), (half * FINE).round() as u32, &style, true)
                .map_err(|error| error.to_string())?;
        }
    }
    Ok(())
}

fn fill(backend: &mut BitMapBackend, corners: &[Point], colour: RGBAColor) -> Result<(), String> {
    backend.fill_polygon(corners.iter().map(fine), &colour).map_err(|error| error.to_string())
}

fn ink(colour: Colour) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

fn fine(&(x, y): &Point) -> (i32, i32) {
    ((x * FINE).round() as i32, (y * FINE).round() as i32)
}

/// Averages squares of samples into pixels.
fn average(fine: &[u8], (width, height): (u32, u32)) -> Vec<u8> {
    let samples = SAMPLES as usize;
    let (width, height) = (width as usize, height as usize);
    let mut pixels = vec![0; width * height * 3];
    for (row, line) in pixels.chunks_exact_mut(width * 3).enumerate() {
        for (position, value) in line.iter_mut().enumerate() {
            let (column, channel) = (position / 3, position % 3);
            let mut sum = 0;
            for down in 0..samples {
                let start = ((row * samples + down) * width * samples + column * samples) * 3;
                for across in 0..samples {
                    sum += u32::from(fine[start + across * 3 + channel]);
                }
            }
            *value = (sum / (SAMPLES * SAMPLES)) as u8;
        }
    }
    pixels
}

/// Sets a line of text into the pixels.
fn set_text(pixels: &mut [u8], (width, height): (u32, u32), text: &Text) {
    let font = fonts::font(text.weight);
    // ab_glyph scales by the height of a line, we speak of the em.
    let em = font.units_per_em().unwrap_or(1000.0);
    let scale = PxScale::from((text.size * f64::from(PIXELS)) as f32 * font.height_unscaled() / em);
    let scaled = font.as_scaled(scale);
    let mut pen = (text.left() * f64::from(PIXELS)) as f32;
    let baseline = (text.at.1 * f64::from(PIXELS)) as f32;
    for character in text.content.chars() {
        let id = font.glyph_id(character);
        let glyph = id.with_scale_and_position(scale, ab_glyph::point(pen, baseline));
        pen += scaled.h_advance(id);
        let Some(outlined) = font.outline_glyph(glyph) else {
            continue;
        };
        let bounds = outlined.px_bounds();
        outlined.draw(|x, y, coverage| {
            let x = bounds.min.x as i64 + i64::from(x);
            let y = bounds.min.y as i64 + i64::from(y);
            if x < 0 || y < 0 || x >= i64::from(width) || y >= i64::from(height) {
                return;
            }
            let start = (y as usize * width as usize + x as usize) * 3;
            let Colour(red, green, blue) = text.colour;
            for (pixel, ink) in pixels[start..start + 3].iter_mut().zip([red, green, blue]) {
                let below = f32::from(*pixel);
                *pixel = (below + (f32::from(ink) - below) * coverage.min(1.0)).round() as u8;
            }
        });
    }
}
