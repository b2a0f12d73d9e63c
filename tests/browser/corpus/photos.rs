//! Photos for stories: drawn, small, and with the facts that agencies write into theirs.

use cutline_core::desk::Desk;
use cutline_core::photo::{Field, WrittenFacts, write_facts};
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

/// A photo that a story asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Picture {
    /// Two photos with different numbers are different pictures.
    pub number: u32,
    pub size: (u32, u32),
    pub transparent: bool,
    /// What stands in the file beside the credit: a caption and an alt text, or neither.
    pub described: bool,
}

/// Wide enough for every card.
pub const LARGE: (u32, u32) = (2000, 1333);
pub const PLAIN: (u32, u32) = (1000, 667);
pub const TALL: (u32, u32) = (900, 1350);
pub const TINY: (u32, u32) = (200, 150);

/// A photo with a caption and an alt text of its own.
pub fn picture(number: u32, size: (u32, u32)) -> Picture {
    Picture { number, size, transparent: false, described: true }
}

/// The photos that were taken in, each once.
pub struct Photos {
    folder: PathBuf,
    taken: BTreeMap<Picture, String>,
}

impl Photos {
    pub fn new(folder: &Path) -> Photos {
        Photos { folder: folder.to_owned(), taken: BTreeMap::new() }
    }

    /// The id of the picture in `desk`.
    pub fn id(&mut self, desk: &Desk, picture: Picture) -> String {
        let path = self.folder.join(format!("DSC_{:04}.jpg", picture.number));
        let take = || {
            fs::write(&path, file(picture)).expect("a photo can be written");
            desk.take_photo(&path).expect("a photo is taken in")
        };
        self.taken.entry(picture).or_insert_with(take).clone()
    }
}

const PHOTOGRAPHERS: [(&str, &str); 6] = [
    ("Elif Kaya", "AFP"),
    ("Jon Berg", "Halden Press"),
    ("Mehmet Ünal", "Anadolu"),
    ("ليلى حداد", "رويترز"),
    ("山田 花子", "共同通信"),
    ("Siobhán O’Brien", ""),
];

fn file(picture: Picture) -> Vec<u8> {
    let drawn = DynamicImage::from(draw(picture));
    let mut bytes = Cursor::new(Vec::new());
    let written = match picture.transparent {
        true => drawn.write_to(&mut bytes, ImageFormat::Png),
        false => drawn.to_rgb8().write_to(&mut bytes, ImageFormat::Jpeg),
    };
    written.expect("a drawing is a picture");
    write_facts(&bytes.into_inner(), &facts(picture)).expect("a picture takes facts")
}

fn facts(picture: Picture) -> WrittenFacts {
    let (photographer, agency) = PHOTOGRAPHERS[picture.number as usize % PHOTOGRAPHERS.len()];
    let facts = WrittenFacts::default()
        .with(Field::Photographer, photographer)
        .with(Field::CreditLine, agency)
        .with(Field::Copyright, "© 2026 The Harbour Post")
        .with(Field::WebStatement, "https://post.example/licence");
    if !picture.described {
        return facts;
    }
    let number = picture.number;
    facts
        .with(Field::Caption, &format!("The harbour on the morning of day {number} of the works."))
        .with(Field::AltText, &format!("Low sun over water, hills and a jetty, view {number}"))
}

/// Hills in front of each other under a low sun, in other colours for each number.
fn draw(picture: Picture) -> RgbaImage {
    let (width, height) = picture.size;
    let turn = picture.number as f32 * 0.61;
    RgbaImage::from_fn(width, height, |x, y| {
        let (across, down) = (x as f32 / width as f32, y as f32 / height as f32);
        let hill = |far: f32| {
            0.45 + far * 0.14 + 0.05 * ((across * (9.0 - far * 2.0)) + far * 2.0 + turn).sin()
        };
        let near = (0..4).filter(|far| down > hill(*far as f32)).count();
        let sun = (across - 0.7).hypot((down - 0.3) * 0.67) < 0.06;
        let sky = 0.55 + 0.4 * down;
        let light = match (near, sun) {
            (0, true) => 1.0,
            (0, false) => sky,
            _ => 0.62 - 0.14 * near as f32,
        };
        let channel = |shift: f32| (255.0 * light * (0.82 + 0.18 * (turn + shift).cos())) as u8;
        let clear = picture.transparent && near == 0 && !sun;
        Rgba([channel(0.0), channel(0.9), channel(1.9), if clear { 0 } else { 255 }])
    })
}
