//! The frame of a chart: its two axes with their texts, and the band under them.
//!
//! It knows how values become pixels and nothing of curves and crossings.

use super::axis::{MAX_TICKS, currency_sign, short, short_money};
use super::canvas::{Anchor, Kind, Role};
use super::labels::{Label, Rect, text_width};
use super::scale::Axis;
use super::{BAND_CENTRE, BAND_HEIGHT, PlotArea, Region, Size, words};
use crate::approach::OptionId;
use crate::order::Within;

const TICK_GAP: f64 = 6.0;

/// Axes and edges.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub size: Size,
    pub area: PlotArea,
    /// From left to right.
    pub across: Axis,
    /// From bottom to top.
    pub up: Axis,
}

/// The axis with as many ticks as have so much room each.
fn fitting(mut axis: Axis, length: f64, each: f64) -> Axis {
    for ticks in (1..=MAX_TICKS).rev() {
        axis = axis.with_at_most(ticks);
        match axis.ticks().as_slice() {
            [first, second, ..] if (axis.share(*second) - axis.share(*first)) * length < each => {}
            _ => break,
        }
    }
    axis
}

impl Frame {
    /// The frame of a chart, with as many ticks as their texts leave room for.
    pub fn new(size: Size, area: PlotArea, across: Axis, up: Axis) -> Self {
        let widest = across.ticks().iter().map(|tick| text_width(&short(*tick), false)).fold(0.0, f64::max);
        let across = fitting(across, area.right - area.left, widest + 10.0);
        Self { size, area, across, up: fitting(up, area.bottom - area.top, 18.0) }
    }

    pub fn x_of_share(&self, share: f64) -> f64 {
        self.area.left + share * (self.area.right - self.area.left)
    }

    pub fn y_of_share(&self, share: f64) -> f64 {
        self.area.bottom - share * (self.area.bottom - self.area.top)
    }

    pub fn x(&self, value: f64) -> f64 {
        self.x_of_share(self.across.share(value))
    }

    pub fn y(&self, value: f64) -> f64 {
        self.y_of_share(self.up.share(value))
    }

    pub fn point(&self, (across, up): (f64, f64)) -> (f64, f64) {
        (self.x(across), self.y(up))
    }

    pub fn values(&self, shares: &[(f64, f64)]) -> Vec<(f64, f64)> {
        shares.iter().map(|(across, up)| (self.across.value(*across), self.up.value(*up))).collect()
    }

    pub fn pixels(&self, shares: &[(f64, f64)]) -> Vec<(f64, f64)> {
        shares.iter().map(|(across, up)| (self.x_of_share(*across), self.y_of_share(*up))).collect()
    }

    fn ends(&self, region: &Region) -> Option<(f64, f64)> {
        let (from, to) = (self.x(region.from), self.x(region.to));
        (to - from >= 0.25).then_some((from, to))
    }

    /// The stretches under the axis.
    pub fn bands(&self, regions: &[Region]) -> Vec<(OptionId, Rect)> {
        let middle = self.area.bottom + BAND_CENTRE;
        let (top, bottom) = (middle - BAND_HEIGHT / 2.0, middle + BAND_HEIGHT / 2.0);
        let band = |region: &Region| {
            let (left, right) = self.ends(region)?;
            Some((*region.option.first()?, Rect { left, right, top, bottom }))
        };
        regions.iter().filter_map(band).collect()
    }

    /// The texts of the stretches.
    pub fn band_texts(&self, regions: &[Region]) -> Vec<Label> {
        regions.iter().filter_map(|region| self.band_text(region)).collect()
    }

    /// The texts of the ticks.
    pub fn axis_texts(&self, currency: &str) -> Vec<Label> {
        let mut texts = self.texts_below();
        texts.extend(self.texts_beside(currency));
        texts
    }

    fn texts_below(&self) -> Vec<Label> {
        let text = |tick: f64| {
            let text = short(tick);
            let half = text_width(&text, false) / 2.0;
            let x = self.x(tick).within(half, (self.size.width - half).max(half));
            Label::new(Role::plain(Kind::AxisText), text, (x, self.area.bottom + 16.0), Anchor::Middle)
        };
        self.across.ticks().into_iter().map(text).collect()
    }

    /// Amounts carry their sign where it is common and all of them fit; otherwise the currency stands above them once.
    fn texts_beside(&self, currency: &str) -> Vec<Label> {
        let role = Role::plain(Kind::AxisText);
        let right = self.area.left - TICK_GAP;
        let ticks = self.up.ticks();
        let sign = currency_sign(currency);
        let with_sign = |tick: &f64| short_money(currency, *tick);
        let fits = sign.is_some() && ticks.iter().all(|tick| text_width(&with_sign(tick), false) <= right);
        let text = |tick: &f64| {
            let text = if fits { with_sign(tick) } else { short(*tick) };
            Label::new(role, text, (right, self.y(*tick)), Anchor::End)
        };
        let mut texts: Vec<Label> = ticks.iter().map(text).collect();
        if !fits {
            let mut name: String = sign.unwrap_or(currency).to_owned();
            while text_width(&name, false) > right {
                name.pop();
            }
            texts.push(Label::new(role, name, (right, self.area.top - 18.0), Anchor::End));
        }
        texts
    }

    fn band_text(&self, region: &Region) -> Option<Label> {
        let (left, right) = self.ends(region)?;
        let role = Role::of(Kind::BandText, *region.option.first()?);
        let from = (region.from > self.across.low()).then(|| short(region.from));
        let to = (region.to < self.across.high()).then(|| short(region.to));
        let texts = words::region(&region.option, from.as_deref(), to.as_deref());
        let text = texts.into_iter().find(|text| text_width(text, true) <= right - left - 8.0)?;
        Some(Label::new(role, text, (left, self.area.bottom + BAND_CENTRE + 25.0), Anchor::Start))
    }
}
