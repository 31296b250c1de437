//! A function of an index in, a vector or a sum out: computed in parallel, the same bits for any thread count.
//!
//! Floating-point addition depends on its order, so work is cut into chunks whose bounds depend on its size alone,
//! each chunk is added up from its start, and the chunks are added up in order.

use rayon::prelude::*;

/// Long enough to be worth sending to another thread, short enough to share out evenly.
const CHUNK: usize = 2048;

/// `[each(0), each(1), …]`.
pub(crate) fn fill<T: Send>(length: usize, each: impl Fn(usize) -> T + Sync + Send) -> Vec<T> {
    if length <= CHUNK {
        return (0..length).map(each).collect();
    }
    (0..length)
        .into_par_iter()
        .with_min_len(CHUNK)
        .map(each)
        .collect()
}

/// `each(0) + each(1) + …`.
pub(crate) fn sum(length: usize, each: impl Fn(usize) -> f64 + Sync + Send) -> f64 {
    let bounds = |chunk: usize| chunk * CHUNK..length.min((chunk + 1) * CHUNK);
    let chunks = length.div_ceil(CHUNK);
    if chunks <= 1 {
        return (0..length).map(each).sum();
    }
    let parts: Vec<f64> = (0..chunks)
        .into_par_iter()
        .map(|chunk| bounds(chunk).map(&each).sum::<f64>())
        .collect();
    parts.into_iter().sum()
}

/// Cuts `0..length` into at most `parts` ranges of equal length, by the length alone.
pub(crate) fn ranges(length: usize, parts: usize) -> Vec<std::ops::Range<usize>> {
    let size = length.div_ceil(parts.max(1)).max(1);
    (0..length)
        .step_by(size)
        .map(|start| start..length.min(start + size))
        .collect()
}

/// `total[i] += part[i]` for every `i`.
pub(crate) fn add_to(total: &mut [f64], part: &[f64]) {
    for (total, part) in total.iter_mut().zip(part) {
        *total += part;
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// What `work` gives on that many threads.
    pub(crate) fn on_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
        rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap()
            .install(work)
    }

    #[test]
    fn a_sum_has_the_same_bits_on_one_thread_and_on_five() {
        let each = |i: usize| 1.0 / (i as f64 + 0.3);
        let one = on_threads(1, || sum(100_000, each));
        assert_eq!(one.to_bits(), on_threads(5, || sum(100_000, each)).to_bits());
    }

    #[test]
    fn ranges_cover_everything_once() {
        for (length, parts) in [(0, 4), (1, 4), (10, 3), (100, 7)] {
            let all: Vec<usize> = ranges(length, parts).into_iter().flatten().collect();
            assert_eq!(all, (0..length).collect::<Vec<_>>());
            assert!(ranges(length, parts).len() <= parts);
        }
    }
}
