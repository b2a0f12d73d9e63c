use super::super::{Carrier, inspect};
use super::*;
use image::{ImageFormat, RgbaImage};
use std::io::Cursor;

fn picture(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let image = image::DynamicImage::from(RgbaImage::new(8, 8));
    let image = if format == ImageFormat::Jpeg { image.into_rgb8().into() } else { image };
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn facts(fields: &[(Field, &str)]) -> WrittenFacts {
    fields.iter().fold(WrittenFacts::default(), |facts, (field, text)| facts.with(*field, text))
}

/// Writes, reads back, and still has a picture with nothing to remove.
fn check(fields: &[(Field, &str)]) {
    for format in [ImageFormat::Jpeg, ImageFormat::Png] {
        let bytes = write_facts(&picture(format), &facts(fields)).unwrap();
        let found = inspect(&bytes).unwrap();
        for (field, text) in fields {
            assert_eq!(found.facts.get(*field), Some(*text), "{field:?}");
        }
        assert_eq!(found.facts.0.len(), fields.len());
        assert!(found.removed_on_export.is_empty());
        assert_eq!(image::load_from_memory(&bytes).unwrap().width(), 8);
    }
}

#[test]
fn what_is_written_is_what_is_read() {
    check(&[(Field::CreditLine, "Elif Kaya / AFP"), (Field::Copyright, "© 2026 AFP")]);
    check(&[(Field::CreditLine, "Elif Kaya / AFP")]);
    check(&[(Field::Copyright, "© 2026 AFP")]);
    check(&[]);
    check(&[(Field::CreditLine, "<b>\"Ada\" & 'Bo'</b> ]]>"), (Field::Copyright, "a < b")]);
    check(&[(Field::CreditLine, "إليف كايا / رويترز"), (Field::Copyright, "写真提供")]);
}

#[test]
fn everything_that_a_page_prints_can_be_written() {
    check(&[
        (Field::CreditLine, "Elif Kaya / AFP"),
        (Field::Photographer, "Elif Kaya; Jon Berg"),
        (Field::Copyright, "© 2026 AFP"),
        (Field::UsageTerms, "Editorial use only"),
        (Field::WebStatement, "https://example.org/rights"),
        (Field::LicensorUrl, "https://example.org/buy"),
        (Field::DigitalSourceType, "digitalCapture"),
        (Field::DateCreated, "2026-05-12T05:41:00+02:00"),
        (Field::Headline, "Bridge reopens"),
        (Field::Caption, "The Kvern bridge at first light."),
        (Field::AltText, "A steel bridge over a river"),
        (Field::City, "Halden"),
        (Field::Country, "Norway"),
    ]);
}

#[test]
fn an_address_that_is_none_is_not_written() {
    let facts = facts(&[(Field::WebStatement, "javascript:alert(1)"), (Field::City, " - ")]);
    assert!(facts.is_empty());
}

#[test]
fn the_iim_is_cut_between_characters() {
    let credit = "Maximiliano Fernández de la Vaé / Agence France-Presse";
    let written = facts(&[(Field::CreditLine, credit), (Field::Copyright, &"é".repeat(100))]);
    let bytes = write_facts(&picture(ImageFormat::Jpeg), &written).unwrap();
    let facts = inspect(&bytes).unwrap().facts;
    let iim = |field| {
        let others = &facts.0[&field].others;
        others.iter().find(|other| other.carrier == Carrier::Iim).unwrap().value.clone()
    };
    assert_eq!(facts.get(Field::CreditLine), Some(credit));
    assert_eq!(iim(Field::CreditLine), "Maximiliano Fernández de la Va");
    assert_eq!(iim(Field::Copyright), "é".repeat(64));
}

#[test]
fn a_caption_of_thirty_pages_is_cut_and_the_credit_is_not() {
    let caption = "<&>".repeat(3_333);
    let written = facts(&[(Field::CreditLine, "Jon Berg"), (Field::Caption, &caption)]);
    assert!(xmp::packet(&written).len() <= xmp::MAX_BYTES);
    let bytes = write_facts(&picture(ImageFormat::Jpeg), &written).unwrap();
    let facts = inspect(&bytes).unwrap().facts;
    assert_eq!(facts.get(Field::CreditLine), Some("Jon Berg"));
    assert!(facts.get(Field::Caption).is_some_and(|cut| caption.starts_with(cut)));
}

/// A WebP with one chunk, which need not hold a picture to be written into.
fn webp(name: &[u8], body: &[u8]) -> Vec<u8> {
    let mut chunk = [name, &(body.len() as u32).to_le_bytes()[..], body].concat();
    chunk.resize(chunk.len().next_multiple_of(2), 0);
    let length = (chunk.len() as u32 + 4).to_le_bytes();
    [b"RIFF", &length[..], b"WEBP", &chunk].concat()
}

fn check_webp(name: &[u8], body: &[u8], flags: u8) {
    let written = facts(&[(Field::CreditLine, "Jon Berg")]);
    let bytes = write_facts(&webp(name, body), &written).unwrap();
    assert_eq!(u32::from_le_bytes(bytes[4..8].try_into().unwrap()) as usize, bytes.len() - 8);
    assert_eq!(&bytes[12..20], b"VP8X\x0A\0\0\0");
    assert_eq!((bytes[20], &bytes[24..30]), (flags, &[9, 0, 0, 4, 0, 0][..]), "{name:?}");
    assert!(String::from_utf8_lossy(&bytes).contains("<photoshop:Credit>Jon Berg<"));
    let exif = ::exif::Reader::new().read_from_container(&mut Cursor::new(&bytes)).unwrap();
    let wide = exif.get_field(::exif::Tag::PixelXDimension, ::exif::In::PRIMARY).unwrap();
    assert_eq!(wide.value.get_uint(0), Some(10));
    // Written twice, it holds the facts once.
    assert_eq!(write_facts(&bytes, &written).unwrap(), bytes);
}

#[test]
fn a_webp_of_every_kind_is_extended() {
    check_webp(b"VP8 ", &[0, 0, 0, 0x9D, 1, 0x2A, 10, 0, 5, 0, 7], 0x0C);
    let lossless = |alpha: u32| 9 | 4 << 14 | alpha << 28;
    check_webp(b"VP8L", &[&[0x2F], &lossless(1).to_le_bytes()[..]].concat(), 0x1C);
    check_webp(b"VP8L", &[&[0x2F], &lossless(0).to_le_bytes()[..]].concat(), 0x0C);
    check_webp(b"VP8X", &[0x10, 0, 0, 0, 9, 0, 0, 4, 0, 0], 0x1C);
}

#[test]
fn broken_containers_are_refused_in_words() {
    let written = facts(&[(Field::CreditLine, "Jon Berg")]);
    let bad: [&[u8]; 8] = [
        b"",
        b"GIF89a",
        b"RIFF\x04\0\0\0WEBP",
        b"RIFF\x0C\0\0\0WEBPVP8 \xFF\xFF\xFF\xFF",
        b"\0\0\0\x08ftyp",
        b"\0\0\0\x10ftypavif\0\0\0\0",
        b"\0\0\0\x10ftypavif\0\0\0\0\0\0\0\x0Cmeta\0\0\0\0",
        b"\xFF\xD8\xFF",
    ];
    for bytes in bad {
        assert!(write_facts(bytes, &written).is_err(), "{bytes:?}");
    }
}
