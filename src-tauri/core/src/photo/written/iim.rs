//! IIM (IPTC-NAA 4.2) inside Photoshop's resources, for a JPEG: UTF-8, each text cut at its limit, and
//! the digest that says it agrees with the XMP.

use super::super::facts::Field;
use super::super::iim::UTF_8_MARK;
use super::{WrittenFacts, cut};
use md5::{Digest, Md5};

/// Field, dataset of record 2, and its limit in bytes. In the order of the numbers, as the standard
/// asks. Dates are written apart.
const DATASETS: &[(Field, u8, usize)] = &[
    (Field::Title, 5, 64),
    (Field::Category, 15, 3),
    (Field::Keywords, 25, 64),
    (Field::ReleaseDate, 30, 0),
    (Field::ExpiryDate, 37, 0),
    (Field::Instructions, 40, 256),
    (Field::ActionAdvised, 42, 2),
    (Field::DateCreated, 55, 0),
    (Field::Photographer, 80, 32),
    (Field::PhotographerTitle, 85, 32),
    (Field::City, 90, 32),
    (Field::Sublocation, 92, 32),
    (Field::State, 95, 32),
    (Field::CountryCode, 100, 3),
    (Field::Country, 101, 64),
    (Field::JobId, 103, 32),
    (Field::Headline, 105, 256),
    (Field::CreditLine, 110, 32),
    (Field::Source, 115, 32),
    (Field::Copyright, 116, 128),
    (Field::Caption, 120, 2000),
    (Field::CaptionWriter, 122, 32),
];

/// The resources of a JPEG: the block and its digest.
pub(super) fn resources(written: &WrittenFacts) -> Vec<u8> {
    let block = block(written);
    [resource(0x0404, &block), resource(0x0425, &Md5::digest(&block))].concat()
}

fn block(written: &WrittenFacts) -> Vec<u8> {
    let mut block = dataset(1, 90, UTF_8_MARK);
    block.extend(dataset(2, 0, &[0, 4]));
    for (field, number, max_bytes) in DATASETS {
        match field {
            Field::ReleaseDate | Field::ExpiryDate | Field::DateCreated => {
                block.extend(date(written.get(*field).unwrap_or_default(), *number));
            }
            // Three letters or none: of a code of two, readers of IIM make what they like.
            Field::CountryCode if written.get(*field).is_none_or(|code| code.len() != 3) => {}
            Field::Keywords | Field::Photographer => {
                let items = written.list(*field);
                block.extend(items.flat_map(|item| text(*number, item, *max_bytes)));
            }
            _ => block.extend(text(*number, written.get(*field).unwrap_or_default(), *max_bytes)),
        }
    }
    block
}

fn text(number: u8, text: &str, max_bytes: usize) -> Vec<u8> {
    match cut(text, max_bytes) {
        "" => Vec::new(),
        text => dataset(2, number, text.as_bytes()),
    }
}

/// "2026-05-12T14:03:22+03:00" as "20260512" and, five datasets further (one further for the expiry),
/// "140322+0300". What is not known of a day is "00"; a time without a zone cannot be written.
fn date(date: &str, number: u8) -> Vec<u8> {
    let (day, time) = date.split_once('T').unwrap_or((date, ""));
    let day = day.replace('-', "");
    if day.len() < 4 {
        return Vec::new();
    }
    let mut datasets = dataset(2, number, format!("{day:0<8}").as_bytes());
    if let Some(time) = time_with_zone(time) {
        let number = if number == 37 { 38 } else { number + 5 };
        datasets.extend(dataset(2, number, time.as_bytes()));
    }
    datasets
}

fn time_with_zone(time: &str) -> Option<String> {
    let (clock, zone) = time.split_at(time.find(['+', '-', 'Z'])?);
    let clock = clock.split('.').next().unwrap_or_default().replace(':', "");
    let zone = if zone == "Z" { "+0000".to_owned() } else { zone.replace(':', "") };
    let digits = clock.bytes().chain(zone.bytes().skip(1)).all(|byte| byte.is_ascii_digit());
    (digits && matches!(clock.len(), 4 | 6) && zone.len() == 5)
        .then(|| format!("{clock:0<6}{zone}"))
}

/// A value is far below the 32,767 bytes where a dataset would need a longer length.
fn dataset(record: u8, number: u8, value: &[u8]) -> Vec<u8> {
    [&[0x1C, record, number], &(value.len() as u16).to_be_bytes()[..], value].concat()
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
    use super::*;

    fn check(given: &str, expected: &[&str]) {
        let found: Vec<u8> = expected
            .iter()
            .zip([55, 60])
            .flat_map(|(value, number)| dataset(2, number, value.as_bytes()))
            .collect();
        assert_eq!(date(given, 55), found, "{given}");
    }

    #[test]
    fn a_date_is_as_precise_as_it_was() {
        check("2026-05-12T14:03:22+03:00", &["20260512", "140322+0300"]);
        check("2026-05-12T14:03:22.25Z", &["20260512", "140322+0000"]);
        check("2026-05-12T14:03-05:30", &["20260512", "140300-0530"]);
        check("2026-05-12T14:03:22", &["20260512"]);
        check("2026-05", &["20260500"]);
        check("1954", &["19540000"]);
        check("", &[]);
    }
}
