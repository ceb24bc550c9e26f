//! A number in every draw: the same in all of them, or drawn. Arithmetic on whole columns keeps constants constant.

use std::rc::Rc;

/// One number of the model over all draws.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    /// The same in every draw.
    Constant(f64),
    /// Another in each.
    Drawn(Rc<Vec<f64>>),
}

use Column::{Constant, Drawn};

impl Default for Column {
    fn default() -> Self {
        Constant(0.0)
    }
}

impl Column {
    /// A column of drawn numbers.
    #[must_use]
    pub fn drawn(numbers: Vec<f64>) -> Self {
        Drawn(Rc::new(numbers))
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
    pub fn numbers(&self, draws: usize) -> Rc<Vec<f64>> {
        match self {
            Constant(number) => Rc::new(vec![*number; draws]),
            Drawn(numbers) => Rc::clone(numbers),
        }
    }

    /// Every `step`-th draw.
    #[must_use]
    pub fn thinned(&self, step: usize) -> Self {
        match self {
            Drawn(numbers) if step > 1 => Self::drawn(numbers.iter().step_by(step).copied().collect()),
            same => same.clone(),
        }
    }

    #[inline]
    fn zip(&self, other: &Self, combine: impl Fn(f64, f64) -> f64) -> Self {
        match (self, other) {
            (Constant(a), Constant(b)) => Constant(combine(*a, *b)),
            (Constant(a), Drawn(b)) => Self::drawn(b.iter().map(|b| combine(*a, *b)).collect()),
            (Drawn(a), Constant(b)) => Self::drawn(a.iter().map(|a| combine(*a, *b)).collect()),
            (Drawn(a), Drawn(b)) => Self::drawn(a.iter().zip(b.iter()).map(|(a, b)| combine(*a, *b)).collect()),
        }
    }

    /// Any combination, in one piece of code for all: for what is rarely drawn.
    #[must_use]
    #[inline(never)]
    pub fn with(&self, other: &Self, combine: fn(f64, f64) -> f64) -> Self {
        self.zip(other, combine)
    }

    /// The sum.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        self.unless(other, 0.0).unwrap_or_else(|| self.zip(other, |a, b| a + b))
    }

    /// The product.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        self.unless(other, 1.0).unwrap_or_else(|| self.zip(other, |a, b| a * b))
    }

    /// The drawn one of the two where the other is the same number everywhere, the one that changes nothing: no draw is
    /// touched.
    fn unless(&self, other: &Self, neutral: f64) -> Option<Self> {
        match (self, other) {
            (Drawn(_), Constant(number)) if *number == neutral => Some(self.clone()),
            (Constant(number), Drawn(_)) if *number == neutral => Some(other.clone()),
            _ => None,
        }
    }

    /// The quotient.
    #[must_use]
    pub fn over(&self, other: &Self) -> Self {
        self.zip(other, |a, b| a / b)
    }

    /// The difference.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        self.plus(&other.times(&Constant(-1.0)))
    }

    /// The larger of the two.
    #[must_use]
    pub fn at_least(&self, other: &Self) -> Self {
        self.with(other, |a, b| if a < b { b } else { a })
    }

    /// The smaller of the two.
    #[must_use]
    pub fn at_most(&self, other: &Self) -> Self {
        self.with(other, |a, b| if b < a { b } else { a })
    }

    /// Whole numbers, rounded down.
    #[must_use]
    pub fn floor(&self) -> Self {
        self.with(&Constant(0.0), |a, _| a.floor())
    }

    /// Whole numbers, rounded up.
    #[must_use]
    pub fn ceil(&self) -> Self {
        self.with(&Constant(0.0), |a, _| a.ceil())
    }
}
