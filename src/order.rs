//! Sorting by a number, once for all types, and keeping a number within bounds.
//!
//! The standard library's sorts take 3 to 5 KB of WebAssembly for each type that they are used with; `f64::clamp` can panic
//! and brings all the code that writes floats.

/// A number kept within bounds.
pub trait Within {
    /// The nearest number that is not below `low` and not above `high`; `high` where the bounds are the wrong way round.
    #[must_use]
    fn within(self, low: f64, high: f64) -> f64;
}

impl Within for f64 {
    fn within(self, low: f64, high: f64) -> f64 {
        self.max(low).min(high)
    }
}

/// The list in rising order of a key; equal keys keep their order.
#[must_use]
pub fn by<T>(list: Vec<T>, key: impl Fn(&T) -> f64) -> Vec<T> {
    let mut keys: Vec<(f64, usize)> = list.iter().enumerate().map(|(place, item)| (key(item), place)).collect();
    sort(&mut keys);
    let mut items: Vec<Option<T>> = list.into_iter().map(Some).collect();
    keys.iter().filter_map(|(_, place)| items.get_mut(*place)?.take()).collect()
}

/// Numbers in rising order.
#[must_use]
pub fn numbers(list: Vec<f64>) -> Vec<f64> {
    by(list, |number| *number)
}

#[inline(never)]
fn sort(keys: &mut [(f64, usize)]) {
    keys.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let list = vec![(2.0, 'a'), (1.0, 'b'), (2.0, 'c'), (-0.5, 'd')];
        assert_eq!(by(list, |item| item.0), [(-0.5, 'd'), (1.0, 'b'), (2.0, 'a'), (2.0, 'c')]);
    }
}
