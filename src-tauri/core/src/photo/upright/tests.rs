//! Pictures made of small drawn ones, looked at pixel by pixel.

use super::super::darkroom::{Developed, Order, PictureFormat, Purpose, Rendition, Size, Wanted};
use super::super::error::PhotoError;
use super::{develop, develop_on, widths};
use crate::story::{Area, Cover, Framing, Obscured, Point};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ImageEncoder, Rgb, RgbImage, Rgba, RgbaImage};
use std::ops::ControlFlow;

const FORMATS: [PictureFormat; 4] =
    [PictureFormat::Jpeg, PictureFormat::WebP, PictureFormat::Avif, PictureFormat::Png];

const RED: [u8; 3] = [220, 30, 30];
const GREEN: [u8; 3] = [30, 160, 30];
const BLUE: [u8; 3] = [30, 30, 220];
const YELLOW: [u8; 3] = [230, 220, 40];

/// The quarters of the drawn picture in reading order.
const QUARTERS: [[u8; 3]; 4] = [RED, GREEN, BLUE, YELLOW];

fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let quarter = usize::from(x >= width / 2) + 2 * usize::from(y >= height / 2);
        Rgb(QUARTERS[quarter])
    })
}

fn png(image: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    image.write_with_encoder(PngEncoder::new(&mut bytes)).unwrap();
    bytes
}

fn drawn(width: u32, height: u32) -> Vec<u8> {
    png(&quarters(width, height).into())
}

/// A JPEG with this Exif orientation.
fn jpeg(image: &RgbImage, quality: u8, orientation: u8) -> Vec<u8> {
    let mut exif = b"MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    encoder.set_exif_metadata(exif).unwrap();
    image.write_with_encoder(encoder).unwrap();
    bytes
}

fn wanted(size: Size, format: PictureFormat) -> Wanted {
    Wanted { size, format, purpose: Purpose::Page }
}

fn made(bytes: &[u8], order: &Order) -> Result<(Developed, Vec<Rendition>), PhotoError> {
    made_on(2, bytes, order)
}

/// In the order in which they were wanted.
fn made_on(
    threads: usize,
    bytes: &[u8],
    order: &Order,
) -> Result<(Developed, Vec<Rendition>), PhotoError> {
    let mut pictures = Vec::new();
    let developed = develop_on(threads, bytes, order, &mut || (), &mut |index, rendition| {
        pictures.push((index, rendition));
        ControlFlow::Continue(())
    })?;
    pictures.sort_by_key(|(index, _)| *index);
    Ok((developed, pictures.into_iter().map(|(_, rendition)| rendition).collect()))
}

fn one(bytes: &[u8], framing: &Framing, size: Size, format: PictureFormat) -> Rendition {
    let order = Order { framing: framing.clone(), wanted: vec![wanted(size, format)] };
    made(bytes, &order).unwrap().1.remove(0)
}

fn framed(bytes: &[u8], framing: &Framing, size: Size) -> RgbaImage {
    let rendition = one(bytes, framing, size, PictureFormat::Png);
    let image = image::load_from_memory(&rendition.bytes).unwrap().into_rgba8();
    assert_eq!(image.dimensions(), (rendition.width_px, rendition.height_px));
    image
}

/// The colours at the middles of the quarters, in reading order, as letters.
fn letters(image: &RgbaImage) -> String {
    let (width, height) = image.dimensions();
    let at = |x: u32, y: u32| letter(image.get_pixel(x, y).0);
    let (left, right, top, bottom) = (width / 4, width * 3 / 4, height / 4, height * 3 / 4);
    [at(left, top), at(right, top), at(left, bottom), at(right, bottom)].iter().collect()
}

fn letter([red, green, blue, _]: [u8; 4]) -> char {
    let near = |colour: [u8; 3]| {
        [red, green, blue].iter().zip(colour).all(|(found, drawn)| found.abs_diff(drawn) < 40)
    };
    let named = [(RED, 'r'), (GREEN, 'g'), (BLUE, 'b'), (YELLOW, 'y'), ([96; 3], '#')];
    named.iter().find(|(colour, _)| near(*colour)).map_or('?', |(_, name)| *name)
}

fn area(left: u16, top: u16, width: u16, height: u16) -> Area {
    Area { left, top, width, height }
}

fn check_framed(framing: Framing, size: Size, expected: &str) {
    let image = framed(&drawn(80, 40), &framing, size);
    let found = format!("{} {}×{}", letters(&image), image.width(), image.height());
    assert_eq!(found, expected, "{framing:?} {size:?}");
}

fn turned(turn: u16) -> Framing {
    Framing { turn, ..Framing::default() }
}

