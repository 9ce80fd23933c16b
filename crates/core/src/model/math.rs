//! Elementary functions of the weekly loop.
//!
//! They use additions, multiplications and bit operations only, so that a loop
//! over a column becomes vector code, and give the same bits on every machine.

/// exp(x) for single precision.
///
/// Relative error below 2·10⁻⁷ between −87 and 87; outside, the value at the
/// nearer end. Method: x = n ln 2 + r with |r| ≤ ½ ln 2, a polynomial in r
/// (Cephes `expf`, Moshier 1989), and n added to the exponent bits.
#[inline(always)]
pub fn exp(x: f32) -> f32 {
    /// 1.5·2²³: adding it rounds to a whole number that stands in the low bits.
    const ROUND: f32 = 12_582_912.0;
    const LN_2_HIGH: f32 = 0.693_359_4;
    const LN_2_LOW: f32 = -2.121_944_4e-4;
    let x = x.clamp_between(-87.0, 87.0);
    let shifted = x * std::f32::consts::LOG2_E + ROUND;
    let n = shifted - ROUND;
    let r = x - n * LN_2_HIGH - n * LN_2_LOW;
    let mut polynomial = 1.987_569_1e-4;
    polynomial = polynomial * r + 1.398_199_9e-3;
    polynomial = polynomial * r + 8.333_452e-3;
    polynomial = polynomial * r + 4.166_579_6e-2;
    polynomial = polynomial * r + 1.666_666_5e-1;
    polynomial = polynomial * r + 0.5;
    let mantissa = polynomial * r * r + r + 1.0;
    let power_of_two = f32::from_bits((shifted.to_bits() << 23).wrapping_add(1.0f32.to_bits()));
    mantissa * power_of_two
}

/// The logistic function σ(y) = 1/(1 + e^(−y)).
#[inline(always)]
pub fn sigmoid(y: f32) -> f32 {
    1.0 / (1.0 + exp(-y))
}

/// The logistic function in double precision.
pub fn sigmoid_exact(y: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-y))
}

/// Chance of an event within a week at hazard h per week: p(h) = 1 − e^(−h).
///
/// In double precision, for numbers that are worked out once.
pub fn chance(hazard: f64) -> f64 {
    -libm::expm1(-hazard)
}

/// [`chance`] in single precision for events that are tested one at a time: small
/// hazards keep their accuracy (relative error below 3·10⁻⁷).
#[inline(always)]
pub fn chance_small(hazard: f32) -> f32 {
    /// Below, the first terms of the series suffice.
    const SERIES_BELOW: f32 = 0.25;
    if hazard < SERIES_BELOW {
        let mut sum = 1.0 / 720.0;
        for divisor in [120.0, 24.0, 6.0, 2.0, 1.0] {
            sum = 1.0 / divisor - hazard * sum;
        }
        hazard * sum
    } else {
        1.0 - exp(-hazard)
    }
}

/// [`chance`] in single precision for whole columns (absolute error below 10⁻⁷).
#[inline(always)]
pub fn chance_fast(hazard: f32) -> f32 {
    1.0 - exp(-hazard)
}

/// ln(x) for positive, normal x in single precision.
///
/// Absolute error below 2·10⁻⁷ where ln x lies within ±1, relative error below 2·10⁻⁷
/// elsewhere. Method: x = m·2ⁿ with √½ ≤ m < √2 and a polynomial in m − 1 (Cephes
/// `logf`, Moshier 1989).
#[inline(always)]
pub fn ln(x: f32) -> f32 {
    const BITS_OF_ROOT_HALF: u32 = 0x3f35_04f3;
    const MANTISSA: u32 = 0x007f_ffff;
    const MANTISSA_BITS: u32 = 23;
    const LN_2_HIGH: f32 = 0.693_359_4;
    const LN_2_LOW: f32 = -2.121_944_4e-4;
    let above = x.to_bits().wrapping_sub(BITS_OF_ROOT_HALF);
    let n = ((above as i32) >> MANTISSA_BITS) as f32;
    let r = f32::from_bits((above & MANTISSA).wrapping_add(BITS_OF_ROOT_HALF)) - 1.0;
    let mut polynomial = 7.037_683_6e-2;
    polynomial = polynomial * r - 1.151_461e-1;
    polynomial = polynomial * r + 1.167_699_9e-1;
    polynomial = polynomial * r - 1.242_014_1e-1;
    polynomial = polynomial * r + 1.424_932_3e-1;
    polynomial = polynomial * r - 1.666_805_8e-1;
    polynomial = polynomial * r + 2.000_071_5e-1;
    polynomial = polynomial * r - 2.499_999_4e-1;
    polynomial = polynomial * r + 3.333_333e-1;
    let square = r * r;
    let tail = polynomial * r * square + n * LN_2_LOW - 0.5 * square;
    r + tail + n * LN_2_HIGH
}

