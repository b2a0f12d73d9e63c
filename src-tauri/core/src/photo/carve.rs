//! Carves the three carriers of facts out of a file: XMP packets, IIM blocks, the Exif.
//!
//! Real agency files are damaged, and still hold a credit: a header overwritten by the tool that
//! sent them, two packets where one should be. So whatever can be recognised is taken.

use super::exif::XMP_PACKET;
use super::gif::Gif;
use super::heif::Heif;
use super::ifd::{self, Directory};
use super::jpeg::{self, Jpeg, Segment};
use super::png::{self, Png, Text};
use super::tiff::TiffFile;
use super::webp::WebP;
use std::borrow::Cow;

/// The most that an extended XMP packet may hold.
const MAX_EXTENDED_BYTES: usize = 16 << 20;

/// The carriers of one file, as bytes.
#[derive(Default)]
pub(super) struct Carved<'a> {
    /// Main XMP packets, in the order of the file.
    pub packets: Vec<Cow<'a, [u8]>>,
    pub extended: Vec<Extended>,
    /// Photoshop's resources, which hold the IIM; all blocks one after the other.
    pub resources: Vec<u8>,
    /// IIM that stands alone, without Photoshop's resources around it.
    pub bare_iim: Vec<u8>,
    /// From the TIFF header on.
    pub exif: Option<Cow<'a, [u8]>>,
    pub comment: bool,
    pub preview: bool,
    pub provenance: bool,
    pub trailing: bool,
    /// A compressed text was broken, or swelled over the limit, and was left out.
    pub unreadable_text: bool,
}

/// An extended XMP packet, put together from its parts.
pub(super) struct Extended {
    /// 32 hexadecimal digits, which the main packet names.
    pub guid: String,
    pub bytes: Vec<u8>,
}

const XMP_ID: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const XMP_ID_END: &[u8] = b"ns.adobe.com/xap/1.0/\0";
const EXTENDED_ID: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
const EXIF_ID: &[u8] = b"Exif\0";
const PHOTOSHOP_ID: &[u8] = b"Photoshop 3.0\0";

pub(super) fn from_jpeg<'a>(jpeg: &Jpeg<'a>) -> Carved<'a> {
    let mut carved = Carved { trailing: !jpeg.trailing.is_empty(), ..Carved::default() };
    let mut parts = Vec::new();
    for Segment { marker, body } in &jpeg.segments {
        match *marker {
            jpeg::APP1 if body.starts_with(EXTENDED_ID) => {
                parts.extend(extended_part(&body[EXTENDED_ID.len()..]));
            }
            jpeg::APP1 if body.starts_with(EXIF_ID) => {
                carved.exif = carved.exif.take().or(tiff(body).map(Cow::Borrowed));
            }
            jpeg::APP1 => carved.packets.extend(packet(body).map(Cow::Borrowed)),
            jpeg::APP2 => carved.preview |= body.starts_with(b"MPF\0"),
            jpeg::APP11 => carved.provenance |= body.starts_with(b"JP"),
            jpeg::APP13 if body.starts_with(PHOTOSHOP_ID) => {
                carved.resources.extend_from_slice(&body[PHOTOSHOP_ID.len()..]);
            }
            jpeg::COMMENT => carved.comment = true,
            _ => {}
        }
    }
    carved.extended = join(parts);
    carved.take_packet_of_exif();
    carved
}

pub(super) fn from_png<'a>(png: &Png<'a>) -> Carved<'a> {
    let mut carved = Carved { trailing: !png.trailing.is_empty(), ..Carved::default() };
    let mut left = png::MAX_TEXT_BYTES;
    for chunk in &png.chunks {
        match chunk.name {
            b"eXIf" => carved.exif = Some(Cow::Borrowed(tiff(chunk.body).unwrap_or(chunk.body))),
            b"caBX" => carved.provenance = true,
            _ => {}
        }
        if let Some(text) = chunk.as_text() {
            carved.take_text(&text, &mut left);
        }
    }
    carved.take_packet_of_exif();
    carved
}

pub(super) fn from_webp<'a>(webp: &WebP<'a>) -> Carved<'a> {
    let mut carved = Carved { trailing: !webp.trailing.is_empty(), ..Carved::default() };
    for chunk in &webp.chunks {
        match chunk.name {
            b"EXIF" => carved.exif = carved.exif.take().or(tiff(chunk.body).map(Cow::Borrowed)),
            // Some programs close the name with a NUL for a space.
            b"XMP " | b"XMP\0" => {
                let body = packet(chunk.body).unwrap_or(chunk.body);
                carved.packets.push(Cow::Borrowed(body));
            }
            b"C2PA" => carved.provenance = true,
            _ => {}
        }
    }
    carved.take_packet_of_exif();
    carved
}

/// `bytes` is the whole file: its tags are Exif's.
pub(super) fn from_tiff<'a>(bytes: &'a [u8], file: &TiffFile<'a>) -> Carved<'a> {
    Carved {
        packets: file.packet.map(Cow::Borrowed).into_iter().collect(),
        resources: file.resources.to_vec(),
        bare_iim: file.iim.to_vec(),
        exif: Some(Cow::Borrowed(bytes)),
        ..Carved::default()
    }
}

pub(super) fn from_gif<'a>(gif: &Gif<'a>) -> Carved<'a> {
    Carved {
        packets: gif.packets.iter().map(|packet| Cow::Borrowed(*packet)).collect(),
        comment: gif.comment,
        trailing: !gif.trailing.is_empty(),
        ..Carved::default()
    }
}

