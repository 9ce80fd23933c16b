//! Runs a function with the widest vectors that the machine has.
//!
//! The code is the same and rounds the same: no fused operations, no reordered
//! sums. So results do not depend on the machine, only speed does.

use std::sync::atomic::{AtomicU8, Ordering};

/// Work that is compiled once for each width of vectors.
pub trait VectorKernel {
    /// Does the work. Must be `#[inline(always)]`, as must all it calls in loops.
    fn run(self);
}

/// Widths of vectors, from narrow to wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Width {
    /// What every machine of the kind has.
    Portable = 0,
    /// 256 bits (AVX2).
    Bits256,
    /// 512 bits (AVX-512 F, VL, DQ and BW).
    Bits512,
}

/// The width in use, or [`UNKNOWN`] until the machine has been asked.
static IN_USE: AtomicU8 = AtomicU8::new(UNKNOWN);

const UNKNOWN: u8 = u8::MAX;

/// Uses vectors no wider than this from now on, in the whole process. For showing that
/// results do not depend on it; a run that is under way may use both.
pub fn limit(width: Width) {
    IN_USE.store(width.min(widest()) as u8, Ordering::Relaxed);
}

/// The width that is used on this machine.
// In line, the loop over random numbers was seen to lose half of its speed in narrow vectors.
#[inline(never)]
pub fn width() -> Width {
    // Asked several times for every week of a chunk, so one load has to do.
    match IN_USE.load(Ordering::Relaxed) {
        0 => Width::Portable,
        1 => Width::Bits256,
        2 => Width::Bits512,
        _ => detect(),
    }
}

/// Asks the machine, and keeps the answer unless somebody has set a limit meanwhile.
#[cold]
fn detect() -> Width {
    let widest = widest();
    let order = Ordering::Relaxed;
    match IN_USE.compare_exchange(UNKNOWN, widest as u8, order, order) {
        Ok(_) => widest,
        Err(_) => width(),
    }
}

/// The widest that the machine has.
fn widest() -> Width {
    #[cfg(target_arch = "x86_64")]
    {
        // With the wide vectors come instructions for single bits, which lists of rows use.
        let bits = std::arch::is_x86_feature_detected!("bmi1")
            && std::arch::is_x86_feature_detected!("bmi2")
            && std::arch::is_x86_feature_detected!("lzcnt")
            && std::arch::is_x86_feature_detected!("popcnt");
        if bits
            && std::arch::is_x86_feature_detected!("avx512f")
            && std::arch::is_x86_feature_detected!("avx512vl")
            && std::arch::is_x86_feature_detected!("avx512dq")
            && std::arch::is_x86_feature_detected!("avx512bw")
        {
            return Width::Bits512;
        }
        if bits && std::arch::is_x86_feature_detected!("avx2") {
            return Width::Bits256;
        }
    }
    Width::Portable
}

/// Does the work with the widest vectors there are.
pub fn run(kernel: impl VectorKernel) {
    match width() {
        #[cfg(target_arch = "x86_64")]
        // SAFETY: the features were just found on this machine.
        Width::Bits512 => unsafe { run_avx512(kernel) },
        #[cfg(target_arch = "x86_64")]
        // SAFETY: the feature was just found on this machine.
        Width::Bits256 => unsafe { run_avx2(kernel) },
        _ => kernel.run(),
    }
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw,bmi1,bmi2,lzcnt,popcnt")]
fn run_avx512(kernel: impl VectorKernel) {
    kernel.run();
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,bmi1,bmi2,lzcnt,popcnt")]
fn run_avx2(kernel: impl VectorKernel) {
    kernel.run();
}