fn cropped(left: u16, top: u16, width: u16, height: u16) -> Framing {
    Framing { crop: Some(area(left, top, width, height)), ..Framing::default() }
}

#[test]
fn a_turn_is_clockwise() {
    check_framed(turned(0), Size::Own, "rgby 80×40");
    check_framed(turned(90), Size::Own, "bryg 40×80");
    check_framed(turned(180), Size::Own, "ybgr 80×40");
    check_framed(turned(270), Size::Own, "gyrb 40×80");
}

#[test]
fn a_crop_shows_its_part() {
    check_framed(cropped(0, 0, 5000, 10_000), Size::Own, "rrbb 40×40");
    check_framed(cropped(5000, 5000, 5000, 5000), Size::Own, "yyyy 40×20");
    check_framed(cropped(2500, 2500, 5000, 5000), Size::Own, "rgby 40×20");
    check_framed(cropped(9_999, 9_999, 1, 1), Size::Own, "yyyy 1×1");
}

#[test]
fn a_crop_is_of_the_picture_before_it_is_turned() {
    let framing = Framing { turn: 90, ..cropped(0, 0, 10_000, 5000) };
    check_framed(framing, Size::Own, "rrgg 20×80");
}

#[test]
fn sizes_are_of_the_framed_picture() {
    let framing = Framing { turn: 90, ..cropped(0, 0, 10_000, 5000) };
    check_framed(framing.clone(), Size::Width(10), "rrgg 10×40");
    check_framed(framing.clone(), Size::Within(40), "rrgg 10×40");
    check_framed(framing, Size::Width(4000), "rrgg 20×80");
}

fn looking_at(left: u16, top: u16, framing: Framing) -> Framing {
    Framing { focus: Some(Point { left, top }), ..framing }
}

#[test]
fn filling_keeps_the_focus_in_sight() {
    let square = Size::Fill { width_px: 10, height_px: 10 };
    check_framed(Framing::default(), square, "rgby 10×10");
    check_framed(looking_at(0, 0, Framing::default()), square, "rrbb 10×10");
    check_framed(looking_at(10_000, 0, Framing::default()), square, "ggyy 10×10");
    check_framed(looking_at(10_000, 0, turned(90)), square, "ygyg 10×10");
}

#[test]
fn filling_never_enlarges() {
    check_framed(Framing::default(), Size::Fill { width_px: 400, height_px: 400 }, "rgby 40×40");
    check_framed(Framing::default(), Size::Fill { width_px: 4000, height_px: 1000 }, "rgby 80×20");
}

#[test]
fn the_ladder_never_goes_over_the_picture() {
    assert_eq!(widths(4000), [480, 720, 960, 1280, 1600, 2400]);
    assert_eq!(widths(2000), [480, 720, 960, 1280, 1600, 2000]);
    assert_eq!(widths(1600), [480, 720, 960, 1280, 1600]);
    assert_eq!(widths(1000), [480, 720, 960, 1000]);
    assert_eq!(widths(960), [480, 720, 960]);
    assert_eq!(widths(300), [300]);
}

fn check_size(width: u32, height: u32, size: Size, expected: (u32, u32)) {
    let source = png(&RgbImage::new(width, height).into());
    for format in FORMATS {
        let rendition = one(&source, &Framing::default(), size, format);
        assert_eq!((rendition.width_px, rendition.height_px), expected, "{format:?} {size:?}");
        assert_eq!(rendition.format, format);
    }
}

#[test]
fn a_rendition_keeps_the_shape_and_is_never_larger() {
    check_size(40, 30, Size::Width(20), (20, 15));
    check_size(40, 30, Size::Width(400), (40, 30));
    check_size(100, 1, Size::Width(48), (48, 1));
    check_size(1, 100, Size::Width(48), (1, 100));
    check_size(10, 40, Size::Within(20), (5, 20));
    check_size(10, 40, Size::Within(0), (1, 1));
}

#[test]
fn orientation_comes_before_framing() {
    let exif_turned = |orientation: u8| {
        let upright = DynamicImage::from(quarters(64, 32));
        let stored = match orientation {
            2 => upright.fliph(),
            3 => upright.rotate180(),
            4 => upright.flipv(),
            5 => upright.rotate270().flipv(),
            6 => upright.rotate270(),
            7 => upright.rotate90().flipv(),
            8 => upright.rotate90(),
            _ => upright,
        };
        jpeg(&stored.into_rgb8(), 100, orientation)
    };
    for orientation in 1..=8 {
        let source = exif_turned(orientation);
        let plain = framed(&source, &Framing::default(), Size::Own);
        assert_eq!(letters(&plain), "rgby", "orientation {orientation}");
        let framing = Framing { turn: 90, ..cropped(0, 0, 5000, 10_000) };
        let half = framed(&source, &framing, Size::Width(16));
        assert_eq!((letters(&half).as_str(), half.width()), ("brbr", 16), "{orientation}");
    }
}

