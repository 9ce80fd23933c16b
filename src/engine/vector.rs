//! Runs a function with the widest vectors that the machine has.
//!
//! The code is the same and rounds the same: no fused operations, no reordered
//! sums. So results do not depend on the machine, only speed does.

/// Work that is compiled once for each width of vectors.
pub(crate) trait Work {
    /// Does the work. Must be `#[inline(always)]`, as must all it calls in loops.
    fn run(self);
}

/// Does the work with the widest vectors there are.
pub(crate) fn run(work: impl Work) {
    #[cfg(target_arch = "x86_64")]
    {
        if std::arch::is_x86_feature_detected!("avx512f")
            && std::arch::is_x86_feature_detected!("avx512vl")
            && std::arch::is_x86_feature_detected!("avx512dq")
            && std::arch::is_x86_feature_detected!("avx512bw")
        {
            // SAFETY: the features were just found on this machine.
            return unsafe { run_avx512(work) };
        }
        if std::arch::is_x86_feature_detected!("avx2") {
            // SAFETY: the feature was just found on this machine.
            return unsafe { run_avx2(work) };
        }
    }
    work.run();
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw")]
fn run_avx512(work: impl Work) {
    work.run();
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn run_avx2(work: impl Work) {
    work.run();
}
