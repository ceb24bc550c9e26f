//! The chart as a picture to take away: an SVG document, or pixels drawn from the same shapes.
//!
//! The pixels are drawn shape by shape and not by way of an image of the SVG, which strict policies forbid.

use gloo::utils::document;
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, Path2d};
use yew::Callback;

use crate::chart::canvas::{Anchor, Form, Kind, Shape};
use crate::chart::svg::{self, Theme, Token};
use crate::chart::{FONT_SIZE, SCALE, Size, drawing, scene};
use crate::report::Report;
use crate::scenario::Scenario;
use crate::text;

/// Width of a picture in CSS pixels, where none is asked for.
pub const WIDTH: f64 = 960.0;
/// Dots for each CSS pixel.
const DOTS: f64 = 2.0;

/// The crossover chart as an SVG document.
#[must_use]
pub fn svg(scenario: &Scenario, report: &Report, size: Size, theme: Theme) -> String {
    let (title, caption) =
        (text::answer::chart_title(&scenario.labels), text::answer::caption(&scenario.labels, report));
    svg::document(&scene(scenario, report), size, theme, &title, &caption)
}

/// The crossover chart as a PNG file, light, two dots for each CSS pixel; `None` where the browser gives none.
pub fn png(scenario: &Scenario, report: &Report, done: Callback<Option<Blob>>) {
    let failed = done.clone();
    let drawn = move || -> Result<(), JsValue> {
        let size = Size::of_width(WIDTH);
        let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
        canvas.set_width((size.width * DOTS) as u32);
        canvas.set_height((size.height * DOTS) as u32);
        let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into::<CanvasRenderingContext2d>();
        context.scale(DOTS / SCALE, DOTS / SCALE)?;
        context.set_fill_style_str(svg::colour(Token::Background, None, Theme::Light));
        context.fill_rect(0.0, 0.0, size.width * SCALE, size.height * SCALE);
        for shape in &drawing(&scene(scenario, report), size).shapes {
            paint(&context, shape)?;
        }
        let finished = Closure::once_into_js(move |blob: JsValue| done.emit(blob.dyn_into().ok()));
        canvas.to_blob(finished.unchecked_ref())
    };
    if drawn().is_err() {
        failed.emit(None);
    }
}

/// One shape, as `chart::svg` writes it.
fn paint(context: &CanvasRenderingContext2d, shape: &Shape) -> Result<(), JsValue> {
    let (role, look) = (shape.role, svg::look_of(shape.role.kind));
    let colour = |token: Token| svg::colour(token, role.option, Theme::Light);
    let fill = look.fill.map(colour);
    let stroke = look.stroke.map(colour);
    if let Some(fill) = fill {
        context.set_fill_style_str(fill);
    }
    if let Some(stroke) = stroke {
        context.set_stroke_style_str(stroke);
        context.set_line_width(look.width * SCALE);
        let dashes = role.option.map_or(&[] as &[f64], |option| svg::dashes(role.kind, option));
        let dashes: Array = dashes.iter().map(|dash| JsValue::from(dash * SCALE)).collect();
        context.set_line_dash(&dashes)?;
    }
    if let Form::Text(x, y, anchor, words) = &shape.form {
        let weight = if role.kind.is_bold() { "600 " } else { "" };
        context.set_font(&format!("{weight}{}px system-ui, sans-serif", (FONT_SIZE * SCALE) as u32));
        context.set_text_align(match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "center",
            Anchor::End => "end",
        });
        context.set_line_join("round");
        let (x, y) = (f64::from(*x), f64::from(*y));
        if stroke.is_some() {
            context.stroke_text(words, x, y)?;
        }
        return context.fill_text(words, x, y);
    }
    let outline = Path2d::new_with_path_string(&outline(&shape.form, role.kind))?;
    if fill.is_some() {
        context.set_global_alpha(look.fill_opacity.unwrap_or(1.0));
        context.fill_with_path_2d(&outline);
        context.set_global_alpha(1.0);
    }
    if stroke.is_some() {
        context.stroke_with_path(&outline);
    }
    Ok(())
}

/// A shape's edge as a path.
fn outline(form: &Form, kind: Kind) -> String {
    match form {
        Form::Path(data) => data.clone(),
        Form::Circle(x, y, radius) => {
            let radius = i32::try_from(*radius).unwrap_or_default();
            format!(
                "M{} {y}a{radius} {radius} 0 1 0 {} 0a{radius} {radius} 0 1 0 {} 0z",
                x - radius,
                2 * radius,
                -2 * radius
            )
        }
        Form::Rect(x, y, width, height) if kind == Kind::Flag => {
            let round = svg::FLAG_CORNER;
            let (across, down) = (width - 2 * round, height - 2 * round);
            format!(
                "M{} {y}h{across}a{round} {round} 0 0 1 {round} {round}v{down}a{round} {round} 0 0 1 -{round} {round}\
                 h-{across}a{round} {round} 0 0 1 -{round} -{round}v-{down}a{round} {round} 0 0 1 {round} -{round}z",
                x + round
            )
        }
        Form::Rect(x, y, width, height) => format!("M{x} {y}h{width}v{height}h{}z", -width),
        Form::Text(..) => String::new(),
    }
}
