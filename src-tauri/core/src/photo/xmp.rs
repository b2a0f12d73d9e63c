//! XMP: the properties of a packet that Cutline carries, and the names of all others.
//!
//! Properties are told by the address of their namespace, never by prefix (ISO 16684-1). Several
//! packets in one file are merged; a later one is the newer edit and wins, property by property.

use super::carve::Extended;
use super::facts::Field;
use super::table::{FIELDS, PLACE_FIELDS, Shape};
use super::xml::{self, Element, Name};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const XML: &str = "http://www.w3.org/XML/1998/namespace";
const XMP_NOTE: &str = "http://ns.adobe.com/xmp/note/";

/// Files have one packet, damaged ones two or three.
const MAX_PACKETS: usize = 16;

/// What the packets of one file say.
#[derive(Debug, Default)]
pub(super) struct Xmp {
    /// Raw values, at least one each.
    pub values: BTreeMap<Field, Vec<String>>,
    /// Every property that says something, at any depth.
    pub names: BTreeSet<Name>,
    /// A packet was not read at all: it has a document type, or is too deep or too large.
    pub refused: bool,
    /// Two packets say different things of one field.
    pub packets_differ: bool,
    /// Some bytes were no letters.
    pub replaced_bytes: bool,
}

impl Xmp {
    /// Whether a property of this namespace and with a name beginning so occurs anywhere.
    pub fn has(&self, space: &str, local_start: &str) -> bool {
        self.names.iter().any(|name| name.space == space && name.local.starts_with(local_start))
    }
}

/// The values found so far, by field and by the place of the property in that field's list.
type Found = BTreeMap<(Field, usize), Vec<String>>;

/// Reads all packets of a file, later ones over earlier ones, and the extended packet that a main
/// packet names.
pub(super) fn read(packets: &[Cow<[u8]>], extended: &[Extended]) -> Xmp {
    let mut xmp = Xmp::default();
    let mut wanted = BTreeSet::new();
    let mut found = Found::new();
    for packet in packets.iter().take(MAX_PACKETS) {
        let new = xmp.read_packet(packet, &mut wanted);
        xmp.packets_differ |=
            new.iter().any(|(at, new)| found.get(at).is_some_and(|old| old != new));
        found.extend(new);
    }
    for part in extended.iter().filter(|part| wanted.contains(&part.guid)) {
        found.extend(xmp.read_packet(&part.bytes, &mut BTreeSet::new()));
    }
    keep_one_place(&mut found);
    for ((field, _), values) in found {
        xmp.values.entry(field).or_insert(values);
    }
    xmp
}

/// The place is that of the older properties, or else the one shown, or else where the camera stood.
/// Never a city of one and a country of another.
fn keep_one_place(found: &mut Found) {
    let of_place = |field: Field| PLACE_FIELDS.contains(&field);
    let first = found.keys().filter(|(field, _)| of_place(*field)).map(|(_, at)| *at).min();
    found.retain(|(field, at), _| !of_place(*field) || Some(*at) == first);
}

impl Xmp {
    fn read_packet(&mut self, packet: &[u8], wanted: &mut BTreeSet<String>) -> Found {
        let mut found = Found::new();
        let (text, replaced) = decode(packet);
        self.replaced_bytes |= replaced;
        let Some(root) = xml::read(&text) else {
            self.refused = true;
            return found;
        };
        let mut descriptions = Vec::new();
        find_descriptions(&root, &mut descriptions);
        for description in descriptions {
            note_names(description, &mut self.names);
            for row in FIELDS {
                for (at, (space, local, shape)) in row.xmp.iter().enumerate() {
                    let values = property(description, space, local, *shape);
                    if !values.is_empty() {
                        found.insert((row.field, at), values);
                    }
                }
            }
            wanted.extend(property(description, XMP_NOTE, "HasExtendedXMP", Shape::Text));
        }
        found
    }
}

