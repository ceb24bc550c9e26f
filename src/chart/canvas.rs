//! A plotters backend that records what is drawn as a short list of shapes with roles.
//!
//! A role takes the place of a colour: plotters carries it as a colour that nobody sees, and whoever writes the shapes out
//! (`svg`, or the page) turns it into a class or into real colours. Nothing is measured through fonts or a document.

use plotters::style::{RGBAColor, ShapeStyle};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use std::convert::Infallible;
use std::fmt::Write;

use super::labels::text_width;
use super::{FONT_SIZE, SCALE};
use crate::approach::OptionId;

/// What a shape is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Strip of the article's usual range.
    UsualBand,
    /// Strip of the crossing's range.
    CrossingRange,
    /// Lines at powers of ten.
    Grid,
    /// The volume axis.
    Axis,
    /// Bracket of the article's usual range.
    UsualBracket,
    /// Bracket of the crossing's range.
    RangeBracket,
    /// A curve where another option is cheaper.
    Curve,
    /// A curve where it is the cheapest.
    Least,
    /// The stretch under the axis on which an option is cheapest.
    Band,
    /// Line at the reader's volume.
    Here,
    /// From a crossing to its label.
    Leader,
    /// A crossing of a pair only.
    PairCrossing,
    /// A crossing at which the cheapest option changes.
    Crossing,
    /// An option's cost at the reader's volume.
    Marker,
    /// Text of a tick.
    AxisText,
    /// Name of a curve.
    Label,
    /// Text of a stretch under the axis.
    BandText,
    /// Quiet text beside something.
    Note,
    /// The volume of a crossing at which the cheapest option changes.
    Strong,
    /// Ground of the flag on the reader's volume.
    Flag,
    /// Text of that flag.
    FlagText,
    /// What ranges leave open around a curve.
    Spread,
    /// A bar of a histogram.
    Bar,
    /// The bar of what never happens.
    NeverBar,
    /// What the low end of a range does.
    BarLow,
    /// What its high end does.
    BarHigh,
    /// Where an option is cheapest, by volume and price.
    Region,
    /// Between two regions.
    Border,
    /// Part of a bar: price per use.
    PartUse,
    /// Part of a bar: machines.
    PartMachines,
    /// Part of a bar: people.
    PartPeople,
    /// Part of a bar: other lines that recur.
    PartOther,
    /// Part of a bar: what is paid once.
    PartOnce,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 33] = [
        Self::UsualBand,
        Self::CrossingRange,
        Self::Grid,
        Self::Axis,
        Self::UsualBracket,
        Self::RangeBracket,
        Self::Curve,
        Self::Least,
        Self::Band,
        Self::Here,
        Self::Leader,
        Self::PairCrossing,
        Self::Crossing,
        Self::Marker,
        Self::AxisText,
        Self::Label,
        Self::BandText,
        Self::Note,
        Self::Strong,
        Self::Flag,
        Self::FlagText,
        Self::Spread,
        Self::Bar,
        Self::NeverBar,
        Self::BarLow,
        Self::BarHigh,
        Self::Region,
        Self::Border,
        Self::PartUse,
        Self::PartMachines,
        Self::PartPeople,
        Self::PartOther,
        Self::PartOnce,
    ];

    /// The class in `www/chart.css`.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::UsualBand => "usual-band",
            Self::CrossingRange => "crossing-range",
            Self::Grid => "grid",
            Self::Axis => "axis",
            Self::UsualBracket => "usual-bracket",
            Self::RangeBracket => "range-bracket",
            Self::Curve => "curve",
            Self::Least => "curve least",
            Self::Band => "band",
            Self::Here => "here",
            Self::Leader => "leader",
            Self::PairCrossing => "pair-crossing",
            Self::Crossing => "crossing",
            Self::Marker => "marker",
            Self::AxisText => "axis-text",
            Self::Label => "label",
            Self::BandText => "band-text",
            Self::Note => "note",
            Self::Strong => "strong",
            Self::Flag => "flag",
            Self::FlagText => "flag-text",
            Self::Spread => "spread",
            Self::Bar => "bar",
            Self::NeverBar => "bar never",
            Self::BarLow => "bar low",
            Self::BarHigh => "bar high",
            Self::Region => "region",
            Self::Border => "border",
            Self::PartUse => "part use",
            Self::PartMachines => "part machines",
            Self::PartPeople => "part people",
            Self::PartOther => "part other",
            Self::PartOnce => "part once",
        }
    }

    /// Whether its text is set in the heavier of the two weights.
    #[must_use]
    pub fn is_bold(self) -> bool {
        matches!(self, Self::Label | Self::BandText | Self::Strong | Self::FlagText)
    }
}

/// What a shape is for, and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// What it is for.
    pub kind: Kind,
    /// Whose it is, if it belongs to one option.
    pub option: Option<OptionId>,
}

/// The class of an option.
#[must_use]
pub fn option_class(option: OptionId) -> &'static str {
    match option {
        OptionId::Api => "api",
        OptionId::FineTune => "fine-tune",
        OptionId::Custom => "custom",
        OptionId::OpenModel => "open-model",
        OptionId::Ally => "ally",
    }
}

impl Role {
    /// A role that belongs to no option.
    #[must_use]
    pub fn plain(kind: Kind) -> Self {
        Self { kind, option: None }
    }

    /// A role of one option.
    #[must_use]
    pub fn of(kind: Kind, option: OptionId) -> Self {
        Self { kind, option: Some(option) }
    }

    /// The classes in `www/chart.css`.
    #[must_use]
    pub fn class(self) -> String {
        match self.option {
            Some(option) => format!("{} {}", self.kind.class(), option_class(option)),
            None => self.kind.class().to_owned(),
        }
    }

