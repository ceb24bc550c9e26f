//! Distributions by their quantiles. Every draw is a quantile, so that draws are exact, ordered and free of rejection.

use crate::draw::Grid;
use crate::exponential::exp;

/// Cells in which the density of a PERT distribution is taken as even; its mean is right to 1e-5 of the range.
const CELLS: u32 = 256;

/// How a number is spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// The exponential of a normal number with this mean and standard deviation.
    Lognormal {
        /// Mean of the logarithm.
        mu: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// A beta distribution over the range with the mode where it is (weight 4).
    Pert {
        /// Lowest.
        min: f64,
        /// Likeliest.
        mode: f64,
        /// Highest.
        max: f64,
    },
    /// Straight up to the mode, straight down after it.
    Triangular {
        /// Lowest.
        min: f64,
        /// Likeliest.
        mode: f64,
        /// Highest.
        max: f64,
    },
    /// Even.
    Uniform {
        /// Lowest.
        min: f64,
        /// Highest.
        max: f64,
    },
}

impl Shape {
    /// Its quantiles on a grid, rising. `normals` are the grid's own.
    #[must_use]
    pub fn quantiles(self, grid: Grid, normals: &[f64]) -> Vec<f64> {
        match self {
            Shape::Lognormal { mu, sigma } => normals.iter().map(|z| exp(mu + sigma * z)).collect(),
            shape => shape.at(grid.shares()),
        }
    }

    /// Its quantiles at rising shares.
    #[must_use]
    pub fn at(self, shares: impl Iterator<Item = f64>) -> Vec<f64> {
        match self {
            Shape::Lognormal { mu, sigma } => shares.map(|share| exp(mu + sigma * normal_quantile(share))).collect(),
            Shape::Uniform { min, max } => shares.map(|share| min + share * (max - min)).collect(),
            Shape::Triangular { min, mode, max } => {
                let (width, rise, fall) = (max - min, mode - min, max - mode);
                let value = |share: f64| {
                    if share * width < rise {
                        min + (share * width * rise).sqrt()
                    } else {
                        max - ((1.0 - share) * width * fall).sqrt()
                    }
                };
                shares.map(value).collect()
            }
            Shape::Pert { min, mode, max } => {
                pert((mode - min) / (max - min), shares, |share| min + share * (max - min))
            }
        }
    }
}

/// Quantiles of the beta distribution on 0 to 1 with its mode at `mode`.
///
/// Cells are even in s with t = s²(3 - 2s), so that they are narrow at both ends.
fn pert(mode: f64, shares: impl Iterator<Item = f64>, scale: impl Fn(f64) -> f64) -> Vec<f64> {
    let (up, down) = (4.0 * mode, 4.0 * (1.0 - mode));
    let cell = 1.0 / f64::from(CELLS);
    let mut reached = 0.0;
    let cumulated: Vec<f64> = (0..CELLS)
        .map(|place| {
            let s = (f64::from(place) + 0.5) * cell;
            let (left, right) = (s * s * (3.0 - 2.0 * s), (1.0 - s) * (1.0 - s) * (1.0 + 2.0 * s));
            reached += libm::pow(left, up) * libm::pow(right, down) * s * (1.0 - s);
            reached
        })
        .collect();
    let mut cells = cumulated.iter().zip(0..CELLS).peekable();
    let mut start = 0.0;
    let quantile = |share: f64| {
        let wanted = share * reached;
        while let Some((end, _)) = cells.next_if(|(end, _)| **end < wanted) {
            start = *end;
        }
        let s = cells.peek().map_or(1.0, |(end, place)| {
            let within = if **end > start { (wanted - start) / (**end - start) } else { 0.0 };
            (f64::from(*place) + within) * cell
        });
        scale(s * s * (3.0 - 2.0 * s))
    };
    shares.map(quantile).collect()
}

#[inline]
fn polynomial<const N: usize>(x: f64, coefficients: [f64; N]) -> f64 {
    coefficients.into_iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

/// The standard normal quantile (Wichura 1988, algorithm AS 241, to 16 digits).
#[must_use]
pub fn normal_quantile(share: f64) -> f64 {
    let off = share - 0.5;
    if off.abs() <= 0.425 {
        let r = 0.180625 - off * off;
        return off
            * polynomial(
                r,
                [
                    3.387_132_872_796_366_5,
                    1.331_416_678_917_843_8e2,
                    1.971_590_950_306_551_3e3,
                    1.373_169_376_550_946e4,
                    4.592_195_393_154_987e4,
                    6.726_577_092_700_87e4,
                    3.343_057_558_358_813e4,
                    2.509_080_928_730_122_7e3,
                ],
            )
            / polynomial(
                r,
                [
                    1.0,
                    4.231_333_070_160_091e1,
                    6.871_870_074_920_579e2,
                    5.394_196_021_424_751e3,
                    2.121_379_430_158_659_7e4,
                    3.930_789_580_009_271e4,
                    2.872_908_573_572_194_3e4,
                    5.226_495_278_852_854e3,
                ],
            );
    }
    let tail = if off < 0.0 { share } else { 1.0 - share };
    let r = (-libm::log(tail)).sqrt();
    let size = if r <= 5.0 {
        polynomial(
            r - 1.6,
            [
                1.423_437_110_749_683_5,
                4.630_337_846_156_546,
                5.769_497_221_460_691,
                3.647_848_324_763_204_5,
                1.270_458_252_452_368_4,
                2.417_807_251_774_506e-1,
                2.272_384_498_926_918_4e-2,
                7.745_450_142_783_414e-4,
            ],
        ) / polynomial(
            r - 1.6,
            [
                1.0,
                2.053_191_626_637_759,
                1.676_384_830_183_803_8,
                6.897_673_349_851e-1,
                1.481_039_764_274_800_8e-1,
                1.519_866_656_361_645_7e-2,
                5.475_938_084_995_345e-4,
                1.050_750_071_644_416_9e-9,
            ],
        )
    } else {
        polynomial(
            r - 5.0,
            [
                6.657_904_643_501_103,
                5.463_784_911_164_114,
                1.784_826_539_917_291_3,
                2.965_605_718_285_048_7e-1,
                2.653_218_952_657_612_4e-2,
                1.242_660_947_388_078_4e-3,
                2.711_555_568_743_487_6e-5,
                2.010_334_399_292_288_1e-7,
            ],
        ) / polynomial(
            r - 5.0,
            [
                1.0,
                5.998_322_065_558_88e-1,
                1.369_298_809_227_358e-1,
                1.487_536_129_085_061_5e-2,
                7.868_691_311_456_133e-4,
                1.846_318_317_510_054_8e-5,
                1.421_511_758_316_446e-7,
                2.044_263_103_389_939_8e-15,
            ],
        )
    };
    if off < 0.0 { -size } else { size }
}
