//! Which picture a file is made from, by the names that programs and cameras hand on from file to
//! file: a crop and the picture it was cut from have one of them in common.
//!
//! Promises: a name that many pictures share (zeros, a camera's model, a short count) is no name. To
//! take two pictures for one puts a credit on the wrong one, so whatever is in doubt is left out.

use super::carve::Carved;
use super::exif;
use super::xml::{self, Element};
use std::collections::BTreeSet;

const XMP_MM: &str = "http://ns.adobe.com/xap/1.0/mm/";
const EXT: &str = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

/// Files have one packet, damaged ones two or three.
const MAX_PACKETS: usize = 16;

/// Whether two files name the same picture.
pub fn same_identity(one: &[String], other: &[String]) -> bool {
    one.iter().any(|name| other.contains(name))
}

/// The names that a file carries, sorted, each once.
pub(super) fn identities(carved: &Carved) -> Vec<String> {
    let packets = carved.packets.iter().take(MAX_PACKETS);
    let mut names: Vec<String> = packets.flat_map(|packet| of_packet(packet)).collect();
    names.extend(carved.exif.as_deref().and_then(of_exif));
    names.sort();
    names.dedup();
    names
}

fn of_packet(packet: &[u8]) -> Vec<String> {
    let text = encoding_rs::UTF_8.decode(packet).0;
    let end = text.rfind('>').map_or(0, |last| last + 1);
    let mut names = Vec::new();
    if let Some(root) = xml::read(&text[..end]) {
        of_element(&root, &mut names);
    }
    names
}

/// The properties of the file itself. What stands inside of another property (its history, what was
/// put into it) names other files.
fn of_element(element: &Element, names: &mut Vec<String>) {
    for (space, local, kind) in [
        (XMP_MM, "OriginalDocumentID", "document"),
        (XMP_MM, "DocumentID", "document"),
        (EXT, "DigImageGUID", "guid"),
    ] {
        let child = element.children.iter().find(|child| child.name.is(space, local));
        let value = child.map(|child| child.text.as_str()).or(element.attribute(space, local));
        names.extend(value.and_then(|value| name(kind, value)));
    }
    let outer = |child: &&Element| !matches!(child.name.space.as_str(), XMP_MM | EXT);
    let described =
        |child: &&Element| ["xmpmeta", "RDF", "Description"].contains(&child.name.local.as_str());
    for child in element.children.iter().filter(outer).filter(described) {
        of_element(child, names);
    }
}

/// A 128-bit number in hexadecimal digits (Exif 2.32, tag 0xA420). Telephones write their model there.
fn of_exif(tiff: &[u8]) -> Option<String> {
    let id = exif::image_unique_id(tiff)?.trim().to_ascii_lowercase();
    let number = id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    if number { name("exif", &id) } else { None }
}

/// The name with its kind, when it can be that of one picture only.
fn name(kind: &str, value: &str) -> Option<String> {
    const SHORTEST: usize = 16;
    const LONGEST: usize = 200;
    let value = value.trim().to_ascii_lowercase();
    // "xmp.did:", "uuid:", "adobe:docid:photoshop:"
    let bare = value.rsplit(':').next().unwrap_or_default();
    let signs: Vec<u8> = bare.bytes().filter(u8::is_ascii_alphanumeric).collect();
    let differing = signs.iter().collect::<BTreeSet<_>>().len();
    let its_own = (SHORTEST..=LONGEST).contains(&signs.len()) && differing >= 4;
    let has_number = signs.iter().filter(|sign| sign.is_ascii_digit()).count() >= 3;
    (its_own && has_number).then(|| format!("{kind}:{bare}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(packet: &str, expected: &[&str]) {
        let mut names = of_packet(packet.as_bytes());
        names.sort();
        names.dedup();
        assert_eq!(names, expected, "{packet}");
    }

    fn described(inside: &str) -> String {
        format!(
            r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
            xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
            xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
            xmlns:stRef="http://ns.adobe.com/xap/1.0/sType/ResourceRef#"
            xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" {inside}
            </rdf:Description></rdf:RDF></x:xmpmeta>"#
        )
    }

    #[test]
    fn a_file_names_its_picture() {
        let id = "5f1ad4c3b2e60718293a4b5c6d7e8f90";
        let named = format!("document:{id}");
        check(&described(&format!(r#"xmpMM:OriginalDocumentID="{id}">"#)), &[&named]);
        check(
            &described(&format!(r#"xmpMM:DocumentID="xmp.did:{}">"#, id.to_uppercase())),
            &[&named],
        );
        check(&described(&format!("><xmpMM:DocumentID>uuid:{id}</xmpMM:DocumentID>")), &[&named]);
        let guid = format!("guid:{id}");
        check(&described(&format!(r#"Iptc4xmpExt:DigImageGUID="{id}">"#)), &[&guid]);
    }

    #[test]
    fn what_many_pictures_share_is_no_name() {
        check(&described(r#"xmpMM:DocumentID="00000000-0000-0000-0000-000000000000">"#), &[]);
        check(&described(r#"xmpMM:DocumentID="xmp.did:1234">"#), &[]);
        check(&described(r#"xmpMM:DocumentID="adobe photoshop express">"#), &[]);
        check(&described(r#"xmpMM:InstanceID="5f1ad4c3b2e60718293a4b5c6d7e8f90">"#), &[]);
        check("", &[]);
    }

    #[test]
    fn a_picture_that_was_put_in_is_not_the_picture() {
        let inside = r#"><xmpMM:Ingredients><rdf:Bag><rdf:li
            xmpMM:DocumentID="5f1ad4c3b2e60718293a4b5c6d7e8f90"/></rdf:Bag></xmpMM:Ingredients>"#;
        check(&described(inside), &[]);
    }

    #[test]
    fn one_name_in_common_is_enough() {
        let names =
            |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert!(same_identity(&names(&["a", "b"]), &names(&["c", "b"])));
        assert!(!same_identity(&names(&["a"]), &names(&["b"])));
        assert!(!same_identity(&[], &[]));
    }
}
