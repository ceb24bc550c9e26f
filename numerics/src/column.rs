//! A number in every draw: the same in all of them, or drawn. Arithmetic on whole columns keeps constants constant.

use std::borrow::Cow;

/// One number of the model over all draws.
#[derive(Clone, Debug, PartialEq)]
pub enum Column<'a> {
    /// The same in every draw.
    Constant(f64),
    /// Another in each.
    Drawn(Cow<'a, [f64]>),
}

use Column::{Constant, Drawn};

impl Default for Column<'_> {
    fn default() -> Self {
        Constant(0.0)
    }
}

impl<'a> Column<'a> {
    /// A column of drawn numbers.
    #[must_use]
    pub fn drawn(numbers: Vec<f64>) -> Self {
        Drawn(Cow::Owned(numbers))
    }

    /// The number that is the same in every draw, if it is.
    #[must_use]
    pub fn constant(&self) -> Option<f64> {
        match self {
            Constant(number) => Some(*number),
            Drawn(_) => None,
        }
    }

    /// The number in one draw.
    #[must_use]
    pub fn at(&self, draw: usize) -> f64 {
        match self {
            Constant(number) => *number,
            Drawn(numbers) => numbers.get(draw).copied().unwrap_or_default(),
        }
    }

    /// All numbers, written out.
    #[must_use]
    pub fn numbers(&self, draws: usize) -> Cow<'_, [f64]> {
        match self {
            Constant(number) => Cow::Owned(vec![*number; draws]),
            Drawn(numbers) => Cow::Borrowed(numbers),
        }
    }

    /// Every `step`-th draw.
    #[must_use]
    pub fn thinned(&self, step: usize) -> Column<'static> {
        match self {
            Constant(number) => Constant(*number),
            Drawn(numbers) => Column::drawn(numbers.iter().step_by(step.max(1)).copied().collect()),
        }
    }

    /// The same column, borrowed.
    #[must_use]
    pub fn borrowed(&self) -> Column<'_> {
        match self {
            Constant(number) => Constant(*number),
            Drawn(numbers) => Drawn(Cow::Borrowed(numbers)),
        }
    }

    #[inline]
    fn zip(self, other: &Column<'_>, combine: impl Fn(f64, f64) -> f64) -> Column<'a> {
        match (self, other) {
            (Constant(a), Constant(b)) => Constant(combine(a, *b)),
            (Constant(a), Drawn(b)) => Column::drawn(b.iter().map(|b| combine(a, *b)).collect()),
            (Drawn(Cow::Owned(mut a)), Constant(b)) => {
                a.iter_mut().for_each(|a| *a = combine(*a, *b));
                Column::drawn(a)
            }
            (Drawn(a), Constant(b)) => Column::drawn(a.iter().map(|a| combine(*a, *b)).collect()),
            (Drawn(Cow::Owned(mut a)), Drawn(b)) => {
                a.iter_mut().zip(b.iter()).for_each(|(a, b)| *a = combine(*a, *b));
                Column::drawn(a)
            }
            (Drawn(a), Drawn(b)) => Column::drawn(a.iter().zip(b.iter()).map(|(a, b)| combine(*a, *b)).collect()),
        }
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: &Column<'_>) -> Self {
        self.zip(other, |a, b| a + b)
    }

    /// The difference.
    #[must_use]
    pub fn minus(self, other: &Column<'_>) -> Self {
        self.zip(other, |a, b| a - b)
    }

    /// The product.
    #[must_use]
    pub fn times(self, other: &Column<'_>) -> Self {
        self.zip(other, |a, b| a * b)
    }

    /// The quotient.
    #[must_use]
    pub fn over(self, other: &Column<'_>) -> Self {
        self.zip(other, |a, b| a / b)
    }

    /// The larger of the two.
    #[must_use]
    pub fn at_least(self, other: &Column<'_>) -> Self {
        self.zip(other, |a, b| if a < b { b } else { a })
    }

    /// The smaller of the two.
    #[must_use]
    pub fn at_most(self, other: &Column<'_>) -> Self {
        self.zip(other, |a, b| if b < a { b } else { a })
    }

    /// Whole numbers, rounded down.
    #[must_use]
    pub fn floor(self) -> Self {
        self.zip(&Constant(0.0), |a, _| a.floor())
    }

    /// Whole numbers, rounded up.
    #[must_use]
    pub fn ceil(self) -> Self {
        self.zip(&Constant(0.0), |a, _| a.ceil())
    }
}
