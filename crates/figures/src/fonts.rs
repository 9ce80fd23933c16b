//! The one font of figures and reports, part of the program, and the width of text set in it.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef};

/// Name of the font in style sheets.
pub const FAMILY: &str = "Homeground Inter";

static REGULAR: &[u8] = include_bytes!("../../../data/fonts/Inter-Regular-subset.otf");
static SEMI_BOLD: &[u8] = include_bytes!("../../../data/fonts/Inter-SemiBold-subset.otf");
static REGULAR_PACKED: &[u8] = include_bytes!("../../../data/fonts/Inter-Regular-subset.woff2");
static SEMI_BOLD_PACKED: &[u8] = include_bytes!("../../../data/fonts/Inter-SemiBold-subset.woff2");

/// How heavy text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Ordinary text.
    Regular,
    /// Headings and what should stand out.
    SemiBold,
}

impl Weight {
    /// The number of the weight in style sheets.
    pub fn number(self) -> u32 {
        match self {
            Weight::Regular => 400,
            Weight::SemiBold => 600,
        }
    }
}

/// The font in this weight. Its bytes are part of the program and every weight
/// is read by a test, so a font that cannot be read is a defect of the build.
pub fn font(weight: Weight) -> &'static FontRef<'static> {
    static FONTS: LazyLock<[FontRef<'static>; 2]> = LazyLock::new(|| {
        [REGULAR, SEMI_BOLD]
            .map(|bytes| FontRef::try_from_slice(bytes).expect("the embedded font is whole"))
    });
    match weight {
        Weight::Regular => &FONTS[0],
        Weight::SemiBold => &FONTS[1],
    }
}

/// Width of a line of text, in the unit of `size` (height of an em), without kerning.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let font = font(weight);
    let units_per_em = f64::from(font.units_per_em().unwrap_or(1000.0));
    let advance: f64 = text
        .chars()
        .map(|character| f64::from(font.h_advance_unscaled(font.glyph_id(character))))
        .sum();
    advance / units_per_em * size
}

/// The style rules that carry the font inside a file, so that it needs no other file.
pub fn font_faces() -> &'static str {
    static RULES: LazyLock<String> = LazyLock::new(|| {
        use base64::Engine;
        let rule = |weight: Weight, bytes: &[u8]| {
            format!(
                "@font-face{{font-family:\"{FAMILY}\";font-weight:{};src:url(data:font/woff2;base64,{}) format(\"woff2\")}}",
                weight.number(),
                base64::engine::general_purpose::STANDARD.encode(bytes)
            )
        };
        format!(
            "{}\n{}",
            rule(Weight::Regular, REGULAR_PACKED),
            rule(Weight::SemiBold, SEMI_BOLD_PACKED)
        )
    });
    &RULES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn semi_bold_is_wider_and_every_sign_we_use_has_a_glyph() {
        assert!(width("plassering", 12.0, Weight::Regular) > 50.0);
        assert!(
            width("plassering", 12.0, Weight::SemiBold)
                > width("plassering", 12.0, Weight::Regular)
        );
        for weight in [Weight::Regular, Weight::SemiBold] {
            for character in "AZaz09æøåÆØÅéü–—…−×·±≥≤→←½%\u{202f}\u{a0}“”«»".chars()
            {
                assert_ne!(font(weight).glyph_id(character).0, 0, "{character:?}");
            }
        }
    }
}
