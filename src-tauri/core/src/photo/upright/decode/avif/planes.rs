//! From the planes of a decoded AVIF, luma and two of colour, to RGB with eight bits.

use super::PhotoError;
use super::items::Numbers;
use image::{GrayImage, RgbImage};
use re_rav1d::dav1d::{Picture, PixelLayout, PlanarImageComponent, Plane};

const NOT_FILLED: PhotoError = PhotoError::Damaged { part: "its pixels do not fill its size" };

/// What the coded picture itself says of its colours. Unknown ones are those of most pictures.
pub(super) fn numbers(picture: &Picture) -> Numbers {
    let matrix = picture.matrix_coefficients() as u16;
    Numbers {
        primaries: picture.color_primaries() as u16,
        transfer: picture.transfer_characteristic() as u16,
        matrix,
        is_full_range: picture.color_range() as u8 == 1,
    }
}

/// The luma alone, at its full range: what an item of transparency holds.
pub(super) fn grey(picture: &Picture) -> Result<GrayImage, PhotoError> {
    let (width, height) = (picture.width(), picture.height());
    let luma = Samples::of(picture, PlanarImageComponent::Y);
    let is_full_range = picture.color_range() as u8 == 1;
    let range = Range::of(picture.bit_depth(), is_full_range);
    let mut line = vec![0.0; width as usize];
    let mut pixels = Vec::with_capacity(width as usize * height as usize);
    for y in 0..height as usize {
        luma.line(y, &mut line).ok_or(NOT_FILLED)?;
        pixels.extend(line.iter().map(|sample| byte(range.luma(*sample))));
    }
    GrayImage::from_raw(width, height, pixels).ok_or(NOT_FILLED)
}

pub(super) fn rgb(picture: &Picture, numbers: Numbers) -> Result<RgbImage, PhotoError> {
    let (width, height) = (picture.width(), picture.height());
    let across = width as usize;
    let range = Range::of(picture.bit_depth(), numbers.is_full_range);
    let matrix = Matrix::of(numbers.matrix)?;
    let luma = Samples::of(picture, PlanarImageComponent::Y);
    let colour = Colour::of(picture);
    let (mut y_line, mut u_line, mut v_line) =
        (vec![0.0; across], vec![0.0; across], vec![0.0; across]);
    let mut pixels = Vec::with_capacity(across * height as usize * 3);
    for row in 0..height as usize {
        luma.line(row, &mut y_line).ok_or(NOT_FILLED)?;
        match &colour {
            Some(colour) => {
                colour.line(&colour.u, row, &mut u_line).ok_or(NOT_FILLED)?;
                colour.line(&colour.v, row, &mut v_line).ok_or(NOT_FILLED)?;
            }
            None => {
                let grey = range.middle;
                u_line.fill(grey);
                v_line.fill(grey);
            }
        }
        for x in 0..across {
            let rgb = match &matrix {
                Matrix::Identity => [v_line[x], y_line[x], u_line[x]].map(|s| range.luma(s)),
                Matrix::Luma { red, blue } => {
                    let y = range.luma(y_line[x]);
                    mixed(y, range.colour(u_line[x]), range.colour(v_line[x]), *red, *blue)
                }
            };
            pixels.extend(rgb.map(byte));
        }
    }
    RgbImage::from_raw(width, height, pixels).ok_or(NOT_FILLED)
}

fn byte(value: f32) -> u8 {
    (value * 255.0 + 0.5) as u8
}

/// Luma and differences of colour to RGB, all between 0 and 1 (ITU-T H.273, equations 32 to 37).
fn mixed(y: f32, u: f32, v: f32, red: f32, blue: f32) -> [f32; 3] {
    let r = y + 2.0 * (1.0 - red) * v;
    let b = y + 2.0 * (1.0 - blue) * u;
    let g = (y - red * r - blue * b) / (1.0 - red - blue);
    [r, g, b]
}

enum Matrix {
    /// The planes are green, blue and red.
    Identity,
    /// How much of red and of blue is in luma.
    Luma { red: f32, blue: f32 },
}

impl Matrix {
    /// By its number (ITU-T H.273, table 4). What says nothing is taken for BT.601, as AVIF does.
    fn of(number: u16) -> Result<Matrix, PhotoError> {
        Ok(match number {
            0 => Matrix::Identity,
            1 => Matrix::Luma { red: 0.2126, blue: 0.0722 },
            2 | 3 | 5 | 6 => Matrix::Luma { red: 0.299, blue: 0.114 },
            4 => Matrix::Luma { red: 0.30, blue: 0.11 },
            7 => Matrix::Luma { red: 0.212, blue: 0.087 },
            9 => Matrix::Luma { red: 0.2627, blue: 0.0593 },
            _ => return Err(PhotoError::Unsupported { format: "AVIF with rare colours" }),
        })
    }
}

