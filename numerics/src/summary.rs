//! What many draws come to: means, who is cheapest how often, and what knowing one input first would save.

use crate::column::Column;

/// Most options that are compared.
pub const MOST_OPTIONS: usize = 5;
/// Most bins of [`binned_minimum`].
pub const MOST_BINS: u32 = 32;

/// The mean of a column.
#[must_use]
pub fn mean(column: &Column) -> f64 {
    match column {
        Column::Constant(number) => *number,
        Column::Drawn(numbers) => numbers.iter().sum::<f64>() / numbers.len() as f64,
    }
}

/// Who is cheapest in how many draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Cheapest {
    /// Share of the draws for each option; a draw in which several tie is split between them.
    pub shares: Vec<f64>,
    /// Mean over the draws of the least cost.
    pub mean_least: f64,
}

/// Compares the costs of at most [`MOST_OPTIONS`] options draw by draw; costs that differ by rounding only are a tie.
#[must_use]
pub fn cheapest(columns: &[Column], draws: usize) -> Cheapest {
    let draws = if columns.iter().any(|column| column.constant().is_none()) { draws } else { 1 };
    let costs: Vec<_> = columns.iter().take(MOST_OPTIONS).map(|column| column.numbers(draws)).collect();
    let mut rest = costs.iter();
    let mut least: Vec<f64> = rest.next().map_or_else(Vec::new, |first| first.to_vec());
    for column in rest {
        let pairs = least.iter_mut().zip(column.iter());
        pairs.for_each(|(least, cost)| *least = if *cost < *least { *cost } else { *least });
    }
    let mut winners: Vec<u8> = vec![0; draws];
    for (place, column) in costs.iter().enumerate() {
        let draws = winners.iter_mut().zip(column.iter().zip(&least));
        draws.for_each(|(winners, (cost, least))| *winners |= u8::from(cost - least <= 1e-9 * cost) << place);
    }
    let mut counts = [0_u32; 1 << MOST_OPTIONS];
    for set in winners {
        if let Some(count) = counts.get_mut(usize::from(set) % (1 << MOST_OPTIONS)) {
            *count += 1;
        }
    }
    let wins_all = |place: &usize| counts.iter().enumerate().all(|(set, count)| *count == 0 || set >> place & 1 == 1);
    let winner = (0..costs.len()).find(wins_all).and_then(|place| columns.get(place));
    let mean_least = winner.map_or_else(|| mean(&Column::drawn(least)), mean);
    // Sixty parts for each draw can be split between up to five without a rest.
    let share = |place: usize| {
        let sets = counts.iter().enumerate().filter(|(set, _)| set >> place & 1 == 1);
        let parts = sets.map(|(set, count)| u64::from(*count) * u64::from(60 / set.count_ones()));
        parts.sum::<u64>() as f64 / (60 * draws.max(1)) as f64
    };
    Cheapest { shares: (0..costs.len()).map(share).collect(), mean_least }
}

/// The mean cost when the option is chosen with one input known to its bin, for so many bins of equal size: the
/// sorted-bins estimator. `slices` are the ranks of the input.
#[must_use]
pub fn binned_minimum(slices: &[u32], bins: u32, costs: &[Column]) -> f64 {
    let bins = bins.clamp(1, MOST_BINS);
    let factor = (u64::from(bins) << 32).div_ceil(slices.len().max(1) as u64);
    let bin = |slice: u32| ((u64::from(slice) * factor) >> 32) as usize % MOST_BINS as usize;
    let mut least = [f64::INFINITY; MOST_BINS as usize];
    for column in costs {
        let mut sums = [0.0; MOST_BINS as usize];
        let mut add = |slice: u32, cost: f64| {
            if let Some(sum) = sums.get_mut(bin(slice)) {
                *sum += cost;
            }
        };
        match column {
            Column::Constant(cost) => slices.iter().for_each(|slice| add(*slice, *cost)),
            Column::Drawn(costs) => {
                slices.iter().zip(costs.iter()).for_each(|(slice, cost)| add(*slice, *cost));
            }
        }
        least.iter_mut().zip(sums).for_each(|(least, sum)| *least = if sum < *least { sum } else { *least });
    }
    least.iter().take(bins as usize).sum::<f64>() / slices.len().max(1) as f64
}