fn covering(area: Area, cover: Cover) -> Framing {
    Framing { obscured: vec![Obscured { area, cover }], ..Framing::default() }
}

#[test]
fn a_block_covers_its_area_and_little_more() {
    let image = framed(&drawn(80, 40), &covering(area(0, 0, 5000, 5000), Cover::Block), Size::Own);
    assert_eq!(letters(&image), "#gby");
    assert_eq!(letter(image.get_pixel(39, 19).0), '#');
    assert_eq!(letter(image.get_pixel(44, 24).0), 'y');
}

#[test]
fn a_coarse_cover_leaves_a_few_flat_squares() {
    let noise =
        RgbImage::from_fn(320, 320, |x, y| Rgb([((x * 37) ^ (y * 91)) as u8, x as u8, y as u8]));
    let framing = covering(Area::WHOLE, Cover::Coarse);
    let image = framed(&png(&noise.into()), &framing, Size::Own);
    let colours: std::collections::BTreeSet<_> = image.pixels().map(|pixel| pixel.0).collect();
    assert!(colours.len() > 4 && colours.len() <= 16, "{}", colours.len());
}

#[test]
fn cover_and_crop_and_turn_come_in_this_order() {
    let framing = Framing {
        turn: 180,
        crop: Some(area(0, 0, 10_000, 5000)),
        ..covering(area(6000, 1000, 3000, 3000), Cover::Block)
    };
    check_framed(framing, Size::Own, "#r#r 80×20");
}

/// The same picture twice, with something else in the middle. What is there is the same in the mean,
/// in each of the squares that a coarse cover makes.
fn two_secrets(width: u32, height: u32) -> [RgbImage; 2] {
    [0u32, 1].map(|secret| {
        RgbImage::from_fn(width, height, |x, y| {
            let inside = (width * 3 / 10..width * 7 / 10).contains(&x)
                && (height * 3 / 10..height * 7 / 10).contains(&y);
            match inside {
                true if (x / (1 + secret) + y) % 2 == 0 => Rgb([0, 0, 0]),
                true => Rgb([255, 255, 255]),
                false => Rgb([(x * 3) as u8, (y * 5) as u8, (x + y) as u8]),
            }
        })
    })
}

fn every_way() -> Vec<Wanted> {
    let sizes =
        [Size::Own, Size::Width(60), Size::Within(33), Size::Fill { width_px: 50, height_px: 50 }];
    let mut every = Vec::new();
    for format in FORMATS {
        every.extend(sizes.map(|size| wanted(size, format)));
    }
    every
}

fn check_leaves_nothing(sources: [Vec<u8>; 2], framing: &Framing) {
    assert_ne!(sources[0], sources[1]);
    for wanted in [every_way(), every_way()[1..4].to_vec(), every_way()[2..3].to_vec()] {
        let order = Order { framing: framing.clone(), wanted };
        let [one, other] = sources.each_ref().map(|source| made(source, &order).unwrap());
        assert_eq!(one.0, other.0);
        for (index, (one, other)) in one.1.iter().zip(&other.1).enumerate() {
            assert!(one == other, "{:?} differs, {framing:?}", order.wanted[index]);
        }
    }
}

#[test]
fn an_obscured_area_leaves_nothing_behind() {
    let hidden = area(3000, 3000, 4000, 4000);
    let covers = [
        covering(hidden, Cover::Block),
        covering(hidden, Cover::Coarse),
        Framing {
            turn: 90,
            crop: Some(area(1000, 0, 8000, 9000)),
            ..covering(hidden, Cover::Block)
        },
    ];
    for framing in &covers[..] {
        check_leaves_nothing(two_secrets(160, 120).map(|image| png(&image.into())), framing);
    }
    for orientation in [1, 6] {
        let stored = two_secrets(200, 152).map(|image| jpeg(&image, 80, orientation));
        check_leaves_nothing(stored, &covers[0]);
        let stored = two_secrets(200, 152).map(|image| subsampled(&image));
        check_leaves_nothing(stored, &covers[2]);
    }
}

/// As a camera packs it: progressive, half the colours each way.
fn subsampled(image: &RgbImage) -> Vec<u8> {
    one(&png(&image.clone().into()), &Framing::default(), Size::Own, PictureFormat::Jpeg).bytes
}

