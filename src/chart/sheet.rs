//! Shapes put down directly, in CSS pixels: for pictures that need no plotters coordinates.
//!
//! What is drawn and where is decided by each picture.

use super::canvas::{Form, Role, Shape, path};
use super::labels::{Label, Rect};
use super::{FONT_SIZE, SCALE};

/// What is drawn so far, from back to front.
#[derive(Default)]
pub(super) struct Sheet {
    pub shapes: Vec<Shape>,
}

fn units(pixels: f64) -> i32 {
    libm::round(pixels * SCALE) as i32
}

impl Sheet {
    fn put(&mut self, role: Role, form: Form) {
        self.shapes.push(Shape { role, form });
    }

    /// A polyline, or a filled outline.
    pub fn path(&mut self, role: Role, points: &[(f64, f64)], closed: bool) {
        if points.len() > 1 {
            let places = points.iter().map(|(x, y)| (units(*x), units(*y)));
            self.put(role, Form::Path(path(places, closed)));
        }
    }

    /// An upright rectangle.
    pub fn rect(&mut self, role: Role, rect: Rect) {
        let (left, top) = (units(rect.left), units(rect.top));
        let (width, height) = (units(rect.right) - left, units(rect.bottom) - top);
        self.put(role, Form::Rect(left, top, width.max(0), height.max(0)));
    }

    /// A disc.
    pub fn disc(&mut self, role: Role, (x, y): (f64, f64), radius: f64) {
        self.put(role, Form::Circle(units(x), units(y), units(radius).unsigned_abs()));
    }

    /// A line of text around its middle.
    pub fn text(&mut self, label: Label) {
        let baseline = label.y + 0.36 * FONT_SIZE;
        self.put(label.role, Form::Text(units(label.x), units(baseline), label.anchor, label.text));
    }
}
