//! Functions whose sensitivities are known, for tests.

use std::f64::consts::PI;

use rand_distr::{Distribution, StandardNormal};

use homeground_core::engine::random::Streams;

/// sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ over −π to π (Ishigami and Homma 1990).
pub fn ishigami(unit: &[f64]) -> f64 {
    let x: Vec<f64> = unit.iter().map(|u| PI * (2.0 * u - 1.0)).collect();
    x[0].sin() + 7.0 * x[1].sin().powi(2) + 0.1 * x[2].powi(4) * x[0].sin()
}

/// First-order and total indices of [`ishigami`], from its integrals.
pub fn ishigami_indices() -> ([f64; 3], [f64; 3]) {
    let (a, b) = (7.0, 0.1);
    let first = 0.5 * (1.0 + b * PI.powi(4) / 5.0).powi(2);
    let second = a * a / 8.0;
    let both = 8.0 * b * b * PI.powi(8) / 225.0;
    let variance = first + second + both;
    (
        [first / variance, second / variance, 0.0],
        [(first + both) / variance, second / variance, both / variance],
    )
}

/// Coefficients of Sobol's g with which indices were published.
pub const G_COEFFICIENTS: [f64; 8] = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0];

/// Π (|4 xᵢ − 2| + aᵢ) / (1 + aᵢ) (Sobol 1993; Saltelli and Sobol 1995).
pub fn sobol_g(unit: &[f64], coefficients: &[f64]) -> f64 {
    unit.iter().zip(coefficients).map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a)).product()
}

/// First-order and total indices of [`sobol_g`], from its integrals.
pub fn g_indices(coefficients: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let parts: Vec<f64> =
        coefficients.iter().map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a))).collect();
    let product: f64 = parts.iter().map(|part| 1.0 + part).product();
    let variance = product - 1.0;
    (
        parts.iter().map(|part| part / variance).collect(),
        parts.iter().map(|part| part * product / (1.0 + part) / variance).collect(),
    )
}

/// Inputs of the function of Morris.
pub const MORRIS_INPUTS: usize = 20;

/// wᵢ of the function of Morris: 2 (x − ½), and bent for inputs 3, 5 and 7.
pub fn morris_input(place: usize, x: f64) -> f64 {
    if [2, 4, 6].contains(&place) { 2.0 * (1.1 * x / (x + 0.1) - 0.5) } else { 2.0 * (x - 0.5) }
}

fn morris_single(i: usize) -> f64 {
    if i < 10 { 20.0 } else { sign(i + 1) }
}

fn morris_pair(i: usize, j: usize) -> f64 {
    if i < 6 && j < 6 { -15.0 } else { sign(i + j) }
}

fn sign(power: usize) -> f64 {
    if power.is_multiple_of(2) { 1.0 } else { -1.0 }
}

/// The function of Morris (1991, doi:10.1080/00401706.1991.10484804) in 20 inputs: inputs
/// 8 to 10 act alone, 1 to 7 with curvature or interactions, the others hardly. Small
/// coefficients, which he drew from a normal distribution, are (−1)ⁱ and (−1)ⁱ⁺ʲ as in
/// Saltelli et al. (2008).
pub fn morris(unit: &[f64]) -> f64 {
    let w: Vec<f64> = unit.iter().enumerate().map(|(place, x)| morris_input(place, *x)).collect();
    let mut sum = 0.0;
    for i in 0..MORRIS_INPUTS {
        sum += morris_single(i) * w[i];
        for j in i + 1..MORRIS_INPUTS {
            sum += morris_pair(i, j) * w[i] * w[j];
            for l in j + 1..5 {
                sum -= 10.0 * w[i] * w[j] * w[l];
                for s in l + 1..4 {
                    sum += 5.0 * w[i] * w[j] * w[l] * w[s];
                }
            }
        }
    }
    sum
}

/// Standard normal numbers.
pub fn noise(seed: u64) -> impl FnMut() -> f64 {
    let mut sequence = Streams::new(seed, 1, 1).sequence(0);
    move || StandardNormal.sample(&mut sequence)
}
