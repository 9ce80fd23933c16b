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
/// In double precision, for events that are tested one at a time: small hazards
/// keep their full accuracy.
pub fn chance(hazard: f64) -> f64 {
    -libm::expm1(-hazard)
}

/// [`chance`] in single precision for whole columns (absolute error below 10⁻⁷).
#[inline(always)]
pub fn chance_fast(hazard: f32) -> f32 {
    1.0 - exp(-hazard)
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

/// Quantile of the Beta(2, 3) distribution, whose distribution function is
/// F(x) = 6x² − 8x³ + 3x⁴; by Newton steps held inside a bracket.
pub fn beta_2_3_quantile(u: f64) -> f64 {
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
        let next = if newton > low && newton < high {
            newton
        } else {
            (low + high) / 2.0
        };
        if (next - x).abs() < 1e-12 {
            return next;
        }
        x = next;
    }
    x
}

/// Quantile of the exponential distribution of mean 1: −ln(1 − u).
pub fn exponential_quantile(u: f64) -> f64 {
    -libm::log1p(-u)
}

/// Quantile of the binomial distribution: the smallest k whose distribution
/// function reaches u. Rises with u and with the probability.
pub fn binomial_quantile(u: f64, trials: u32, probability: f64) -> u32 {
    if probability >= 1.0 {
        return trials;
    }
    let odds = probability / (1.0 - probability);
    let mut mass = libm::pow(1.0 - probability, f64::from(trials));
    let mut cumulative = mass;
    let mut count = 0;
    while count < trials && u >= cumulative {
        mass *= odds * f64::from(trials - count) / f64::from(count + 1);
        cumulative += mass;
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::distribution::{Beta, Binomial, ContinuousCDF, DiscreteCDF, Normal};

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
    fn chance_is_exact_for_small_hazards() {
        assert!((chance(1e-9) / 1e-9 - 1.0).abs() < 1e-8);
        assert_eq!(chance(0.0), 0.0);
        assert!((chance(1.0) - 0.632_120_558_828_557_7).abs() < 1e-15);
    }

    #[test]
    fn normal_quantile_inverts_the_distribution_function() {
        let normal = Normal::standard();
        for u in [
            1e-9,
            1e-4,
            0.01,
            0.05,
            0.3,
            0.5,
            0.7,
            0.975,
            0.9999,
            1.0 - 1e-9,
        ] {
            let x = normal_quantile(u);
            assert!((normal.cdf(x) - u).abs() < 1e-9 * (1.0 + u / 1e-3), "{u}");
        }
        assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-12);
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

    #[test]
    fn binomial_quantile_inverts_the_distribution_function() {
        for trials in [1u32, 3, 7] {
            for probability in [0.05, 0.4, 0.95] {
                let binomial = Binomial::new(probability, u64::from(trials)).unwrap();
                for step in 0..200 {
                    let u = (f64::from(step) + 0.5) / 200.0;
                    let count = binomial_quantile(u, trials, probability);
                    assert!(binomial.cdf(u64::from(count)) >= u - 1e-12);
                    assert!(count == 0 || binomial.cdf(u64::from(count) - 1) <= u + 1e-12);
                }
            }
        }
    }
}
