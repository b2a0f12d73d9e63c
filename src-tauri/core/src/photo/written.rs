//! Writes credit and copyright into the pictures that we encode, and nothing else: no position, no
//! date, no name that does not print.
//!
//! A JPEG gets XMP and IIM with its digest, since picture desks still read IIM alone; a PNG gets XMP.

use super::clean::line;
use super::error::PhotoError;
use super::iim::UTF_8_MARK;
use super::sniff::{Format, PNG_SIGNATURE, sniff};
use super::table::{DC, PHOTOSHOP};
use super::{jpeg, png};
use md5::{Digest, Md5};
use quick_xml::escape::escape;

/// What stands in an exported picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenFacts<'a> {
    /// The printed credit without its label; see [`PrintedCredit::names`](super::PrintedCredit).
    pub credit: &'a str,
    pub copyright: Option<&'a str>,
}

/// Limits of IIM, in bytes.
const MAX_CREDIT_BYTES: usize = 32;
const MAX_COPYRIGHT_BYTES: usize = 128;

/// A copy of a picture with these facts in it, for a picture of our own making that carries none.
/// Read back, XMP gives the same text; IIM is cut where it must be. An empty text is not written.
/// Fails with what is wrong when `bytes` is not a JPEG or PNG.
pub fn write_facts(bytes: &[u8], written: &WrittenFacts) -> Result<Vec<u8>, PhotoError> {
    let credit = line(written.credit);
    let copyright = line(written.copyright.unwrap_or_default());
    if credit.is_empty() && copyright.is_empty() {
        return Ok(bytes.to_vec());
    }
    match sniff(bytes)? {
        Format::Jpeg => into_jpeg(bytes, &credit, &copyright),
        Format::Png => into_png(bytes, &credit, &copyright),
        _ => Err(PhotoError::Damaged { part: "facts cannot be written into its format" }),
    }
}

/// Behind the JFIF header, which readers want first.
fn into_jpeg(bytes: &[u8], credit: &str, copyright: &str) -> Result<Vec<u8>, PhotoError> {
    let parts = jpeg::take_apart(bytes)?;
    let at = match parts.segments.first() {
        Some(first) if first.marker == jpeg::APP0 => 2 + 4 + first.body.len(),
        _ => 2,
    };
    let xmp = [b"http://ns.adobe.com/xap/1.0/\0", xmp(credit, copyright).as_bytes()].concat();
    let iim = [b"Photoshop 3.0\0", &resources(&iim(credit, copyright))[..]].concat();
    let segments = [segment(jpeg::APP1, &xmp), segment(jpeg::APP13, &iim)].concat();
    Ok([&bytes[..at], &segments, &bytes[at..]].concat())
}

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    // Both texts are cut at 1,000 characters, so a body stays far below a segment's 65,533 bytes.
    let length = (body.len() + 2) as u16;
    [&[0xFF, marker], &length.to_be_bytes()[..], body].concat()
}

/// Behind the header chunk, which must be first.
fn into_png(bytes: &[u8], credit: &str, copyright: &str) -> Result<Vec<u8>, PhotoError> {
    let header = png::take_apart(bytes)?.chunks[0].body.len() + 12;
    let (head, rest) = bytes.split_at(PNG_SIGNATURE.len() + header);
    let mut chunk = b"iTXtXML:com.adobe.xmp\0\0\0\0\0".to_vec();
    chunk.extend(xmp(credit, copyright).as_bytes());
    let length = (chunk.len() as u32 - 4).to_be_bytes();
    let checksum = crc32fast::hash(&chunk).to_be_bytes();
    Ok([head, &length, &chunk, &checksum, rest].concat())
}

fn xmp(credit: &str, copyright: &str) -> String {
    let mut properties = String::new();
    if !credit.is_empty() {
        properties += &format!("<photoshop:Credit>{}</photoshop:Credit>", escape(credit));
    }
    if !copyright.is_empty() {
        properties += &format!(
            "<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:rights>",
            escape(copyright)
        );
    }
    format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"{DC}\" xmlns:photoshop=\"{PHOTOSHOP}\">\
         {properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
    )
}

/// The datasets in the order of their numbers, the character set first.
fn iim(credit: &str, copyright: &str) -> Vec<u8> {
    let mut block = dataset(1, 90, UTF_8_MARK);
    block.extend(dataset(2, 0, &[0, 4]));
    if !credit.is_empty() {
        block.extend(dataset(2, 110, cut(credit, MAX_CREDIT_BYTES)));
    }
    if !copyright.is_empty() {
        block.extend(dataset(2, 116, cut(copyright, MAX_COPYRIGHT_BYTES)));
    }
    block
}

fn dataset(record: u8, number: u8, value: &[u8]) -> Vec<u8> {
    [&[0x1C, record, number], &(value.len() as u16).to_be_bytes()[..], value].concat()
}

fn cut(text: &str, max_bytes: usize) -> &[u8] {
    text[..text.floor_char_boundary(max_bytes)].trim_end().as_bytes()
}

/// The IIM and its digest, so that a reader sees that the two carriers agree.
fn resources(iim: &[u8]) -> Vec<u8> {
    [resource(0x0404, iim), resource(0x0425, &Md5::digest(iim))].concat()
}

fn resource(number: u16, body: &[u8]) -> Vec<u8> {
    let mut bytes = [b"8BIM", &number.to_be_bytes()[..], &[0, 0]].concat();
    bytes.extend((body.len() as u32).to_be_bytes());
    bytes.extend(body);
    bytes.resize(bytes.len().next_multiple_of(2), 0);
    bytes
}

#[cfg(test)]
mod tests {
    use super::super::{Carrier, Field, inspect};
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

    /// Writes, reads back, and still has a picture with nothing to remove.
    fn check(credit: &str, copyright: Option<&str>) {
        for format in [ImageFormat::Jpeg, ImageFormat::Png] {
            let written = WrittenFacts { credit, copyright };
            let bytes = write_facts(&picture(format), &written).unwrap();
            let found = inspect(&bytes).unwrap();
            assert_eq!(found.facts.get(Field::CreditLine).unwrap_or_default(), credit);
            assert_eq!(found.facts.get(Field::Copyright), copyright);
            let fields = usize::from(!credit.is_empty()) + usize::from(copyright.is_some());
            assert_eq!(found.facts.0.len(), fields);
            assert!(found.removed_on_export.is_empty());
            assert_eq!(image::load_from_memory(&bytes).unwrap().width(), 8);
        }
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        check("Elif Kaya / AFP", Some("© 2026 AFP"));
        check("Elif Kaya / AFP", None);
        check("", Some("© 2026 AFP"));
        check("", None);
        check("<b>\"Ada\" & 'Bo'</b> ]]>", Some("a < b"));
        check("إليف كايا / رويترز", Some("写真提供"));
    }

    #[test]
    fn the_iim_is_cut_between_characters() {
        let credit = "Maximiliano Fernández de la Vaé / Agence France-Presse";
        let written = WrittenFacts { credit, copyright: Some(&"é".repeat(100)) };
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
}
