//! Where the eye goes in a picture as it prints.

use super::pictures::Cut;
use super::printed::Printed;
use crate::story::{Area, Framing, Point, WHOLE};

/// The point that must stay in sight, in pixels of a file of that size, from its top left corner.
/// `None` where nobody chose one, and for a picture that was cut around it already.
pub fn focus(printed: &Printed, (width_px, height_px): (u32, u32)) -> Option<(u32, u32)> {
    if printed.picture.cut != Cut::Whole {
        return None;
    }
    let framing = &printed.figure.framing;
    let (left, top) = framed(framing, framing.focus?)?;
    let pixel = |share: f64, size: u32| ((share * f64::from(size)) as u32).min(size.max(1) - 1);
    Some((pixel(left, width_px), pixel(top, height_px)))
}

/// The point in shares of the picture as it shows: cropped, then turned. `None` outside the crop.
fn framed(framing: &Framing, focus: Point) -> Option<(f64, f64)> {
    let crop = framing.crop.unwrap_or(Area::WHOLE);
    let share = |at: u16, from: u16, size: u16| {
        let share = (f64::from(at) - f64::from(from)) / f64::from(size.clamp(1, WHOLE));
        (0.0..=1.0).contains(&share).then_some(share)
    };
    let left = share(focus.left, crop.left, crop.width)?;
    let top = share(focus.top, crop.top, crop.height)?;
    Some(match framing.turn {
        90 => (1.0 - top, left),
        180 => (1.0 - left, 1.0 - top),
        270 => (top, 1.0 - left),
        _ => (left, top),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_goes_with_the_crop_and_the_turn() {
        let point = Point { left: 5_000, top: 2_000 };
        let crop = Some(Area { left: 4_000, top: 0, width: 4_000, height: 5_000 });
        let check = |turn, expected| {
            let framing = Framing { turn, crop, ..Framing::default() };
            assert_eq!(framed(&framing, point), Some(expected), "{turn}");
        };
        check(0, (0.25, 0.4));
        check(90, (0.6, 0.25));
        check(180, (0.75, 0.6));
        check(270, (0.4, 0.75));
        let outside = Framing { crop, ..Framing::default() };
        assert_eq!(framed(&outside, Point { left: 0, top: 0 }), None);
    }
}