pub(super) fn from_heif<'a>(heif: Heif<'a>) -> Carved<'a> {
    let exif = heif.exif.and_then(|exif| match exif {
        Cow::Borrowed(bytes) => tiff(bytes).map(Cow::Borrowed),
        Cow::Owned(bytes) => tiff(&bytes).map(|tiff| Cow::Owned(tiff.to_vec())),
    });
    let mut carved = Carved {
        packets: heif.packets,
        exif,
        preview: heif.preview,
        provenance: heif.provenance,
        ..Carved::default()
    };
    carved.take_packet_of_exif();
    carved
}

impl<'a> Carved<'a> {
    /// Some programs put the packet into the Exif (tag 700, as in a TIFF file). Any other packet is
    /// newer: it is what other programs read and write.
    fn take_packet_of_exif(&mut self) {
        let of = |bytes: &[u8]| {
            let tiff = ifd::read(bytes)?;
            Some(tiff.find(Directory::Main, XMP_PACKET)?.value.to_vec())
        };
        if let Some(packet) = self.exif.as_deref().and_then(of) {
            self.packets.insert(0, Cow::Owned(packet));
        }
    }

    fn take_text(&mut self, text: &Text<'a>, left: &mut usize) {
        if text.keyword == b"XML:com.adobe.xmp" {
            let content = text.content(left);
            self.unreadable_text |= content.is_none();
            self.packets.extend(content);
            return;
        }
        let Some(profile) = text.keyword.strip_prefix(b"Raw profile type ") else {
            self.comment = true;
            return;
        };
        let Some(bytes) = text.raw_profile(left) else {
            self.unreadable_text = true;
            return;
        };
        match profile {
            b"xmp" => self.packets.push(Cow::Owned(bytes)),
            b"iptc" | b"8bim" => self.take_iptc_profile(&bytes),
            b"exif" | b"APP1" | b"app1" => self.take_app1_profile(&bytes),
            _ => {}
        }
    }

    fn take_iptc_profile(&mut self, bytes: &[u8]) {
        let bytes = bytes.strip_prefix(PHOTOSHOP_ID).unwrap_or(bytes);
        if bytes.first() == Some(&0x1C) {
            self.bare_iim.extend_from_slice(bytes);
        } else {
            self.resources.extend_from_slice(bytes);
        }
    }

    fn take_app1_profile(&mut self, bytes: &[u8]) {
        if let Some(xmp) = packet(bytes) {
            self.packets.push(Cow::Owned(xmp.to_vec()));
        } else if self.exif.is_none() {
            self.exif = tiff(bytes).map(|tiff| Cow::Owned(tiff.to_vec()));
        }
    }
}

/// The XMP packet of an APP1 body. Its proper header may be overwritten at the start
/// (`XMP\0://ns.adobe.com/xap/1.0/\0` stands in many files from agencies) or missing.
fn packet(body: &[u8]) -> Option<&[u8]> {
    if let Some(packet) = body.strip_prefix(XMP_ID) {
        return Some(packet);
    }
    if let Some(at) = find(&body[..body.len().min(64)], XMP_ID_END) {
        return Some(&body[at + XMP_ID_END.len()..]);
    }
    let start = &body[..body.len().min(256)];
    let bare = [&b"<?xpacket"[..], b"<x:xmpmeta", b"<rdf:RDF"];
    bare.iter().find_map(|mark| find(start, mark)).map(|at| &body[at..])
}

/// What follows the Exif header, wherever the TIFF begins behind it.
fn tiff(body: &[u8]) -> Option<&[u8]> {
    let start = &body[..body.len().min(16)];
    let at = [&b"II*\0"[..], b"MM\0*"].iter().find_map(|mark| find(start, mark))?;
    Some(&body[at..])
}

struct Part<'a> {
    guid: &'a [u8],
    total: usize,
    offset: usize,
    bytes: &'a [u8],
}

/// GUID, length of the whole, offset of this part, its bytes (XMP Specification Part 3, 1.1.3.1).
fn extended_part(body: &[u8]) -> Option<Part<'_>> {
    let (guid, rest) = body.split_at_checked(32)?;
    let (total, rest) = rest.split_first_chunk::<4>()?;
    let (offset, bytes) = rest.split_first_chunk::<4>()?;
    let total = u32::from_be_bytes(*total) as usize;
    let offset = u32::from_be_bytes(*offset) as usize;
    Some(Part { guid, total, offset, bytes })
}

/// Puts the parts of each GUID together; what has a hole is left out.
fn join(mut parts: Vec<Part>) -> Vec<Extended> {
    parts.sort_by_key(|part| (part.guid, part.offset));
    let of_one_guid = parts.chunk_by(|a, b| a.guid == b.guid);
    of_one_guid.filter_map(join_one).collect()
}

fn join_one(parts: &[Part]) -> Option<Extended> {
    let mut bytes = Vec::new();
    for part in parts {
        if part.offset != bytes.len() || bytes.len() + part.bytes.len() > MAX_EXTENDED_BYTES {
            return None;
        }
        bytes.extend_from_slice(part.bytes);
    }
    let first = parts.first()?;
    let guid = String::from_utf8_lossy(first.guid).into_owned();
    (bytes.len() == first.total).then_some(Extended { guid, bytes })
}

/// Where `part` stands in `bytes`.
pub(super) fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}
