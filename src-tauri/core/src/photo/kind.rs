//! What a picture is, by its digital source type.

use super::facts::{Facts, Field, Kind};
use super::usage::{Synthetic, synthetic_of};

/// The kind that the digital source type says (IPTC NewsCodes). A picture that a machine made or
/// changed with generative AI is never a photo; enhancement, retouching and a telephone's own
/// computations do not make a photo anything else. Without a source type it is a photo.
pub fn kind_of(facts: &Facts) -> Kind {
    match facts.get(Field::DigitalSourceType).unwrap_or_default() {
        "trainedAlgorithmicMedia"
        | "compositeWithTrainedAlgorithmicMedia"
        | "compositeSynthetic"
        | "algorithmicMedia"
        | "virtualRecording"
        | "digitalCreation"
        | "digitalArt" => Kind::Illustration,
        "dataDrivenMedia" | "softwareImage" | "screenCapture" => Kind::Graphic,
        "composite" | "compositeCapture" => Kind::Composite,
        _ => Kind::Photo,
    }
}

/// What the label may say of a picture that is taken for a `kind`: whatever a person chose, a picture
/// made with generative AI is never called a photo, nor is one put together of several.
pub(super) fn labelled_kind(facts: &Facts, kind: Kind) -> Kind {
    match (synthetic_of(facts), kind) {
        (Synthetic::Generated, Kind::Photo | Kind::VideoGrab) => Kind::Illustration,
        (Synthetic::Composite, Kind::Photo | Kind::VideoGrab) => Kind::Composite,
        (_, kind) => kind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::{Carrier, Fact};

    fn check(source_type: &str, expected: Kind) {
        let value = source_type.to_owned();
        let mut facts = Facts::default();
        let fact = Fact { value, carrier: Carrier::Xmp, raw: None, others: Vec::new() };
        facts.0.insert(Field::DigitalSourceType, fact);
        assert_eq!(kind_of(&facts), expected, "{source_type}");
    }

    #[test]
    fn what_a_machine_made_is_no_photo() {
        check("trainedAlgorithmicMedia", Kind::Illustration);
        check("compositeWithTrainedAlgorithmicMedia", Kind::Illustration);
        check("dataDrivenMedia", Kind::Graphic);
        check("compositeCapture", Kind::Composite);
    }

    #[test]
    fn what_a_camera_made_is_a_photo() {
        check("digitalCapture", Kind::Photo);
        check("computationalCapture", Kind::Photo);
        check("algorithmicallyEnhanced", Kind::Photo);
        check("humanEdits", Kind::Photo);
        check("", Kind::Photo);
        check("somethingNew", Kind::Photo);
    }
}
