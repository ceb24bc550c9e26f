//! The crossover chart: monthly cost of each option by volume, on two logarithmic axes. The chart over months is in
//! [`timeline`].
//!
//! Here are the data to draw and the geometry that the page shares with the chart. Everything is in CSS pixels of the
//! chart's own size. No cost is computed here, nothing knows of the web, and the words are in `words`.

pub mod axis;
#[cfg(feature = "page")]
pub mod bars;
#[cfg(feature = "page")]
pub mod bill;
pub mod canvas;
mod crossover;
mod frame;
pub mod labels;
mod layout;
#[cfg(feature = "page")]
pub mod linear;
mod pen;
#[cfg(feature = "page")]
pub mod price_map;
mod sample;
pub mod scale;
mod scene;
#[cfg(feature = "page")]
mod sheet;
pub mod svg;
#[cfg(feature = "page")]
pub mod timeline;
mod trace;
#[cfg(whole)]
pub mod wardley;
mod words;

pub use crossover::{Drawing, draw, drawing};
pub use layout::{Bracket, Diamond, FLAG_BOTTOM, Flag, Layout, Marker, Segment};
pub use pen::Failure;
pub use sample::{Facts, Sampled};
pub use scene::scene;

use crate::approach::OptionId;
use crate::format::Locale;
use crate::order::Within;
use axis::LogAxis;

/// Drawing units for each CSS pixel: plotters knows whole units only, so that a crossing is exact to 1/8 px.
pub const SCALE: f64 = 8.0;
/// From this width on, curves are named in the right margin.
pub const WIDE: f64 = 600.0;
/// Size of all text in CSS pixels.
pub const FONT_SIZE: f64 = 12.0;
/// How far below the x axis the middle of the band with the cheapest options is: the range input lies on it.
pub const BAND_CENTRE: f64 = 38.0;
/// Height of that band.
pub const BAND_HEIGHT: f64 = 8.0;

/// Space around the plot, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// For the text of the cost axis.
    pub left: f64,
    /// For the names of the curves, where there is room.
    pub right: f64,
    /// For the flag with the reader's volume.
    pub top: f64,
    /// For the text of the volume axis, the band and its text.
    pub bottom: f64,
}

/// Margins from [`WIDE`] on. `www/chart.css` repeats them.
pub const WIDE_MARGINS: Margins = Margins { left: 56.0, right: 96.0, top: 34.0, bottom: 72.0 };
/// Margins below [`WIDE`]. `www/chart.css` repeats them.
pub const NARROW_MARGINS: Margins = Margins { left: 48.0, right: 14.0, top: 34.0, bottom: 72.0 };

/// Size of the whole chart in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width, at least 160.
    pub width: f64,
    /// Height, at least 200.
    pub height: f64,
}

impl Size {
    /// A size that can be drawn: too small, too large and not a number are corrected.
    #[must_use]
    pub fn new(width: f64, height: f64) -> Self {
        let within = |value: f64, min: f64| if value.is_finite() { value.within(min, 8000.0) } else { min };
        Self { width: within(width, 160.0), height: within(height, 200.0) }
    }

    /// The size that belongs to a width.
    #[must_use]
    pub fn of_width(width: f64) -> Self {
        Self::new(width, height_for(width))
    }

    /// Whether curves are named in the right margin.
    #[must_use]
    pub fn is_wide(self) -> bool {
        self.width >= WIDE
    }

    /// The margins of this size.
    #[must_use]
    pub fn margins(self) -> Margins {
        if self.is_wide() { WIDE_MARGINS } else { NARROW_MARGINS }
    }
}

/// Height for a width: 4:3 when narrow, 16:9 when wide, in bounds that keep curves legible and the page short.
#[must_use]
pub fn height_for(width: f64) -> f64 {
    if width >= WIDE {
        libm::round(width * 9.0 / 16.0).within(360.0, 460.0)
    } else {
        (width * 0.75).within(290.0, 360.0)
    }
}

/// The edges of the plot in CSS pixels from the chart's top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlotArea {
    /// Where the volume axis begins.
    pub left: f64,
    /// Where the volume axis ends.
    pub right: f64,
    /// Where the cost axis ends.
    pub top: f64,
    /// Where the cost axis begins.
    pub bottom: f64,
}

/// Where the plot lies in a chart of this size.
#[must_use]
pub fn plot_area(size: Size) -> PlotArea {
    let margins = size.margins();
    PlotArea {
        left: margins.left,
        right: size.width - margins.right,
        top: margins.top,
        bottom: size.height - margins.bottom,
    }
}

