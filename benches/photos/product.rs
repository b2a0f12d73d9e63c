//! The one place where the product's own code is called: one photo to the pictures of a page, as an
//! export makes them.

use cutline_core::photo::darkroom::{
    Darkroom, Order, Original, PictureFormat, Purpose, Rendition, Size, Wanted,
};
use cutline_core::photo::{Field, WrittenFacts, write_facts};
use cutline_core::story::Framing;
use std::error::Error;
use std::ops::ControlFlow;
use std::path::Path;

pub const WIDTHS: [u32; 5] = [2400, 1600, 1200, 800, 480];

/// Makes all widths in all formats of the photo and writes them into the folder as `<width>.<ending>`,
/// with the credit in each. `hash` is the photo's, which a desk knows since it took the photo in.
pub fn make(
    photo: &Path,
    hash: &str,
    formats: &[PictureFormat],
    folder: &Path,
) -> Result<(), Box<dyn Error>> {
    let wanted = |format: PictureFormat| {
        WIDTHS.map(|width| Wanted { size: Size::Width(width), format, purpose: Purpose::Page })
    };
    let order = Order {
        framing: Framing::default(),
        wanted: formats.iter().copied().flat_map(wanted).collect(),
    };
    let original = Original::File { path: photo, hash };
    let mut trouble = None;
    Darkroom::of_this_program().develop(original, &order, &mut |_, rendition| match keep(
        &rendition, folder,
    ) {
        Ok(()) => ControlFlow::Continue(()),
        Err(error) => {
            trouble = Some(error);
            ControlFlow::Break(())
        }
    })?;
    trouble.map_or(Ok(()), Err)
}

fn keep(rendition: &Rendition, folder: &Path) -> Result<(), Box<dyn Error>> {
    let facts = WrittenFacts::default()
        .with(Field::CreditLine, "Elif Kaya / AFP")
        .with(Field::Photographer, "Elif Kaya")
        .with(Field::Copyright, "© 2026 AFP")
        .with(Field::Caption, "The first tram in 41 years crosses the bridge at Halden.")
        .with(Field::City, "Halden");
    let bytes = write_facts(&rendition.bytes, &facts)?;
    let name = format!("{}.{}", rendition.width_px, rendition.format.extension());
    Ok(std::fs::write(folder.join(name), bytes)?)
}

pub fn hash(photo: &Path) -> Result<String, Box<dyn Error>> {
    let mut hasher = blake3::Hasher::new();
    std::io::copy(&mut std::fs::File::open(photo)?, &mut hasher)?;
    Ok(hasher.finalize().to_hex().to_string())
}
