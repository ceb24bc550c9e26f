//! The map of which option is cheapest by volume and by the API's price, on two logarithmic axes.
//!
//! Borders are the engine's. Every region carries the name of its option, or its letter where there is no room, so
//! that none is told by its colour alone.

use super::axis::{LogAxis, currency_sign, short, short_money};
use super::canvas::{Anchor, Kind, Role, Shape};
use super::labels::{Label, Rect, text_width};
use super::sheet::Sheet;
use super::trace::clip;
use super::{PlotArea, Size, words};
use crate::approach::OptionId;
use crate::cost::PriceMap;
use crate::order::Within;

/// Margins in CSS pixels; the left one is wider where a price takes more room.
const LEFT: f64 = 56.0;
const RIGHT: f64 = 14.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 26.0;

/// Between a price and the plot.
const GAP: f64 = 6.0;

struct Map<'a> {
    map: &'a PriceMap,
    area: PlotArea,
    volume: LogAxis,
    price: LogAxis,
}

/// Draws the map for a width.
#[must_use]
pub fn drawing(map: &PriceMap, currency: &str, width: f64) -> (Size, Vec<Shape>) {
    let size = Size::new(width, (width * 0.6).within(260.0, 380.0));
    let (top, bottom) = (TOP, size.height - BOTTOM);
    let fitting = |axis: LogAxis, room: f64| axis.with_at_most(((room / 60.0) as usize).max(2));
    let price = fitting(LogAxis::new(map.prices.0, map.prices.1), 2.0 * (bottom - top));
    let widths = price.ticks().into_iter().map(|tick| text_width(&short_money(currency, tick), false) + GAP);
    let area = PlotArea { left: widths.fold(LEFT, f64::max), right: size.width - RIGHT, top, bottom };
    let volume = fitting(LogAxis::new(map.volumes.0, map.volumes.1), area.right - area.left);
    let picture = Map { map, area, volume, price };
    let mut sheet = Sheet::default();
    picture.regions(&mut sheet);
    picture.axes(&mut sheet, currency);
    picture.border(&mut sheet);
    picture.names(&mut sheet);
    picture.here(&mut sheet, currency, size);
    (size, sheet.shapes)
}

