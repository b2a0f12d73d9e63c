//! The XMP packet (ISO 16684-1), with the properties of the IPTC Photo Metadata Standard 2025.1.

use super::super::facts::Field;
use super::{WrittenFacts, cut};
use quick_xml::escape::escape;

/// A JPEG's segment holds 65,533 bytes, the address before the packet among them. A longer packet
/// would have to be torn in two, which many readers cannot put together.
pub(super) const MAX_BYTES: usize = 65_000;

/// The vocabularies that two fields hold the last part of.
const DATA_MINING: &str = "http://ns.useplus.org/ldf/vocab/";
const SOURCE_TYPES: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/";

const SPACES: [(&str, &str); 6] = [
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("photoshop", "http://ns.adobe.com/photoshop/1.0/"),
    ("xmpRights", "http://ns.adobe.com/xap/1.0/rights/"),
    ("Iptc4xmpCore", "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"),
    ("Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"),
    ("plus", "http://ns.useplus.org/ldf/xmp/1.0/"),
];

/// How the value of a property is written.
#[derive(Clone, Copy)]
enum Form {
    Text,
    /// The same text in one or more languages; we write the one that stands for all.
    Language,
    /// Several texts whose order counts.
    Seq,
    /// Several texts in no order.
    Bag,
    /// An address that begins so.
    Address(&'static str),
    /// A list of parties, of which one member is written: its name.
    Parties(&'static str),
}

/// In the order in which they are written. The licensor has two fields and is written apart.
const PROPERTIES: &[(Field, &str, Form)] = &[
    (Field::Photographer, "dc:creator", Form::Seq),
    (Field::PhotographerTitle, "photoshop:AuthorsPosition", Form::Text),
    (Field::CreditLine, "photoshop:Credit", Form::Text),
    (Field::Source, "photoshop:Source", Form::Text),
    (Field::Copyright, "dc:rights", Form::Language),
    (Field::CopyrightOwner, "plus:CopyrightOwner", Form::Parties("plus:CopyrightOwnerName")),
    (Field::UsageTerms, "xmpRights:UsageTerms", Form::Language),
    (Field::WebStatement, "xmpRights:WebStatement", Form::Text),
    (Field::Supplier, "plus:ImageSupplier", Form::Parties("plus:ImageSupplierName")),
    (Field::SupplierImageId, "plus:ImageSupplierImageID", Form::Text),
    (Field::DataMining, "plus:DataMining", Form::Address(DATA_MINING)),
    (Field::OtherConstraints, "plus:OtherConstraints", Form::Language),
    (Field::DigitalSourceType, "Iptc4xmpExt:DigitalSourceType", Form::Address(SOURCE_TYPES)),
    (Field::AiSystem, "Iptc4xmpExt:AISystemUsed", Form::Text),
    (Field::Headline, "photoshop:Headline", Form::Text),
    (Field::Title, "dc:title", Form::Language),
    (Field::Caption, "dc:description", Form::Language),
    (Field::CaptionWriter, "photoshop:CaptionWriter", Form::Text),
    (Field::AltText, "Iptc4xmpCore:AltTextAccessibility", Form::Language),
    (Field::ExtendedDescription, "Iptc4xmpCore:ExtDescrAccessibility", Form::Language),
    (Field::Keywords, "dc:subject", Form::Bag),
    (Field::PersonShown, "Iptc4xmpExt:PersonInImage", Form::Bag),
    (Field::Event, "Iptc4xmpExt:Event", Form::Language),
    (Field::DateCreated, "photoshop:DateCreated", Form::Text),
    (Field::Sublocation, "Iptc4xmpCore:Location", Form::Text),
    (Field::City, "photoshop:City", Form::Text),
    (Field::State, "photoshop:State", Form::Text),
    (Field::Country, "photoshop:Country", Form::Text),
    (Field::CountryCode, "Iptc4xmpCore:CountryCode", Form::Text),
    (Field::Instructions, "photoshop:Instructions", Form::Text),
    (Field::JobId, "photoshop:TransmissionReference", Form::Text),
];

/// The packet. Where it would not fit into a JPEG, the longest texts are cut: a caption of thirty
/// pages is worth less than a credit that every reader finds.
pub(super) fn packet(written: &WrittenFacts) -> String {
    let mut written = written.clone();
    loop {
        let packet = whole_packet(&written);
        if packet.len() <= MAX_BYTES {
            return packet;
        }
        let Some(longest) = written.0.values_mut().max_by_key(|text| text.len()) else {
            return packet;
        };
        *longest = cut(longest, longest.len() / 2).to_owned();
    }
}

fn whole_packet(written: &WrittenFacts) -> String {
    let mut properties = String::new();
    for (field, name, form) in PROPERTIES {
        properties += &property(written, *field, name, *form).unwrap_or_default();
    }
    properties += &licensor(written).unwrap_or_default();
    let used = SPACES.iter().filter(|(prefix, _)| properties.contains(&format!("<{prefix}:")));
    let spaces: String =
        used.map(|(prefix, space)| format!(" xmlns:{prefix}=\"{space}\"")).collect();
    format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\"{spaces}>{properties}</rdf:Description>\
         </rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
    )
}

fn property(written: &WrittenFacts, field: Field, name: &str, form: Form) -> Option<String> {
    let text = escape(written.get(field)?);
    let items = || written.list(field).map(|item| element("rdf:li", &escape(item)));
    let value = match form {
        Form::Text => text.into_owned(),
        Form::Address(start) => format!("{start}{text}"),
        Form::Language => {
            element("rdf:Alt", &format!("<rdf:li xml:lang=\"x-default\">{text}</rdf:li>"))
        }
        Form::Seq => element("rdf:Seq", &items().collect::<String>()),
        Form::Bag => element("rdf:Bag", &items().collect::<String>()),
        Form::Parties(member) => {
            let party = |name: &str| party(&element(member, &escape(name)));
            element("rdf:Seq", &written.list(field).map(party).collect::<String>())
        }
    };
    Some(element(name, &value))
}

/// The first licensor: whom to ask for the picture, and where.
fn licensor(written: &WrittenFacts) -> Option<String> {
    let member = |field, name| Some(element(name, &escape(written.get(field)?)));
    let name = member(Field::LicensorName, "plus:LicensorName");
    let address = member(Field::LicensorUrl, "plus:LicensorURL");
    let members: String = name.into_iter().chain(address).collect();
    let licensor = || element("plus:Licensor", &element("rdf:Seq", &party(&members)));
    (!members.is_empty()).then(licensor)
}

fn party(members: &str) -> String {
    format!("<rdf:li rdf:parseType=\"Resource\">{members}</rdf:li>")
}

fn element(name: &str, inside: &str) -> String {
    format!("<{name}>{inside}</{name}>")
}
