//! What a picture is, by its digital source type.

use super::facts::{Facts, Field, Kind};

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
