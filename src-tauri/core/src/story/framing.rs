//! How a picture stands in a story: which part shows, which way up, where the eye goes, and what is
//! covered.
//!
//! Every number is in ten-thousandths of the width or the height of the upright, uncropped picture,
//! so that turning, cropping and covering can be changed in any order and none moves the others.
//! The picture is covered first, then cropped, then turned.

use serde::{Deserialize, Serialize};

/// The whole of a picture's width or height.
pub const WHOLE: u16 = 10_000;

/// What a story does with a picture. The default shows all of it as it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Framing {
    /// Degrees clockwise: 0, 90, 180 or 270.
    pub turn: u16,
    /// The part that shows; `None` for all of it.
    pub crop: Option<Area>,
    /// The point that stays in sight when a place shows less than the crop. `None`: the middle.
    pub focus: Option<Point>,
    /// What must not be recognised, in every picture made from it.
    pub obscured: Vec<Obscured>,
}

/// A rectangle of the picture. Never empty, never over its edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Area {
    pub left: u16,
    pub top: u16,
    pub width: u16,
    pub height: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Point {
    pub left: u16,
    pub top: u16,
}

/// A covered part: a face, a plate, a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Obscured {
    pub area: Area,
    pub cover: Cover,
}

/// What lies over an obscured part. Nothing of what is under it can be had back from either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Cover {
    /// One colour.
    #[default]
    Block,
    /// A few coarse squares of averaged colour.
    Coarse,
}

impl Area {
    pub const WHOLE: Area = Area { left: 0, top: 0, width: WHOLE, height: WHOLE };

    /// Whether it has a size and lies in the picture.
    pub fn is_sound(self) -> bool {
        let fits = |start: u16, length: u16| length > 0 && start <= WHOLE.saturating_sub(length);
        self.width <= WHOLE
            && self.height <= WHOLE
            && fits(self.left, self.width)
            && fits(self.top, self.height)
    }
}

impl Point {
    pub fn is_sound(self) -> bool {
        self.left <= WHOLE && self.top <= WHOLE
    }
}

impl Framing {
    /// Whether every number is one that a picture has.
    pub fn is_sound(&self) -> bool {
        matches!(self.turn, 0 | 90 | 180 | 270)
            && self.crop.is_none_or(Area::is_sound)
            && self.focus.is_none_or(Point::is_sound)
            && self.obscured.iter().all(|covered| covered.area.is_sound())
    }

    /// Whether the picture is shown whole, upright and uncovered; where the eye goes does not count.
    pub fn is_plain(&self) -> bool {
        self.turn == 0
            && self.crop.is_none_or(|crop| crop == Area::WHOLE)
            && self.obscured.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(left: u16, top: u16, width: u16, height: u16, sound: bool) {
        let area = Area { left, top, width, height };
        assert_eq!(area.is_sound(), sound, "{area:?}");
    }

    #[test]
    fn an_area_lies_in_the_picture() {
        check(0, 0, 10_000, 10_000, true);
        check(9_999, 9_999, 1, 1, true);
        check(0, 0, 0, 10, false);
        check(1, 0, 10_000, 10, false);
        check(u16::MAX, 0, u16::MAX, 10, false);
    }
}