/// UTF-8, unless a byte order mark or the zeros of UTF-16 say otherwise; what is no letter becomes
/// U+FFFD, and is told of.
fn decode(packet: &[u8]) -> (Cow<'_, str>, bool) {
    let (encoding, packet) = match packet {
        [0, b'<', ..] => (UTF_16BE, packet),
        [b'<', 0, ..] => (UTF_16LE, packet),
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] => (UTF_8, packet),
        _ => {
            let end = packet.iter().rposition(|&byte| byte == b'>').map_or(0, |last| last + 1);
            (UTF_8, &packet[..end])
        }
    };
    let (text, _, replaced) = encoding.decode(packet);
    (text, replaced)
}

/// The outermost `rdf:Description` elements.
fn find_descriptions<'a>(element: &'a Element, found: &mut Vec<&'a Element>) {
    for child in &element.children {
        if child.name.is(RDF, "Description") {
            found.push(child);
        } else {
            find_descriptions(child, found);
        }
    }
}

fn note_names(element: &Element, names: &mut BTreeSet<Name>) {
    let said = element.attributes.iter().filter(|(_, value)| !value.trim().is_empty());
    names.extend(said.map(|(name, _)| name.clone()));
    for child in element.children.iter().filter(|child| !child.is_blank()) {
        names.insert(child.name.clone());
        note_names(child, names);
    }
}

/// The values of a property: written as an attribute or as elements, the last one standing.
fn property(description: &Element, space: &str, local: &str, shape: Shape) -> Vec<String> {
    let element = description.children.iter().rfind(|child| child.name.is(space, local));
    let values = match element {
        Some(element) => match shape {
            Shape::Text => first_text(element).into_iter().collect(),
            Shape::Language => in_default_language(element).into_iter().collect(),
            Shape::List => list(element),
            Shape::Inside(space, names) => structures(element)
                .filter_map(|holder| names.iter().find_map(|name| member(holder, space, name)))
                .collect(),
            Shape::InFirst(space, name) => structures(element)
                .next()
                .and_then(|first| member(first, space, name))
                .into_iter()
                .collect(),
            Shape::Lines(space, names) => {
                structures(element).map(|holder| one_line(holder, space, names)).collect()
            }
        },
        None => description.attribute(space, local).map(str::to_owned).into_iter().collect(),
    };
    values.into_iter().filter(|value: &String| !value.trim().is_empty()).collect()
}

/// The items of a Seq, Bag or Alt.
fn items(element: &Element) -> impl Iterator<Item = &Element> {
    let arrays = element.children.iter().filter(|child| child.name.space == RDF);
    arrays.flat_map(|array| &array.children).filter(|item| item.name.is(RDF, "li"))
}

/// The text of an element, of the address it points to, or of its first item: files write a plain
/// text as a list and a list as a plain text.
fn first_text(element: &Element) -> Option<String> {
    let own = element.attribute(RDF, "resource").unwrap_or(&element.text);
    if !own.trim().is_empty() {
        return Some(own.to_owned());
    }
    let qualified = element.children.iter().find(|child| child.name.is(RDF, "value"));
    qualified.or_else(|| items(element).next()).and_then(first_text_of_item)
}

fn first_text_of_item(item: &Element) -> Option<String> {
    let text = item.attribute(RDF, "resource").unwrap_or(&item.text);
    (!text.trim().is_empty()).then(|| text.to_owned())
}

fn in_default_language(element: &Element) -> Option<String> {
    let is_default = |item: &&Element| {
        item.attribute(XML, "lang").is_some_and(|lang| lang.eq_ignore_ascii_case("x-default"))
    };
    let default = items(element).filter(is_default).find_map(first_text_of_item);
    default.or_else(|| items(element).find_map(first_text_of_item)).or_else(|| first_text(element))
}

fn list(element: &Element) -> Vec<String> {
    let all: Vec<String> = items(element).filter_map(first_text_of_item).collect();
    if all.is_empty() { first_text(element).into_iter().collect() } else { all }
}

/// The structures in a property: its items, or itself where there is no list around the only one. The
/// members of an item stand in it or in a Description inside it.
fn structures(element: &Element) -> impl Iterator<Item = &Element> {
    let alone = items(element).next().is_none().then_some(element);
    items(element).chain(alone).map(|item| {
        item.children.iter().find(|child| child.name.is(RDF, "Description")).unwrap_or(item)
    })
}