/// Limits that become two vector instructions.
///
/// `f32::clamp` checks its limits and `f32::max` treats NaN specially; neither
/// is wanted inside the loop.
pub trait ClampBetween {
    /// The value, or the limit it has passed.
    fn clamp_between(self, low: Self, high: Self) -> Self;
}

impl ClampBetween for f32 {
    #[inline(always)]
    fn clamp_between(self, low: f32, high: f32) -> f32 {
        let raised = if self > low { self } else { low };
        if raised < high { raised } else { high }
    }
}

/// Standard normal quantile Φ⁻¹(u) for 0 < u < 1 (Wichura 1988, algorithm AS 241,
/// PPND16; relative error about 10⁻¹⁶).
pub fn normal_quantile(u: f64) -> f64 {
    let q = u - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180625 - q * q;
        return q * ratio(r, &CENTRE_ABOVE, &CENTRE_BELOW);
    }
    let tail = if q < 0.0 { u } else { 1.0 - u };
    let r = libm::sqrt(-libm::log(tail));
    let magnitude = if r <= 5.0 {
        ratio(r - 1.6, &MIDDLE_ABOVE, &MIDDLE_BELOW)
    } else {
        ratio(r - 5.0, &TAIL_ABOVE, &TAIL_BELOW)
    };
    if q < 0.0 { -magnitude } else { magnitude }
}

/// [`normal_quantile`] for whole columns, in single precision.
///
/// For 2⁻³³ ≤ u < 1; absolute error below 10⁻⁶ in the middle, relative error below
/// 2·10⁻⁶ beyond ±½, and below 5·10⁻⁴ where u < 2⁻²⁴ (five standard deviations out).
/// Method: √2·erf⁻¹(2u − 1) by two polynomials (Giles 2010,
/// "Approximating the erfinv function"), both worked out and one chosen.
#[inline(always)]
pub fn normal_quantile_fast(u: f32) -> f32 {
    const MIDDLE: [f32; 9] = [
        2.810_226_4e-8,
        3.432_739_4e-7,
        -3.523_387_7e-6,
        -4.391_506_5e-6,
        2.185_808_7e-4,
        -1.253_725e-3,
        -4.177_681_6e-3,
        2.466_407_3e-1,
        1.501_409_4,
    ];
    const TAIL: [f32; 9] = [
        -2.002_142_6e-4,
        1.009_505_6e-4,
        1.349_343_2e-3,
        -3.673_428_4e-3,
        5.739_507_7e-3,
        -7.622_461_3e-3,
        9.438_870_5e-3,
        1.001_674,
        2.832_976_8,
    ];
    const BORDER: f32 = 5.0;
    let value = |at: f32, coefficients: &[f32; 9]| {
        let mut sum = coefficients[0];
        for coefficient in &coefficients[1..] {
            sum = sum * at + coefficient;
        }
        sum
    };
    let w = -ln(4.0 * u * (1.0 - u));
    // Near ½ the product may round to a hair above 1.
    let w = if w > 0.0 { w } else { 0.0 };
    let middle = value(w - BORDER / 2.0, &MIDDLE);
    let tail = value(w.sqrt() - 3.0, &TAIL);
    let factor = if w < BORDER { middle } else { tail };
    std::f32::consts::SQRT_2 * factor * (2.0 * u - 1.0)
}

/// Two polynomials, highest power first, as a quotient.
fn ratio(r: f64, above: &[f64; 8], below: &[f64; 8]) -> f64 {
    let value = |coefficients: &[f64; 8]| coefficients.iter().fold(0.0, |sum, c| sum * r + c);
    value(above) / value(below)
}

