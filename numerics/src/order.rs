//! The order of many numbers as far as it is asked for: which is the n-th, how many lie up to an edge.
//!
//! Numbers are sorted into buckets by their leading bits, which for a float is by its logarithm; only a bucket that is
//! asked for is sorted. Numbers are not negative; infinite ones stand for "never" and rank last.

use crate::column::Column;

const BUCKETS: u32 = 1024;

/// Numbers by buckets.
#[derive(Clone, Debug)]
pub struct Order {
    /// The bits of finite numbers, bucket after bucket.
    bits: Vec<u64>,
    /// Where each bucket ends.
    ends: Vec<u32>,
    /// Leading bits of the smallest number.
    low: u32,
    /// Places to shift before it is a bucket's number.
    shift: u32,
    /// All numbers, infinite ones included.
    draws: usize,
    /// One number stands for all draws.
    alone: bool,
}

fn leading(number: f64) -> u32 {
    (number.to_bits() >> 32) as u32
}

impl Order {
    /// The order of a column with so many draws.
    #[must_use]
    pub fn of(column: &Column, draws: usize) -> Self {
        match column {
            Column::Constant(number) => Self { draws, alone: true, ..Self::of_numbers(std::slice::from_ref(number)) },
            Column::Drawn(numbers) => Self::of_numbers(numbers),
        }
    }

    fn of_numbers(numbers: &[f64]) -> Self {
        let (mut low, mut high, mut finite) = (u32::MAX, 0, 0_usize);
        for number in numbers.iter().filter(|number| number.is_finite()) {
            let key = leading(*number);
            (low, high, finite) = (low.min(key), high.max(key), finite + 1);
        }
        let low = low.min(high);
        let shift = (u32::BITS - (high - low).leading_zeros()).saturating_sub(BUCKETS.ilog2());
        let mut ends: Vec<u32> = vec![0; BUCKETS as usize];
        for number in numbers.iter().filter(|number| number.is_finite()) {
            if let Some(count) = ends.get_mut(((leading(*number) - low) >> shift) as usize) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for end in &mut ends {
            let start = sum;
            sum += *end;
            *end = start;
        }
        let mut bits: Vec<u64> = vec![0; finite];
        for number in numbers.iter().filter(|number| number.is_finite()) {
            if let Some(end) = ends.get_mut(((leading(*number) - low) >> shift) as usize)
                && let Some(slot) = bits.get_mut(*end as usize)
            {
                *slot = number.to_bits();
                *end += 1;
            }
        }
        Self { bits, ends, low, shift, draws: numbers.len(), alone: false }
    }

    /// How many draws have a finite number.
    #[must_use]
    pub fn finite(&self) -> usize {
        if self.alone { self.draws * self.bits.len() } else { self.bits.len() }
    }

    fn range(&self, bucket: usize) -> (usize, usize) {
        let end = |bucket: usize| self.ends.get(bucket).map_or(0, |end| *end as usize);
        (bucket.checked_sub(1).map_or(0, end), end(bucket))
    }

    /// The smallest number that so large a share of the draws do not exceed; infinite where that is "never".
    pub fn at(&mut self, share: f64) -> f64 {
        match self.bits.as_slice() {
            [] => return f64::INFINITY,
            [only] if self.alone => return f64::from_bits(*only),
            _ => {}
        }
        let place = ((share * self.draws as f64 - 1e-9).ceil() as usize).max(1).min(self.draws.max(1)) - 1;
        let bucket = self.ends.partition_point(|end| *end as usize <= place);
        let (start, end) = self.range(bucket);
        let Some(members) = self.bits.get_mut(start..end) else { return f64::INFINITY };
        f64::from_bits(nth(members, place - start))
    }

    /// How many draws have a number up to an edge.
    #[must_use]
    pub fn count_up_to(&self, edge: f64) -> usize {
        let bucket = leading(edge).checked_sub(self.low).map(|key| (key >> self.shift) as usize);
        let count = bucket.map_or(0, |bucket| {
            let (start, end) = if bucket < self.ends.len() { self.range(bucket) } else { (self.bits.len(), 0) };
            let members = self.bits.get(start..end.max(start)).unwrap_or_default();
            start + members.iter().filter(|bits| f64::from_bits(**bits) <= edge).count()
        });
        if self.alone { count * self.draws } else { count }
    }
}

/// The n-th smallest number of a list, which is left partly sorted: quickselect, in a tenth of the code of a sort.
fn nth(mut list: &mut [u64], mut n: usize) -> u64 {
    loop {
        let at = |place: usize| list.get(place).copied().unwrap_or_default();
        let (a, b, c) = (at(0), at(list.len() / 2), at(list.len().saturating_sub(1)));
        let middle = a.max(b).min(a.min(b).max(c));
        // Smaller ones to the front, then those that are equal.
        let (mut smaller, mut not_larger) = (0, 0);
        for place in 0..list.len() {
            let Some(value) = list.get(place).copied() else { break };
            if value <= middle {
                list.swap(place, not_larger);
                if value < middle {
                    list.swap(not_larger, smaller);
                    smaller += 1;
                }
                not_larger += 1;
            }
        }
        if n < smaller {
            list = list.get_mut(..smaller).unwrap_or_default();
        } else if n < not_larger || list.is_empty() {
            return middle;
        } else {
            n -= not_larger;
            list = list.get_mut(not_larger..).unwrap_or_default();
        }
    }
}
