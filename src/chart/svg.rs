//! The chart as a stand-alone SVG document, for export, for pictures in documents and for tests.
//!
//! Colours are resolved here as attributes, because such a file meets no style sheet. The page writes the same shapes
//! with classes (`www/chart.css`); a test compares both.

use std::fmt::Write;

use super::canvas::{Form, Kind, Role, Shape};
use super::{Crossover, FONT_SIZE, SCALE, Size, drawing};
use crate::approach::OptionId;

/// Radius of the flag's corners in drawing units.
pub const FLAG_CORNER: i32 = 24;

/// Which set of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Ink on paper.
    Light,
    /// Light ink on a dark ground.
    Dark,
}

/// A colour by its use; the name of a custom property in `www/chart.css`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// The ground.
    Background,
    /// Text and emphasis.
    Ink,
    /// Quiet text.
    Ink2,
    /// Decoration.
    Line,
    /// Edges of controls.
    Edge,
    /// The colour of the option that a shape belongs to.
    Own,
}

/// How shapes of one kind look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Inside.
    pub fill: Option<Token>,
    /// Share of the fill that covers, where it is not all.
    pub fill_opacity: Option<f64>,
    /// Outline.
    pub stroke: Option<Token>,
    /// Width of the outline in CSS pixels.
    pub width: f64,
}

const fn look(fill: Option<Token>, stroke: Option<Token>, width: f64) -> Look {
    Look { fill, fill_opacity: None, stroke, width }
}

/// How shapes of a kind look. `www/chart.css` says the same.
#[must_use]
pub fn look_of(kind: Kind) -> Look {
    use Token::{Background, Edge, Ink, Ink2, Line, Own};
    match kind {
        Kind::UsualBand => Look { fill_opacity: Some(0.09), ..look(Some(Ink), None, 0.0) },
        Kind::CrossingRange => Look { fill_opacity: Some(0.1), ..look(Some(Ink), None, 0.0) },
        Kind::Spread => Look { fill_opacity: Some(0.15), ..look(Some(Own), None, 0.0) },
        Kind::Bar | Kind::BarHigh => look(Some(Ink2), Some(Ink2), 1.0),
        Kind::NeverBar | Kind::BarLow => look(Some(Background), Some(Ink2), 1.0),
        Kind::Grid => look(None, Some(Line), 1.0),
        Kind::Axis => look(None, Some(Edge), 1.0),
        Kind::UsualBracket => look(None, Some(Edge), 2.0),
        Kind::RangeBracket | Kind::Here => look(None, Some(Ink), 2.0),
        Kind::Curve => look(None, Some(Own), 2.5),
        Kind::Least => look(None, Some(Own), 4.0),
        Kind::Leader => look(None, Some(Ink2), 1.0),
        Kind::PairCrossing => look(Some(Background), Some(Ink2), 1.75),
        Kind::Crossing => look(Some(Ink), Some(Background), 1.5),
        Kind::Marker => look(Some(Own), Some(Background), 1.5),
        Kind::Band => look(Some(Own), None, 0.0),
        Kind::AxisText => look(Some(Ink2), None, 0.0),
        Kind::Flag => look(Some(Ink), None, 0.0),
        Kind::FlagText => look(Some(Background), None, 0.0),
        Kind::Label | Kind::BandText => look(Some(Own), Some(Background), 4.0),
        Kind::Note => look(Some(Ink2), Some(Background), 4.0),
        Kind::Strong => look(Some(Ink), Some(Background), 4.0),
        Kind::Region => Look { fill_opacity: Some(0.2), ..look(Some(Own), None, 0.0) },
        Kind::Border => look(None, Some(Ink), 1.5),
        Kind::PartUse => look(Some(Own), Some(Own), 1.0),
        Kind::PartMachines => Look { fill_opacity: Some(0.7), ..look(Some(Own), Some(Own), 1.0) },
        Kind::PartPeople => Look { fill_opacity: Some(0.45), ..look(Some(Own), Some(Own), 1.0) },
        Kind::PartOther => Look { fill_opacity: Some(0.25), ..look(Some(Own), Some(Own), 1.0) },
        Kind::PartOnce => Look { fill_opacity: Some(0.08), ..look(Some(Own), Some(Own), 1.0) },
    }
}

/// The dashes of a curve in CSS pixels: which option it is must be plain without its colour.
#[must_use]
pub fn dashes(kind: Kind, option: OptionId) -> &'static [f64] {
    match (kind, option) {
        (Kind::Curve | Kind::Least, OptionId::FineTune) => &[10.0, 5.0],
        (Kind::Curve, OptionId::Custom) => &[2.5, 4.5],
        (Kind::Least, OptionId::Custom) => &[4.0, 4.0],
        (Kind::Curve | Kind::Least, OptionId::OpenModel) => &[12.0, 4.0, 2.5, 4.0],
        (Kind::Curve | Kind::Least, OptionId::Ally) => &[5.0, 3.0],
        _ => &[],
    }
}