/// The text of a structure's member, which is an element or an attribute.
fn member(holder: &Element, space: &str, local: &str) -> Option<String> {
    let child = holder.children.iter().find(|child| child.name.is(space, local));
    let attribute = || holder.attribute(space, local).map(str::to_owned);
    let said = |text: &String| !text.trim().is_empty();
    child.and_then(in_default_language).or_else(attribute).filter(said)
}

fn one_line(holder: &Element, space: &str, names: &[&str]) -> String {
    let parts = names.iter().filter_map(|name| member(holder, space, name));
    let parts: Vec<String> = parts.map(|part| part.trim().to_owned()).collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::table::{DC, PHOTOSHOP, PLUS};
    use super::*;

    /// The value of a field in one packet with these properties.
    fn check(properties: &str, field: Field, expected: &[&str]) {
        let packet = format!(
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF xmlns:r='{RDF}'><r:Description \
             xmlns:any='{DC}' xmlns:p='{PHOTOSHOP}' xmlns:plus='{PLUS}' {properties}\
             </r:Description></r:RDF></x:xmpmeta>"
        );
        let xmp = read(&[Cow::Borrowed(packet.as_bytes())], &[]);
        let found = xmp.values.get(&field).cloned().unwrap_or_default();
        assert_eq!(found, expected, "{properties}");
    }

    #[test]
    fn a_property_is_told_by_its_namespace() {
        check("p:Credit='AFP'>", Field::CreditLine, &["AFP"]);
        check("any:Rights='AFP'>", Field::Copyright, &["AFP"]);
        check("><p:Credit>AFP &amp; co&#x2E;</p:Credit>", Field::CreditLine, &["AFP & co."]);
        check("><any:Credit>AFP</any:Credit>", Field::CreditLine, &[]);
        check("><p:Credit> </p:Credit>", Field::CreditLine, &[]);
    }

    #[test]
    fn lists_languages_and_plain_texts_are_taken_for_one_another() {
        let two = "><any:creator><r:Seq><r:li>Ada</r:li><r:li>Bo</r:li></r:Seq></any:creator>";
        check(two, Field::Photographer, &["Ada", "Bo"]);
        check("><any:creator>Ada</any:creator>", Field::Photographer, &["Ada"]);
        check("><p:Credit><r:Bag><r:li>AFP</r:li></r:Bag></p:Credit>", Field::CreditLine, &["AFP"]);
        let languages = "><any:description><r:Alt><r:li xml:lang='fr'>Port</r:li>\
                         <r:li xml:lang='x-default'>Harbour</r:li></r:Alt></any:description>";
        check(languages, Field::Caption, &["Harbour"]);
        let first = "><any:description><r:Alt><r:li xml:lang='fr'>Port</r:li></r:Alt>\
                     </any:description>";
        check(first, Field::Caption, &["Port"]);
        check("><any:description>Quay</any:description>", Field::Caption, &["Quay"]);
    }

    #[test]
    fn the_licensors_address_is_found_in_every_way_to_write_it() {
        let url = &["https://example.org/buy"][..];
        let item = "<plus:LicensorURL>https://example.org/buy</plus:LicensorURL>";
        let licensor =
            |item: &str| format!("><plus:Licensor><r:Seq>{item}</r:Seq></plus:Licensor>");
        let inner = format!("<r:li r:parseType='Resource'>{item}</r:li>");
        check(&licensor(&inner), Field::LicensorUrl, url);
        let nested = format!("<r:li><r:Description>{item}</r:Description></r:li>");
        check(&licensor(&nested), Field::LicensorUrl, url);
        let attribute = "<r:li plus:LicensorURL='https://example.org/buy'/>";
        check(&licensor(attribute), Field::LicensorUrl, url);
    }

    #[test]
    fn a_packet_cut_short_is_read_as_far_as_it_goes() {
        let cut = format!(
            "<r:RDF xmlns:r='{RDF}'><r:Description xmlns:p='{PHOTOSHOP}'>\
             <p:Credit>AFP</p:Credit><p:City>Izm"
        );
        let xmp = read(&[Cow::Borrowed(cut.as_bytes())], &[]);
        assert_eq!(xmp.values[&Field::CreditLine], ["AFP"]);
    }
}