/// How the costs of two options pass each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// They are equal at this volume.
    Equal,
    /// One jumps over the other, because it comes in whole machines or tiers.
    Jump,
}

/// A volume at which the cheaper of two options changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Units per month.
    pub volume: f64,
    /// Money per month; at a jump, where the mark is to be.
    pub cost: f64,
    /// Equal cost or a jump.
    pub kind: MarkKind,
    /// Whether the cheapest of all options changes here, not only of the pair.
    pub on_envelope: bool,
    /// The option that comes first on the spectrum.
    pub a: OptionId,
    /// The other one.
    pub b: OptionId,
}

/// A stretch of volume with its cheapest option; several when they tie.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// The cheapest.
    pub option: Vec<OptionId>,
}

/// One option's cost as a polyline, dense enough that straight lines between its points look smooth on log axes.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveSeries {
    /// Whose cost it is.
    pub option: OptionId,
    /// Volume and cost, by volume; a step is two points at one volume. Over time: month and money.
    pub points: Vec<(f64, f64)>,
}

/// Between which costs one option lies in nine of ten cases, by volume or by month.
#[cfg(feature = "page")]
#[derive(Clone, Debug, PartialEq)]
pub struct SpreadSeries {
    /// Whose cost it is.
    pub option: OptionId,
    /// Volume or month, and cost along the lower edge.
    pub low: Vec<(f64, f64)>,
    /// Along the upper edge.
    pub high: Vec<(f64, f64)>,
}

/// The reader's own volume.
#[derive(Clone, Debug, PartialEq)]
pub struct Here {
    /// Units per month.
    pub volume: f64,
    /// What each option costs there.
    pub costs: Vec<(OptionId, f64)>,
}

/// What the axes count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisLabels {
    /// Currency code such as `USD`.
    pub currency: String,
    /// What one unit of volume is, in the plural.
    pub units: String,
    /// How figures are written.
    pub locale: Locale,
}

impl Default for AxisLabels {
    fn default() -> Self {
        Self { currency: "USD".to_owned(), units: "predictions".to_owned(), locale: Locale::EN }
    }
}

/// Everything the chart shows, as plain data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Crossover {
    /// First and last volume on the axis; see [`axis::volume_range`].
    pub volume_range: (f64, f64),
    /// First and last cost on the axis; see [`axis::cost_range`].
    pub cost_range: (f64, f64),
    /// The curves, in the order of the spectrum.
    pub curves: Vec<CurveSeries>,
    /// Where pairs cross, by volume.
    pub crossings: Vec<Mark>,
    /// Which option is cheapest where, from left to right.
    pub regions: Vec<Region>,
    /// The reader's volume, if there is one.
    pub here: Option<Here>,
    /// Where the article expects API and fine-tuning to cross; only for the unit it means.
    pub usual_band: Option<(f64, f64)>,
    /// Between which volumes the crossing lies when inputs are ranges.
    pub crossing_range: Option<(f64, f64)>,
    /// Between which costs each option lies when inputs are ranges; drawn on the page only.
    #[cfg(feature = "page")]
    pub spreads: Vec<SpreadSeries>,
    /// What the axes count.
    pub labels: AxisLabels,
}

impl Crossover {
    /// The volume axis.
    #[must_use]
    pub fn volume_axis(&self) -> LogAxis {
        LogAxis::new(self.volume_range.0, self.volume_range.1)
    }

    /// The cost axis.
    #[must_use]
    pub fn cost_axis(&self) -> LogAxis {
        LogAxis::new(self.cost_range.0, self.cost_range.1)
    }
}

/// The volume under a pointer: `x` in CSS pixels from the chart's left edge, the result to three significant digits
/// and never outside the axis.
#[must_use]
pub fn volume_at(scene: &Crossover, size: Size, x: f64) -> f64 {
    let (area, axis) = (plot_area(size), scene.volume_axis());
    let share = if x.is_finite() { ((x - area.left) / (area.right - area.left)).within(0.0, 1.0) } else { 0.0 };
    axis::three_digits(axis.value(share)).within(axis.low(), axis.high())
}

/// Where a volume lies, in CSS pixels from the chart's left edge.
#[must_use]
pub fn x_of(scene: &Crossover, size: Size, volume: f64) -> f64 {
    let area = plot_area(size);
    area.left + scene.volume_axis().share(volume) * (area.right - area.left)
}