#[test]
fn what_shows_through_only_under_a_cover_is_not_told() {
    let mut image = RgbaImage::from_pixel(40, 40, Rgba([9, 9, 9, 255]));
    image.put_pixel(20, 20, Rgba([0, 0, 0, 0]));
    let framing = covering(area(4000, 4000, 2000, 2000), Cover::Block);
    let order = Order { framing, wanted: vec![wanted(Size::Own, PictureFormat::Png)] };
    let (developed, pictures) = made(&png(&image.into()), &order).unwrap();
    assert!(!developed.has_alpha);
    assert!(!image::load_from_memory(&pictures[0].bytes).unwrap().color().has_alpha());
}

#[test]
fn a_picture_does_not_depend_on_how_many_are_made_at_once() {
    let source = jpeg(&two_secrets(300, 200)[0], 90, 1);
    let order = Order { framing: turned(90), wanted: every_way() };
    let alone = made_on(1, &source, &order).unwrap();
    for threads in [2, 5] {
        assert!(made_on(threads, &source, &order).unwrap() == alone, "{threads} threads");
    }
}

#[test]
fn a_jpeg_for_a_page_is_progressive() {
    let has = |bytes: &[u8], marker: u8| bytes.windows(2).any(|pair| pair == [0xFF, marker]);
    let page = one(&drawn(80, 40), &Framing::default(), Size::Own, PictureFormat::Jpeg);
    assert!(has(&page.bytes, 0xC2) && !has(&page.bytes, 0xC0));
}

fn webp_pixels(bytes: &[u8]) -> Vec<u8> {
    let (mut width, mut height) = (0, 0);
    // SAFETY: libwebp reads `bytes.len()` bytes, and leaves four bytes a pixel, copied before freed.
    unsafe {
        let pixels =
            libwebp_sys::WebPDecodeRGBA(bytes.as_ptr(), bytes.len(), &mut width, &mut height);
        assert!(!pixels.is_null());
        let copy = std::slice::from_raw_parts(pixels, (width * height * 4) as usize).to_vec();
        libwebp_sys::WebPFree(pixels.cast());
        copy
    }
}

/// The pixel in the middle.
fn check_shows_through(format: PictureFormat, expected: [u8; 4]) {
    let source = png(&RgbaImage::from_pixel(16, 16, Rgba([0, 0, 0, 0])).into());
    let bytes = one(&source, &Framing::default(), Size::Own, format).bytes;
    let pixels = match format {
        PictureFormat::WebP => webp_pixels(&bytes),
        _ => image::load_from_memory(&bytes).unwrap().into_rgba8().into_raw(),
    };
    let middle = (8 * 16 + 8) * 4;
    assert_eq!(pixels[middle..middle + 4], expected, "{format:?}");
}

#[test]
fn what_shows_through_stays_or_lies_on_white() {
    check_shows_through(PictureFormat::Jpeg, [255, 255, 255, 255]);
    check_shows_through(PictureFormat::Png, [0, 0, 0, 0]);
    check_shows_through(PictureFormat::WebP, [0, 0, 0, 0]);
}

fn check_transparent(alpha: u8, expected: bool) {
    let source = png(&RgbaImage::from_pixel(8, 8, Rgba([200, 0, 0, alpha])).into());
    let order = Order { framing: Framing::default(), wanted: Vec::new() };
    assert_eq!(made(&source, &order).unwrap().0.has_alpha, expected);
}

#[test]
fn only_real_transparency_counts() {
    check_transparent(255, false);
    check_transparent(100, true);
}

#[test]
fn nothing_more_is_made_once_nobody_takes_it() {
    let order = Order { framing: Framing::default(), wanted: every_way() };
    let mut taken = 0;
    develop(&drawn(40, 40), &order, &mut || (), &mut |_, _| {
        taken += 1;
        ControlFlow::Break(())
    })
    .unwrap();
    assert_eq!(taken, 1);
}

fn check_refused(bytes: &[u8], framing: Framing, expected: &str) {
    let order = Order { framing, wanted: vec![wanted(Size::Width(20), PictureFormat::Jpeg)] };
    let error = made(bytes, &order).unwrap_err().to_string();
    assert!(error.contains(expected), "{error}");
}

#[test]
fn a_framing_that_no_picture_has_is_refused() {
    check_refused(&drawn(8, 8), turned(45), "cannot be cropped");
    check_refused(&drawn(8, 8), cropped(1, 0, 10_000, 1), "cannot be cropped");
}

/// Half the pixels, and then the end of a picture as if all were there.
#[test]
fn a_picture_with_missing_pixels_is_refused_never_grey() {
    let noise =
        RgbImage::from_fn(320, 320, |x, y| Rgb([((x * 37) ^ (y * 91)) as u8, x as u8, y as u8]));
    let mut whole = jpeg(&noise, 80, 1);
    whole.truncate(whole.len() / 2);
    check_refused(&whole, Framing::default(), "cut short");
    whole.extend([0xFF, 0xD9]);
    check_refused(&whole, Framing::default(), "pixels are missing");
}