const CENTRE_ABOVE: [f64; 8] = [
    2.509_080_928_730_122_7e3,
    3.343_057_558_358_813e4,
    6.726_577_092_700_87e4,
    4.592_195_393_154_987e4,
    1.373_169_376_550_946e4,
    1.971_590_950_306_551_3e3,
    1.331_416_678_917_843_8e2,
    3.387_132_872_796_366_5,
];
const CENTRE_BELOW: [f64; 8] = [
    5.226_495_278_852_545e3,
    2.872_908_573_572_194_3e4,
    3.930_789_580_009_271e4,
    2.121_379_430_158_659_7e4,
    5.394_196_021_424_751e3,
    6.871_870_074_920_579e2,
    4.231_333_070_160_091e1,
    1.0,
];
const MIDDLE_ABOVE: [f64; 8] = [
    7.745_450_142_783_414e-4,
    2.272_384_498_926_918_4e-2,
    2.417_807_251_774_506e-1,
    1.270_458_252_452_368_4,
    3.647_848_324_763_204_5,
    5.769_497_221_460_691,
    4.630_337_846_156_546,
    1.423_437_110_749_683_5,
];
const MIDDLE_BELOW: [f64; 8] = [
    1.050_750_071_644_416_9e-9,
    5.475_938_084_995_345e-4,
    1.519_866_656_361_645_7e-2,
    1.481_039_764_274_800_8e-1,
    6.897_673_349_851e-1,
    1.676_384_830_183_803_8,
    2.053_191_626_637_759,
    1.0,
];
const TAIL_ABOVE: [f64; 8] = [
    2.010_334_399_292_288_1e-7,
    2.711_555_568_743_487_6e-5,
    1.242_660_947_388_078_4e-3,
    2.653_218_952_657_612_4e-2,
    2.965_605_718_285_048_7e-1,
    1.784_826_539_917_291_3,
    5.463_784_911_164_114,
    6.657_904_643_501_103,
];
const TAIL_BELOW: [f64; 8] = [
    2.044_263_103_389_939_8e-15,
    1.421_511_758_316_446e-7,
    1.846_318_317_510_054_8e-5,
    7.868_691_311_456_133e-4,
    1.487_536_129_085_061_5e-2,
    1.369_298_809_227_358e-1,
    5.998_322_065_558_88e-1,
    1.0,
];

/// Quantile of the Beta(2, 3) distribution for whole columns, in single precision.
///
/// For 0 < u < 1; absolute error below 10⁻⁶. The lower half solves x²(6 − 8x + 3x²) = u,
/// the upper half y³(4 − 3y) = 1 − u with x = 1 − y, each by Newton steps from the first
/// terms of its series.
#[inline(always)]
pub fn beta_2_3_quantile_fast(u: f32) -> f32 {
    const STEPS: u32 = 4;
    let is_low = u < 0.5;
    let rest = 1.0 - u;
    let root = (u / 6.0).sqrt();
    let cube_root = exp(ln(rest / 4.0) / 3.0);
    let mut v = if is_low {
        root * (1.0 + root * (2.0 / 3.0))
    } else {
        cube_root * (1.0 + cube_root / 4.0)
    };
    for _ in 0..STEPS {
        let w = 1.0 - v;
        let excess = if is_low {
            v * v * (6.0 + v * (3.0 * v - 8.0)) - u
        } else {
            v * v * v * (4.0 - 3.0 * v) - rest
        };
        let slope = 12.0 * v * w * if is_low { w } else { v };
        v -= excess / slope;
    }
    if is_low { v } else { 1.0 - v }
}