/// From the numbers that samples have to what they mean.
struct Range {
    black: f32,
    luma: f32,
    middle: f32,
    colour: f32,
}

impl Range {
    fn of(bits: usize, is_full: bool) -> Range {
        let unit = (1_u32 << (bits - 8)) as f32;
        let most = ((1_u32 << bits) - 1) as f32;
        let middle = 128.0 * unit;
        if is_full {
            Range { black: 0.0, luma: most, middle, colour: most }
        } else {
            Range { black: 16.0 * unit, luma: 219.0 * unit, middle, colour: 224.0 * unit }
        }
    }

    fn luma(&self, sample: f32) -> f32 {
        (sample - self.black) / self.luma
    }

    fn colour(&self, sample: f32) -> f32 {
        (sample - self.middle) / self.colour
    }
}

/// One plane.
struct Samples {
    plane: Plane,
    stride: usize,
    bytes_each: usize,
}

impl Samples {
    fn of(picture: &Picture, component: PlanarImageComponent) -> Samples {
        let stride = picture.stride(component) as usize;
        let bytes_each = if picture.bit_depth() > 8 { 2 } else { 1 };
        Samples { plane: picture.plane(component), stride, bytes_each }
    }

    /// Fills `line` with the first samples of a row.
    fn line(&self, row: usize, line: &mut [f32]) -> Option<()> {
        let start = row.checked_mul(self.stride)?;
        let bytes = self.plane.get(start..start + line.len() * self.bytes_each)?;
        if self.bytes_each == 1 {
            line.iter_mut().zip(bytes).for_each(|(to, byte)| *to = f32::from(*byte));
        } else {
            let samples = bytes.chunks_exact(2).map(|two| u16::from_ne_bytes([two[0], two[1]]));
            line.iter_mut().zip(samples).for_each(|(to, sample)| *to = f32::from(sample));
        }
        Some(())
    }
}

/// The planes of colour, which may be coarser than the luma.
struct Colour {
    u: Samples,
    v: Samples,
    is_half_wide: bool,
    is_half_high: bool,
    width: usize,
    height: usize,
}

impl Colour {
    fn of(picture: &Picture) -> Option<Colour> {
        let (is_half_wide, is_half_high) = match picture.pixel_layout() {
            PixelLayout::I400 => return None,
            PixelLayout::I420 => (true, true),
            PixelLayout::I422 => (true, false),
            PixelLayout::I444 => (false, false),
        };
        let half = |side: u32, is_half: bool| side.div_ceil(if is_half { 2 } else { 1 }) as usize;
        Some(Colour {
            u: Samples::of(picture, PlanarImageComponent::U),
            v: Samples::of(picture, PlanarImageComponent::V),
            is_half_wide,
            is_half_high,
            width: half(picture.width(), is_half_wide),
            height: half(picture.height(), is_half_high),
        })
    }

    /// A row as wide as the luma: three parts of the nearest sample, one of the next.
    fn line(&self, samples: &Samples, row: usize, line: &mut [f32]) -> Option<()> {
        let mut near = vec![0.0; self.width];
        if self.is_half_high {
            let mut next = vec![0.0; self.width];
            let (nearest, beside) = neighbours(row, self.height);
            samples.line(nearest, &mut near)?;
            samples.line(beside, &mut next)?;
            near.iter_mut().zip(next).for_each(|(near, next)| *near = *near * 0.75 + next * 0.25);
        } else {
            samples.line(row, &mut near)?;
        }
        if !self.is_half_wide {
            line.copy_from_slice(&near);
            return Some(());
        }
        for (x, to) in line.iter_mut().enumerate() {
            let (nearest, beside) = neighbours(x, self.width);
            *to = near[nearest] * 0.75 + near[beside] * 0.25;
        }
        Some(())
    }
}

/// The coarse samples nearest to a fine one, of so many.
fn neighbours(fine: usize, count: usize) -> (usize, usize) {
    let nearest = fine / 2;
    let beside = if fine.is_multiple_of(2) {
        nearest.saturating_sub(1)
    } else {
        (nearest + 1).min(count - 1)
    };
    (nearest, beside)
}
