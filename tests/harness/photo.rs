//! `tests/cases/photo/<case>/input.*` → `facts.txt`: what a file says, or why it is refused.
//!
//! The extension of an input is for people: a file is judged by its bytes.

use super::Case;
use cutline_core::photo::darkroom::{
    Darkroom, Order, Original, PictureFormat, Purpose, Size, Wanted,
};
use cutline_core::photo::{
    CreditStyle, Fact, Field, Inspected, PhotoError, inspect, printed_credit,
};
use cutline_core::story::Framing;
use std::fmt::Write;
use std::fs;
use std::ops::ControlFlow;

const INPUTS: [&str; 7] = ["jpg", "png", "webp", "tif", "gif", "heic", "avif"];

pub fn run(case: &Case) -> Result<(), String> {
    let inputs = INPUTS.map(|ending| case.file(&format!("input.{ending}")));
    let input = inputs.iter().find(|path| path.exists()).ok_or("there is no input")?;
    let bytes = fs::read(input).map_err(|error| format!("{}: {error}", input.display()))?;
    let said = match inspect(&bytes) {
        Ok(inspected) => told(&inspected, &bytes),
        Err(error) => refused(&error),
    };
    case.expect("facts.txt", &said)
}

fn refused(error: &PhotoError) -> String {
    format!("refused: it {error}\nadvice: {}\n", error.advice())
}

fn told(inspected: &Inspected, bytes: &[u8]) -> String {
    let Inspected { format, width_px, height_px, animated, facts, kind, .. } = inspected;
    let animated = if *animated { ", animated" } else { "" };
    let mut text = format!("{format:?}, {width_px} × {height_px} px, {kind:?}{animated}\n");
    text += &pixels(bytes);
    let printed = printed_credit(facts, None, *kind, &CreditStyle::default());
    let (line, note) = printed.map(|printed| (printed.line, printed.note)).unwrap_or_default();
    let line = if line.is_empty() { "nothing".to_owned() } else { format!("{line:?}") };
    text += &format!("prints as: {line}{}\n", note.map_or_else(String::new, |n| format!(" ({n})")));
    for (field, fact) in &facts.0 {
        text += &said(*field, fact);
    }
    for remark in &inspected.remarks {
        writeln!(text, "remark: {remark}").expect("as below");
    }
    for words in &inspected.removed_on_export {
        writeln!(text, "removed on export: {words}").expect("a string takes all");
    }
    text
}

fn said(field: Field, fact: &Fact) -> String {
    let mut text = format!("{field:?}: {:?}, by {:?}\n", fact.value, fact.carrier);
    for other in &fact.others {
        writeln!(text, "    {:?} says {:?}", other.carrier, other.value).expect("as above");
    }
    text
}

/// The four corners of the upright picture: the cases are red, green, blue and white before turning.
fn pixels(bytes: &[u8]) -> String {
    let wanted = Wanted { size: Size::Own, format: PictureFormat::Jpeg, purpose: Purpose::Preview };
    let order = Order { framing: Framing::default(), wanted: vec![wanted] };
    let mut preview = Vec::new();
    let developed =
        Darkroom::in_process().develop(Original::Bytes(bytes), &order, &mut |_, made| {
            preview = made.bytes;
            ControlFlow::Continue(())
        });
    let (width, height) = match developed {
        Ok(developed) => (developed.width_px, developed.height_px),
        Err(error) => return format!("no picture: it {error}\n"),
    };
    let preview = image::load_from_memory(&preview).expect("a preview can be read").to_rgb8();
    assert_eq!(preview.dimensions(), (width, height));
    let at = |x, y| colour(preview.get_pixel(x, y).0);
    format!(
        "corners: {} {} / {} {}\n",
        at(2, 2),
        at(width - 3, 2),
        at(2, height - 3),
        at(width - 3, height - 3)
    )
}

fn colour([red, green, blue]: [u8; 3]) -> &'static str {
    match (red > 127, green > 127, blue > 127) {
        (true, false, false) => "red",
        (false, true, false) => "green",
        (false, false, true) => "blue",
        (true, true, true) => "white",
        _ => "another colour",
    }
}
