//! The chart on the page: the drawn shapes as SVG nodes with classes, redrawn at the size that the style sheet gives the
//! element, and the handle on its axis.
//!
//! No innerHTML and no style attribute, so that strict policies pass. The handle is one native range input that lies
//! over the band with the cheapest options: touch, keys and assistive technology come with it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, PointerEvent, ResizeObserver};
use yew::prelude::*;

use crate::chart::canvas::{Form, Shape};
use crate::chart::{Crossover, SCALE, Size, drawing, height_for, volume_at};
use crate::form::field::{STEPS, Scale, Slider, slid};
use crate::host;
use crate::ui::parts::{big_step, moved_to};

/// Width until the element's own is known.
pub(super) const FIRST_WIDTH: f64 = 640.0;

/// What the chart gets.
#[derive(Clone, PartialEq, Properties)]
pub struct PlotProps {
    /// What to draw.
    pub scene: Rc<Crossover>,
    /// Short name of the picture.
    pub title: AttrValue,
    /// What it shows, in a sentence.
    pub desc: AttrValue,
    /// The reader's volume.
    pub volume: Option<f64>,
    /// Name of the handle.
    pub slider_label: AttrValue,
    /// What the handle's place means, in words.
    pub slider_text: AttrValue,
    /// The pointer is at a volume, or has left.
    pub on_hover: Callback<Option<f64>>,
    /// The reader chooses a volume.
    pub on_volume: Callback<f64>,
}

/// The crossover chart.
#[function_component]
pub fn Plot(props: &PlotProps) -> Html {
    let host = use_node_ref();
    let (width, height) = use_size(&host, (FIRST_WIDTH, height_for(FIRST_WIDTH)));
    let size = Size::new(width, libm::round(height));
    let dragging = use_state_eq(|| false);
    let drawn = use_memo((Rc::clone(&props.scene), size), |(scene, size)| drawing(scene, *size));
    let under_pointer = {
        let (host, scene) = (host.clone(), Rc::clone(&props.scene));
        move |event: &PointerEvent| {
            let left = host.cast::<Element>().map_or(0.0, |element| element.get_bounding_client_rect().left());
            volume_at(&scene, size, f64::from(event.client_x()) - left)
        }
    };
    let onpointermove = {
        let (find, dragging) = (under_pointer.clone(), dragging.clone());
        let (on_hover, on_volume) = (props.on_hover.clone(), props.on_volume.clone());
        Callback::from(move |event: PointerEvent| {
            let volume = find(&event);
            if *dragging { on_volume.emit(libm::round(volume)) } else { on_hover.emit(Some(volume)) }
        })
    };
    let onpointerdown = {
        let (find, dragging, on_volume) = (under_pointer, dragging.clone(), props.on_volume.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(target) = event.target_dyn_into::<Element>() {
                // Without capture a drag ends at the edge; nothing else depends on it.
                let _ = target.set_pointer_capture(event.pointer_id());
            }
            dragging.set(true);
            on_volume.emit(libm::round(find(&event)));
        })
    };
    let onpointerup = {
        let dragging = dragging.clone();
        Callback::from(move |_: PointerEvent| dragging.set(false))
    };
    let onpointerleave = {
        let on_hover = props.on_hover.clone();
        Callback::from(move |_: PointerEvent| on_hover.emit(None))
    };
    let (low, high) = props.scene.volume_range;
    let slider = Slider { low, high, scale: Scale::Log };
    let step = props.volume.map_or(0.0, |volume| slider.step_of(volume));
    let oninput = {
        let (volume, on_volume) = (props.volume, props.on_volume.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(step) = moved_to(&event) {
                on_volume.emit(slid(&slider, true, volume, step));
            }
        })
    };
    let onkeydown = {
        let (volume, on_volume) = (props.volume, props.on_volume.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(step) = volume.and_then(|volume| big_step(&event, &slider, volume)) {
                event.prevent_default();
                on_volume.emit(slid(&slider, true, volume, step));
            }
        })
    };
    let viewbox = viewbox(size);
    html! {
        <div class={classes!("plot", size.is_wide().then_some("wide"))} ref={host}>
            <svg role="img" aria-labelledby="plot-title plot-desc" viewBox={viewbox} class="plot-svg"
                width={host::text(size.width)} height={host::text(size.height)}
                {onpointermove} {onpointerdown} onpointerup={onpointerup.clone()} onpointercancel={onpointerup} {onpointerleave}>
                <title id="plot-title">{ &props.title }</title>
                <desc id="plot-desc">{ &props.desc }</desc>
                <g aria-hidden="true">{ for drawn.shapes.iter().map(shape) }</g>
            </svg>
            <input type="range" class="chart-slider" min="0" max={host::text(STEPS)} step="1" value={host::text(step)}
                aria-label={props.slider_label.clone()} aria-valuetext={props.slider_text.clone()} {oninput} {onkeydown} />
        </div>
    }
}