/// Quantile of the exponential distribution of mean 1: −ln(1 − u) for 0 ≤ u < 1
/// (absolute error below 3·10⁻⁷, or that in relative terms above 1).
#[inline(always)]
pub fn exponential_quantile(u: f32) -> f32 {
    -ln(1.0 - u)
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::distribution::{Beta, ContinuousCDF, Normal};

    #[test]
    fn exp_keeps_its_stated_error() {
        let mut worst: f64 = 0.0;
        for step in -870_000..=870_000 {
            let x = step as f32 * 1e-4;
            let exact = f64::from(x).exp();
            worst = worst.max((f64::from(exp(x)) / exact - 1.0).abs());
        }
        assert!(worst < 2e-7, "worst relative error {worst:e}");
        assert_eq!(exp(0.0), 1.0);
        assert!(exp(-1000.0) > 0.0 && exp(1000.0).is_finite());
    }

    #[test]
    fn ln_keeps_its_stated_error() {
        let mut worst: f64 = 0.0;
        for step in 0..2_000_000u32 {
            // From 2⁻⁶⁰ to 2⁶⁰ in even steps of the exponent.
            let x = 2f64.powf(-60.0 + 120.0 * f64::from(step) / 2e6) as f32;
            let exact = f64::from(x).ln();
            worst = worst.max((f64::from(ln(x)) - exact).abs() / exact.abs().max(1.0));
        }
        assert!(worst < 2e-7, "worst error {worst:e}");
        assert_eq!(ln(1.0), 0.0);
    }

    #[test]
    fn column_quantiles_keep_their_stated_errors() {
        let (mut normal, mut far, mut beta, mut exponential): (f64, f64, f64, f64) =
            Default::default();
        let tails = (0..33_000).map(|step| 2f64.powf(-f64::from(step) / 1000.0) as f32);
        let middle = (1..(1 << 20)).map(|step| step as f32 / (1 << 20) as f32);
        let ends = (1..2000u32).map(|step| 1.0 - step as f32 * f32::EPSILON / 2.0);
        for u in tails.skip(1).chain(middle).chain(ends) {
            let exact = normal_quantile(f64::from(u));
            let error = (f64::from(normal_quantile_fast(u)) - exact).abs();
            let error = error / exact.abs().max(0.5);
            if u < 2f32.powi(-24) {
                far = far.max(error);
            } else {
                normal = normal.max(error);
            }
            let exact = -(1.0 - f64::from(u)).ln();
            let error = (f64::from(exponential_quantile(u)) - exact).abs();
            exponential = exponential.max(error / exact.max(1.0));
            let exact = beta_2_3_quantile(f64::from(u));
            beta = beta.max((f64::from(beta_2_3_quantile_fast(u)) - exact).abs());
        }
        assert!(normal < 2e-6, "normal {normal:e}");
        assert!(far < 5e-4, "far {far:e}");
        assert!(beta < 1e-6, "beta {beta:e}");
        assert!(exponential < 3e-7, "exponential {exponential:e}");
        assert_eq!(normal_quantile_fast(0.5), 0.0);
    }

    #[test]
    fn chance_is_exact_for_small_hazards() {
        assert!((chance(1e-9) / 1e-9 - 1.0).abs() < 1e-8);
        assert_eq!(chance(0.0), 0.0);
        for step in 1..40_000 {
            let hazard = step as f32 * 1e-4;
            let exact = chance(f64::from(hazard));
            let error = f64::from(chance_small(hazard)) / exact - 1.0;
            assert!(error.abs() < 3e-7, "{hazard}: {error:e}");
        }
        assert_eq!(chance_small(1e-9), 1e-9);
        assert!((chance(1.0) - 0.632_120_558_828_557_7).abs() < 1e-15);
    }

    #[test]
    fn normal_quantile_inverts_the_distribution_function() {
        let normal = Normal::standard();
        for u in [1e-9, 1e-4, 0.01, 0.05, 0.3, 0.5, 0.7, 0.975, 0.9999, 1.0 - 1e-9] {
            let x = normal_quantile(u);
            assert!((normal.cdf(x) - u).abs() < 1e-9 * (1.0 + u / 1e-3), "{u}");
        }
        assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-12);
    }

    /// Quantile of the Beta(2, 3) distribution, whose distribution function is
    /// F(x) = 6x² − 8x³ + 3x⁴; by Newton steps held inside a bracket.
    fn beta_2_3_quantile(u: f64) -> f64 {
        let (mut low, mut high) = (0.0, 1.0);
        // Near 0 F is 6x²; the other end of the bracket catches the rest.
        let mut x = libm::sqrt(u / 6.0).min(0.9);
        for _ in 0..40 {
            let error = x * x * (6.0 + x * (-8.0 + 3.0 * x)) - u;
            if error > 0.0 {
                high = x;
            } else {
                low = x;
            }
            let slope = 12.0 * x * (1.0 - x) * (1.0 - x);
            let newton = x - error / slope;
            let next = if newton > low && newton < high { newton } else { (low + high) / 2.0 };
            if (next - x).abs() < 1e-12 {
                return next;
            }
            x = next;
        }
        x
    }

    #[test]
    fn beta_quantile_inverts_the_distribution_function() {
        let beta = Beta::new(2.0, 3.0).unwrap();
        for step in 1..1000 {
            let u = f64::from(step) / 1000.0;
            assert!((beta.cdf(beta_2_3_quantile(u)) - u).abs() < 1e-9, "{u}");
        }
        assert!(beta_2_3_quantile(0.0) < 1e-6);
        assert!(beta_2_3_quantile(1.0 - 6e-8) < 1.0);
    }
}