/// A colour as it is written in the document.
#[must_use]
pub fn colour(token: Token, option: Option<OptionId>, theme: Theme) -> &'static str {
    let (light, dark) = match (token, option) {
        (Token::Background, _) => ("#ffffff", "#14171c"),
        (Token::Ink2, _) => ("#474e5b", "#b3bac6"),
        (Token::Line, _) => ("#d6dae1", "#363d49"),
        (Token::Edge, _) => ("#717986", "#8b94a3"),
        (Token::Own, Some(OptionId::Api)) => ("#0b62d6", "#4f94f5"),
        (Token::Own, Some(OptionId::FineTune)) => ("#c43c00", "#f0843a"),
        (Token::Own, Some(OptionId::Custom)) => ("#551a4a", "#f3dcff"),
        (Token::Own, Some(OptionId::OpenModel)) => ("#0f6b5c", "#4fc3ac"),
        (Token::Own, Some(OptionId::Ally)) => ("#6b5b00", "#d9c04a"),
        (Token::Ink | Token::Own, _) => ("#14171c", "#f1f3f6"),
    };
    if theme == Theme::Light { light } else { dark }
}

fn attributes(role: Role, theme: Theme) -> String {
    let look = look_of(role.kind);
    let colour = |token: Option<Token>| token.map_or("none", |token| colour(token, role.option, theme));
    let mut text = format!(" fill=\"{}\"", colour(look.fill));
    let mut add = |name: &str, value: &str| {
        let _ = write!(text, " {name}=\"{value}\""); // writing to a string cannot fail
    };
    if let Some(opacity) = look.fill_opacity {
        add("fill-opacity", &opacity.to_string());
    }
    if look.stroke.is_some() {
        add("stroke", colour(look.stroke));
        add("stroke-width", &(look.width * SCALE).to_string());
    }
    let dashes = role.option.map_or(&[] as &[f64], |option| dashes(role.kind, option));
    if !dashes.is_empty() {
        let dashes: Vec<String> = dashes.iter().map(|dash| (dash * SCALE).to_string()).collect();
        add("stroke-dasharray", &dashes.join(" "));
    }
    if is_text(role.kind) && look.stroke.is_some() {
        add("paint-order", "stroke");
    }
    if role.kind.is_bold() {
        add("font-weight", "600");
    }
    text
}

/// Whether shapes of a kind are texts.
#[must_use]
pub fn is_text(kind: Kind) -> bool {
    matches!(kind, Kind::AxisText | Kind::Label | Kind::BandText | Kind::Note | Kind::Strong | Kind::FlagText)
}

/// Text that is safe between tags and in attributes.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other if other.is_control() => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}

/// The chart as an SVG document with a title and a description.
#[must_use]
pub fn document(scene: &Crossover, size: Size, theme: Theme, title: &str, description: &str) -> String {
    document_of(&drawing(scene, size).shapes, size, theme, title, description)
}

/// Any chart's shapes as such a document.
#[must_use]
pub fn document_of(shapes: &[Shape], size: Size, theme: Theme, title: &str, description: &str) -> String {
    let (width, height) = (size.width * SCALE, size.height * SCALE);
    let mut svg = String::with_capacity(8192);
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" font-family=\"system-ui,sans-serif\" font-size=\"{}\"><title>{}</title><desc>{}</desc>\
         <path fill=\"{}\" d=\"M0 0h{width}v{height}H0z\"/>",
        size.width,
        size.height,
        FONT_SIZE * SCALE,
        escape(title),
        escape(description),
        colour(Token::Background, None, theme),
    );
    // Neighbours of one role share a group, so that its attributes are written once.
    for group in shapes.chunk_by(|a, b| a.role == b.role) {
        let Some(first) = group.first() else { continue };
        let attributes = attributes(first.role, theme);
        if group.len() == 1 {
            write_shape(&mut svg, first, &attributes);
        } else {
            let _ = write!(svg, "<g{attributes}>");
            group.iter().for_each(|shape| write_shape(&mut svg, shape, ""));
            svg.push_str("</g>");
        }
    }
    svg.push_str("</svg>");
    svg
}

fn write_shape(svg: &mut String, shape: &Shape, attributes: &str) {
    let _ = match &shape.form {
        Form::Path(data) => write!(svg, "<path{attributes} d=\"{data}\"/>"),
        Form::Circle(x, y, radius) => write!(svg, "<circle{attributes} cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"),
        Form::Rect(x, y, width, height) => {
            let corner = if shape.role.kind == Kind::Flag { format!(" rx=\"{FLAG_CORNER}\"") } else { String::new() };
            write!(svg, "<rect{attributes} x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{corner}/>")
        }
        Form::Text(x, y, anchor, text) => {
            let text = escape(text);
            let anchor = anchor.name();
            if anchor == "start" {
                write!(svg, "<text{attributes} x=\"{x}\" y=\"{y}\">{text}</text>")
            } else {
                write!(svg, "<text{attributes} x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{text}</text>")
            }
        }
    };
}
