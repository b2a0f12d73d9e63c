//! AVIF: the parts of the file (`items`), the codec, and from its planes to pixels (`planes`).
//!
//! The codec is dav1d in Rust, without its assembly: slower, and without the part in which such codecs
//! had their holes.

mod items;
mod planes;

use super::{HDR, PhotoError, SizePx, Stored, cicp, damaged, room};
use image::imageops::replace;
use image::{DynamicImage, GrayImage, RgbImage, RgbaImage};
use items::{Area, Item, Items, Turn};
use re_rav1d::dav1d::{Decoder, Error, Picture, Settings};

/// It is packed in squares of up to 64 pixels, whose edges are then smoothed.
const BLEED_PX: u32 = 72;

/// What a pixel takes at most while it is decoded: planes of 16 bits, the picture, and one turned.
const BYTES_A_PIXEL: u64 = 14;

/// Threads of the codec. More of them take more memory than they save time.
const THREADS: u32 = 2;

pub(super) fn decode(bytes: &[u8], _least: Option<SizePx>) -> Result<Stored, PhotoError> {
    let items = items::read(bytes)?;
    let primary = items.primary()?;
    room::check(primary.size, px(primary.size) * BYTES_A_PIXEL)?;
    let (mut image, numbers) = colours(&items, primary)?;
    if let Some(alpha) = items.alpha_of(primary) {
        let alpha = alpha_of(&items, alpha, primary.size)?;
        image = with_alpha(image, &alpha, items.is_premultiplied(primary));
    }
    let image = stand(image, &primary.turns);
    let profile = primary.profile.map(<[u8]>::to_vec).or_else(|| cicp::profile(numbers.0));
    let mut stored = Stored::of(image, profile);
    stored.bleed_px = BLEED_PX;
    stored.remarks.extend(cicp::is_hdr(numbers.1).then(|| HDR.to_owned()));
    Ok(stored)
}

fn px((width, height): SizePx) -> u64 {
    u64::from(width) * u64::from(height)
}

/// The picture of an item, put together where it lies in tiles; and the numbers of its colours:
/// primaries and transfer.
fn colours(items: &Items, item: &Item) -> Result<(DynamicImage, (u16, u16)), PhotoError> {
    let Some(grid) = items.grid_of(item)? else {
        let picture = picture(&items.bytes_of(item)?, item.size)?;
        let numbers = item.numbers.unwrap_or_else(|| planes::numbers(&picture));
        return Ok((planes::rgb(&picture, numbers)?.into(), (numbers.primaries, numbers.transfer)));
    };
    let mut whole = RgbImage::new(grid.size.0, grid.size.1);
    let mut numbers = (0, 0);
    for (at, tile) in grid.tiles.iter().enumerate() {
        let tile = items.item(*tile)?;
        let picture = picture(&items.bytes_of(tile)?, tile.size)?;
        let of_tile = item.numbers.or(tile.numbers).unwrap_or_else(|| planes::numbers(&picture));
        numbers = (of_tile.primaries, of_tile.transfer);
        let pixels = planes::rgb(&picture, of_tile)?;
        let (column, row) = (at as u32 % grid.columns, at as u32 / grid.columns);
        let (x, y) = (column * pixels.width(), row * pixels.height());
        replace(&mut whole, &pixels, i64::from(x), i64::from(y));
    }
    Ok((whole.into(), numbers))
}

fn alpha_of(items: &Items, item: &Item, size: SizePx) -> Result<GrayImage, PhotoError> {
    let damaged = PhotoError::Damaged { part: "its transparency has another size than its pixels" };
    let Some(grid) = items.grid_of(item)? else {
        let alpha = planes::grey(&picture(&items.bytes_of(item)?, item.size)?)?;
        return if alpha.dimensions() == size { Ok(alpha) } else { Err(damaged) };
    };
    let mut whole = GrayImage::new(grid.size.0, grid.size.1);
    for (at, tile) in grid.tiles.iter().enumerate() {
        let tile = items.item(*tile)?;
        let pixels = planes::grey(&picture(&items.bytes_of(tile)?, tile.size)?)?;
        let (column, row) = (at as u32 % grid.columns, at as u32 / grid.columns);
        let (x, y) = (column * pixels.width(), row * pixels.height());
        replace(&mut whole, &pixels, i64::from(x), i64::from(y));
    }
    if whole.dimensions() == size { Ok(whole) } else { Err(damaged) }
}

/// Decodes one picture, which must be as large as the file says.
fn picture(bytes: &[u8], size: SizePx) -> Result<Picture, PhotoError> {
    let mut settings = Settings::new();
    settings.set_n_threads(THREADS);
    settings.set_max_frame_delay(1);
    settings.set_all_layers(false);
    settings.set_frame_size_limit(u32::try_from(px(size)).unwrap_or(u32::MAX));
    settings.set_strict_std_compliance(true);
    let mut decoder = Decoder::with_settings(&settings).map_err(damaged)?;
    match decoder.send_data(bytes.to_vec(), None, None, None) {
        Ok(()) | Err(Error::Again) => {}
        Err(error) => return Err(damaged(error)),
    }
    let picture = match decoder.get_picture() {
        Err(Error::Again) => decoder.get_picture(),
        picture => picture,
    };
    let picture = picture.map_err(|error| match error {
        Error::Again => PhotoError::Truncated,
        error => damaged(error),
    })?;
    if (picture.width(), picture.height()) != size {
        return Err(PhotoError::Damaged { part: "it is not as large as it says" });
    }
    Ok(picture)
}

fn with_alpha(image: DynamicImage, alpha: &GrayImage, is_premultiplied: bool) -> DynamicImage {
    let mut image: RgbaImage = image.into_rgba8();
    for (pixel, alpha) in image.pixels_mut().zip(alpha.pixels()) {
        let alpha = alpha.0[0];
        pixel.0[3] = alpha;
        if is_premultiplied && alpha > 0 {
            for channel in &mut pixel.0[..3] {
                *channel = (u32::from(*channel) * 255 / u32::from(alpha)).min(255) as u8;
            }
        }
    }
    image.into()
}

/// Cuts and turns the picture, in the order of the file (ISO/IEC 23008-12, 6.3).
fn stand(mut image: DynamicImage, turns: &[Turn]) -> DynamicImage {
    for turn in turns {
        image = match *turn {
            Turn::Cut(Area { left, top, width, height }) => {
                image.crop_imm(left, top, width, height)
            }
            Turn::Anticlockwise(1) => image.rotate270(),
            Turn::Anticlockwise(2) => image.rotate180(),
            Turn::Anticlockwise(3) => image.rotate90(),
            Turn::Anticlockwise(_) => image,
            Turn::TopToBottom => image.flipv(),
            Turn::LeftToRight => image.fliph(),
        };
    }
    image
}
