//! The frame of the chart: its two axes with their texts, and the band under them.
//!
//! It knows how values become pixels and nothing of curves and crossings.

use super::axis::{LogAxis, MAX_TICKS, currency_sign, short};
use super::canvas::{Anchor, Kind, Role};
use super::labels::{Label, Rect, text_width};
use super::{BAND_CENTRE, BAND_HEIGHT, Crossover, PlotArea, Region, Size, plot_area, words};
use crate::approach::OptionId;
use crate::order::Within;

const TICK_GAP: f64 = 6.0;

/// Axes and edges.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub size: Size,
    pub area: PlotArea,
    pub volume: LogAxis,
    pub cost: LogAxis,
}

impl Frame {
    /// The frame of a chart, with as many ticks as their texts leave room for.
    pub fn new(scene: &Crossover, size: Size) -> Self {
        let area = plot_area(size);
        let (volume, cost) = (scene.volume_axis(), scene.cost_axis());
        let widest = volume.ticks().iter().map(|tick| text_width(&short(*tick), false)).fold(0.0, f64::max);
        let fitting = |axis: LogAxis, length: f64, each: f64| {
            let decade = length / axis.decades();
            let mut axis = axis;
            for ticks in (1..=MAX_TICKS).rev() {
                axis = axis.with_at_most(ticks);
                if axis.step() * decade >= each {
                    break;
                }
            }
            axis
        };
        let volume = fitting(volume, area.right - area.left, widest + 10.0);
        Self { size, area, volume, cost: fitting(cost, area.bottom - area.top, 18.0) }
    }

    pub fn x_of_share(&self, share: f64) -> f64 {
        self.area.left + share * (self.area.right - self.area.left)
    }

    pub fn y_of_share(&self, share: f64) -> f64 {
        self.area.bottom - share * (self.area.bottom - self.area.top)
    }

    pub fn x(&self, volume: f64) -> f64 {
        self.x_of_share(self.volume.share(volume))
    }

    pub fn y(&self, cost: f64) -> f64 {
        self.y_of_share(self.cost.share(cost))
    }

    pub fn point(&self, (volume, cost): (f64, f64)) -> (f64, f64) {
        (self.x(volume), self.y(cost))
    }

    pub fn values(&self, shares: &[(f64, f64)]) -> Vec<(f64, f64)> {
        shares.iter().map(|(volume, cost)| (self.volume.value(*volume), self.cost.value(*cost))).collect()
    }

    pub fn pixels(&self, shares: &[(f64, f64)]) -> Vec<(f64, f64)> {
        shares.iter().map(|(volume, cost)| (self.x_of_share(*volume), self.y_of_share(*cost))).collect()
    }

    fn ends(&self, region: &Region) -> Option<(f64, f64)> {
        let (from, to) = (self.x(region.from), self.x(region.to));
        (to - from >= 0.25).then_some((from, to))
    }

    /// The stretches under the axis.
    pub fn bands(&self, scene: &Crossover) -> Vec<(OptionId, Rect)> {
        let middle = self.area.bottom + BAND_CENTRE;
        let (top, bottom) = (middle - BAND_HEIGHT / 2.0, middle + BAND_HEIGHT / 2.0);
        let band = |region: &Region| {
            let (left, right) = self.ends(region)?;
            Some((*region.option.first()?, Rect { left, right, top, bottom }))
        };
        scene.regions.iter().filter_map(band).collect()
    }

    /// The texts of ticks and stretches.
    pub fn texts(&self, scene: &Crossover) -> Vec<Label> {
        let mut texts = self.volume_texts();
        texts.extend(self.cost_texts(&scene.labels.currency));
        texts.extend(scene.regions.iter().filter_map(|region| self.band_text(region)));
        texts
    }

    fn volume_texts(&self) -> Vec<Label> {
        let text = |tick: f64| {
            let text = short(tick);
            let half = text_width(&text, false) / 2.0;
            let x = self.x(tick).within(half, (self.size.width - half).max(half));
            Label::new(Role::plain(Kind::AxisText), text, (x, self.area.bottom + 16.0), Anchor::Middle)
        };
        self.volume.ticks().into_iter().map(text).collect()
    }

    /// Amounts carry their sign where it is common and all of them fit; otherwise the currency stands above them once.
    fn cost_texts(&self, currency: &str) -> Vec<Label> {
        let role = Role::plain(Kind::AxisText);
        let right = self.area.left - TICK_GAP;
        let ticks = self.cost.ticks();
        let sign = currency_sign(currency);
        let with_sign = |tick: &f64| format!("{}{}", sign.unwrap_or_default(), short(*tick));
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
        let from = (region.from > self.volume.low()).then(|| short(region.from));
        let to = (region.to < self.volume.high()).then(|| short(region.to));
        let texts = words::region(&region.option, from.as_deref(), to.as_deref());
        let text = texts.into_iter().find(|text| text_width(text, true) <= right - left - 8.0)?;
        Some(Label::new(role, text, (left, self.area.bottom + BAND_CENTRE + 25.0), Anchor::Start))
    }
}