impl Map<'_> {
    fn x(&self, volume: f64) -> f64 {
        self.area.left + self.volume.share(volume) * (self.area.right - self.area.left)
    }

    fn y(&self, price: f64) -> f64 {
        self.area.bottom - self.price.share(price) * (self.area.bottom - self.area.top)
    }

    /// The border in pixels, cut at the edges of the plot, along which it goes on.
    fn line(&self) -> Vec<(f64, f64)> {
        let shares: Vec<(f64, f64)> = self
            .map
            .border
            .iter()
            .map(|(volume, price)| (self.volume.share(*volume), self.price.unclamped_share(*price)))
            .collect();
        let place = |(across, up): (f64, f64)| {
            let x = self.area.left + across * (self.area.right - self.area.left);
            (x, self.area.bottom - up * (self.area.bottom - self.area.top))
        };
        clip(&shares).into_iter().map(place).collect()
    }

    /// The stretches of the others in pixels.
    fn stretches(&self) -> impl Iterator<Item = (OptionId, f64, f64)> + '_ {
        self.map.others.iter().filter_map(|segment| {
            let (from, to) = (self.x(segment.from), self.x(segment.to));
            Some((*segment.cheapest.first()?, from, to)).filter(|_| to - from >= 0.25)
        })
    }

    fn regions(&self, sheet: &mut Sheet) {
        let line = self.line();
        let mut api = line.clone();
        api.extend([(self.area.right, self.area.bottom), (self.area.left, self.area.bottom)]);
        sheet.path(Role::of(Kind::Region, OptionId::Api), &api, true);
        for (option, from, to) in self.stretches() {
            let mut outline = part(&line, from, to);
            outline.extend([(to, self.area.top), (from, self.area.top)]);
            sheet.path(Role::of(Kind::Region, option), &outline, true);
        }
    }

    fn border(&self, sheet: &mut Sheet) {
        let line = self.line();
        let at_edge = |y: f64| y <= self.area.top || y >= self.area.bottom;
        // Along an edge it is only where the plot ends.
        for inside in line.chunk_by(|a, b| a.1 != b.1 || !at_edge(a.1)) {
            sheet.path(Role::plain(Kind::Border), inside, false);
        }
        for (_, from, _) in self.stretches().skip(1) {
            let bottom = part(&line, from, from).first().map_or(self.area.bottom, |point| point.1);
            sheet.path(Role::plain(Kind::Border), &[(from, bottom), (from, self.area.top)], false);
        }
    }

    fn axes(&self, sheet: &mut Sheet, currency: &str) {
        let (area, grid, text) = (self.area, Role::plain(Kind::Grid), Role::plain(Kind::AxisText));
        for tick in self.volume.ticks() {
            let x = self.x(tick);
            sheet.path(grid, &[(x, area.top), (x, area.bottom)], false);
            let half = text_width(&short(tick), false) / 2.0;
            let place = (x.min(area.right + RIGHT - half), area.bottom + 14.0);
            sheet.text(Label::new(text, short(tick), place, Anchor::Middle));
        }
        for tick in self.price.ticks() {
            let y = self.y(tick);
            sheet.path(grid, &[(area.left, y), (area.right, y)], false);
            sheet.text(Label::new(text, short_money(currency, tick), (area.left - GAP, y), Anchor::End));
        }
        if currency_sign(currency).is_none() {
            sheet.text(Label::new(text, currency, (area.left - GAP, area.top - 14.0), Anchor::End));
        }
        let frame = [(area.left, area.top), (area.left, area.bottom), (area.right, area.bottom)];
        sheet.path(Role::plain(Kind::Axis), &frame, false);
    }

    /// A name for each region, or its letter where the name does not fit.
    fn names(&self, sheet: &mut Sheet) {
        let line = self.line();
        let border = |x: f64| part(&line, x, x).first().map_or(self.area.bottom, |point| point.1);
        let (top, bottom) = (self.area.top, self.area.bottom);
        self.name(sheet, OptionId::Api, (self.area.left, self.area.right), &|x| (border(x), bottom));
        for (option, from, to) in self.stretches() {
            self.name(sheet, option, (from, to), &|x| (top, border(x)));
        }
    }

    /// A name where its region is highest and the line to the reader's place does not run through it.
    fn name(&self, sheet: &mut Sheet, option: OptionId, (from, to): (f64, f64), space: &dyn Fn(f64) -> (f64, f64)) {
        let here = self.map.here.map(|(volume, _)| self.x(volume));
        let place = |text: &str| {
            let half = text_width(text, true) / 2.0 + 4.0;
            let (first, last) = (from + half, to - half);
            let columns = (0..=24).map(|step| first + (last - first) * f64::from(step) / 24.0);
            let judged = columns.filter(|_| first <= last).filter_map(|x| {
                let (top, bottom) = space(x);
                let fits = [x - half, x, x + half].into_iter().all(|x| {
                    let (side_top, side_bottom) = space(x);
                    let middle = (top + bottom) / 2.0;
                    middle - side_top >= 9.0 && side_bottom - middle >= 9.0
                });
                let crossed = here.is_some_and(|here| libm::fabs(here - x) < half + 4.0);
                let off = libm::fabs(x - (from + to) / 2.0) / (to - from).max(1.0);
                let worth = bottom - top - 60.0 * off - if crossed { 1000.0 } else { 0.0 };
                fits.then_some((worth, x, (top + bottom) / 2.0))
            });
            judged.reduce(|best, next| if next.0 > best.0 { next } else { best })
        };
        let found =
            [words::option(option), words::letter(option)].into_iter().find_map(|text| Some((text, place(text)?)));
        if let Some((text, (_, x, y))) = found {
            sheet.text(Label::new(Role::of(Kind::Label, option), text, (x, y), Anchor::Middle));
        }
    }

    /// The reader's place, with what it is.
    fn here(&self, sheet: &mut Sheet, currency: &str, size: Size) {
        let Some((volume, price)) = self.map.here else { return };
        let (x, y) = (self.x(volume), self.y(price));
        sheet.disc(Role::plain(Kind::Crossing), (x, y), 5.0);
        let text = words::here(&short(volume), &short_money(currency, price));
        let half = text_width(&text, true) / 2.0 + 8.0;
        let middle = x.within(half.min(size.width / 2.0), (size.width - half).max(size.width / 2.0));
        let rect = Rect { left: middle - half, right: middle + half, top: 0.0, bottom: 20.0 };
        sheet.path(Role::plain(Kind::Here), &[(x, rect.bottom), (x, y)], false);
        sheet.rect(Role::plain(Kind::Flag), rect);
        sheet.text(Label::new(Role::plain(Kind::FlagText), text, (middle, 10.0), Anchor::Middle));
    }
}

/// The part of a line between two places from left to right, cut at both.
fn part(line: &[(f64, f64)], from: f64, to: f64) -> Vec<(f64, f64)> {
    let at = |x: f64| {
        let after = line.iter().position(|point| point.0 >= x).unwrap_or(line.len().saturating_sub(1));
        let (Some(b), Some(a)) = (line.get(after), line.get(after.saturating_sub(1))) else { return None };
        let length = b.0 - a.0;
        let share = if length > 0.0 { ((x - a.0) / length).within(0.0, 1.0) } else { 1.0 };
        Some((x, a.1 + (b.1 - a.1) * share))
    };
    let inside = line.iter().copied().filter(|point| from < point.0 && point.0 < to);
    at(from).into_iter().chain(inside).chain(at(to)).collect()
}
