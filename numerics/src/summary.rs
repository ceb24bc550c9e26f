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
    let columns = columns.get(..MOST_OPTIONS).unwrap_or(columns);
    let draws = if columns.iter().any(|column| column.constant().is_none()) { draws } else { 1 };
    let mut counts = [0_u32; 1 << MOST_OPTIONS];
    let mut sum = 0.0;
    for draw in 0..draws {
        let mut least = f64::INFINITY;
        for column in columns {
            let cost = column.at(draw);
            least = if cost < least { cost } else { least };
        }
        let mut winners = 0;
        for (place, column) in columns.iter().enumerate() {
            let cost = column.at(draw);
            winners |= usize::from(cost - least <= 1e-9 * cost) << place;
        }
        if let Some(count) = counts.get_mut(winners % (1 << MOST_OPTIONS)) {
            *count += 1;
        }
        sum += least;
    }
    let wins_all = |place: &usize| counts.iter().enumerate().all(|(set, count)| *count == 0 || set >> place & 1 == 1);
    let winner = (0..columns.len()).find(wins_all).and_then(|place| columns.get(place));
    // Sixty parts for each draw can be split between up to five without a rest.
    let share = |place: usize| {
        let sets = counts.iter().enumerate().filter(|(set, _)| set >> place & 1 == 1);
        let parts = sets.map(|(set, count)| u64::from(*count) * u64::from(60 / set.count_ones()));
        parts.sum::<u64>() as f64 / (60 * draws.max(1)) as f64
    };
    Cheapest {
        shares: (0..columns.len()).map(share).collect(),
        // The very sum of its own costs, where one is cheapest in every draw.
        mean_least: winner.map_or(sum / draws.max(1) as f64, mean),
    }
}

/// The mean cost when the option is chosen with one input known to its bin, for so many bins of equal size: the
/// sorted-bins estimator. `slices` are the ranks of the input.
#[must_use]
pub fn binned_minimum(slices: &[u32], bins: u32, columns: &[Column]) -> f64 {
    const BINS: usize = MOST_BINS as usize;
    let columns = columns.get(..MOST_OPTIONS).unwrap_or(columns);
    let factor = (u64::from(bins.clamp(1, MOST_BINS)) << 32).div_ceil(slices.len().max(1) as u64);
    let mut sums = [[0.0; MOST_OPTIONS]; BINS];
    for (draw, slice) in slices.iter().enumerate() {
        let bin = ((u64::from(*slice) * factor) >> 32) as usize % BINS;
        if let Some(sums) = sums.get_mut(bin) {
            sums.iter_mut().zip(columns).for_each(|(sum, column)| *sum += column.at(draw));
        }
    }
    let least = |sums: &[f64; MOST_OPTIONS]| {
        sums.iter().zip(columns).fold(f64::INFINITY, |least, (sum, _)| if *sum < least { *sum } else { least })
    };
    sums.iter().map(least).sum::<f64>() / slices.len().max(1) as f64
}
