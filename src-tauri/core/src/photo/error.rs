//! Why a file cannot be taken or a picture cannot be made.
//!
//! Pictures are opened in other processes, so an error crosses from one to the other: whatever a
//! library said goes along as text.

use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeSet;
use std::error::Error as StdError;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};
use thiserror::Error;

/// What is wrong with a file. Each text goes on after the file's name, "harbour.jpg is empty";
/// [`PhotoError::advice`] says what to do about it.
#[derive(Debug, Error, Serialize, Deserialize)]
pub enum PhotoError {
    #[error("is empty")]
    Empty,
    #[error("is not a picture")]
    NotAPhoto,
    /// A format that Cutline knows by its first bytes and does not take.
    #[error("is in the {format} format; Cutline takes {TAKEN}")]
    Unsupported {
        #[serde(deserialize_with = "words")]
        format: Words,
    },
    #[error("is cut short: the end of the picture is missing")]
    Truncated,
    /// More than 30,000 pixels on a side, 200 megapixels, or 1 GiB once decoded.
    #[error("says it is {width_px} × {height_px} pixels, more than Cutline opens")]
    TooLarge { width_px: u32, height_px: u32 },
    #[error("weighs {} MB, more than the 200 MB that Cutline opens", bytes / 1_000_000)]
    TooHeavy { bytes: usize },
    /// A progressive JPEG with more scans than any camera or program writes.
    #[error("is stored in {scans} passes, which no camera or picture program does")]
    TooManyScans { scans: usize },
    /// More than 100 megapixels in so few bytes that no real picture is so large.
    #[error(
        "says it is {width_px} × {height_px} pixels, which its {} KB cannot hold",
        bytes.div_ceil(1_000)
    )]
    Implausible { width_px: u32, height_px: u32, bytes: usize },
    #[error("is damaged: {part}")]
    Damaged {
        #[serde(deserialize_with = "words")]
        part: Words,
    },
    #[error("is damaged: its pixels cannot be read")]
    Pixels {
        #[source]
        cause: Cause,
    },
    /// The decoder crashed or gave up in a way it should not.
    #[error("is damaged and cannot be opened")]
    DecoderStopped,
    #[error("took too long to open")]
    TookTooLong,
    #[error("needs more memory to open than Cutline gives one picture")]
    NeedsTooMuchMemory,
    /// The kept file, not the one that was added.
    #[error("cannot be read from the desk's folder")]
    Unreadable {
        #[source]
        cause: Cause,
    },
    /// The kept file has another hash than when it was added.
    #[error("is not as it was when it was added: its file in the desk's folder has changed")]
    Changed,
    /// No process could be started to open pictures in.
    #[error("cannot be opened now: this computer did not let Cutline start what opens pictures")]
    NoWorker {
        #[source]
        cause: Cause,
    },
    /// A crop or a covered area that reaches over its edges.
    #[error("cannot be cropped or covered as asked: a part of that is not in the picture")]
    OutsidePicture,
    #[error("cannot be made into a smaller picture")]
    Scaling {
        #[source]
        cause: Cause,
    },
    #[error("cannot be written as a new picture")]
    Encoding {
        #[source]
        cause: Cause,
    },
}

impl PhotoError {
    /// One instruction for the person who added the file.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Empty | Self::Truncated => "Copy or download it again, then add it.",
            Self::NotAPhoto => "Add a picture instead, such as a JPEG.",
            Self::Unsupported { format } => advice_for(format),
            Self::TooLarge { .. }
            | Self::TooHeavy { .. }
            | Self::TookTooLong
            | Self::NeedsTooMuchMemory => {
                "Save a smaller version in a picture program, then add that."
            }
            Self::Unreadable { .. } => "Look whether the disk is connected, then try again.",
            Self::OutsidePicture => "Set the crop and what is covered again.",
            Self::Changed => "Add the picture again from where it came.",
            Self::NoWorker { .. } => "Close other programs and try again, or start Cutline anew.",
            Self::TooManyScans { .. }
            | Self::Implausible { .. }
            | Self::Damaged { .. }
            | Self::Pixels { .. }
            | Self::DecoderStopped
            | Self::Scaling { .. }
            | Self::Encoding { .. } => {
                "Ask for the file again, or open it in a picture program and save it anew."
            }
        }
    }
}

/// What is taken, in words.
#[cfg(feature = "heic")]
const TAKEN: &str = "JPEG, PNG, WebP, TIFF, GIF, HEIC and AVIF";
#[cfg(not(feature = "heic"))]
const TAKEN: &str = "JPEG, PNG, WebP, TIFF, GIF and AVIF";

/// How to make a picture of a file that is none or that only other programs open.
fn advice_for(format: &str) -> &'static str {
    match format {
        "SVG" | "PDF" | "PostScript" => "Export it as a PNG from a drawing program, then add that.",
        "camera raw" => "Develop it in a raw converter and save it as JPEG or TIFF, then add that.",
        "video" => "Save the moment you want as a JPEG in a video player, then add that.",
        _ => "Save it as JPEG or PNG in a picture program, then add that file.",
    }
}

/// What a library or the system said, with what it named as the reason.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[error("{0}")]
pub struct Cause(String);

impl Cause {
    pub fn of(error: &dyn StdError) -> Self {
        let mut said = error.to_string();
        let mut reason = error.source();
        while let Some(error) = reason {
            // Writing to a string cannot fail.
            let _ = write!(said, ": {error}");
            reason = error.source();
        }
        Self(said)
    }
}

/// Words of our own, as they stand in the source. (By another name, because serde would take a plain
/// `&str` for one that borrows from what it reads.)
type Words = &'static str;

/// The same words for as long as the program runs. There are few of them, and a worker that sends
/// made-up ones does not fill the memory.
fn words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Words, D::Error> {
    const MAX_WORDS: usize = 200;
    static KNOWN: Mutex<BTreeSet<Words>> = Mutex::new(BTreeSet::new());
    let said = String::deserialize(deserializer)?;
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(words) = known.get(said.as_str()) {
        return Ok(words);
    }
    if known.len() >= MAX_WORDS || said.len() > MAX_WORDS {
        return Ok("it cannot be read");
    }
    let words: Words = said.leak();
    known.insert(words);
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(error: PhotoError) {
        let crossed = serde_json::to_vec(&error).unwrap();
        let crossed: PhotoError = serde_json::from_slice(&crossed).unwrap();
        assert_eq!(format!("{crossed:?}"), format!("{error:?}"));
        assert_eq!(crossed.to_string(), error.to_string());
    }

    #[test]
    fn an_error_crosses_between_processes_whole() {
        check(PhotoError::Empty);
        check(PhotoError::Unsupported { format: "SVG" });
        check(PhotoError::Damaged { part: "its size cannot be read" });
        check(PhotoError::TooLarge { width_px: 40_000, height_px: 3 });
        let cause = Cause::of(&std::io::Error::other("the disk is gone"));
        check(PhotoError::Unreadable { cause });
    }

    #[test]
    fn made_up_words_are_not_kept_for_ever() {
        let long = format!("{{\"Damaged\":{{\"part\":\"{}\"}}}}", "x".repeat(5_000));
        let crossed: PhotoError = serde_json::from_str(&long).unwrap();
        assert_eq!(crossed.to_string(), "is damaged: it cannot be read");
    }
}