/// One shape as an SVG node.
pub fn shape(shape: &Shape) -> Html {
    let class = shape.role.class();
    match &shape.form {
        Form::Path(data) => html! { <path {class} d={data.clone()} /> },
        Form::Circle(x, y, radius) => {
            html! { <circle {class} cx={x.to_string()} cy={y.to_string()} r={radius.to_string()} /> }
        }
        Form::Rect(x, y, width, height) => html! {
            <rect {class} x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()} />
        },
        Form::Text(x, y, anchor, words) => html! {
            <text {class} x={x.to_string()} y={y.to_string()} text-anchor={anchor.name()}>{ words }</text>
        },
    }
}

/// What of a drawing is shown.
fn viewbox(size: Size) -> String {
    format!("0 0 {} {}", host::text(size.width * SCALE), host::text(size.height * SCALE))
}

/// A drawing without controls: shapes for the eye, title and description for everybody else.
#[cfg(feature = "page")]
pub fn still(id: &str, size: Size, title: impl Into<AttrValue>, desc: impl Into<AttrValue>, shapes: &[Shape]) -> Html {
    let (title_id, desc_id) = (format!("{id}-title"), format!("{id}-desc"));
    html! {
        <svg role="img" aria-labelledby={format!("{title_id} {desc_id}")} viewBox={viewbox(size)} class="plot-svg"
            width={host::text(size.width)} height={host::text(size.height)}>
            <title id={title_id}>{ title.into() }</title>
            <desc id={desc_id}>{ desc.into() }</desc>
            <g aria-hidden="true">{ for shapes.iter().map(shape) }</g>
        </svg>
    }
}

/// The width of an element, as [`use_size`] tells it.
#[hook]
pub fn use_width(element: &NodeRef, first: f64) -> f64 {
    use_size(element, (first, 0.0)).0
}

/// Width and height of an element, known before it is painted; the first ones until then, and the last while it is hidden.
#[hook]
fn use_size(element: &NodeRef, first: (f64, f64)) -> (f64, f64) {
    let size = use_state_eq(|| first);
    {
        let (element, size) = (element.clone(), size.clone());
        use_effect_with((), move |()| {
            observe(&element, move |found| {
                if found.0 > 0.0 {
                    size.set(found);
                }
            })
        });
    }
    *size
}

/// Tells the element's size now, before it is painted, and again whenever it changes; nothing while it is hidden.
fn observe(host: &NodeRef, tell: impl Fn((f64, f64)) + 'static) -> Box<dyn FnOnce()> {
    let Some(element) = host.cast::<Element>() else {
        return Box::new(|| ());
    };
    let measured = {
        let element = element.clone();
        move || {
            let rect = element.get_bounding_client_rect();
            tell((rect.width(), rect.height()));
        }
    };
    measured();
    let callback = Closure::<dyn Fn()>::new(measured);
    let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok();
    if let Some(observer) = &observer {
        observer.observe(&element);
    }
    Box::new(move || {
        if let Some(observer) = observer {
            observer.disconnect();
        }
        drop(callback);
    })
}
