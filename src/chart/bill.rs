//! What each option's monthly cost is made of: one bar for each option, its parts side by side.
//!
//! The amounts are the report's. A part is named where its name fits into it; the table beside the picture has them all.

use super::axis::{currency_sign, short, short_money};
use super::canvas::{Anchor, Kind, Role, Shape};
use super::labels::{Label, Rect, text_width};
use super::sheet::Sheet;
use super::{Size, words};
use crate::approach::OptionId;
use crate::cost::Group;
use crate::report::Report;

fn kind(group: Group) -> Kind {
    match group {
        Group::Use => Kind::PartUse,
        Group::Machines => Kind::PartMachines,
        Group::People => Kind::PartPeople,
        Group::Other => Kind::PartOther,
        Group::Once => Kind::PartOnce,
    }
}

/// The bar of one option.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Whose cost it is.
    pub option: OptionId,
    /// Money per month.
    pub total: f64,
    /// The groups that are not empty, with their money per month.
    pub parts: Vec<(Group, f64)>,
}

/// All bars.
#[derive(Clone, Debug, PartialEq)]
pub struct Bill {
    /// In the order of the spectrum.
    pub bars: Vec<Bar>,
    /// Code of the currency.
    pub currency: String,
}

/// The bars of a report whose volume is known.
#[must_use]
pub fn bill(report: &Report, currency: &str) -> Option<Bill> {
    let at = report.cost.at_volume.as_ref()?;
    let bars: Vec<Bar> =
        at.options.iter().map(|(option, cost)| Bar { option, total: cost.total, parts: cost.groups() }).collect();
    (!bars.is_empty()).then(|| Bill { bars, currency: currency.to_owned() })
}

const TOP: f64 = 2.0;
const ROW: f64 = 58.0;
const TITLE: f64 = 16.0;
const BAR: f64 = 20.0;

/// Height of the picture in CSS pixels.
#[must_use]
pub fn height(bill: &Bill) -> f64 {
    TOP + ROW * bill.bars.len() as f64
}

/// Draws the bars for a width.
#[must_use]
pub fn drawing(bill: &Bill, width: f64) -> (Size, Vec<Shape>) {
    let size = Size::new(width, height(bill));
    let most = bill.bars.iter().map(|bar| bar.total).fold(0.0, f64::max);
    let right = size.width - 1.0;
    let mut sheet = Sheet::default();
    for (row, bar) in bill.bars.iter().enumerate() {
        let top = TOP + ROW * row as f64;
        let title = format!("{} · {}", words::option(bar.option), money(bar.total, &bill.currency));
        let middle = (0.0, top + TITLE / 2.0);
        sheet.text(Label::new(Role::of(Kind::Label, bar.option), title, middle, Anchor::Start));
        let (bar_top, bar_bottom) = (top + TITLE + 2.0, top + TITLE + 2.0 + BAR);
        let mut from = 0.0;
        let mut free = 0.0;
        for (group, amount) in &bar.parts {
            let left = 1.0 + if most > 0.0 { from / most * (right - 1.0) } else { 0.0 };
            from += amount;
            let end = 1.0 + if most > 0.0 { from / most * (right - 1.0) } else { 0.0 };
            let rect = Rect { left, right: end, top: bar_top, bottom: bar_bottom };
            sheet.rect(Role::of(kind(*group), bar.option), rect);
            let name = words::group(*group);
            let text = name.into_iter().find(|text| text_width(text, false) <= end - left.max(free) - 2.0);
            if let Some(text) = text {
                let start = left.max(free);
                free = start + text_width(text, false) + 8.0;
                let place = (start, bar_bottom + 8.0);
                sheet.text(Label::new(Role::plain(Kind::AxisText), text, place, Anchor::Start));
            }
        }
    }
    (size, sheet.shapes)
}

fn money(amount: f64, currency: &str) -> String {
    match currency_sign(currency) {
        Some(_) => short_money(currency, amount),
        None => format!("{} {currency}", short(amount)),
    }
}