    /// The colour that stands for this role inside plotters.
    #[must_use]
    pub fn sentinel(self) -> BackendColor {
        let option = self.option.map_or(u8::MAX, |option| option as u8);
        BackendColor { alpha: 1.0, rgb: (self.kind as u8, option, 0) }
    }

    /// The style that stands for this role inside plotters.
    #[must_use]
    pub fn style(self) -> ShapeStyle {
        let (kind, option, rest) = self.sentinel().rgb;
        ShapeStyle { color: RGBAColor(kind, option, rest, 1.0), filled: false, stroke_width: 1 }
    }

    fn from_sentinel(color: BackendColor) -> Self {
        let kind = Kind::ALL.get(usize::from(color.rgb.0)).copied().unwrap_or(Kind::Note);
        Self { kind, option: OptionId::ALL.get(usize::from(color.rgb.1)).copied() }
    }
}

/// Which end of a text its place names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

impl Anchor {
    /// The value of the SVG attribute `text-anchor`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// The form of a shape, in drawing units ([`SCALE`] for each CSS pixel).
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// An SVG path.
    Path(String),
    /// A circle: centre and radius.
    Circle(i32, i32, u32),
    /// A rectangle: left, top, width, height.
    Rect(i32, i32, i32, i32),
    /// A text: place of its baseline.
    Text(i32, i32, Anchor, String),
}

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// What it is for.
    pub role: Role,
    /// How it looks.
    pub form: Form,
}

/// The backend.
pub struct Canvas<'a> {
    size: (u32, u32),
    shapes: &'a mut Vec<Shape>,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> Canvas<'a> {
    /// A canvas of this size in drawing units that adds to a list.
    pub fn new(size: (u32, u32), shapes: &'a mut Vec<Shape>) -> Self {
        Self { size, shapes }
    }

    fn push(&mut self, color: BackendColor, form: Form) {
        self.shapes.push(Shape { role: Role::from_sentinel(color), form });
    }

    /// Paths of one role in a row become one path.
    fn push_path(&mut self, color: BackendColor, points: impl IntoIterator<Item = BackendCoord>, closed: bool) {
        let role = Role::from_sentinel(color);
        if let Some(Shape { role: last, form: Form::Path(data) }) = self.shapes.last_mut()
            && *last == role
        {
            write_path(data, points, closed);
            return;
        }
        let mut data = String::new();
        write_path(&mut data, points, closed);
        if !data.is_empty() {
            self.shapes.push(Shape { role, form: Form::Path(data) });
        }
    }
}

/// A polyline as the data of an SVG path.
#[cfg(feature = "page")]
pub(super) fn path(points: impl IntoIterator<Item = BackendCoord>, closed: bool) -> String {
    let mut data = String::new();
    write_path(&mut data, points, closed);
    data
}

/// Appends a polyline in relative coordinates; points on a straight line are left out.
fn write_path(data: &mut String, points: impl IntoIterator<Item = BackendCoord>, closed: bool) {
    let mut kept: Vec<BackendCoord> = Vec::new();
    for point in points {
        match kept.as_slice() {
            [.., last] if *last == point => {}
            [.., before, last] if is_between(*before, *last, point) => {
                kept.pop();
                kept.push(point);
            }
            _ => kept.push(point),
        }
    }
    write_corners(data, &kept, closed);
}

fn write_corners(data: &mut String, kept: &[BackendCoord], closed: bool) {
    let Some((first, rest)) = kept.split_first() else { return };
    let mut at = *first;
    let _ = write!(data, "M{} {}", at.0, at.1); // writing to a string cannot fail
    let mut command = ' ';
    for point in rest {
        let (dx, dy) = (point.0 - at.0, point.1 - at.1);
        at = *point;
        let next = if dy == 0 {
            'h'
        } else if dx == 0 {
            'v'
        } else {
            'l'
        };
        if next != command {
            data.push(next);
        } else if (if next == 'v' { dy } else { dx }) >= 0 {
            data.push(' ');
        }
        command = next;
        let _ = match next {
            'h' => write!(data, "{dx}"),
            'v' => write!(data, "{dy}"),
            _ if dy < 0 => write!(data, "{dx}{dy}"),
            _ => write!(data, "{dx} {dy}"),
        };
    }
    if closed {
        data.push('z');
    }
}

fn is_between(a: BackendCoord, b: BackendCoord, c: BackendCoord) -> bool {
    let step = |from: BackendCoord, to: BackendCoord| {
        (i64::from(to.0) - i64::from(from.0), i64::from(to.1) - i64::from(from.1))
    };
    let (first, second) = (step(a, b), step(b, c));
    first.0 * second.1 == first.1 * second.0 && first.0 * second.0 >= 0 && first.1 * second.1 >= 0
}

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.push(color, Form::Rect(x, y, 1, 1));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.push_path(style.color(), [from, to], false);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, _: bool) -> Drawn {
        self.push(style.color(), Form::Rect(from.0, from.1, (to.0 - from.0).max(0), (to.1 - from.1).max(0)));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.push_path(style.color(), path, false);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.push_path(style.color(), path, true);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, _: bool) -> Drawn {
        self.push(style.color(), Form::Circle(centre.0, centre.1, radius));
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Drawn {
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let drop = match style.anchor().v_pos {
            VPos::Top => 0.8,
            VPos::Center => 0.36,
            VPos::Bottom => -0.2,
        };
        let baseline = y + libm::round(drop * FONT_SIZE * SCALE) as i32;
        self.push(style.color(), Form::Text(x, baseline, anchor, text.to_owned()));
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let bold = Role::from_sentinel(style.color()).kind.is_bold();
        Ok((libm::ceil(text_width(text, bold) * SCALE) as u32, (FONT_SIZE * SCALE) as u32))
    }
}
